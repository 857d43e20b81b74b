import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { openPeer, type PeerNode, registerOfPeers } from '../../../test/support/peer-node.ts';
import { denounced, denunciations, registers, requests } from '../fixtures/registers.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import { publishLaw } from './publish.ts';
import { replayDecisions } from './replay.ts';

let keeper: PeerNode;
beforeAll(async () => {
  keeper = await openPeer(
    { name: 'tripoint', parties: null, duties: ['secretariat'] },
    { now: '2030-01-02T00:30:00Z', services: [{ operations: ['ask'], answer: async () => null }] },
  );
});
afterAll(() => keeper?.close());

const replay = () => keeper.node.database.read(replayDecisions);
const decided = { allowed: 0, denied: 0 };

test('Every decision follows again from the law of then, whatever was asked and however the law changed since', async () => {
  const calls = createCalls();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      registers,
      fc.array(requests, { minLength: 3, maxLength: 6 }),
      denunciations,
      fc.integer({ min: 1, max: 40 }),
      async (snapshot, asked, denunciation, hours) => {
        const laws = [snapshot, denounced(snapshot, denunciation)];
        for (const law of laws) {
          await publishLaw(keeper.node, registerOfPeers, async () => ({ ...law, register: registerOfPeers }));
          for (const request of asked) {
            count += 1;
            const question = {
              register: registerOfPeers,
              request: { ...request, id: `q${count}` },
              query: null,
            };
            const { outcome } = await ask(keeper.node, calls, { ...question, actor: 'test', budget: 20_000 });
            decided[outcome === 'denied' ? 'denied' : 'allowed'] += 1;
          }
          // The next question comes on another day, or at another hour of it, at the most sixty days on.
          if (keeper.clock.now().epochMilliseconds < Date.parse('2030-03-01')) keeper.forward({ hours });
        }
        if (count % 5 === 0) await keeper.reopen();
      },
    ),
    { numRuns: 40, seed: 20300101 },
  );
  const { decisions, ...rest } = await replay();
  expect(rest).toEqual({ erased: 0, different: [] });
  // Each that leaves is decided by the one who asks, and again by the one who answers.
  expect(decisions).toBeGreaterThanOrEqual(count);
  expect(decided.denied).toBeGreaterThan(20);
  expect(decided.allowed).toBeGreaterThan(20);
});

test('A decision that somebody changed in the log does not follow, and is named', async () => {
  const owner = () => keeper.node.database.owner;
  const { rows } = await owner()
    .transaction()
    .execute((tx) =>
      sql<{ entry: string; payload: { decision: { outcome: string }; [key: string]: unknown } }>`
      select entry, payload from platform.journal join platform.journal_payload on entry = id
      where event = 'exchange.decided' order by random()`.execute(tx),
    );
  const change = async (entry: string, payload: unknown) => {
    await owner()
      .transaction()
      .execute((tx) =>
        sql`update platform.journal_payload set payload = ${canonicalJson(payload)}::jsonb
        where entry = ${entry}`.execute(tx),
      );
    return (await replay()).different;
  };
  const allowed = rows.find(({ payload }) => payload.decision.outcome === 'allowed');
  const denied = rows.find(({ payload }) => payload.decision.outcome === 'denied');
  if (allowed === undefined || denied === undefined) throw new Error('Nothing to change');
  const swapped = { ...denied.payload, decision: allowed.payload.decision };
  expect(await change(denied.entry, swapped)).toEqual([denied.entry]);
  expect(await change(denied.entry, denied.payload)).toEqual([]);
  // Nor from another request, or an older law.
  const request = { ...(allowed.payload.request as object), operation: 'guess' };
  expect(await change(allowed.entry, { ...allowed.payload, request })).toEqual([allowed.entry]);
  expect(await change(allowed.entry, { ...allowed.payload, feed: 0 })).toEqual([allowed.entry]);
  expect(await change(allowed.entry, allowed.payload)).toEqual([]);
});
