/**
 * What is thought of an input before there are cases of one's own: from each value on (of what speaks against fraud, below it) so much
 * more in log-odds. Rounded to halves by hand from what was told of cases in made-up worlds of seeds 101 to 110, and nobody's experience
 * of real fraud; own cases move it, the more there are the further. Inputs that are not named weigh nothing until cases say so.
 */
import { features } from './feature-names.ts';
import type { Input } from './score.ts';

/** In the order of their weights. Cents are of three months. */
export type Steps = readonly (readonly [value: number, weight: number])[];

const thought: Readonly<Partial<Record<Input, Steps>>> = {
  inflow: [
    [20_000_000, 0.5],
    [100_000_000, 1],
  ],
  outflow: [
    [20_000_000, 0.5],
    [50_000_000, 1],
    [100_000_000, 1.5],
  ],
  missing_returns: [[5, 0.5]],
  gap: [
    [0.5, 0.5],
    [1, 1.5],
  ],
  step: [
    [2, 0.5],
    [10, 1],
  ],
  few_suppliers: [[0.9, 0.5]],
  new_partners: [[0.8, 0.5]],
  margin: [
    [0.3, 0.5],
    [0.1, 1],
    [0.02, 2],
  ],
  risky_goods: [[1, 1.5]],
  resectored: [[1, 0.5]],
  transit: [
    [0.3, 0.5],
    [0.8, 1],
  ],
  buyers_gap: [
    [0.3, 0.5],
    [0.5, 1.5],
    [1, 2],
  ],
  cycle_cents: [[2_000_000, 1]],
  cycle_share: [[0.5, 1]],
  loop_share: [[0.9, 1]],
  loop_gap: [
    [0.3, 0.5],
    [1, 1.5],
  ],
  loop_young: [[1, 1]],
  loop_hops: [[3, 1]],
  loop_signs: [
    [3, 0.5],
    [4, 1],
    [5, 2],
  ],
  sources: [
    [0.1, 1],
    [0.3, 2],
  ],
  pass_through: [
    [0.15, 0.5],
    [1, 1],
  ],
  fed_by_gap: [
    [0.3, 0.5],
    [1, 1],
  ],
  archetypes: [[1, 1]],
};

export const taught = (input: Input): Steps => thought[input] ?? [];

/** What is thought where no other worlds taught anything: an indicator counts alike with any other, and an archetype twice. */
export function counted(input: Input): Steps {
  if (input === 'archetypes')
    return [
      [1, 1.4],
      [2, 2.8],
      [3, 4.2],
    ];
  const { from } = features[input];
  return from === null ? [] : [[from, 0.7]];
}
