import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { openAnalytics } from '#platform/analytics.ts';
import { fixedClock, systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandResult } from '#platform/module.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { vatFolder } from '../intake/commands.ts';
import { searchCommands } from './commands.ts';
import { luxembourgish, takeInLines } from './fixtures/declared.ts';
import { commandOf } from './invoice-command.ts';
import { dayNumber } from './search-invoices.ts';
import type { InvoiceInputs } from './searches.ts';
import { listSearches, saveSearch, saveSearchState } from './store.ts';

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

const search = (options: object, on: Pick<Database, 'read' | 'write'> = database) => {
  const context = {
    ...{ positionals: [], options, language: 'en', clock: systemClock, database: on, dataFolder },
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
  const told = () => database.read((tx) => listSearches(tx, systemClock, 'benelux' as RegisterId, ['LU']));
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

test('A search goes on where the database was away when it said how far it is, and says so when it is done', async () => {
  let writes = 0;
  const shaky: Pick<Database, 'read' | 'write'> = {
    read: (work) => database.read(work),
    // After the entry of the journal and the note that it began.
    write: (work) => (++writes === 3 ? Promise.reject(new Error('away')) : database.write(work)),
  };
  const days = { from: '2026-01-02', until: '2026-01-30' };
  const found = await search({ invoices: true, state: 'lu', workers: '1', ...days }, shaky);
  expect(found).toMatchObject({ kind: 'answer', json: { bundles: 1 } });
  expect(writes).toBeGreaterThan(4);
  const told = await database.read((tx) => listSearches(tx, systemClock, 'benelux' as RegisterId, ['LU']));
  expect(told[0]).toMatchObject({ state: 'done', result: { bundles: 1 } });
});

test('A search that has told nothing for ten minutes counts as stopped, and its command asks the same again', async () => {
  const [register, id] = ['silent' as RegisterId, 'a'.repeat(64)];
  const inputs = {
    ...{ state: 'EL', days: 30, maxLength: 5, margin: 0.15, budget: 1_000, since: null, snapshot: 's' },
    window: {
      from: dayNumber('2026-01-01' as PlainDate),
      until: dayNumber('2026-03-31' as PlainDate),
      kinds: ['I'],
    },
  } as InvoiceInputs;
  const at = (time: string) => fixedClock(`2026-04-01T${time}:00Z`);
  await database.write((tx) => saveSearch(tx, at('10:00'), { register, id, inputs }));
  // Under the party of the register, which is not the prefix of its numbers.
  const told = (time: string, party = 'GR') =>
    database.read((tx) => listSearches(tx, at(time), register, [party]));
  expect(await told('10:09', 'EL')).toEqual([]);
  expect(await told('10:09')).toMatchObject([{ state: 'running', party: 'GR' }]);
  const progress = { state: 'running', done: 3, parts: 8 } as const;
  await database.write((tx) => saveSearchState(tx, at('10:09'), { register, id }, progress));
  expect(await told('10:15')).toMatchObject([{ state: 'running', done: 3 }]);
  expect(await told('10:20')).toMatchObject([{ state: 'stopped', done: 3, parts: 8 }]);
  expect(commandOf(inputs, register)).toBe(
    'vat search --invoices --state EL --from 2026-01-01 --until 2026-03-31 --days 30 --max-length 5 --margin 0.15 --budget 1000 --union silent',
  );
  expect(commandOf({ ...inputs, since: '' }, register)).toContain('--state EL --since-last --days 30');
  // Gone on with it runs again; done it stays done, however long that is ago.
  await database.write((tx) => saveSearch(tx, at('11:00'), { register, id, inputs }));
  expect(await told('11:01')).toMatchObject([{ state: 'running' }]);
  const done = { state: 'done', done: 0, parts: 0 } as const;
  await database.write((tx) => saveSearchState(tx, at('11:02'), { register, id }, done));
  expect(await told('23:00')).toMatchObject([{ state: 'done' }]);
});

test('A search that Greece asks for by its code is in the invoices of EL, and is told to GR', async () => {
  const asked = { invoices: true, state: 'GR', from: '2026-01-01', until: '2026-01-31', workers: '1' };
  expect(await search(asked)).toMatchObject({
    kind: 'answer',
    json: { bundles: 0, inputs: { state: 'EL' } },
  });
  const told = await database.read((tx) => listSearches(tx, systemClock, 'benelux' as RegisterId, ['GR']));
  expect(told).toMatchObject([{ party: 'GR', inputs: { state: 'EL' }, state: 'done' }]);
  const { rows } = await sql<object>`
    select party from platform.journal where event = 'vat.search_asked' and party in ('EL', 'GR')`.execute(
    database.owner,
  );
  expect(rows).toEqual([{ party: 'GR' }]);
});
