import type { Point, Series } from '#evidence';
import { numberOf, type ObservationValue } from '#kernel/observation-value.ts';
import type { Mode } from '../../runs/run-file.ts';
import type { AdequacyEvidence, Apart, Convergence, Exactness, Ledger } from '../model.ts';
import { totalOf, welfareOf } from './ledger.ts';

/** What is told, each in its unit. */
export const units = {
  welfare: 'EUR',
  one_price: 'share',
  mean_spread: 'EUR/MWh',
  exact_prices: 'share',
  largest_price_error: 'EUR/MWh',
  blocks_as_published: 'share',
  mean_flow_error: 'MWh',
  lole: 'h/year',
  eens: 'MWh/year',
} as const;
export type Indicator = keyof typeof units;

/** What a figure was held against: another way of coupling, what was published, the same areas each alone, or nothing. */
export type Counterfactual = Mode | 'published' | 'alone' | null;

/** One figure of ours. None of it is a claim of others, and no rule adds it to one. */
export type Figure = {
  readonly indicator: Indicator;
  readonly value: ObservationValue;
  /** Of an estimate; null: no interval is known. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The same of what it is held against, where that has one of its own: a difference has none. */
  readonly beside: ObservationValue | null;
  readonly mode: Mode | null;
  readonly counterfactual: Counterfactual;
  /** Places that it is of. */
  readonly places: readonly string[];
  /** First and last day, or null where it is of a year that is no year of the calendar. */
  readonly days: readonly [string, string] | null;
  /** Steps, zone-hours, blocks, flows or years that it rests on. */
  readonly count: number;
  readonly of: 'steps' | 'zone_hours' | 'blocks' | 'flows' | 'years';
  /** Orders or a study that were made up: it says nothing of a real market or grid. */
  readonly isSynthetic: boolean;
  /** `synthetic:7`, or whose orders or study it is. */
  readonly from: string;
  /** A run that it rests on; null: it rests on none that is kept. */
  readonly run: string | null;
};

const value = (number: number): ObservationValue => ({ kind: 'value', value: number });
/** What cannot be told of a ledger in which a day stands twice. */
const uncountable: ObservationValue = { kind: 'missing', reason: 'not_computable', note: null };
const unavailable: ObservationValue = { kind: 'missing', reason: 'not_available', note: null };

/** Welfare, the share of steps in which all zones had one price, and how far prices stood apart on average. */
export function figuresOfLedger(ledger: Ledger): readonly Figure[] {
  const { mode, counterfactual, lines, converged, zones, isSynthetic, book } = ledger;
  const total = totalOf(ledger);
  const [first, last] = [lines[0], lines.at(-1)];
  const shared = {
    ...{ interval: null, mode, counterfactual, places: zones, isSynthetic, from: book },
    ...{ days: [first?.day ?? '', last?.day ?? ''] as const, run: first?.actual ?? null },
    ...{ count: converged.actual.steps, of: 'steps' as const },
  };
  const share = ({ steps, equal }: Convergence) =>
    total === null ? uncountable : steps === 0 ? unavailable : value(equal / steps);
  const mean = ({ steps, spread }: Convergence) =>
    total === null ? uncountable : steps === 0 ? unavailable : value(spread / steps);
  return [
    {
      ...{ indicator: 'welfare', beside: null, ...shared },
      value: total === null ? uncountable : value(total.welfare),
    },
    {
      ...{ indicator: 'one_price', ...shared },
      ...{ value: share(converged.actual), beside: share(converged.counterfactual) },
    },
    {
      ...{ indicator: 'mean_spread', ...shared },
      ...{ value: mean(converged.actual), beside: mean(converged.counterfactual) },
    },
  ];
}

/** The same by zone, and between each two of them; nothing of a ledger that has no sum. */
export function detailsOfLedger(ledger: Ledger): readonly Figure[] {
  const { converged } = ledger;
  const total = totalOf(ledger);
  const [welfare, onePrice, meanSpread] = figuresOfLedger(ledger) as readonly [Figure, Figure, Figure];
  const { steps } = converged.actual;
  if (total === null || steps === 0) return [];
  return [
    ...total.zones.map((zone) => ({ ...welfare, places: [zone.zone], value: value(welfareOf(zone)) })),
    ...converged.actual.pairs.flatMap((pair, place) => {
      const beside = converged.counterfactual.pairs[place] as Apart;
      const places = [pair.one, pair.other];
      return [
        { ...onePrice, places, value: value(pair.equal / steps), beside: value(beside.equal / steps) },
        { ...meanSpread, places, value: value(pair.spread / steps), beside: value(beside.spread / steps) },
      ];
    }),
  ];
}

/** Decisions that the data let an engine come to: what was published as paradoxically rejected (PREJ) follows from prices of neighbours that are not in them. */
const decidable: Readonly<Record<string, 'accepted' | 'rejected'>> = { ACC: 'accepted', REJ: 'rejected' };

