import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { draftNote } from '#platform/records/fixtures/notes.ts';
import { writeRecords } from '#platform/records/records.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { appendJournal, listJournal, sequenceJournal, verifyJournal } from './journal.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  for (const knownFrom of ['2020-05', '2021'])
    await database.write((tx) =>
      writeRecords(tx, systemClock, {
        register: 'r',
        knownFrom: date(knownFrom),
        actor: 'test',
        drafts: [
          draftNote('a', { text: knownFrom }, [
            {
              axis: 'state',
              from: 'none',
              to: 'active',
              effectiveOn: date('2012'),
              observed: false,
              details: {},
            },
          ]),
          draftNote('b', { text: knownFrom }, [], 1),
        ],
      }),
    );
  await sequenceJournal(database);
});
afterAll(() => database.close());

test('A journal that nobody touched is whole, and every entry has its place', async () => {
  expect(await verifyJournal(database)).toEqual({
    entries: 4,
    payloads: 4,
    sequenced: 4,
    records: 4,
    transitions: 1,
    faults: [],
  });
  expect(await sequenceJournal(database)).toBe(0);
});

test('Entries carry who did what to which record, the newest first', async () => {
  const { entries, total } = await database.read((tx) =>
    listJournal(tx, { register: 'r', subject: 'notes/a', limit: 10, offset: 0 }),
  );
  expect(total).toBe(2);
  expect(entries.map(({ event, actor, effectiveOn, place }) => [event, actor, effectiveOn, place])).toEqual([
    ['record.corrected', 'test', '2021', 3],
    ['record.added', 'test', '2020-05', 1],
  ]);
});

class Undo extends Error {}

/** What verification says after a change that the owner of the database makes by SQL, which is then undone. */
async function faultsAfter(change: RawBuilder<unknown>): Promise<readonly { row: string; fault: string }[]> {
  const faults: { row: string; fault: string }[] = [];
  await database.owner
    .transaction()
    .execute(async (tx) => {
      const { numAffectedRows } = await change.execute(tx);
      expect(numAffectedRows).toBe(1n);
      const inside = {
        ...database,
        read: <T>(work: (tx: Transaction) => Promise<T>) => work(tx as Transaction),
      };
      const verdict = await verifyJournal(inside);
      faults.push(...verdict.faults.map(({ row, fault }) => ({ row, fault })));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return faults;
}

test('Verification names the row that was changed by SQL, whichever column it is', async () => {
  const { rows } = await sql<{ version: string; entry: string; step: string }>`
    select version, record.entry, transition.id as step from platform.record
    join platform.transition on transition.entry = record.entry`.execute(database.owner);
  const [{ version, entry, step } = { version: '', entry: '', step: '' }] = rows;
  const ofJournal = { row: `platform.journal ${entry}`, fault: 'leaf_differs' };
  const ofPayload = { row: `platform.journal_payload ${entry}`, fault: 'payload_differs' };
  const ofRecord = { row: `platform.record notes/a version ${version}`, fault: 'record_differs' };
  const ofStep = { row: `platform.transition ${step}`, fault: 'transition_differs' };
  const journal = (set: RawBuilder<unknown>) => sql`update platform.journal set ${set} where id = ${entry}`;
  const record = (set: RawBuilder<unknown>) =>
    sql`update platform.record set ${set} where version = ${version}`;
  const transition = (set: RawBuilder<unknown>) =>
    sql`update platform.transition set ${set} where id = ${step}`;
  const changes: readonly (readonly [RawBuilder<unknown>, { row: string; fault: string }])[] = [
    ...[
      'actor',
      'event',
      'register',
      'party',
      'instrument',
      'purpose',
      'effective_on',
      'payload_hash',
      'leaf_hash',
    ].map((column) => [journal(sql`${sql.ref(column)} = 'x'`), ofJournal] as const),
    [journal(sql`recorded_at = recorded_at - interval '1 hour'`), ofJournal],
    [sql`update platform.journal_payload set salt = 'x' where entry = ${entry}`, ofPayload],
    [
      sql`update platform.journal_payload set payload = payload || '{"x": 1}' where entry = ${entry}`,
      ofPayload,
    ],
    [record(sql`body = body || '{"text": "changed"}'`), ofRecord],
    [record(sql`known_from = '2019'`), ofRecord],
    [record(sql`known_from = 'never'`), ofRecord],
    [record(sql`known_from_day = '2019-12-31'`), ofRecord],
    [record(sql`known_until_day = null`), ofRecord],
    [record(sql`recorded_at = recorded_at - interval '1 hour'`), ofRecord],
    [record(sql`position = 7`), ofRecord],
    [record(sql`content_hash = 'x'`), ofRecord],
    [record(sql`kind = 'other'`), ofRecord],
    [record(sql`id = 'other'`), ofRecord],
    [transition(sql`to_state = 'merged'`), ofStep],
    [transition(sql`effective_on = '2013'`), ofStep],
    [transition(sql`effective_last = '2013-12-31'`), ofStep],
    [transition(sql`known_from_day = '2019-12-31'`), ofStep],
    [transition(sql`observed = true`), ofStep],
    [transition(sql`details = '{"x": 1}'`), ofStep],
  ];
  for (const [index, [change, fault]] of changes.entries())
    expect(await faultsAfter(change), `change ${index}`).toContainEqual(fault);
  expect(await faultsAfter(sql`delete from platform.record where version = ${version}`)).toEqual([
    { ...ofRecord, fault: 'record_missing' },
  ]);
  const planted = '00000000-0000-7000-8000-000000000001';
  expect(
    await faultsAfter(sql`
      insert into platform.record select ${planted}, register, kind, 'planted', position, known_from, known_from_day,
        known_until_day, recorded_at, entry, body, content_hash, facets, search
      from platform.record where version = ${version}`),
  ).toContainEqual({ row: `platform.record notes/a version ${planted}`, fault: 'record_differs' });
  expect(await faultsAfter(sql`delete from platform.transition where id = ${step}`)).toEqual([
    { row: 'platform.transition of notes/a', fault: 'transition_missing' },
  ]);
  expect(await faultsAfter(sql`delete from platform.journal_sequence where place = 2`)).toEqual([
    { row: 'platform.journal_sequence', fault: 'sequence_gap' },
  ]);
  expect((await verifyJournal(database)).faults).toEqual([]);
});

test('An entry that commits later gets a later place, whatever its clock said', async () => {
  const entry = (event: string) => [{ event, actor: 'test', register: 'order', payload: {} }];
  await database.write(async (slow) => {
    await appendJournal(slow, systemClock, entry('began first'));
    await database.write((quick) => appendJournal(quick, systemClock, entry('committed first')));
    await sequenceJournal(database);
  });
  await sequenceJournal(database);
  const { entries } = await database.read((tx) =>
    listJournal(tx, { register: 'order', limit: 10, offset: 0 }),
  );
  const placed = entries.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  expect(placed.map(({ event }) => event)).toEqual(['committed first', 'began first']);
});

test('Payloads may be deleted at the end of retention and the journal stays whole', async () => {
  const removed = await database.retention((tx) =>
    sql`delete from platform.journal_payload where entry in (select id from platform.journal where register = 'r')`.execute(
      tx,
    ),
  );
  expect(removed.numAffectedRows).toBe(4n);
  expect(await verifyJournal(database)).toMatchObject({ entries: 6, payloads: 2, records: 4, faults: [] });
});
