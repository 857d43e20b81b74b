import type { Block, DomainRow, Network } from '../market/model.ts';
import type { NetCurve } from '../market/net-curve.ts';
import { flowThrough, loadOf, sharesOf } from '../market/row-flow.ts';
import { type DayProgram, dayProgram, isOutgrown, type Window, windowAround } from './day-program.ts';
import type { LinearSolution, Row, Solver } from './solver.ts';

/** Prices of a step, and what makes them. */
export type StepPrices = {
  /** EUR/MWh of each zone. */
  readonly prices: Float64Array;
  /** MW of each link and border. */
  readonly flows: Float64Array;
  readonly exchanges: Float64Array;
  /** MW that each zone gives to the domain (export positive); zeros where there is none. */
  readonly positions: Float64Array;
  /** EUR/MWh by which one more MW of a row of the domain lowers the cost: rows that bind, by their places. */
  readonly shadows: ReadonlyMap<number, number>;
  /** Where links are long-term rights: which share of the room of rows is used. */
  readonly share?: number | undefined;
};

export type PricedDay = {
  readonly steps: readonly StepPrices[];
  /** Share of each block that is accepted. */
  readonly accepted: Float64Array;
  /** EUR for an hour each by which the cost falls with each block that is accepted whole, at these prices. */
  readonly gains: Float64Array;
  /** EUR/MWh times MW, over all steps (`dayProgram`). */
  readonly cost: number;
};

/** One step of a day as a program looks at it: curves in which settled MW are counted already. */
export type CurveStep = { readonly curves: readonly NetCurve[]; readonly network: Network };

/**
 * What of a day is looked at: windows into curves and rows of domains, of each step. It only grows, so that the next question of the same day
 * begins where the last one ended.
 */
export type Scope = { windows: Window[][]; readonly rows: number[][] };

/** Why a day has no prices. */
type Unpriced = 'infeasible' | 'unsolved';

/** Orders on each side of a price that is expected. */
const firstWindow = 12;
/** Rows of a domain that are added at once: those that are broken most. */
const rowsAtOnce = 10;
/** MW by which a row may be broken, less than invariants allow. */
const rowTolerance = 1e-7;
/** EUR/MWh below which a row does not bind. */
export const bindingFrom = 1e-9;

export function scopeAround(steps: readonly CurveStep[], expected: readonly Float64Array[]): Scope {
  return {
    windows: steps.map(({ curves }, step) =>
      curves.map((curve, zone) => windowAround(curve, expected[step]?.[zone] ?? 0, firstWindow)),
    ),
    rows: steps.map(() => []),
  };
}

/**
 * Clears a day in which each block may be accepted to any share between two bounds: convex, so that its prices hold. Small programs, which
 * grow where their own prices and flows say that they are too small, come to the same as the whole one. A word in its place: nothing keeps
 * all limits, or the solver gives up.
 */
export function priceDay(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  accepted: readonly (readonly [least: number, most: number])[],
  scope: Scope,
): PricedDay | Unpriced {
  for (;;) {
    const priced = priceWithin(solver, steps, blocks, accepted, scope);
    if (typeof priced === 'string') {
      if (!widen(scope, steps, () => true)) return priced;
      continue;
    }
    const grew = widen(scope, steps, (curve, window, step, zone) =>
      isOutgrown(curve, window, priced.steps[step]?.prices[zone] as number),
    );
    if (!grew) return priced;
  }
}

/** The same within the windows as they are. */
function priceWithin(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  accepted: readonly (readonly [least: number, most: number])[],
  scope: Scope,
): PricedDay | Unpriced {
  const program = programIn(scope, steps, blocks, accepted);
  const { blockAt, places } = program;
  // Rows of domains in the order in which they stand in the program: those that come later stand behind all others.
  const rowsAt = places.map(({ domain }, step) => (scope.rows[step] ?? []).map((_, row) => domain + 1 + row));
  let rows = program.rowLeast.length;
  const kept = solver.open(program, 'bounds');
  try {
    for (;;) {
      const solution = kept.solve();
      if (solution.status !== 'optimal') return solution.status === 'infeasible' ? 'infeasible' : 'unsolved';
      const broken = steps.map((step, index) => holdBroken(step, places, solution.values, scope, index));
      for (const [step, own] of broken.entries()) for (const _ of own) rowsAt[step]?.push(rows++);
      if (broken.some((own) => own.length > 0)) {
        kept.add(broken.flat());
        continue;
      }
      return {
        steps: steps.map((step, index) => stepPrices(step, scope, program, rowsAt, solution, index)),
        accepted: solution.values.slice(blockAt, blockAt + blocks.length),
        gains: solution.reduced.slice(blockAt, blockAt + blocks.length).map((reduced) => -reduced),
        cost: solution.cost + settledCost(steps, scope),
      };
    }
  } finally {
    kept.close();
  }
}

