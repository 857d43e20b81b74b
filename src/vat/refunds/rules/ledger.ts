import type { PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Cents, isCents, type RoadKind, writtenCents } from '../model.ts';

/** Where the money of a claim can be. All that is granted is in one of the other four. */
export const accounts = ['granted', 'waiting', 'disputed', 'set_off', 'paid'] as const;
export type Account = (typeof accounts)[number];

/**
 * What moves it, and from where to where. Each entry takes as much as it gives, so that nothing is lost or made by any of them; what was wrong is
 * not taken out but moved back by a later entry.
 */
export const moves = {
  grant: { from: 'granted', to: 'waiting' },
  correct: { from: 'waiting', to: 'granted' },
  set_off: { from: 'waiting', to: 'set_off' },
  retain: { from: 'waiting', to: 'disputed' },
  /** The dispute is over and the debt stands. */
  collect: { from: 'disputed', to: 'set_off' },
  /** The dispute is over and the debt fell. */
  release: { from: 'disputed', to: 'waiting' },
  /** The assessment fell after it had been met. */
  reverse: { from: 'set_off', to: 'waiting' },
  pay: { from: 'waiting', to: 'paid' },
} as const satisfies Readonly<Record<string, { readonly from: Account; readonly to: Account }>>;
export type Move = keyof typeof moves;

/** For which debt, in which offset, on which road, and how much is owed in all: without these nothing is taken. */
export type Taking = {
  readonly debt: string;
  readonly offset: string;
  readonly road: RoadKind;
  /** All that is owed, before anything out of this claim. */
  readonly owed: Cents;
};

export type Entry = {
  /** From 1, without gaps. */
  readonly number: number;
  readonly move: Move;
  readonly on: PlainDate;
  /** More than nothing. */
  readonly cents: Cents;
  readonly taking: Taking | null;
  /** The number of the entry that is moved back, or forward, by this one. */
  readonly ofEntry: number | null;
};
export type EntryDraft = Omit<Entry, 'number'>;
export type Ledger = readonly Entry[];

/** What a claim comes to: `refund = paid + setOff + retained`, and `retained = waiting + disputed`, always. */
export type Balance = {
  /** What was approved, net of corrections. */
  readonly refund: Cents;
  readonly paid: Cents;
  readonly setOff: Cents;
  /** What the refund state still has in its hands. */
  readonly retained: Cents;
  /** Of that, what is to be paid or set off. */
  readonly waiting: Cents;
  /** Of that, what is kept for debts in dispute. */
  readonly disputed: Cents;
};

/** The balance that the entries give, counted from nothing. */
export function balanceOf(ledger: Ledger): Balance {
  const held: Record<Account, number> = { granted: 0, waiting: 0, disputed: 0, set_off: 0, paid: 0 };
  for (const { move, cents } of ledger) {
    held[moves[move].from] -= cents;
    held[moves[move].to] += cents;
  }
  const { granted, waiting, disputed, set_off: setOff, paid } = held;
  // Not `-granted`: nothing is zero, not minus zero.
  return { refund: 0 - granted, paid, setOff, retained: waiting + disputed, waiting, disputed };
}

/** What was taken for a debt and not moved back. */
export function takenFor(ledger: Ledger, debt: string): { readonly setOff: Cents; readonly disputed: Cents } {
  const { setOff, disputed } = balanceOf(ledger.filter(({ taking }) => taking?.debt === debt));
  return { setOff, disputed };
}

/** How much of an entry is still where it was moved to: what later entries that name it did not take from there. */
export function leftOf(ledger: Ledger, entry: Entry): Cents {
  return ledger.reduce(
    (left, { ofEntry, cents }) => (ofEntry === entry.number ? left - cents : left),
    entry.cents,
  );
}

/**
 * The ledger with more entries at its end: all of them or none. Problems: `vat_ledger_cents_invalid`, `vat_ledger_day_before_last`, `vat_ledger_short` (there is
 * not as much there), `vat_offset_without_road`, `vat_offset_over_debt`, `vat_ledger_entry_unknown` (it moves back what was not moved, or for another debt).
 */
export function book(ledger: Ledger, drafts: readonly EntryDraft[]): Result<Ledger> {
  let booked = ledger;
  for (const [place, draft] of drafts.entries()) {
    const findings = lackingOfEntry(booked, draft, `entries[${place}]`);
    if (findings.length > 0) return fail(...findings);
    booked = [...booked, { ...draft, number: booked.length + 1 }];
  }
  return ok(booked);
}

const accountIn: Readonly<Record<Account, keyof Balance>> = {
  granted: 'refund',
  waiting: 'waiting',
  disputed: 'disputed',
  set_off: 'setOff',
  paid: 'paid',
};

const shortOf = (cents: Cents, held: Cents) => ({ amount: writtenCents(cents), held: writtenCents(held) });

function lackingOfEntry(ledger: Ledger, draft: EntryDraft, path: string): readonly Problem[] {
  const { move, cents, on, taking, ofEntry } = draft;
  if (!isCents(cents) || cents === 0)
    return [problem('vat_ledger_cents_invalid', `${path}.cents`, { cents: String(cents) })];
  const findings: Problem[] = [];
  const last = ledger.at(-1);
  if (last !== undefined && on < last.on)
    findings.push(problem('vat_ledger_day_before_last', `${path}.on`, { on, last: last.on }));
  const { from, to } = moves[move];
  const held = from === 'granted' ? Number.MAX_SAFE_INTEGER : balanceOf(ledger)[accountIn[from]];
  if (cents > held) findings.push(problem('vat_ledger_short', `${path}.cents`, shortOf(cents, held)));
  const concernsDebt = from === 'disputed' || from === 'set_off' || to === 'disputed' || to === 'set_off';
  if (concernsDebt !== (taking !== null)) findings.push(problem('vat_offset_without_road', `${path}.taking`));
  if (!concernsDebt || taking === null) return findings;
  const isNew = move === 'set_off' || move === 'retain';
  if (isNew) {
    const { setOff, disputed } = takenFor(ledger, taking.debt);
    const taken = setOff + disputed;
    if (taken + cents > taking.owed)
      findings.push(
        problem('vat_offset_over_debt', `${path}.cents`, {
          debt: taking.debt,
          amount: writtenCents(cents),
          owed: writtenCents(taking.owed),
          taken: writtenCents(taken),
        }),
      );
    return findings;
  }
  const moved = ledger.find(({ number }) => number === ofEntry);
  const isThere =
    moved !== undefined &&
    moves[moved.move].to === from &&
    moved.taking?.debt === taking.debt &&
    moved.taking.offset === taking.offset &&
    moved.taking.road === taking.road;
  if (!isThere)
    findings.push(problem('vat_ledger_entry_unknown', `${path}.ofEntry`, { entry: ofEntry ?? 0 }));
  else if (cents > leftOf(ledger, moved))
    findings.push(problem('vat_ledger_short', `${path}.cents`, shortOf(cents, leftOf(ledger, moved))));
  return findings;
}
