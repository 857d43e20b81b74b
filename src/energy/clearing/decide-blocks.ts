import type { Block } from '../market/model.ts';
import { type DayProgram, type Window, windowAround } from './day-program.ts';
import {
  type CurveStep,
  type PricedDay,
  priceDay,
  programIn,
  type Scope,
  scopeAround,
  settledCost,
} from './relaxed-day.ts';
import type { LinearProgram, Solver } from './solver.ts';

export type DecidedDay = PricedDay & {
  /** No decision costs less than this: where it is the cost, the decision is proven to be the best. */
  readonly bound: number;
  readonly isProven: boolean;
  /** Selections that were refused because some accepted block would lose at every price that supports them. */
  readonly refused: number;
};

/** Relative distance from the bound at which a decision is proven. */
const gap = 1e-9;
/** Share of a block from which it is accepted whole. */
const whole = 1 - 1e-7;

/**
 * Decides on blocks so that nothing costs less and none is accepted at a loss, with prices that support it.
 *
 * A selection is supported by prices exactly where letting its blocks be accepted in part would cost no less: then the prices of that convex
 * day are prices of the selection. Of the best selection that is not supported at least one accepted block must go: were it supported
 * together with more of them, it would cost no less than that larger one and be supported itself (Madani and Van Vyve 2015 have this for
 * branches). So each round adds one such condition and looks again, until the best is supported.
 */
export function decideBlocks(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  expected: readonly Float64Array[],
  mostRounds: number,
): DecidedDay | null {
  const scope = scopeAround(steps, expected);
  const open = blocks.map((): readonly [number, number] => [0, 1]);
  const relaxed = priceDay(solver, steps, blocks, open, scope);
  if (relaxed === null) return null;
  const isWhole = relaxed.accepted.every((share) => share < 1 - whole || share > whole);
  if (isWhole) {
    const accepted = relaxed.accepted.map((share) => (share > 0.5 ? 1 : 0));
    return { ...relaxed, accepted, bound: relaxed.cost, isProven: true, refused: 0 };
  }

  let best = withoutLosers(solver, steps, blocks, relaxed, scope);
  let bound = relaxed.cost;
  const refused: (readonly number[])[] = [];
  while (refused.length < mostRounds) {
    if (best !== null && best.cost - bound <= tolerance(best.cost)) break;
    const found = bestSelection(
      solver,
      steps,
      blocks,
      relaxed,
      best?.cost ?? Number.POSITIVE_INFINITY,
      scope,
      refused,
    );
    if (found === null) {
      // Nothing that is left costs less than what was found.
      bound = best?.cost ?? bound;
      break;
    }
    bound = Math.max(bound, found.cost);
    const taken = found.accepted;
    const supported = priceDay(solver, steps, blocks, rangesOf(taken), scope);
    if (supported === null) return null;
    if (supported.cost >= found.cost - tolerance(found.cost)) {
      best = { ...supported, accepted: Float64Array.from(taken, Number) };
      break;
    }
    refused.push(blocks.flatMap((_, block) => (taken[block] ? [block] : [])));
    const tried = withoutLosers(solver, steps, blocks, supported, scope);
    if (tried !== null && (best === null || tried.cost < best.cost)) best = tried;
  }
  if (best === null) return null;
  const isProven = best.cost - bound <= tolerance(best.cost);
  return { ...best, bound: isProven ? best.cost : bound, isProven, refused: refused.length };
}

const tolerance = (cost: number) => gap * Math.max(1, Math.abs(cost));

const rangesOf = (taken: readonly boolean[]) =>
  taken.map((isTaken): readonly [number, number] => [0, isTaken ? 1 : 0]);

/** A selection without losers near a relaxed day, found by leaving out, round by round, what is not accepted whole; no proof of anything. */
function withoutLosers(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  near: PricedDay,
  scope: Scope,
): PricedDay | null {
  let taken = [...near.accepted].map((share) => share > 0.5);
  for (;;) {
    const tried = priceDay(solver, steps, blocks, rangesOf(taken), scope);
    if (tried === null) return null;
    const kept = taken.map((isTaken, block) => isTaken && (tried.accepted[block] as number) > whole);
    if (kept.every((isKept, block) => isKept === taken[block]))
      return { ...tried, accepted: Float64Array.from(taken, Number) };
    taken = kept;
  }
}

/**
 * The selection of least cost among those that are not refused, where it costs less than `limit`; null: there is none. What the relaxed day
 * shows to cost more than what is between it and `limit` stays as it is there: blocks by what they lose at its prices, and orders so far from
 * its prices that all between them would have to move first.
 */
