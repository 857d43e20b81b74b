import { diceOf } from '#kernel/dice.ts';
import type { StepDomain } from './model.ts';

/** Hubs of a made-up domain that nobody names otherwise. */
const namesOf = (count: number) =>
  Array.from({ length: count }, (_, hub) => `Z${String(hub + 1).padStart(2, '0')}`);

/**
 * A made-up domain of one step, the same for the same seed: elements that some hubs load more than others, the same in every step, with the
 * origin inside and a room that changes from step to step. PTDF to three digits, RAM in whole MW. Of no real grid.
 */
export function madeUpDomain(
  seed: number,
  hubs: number | readonly string[],
  rows: number,
  period: number,
): StepDomain {
  const names = typeof hubs === 'number' ? namesOf(hubs) : hubs;
  const grid = diceOf(seed, `grid ${names.length} ${rows}`);
  const room = diceOf(seed, `room ${names.length} ${rows} ${period}`);
  return {
    ...{ day: null, typicalDay: `made up ${seed}`, period, hubs: names },
    rows: Array.from({ length: rows }, (_, row) => ({
      id: `row ${row + 1}`,
      ptdf: Float64Array.from(names, () => Math.round(grid.between(-0.35, 0.35) * 1000) / 1000),
      ram: Math.round(grid.between(300, 1300) * room.between(0.8, 1.2)),
      ...{ kind: 'element', element: `element ${row + 1}`, contingency: null, operator: null, line: row + 2 },
    })),
  };
}
