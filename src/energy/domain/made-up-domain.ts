import { diceOf } from '#kernel/dice.ts';
import type { StepDomain } from './model.ts';

/**
 * A made-up domain of one hour, the same for the same seed: elements of which each is loaded by some hubs more than by others, with the origin
 * inside. PTDF to three digits, RAM in whole MW. For tests and measurements; of no real grid.
 */
export function madeUpDomain(seed: number, hubs: number, rows: number, period: number): StepDomain {
  const dice = diceOf(seed, `domain ${hubs} ${rows} ${period}`);
  const names = Array.from({ length: hubs }, (_, hub) => `Z${String(hub + 1).padStart(2, '0')}`);
  return {
    ...{ day: null, typicalDay: `made up ${seed}`, period, hubs: names },
    rows: Array.from({ length: rows }, (_, row) => ({
      id: `row ${row + 1}`,
      ptdf: Float64Array.from(names, () => Math.round(dice.between(-0.35, 0.35) * 1000) / 1000),
      ram: dice.whole(250, 1500),
      ...{ kind: 'element', element: `element ${row + 1}`, contingency: null, operator: null, line: row + 2 },
    })),
  };
}