function bestSelection(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  relaxed: PricedDay,
  limit: number,
  scope: Scope,
  refused: readonly (readonly number[])[],
): { readonly cost: number; readonly accepted: readonly boolean[] } | null {
  const room = limit - relaxed.cost + tolerance(limit);
  const surplus = blocks.map((block) => surplusOf(block, relaxed));
  const ranges = surplus.map((gain): readonly [number, number] =>
    gain > room ? [1, 1] : gain < -room ? [0, 0] : [0, 1],
  );
  for (;;) {
    const near = { rows: scope.rows, windows: trimmed(steps, relaxed, room) };
    const program = programIn(near, steps, blocks, ranges);
    const solution = solver.solve(withConditions(program, refused, ranges));
    if (solution.status !== 'optimal') return null;
    const accepted = blocks.map((_, block) => (solution.values[program.blockAt + block] as number) > 0.5);
    const fixed = accepted.map((is): readonly [number, number] => (is ? [1, 1] : [0, 0]));
    const priced = priceDay(solver, steps, blocks, fixed, scope);
    const cost = solution.cost + settledCost(steps, near);
    // Rows that the program did not have may make it dearer: it has them now, and is asked again.
    if (priced !== null && priced.cost <= cost + tolerance(cost)) return { cost, accepted };
  }
}

/** EUR for an hour each that a block gains at the prices of a day, accepted whole. */
function surplusOf({ zone, side, price, quantities }: Block, { steps }: PricedDay): number {
  let gain = 0;
  for (const [step, quantity] of quantities.entries())
    gain += quantity * ((steps[step]?.prices[zone] as number) - price);
  return side === 'supply' ? gain : -gain;
}

/** Windows that hold every order which a day may change that costs at most `room` more than the relaxed one. */
function trimmed(steps: readonly CurveStep[], relaxed: PricedDay, room: number): Window[][] {
  return steps.map(({ curves }, step) =>
    curves.map(({ prices, quantities }, zone) => {
      const price = relaxed.steps[step]?.prices[zone] as number;
      const middle = windowAround({ prices }, price, 0).from;
      let [from, to, spent] = [middle, middle, 0];
      for (; to < prices.length && spent <= room; to++)
        spent += ((prices[to] as number) - price) * (quantities[to] as number);
      spent = 0;
      for (; from > 0 && spent <= room; from--)
        spent += (price - (prices[from - 1] as number)) * (quantities[from - 1] as number);
      return { from, to };
    }),
  );
}

/** Blocks as whole numbers, and of each selection that was refused one accepted block less. */
function withConditions(
  program: DayProgram,
  refused: readonly (readonly number[])[],
  ranges: readonly (readonly [number, number])[],
): LinearProgram {
  const { blockAt } = program;
  const first = program.rowLeast.length;
  const entries = program.rows.length + refused.reduce((all, list) => all + list.length, 0);
  const [rows, values] = [new Int32Array(entries), new Float64Array(entries)];
  const ofBlocks: number[][] = ranges.map(() => []);
  for (const [row, list] of refused.entries()) for (const block of list) ofBlocks[block]?.push(first + row);
  // Columns of blocks stand last, so that all before them stay where they are.
  const kept = program.starts[blockAt] as number;
  rows.set(program.rows.subarray(0, kept));
  values.set(program.values.subarray(0, kept));
  const starts = Int32Array.from(program.starts);
  let at = kept;
  for (const [block, own] of ofBlocks.entries()) {
    const column = blockAt + block;
    starts[column] = at;
    for (
      let entry = program.starts[column] as number;
      entry < (program.starts[column + 1] as number);
      entry++
    ) {
      rows[at] = program.rows[entry] as number;
      values[at++] = program.values[entry] as number;
    }
    for (const row of own) {
      rows[at] = row;
      values[at++] = 1;
    }
  }
  starts[blockAt + ranges.length] = at;
  const bounds = (base: Float64Array, more: (list: readonly number[]) => number) =>
    Float64Array.from([...base, ...refused.map(more)]);
  return {
    ...{ cost: program.cost, least: program.least, most: program.most, starts, rows, values },
    rowLeast: bounds(program.rowLeast, () => Number.NEGATIVE_INFINITY),
    rowMost: bounds(program.rowMost, (list) => list.length - 1),
    whole: ranges.flatMap(([least, most], block) => (least < most ? [blockAt + block] : [])),
  };
}
