import type { Block } from '../market/model.ts';
import { openDay } from './near-day.ts';
import { type CurveStep, type PricedDay, priceDay, type Scope, scopeAround } from './relaxed-day.ts';
import { edge, type Selection, searchBlocks, tolerance, worstLoser } from './search-blocks.ts';
import type { Solver } from './solver.ts';

/** Nodes at which a selection is made by leaving out losers. */
const roundedNodes = 10;

export type DecidedDay = PricedDay & {
  /** No decision costs less than this: where it is the cost, the decision is proven to be the best. */
  readonly bound: number;
  readonly isProven: boolean;
  /** Parts of all selections that were looked at one by one. */
  readonly nodes: number;
};

/**
 * Decides on blocks so that nothing costs less and none is accepted at a loss, with prices that support it (`searchBlocks`). After `mostNodes`
 * the best that was found is told with its bound: counted, not timed, so that the same day always comes to the same.
 */
export function decideBlocks(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  expected: readonly Float64Array[],
  mostNodes: number,
): DecidedDay | null {
  const scope = scopeAround(steps, expected);
  const relaxed = priceDay(
    solver,
    steps,
    blocks,
    blocks.map((): readonly [number, number] => [0, 1]),
    scope,
  );
  if (typeof relaxed === 'string') return null;
  const isDecided = blocks.every(({ minimum }, block) => {
    const share = relaxed.accepted[block] as number;
    return share < edge || share > minimum - edge;
  });
  if (isDecided)
    return {
      ...relaxed,
      accepted: relaxed.accepted.map(clean),
      bound: relaxed.cost,
      isProven: true,
      nodes: 0,
    };

  const known = withoutLosers(solver, steps, blocks, relaxed, scope);
  const { best, bound, nodes } = searchBlocks(solver, steps, blocks, relaxed, scope, known, {
    mostNodes,
    roundedNodes,
  });
  if (best === null) return null;
  const day = pricedWith(solver, steps, blocks, best.accepted, scope);
  if (day === null) return null;
  const isProven = day.cost - bound <= tolerance(day.cost);
  return { ...day, bound: isProven ? day.cost : bound, isProven, nodes };
}

/** Volumes of a selection with prices that support it: those of a day in which nothing has to be accepted to its minimum. */
function pricedWith(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  accepted: readonly boolean[],
  scope: Scope,
): PricedDay | null {
  const most = accepted.map((is) => (is ? 1 : 0));
  const least = blocks.map(({ minimum }, block) => minimum * (most[block] as number));
  const prices = priceDay(
    solver,
    steps,
    blocks,
    most.map((share) => [0, share] as const),
    scope,
  );
  if (typeof prices === 'string') return null;
  if (least.every((share, block) => (prices.accepted[block] as number) > share - edge))
    return { ...prices, accepted: prices.accepted.map(clean) };
  const volumes = priceDay(
    solver,
    steps,
    blocks,
    least.map((share, block) => [share, most[block] as number] as const),
    scope,
  );
  if (typeof volumes === 'string') return null;
  return {
    ...volumes,
    accepted: volumes.accepted.map(clean),
    steps: volumes.steps.map((step, index) => {
      const { prices: own, shadows } = prices.steps[index] as PricedDay['steps'][number];
      return { ...step, prices: own, shadows };
    }),
  };
}

/** A share that rounding alone keeps from nothing or from all. */
const clean = (share: number) => (share < edge ? 0 : share > 1 - edge ? 1 : share);

/**
 * A selection without losers near a relaxed day, found by leaving out the worst one at a time; no proof of anything. Most of it is done within
 * the windows of the relaxed day, where each question begins where the last one ended.
 */
function withoutLosers(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  relaxed: PricedDay,
  scope: Scope,
): Selection | null {
  const minimum = Float64Array.from(blocks, (block) => block.minimum);
  const left = blocks.map((block, index) => (relaxed.accepted[index] as number) >= block.minimum / 2);
  const mostOf = () => Float64Array.from(left, (is) => (is ? 1 : 0));
  const kept = openDay(solver, steps, blocks, scope, scope.windows);
  for (;;) {
    const tried = kept.ask(new Float64Array(blocks.length), mostOf());
    if (tried === null || tried === 'unsolved') break;
    const loser = worstLoser(left, tried.shares, minimum);
    if (loser === null) break;
    left[loser] = false;
  }
  kept.close();
  for (;;) {
    const tried = priceDay(
      solver,
      steps,
      blocks,
      Array.from(mostOf(), (most) => [0, most] as const),
      scope,
    );
    if (typeof tried === 'string') return null;
    const loser = worstLoser(left, tried.accepted, minimum);
    if (loser === null) return { cost: tried.cost, accepted: left };
    left[loser] = false;
  }
}
