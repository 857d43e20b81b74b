import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { welfareOf } from '../certification/certify.ts';
import type { Block, MarketStep, ZoneOrders } from '../market/model.ts';
import { netCurve } from '../market/net-curve.ts';
import { decideBlocks } from './decide-blocks.ts';
import type { ClearedStep, Clearing } from './model.ts';
import { type CurveStep, priceDay, type StepPrices, scopeAround } from './relaxed-day.ts';
import { shareTies } from './share-ties.ts';
import type { Solver } from './solver.ts';
import { withoutRelief } from './without-relief.ts';

export type Market = {
  readonly steps: readonly MarketStep[];
  readonly blocks: readonly Block[];
  /** Length of a step in hours. */
  readonly hours: number;
};

/**
 * Parts of all selections of blocks that are looked at in a day of one step before the best that was found is told with its bound: of more
 * steps fewer, as each takes longer.
 */
const mostNodes = 24_000;
/** EUR/MWh from which the first step is looked at. */
const firstGuess = 50;

/**
 * Clears a day: prices and blocks of most welfare, then who trades at the prices. Where all goes over exchanges (`linksAre`), nothing may go from
 * a dear to a cheap zone: what does loses the relief that it gives to full rows, and the day is cleared again. Problems:
 * `energy_step_infeasible` and `energy_step_unsolved` with the step, `energy_day_infeasible`; `energy_blocks_need_steps`: the solver takes no whole
 * numbers beside linear orders.
 */
export function clear(solver: Solver, market: Market): Result<Clearing> {
  for (let { steps } = market; ; ) {
    const cleared = clearOnce(solver, { ...market, steps });
    if (!cleared.ok) return cleared;
    const next = steps.map((step, place) =>
      withoutRelief(step, cleared.value.result.steps[place] as ClearedStep),
    );
    // Each time a row more takes no relief, so that this comes to an end.
    if (next.every((step, place) => step === steps[place])) return cleared;
    steps = next;
  }
}

function clearOnce(solver: Solver, { steps, blocks, hours }: Market): Result<Clearing> {
  if (blocks.length > 0 && steps.some(({ orders }) => orders.some(hasLinear)))
    return fail(problem('energy_blocks_need_steps'));
  const curved = steps.map(({ orders, network }): CurveStep => ({ curves: orders.map(netCurve), network }));
  const alone: StepPrices[] = [];
  for (const [index, step] of curved.entries()) {
    const expected = alone.at(-1)?.prices ?? new Float64Array(step.curves.length).fill(firstGuess);
    const at = `${index + 1}`;
    const priced = priceDay(solver, [step], [], [], scopeAround([step], [expected]));
    if (priced === 'infeasible') return fail(problem('energy_step_infeasible', at, { step: index + 1 }));
    if (priced === 'unsolved') return fail(problem('energy_step_unsolved', at, { step: index + 1 }));
    alone.push(priced.steps[0] as StepPrices);
  }
  const expected = alone.map(({ prices }) => prices);
  const decided =
    blocks.length === 0
      ? null
      : decideBlocks(solver, curved, blocks, expected, Math.ceil(mostNodes / steps.length));
  if (blocks.length > 0 && decided === null) return fail(problem('energy_day_infeasible'));

  const shares = decided?.accepted ?? new Float64Array();
  const cleared: ClearedStep[] = [];
  for (const [index, step] of steps.entries()) {
    const prices = (decided?.steps ?? alone)[index] as StepPrices;
    const shared = shareTies(solver, step, injectedBy(blocks, shares, index, step.orders.length), prices);
    if (shared === null) return fail(problem('energy_step_infeasible', `${index + 1}`, { step: index + 1 }));
    const shadows = [...prices.shadows].map(([row, price]) => ({ row, price }));
    const { share } = prices;
    cleared.push({
      ...{ ...shared, prices: prices.prices, shadows },
      ...(share === undefined ? {} : { share }),
    });
  }
  const status = decided === null || decided.isProven ? 'proven' : 'limit';
  const missed = decided === null ? 0 : (decided.cost - decided.bound) * hours;
  return ok(withWelfare({ steps, blocks, hours }, { steps: cleared, blocks: shares }, missed, status));
}

/** Counts the money of what was decided. `missed`: EUR by which another decision on blocks might be better. */
export function withWelfare(
  market: Market,
  decided: Pick<Clearing['result'], 'steps' | 'blocks'>,
  missed: number,
  status: Clearing['result']['status'],
): Clearing {
  const open = { consumers: 0, producers: 0, rent: 0 };
  const result = { ...decided, welfare: open, bound: 0, status };
  const { consumers, producers, rent, worth } = welfareOf({ ...market, result });
  return { ...market, result: { ...result, welfare: { consumers, producers, rent }, bound: worth + missed } };
}

const hasLinear = ({ demand, supply }: ZoneOrders) => demand.ends !== undefined || supply.ends !== undefined;

/** MW that accepted blocks bring into each zone of a step. */
function injectedBy(
  blocks: readonly Block[],
  shares: Float64Array,
  step: number,
  zones: number,
): Float64Array {
  const injected = new Float64Array(zones);
  for (const [index, { zone, side, quantities }] of blocks.entries()) {
    const megawatts = (shares[index] as number) * (quantities[step] as number);
    injected[zone] = (injected[zone] as number) + (side === 'supply' ? megawatts : -megawatts);
  }
  return injected;
}