/** Rows of a step's domain that a solution breaks: they are held from now on. */
export function holdBroken(
  { network }: CurveStep,
  places: DayProgram['places'],
  values: Float64Array,
  scope: Scope,
  step: number,
): readonly Row[] {
  const { domain, zones, links } = network;
  if (domain === null) return [];
  const at = places[step] as DayProgram['places'][number];
  const held = scope.rows[step] as number[];
  const positions = values.subarray(at.positions, at.positions + zones.length);
  const flows = values.subarray(at.links, at.links + links.length);
  const broken = brokenRows(network, positions, flows, at.share < 0 ? undefined : values[at.share], held);
  held.push(...broken);
  const exchanges = network.linksAre === 'exchanges' ? [...links.keys()] : [];
  return broken.map((place): Row => {
    const row = domain[place] as DomainRow;
    return {
      ...{ least: Number.NEGATIVE_INFINITY, most: at.share < 0 ? row.ram : 0 },
      columns: Int32Array.from([
        ...zones.keys().map((zone) => at.positions + zone),
        ...exchanges.map((link) => at.links + link),
        ...(at.share < 0 ? [] : [at.share]),
      ]),
      values: Float64Array.from([
        ...row.ptdf,
        ...exchanges.map((link) => loadOf(network, row, link)),
        ...(at.share < 0 ? [] : [-row.ram]),
      ]),
    };
  });
}

export function programIn(
  scope: Scope,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  accepted: readonly (readonly [least: number, most: number])[],
): DayProgram {
  const rows = steps.map(({ network }, step) =>
    (scope.rows[step] ?? []).map((row) => network.domain?.[row] as DomainRow),
  );
  return dayProgram({ steps, windows: scope.windows, rows, blocks, accepted });
}

/** What orders cost that are taken whole because they stand before a window. */
export function settledCost(steps: readonly CurveStep[], { windows }: Scope): number {
  let cost = 0;
  for (const [step, { curves }] of steps.entries()) {
    for (const [zone, { prices, ends, quantities }] of curves.entries()) {
      const from = windows[step]?.[zone]?.from ?? 0;
      for (let order = 0; order < from; order++)
        cost += (((prices[order] as number) + (ends[order] as number)) / 2) * (quantities[order] as number);
    }
  }
  return cost;
}

function stepPrices(
  { curves, network }: CurveStep,
  { rows }: Scope,
  { places }: DayProgram,
  rowsAt: readonly (readonly number[])[],
  { values, duals }: LinearSolution & { readonly status: 'optimal' },
  step: number,
): StepPrices {
  const place = places[step] as DayProgram['places'][number];
  const shadows = (rows[step] ?? []).flatMap((row, index): [number, number][] => {
    const price = -(duals[rowsAt[step]?.[index] ?? -1] as number);
    return price > bindingFrom ? [[row, price]] : [];
  });
  return {
    prices: duals.slice(place.balance, place.balance + curves.length),
    flows: values.slice(place.links, place.links + network.links.length),
    exchanges: values.slice(place.borders, place.borders + network.borders.length),
    positions:
      network.domain === null
        ? new Float64Array(curves.length)
        : values.slice(place.positions, place.positions + curves.length),
    shadows: new Map(shadows.sort(([one], [other]) => one - other)),
    ...(place.share < 0 ? {} : { share: Math.min(1, Math.max(0, values[place.share] as number)) }),
  };
}

function brokenRows(
  network: Network,
  positions: Float64Array,
  flows: Float64Array,
  share: number | undefined,
  held: readonly number[],
): readonly number[] {
  const room = sharesOf(network, share).rows;
  const over = (network.domain ?? []).flatMap((row, place): [number, number][] => {
    const excess = flowThrough(network, row, positions, flows) - row.ram * room;
    return excess > rowTolerance && !held.includes(place) ? [[place, excess]] : [];
  });
  return over
    .sort(([, one], [, other]) => other - one)
    .slice(0, rowsAtOnce)
    .map(([place]) => place);
}

/** Whether any window grew. */
function widen(
  scope: Scope,
  steps: readonly CurveStep[],
  isAsked: (curve: NetCurve, window: Window, step: number, zone: number) => boolean,
): boolean {
  let grew = false;
  scope.windows = scope.windows.map((windows, step) =>
    windows.map((window, zone) => {
      const curve = steps[step]?.curves[zone] as NetCurve;
      if (!isAsked(curve, window, step, zone)) return window;
      const more = window.to - window.from + firstWindow;
      const wider = {
        from: Math.max(0, window.from - more),
        to: Math.min(curve.prices.length, window.to + more),
      };
      grew ||= wider.from < window.from || wider.to > window.to;
      return wider;
    }),
  );
  return grew;
}
