import { day } from '#kernel/fixtures/dates.ts';
import { getValue } from '#kernel/fixtures/results.ts';
import { byConsent, claim, debt } from '../../src/vat/refunds/fixtures/claims.ts';
import { balanceOf, book, type EntryDraft, type Ledger } from '../../src/vat/refunds/rules/ledger.ts';
import { legalFacts } from '../../src/vat/refunds/rules/legal-facts.ts';
import { endOfDispute, executeOffset, fallOfAssessment } from '../../src/vat/refunds/rules/offset.ts';

/** What the loop writes, step by step: the same for every claim. */
export const register = 'refunds';

const on = day('2020-11-10');
const plain = (move: 'grant' | 'pay', cents: number): EntryDraft => ({
  move,
  on,
  cents,
  taking: null,
  ofEntry: null,
});
const disputedSince = day('2020-01-01');
const debts = Array.from({ length: 25 }, (_, place) =>
  debt(`d-${place}`, place % 5 === 0 ? { cents: 101, disputedSince } : { cents: 101 }),
);

const steps: readonly ((ledger: Ledger) => Ledger)[] = [
  (ledger) => getValue(book(ledger, [plain('grant', 3_000_00)])),
  (ledger) =>
    getValue(executeOffset(claim, ledger, { id: 'o-1', road: byConsent(), on, debts }, legalFacts)).ledger,
  (ledger) =>
    debts.slice(0, 3).reduce((all, { id }) => getValue(fallOfAssessment(all, id, 0, on)).ledger, ledger),
  (ledger) => getValue(endOfDispute(ledger, 'd-5', on)).ledger,
  (ledger) => getValue(book(ledger, [plain('pay', balanceOf(ledger).waiting)])),
];

/** The ledgers of a claim after each step, the empty one first. */
export const stages: readonly Ledger[] = steps.reduce<Ledger[]>(
  (all, step) => all.concat([step(all.at(-1) ?? [])]),
  [[]],
);

/** The ledger after the next step; null where it is whole. Throws where it stands between two of them. */
export function nextStep(ledger: Ledger): Ledger | null {
  const stage = stages.findIndex(({ length }) => length === ledger.length);
  if (stage < 0) throw new Error(`A ledger of ${ledger.length} entries is half a step`);
  return stages[stage + 1] ?? null;
}
