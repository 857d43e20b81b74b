import { sql } from 'kysely';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Person } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import { demonstrationId } from '#union';
import { applicationJson, invoiceJson } from '../../src/vat/refunds/fixtures/applications.ts';
import { listClaims, listDebts, loadLedger } from '../../src/vat/refunds/store.ts';

/** What the loop does to one claim after another, act by act, each through the action that people have: the same for every claim. */

export const register: RegisterId = demonstrationId;

/** Who sits for a party in the group on refunds. */
export const seatOf = (party: string): Person => ({
  kind: 'person',
  id: `loop-${party}`,
  name: party,
  session: { hash: '', demonstration: false },
  grants: [
    {
      register,
      role: 'player' as RecordId,
      party: party as RecordId,
      body: 'fisc-vrp' as RecordId,
      period: { from: null, to: null },
      basis: 'test',
    },
  ],
});

export type LoopAct = { readonly by: string; readonly name: string; readonly input: object };

/** With what ids their references have got. */
type Ids = { readonly claim: string; readonly debts: readonly [string, string] };

const debtReference = (count: number, place: number) => `loop-${count}-${place}`;
const claimReference = (count: number) => `loop-${count}`;

/** All acts of one claim, in their order; each of one record, so that each has one entry of the journal. */
function actsOf(
  count: number,
  { claim: id, debts: [first, second] }: Ids,
  today: PlainDate,
): readonly LoopAct[] {
  const ago = (days: number) => addDays(today, -days);
  const debt = (place: number, amount: string) => ({
    ...{ party: 'NL', reference: debtReference(count, place), debtor: 'NL004495445B01', tax: 'vat', amount },
    ...{ assessed_on: ago(300), due_on: ago(270), enforceable_from: ago(200) },
  });
  const json = applicationJson({
    id: claimReference(count),
    period: { from: '2025-01-01', to: '2025-12-31' },
    submitted_on: '2026-08-01',
    invoices: [
      invoiceJson({
        number: `L-${count}`,
        date: '2025-03-04',
        taxable_cents: 9_000_00,
        vat_cents: 3_000_00,
        deductible_cents: 3_000_00,
      }),
    ],
  });
  const file = Buffer.from(JSON.stringify(json)).toString('base64');
  const nl = (name: string, input: object) => ({ by: 'NL', name, input });
  const be = (name: string, input: object) => ({ by: 'BE', name, input });
  return [
    nl('tax-debts/register', debt(0, '101.01')),
    nl('tax-debts/register', debt(1, '202.02')),
    nl('tax-debts/dispute', { id: second }),
    nl('refunds/register', { party: 'NL', file }),
    nl('refunds/forward', { id }),
    be('refunds/receive', { id }),
    nl('refunds/consent', { id, consent: 'k', signed_on: today }),
    be('refunds/approve', { id, approved: '3000' }),
    nl('refunds/propose_offset', { id, road: 'consent_transfer', debts: [first, second] }),
    be('refunds/execute_offset', { id, offset: 'o-1' }),
    nl('refunds/notify', { id, offset: 'o-1' }),
    nl('tax-debts/end_dispute', { id: second }),
    be('refunds/collect', { id, debt: second }),
    nl('tax-debts/restate', { id: first, owed: '1', reason: 'synthetic' }),
    be('refunds/reverse', { id, debt: first }),
    be('refunds/correct', { id, amount: '0.03', reason: 'synthetic' }),
    be('refunds/pay', { id, amount: '2796.95' }),
  ];
}

const none = { claim: '', debts: ['', ''] } as const;
const all = actsOf(0, none, '2026-01-01' as PlainDate);
/** How many acts a claim has had when all is done. */
export const lastOfClaim = all.filter(({ name }) => name.startsWith('refunds/')).length;
/** 3,000 less 0.03, of which 1 and 202.02 went to the debts. */
export const wholeBalance = {
  ...{ refund: 2_999_97, paid: 2_796_95, setOff: 203_02, retained: 0, waiting: 0, disputed: 0 },
};

/** How many acts have been done in all, by the journal. */
export async function placeOf(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ acts: number }>`
    select count(*)::integer as acts from platform.journal
    where register = ${register} and (event like 'refunds/%' or event like 'tax-debts/%')`.execute(tx);
  return rows[0]?.acts ?? 0;
}

/** The act at a place, with the ids that those before it made. */
export async function actAt(tx: Transaction, place: number, today: PlainDate): Promise<LoopAct> {
  const count = Math.floor(place / all.length);
  const known = { register, knownAt: today };
  const [claim] = await listClaims(tx, known, { says: [{ reference: claimReference(count) }] });
  const debts = await Promise.all(
    [0, 1].map(async (one) => {
      const [held] = await listDebts(tx, known, { says: [{ reference: debtReference(count, one) }] });
      return held?.debt.id ?? '';
    }),
  );
  const [first = '', second = ''] = debts;
  const act = actsOf(count, { claim: claim?.record.id ?? '', debts: [first, second] }, today)[
    place % all.length
  ];
  if (act === undefined) throw new Error(`There is no act at ${place}`);
  return act;
}

/** Claims of the loop in their order, each with its history, its ledger, and how many acts the journal has on it. */
export async function listLoopClaims(tx: Transaction) {
  const claims = await listClaims(tx, { register, knownAt: '2032-12-31' as PlainDate });
  const found = [];
  for (const { record, kept } of claims) {
    const { rows } = await sql<{ acts: number }>`
      select count(*)::integer as acts from platform.journal
      where register = ${register} and subject = ${`vat_claims/${record.id}`} and event like 'refunds/%'`.execute(
      tx,
    );
    const ledger = await loadLedger(tx, { register, claim: record.id });
    found.push({ kept, ledger, acts: rows[0]?.acts ?? 0 });
  }
  return found;
}
