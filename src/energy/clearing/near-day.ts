import type { Block } from '../market/model.ts';
import { type Window, windowAround } from './day-program.ts';
import {
  type CurveStep,
  holdBroken,
  type PricedDay,
  programIn,
  type Scope,
  settledCost,
} from './relaxed-day.ts';
import type { Solver } from './solver.ts';

/** What a day comes to where each block is accepted between two bounds. */
export type NearSolution = {
  readonly cost: number;
  /** Of each block: how much of it is accepted, and by how much the cost falls with each more of it that is (EUR for an hour each). */
  readonly shares: Float64Array;
  readonly gains: Float64Array;
};

/** A day that stays in the solver, to be asked again with other bounds of its blocks; to be closed. */
export type NearDay = {
  /** Null: nothing keeps all limits, or what does costs more than the room. */
  readonly ask: (least: Float64Array, most: Float64Array) => NearSolution | null | 'unsolved';
  readonly close: () => void;
};

/** A day within some windows: what it comes to costs no less than the whole day. Rows that turn out to be broken come in, and stay in the scope. */
export function openDay(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  { rows }: Scope,
  windows: Window[][],
): NearDay {
  const near = { rows, windows };
  const whole = blocks.map((): readonly [number, number] => [0, 1]);
  const { blockAt, places, ...program } = programIn(near, steps, blocks, whole);
  const settled = settledCost(steps, near);
  const kept = solver.open(program, 'bounds');
  return {
    close: kept.close,
    ask: (least, most) => {
      kept.bound(blockAt, least, most);
      for (;;) {
        const solution = kept.solve();
        if (solution.status !== 'optimal') return solution.status === 'infeasible' ? null : 'unsolved';
        const broken = steps.flatMap((step, index) => holdBroken(step, places, solution.values, near, index));
        if (broken.length > 0) {
          kept.add(broken);
          continue;
        }
        return {
          cost: solution.cost + settled,
          shares: solution.values.slice(blockAt, blockAt + blocks.length),
          gains: solution.reduced.slice(blockAt, blockAt + blocks.length).map((reduced) => -reduced),
        };
      }
    },
  };
}

/**
 * Windows that hold every order which a day may change that costs at most `room` more than the relaxed one; not those so far from its prices
 * that all between them, which would have to move first, cost more than that. Within them whatever costs at most so much comes to its true
 * cost, and everything else to more than that.
 */
export function windowsWithin(steps: readonly CurveStep[], relaxed: PricedDay, room: number): Window[][] {
  return steps.map(({ curves }, step) =>
    curves.map((curve, zone) => {
      const { prices, quantities } = curve;
      const price = relaxed.steps[step]?.prices[zone] as number;
      const middle = windowAround(curve, price, 0).from;
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
