/** How a work list of alerts is narrowed, and what each way of narrowing leaves. */

/** What is known of each alert of a run without its bundle. */
export type AlertLine = {
  readonly trader: string;
  readonly probability: number;
  readonly least: number;
  readonly most: number;
  readonly atStakeCents: number;
  readonly archetypes: readonly string[];
};

/** Whether somebody has a case on the trader; `none`: nobody had one. */
export type CaseSeen = 'none' | 'open' | 'closed';

export type Narrowed = {
  readonly archetype: string | null;
  readonly cases: CaseSeen | null;
  /** Per cent from which on a probability counts. */
  readonly least: number | null;
};
export const narrowKeys = ['archetype', 'cases', 'least'] as const;
export type NarrowKey = (typeof narrowKeys)[number];

export const leastChoices = [75, 50, 25, 10] as const;
const casesSeen: readonly string[] = ['none', 'open', 'closed'] satisfies readonly CaseSeen[];

/** What an address says; what it says wrongly narrows nothing. */
export function readNarrowed(query: URLSearchParams): Narrowed {
  const given = (key: NarrowKey) => query.get(key) || null;
  const least = Number(given('least') ?? Number.NaN);
  const cases = given('cases');
  return {
    archetype: given('archetype'),
    cases: cases !== null && casesSeen.includes(cases) ? (cases as CaseSeen) : null,
    least: Number.isFinite(least) && least >= 0 && least <= 100 ? least : null,
  };
}

export type Cases = ReadonlyMap<string, { readonly id: string; readonly state: 'open' | 'closed' }>;

export const seenOf = (cases: Cases, trader: string): CaseSeen => cases.get(trader)?.state ?? 'none';

const holds: Readonly<Record<NarrowKey, (line: AlertLine, narrowed: Narrowed, cases: Cases) => boolean>> = {
  archetype: (line, { archetype }) => archetype === null || line.archetypes.includes(archetype),
  cases: (line, { cases: wanted }, cases) => wanted === null || seenOf(cases, line.trader) === wanted,
  least: (line, { least }) => least === null || 100 * line.probability >= least,
};

export const narrow = (lines: readonly AlertLine[], narrowed: Narrowed, cases: Cases): readonly AlertLine[] =>
  lines.filter((line) => narrowKeys.every((key) => holds[key](line, narrowed, cases)));

/** Of each value of one filter how many would be left, the other filters as they are. A value that was chosen is always there. */
export function countsOf(
  lines: readonly AlertLine[],
  narrowed: Narrowed,
  cases: Cases,
  key: NarrowKey,
): readonly { readonly value: string; readonly count: number }[] {
  const others = narrow(lines, { ...narrowed, [key]: null }, cases);
  if (key === 'least')
    return leastChoices.map((least) => ({
      value: String(least),
      count: others.filter((line) => holds.least(line, { ...narrowed, least }, cases)).length,
    }));
  const values = others.flatMap((line) =>
    key === 'archetype' ? line.archetypes : [seenOf(cases, line.trader)],
  );
  const counts = new Map(
    [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]),
  );
  const chosen = narrowed[key];
  if (chosen !== null && !counts.has(String(chosen))) counts.set(String(chosen), 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
