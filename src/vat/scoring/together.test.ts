import { describe, expect, test } from 'vitest';
import type { FeatureTable } from './features.ts';
import type { BridgeEdge } from './model.ts';
import { togetherOf } from './together.ts';

const table = (
  supplies: readonly (readonly [supplier: number, acquirer: number, cents: number])[],
  loops: FeatureTable['loops'] = [],
) => {
  const [in3, out3] = [new Float64Array(6), new Float64Array(6)];
  for (const [supplier, acquirer, cents] of supplies) {
    out3[supplier] = (out3[supplier] as number) + cents;
    in3[acquirer] = (in3[acquirer] as number) + cents;
  }
  const pairs = {
    supplier: supplies.map(([one]) => one),
    acquirer: supplies.map(([, one]) => one),
    cents: supplies.map(([, , cents]) => cents),
  };
  return { trade: { in3, out3, pairs }, loops } as unknown as FeatureTable;
};
const list = (from: FeatureTable, bridged = true) =>
  Object.fromEntries([...togetherOf(from, bridged)].map(([trader, others]) => [trader, [...others].sort()]));

describe('Looked at together', () => {
  test('are two who trade mostly with each other, and not who is one customer of many', () => {
    expect(list(table([[0, 1, 100]]))).toEqual({ 0: [1], 1: [0] });
    // Trader 1 is all of what 2 sells, but 2 is a fifth of what 1 acquires.
    expect(list(table([[0, 1, 80], [2, 1, 20]]))).toEqual({ 0: [1], 1: [0] }); // biome-ignore format: a row each
  });

  test('are all who go round together, where cycles through states are known', () => {
    const bridge = { inflow: 1, outflow: 3 } as BridgeEdge;
    const loop = { traders: [0, 1, 3], between: [2], cents: 9, bridges: [bridge] };
    const found = list(table([], [loop]));
    expect(found).toEqual({ 0: [1, 2, 3], 1: [0, 2, 3], 2: [0, 1, 3], 3: [0, 1, 2] });
    expect(list(table([], [loop]), false)).toEqual({});
  });
});
