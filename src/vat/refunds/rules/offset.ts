import type { PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Cents, type Claim, type Debt, type Road, writtenCents } from '../model.ts';
import {
  type Account,
  balanceOf,
  book,
  type EntryDraft,
  type Ledger,
  leftOf,
  type Move,
  moves,
  takenFor,
} from './ledger.ts';
import type { LegalFacts } from './legal-facts.ts';
import { type DebtVerdict, inOrder, lackingOfRoad, verdictOn } from './roads.ts';

/** What goes to one debt. */
export type Allocation = {
  readonly debt: Debt;
  readonly use: 'set_off' | 'retain';
  /** More than nothing. */
  readonly cents: Cents;
  /** What of the debt is met neither by this nor by earlier offsets of the claim. */
  readonly leftOwed: Cents;
};

export type Offset = {
  readonly id: string;
  readonly road: Road;
  readonly on: PlainDate;
  /** In the order in which they are met. */
  readonly allocations: readonly Allocation[];
  /** Debts that get nothing, each with why. */
  readonly passedOver: readonly Pick<DebtVerdict, 'debt' | 'findings'>[];
  /** What goes on waiting, for the applicant. */
  readonly left: Cents;
};

/** What proposals that were not carried out take of each debt, and which of them did last. */
export type Promised = ReadonlyMap<string, { readonly cents: Cents; readonly offset: string }>;

export const inAll = (promised: Promised): Cents =>
  [...promised.values()].reduce((sum, { cents }) => sum + cents, 0);

export type OffsetOrder = {
  readonly id: string;
  readonly road: Road;
  readonly on: PlainDate;
  readonly debts: readonly Debt[];
  /** Of each debt no more than this, though more may be owed by now: as it was proposed. Absent: all that is owed. */
  readonly most?: ReadonlyMap<string, Cents>;
  /** Counts as taken, of the debts and of what waits. Absent: nothing is. */
  readonly promised?: Promised;
};

/**
 * What an offset would come to on its day: the debts that can be met, in the order of `inOrder`, each as far as what waits reaches, to the cent. The order
 * in which they are given does not matter. Nothing is written. Problems, all at once: those of `lackingOfRoad`, `vat_offset_debt_twice`, `vat_offset_nothing_waits`,
 * `vat_offset_waiting_proposed` (other proposals take all of it), `vat_offset_proposed` (of a debt), `vat_offset_nothing_to_meet` with those of every debt.
 */
export function planOffset(
  claim: Claim,
  ledger: Ledger,
  { id, road, on, debts, most, promised = new Map() }: OffsetOrder,
  facts: LegalFacts,
): Result<Offset> {
  const { waiting: held } = balanceOf(ledger);
  const waiting = Math.max(0, held - inAll(promised));
  const findings: Problem[] = [...lackingOfRoad(road, claim, debts, on, facts)];
  const twice = debts.find((debt, place) => debts.findIndex((other) => other.id === debt.id) < place);
  if (twice !== undefined) findings.push(problem('vat_offset_debt_twice', 'debts', { debt: twice.id }));
  if (held === 0) findings.push(problem('vat_offset_nothing_waits'));
  else if (waiting === 0)
    findings.push(problem('vat_offset_waiting_proposed', '', { amount: writtenCents(held) }));
  const proposed = debts.flatMap((debt) => proposedBefore(debt, ledger, promised));
  findings.push(...proposed);
  const verdicts = new Map(debts.map((debt) => [debt.id, verdictOn(debt, road, claim, on, facts)]));
  const allocations: Allocation[] = [];
  let left = waiting;
  const ordered = inOrder(debts, road.kind, facts);
  for (const debt of ordered) {
    const verdict = verdicts.get(debt.id);
    if (verdict === undefined || verdict.use === 'pass_over') continue;
    const open = openOf(debt, ledger) - (promised.get(debt.id)?.cents ?? 0);
    const cents = Math.min(open, left, most === undefined ? open : (most.get(debt.id) ?? 0));
    if (cents <= 0) continue;
    left -= cents;
    allocations.push({ debt, use: verdict.use, cents, leftOwed: open - cents });
  }
  const passedOver = ordered.flatMap((debt) => {
    const verdict = verdicts.get(debt.id);
    return verdict?.use === 'pass_over' ? [{ debt, findings: verdict.findings }] : [];
  });
  if (allocations.length === 0 && waiting > 0 && proposed.length === 0)
    findings.push(
      problem('vat_offset_nothing_to_meet', 'debts', { count: debts.length }),
      ...passedOver.flatMap((one) => one.findings),
    );
  return findings.length > 0 ? fail(...findings) : ok({ id, road, on, allocations, passedOver, left });
}

