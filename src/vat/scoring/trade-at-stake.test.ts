import { describe, expect, test } from 'vitest';
import { type FeatureName, featureNames } from './feature-names.ts';
import { tradeAtStakeOf } from './trade-at-stake.ts';

const columnsOf = (values: Partial<Record<FeatureName, number>>) =>
  Object.fromEntries(featureNames.map((name) => [name, Float64Array.of(values[name] ?? 0)])) as Record<
    FeatureName,
    Float64Array
  >;
const atStake = (values: Partial<Record<FeatureName, number>>) => tradeAtStakeOf(0.5, columnsOf(values), 0);

describe('Trade at stake', () => {
  test('counts what was not declared whole, and trade that nothing points at by a tenth', () => {
    expect(atStake({ inflow: 100_000_000, gap: 1 })).toBe(50_000_000);
    expect(atStake({ inflow: 100_000_000, gap: 0 })).toBe(5_000_000);
    // His state gives no returns.
    expect(atStake({ inflow: 100_000_000, gap: Number.NaN })).toBe(5_000_000);
  });

  test('counts what goes to those who do not declare, and what goes round', () => {
    expect(atStake({ outflow: 100_000_000, buyers_gap: 0.6 })).toBe(30_000_000);
    expect(atStake({ outflow: 100_000_000, loop_cents: 80_000_000 })).toBe(40_000_000);
  });

  test('leaves who trades at home alone by his probability', () => {
    expect(atStake({})).toBe(250_000);
  });
});
