import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeer, type PeerNode } from '../../../test/support/peer-node.ts';
import { type Rounds, startRounds } from './rounds.ts';

let nl: PeerNode;
let rounds: Rounds;
beforeAll(async () => {
  nl = await openPeer(
    { name: 'NL', parties: ['NL'], duties: [] },
    { now: '2030-01-10T12:00:00Z', services: [] },
  );
  rounds = await startRounds(nl.node, { every: 50 });
});
afterAll(async () => {
  await rounds?.stop();
  await nl?.close();
});

const listeners = async () => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where application_name = 'tripoint exchange' and datname = current_database() and query like 'listen %'`.execute(
    nl.node.database.owner,
  );
  return rows.map(({ pid }) => pid);
};

test('A node whose connection to the database broke is told of questions again, as soon as they are left', async () => {
  const [before] = await listeners();
  expect(before).toBeDefined();
  await sql`select pg_terminate_backend(${before})`.execute(nl.node.database.owner);
  let now = await listeners();
  for (let tries = 0; (now.length === 0 || now[0] === before) && tries < 200; tries += 1) {
    await wait(50);
    now = await listeners();
  }
  expect(now).toEqual([expect.any(Number)]);
  expect(now).not.toEqual([before]);
});
