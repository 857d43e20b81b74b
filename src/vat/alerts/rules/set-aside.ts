/** What of a work list was set aside, and how a trader is searched for in it. */

/** Where a run stands among those of a party: over which month, `2020-04`, and when it was done; null: it is not. */
export type RunMade = { readonly month: string; readonly endedAt: Date | null };

/** That somebody set an alert on a trader aside, of which run. */
export type SetAside = RunMade & {
  readonly trader: string;
  readonly reason: string;
  /** The day. */
  readonly on: string;
  /** Who did, by name; null: nobody whom this node knows by name. */
  readonly by: string | null;
};
/** By trader, what was said last first. */
export type Asides = ReadonlyMap<string, readonly SetAside[]>;

/**
 * Whether what was set aside of one run is set aside in another, too: in none that was made later, though it be of the same month, and in
 * none that looks at a later month, since whoever set it aside knew nothing of what those say.
 */
export const holdsIn = (aside: RunMade, { month, endedAt }: RunMade): boolean =>
  endedAt !== null && aside.endedAt !== null && endedAt <= aside.endedAt && month <= aside.month;

/** Because of what somebody said an alert of a run stands apart; null: it is to be looked at. */
export const asideIn = (asides: Asides, trader: string, run: RunMade): SetAside | null =>
  asides.get(trader)?.find((aside) => holdsIn(aside, run)) ?? null;

/** Lines to look at, or those that were set aside: each stands in one of the two. */
export const divided = <Line extends { readonly trader: string }>(
  lines: readonly Line[],
  asides: Asides,
  run: RunMade,
): { readonly toLookAt: readonly Line[]; readonly aside: readonly Line[] } => {
  const { aside = [], toLookAt = [] } = Object.groupBy(lines, ({ trader }) =>
    asideIn(asides, trader, run) === null ? 'toLookAt' : 'aside',
  );
  return { toLookAt, aside };
};

/** As people write a number: in small letters, with spaces, dots or dashes; `text` is all of it or a part. */
export function searched<Line extends { readonly trader: string }>(
  lines: readonly Line[],
  text: string,
): readonly Line[] {
  const wanted = text.toUpperCase().replace(/[^0-9A-Z+*]/g, '');
  return wanted === '' ? lines : lines.filter(({ trader }) => trader.includes(wanted));
}