/** How near the engine comes to what was published. Real orders and results, and evidence of the engine alone. */
export function figuresOfExactness(exactness: Exactness): readonly Figure[] {
  const { days, source, zoneHours, exact, maxError, flows, flowMeanError } = exactness;
  const shared = {
    ...{ interval: null, beside: null, mode: null, counterfactual: 'published' as const },
    ...{ places: [], days, isSynthetic: false, from: source, run: null },
  };
  const blocks = Object.entries(exactness.blocks).flatMap(([status, { published, accepted }]) => {
    const decision = decidable[status];
    if (decision === undefined) return [];
    return [{ published, right: decision === 'accepted' ? accepted : published - accepted }];
  });
  const sum = (of: (one: (typeof blocks)[number]) => number) => blocks.reduce((all, one) => all + of(one), 0);
  const published = sum((one) => one.published);
  const ofHours = { count: zoneHours, of: 'zone_hours' as const };
  return [
    {
      ...{ indicator: 'exact_prices', ...shared, ...ofHours },
      value: zoneHours === 0 ? unavailable : value(exact / zoneHours),
    },
    {
      ...{ indicator: 'largest_price_error', ...shared, ...ofHours },
      value: zoneHours === 0 ? unavailable : value(maxError),
    },
    {
      ...{ indicator: 'blocks_as_published', ...shared, count: published, of: 'blocks' },
      value: published === 0 ? unavailable : value(sum((one) => one.right) / published),
    },
    {
      ...{ indicator: 'mean_flow_error', ...shared, count: flows, of: 'flows' },
      value: flowMeanError === null ? unavailable : value(flowMeanError),
    },
  ];
}

/** Hours and energy that each area is expected to be short, beside what they would be if each were alone. */
export function figuresOfAdequacy(evidence: AdequacyEvidence): readonly Figure[] {
  const { study, isSynthetic, years, areas } = evidence;
  return areas.flatMap(({ area, shared, alone }) =>
    (['lole', 'eens'] as const).map(
      (indicator): Figure => ({
        ...{ indicator, mode: null, places: [area], days: null, run: null },
        ...{ value: value(shared[indicator].value), interval: shared[indicator].interval },
        beside: alone === null ? null : value(alone[indicator].value),
        counterfactual: alone === null ? null : 'alone',
        ...{ count: years, of: 'years', isSynthetic, from: study },
      }),
    ),
  );
}

/** What may be handed out as evidence of something real: nothing that rests on what is made up. */
export const realOf = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(({ isSynthetic }) => !isSynthetic);
export const madeUpOf = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(({ isSynthetic }) => isSynthetic);

/** Method of a figure as an observation would have it: ours are computed, and neither expected beforehand nor measured afterwards. */
const methodOf = ({ isSynthetic }: Figure) => (isSynthetic ? 'synthetic' : 'computed');

/** Figures of one indicator as a series of evidence, so that the house's rules on what can be held against what hold for them, too. */
export function seriesOf(indicator: Indicator, title: Series['title'], figures: readonly Figure[]): Series {
  return {
    ...{ id: `energy/${indicator}`, title, unit: units[indicator] },
    ...{ parts: [], partsInferred: false, caveats: [] },
    points: figures.filter((one) => one.indicator === indicator).map(pointOf),
  };
}

function pointOf(figure: Figure): Point {
  const { indicator, days, places, mode, counterfactual, from, run } = figure;
  return {
    year: days === null ? null : [...new Set(days)].join('/'),
    value: figure.value,
    ...{ flags: [], covers: [`energy/${indicator}`], parts: { reported: [], missing: [] } },
    geography: places.length === 0 ? null : places.join(', '),
    // What it was held against is part of what it means: another counterfactual is another definition.
    definition: [mode ?? '', counterfactual ?? ''].join(' / '),
    ...{ method: methodOf(figure), dimension: from },
    ...{ record: { kind: 'energy-run', id: run ?? from }, source: [] },
  };
}

/** Why a claim that was made before and a figure of ours are no two figures of one thing. */
export type Reason = 'beforehand' | 'made_up' | 'unit' | 'area' | 'counterfactual';

/** All that keeps them apart; what the source does not state is no agreement. A claim is shown beside ours, and never taken together with it. */
export function whyApart(claim: Series, ours: Figure): readonly Reason[] {
  const stated = claim.points.filter(({ value }) => numberOf(value) !== undefined);
  const area = ours.places.join(', ');
  return [
    ...(stated.some(({ method }) => method?.startsWith('ex_ante')) ? (['beforehand'] as const) : []),
    ...(ours.isSynthetic ? (['made_up'] as const) : []),
    ...(claim.unit === units[ours.indicator] ? [] : (['unit'] as const)),
    ...(stated.every(({ geography }) => geography === area) ? [] : (['area'] as const)),
    ...(stated.every(({ definition }) => definition === pointOf(ours).definition)
      ? []
      : (['counterfactual'] as const)),
  ];
}
