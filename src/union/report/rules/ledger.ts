import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { notYet, type Transition } from '#platform/records/transition.ts';

/** One group in a year: its state on the day before it and on its last day, `unknown` where that is not certain. */
export type LedgerEntry = {
  readonly group: string;
  readonly opening: string;
  readonly closing: string;
  /** The dated steps of its lifecycle within the year, oldest first. Mere sights of a state are no steps. */
  readonly steps: readonly LedgerStep[];
};
export type LedgerStep = {
  readonly to: string;
  readonly on: PartialDate;
  /** Where, or what of, the mandate goes on after it: a successor's id, or words. */
  readonly livesOn?: string;
};

/** How a group comes to be active or ceases to be, in the order of the account. */
export const gains = ['created', 'revived'] as const;
export const losses = ['abolished', 'merged', 'converted', 'dormant', 'otherwise'] as const;
export type Movement = (typeof gains)[number] | (typeof losses)[number];

export type Ledger = {
  /** Groups that were certainly active at either end. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  /** Groups whose state at either end is not known: they may have been active. */
  readonly openingUnknown: readonly string[];
  readonly closingUnknown: readonly string[];
  readonly movements: Readonly<Record<Movement, readonly string[]>>;
  /** All states are known, so that opening and movements give the closing. */
  readonly complete: boolean;
};

/**
 * The account of groups that the annual report owes (§3.8, §15.2.1): opening + created + revived − abolished − merged −
 * converted − dormant = closing, wherever every state is known. A group whose state is unknown stands in neither end,
 * and a movement is counted only where the source dates it or both ends of the year are known.
 */
export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const inState = (end: 'opening' | 'closing', state: string) =>
    entries.filter((entry) => entry[end] === state).map(({ group }) => group);
  const moved = entries.flatMap((entry) => movementsOf(entry).map((movement) => ({ movement, ...entry })));
  const of = (movement: Movement) =>
    moved.filter((one) => one.movement === movement).map(({ group }) => group);
  const openingUnknown = inState('opening', 'unknown');
  const closingUnknown = inState('closing', 'unknown');
  return {
    opening: inState('opening', 'active'),
    closing: inState('closing', 'active'),
    openingUnknown,
    closingUnknown,
    movements: {
      created: of('created'),
      revived: of('revived'),
      abolished: of('abolished'),
      merged: of('merged'),
      converted: of('converted'),
      dormant: of('dormant'),
      otherwise: of('otherwise'),
    },
    complete: openingUnknown.length === 0 && closingUnknown.length === 0,
  };
}

export type CosmeticStep = Required<LedgerStep> & { readonly group: string };

/** What lowers the count of groups while its mandate lives on elsewhere: a reduction for show (§4.2, §15.2.3). */
export function cosmeticOf(entries: readonly LedgerEntry[]): readonly CosmeticStep[] {
  return entries.flatMap(({ group, steps }) =>
    steps.flatMap(({ to, on, livesOn }) =>
      livesOn !== undefined && losses.some((loss) => loss === to) ? [{ group, to, on, livesOn }] : [],
    ),
  );
}

/** From state to state through the year; only what makes a group active, or no longer so, is a movement. */
function movementsOf({ opening, closing, steps }: LedgerEntry): readonly Movement[] {
  const movements: Movement[] = [];
  let state = opening;
  const move = (next: string) => {
    const movement = movementBetween(state, next);
    if (movement !== null) movements.push(movement);
    state = next;
  };
  for (const { to } of steps) move(to);
  // A state in which a group was seen at the end, after one that is unknown, may be older than the year.
  if (state !== 'unknown') move(closing);
  return movements;
}

function movementBetween(from: string, to: string): Movement | null {
  if (from === to || to === 'unknown') return null;
  if (to === 'active') {
    if (from === 'unknown') return null;
    return from === notYet || from === 'proposed' ? 'created' : 'revived';
  }
  // The source dates the end of a group of which it does not say what it was before: it ended all the same.
  if (from !== 'active' && from !== 'unknown') return null;
  const loss = losses.find((known) => known === to);
  if (loss !== undefined) return loss;
  return from === 'active' ? 'otherwise' : null;
}

/** The dated steps of a lifecycle that certainly lie after the opening day's period and by the closing. */
export function stepsWithin(
  steps: readonly Transition[],
  year: PartialDate,
  closing: PartialDate,
): readonly LedgerStep[] {
  return steps
    .filter(
      ({ effectiveOn, observed }) =>
        !observed && firstDay(effectiveOn) >= firstDay(year) && lastDay(effectiveOn) <= lastDay(closing),
    )
    .map(({ to, effectiveOn, details }) => {
      const livesOn = details.successor ?? details.lives_on;
      return { to, on: effectiveOn, ...(typeof livesOn === 'string' ? { livesOn } : {}) };
    })
    .sort((a, b) => compare(lastDay(a.on), lastDay(b.on)) || compare(firstDay(a.on), firstDay(b.on)));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
