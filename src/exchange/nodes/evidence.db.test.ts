import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import {
  type SignatureKept,
  type SignedRequest,
  signRequest,
  verifyAnswer,
  verifyRequest,
} from './http-signature.ts';
import { keyAt } from './keys.ts';
import { feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { receive, stamp } from './receive.ts';
import { listKeys } from './store.ts';

const law = treatyWith({ p: { article: '1', operation: 'look', conditions: { all: [] } } });
let nl: PeerNode;
let be: PeerNode;
beforeAll(async () => {
  const open = (name: string, duties: readonly 'secretariat'[]) =>
    openPeer(
      { name, parties: name === 'NL' ? ['NL', 'LU'] : [name], duties },
      {
        now: '2030-01-10T12:00:00Z',
        services: [
          { operations: ['look'], answer: async ({ query }) => (query === 'known' ? { made: 'up' } : null) },
        ],
      },
    );
  [nl, be] = [await open('NL', []), await open('BE', ['secretariat'])];
  await agree(nl, be);
  await publishLaw(be.node, registerOfPeers, async () => law);
  await followSecretariat(
    nl.node,
    (_peer, register, after) => feedAfter(be.node, register, after),
    new Map(),
  );
  await be.listen();
});
afterAll(async () => {
  for (const peer of [nl, be]) await peer?.close();
});

let count = 0;
function asking(query: unknown, changes: Partial<AccessRequest> = {}) {
  count += 1;
  const said = { id: `q${count}`, from: { party: 'NL' }, to: 'BE', instrument: 'treaty', operation: 'look' };
  return { register: registerOfPeers, request: AccessRequest.parse({ ...said, ...changes }), query };
}
/** As NL's node signs it, in whatever text. */
async function refusalOf(body: string): Promise<string | null> {
  const plain = {
    method: 'POST',
    url: `${be.url}/exchange/requests`,
    headers: { 'tripoint-instrument': 'treaty', 'tripoint-budget': '20000' },
    body: Buffer.from(body),
  };
  const message = await signRequest(plain, nl.node.key(), stamp(nl.node));
  const received = await receive(be.node, message, new AbortController().signal);
  return 'refused' in received ? received.refused.code : null;
}
type Payload = {
  readonly query?: string;
  readonly signed?: SignatureKept & {
    readonly url: string;
    readonly budget: string;
    readonly request: SignatureKept;
    readonly answer: SignatureKept & { readonly status: number; readonly body: string };
  };
};
const payloadOf = ({ node }: PeerNode, event: string, id: string) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ payload: Payload }>`
      select payload from platform.journal join platform.journal_payload on entry = journal.id
      where event = ${event} and subject = ${`exchange_requests/${id}`}`.execute(tx);
    return rows[0]?.payload ?? {};
  });

describe('What both keep of a question', () => {
  test('shows to others who asked what, and who answered that it was found or not', async () => {
    for (const query of ['known', 'nobody']) {
      const question = asking(query);
      const told = await ask(nl.node, createCalls(), { ...question, actor: 'test', budget: 20_000 });
      const { id, instrument } = question.request;
      const now = nl.clock.now().epochMilliseconds;
      const keys = await nl.node.database.read(listKeys);
      const findKey = (fingerprint: string, at: number) => keyAt(keys, fingerprint, at);

      const { signed: received } = await payloadOf(be, 'exchange.decided', id);
      const sent: SignedRequest = {
        method: 'POST',
        url: received?.url ?? '',
        headers: {
          'content-digest': received?.digest ?? '',
          'signature-input': received?.input ?? '',
          signature: received?.signature ?? '',
          'tripoint-budget': received?.budget ?? '',
          'tripoint-instrument': instrument,
        },
        body: Buffer.from(canonicalJson(question)),
      };
      expect(verifyRequest(sent, findKey, now)).toMatchObject({ ok: true, key: { node: 'NL' } });
      const other = Buffer.from(canonicalJson({ ...question, query: 'another' }));
      expect(verifyRequest({ ...sent, body: other }, findKey, now)).toMatchObject({ ok: false });

      const { signed: kept } = await payloadOf(nl, 'exchange.told', id);
      const { status = 0, digest = '', input = '', signature = '', body = '' } = kept?.answer ?? {};
      const headers = { 'content-digest': digest, 'signature-input': input, signature };
      const answer = { status, headers, body: Buffer.from(body) };
      expect(verifyAnswer(answer, sent, findKey, now)).toMatchObject({ ok: true, key: { node: 'BE' } });
      expect(JSON.parse(body).answer.outcome).toBe(told.outcome);
      const altered = body.replace(/"outcome":"\w+"/, '"outcome":"denied"');
      const false_ = { ...answer, body: Buffer.from(altered) };
      expect(verifyAnswer(false_, sent, findKey, now)).toMatchObject({ ok: false });
    }
  });

  test('is its words with the one who asked, and their hash with the other', async () => {
    const question = asking('known');
    await ask(nl.node, createCalls(), { ...question, actor: 'test', budget: 20_000 });
    const { id } = question.request;
    expect((await payloadOf(nl, 'exchange.told', id)).query).toBe('known');
    const { query } = await payloadOf(nl, 'exchange.asked', id);
    expect((await payloadOf(be, 'exchange.decided', id)).query).toBe(query);
    expect(JSON.stringify(await payloadOf(be, 'exchange.answered', id))).not.toContain('known');
  });
});

describe('A question', () => {
  test('cannot stand in the place of an earlier one by taking its id', async () => {
    const first = asking('known', { case: 'case-A' });
    expect(await refusalOf(canonicalJson(first))).toBe(null);
    // The same once more is a try of the same.
    expect(await refusalOf(canonicalJson(first))).toBe(null);
    const { id } = first.request;
    expect(await refusalOf(canonicalJson(asking('known', { id, case: 'case-B' })))).toBe('request_id_taken');
    expect(await refusalOf(canonicalJson({ ...first, query: 'another' }))).toBe('request_id_taken');
    // Another party's ids are its own.
    const theirs = { ...first, request: { ...first.request, from: { ...first.request.from, party: 'LU' } } };
    expect(await refusalOf(canonicalJson(theirs))).toBe(null);
    // Nor where both come at once.
    const ids = asking('known').request.id;
    const both = ['case-A', 'case-B'].map((file) => canonicalJson(asking('known', { id: ids, case: file })));
    expect((await Promise.all(both.map(refusalOf))).toSorted()).toEqual([null, 'request_id_taken']);
  });

  test('with words that no database holds is refused before it is read any further', async () => {
    const text = canonicalJson(asking('CANARY', { case: 'CANARY' }));
    for (const bad of ['CANARY\\u0000', 'CANARY\\ud800'])
      expect(await refusalOf(text.replace('"case":"CANARY"', `"case":"${bad}"`))).toBe('request_invalid');
    expect(await refusalOf(text.replace('"query":"CANARY"', '"query":1e999'))).toBe('request_invalid');
    expect(await refusalOf(text.replace('"query":"CANARY"', '"query":{"a\\u0000":1}'))).toBe(
      'request_invalid',
    );
    expect([...nl.said, ...be.said].join('\n')).not.toContain('CANARY');
  });
});
