import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { openAnalytics } from '#platform/analytics.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandResult } from '#platform/module.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { vatFolder } from '../intake/commands.ts';
import { searchCommands } from './commands.ts';
import { luxembourgish, takeInLines } from './fixtures/declared.ts';
import { listSearches } from './store.ts';

let database: Database;
let dataFolder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'tripoint-search-'));
});
afterAll(async () => {
  await database?.close();
  await rm(dataFolder, { recursive: true });
});

const search = (options: object) => {
  const context = {
    ...{ positionals: [], options, language: 'en', clock: systemClock, database, dataFolder },
    ...{ progress: () => {}, untilStopped: () => new Promise(() => {}) },
    register: async () => ok({ id: 'benelux' }),
  };
  const [command] = searchCommands as unknown as readonly [
    { run: (given: object) => Promise<CommandResult> },
  ];
  return command.run(context);
};

test('A search is in the journal with what was looked for; one that is refused is not', async () => {
  const journalled = async () => {
    const { rows } = await sql<object>`
      select event, actor, register, payload from platform.journal join platform.journal_payload on entry = id
      where event like 'vat.search%'`.execute(database.owner);
    return rows;
  };
  expect(await search({ from: '2026-01', until: '2025-01' })).toMatchObject({ kind: 'usage' });
  expect(await journalled()).toEqual([]);
  expect(await search({ from: '2026-01', until: '2026-03', workers: '1' })).toMatchObject({ kind: 'answer' });
  expect(await journalled()).toMatchObject([
    {
      ...{ event: 'vat.search_asked', actor: 'operator', register: 'benelux' },
      payload: { from: 2026 * 12, until: 2026 * 12 + 2, maxLength: 6, clickhouse: false },
    },
  ]);
});

test('A search in the invoices of a state is told to its people, and in the journal, before anything is shown', async () => {
  const folder = vatFolder(dataFolder, 'benelux' as RegisterId);
  const analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(folder, 'spill') });
  const [ann, ben] = [luxembourgish(11), luxembourgish(12)];
  const line = (seller: string, buyer: string, day: string) =>
    `${seller},${buyer},1,${day},100.00,0.00,2026-02-01`;
  await takeInLines(analytics, folder, [
    { state: 'LU', kind: 'invoices', lines: [line(ann, ben, '2026-01-05'), line(ben, ann, '2026-01-05')] },
  ]);
  analytics.close();
  const told = () => database.read((tx) => listSearches(tx, 'benelux' as RegisterId, ['LU']));
  const asked = { invoices: true, state: 'lu', workers: '1' };
  const whole = { ...asked, from: '2026-01-01', until: '2026-01-31' };
  for (const wrong of [
    { ...whole, kinds: 'L' },
    { ...whole, 'since-last': true },
    { ...whole, invoices: false },
    { ...asked, from: '2026-02-01', until: '2026-01-31' },
    { ...asked, from: '2026-01', until: '2026-01-31' },
    { ...whole, state: 'XX' },
  ])
    expect(await search(wrong)).toMatchObject({ kind: 'usage' });
  expect(await told()).toEqual([]);

  const first = await search(whole);
  expect(first).toMatchObject({ kind: 'answer', json: { bundles: 1, counts: { 2: 1 } } });
  expect(first.kind === 'answer' && first.text).toContain('either may have');
  expect(await told()).toMatchObject([
    { party: 'LU', state: 'done', inputs: { since: null }, result: { bundles: 1 } },
  ]);
  // Asked again it is the same.
  expect(await search(whole)).toEqual(first);
  expect(await told()).toHaveLength(1);

  expect(await search({ ...asked, 'since-last': true })).toMatchObject({
    kind: 'answer',
    json: { bundles: 1 },
  });
  expect(await search({ ...asked, 'since-last': true })).toMatchObject({
    kind: 'answer',
    json: { nothingNew: true, searches: 1 },
  });
  expect(await told()).toHaveLength(2);
  const { rows } = await sql<object>`
    select party, payload from platform.journal join platform.journal_payload on entry = id
    where event = 'vat.search_asked' and party = 'LU' order by id`.execute(database.owner);
  expect(rows).toMatchObject([
    { payload: { invoices: true, sinceLast: false, from: '2026-01-01', until: '2026-01-31', days: 30 } },
    { payload: { sinceLast: false } },
    { payload: { sinceLast: true } },
    { payload: { sinceLast: true } },
  ]);
});
