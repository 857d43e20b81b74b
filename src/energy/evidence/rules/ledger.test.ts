import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../model.ts';
import { addLines, totalOf, welfareOf } from './ledger.ts';

const zones = ['BE', 'NL'];
const line = (day: string, periods: readonly number[], amounts: readonly (readonly number[])[]): Line => ({
  ...{ actual: `${day}-fb`, counterfactual: `${day}-copper`, day, periods },
  zones: zones.map((zone, place) => {
    const [consumers = 0, producers = 0, rent = 0] = amounts[place] ?? [];
    return { zone, consumers, producers, rent };
  }),
});

describe('A ledger of two days', () => {
  const lines = [
    line(
      '2026-02-11',
      [1, 2],
      [
        [-100, 40, 10],
        [20, -30, 15],
      ],
    ),
    line(
      '2026-02-12',
      [1, 2],
      [
        [-50, 0, 5],
        [7, 1, 0],
      ],
    ),
  ];

  test('adds each party of each zone over the days, and comes to what they come to together', () => {
    expect(totalOf({ zones, lines })).toEqual({
      zones: [
        { zone: 'BE', consumers: -150, producers: 40, rent: 15 },
        { zone: 'NL', consumers: 27, producers: -29, rent: 15 },
      ],
      ...{ consumers: -123, producers: 11, rent: 30, welfare: -82 },
    });
  });

  test('has no sum once a step stands in it twice, of two sets of orders for one day', () => {
    const again = line(
      '2026-02-12',
      [2],
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    );
    expect(totalOf({ zones, lines: [...lines, again] })).toBeNull();
    const later = line(
      '2026-02-12',
      [3],
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    );
    expect(totalOf({ zones, lines: [...lines, later] })?.welfare).toBe(-76);
  });
});

test('Whatever days a ledger holds, its total is that of its zones, that of its parties, and that of its lines', () => {
  const amounts = fc.array(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 2,
  });
  let several = 0;
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 12 }), (days) => {
      const lines = days.map((ofDay, day) => line(`2026-02-${String(day + 1).padStart(2, '0')}`, [1], ofDay));
      const total = totalOf({ zones, lines });
      if (total === null) throw new Error('No day stands in it twice');
      // Whole euros, so that sums are exact in whatever order they are made.
      const slow = days.flat(2).reduce((sum, one) => sum + one, 0);
      expect(total.welfare).toBe(slow);
      expect(total.consumers + total.producers + total.rent).toBe(slow);
      expect(total.zones.reduce((sum, zone) => sum + welfareOf(zone), 0)).toBe(slow);
      expect(lines.reduce((sum, one) => sum + addLines(zones, [one]).welfare, 0)).toBe(slow);
      if (days.length > 1 && slow !== 0) several++;
    }),
    { seed: 7, numRuns: 200 },
  );
  expect(several).toBeGreaterThan(100);
});
