/** What a ranking of the test months is worth. */
import { type ArchetypeName, type Labels, type Role, roles, type World } from '../made-up/model.ts';
import type { FeatureTable } from '../scoring/features.ts';
import { lastDayOf } from '../scoring/prepare.ts';
import { togetherOf } from '../scoring/together.ts';
import { type Alert, alertsOf, type ListAlert, pooled, type Ranked, topOf } from './alerts.ts';
import { knowsBridges, knowsCycles, type MethodName } from './methods.ts';
import { averagePrecision, jaccard, median, precisionAt, recallAt } from './metrics.ts';
import { casesBy, type Split, soughtIn } from './split.ts';
import { sumOver, type Truth } from './truth.ts';

export const measureNames = [
  'prAuc',
  'precision50',
  'precision100',
  'precision500',
  'recall1',
  'euroRecall1',
  'lossRecall1',
  'ringRecall',
  'days',
  'detected',
  'withinPeriod',
  'lostBefore',
  'aloneWithinPeriod',
  'monthlyDays',
  'monthlyDetected',
  'monthlyWithinPeriod',
] as const;
export type MeasureName = (typeof measureNames)[number];
/** Shares from 0 to 1; `days` may be infinite, where fewer than half were found. */
export type Measures = Readonly<Record<MeasureName, number>>;
/** With the rings of which somebody was in the highest hundredth, of those that are sought, and who was sought. */
export type Measured = {
  readonly measures: Measures;
  readonly caught: readonly Caught[];
  readonly sought: readonly Sought[];
};
export type Caught = { readonly archetype: ArchetypeName; readonly isCaught: boolean };
export type Sought = Caught & {
  readonly role: Role;
  /** Of the euros of all that are sought. */
  readonly share: number;
  /** Whether he was ranked after his first turn while he was no case; and whether his ring has somebody in a state that did not join. */
  readonly isRanked: boolean;
  readonly isAway: boolean;
};

export type Measuring = {
  readonly world: World;
  readonly labels: Labels;
  readonly truth: Truth;
  readonly split: Split;
  readonly ranked: readonly Ranked[];
  readonly tables: ReadonlyMap<number, Pick<FeatureTable, 'loops' | 'trade'>>;
  readonly method: MethodName;
};

export function measure(measuring: Measuring): Measured {
  const { world, labels, truth, split, ranked } = measuring;
  const { months } = truth;
  const sought = soughtIn(world, labels, truth, split);
  const confirmed = new Map(ranked.map(({ month }) => [month, casesBy(world, lastDayOf(world, month))]));
  const isCase = (trader: number, month: number) => confirmed.get(month)?.has(trader) === true;
  const order = pooled(ranked, isCase);
  // Who was highest before his first turn was a false alert then, whatever he did later.
  const isHit = ({ trader, month }: Alert) =>
    sought.has(trader) && sumOver(truth.active, months, trader, 0, month - 1) > 0;
  const hits = order.map(isHit);
  const one = Math.round(world.traders.count / 100);
  const [first, last] = [split.testFrom - 1, months - 2];
  const euros = (trader: number) => sumOver(truth.through, months, trader, first, last);
  const top = new Set(
    order
      .slice(0, one)
      .filter(isHit)
      .map(({ trader }) => trader),
  );
  const sumOf = (traders: Iterable<number>) => [...traders].reduce((sum, trader) => sum + euros(trader), 0);
  const lossOf = (ring: number) => sumOver(truth.lost, months, ring, first, last);
  const rings = labels.rings.map((ring, number) => ({ ...ring, number }));
  const losses = rings.map(({ number }) => lossOf(number)).reduce((sum, loss) => sum + loss, 0);
  const stopped = rings
    .filter(({ members }) => members.some((trader) => top.has(trader)))
    .reduce((sum, { number }) => sum + lossOf(number), 0);
  const perMonth = Math.max(1, Math.round(one / ranked.length));
  const together = new Map(
    [...measuring.tables].map(([month, table]) => [month, togetherOf(table, knowsBridges(measuring.method))]),
  );
  const alerts = alertsOf(
    ranked,
    perMonth,
    isCase,
    (trader, month) => together.get(month)?.get(trader) ?? [],
  );
  const monthly = timesOf(measuring, topOf(ranked, one, isCase));
  const measures = {
    prAuc: averagePrecision(hits, sought.size),
    precision50: precisionAt(hits, 50),
    precision100: precisionAt(hits, 100),
    precision500: precisionAt(hits, 500),
    recall1: recallAt(hits, one, sought.size),
    euroRecall1: sumOf(top) / sumOf(sought),
    lossRecall1: stopped / losses,
    ringRecall: ringRecallOf(measuring, alerts),
    ...timesOf(measuring, alerts),
    aloneWithinPeriod: timesOf(measuring, alertsOf(ranked, perMonth, isCase)).withinPeriod,
    ...{ monthlyDays: monthly.days, monthlyDetected: monthly.detected },
    monthlyWithinPeriod: monthly.withinPeriod,
  };
  const caught = rings
    .filter(({ members }) => members.some((trader) => sought.has(trader)))
    .map(({ archetype, members }) => ({ archetype, isCaught: members.some((trader) => top.has(trader)) }));
  const possible = possibleOf(measuring, ranked);
  const all = sumOf(sought);
  const people = [...sought].map((trader): Sought => {
    const ring = labels.rings[labels.ring[trader] as number];
    const isAway = ring?.members.some((one) => !isJoined(world, one)) === true;
    return {
      archetype: ring?.archetype as ArchetypeName,
      role: roles[labels.role[trader] as number] as Role,
      ...{ share: euros(trader) / all, isCaught: top.has(trader), isRanked: possible.has(trader), isAway },
    };
  });
  return { measures, caught, sought: people };
}

