import { firstDay, lastDay, type PlainDate } from '#kernel/dates.ts';
import { agreementsFor, historyOf, type Law, standingOf, versionOf } from './law.ts';

/** Since when it is as it is on a day between two parties, and from when it will be otherwise, by what is known. */
export type Turns = {
  /** Null: no day is known on which it was otherwise. */
  readonly since: PlainDate | null;
  /** Null: no end of it is known. */
  readonly next: PlainDate | null;
};

/**
 * When a question to any of these provisions gets another answer. Found by asking on every day that the register names for
 * what they stand on, so that no second rule says when something opens.
 */
export function turnsOf(
  law: Law,
  provisions: readonly string[],
  from: string,
  to: string,
  day: PlainDate,
): Turns {
  const isOpen = (on: PlainDate) =>
    provisions.some((id) => standingOf(law, id, from, to, on).paths.length > 0);
  const days = [...new Set(provisions.flatMap((id) => datesBehind(law, id)))].sort();
  // Before the first of them nothing was in force.
  const turns = days.filter((on, index) => {
    const before = days[index - 1];
    return isOpen(on) !== (before !== undefined && isOpen(before));
  });
  return {
    since: turns.findLast((on) => on <= day) ?? null,
    next: turns.find((on) => on > day) ?? null,
  };
}

/** Every day that is named for a provision, its instrument, its agreements and what these rest on. */
function datesBehind(law: Law, id: string): readonly PlainDate[] {
  const provision = law.provision.get(id);
  if (provision === undefined) return [];
  const agreements = agreementsFor(law, provision);
  const instruments = new Set([provision.instrument, ...agreements]);
  for (const instrument of instruments)
    for (const base of versionOf(law, instrument)?.basedOn ?? []) instruments.add(base);
  return [...instruments].flatMap((instrument) => [
    ...(historyOf(law, instrument)?.steps ?? []).flatMap(({ effectiveOn }) => daysOf(effectiveOn)),
    ...(law.provisions.get(instrument) ?? []).flatMap(({ from, until }) => [
      ...(from === null ? [] : daysOf(from)),
      ...(until === null ? [] : daysOf(until)),
    ]),
  ]);
}

/** Of a date that is not known to the day, the days between which it is doubtful. */
function daysOf(date: Parameters<typeof firstDay>[0]): readonly PlainDate[] {
  return [firstDay(date), lastDay(date)];
}
