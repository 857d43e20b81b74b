import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { type RecordDraft, writeRecords } from '#platform/records/records.ts';
import { createTestDatabase } from '../../../../test/support/test-database.ts';
import { claims, debts } from '../kinds.ts';
import { debtStates, stateOfDebt } from '../rules/debt-states.ts';
import { debtOf, metInAll } from '../store.ts';
import { listClaimsBeside, listDebtPage, listNewestClaims, listOpenClaims } from './store.ts';

const register = 'synthetic';
const known = { register, knownAt: day('2021-06-01') };
const draft = (
  kind: RecordDraft['kind'],
  id: string,
  body: object,
  steps: readonly string[] = [],
): RecordDraft => ({
  ...{ kind, id, position: 0, body: { id, ...body } },
  transitions: steps.map((to, at) => ({
    ...{ axis: 'state', from: null, to, observed: false, details: { act: to } },
    effectiveOn: day(`2021-0${at + 1}-01`),
  })),
});
const claim = (id: string, steps: readonly string[], { year = 2020, applicant = 'NL1', to = 'BE' } = {}) =>
  draft(
    claims,
    id,
    {
      ...{ reference: id, applicant, establishment: 'NL', refund_state: to, currency: 'EUR', invoices: 1 },
      ...{ period_from: `${year}-01-01`, period_to: `${year}-12-31`, submitted_on: '2021-01-01' },
      ...{ claimed_cents: 1, application: 'synthetic' },
    },
    steps,
  );
const stay = (until: string | null) => ({ from: '2020-01-01', until });
const debtBodies = [
  { cents: 0, disputed_since: '2021-01-01' },
  { cents: 5, disputed_since: '2021-01-01', stays: [stay(null)] },
  { cents: 5, disputed_since: null, stays: [stay('2020-02-01'), stay(null)] },
  { cents: 5, stays: [stay('2020-02-01')] },
  { cents: 5 },
  { cents: 5, stays: [stay(null)] },
  { cents: 5 },
];
/** What refunds met of them, in part and with something moved back or only kept for the last but one. */
const metOf = [0, 0, 0, 0, 4, 5, 5];
const debtDraft = (body: object, at: number) =>
  draft(debts, `d-${at}`, {
    ...{ reference: `d-${at}`, debtor: 'NL1', creditor: 'NL', tax: 'vat', currency: 'EUR' },
    ...{ assessed_on: '2020-01-01', due_on: `2020-02-0${7 - at}`, ...body },
  });
const drafts = [
  claim('c-1', ['lodged']),
  claim('c-2', ['lodged', 'forwarded', 'received', 'refused']),
  claim('c-3', ['lodged', 'not_forwarded']),
  claim('c-4', ['lodged', 'forwarded', 'received', 'approved']),
  claim('c-5', ['lodged', 'forwarded', 'received', 'approved']),
  claim('c-6', ['lodged', 'forwarded'], { year: 2018 }),
  claim('c-7', ['lodged'], { applicant: 'NL2' }),
  claim('c-8', ['lodged'], { to: 'LU' }),
  ...debtBodies.map(debtDraft),
];
/** Of c-4 all was paid, of c-5 some waits. */
const entries = [
  ['c-4', 1, 'grant', 10],
  ['c-4', 2, 'pay', 10],
  ['c-5', 1, 'grant', 10],
  ['c-5', 2, 'pay', 4],
] as const;
/** Of c-6: debt, move, cents and what is moved on. */
const takings = [
  ['d-4', 'set_off', 5, null],
  ['d-4', 'reverse', 1, 2],
  ['d-5', 'retain', 5, null],
  ['d-5', 'collect', 5, 4],
  ['d-6', 'set_off', 5, null],
  ['d-3', 'retain', 5, null],
] as const;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.write(async (tx) => {
    await writeRecords(tx, systemClock, { register, knownFrom: day('2021-01-01'), actor: 'test', drafts });
    for (const [id, number, move, cents] of entries)
      await sql`insert into vat.refund_entry (register, claim, number, move, happened_on, cents, recorded_at)
        values (${register}, ${id}, ${number}, ${move}, '2021-05-01', ${cents}, now())`.execute(tx);
    await sql`insert into vat.refund_entry (register, claim, number, move, happened_on, cents, recorded_at)
      values (${register}, 'c-6', 1, 'grant', '2021-05-01', 100, now())`.execute(tx);
    for (const [at, [debt, move, cents, of]] of takings.entries())
      await sql`insert into vat.refund_entry
          (register, claim, number, move, happened_on, cents, debt, taken_in, road, owed, of_entry, recorded_at)
        values (${register}, 'c-6', ${at + 2}, ${move}, '2021-05-01', ${cents}, ${debt}, 'o-1', 'consent_transfer', 5,
          ${of}, now())`.execute(tx);
  });
});
afterAll(() => database?.close());

