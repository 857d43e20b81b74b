import { ok, type Result } from '#kernel/result.ts';
import { type Check, certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import type { Solver } from '../clearing/solver.ts';
import type { GmeDay } from '../imports/gme.ts';
import type { MarketStep } from '../market/model.ts';

/** EUR/MWh by which a price may differ from the published one and be it: half of the last digit that is printed. */
export const exactWithin = 0.005;

/** What a clearing came to beside what was published. Errors are of prices, EUR/MWh, and of flows, MWh. */
export type Replayed = {
  readonly zoneHours: number;
  readonly exact: number;
  readonly maxError: number;
  /** Decisions on blocks by how they were published, and how many of them came out accepted. */
  readonly blocks: Readonly<Record<string, { readonly published: number; readonly accepted: number }>>;
  /** Null: no flow was published. */
  readonly flowMeanError: number | null;
  readonly flows: number;
  readonly isCertified: boolean;
  readonly isProven: boolean;
};

/** A day with what was recomputed of both its clearings. */
export type ReplayedDay = Replayed & { readonly checks: readonly Check[] };

/**
 * Clears a day twice: with blocks that are decided here and borders that take any flow at their price, for prices and blocks; and with blocks
 * and exchanges over borders as published, for the flows that the tie rule gives, which prices alone leave open. Problems: those of `clear`.
 */
export function replayGme(
  solver: Solver,
  { steps, decided, blocks, published }: GmeDay,
): Result<ReplayedDay> {
  const own = clear(solver, { steps, blocks, hours: 1 });
  if (!own.ok) return own;
  const bound = clear(solver, {
    ...{ blocks: [], hours: 1 },
    steps: decided.map((step, index) =>
      withExchanges(step, published.exchanges[index] ?? new Float64Array()),
    ),
  });
  if (!bound.ok) return bound;

  let [zoneHours, exact, maxError, flows, flowError] = [0, 0, 0, 0, 0];
  for (const [step, prices] of published.prices.entries()) {
    for (const [zone, price] of prices.entries()) {
      if (Number.isNaN(price)) continue;
      const error = Math.abs(price - (own.value.result.steps[step]?.prices[zone] as number));
      zoneHours++;
      if (error <= exactWithin) exact++;
      maxError = Math.max(maxError, error);
    }
    for (const [link, flow] of (published.flows[step] ?? []).entries()) {
      if (Number.isNaN(flow)) continue;
      flows++;
      flowError += Math.abs(flow - (bound.value.result.steps[step]?.flows[link] as number));
    }
  }
  const checks = [own.value, bound.value].flatMap((one) => certify(one));
  return ok({
    ...{ zoneHours, exact, maxError, flows, checks, blocks: blocksBeside(own.value, published.statuses) },
    flowMeanError: flows === 0 ? null : flowError / flows,
    isCertified: checks.every(({ holds }) => holds),
    isProven: own.value.result.status === 'proven',
  });
}

/** A step in which what goes over borders is given; unknown: nothing does. */
function withExchanges({ orders, network }: MarketStep, exchanges: Float64Array): MarketStep {
  const borders = network.borders.map((border, index) => {
    const flow = exchanges[index] ?? Number.NaN;
    const given = Number.isNaN(flow) ? 0 : flow;
    return { ...border, least: given, most: given };
  });
  return { orders, network: { ...network, borders } };
}

function blocksBeside({ result }: Clearing, statuses: readonly string[]): Replayed['blocks'] {
  const found: Record<string, { published: number; accepted: number }> = {};
  for (const [block, status] of statuses.entries()) {
    found[status] ??= { published: 0, accepted: 0 };
    const counts = found[status];
    counts.published++;
    if ((result.blocks[block] as number) > 0.5) counts.accepted++;
  }
  return found;
}

/** Of several days together. */
export function together(days: readonly Replayed[]): Replayed {
  const sum = (of: (day: Replayed) => number) => days.reduce((all, day) => all + of(day), 0);
  const flows = sum((day) => day.flows);
  const blocks: Record<string, { published: number; accepted: number }> = {};
  for (const [status, { published, accepted }] of days.flatMap((day) => Object.entries(day.blocks))) {
    blocks[status] ??= { published: 0, accepted: 0 };
    blocks[status].published += published;
    blocks[status].accepted += accepted;
  }
  return {
    ...{ zoneHours: sum((day) => day.zoneHours), exact: sum((day) => day.exact), flows, blocks },
    maxError: Math.max(0, ...days.map((day) => day.maxError)),
    flowMeanError: flows === 0 ? null : sum((day) => (day.flowMeanError ?? 0) * day.flows) / flows,
    isCertified: days.every((day) => day.isCertified),
    isProven: days.every((day) => day.isProven),
  };
}
