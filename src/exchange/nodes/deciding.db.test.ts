import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { prepareJobs } from '#platform/jobs.ts';
import { openPeer, type PeerNode, registerOfPeers, treatyWith } from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import { signRequest } from './http-signature.ts';
import { publishLaw } from './publish.ts';
import { receive, stamp } from './receive.ts';

const quota = (at_most: number, days = 1) => ({ type: 'quota', per: 'officer', days, at_most });
const law = treatyWith({
  few: { article: '1', operation: 'few', conditions: { all: [quota(3, 2)] } },
  other: { article: '2', operation: 'other', conditions: { all: [] } },
  every: { article: '3', operation: '*', conditions: { all: [quota(5)] } },
  single: { article: '4', operation: 'single', conditions: { all: [quota(1, 2)] } },
});

/** Of both parties, and keeper of the law: what it asks itself goes the whole way without a network. */
let peer: PeerNode;
beforeAll(async () => {
  peer = await openPeer(
    { name: 'both', parties: null, duties: ['secretariat'] },
    {
      now: '2030-01-10T12:00:00Z',
      services: [{ operations: ['few', 'other', 'single'], answer: async () => null }],
    },
  );
  await prepareJobs(peer.node.database);
  await publishLaw(peer.node, registerOfPeers, async () => law);
});
afterAll(() => peer?.close());
let officer = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  officer = `officer-${tests}`;
});

let count = 0;
const asking = (operation: string) => {
  count += 1;
  const request = AccessRequest.parse({
    id: `q${count}`,
    from: { party: 'NL', officer },
    to: 'BE',
    instrument: 'treaty',
    operation,
  });
  return { register: registerOfPeers, request, query: null };
};
const calls = createCalls();
const outcomeOf = async (operation: string) => {
  const told = await ask(peer.node, calls, { ...asking(operation), actor: 'test', budget: 20_000 });
  return told.outcome;
};
const outcomesOf = async (operations: readonly string[]) =>
  (await Promise.all(operations.map(outcomeOf))).toSorted();
const many = (operation: string, times: number) => Array.from({ length: times }, () => operation);

test('Of all who ask at once for the last places of a quota, as many have one as there are', async () => {
  expect(await outcomesOf(many('few', 8))).toEqual([...many('denied', 5), ...many('empty', 3)]);
  expect(await outcomeOf('few')).toBe('denied');
  peer.forward({ hours: 24 });
  expect(await outcomeOf('few')).toBe('denied');
  // Two days: what was asked the day before yesterday counts no longer.
  peer.forward({ hours: 24 });
  expect(await outcomeOf('few')).toBe('empty');
});

test('A quota for every operation counts them together', async () => {
  expect(await outcomesOf([...many('few', 2), ...many('other', 2)])).toEqual(many('empty', 4));
  expect(await outcomesOf(many('other', 3))).toEqual(['denied', 'denied', 'empty']);
  expect(await outcomeOf('few')).toBe('denied');
});

const outcomeOfAsking = async (one: ReturnType<typeof asking>) =>
  (await ask(peer.node, calls, { ...one, actor: 'test', budget: 20_000 })).outcome;

test('A question that is put again is the same use of a quota, and another is another', async () => {
  const [first, second] = [asking('single'), asking('single')];
  expect(await outcomeOfAsking(first)).toBe('empty');
  expect(await outcomeOfAsking(first)).toBe('empty');
  expect(await outcomeOfAsking(second)).toBe('denied');
  peer.forward({ hours: 24 });
  expect(await outcomeOfAsking(first)).toBe('empty');
  // It was used that day again.
  peer.forward({ hours: 24 });
  expect(await outcomeOfAsking(second)).toBe('denied');
  peer.forward({ hours: 24 });
  expect(await outcomeOfAsking(second)).toBe('empty');
});

test('Of questions that come together one that is put twice is one use, whether it is on record or not', async () => {
  const [first, second] = [asking('single'), asking('single')];
  const outcomes = (ones: readonly ReturnType<typeof asking>[]) => Promise.all(ones.map(outcomeOfAsking));
  expect(await outcomes([first, first, second, first])).toEqual(['empty', 'empty', 'denied', 'empty']);
  expect(await outcomes([second, first])).toEqual(['denied', 'empty']);
  const [a, b, c, d] = [asking('few'), asking('few'), asking('few'), asking('few')];
  expect(await outcomes([a, b])).toEqual(['empty', 'empty']);
  expect(await outcomes([a, c, b, d])).toEqual(['empty', 'empty', 'empty', 'denied']);
});

test('One who does not say who he is has no quota', async () => {
  const { request, ...rest } = asking('few');
  const anonymous = { ...rest, request: { ...request, from: { party: 'NL' } } };
  const told = await ask(peer.node, calls, { ...anonymous, actor: 'test', budget: 20_000 });
  expect(told).toMatchObject({ outcome: 'denied', reasons: [{ code: 'not_met' }, { code: 'not_met' }] });
});

test('A request that comes twice at once is taken once', async () => {
  const plain = {
    method: 'POST',
    url: 'http://both.invalid/exchange/requests',
    headers: { 'tripoint-instrument': 'treaty', 'tripoint-budget': '20000' },
    body: Buffer.from(canonicalJson(asking('other'))),
  };
  const message = await signRequest(plain, peer.node.key(), stamp(peer.node));
  const received = await Promise.all(
    Array.from({ length: 5 }, () => receive(peer.node, message, new AbortController().signal)),
  );
  const codes = received.map((one) => ('refused' in one ? one.refused.code : 'answered')).toSorted();
  expect(codes).toEqual(['answered', ...many('replayed', 4)]);
});
