import { describe, expect, test } from 'vitest';
import { loopEvidence } from './loop-evidence.ts';
import type { Loop } from './loops.ts';
import type { BridgeEdge } from './model.ts';
import type { Trade } from './trade.ts';

const bridge = (inflow: number, outflow: number, hops: number): BridgeEdge => ({
  ...{ state: 1, inflow, outflow, hops, lo: 0, hi: 9, cents: 100 },
});
const trade = (fresh: readonly (readonly [number, number])[]) =>
  ({
    pairs: {
      supplier: fresh.map(([one]) => one),
      acquirer: fresh.map(([, other]) => other),
      fresh: fresh.map(() => true),
    },
  }) as unknown as Trade;
const known = (silent: readonly number[], young: readonly number[]) => ({
  gapOf: (trader: number) => (silent.includes(trader) ? 0.8 : 0),
  isYoung: (trader: number) => young.includes(trader),
  state: Uint8Array.of(0, 1, 1, 1, 2, 2),
});
const round = (changes: Partial<Loop>): Loop => ({
  ...{ traders: [0, 1, 3], cents: 100, bridges: [bridge(1, 3, 2)], between: [2] },
  ...changes,
});

describe('Evidence of cycles', () => {
  test('is of the most suspicious one that a trader stands in, not of the largest', () => {
    const honest = round({ cents: 900, traders: [0, 4, 3], bridges: [bridge(4, 3, 1)], between: [] });
    const found = loopEvidence(
      [honest, round({})],
      trade([
        [0, 1],
        [3, 0],
      ]),
      known([1], [1]),
    );
    // Of the honest one two signs hold too: one state, and one of its two supplies is new.
    expect([...found.signs]).toEqual([5, 5, 5, 5, 2, 0]);
    expect([...found.cents]).toEqual([100, 100, 100, 100, 900, 0]);
    expect([...found.gap]).toEqual([0.8, 0.8, 0.8, 0.8, 0, 0]);
    expect([...found.isBetween]).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('is of the larger of two that are as suspicious, in whichever order they come', () => {
    const both = [round({}), round({ cents: 300 })];
    for (const loops of [both, [...both].reverse()])
      expect(loopEvidence(loops, trade([]), known([], [])).cents[0]).toBe(300);
  });

  test('takes two who supply each other for no cycle: returns and toll processing look like it', () => {
    const cycle = (traders: readonly number[]) => round({ traders, bridges: [], between: [] });
    const found = loopEvidence([cycle([0, 1]), cycle([0, 3, 4])], trade([]), known([], []));
    expect([...found.cycle]).toEqual([100, 0, 0, 100, 100, 0]);
    expect([...found.signs]).toEqual(new Array(6).fill(0));
  });
});
