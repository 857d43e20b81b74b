import { describe, expect, test } from 'vitest';
import { type FeatureName, featureNames } from './feature-names.ts';
import { pointedAt, tradeAtStakeOf } from './trade-at-stake.ts';

const columnsOf = (values: Partial<Record<FeatureName, number>>) =>
  Object.fromEntries(featureNames.map((name) => [name, Float64Array.of(values[name] ?? 0)])) as Record<
    FeatureName,
    Float64Array
  >;
const pointed = (values: Partial<Record<FeatureName, number>>) => pointedAt(columnsOf(values), 0);

describe('The trade at which something points', () => {
  test('is what was not declared whole, and a tenth of trade that nothing points at', () => {
    expect(pointed({ inflow: 100_000_000, gap: 1 })).toBe(100_000_000);
    expect(pointed({ inflow: 100_000_000, gap: 0 })).toBe(10_000_000);
    // His state gives no returns.
    expect(pointed({ inflow: 100_000_000, gap: Number.NaN })).toBe(10_000_000);
  });

  test('is what goes to those who do not declare, and what goes round', () => {
    expect(pointed({ outflow: 100_000_000, buyers_gap: 0.6 })).toBe(60_000_000);
    expect(pointed({ outflow: 100_000_000, loop_cents: 80_000_000 })).toBe(80_000_000);
  });

  test('is what he bought that was not declared, and what only passed through', () => {
    expect(pointed({ sources_cents: 80_000_000 })).toBe(80_000_000);
    expect(pointed({ outflow: 10_000_000, passing_cents: 20_000_000 })).toBe(20_000_000);
    expect(pointed({ passing_cents: Number.NaN })).toBe(500_000);
  });
});

describe('Trade at stake', () => {
  const atStake = (probability: number, values: Partial<Record<FeatureName, number>>) =>
    tradeAtStakeOf(probability, columnsOf(values), 0);

  test('is probability by what points at him, where that is as much as frauds usually trade', () => {
    expect(atStake(0.5, { loop_cents: 30_000_000 })).toBeCloseTo(15_000_000, 3);
  });

  test('is twice as much with twice the probability, and with four times the trade', () => {
    const one = atStake(0.2, { loop_cents: 80_000_000 });
    expect(atStake(0.4, { loop_cents: 80_000_000 })).toBeCloseTo(2 * one, 3);
    expect(atStake(0.2, { loop_cents: 320_000_000 })).toBeCloseTo(2 * one, 3);
  });

  test('leaves who trades at home alone by his probability', () => {
    expect(atStake(0.5, {})).toBeCloseTo(atStake(0.5, { loop_cents: 500_000 }), 9);
    expect(atStake(0.5, {})).toBeGreaterThan(atStake(0.2, {}));
  });
});