const isJoined = ({ joins, traders }: World, trader: number): boolean =>
  joins[traders.state[trader] as number] === true;

/**
 * The most that a list of 1 % of the traders can have of the euros of all that are sought: of who is ranked after his first turn while he is
 * no case, the largest.
 */
export function mostEuroRecall(
  { world, labels, truth, split }: Pick<Measuring, 'world' | 'labels' | 'truth' | 'split'>,
  ranked: readonly Ranked[],
): number {
  const { months } = truth;
  const sought = soughtIn(world, labels, truth, split);
  const euros = (trader: number) => sumOver(truth.through, months, trader, split.testFrom - 1, months - 2);
  const possible = possibleOf({ world, labels, truth, split }, ranked);
  const all = [...sought].reduce((sum, trader) => sum + euros(trader), 0);
  const largest = [...possible].map(euros).sort((one, other) => other - one);
  return largest.slice(0, Math.round(world.traders.count / 100)).reduce((sum, cents) => sum + cents, 0) / all;
}

/** Those that are sought and ranked after their first turn while they are no case. */
function possibleOf(
  { world, labels, truth, split }: Pick<Measuring, 'world' | 'labels' | 'truth' | 'split'>,
  ranked: readonly Ranked[],
): ReadonlySet<number> {
  const sought = soughtIn(world, labels, truth, split);
  const possible = new Set<number>();
  for (const { month, traders } of ranked) {
    const cases = casesBy(world, lastDayOf(world, month));
    for (const trader of traders)
      if (
        sought.has(trader) &&
        !cases.has(trader) &&
        sumOver(truth.active, truth.months, trader, 0, month - 1) > 0
      )
        possible.add(trader);
  }
  return possible;
}

/** Of rings that began in the test months and had statements due within them: when one of theirs first came on the list. */
function timesOf(
  { world, labels, truth, split }: Measuring,
  alerts: readonly Alert[],
): Pick<Measures, 'days' | 'detected' | 'withinPeriod' | 'lostBefore'> {
  const { monthStart } = world;
  const { months } = truth;
  const begun = labels.rings.flatMap(({ firstDay, members }, ring) => {
    const start = monthStart.findIndex((day) => day > firstDay) - 1;
    if (start < split.testFrom - 1 || start > months - 3) return [];
    const own = new Set(members);
    // Before the statement of its first turn was due nobody can have been found by it.
    const at = Math.min(
      ...alerts.filter(({ trader, month }) => own.has(trader) && month > start).map(({ month }) => month),
    );
    const days = at === Number.POSITIVE_INFINITY ? at : lastDayOf(world, at) - firstDay;
    const all = sumOver(truth.lost, months, ring, 0, months - 1);
    const before = sumOver(truth.lost, months, ring, 0, Math.min(months - 1, at));
    return [{ days, periods: at - start, all, before }];
  });
  const lost = begun.reduce((sum, { all }) => sum + all, 0);
  return {
    days: median(begun.map(({ days }) => days)),
    detected: begun.filter(({ days }) => days < Number.POSITIVE_INFINITY).length / begun.length,
    // The statement of a month is due in the next: at the end of that one, one filing period has passed.
    withinPeriod: begun.filter(({ periods }) => periods <= 1).length / begun.length,
    lostBefore: begun.reduce((sum, { before }) => sum + before, 0) / lost,
  };
}

/** Share of the rings active in the test whose members of three months were named together, at least by half, with an alert. */
function ringRecallOf(
  { labels, truth, split, tables, method }: Measuring,
  alerts: readonly ListAlert[],
): number {
  const { months } = truth;
  const groups = alerts.flatMap(({ trader, month, with: others }) => {
    const loops = (tables.get(month)?.loops ?? []).filter(
      ({ traders, between, bridges }) =>
        knowsCycles(method) &&
        (knowsBridges(method) || bridges.length === 0) &&
        (traders.includes(trader) || between.includes(trader)),
    );
    const found = loops.map(({ traders, between }) => ({ month, group: new Set([...traders, ...between]) }));
    return found.length > 0 ? found : [{ month, group: new Set([trader, ...others]) }];
  });
  const rings = labels.rings.filter(({ members }) =>
    members.some((trader) => sumOver(truth.active, months, trader, split.testFrom - 1, months - 2) > 0),
  );
  const found = rings.filter(({ members }) =>
    groups.some(({ month, group }) => {
      if (!members.some((trader) => group.has(trader))) return false;
      const active = members.filter(
        (trader) => sumOver(truth.active, months, trader, month - 3, month - 1) > 0,
      );
      return jaccard(new Set(active), group) >= 0.5;
    }),
  );
  return rings.length === 0 ? Number.NaN : found.length / rings.length;
}
