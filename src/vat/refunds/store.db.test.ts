import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue } from '#kernel/fixtures/results.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { nextStep, register, stages } from './fixtures/ledger-stages.ts';
import { balanceOf, book, type Ledger } from './rules/ledger.ts';
import { appendEntries, loadLedger } from './store.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

const keyOf = (claim: string) => ({ register, claim });
const append = (claim: string, before: Ledger, after: Ledger) =>
  database.write((tx) => appendEntries(tx, systemClock, keyOf(claim), { before, after }));
const load = (claim: string) => database.read((tx) => loadLedger(tx, keyOf(claim)));
const granted = getValue(
  book([], [{ move: 'grant', on: day('2020-11-10'), cents: 100, taking: null, ofEntry: null }]),
);

describe('The ledger of a claim', () => {
  test('comes back as it was written, and bears after each entry the balance that the entries give', async () => {
    for (let ledger = nextStep([]); ledger !== null; ledger = nextStep(ledger))
      await append('whole', await load('whole'), ledger);
    const last = stages.at(-1) ?? [];
    expect(await load('whole')).toEqual(last);
    const { rows } = await sql<Record<string, string>>`
      select refund, paid, set_off, waiting, disputed from vat.refund_entry
      where register = ${register} and claim = 'whole' order by number`.execute(database.owner);
    expect(rows.length).toBe(last.length);
    for (const [place, row] of rows.entries()) {
      const { refund, paid, setOff, waiting, disputed } = balanceOf(last.slice(0, place + 1));
      expect(Object.values(row).map(Number)).toEqual([refund, paid, setOff, waiting, disputed]);
    }
  });

  test('is written by one of two who write at once, and not by both', async () => {
    await append('once', [], granted);
    const paid = getValue(
      book(granted, [{ move: 'pay', on: day('2020-11-10'), cents: 100, taking: null, ofEntry: null }]),
    );
    const both = await Promise.allSettled([append('once', granted, paid), append('once', granted, paid)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await load('once')).toEqual(paid);
  });

  const insert = (values: RawBuilder<unknown>) =>
    sql`insert into vat.refund_entry
      (register, claim, number, move, happened_on, cents, debt, taken_in, road, owed, of_entry, recorded_at)
      values (${register}, 'tried', ${values}, now())`;
  const taking = sql`'d', 'o', 'set_off', 60`;
  test.each([
    [
      'pays more than waits',
      insert(sql`2, 'pay', '2020-11-10', 101, null, null, null, null, null`),
      'not_short',
    ],
    [
      'sets off without a road',
      insert(sql`2, 'set_off', '2020-11-10', 1, null, null, null, null, null`),
      'has_road',
    ],
    ['pays on a road', insert(sql`2, 'pay', '2020-11-10', 1, ${taking}, null`), 'has_road'],
    [
      'takes more than the debt',
      insert(sql`2, 'set_off', '2020-11-10', 61, ${taking}, null`),
      'more than debt',
    ],
    [
      'moves back what was not moved',
      insert(sql`2, 'reverse', '2020-11-10', 1, ${taking}, 1`),
      'entry 1 did not',
    ],
    [
      'moves back nothing in particular',
      insert(sql`2, 'reverse', '2020-11-10', 1, ${taking}, null`),
      'refund_entry',
    ],
    [
      'leaves a number out',
      insert(sql`3, 'pay', '2020-11-10', 1, null, null, null, null, null`),
      'does not follow',
    ],
    [
      'is of an earlier day',
      insert(sql`2, 'pay', '2020-11-09', 1, null, null, null, null, null`),
      'earlier day',
    ],
    ['is of nothing', insert(sql`2, 'pay', '2020-11-10', 0, null, null, null, null, null`), 'cents'],
    ['is changed', sql`update vat.refund_entry set cents = 1 where claim = 'tried'`, 'only added to'],
    ['is taken out', sql`delete from vat.refund_entry where claim = 'tried'`, 'only added to'],
    ['is emptied', sql`truncate vat.refund_entry`, 'only added to'],
  ])('refuses an entry that %s, whoever writes it', async (_what, statement, said) => {
    if ((await load('tried')).length === 0) await append('tried', [], granted);
    await expect(statement.execute(database.owner)).rejects.toThrow(said);
    expect(await load('tried')).toEqual(granted);
  });
});
