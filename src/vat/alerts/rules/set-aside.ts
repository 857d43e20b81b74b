/** What of a work list was set aside, and how a trader is searched for in it. */

/** That somebody set an alert on a trader aside. */
export type SetAside = {
  readonly trader: string;
  /** At whose end he was scored, `2020-04`: it holds for this month and those before. */
  readonly month: string;
  readonly reason: string;
  /** The day. */
  readonly on: string;
};
export type Asides = ReadonlyMap<string, SetAside>;

/** Whether what a run over a month says of a trader is set aside; what a later run says of him is for somebody to look at again. */
export function isAside(asides: Asides, trader: string, month: string): boolean {
  const aside = asides.get(trader);
  return aside !== undefined && aside.month >= month;
}

/** Lines to look at, or those that were set aside: each stands in one of the two. */
export const divided = <Line extends { readonly trader: string }>(
  lines: readonly Line[],
  asides: Asides,
  month: string,
): { readonly toLookAt: readonly Line[]; readonly aside: readonly Line[] } => {
  const { aside = [], toLookAt = [] } = Object.groupBy(lines, ({ trader }) =>
    isAside(asides, trader, month) ? 'aside' : 'toLookAt',
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