/** What of a debt no offset of the claim met or keeps for it. */
function openOf(debt: Debt, ledger: Ledger): Cents {
  const { setOff, disputed } = takenFor(ledger, debt.id);
  return debt.cents - setOff - disputed;
}

/** That a debt is taken already by what was proposed, as far as it is owed; nothing where some of it is free. */
export function proposedBefore(debt: Debt, ledger: Ledger, promised: Promised): readonly Problem[] {
  const before = promised.get(debt.id);
  const open = openOf(debt, ledger);
  if (before === undefined || open <= 0 || open > before.cents) return [];
  const params = { offset: before.offset, amount: writtenCents(before.cents) };
  return [problem('vat_offset_proposed', `debts.${debt.id}`, params)];
}

/** Plans the offset anew on its day and books it. Problems: those of `planOffset` and `book`. */
export function executeOffset(
  claim: Claim,
  ledger: Ledger,
  order: OffsetOrder,
  facts: LegalFacts,
): Result<{ readonly offset: Offset; readonly ledger: Ledger }> {
  const offset = planOffset(claim, ledger, order, facts);
  if (!offset.ok) return offset;
  const drafts = offset.value.allocations.map(
    ({ debt, use, cents }): EntryDraft => ({
      move: use,
      on: order.on,
      cents,
      taking: { debt: debt.id, offset: order.id, road: order.road.kind, owed: debt.cents },
      ofEntry: null,
    }),
  );
  const booked = book(ledger, drafts);
  return booked.ok ? ok({ offset: offset.value, ledger: booked.value }) : booked;
}

/**
 * The ledger after an assessment fell to what is still owed (0: wholly): what was taken for the debt beyond that goes back to what waits, what was taken
 * last first, so that all is as it was before. Nothing, where no more was taken than is owed. Problem: those of `book`.
 */
export function fallOfAssessment(
  ledger: Ledger,
  debt: string,
  owed: Cents,
  on: PlainDate,
): Result<{ readonly ledger: Ledger; readonly back: Cents }> {
  const { setOff, disputed } = takenFor(ledger, debt);
  const back = Math.max(0, setOff + disputed - owed);
  const booked = book(ledger, takeBack(ledger, debt, { disputed: 'release', set_off: 'reverse' }, back, on));
  return booked.ok ? ok({ ledger: booked.value, back }) : booked;
}

/** The ledger after a dispute ended for the creditor: what was kept for the debt is given to it. Problem: `vat_offset_nothing_kept`. */
export function endOfDispute(
  ledger: Ledger,
  debt: string,
  on: PlainDate,
): Result<{ readonly ledger: Ledger; readonly collected: Cents }> {
  const { disputed } = takenFor(ledger, debt);
  if (disputed === 0) return fail(problem('vat_offset_nothing_kept', 'debt', { debt }));
  const booked = book(ledger, takeBack(ledger, debt, { disputed: 'collect' }, disputed, on));
  return booked.ok ? ok({ ledger: booked.value, collected: disputed }) : booked;
}

/** Entries that move so much for a debt on from where earlier entries put it, the latest first. */
function takeBack(
  ledger: Ledger,
  debt: string,
  movesFrom: Readonly<Partial<Record<Account, Move>>>,
  cents: Cents,
  on: PlainDate,
): readonly EntryDraft[] {
  let rest = cents;
  return ledger.toReversed().flatMap((entry): readonly EntryDraft[] => {
    const move = movesFrom[moves[entry.move].to];
    if (move === undefined || entry.taking?.debt !== debt) return [];
    const part = Math.min(rest, leftOf(ledger, entry));
    rest -= part;
    return part === 0 ? [] : [{ move, on, cents: part, taking: entry.taking, ofEntry: entry.number }];
  });
}