const belgian = [{ refund_state: 'BE' }];
const open = (says: readonly object[], limit: number | null) =>
  database.read((tx) => listOpenClaims(tx, known, says as typeof belgian, limit));
const debtPage = (wanted: Parameters<typeof listDebtPage>[3]) =>
  database.read((tx) => listDebtPage(tx, known, [{ creditor: 'NL' }], wanted));

describe('The list of claims', () => {
  test('of what is to be done has none that is refused, kept back or paid out; longest untouched first', async () => {
    expect(await open(belgian, null)).toEqual({ ids: ['c-1', 'c-7', 'c-6', 'c-5'], total: 4 });
    expect(await open(belgian, 2)).toEqual({ ids: ['c-1', 'c-7'], total: 4 });
    expect(await open([], null)).toEqual({ ids: [], total: 0 });
  });

  test('of all of them goes page by page, the newest first, and holds those of no other party', async () => {
    const page = (offset: number) =>
      database.read((tx) => listNewestClaims(tx, known, belgian, { limit: 4, offset }));
    expect(await page(0)).toEqual({ ids: ['c-7', 'c-6', 'c-5', 'c-4'], total: 7 });
    expect((await page(4)).ids).toEqual(['c-3', 'c-2', 'c-1']);
  });

  test('that may hold the same invoices is of one applicant and state, earlier, and of the years beside', async () => {
    const period = { from: '2020-04-01', to: '2020-06-30' };
    const beside = (before: string) =>
      database.read((tx) =>
        listClaimsBeside(tx, known, { applicant: 'NL1', refundState: 'BE', period, before }),
      );
    expect(await beside('c-9')).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5']);
    expect(await beside('c-2')).toEqual(['c-1']);
  });
});

describe('The list of debts', () => {
  test('has each in the state that the rule gives it, and counts them', async () => {
    const states = debtBodies.map((body, at) => stateOfDebt(debtOf({ id: `d-${at}`, body }), metOf[at]));
    const met = await database.read((tx) =>
      metInAll(
        tx,
        register,
        debtBodies.map((_, at) => `d-${at}`),
      ),
    );
    expect(metOf.map((_, at) => met.get(`d-${at}`) ?? 0)).toEqual(metOf);
    expect(new Set(states)).toEqual(new Set(debtStates));
    for (const state of debtStates) {
      const { ids, total, counts } = await debtPage({ state, limit: 10, offset: 0 });
      const wanted = states.flatMap((one, at) => (one === state ? [`d-${at}`] : []));
      expect(ids.toSorted()).toEqual(wanted);
      expect([total, counts.get(state)]).toEqual([wanted.length, wanted.length]);
    }
  });

  test('goes page by page by the day on which they are due', async () => {
    expect(await debtPage({ state: null, limit: 2, offset: 0 })).toMatchObject({
      ids: ['d-6', 'd-5'],
      total: 7,
    });
    expect(await debtPage({ state: null, limit: 2, offset: 6 })).toMatchObject({ ids: ['d-0'], total: 7 });
  });
});
