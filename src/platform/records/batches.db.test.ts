import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { listBatches, loadBatch, undoBatch } from './batches.ts';
import { writeChanges } from './changes.ts';
import { notes } from './fixtures/notes.ts';
import { findRecord, listVersions } from './records.ts';
import { stateHash } from './state.ts';
import { listTransitions } from './transitions.ts';

const register = 'benelux';
const clock = fixedClock('2026-11-26T12:00:00Z');
const knownFrom = '2026-11-26' as PartialDate;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Written = { readonly id: string; readonly text?: string; readonly to?: string };

/** Writes some notes together, under a name or none. */
function write(written: readonly Written[], batch?: string, on: PartialDate = knownFrom): Promise<void> {
  return database.write((tx) =>
    writeChanges(tx, clock, {
      register,
      knownFrom: on,
      event: 'notes/write',
      actor: 'test',
      party: null,
      batch,
      changes: written.map(({ id, text, to }) => ({
        kind: notes,
        id,
        ...(text === undefined ? {} : { body: { id, text } }),
        steps:
          to === undefined
            ? []
            : [{ axis: 'state', from: null, to, effectiveOn: on, observed: false, details: {} }],
      })),
    }),
  );
}

const undo = (batch: string) =>
  database.write((tx) => undoBatch(tx, clock, { register, batch, actor: 'test', party: null }));
const hashNow = () => database.read(async (tx) => (await stateHash(tx)).hash);
const faults = async () => (await verifyJournal(database)).faults;

test('A batch that is taken back leaves the state as it was, and the journal whole and longer', async () => {
  await write([{ id: 'kept', text: 'before', to: 'open' }]);
  const before = await hashNow();
  await write(
    [
      { id: 'kept', text: 'after', to: 'shut' },
      { id: 'new', text: 'new', to: 'open' },
    ],
    'b-1',
  );
  expect(await database.read((tx) => loadBatch(tx, register, 'b-1'))).toEqual({
    subjects: ['notes/kept', 'notes/new'],
    created: ['notes/new'],
  });
  const { entries } = await verifyJournal(database);
  expect(await hashNow()).not.toBe(before);
  expect((await undo('b-1')).ok).toBe(true);
  expect(await hashNow()).toBe(before);
  await database.read(async (tx) => {
    const moment = { register, knownAt: knownFrom, kind: notes.name };
    expect((await findRecord(tx, { ...moment, id: 'kept' }))?.body.text).toBe('before');
    expect(await findRecord(tx, { ...moment, id: 'new' })).toBeUndefined();
    expect(await listVersions(tx, { register, kind: notes.name, id: 'new' })).toEqual([]);
    expect(await listTransitions(tx, { ...moment, subject: 'kept' })).toHaveLength(1);
    expect(await listBatches(tx, register, 'b-')).toMatchObject([{ id: 'b-1', undone: true }]);
  });
  const verdict = await verifyJournal(database);
  expect(verdict.faults).toEqual([]);
  expect(verdict.entries).toBe(entries + 3);
  expect(await undo('b-1')).toMatchObject({ problems: [{ code: 'batch_undone' }] });
  expect(await undo('b-0')).toMatchObject({ problems: [{ code: 'batch_not_found' }] });
});

test('A batch on which something was built stays', async () => {
  await write([{ id: 'built', text: 'one' }], 'b-2');
  await write([{ id: 'built', to: 'open' }]);
  const before = await hashNow();
  expect(await undo('b-2')).toMatchObject({
    problems: [{ code: 'batch_built_upon', params: { records: 'notes/built' } }],
  });
  expect(await hashNow()).toBe(before);
});

test('Batches that are taken back in the order in which they can be leave nothing of themselves', async () => {
  const note = fc.record({
    id: fc.constantFrom('x1', 'x2', 'x3', 'kept'),
    text: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
    to: fc.option(fc.constantFrom('open', 'shut'), { nil: undefined }),
  });
  const batches = fc.array(fc.uniqueArray(note, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(batches, async (written) => {
      run += 1;
      const hashes = [await hashNow()];
      for (const [index, one] of written.entries()) {
        await write(
          one.map(({ id, text, to }) => ({
            id,
            ...(text === undefined ? {} : { text }),
            ...(to === undefined ? {} : { to }),
          })),
          `r-${run}-${index}`,
        );
        hashes.push(await hashNow());
      }
      for (const index of written.keys().toArray().toReversed()) {
        expect((await undo(`r-${run}-${index}`)).ok).toBe(true);
        expect(await hashNow()).toBe(hashes[index]);
      }
    }),
    { numRuns: 12 },
  );
  expect(await faults()).toEqual([]);
});

test('The application takes rows back only by an entry of the same transaction, and verification finds what was not said', async () => {
  await write([{ id: 'guarded', text: 'one' }], 'b-3');
  const [row] = (
    await sql<{ version: string; entry: string }>`
      select version, entry from platform.record where id = 'guarded'`.execute(database.owner)
  ).rows;
  if (row === undefined) throw new Error('nothing was written');
  const withdraw = () =>
    database.write((tx) =>
      sql`select platform.withdraw(${[row.version]}::uuid[], ${[row.entry]}::uuid[], '{}', '{}')`.execute(tx),
    );
  await expect(withdraw()).rejects.toThrow('same transaction');
  await expect(
    database.write((tx) => sql`delete from platform.record where id = 'guarded'`.execute(tx)),
  ).rejects.toThrow('permission denied');
  expect((await undo('b-3')).ok).toBe(true);
  // What was taken back is still vouched for by what brought it, and by what took it back.
  await sql`update platform.withdrawn_record set body = body || '{"text": "two"}' where id = 'guarded'`.execute(
    database.owner,
  );
  expect(await faults()).toMatchObject([{ fault: 'record_differs' }]);
  await sql`update platform.withdrawn_record set body = body || '{"text": "one"}' where id = 'guarded'`.execute(
    database.owner,
  );
  await sql`delete from platform.withdrawn_record where id = 'guarded'`.execute(database.owner);
  expect((await faults()).map(({ fault }) => fault).sort()).toEqual(['record_missing', 'withdrawal_differs']);
});
