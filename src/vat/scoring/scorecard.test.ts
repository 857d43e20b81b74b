import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, rise, shareAt } from './monotone.ts';
import { propagate } from './propagation.ts';
import { binOf, chooseBins, type Examples, type Scorecard, type Sign, sumOf, train } from './scorecard.ts';

describe('Values in rising order', () => {
  /** Of every place the greatest of the least means that reach over it: Barlow's formula, in the third power of the length. */
  const slow = (values: readonly number[], weights: readonly number[]) =>
    values.map((_, place) => {
      let best = Number.NEGATIVE_INFINITY;
      for (let from = 0; from <= place; from++) {
        let least = Number.POSITIVE_INFINITY;
        for (let to = place; to < values.length; to++) {
          let [sum, total] = [0, 0];
          for (let one = from; one <= to; one++) {
            sum += (values[one] as number) * (weights[one] as number);
            total += weights[one] as number;
          }
          least = Math.min(least, sum / total);
        }
        best = Math.max(best, least);
      }
      return best;
    });

  test('are those of a slow formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 5 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (pairs) => {
          const [values, weights] = [pairs.map(([value]) => value), pairs.map(([, weight]) => weight)];
          const [found, expected] = [rise(values, weights), slow(values, weights)];
          for (const [place, value] of expected.entries()) expect(found[place]).toBeCloseTo(value, 9);
        },
      ),
      { numRuns: 500, seed: 20200701 },
    );
  });

  test('pool what falls', () => {
    expect([...rise([1, 3, 2, 4], [1, 1, 1, 1])]).toEqual([1, 2.5, 2.5, 4]);
    expect([...rise([4, 1], [1, 3])]).toEqual([1.75, 1.75]);
  });
});

describe('Calibration', () => {
  test('says of a score the share of those with it that were cases, and never never', () => {
    const scores = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    const outcomes = [0, 0, 0, 1, 0, 1, 0, 1, 1, 1];
    const calibration = calibrate(scores, outcomes, new Float64Array(10).fill(1));
    expect([0, 1, 0.5].map((score) => shareAt(calibration, score))).toEqual([0.25, 0.5, 0.375]);
    expect(shareAt(calibration, 5)).toBe(0.995);
    expect(shareAt(calibrate([1, 2], [0, 0], [1, 1]), 7)).toBe(0.0005);
    // One that stands for three others.
    expect(shareAt(calibrate([0, 0], [1, 0], [1, 3]), 0)).toBe(0.25);
  });

  test('never falls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 30 }),
        (pairs) => {
          const calibration = calibrate(
            pairs.map(([score]) => score),
            pairs.map(([, outcome]) => (outcome ? 1 : 0)),
            new Float64Array(pairs.length).fill(1),
          );
          const shares = Array.from({ length: 50 }, (_, step) => shareAt(calibration, -6 + step / 4));
          for (let place = 1; place < shares.length; place++)
            expect(shares[place]).toBeGreaterThanOrEqual((shares[place - 1] as number) - 1e-12);
        },
      ),
      { numRuns: 300, seed: 20200702 },
    );
  });
});

describe('Bins', () => {
  test('part values, finer where the few are, and keep what is not known apart', () => {
    const edges = chooseBins([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, Number.NaN], 4, 1);
    expect(edges).toEqual([1, 5, 7, 8]);
    expect([Number.NaN, 0, 1, 4.9, 5, 7.5, 100].map((value) => binOf(edges, value))).toEqual([
      0, 1, 2, 2, 3, 4, 5,
    ]);
    // What speaks against fraud is parted at its lower end, with an edge right at what many have.
    expect(chooseBins([8, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0], 4, -1)).toEqual([1, 2, 4, 8]);
    expect(chooseBins([3, 3], 4, 1)).toEqual([]);
    expect(chooseBins([Number.NaN], 4, 1)).toEqual([]);
  });
});

describe('A scorecard', () => {
  type Case = { readonly examples: Examples; readonly signs: readonly Sign[] };
  const lossOf = ({ examples }: Case, card: Scorecard, ridge: number) => {
    let loss = 0;
    for (let row = 0; row < examples.outcome.length; row++) {
      const sum = sumOf(
        card,
        examples.bins.map((column) => column[row] as number),
      );
      loss +=
        (examples.weight[row] as number) *
        (Math.log1p(Math.exp(sum)) - (examples.outcome[row] as number) * sum);
    }
    for (const own of card.weights) for (const value of own) loss += (ridge / 2) * value * value;
    return loss;
  };
  const anyCase = fc
    .tuple(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean(), fc.integer({ min: 1, max: 3 })), {
        minLength: 6,
        maxLength: 40,
      }),
      fc.constantFrom<Sign>(-1, 0, 1),
      fc.constantFrom<Sign>(-1, 0, 1),
    )
    .map(
      ([rows, one, other]): Case => ({
        signs: [one, other],
        examples: {
          bins: [Uint8Array.from(rows, ([first]) => first), Uint8Array.from(rows, ([, second]) => second)],
          outcome: Uint8Array.from(rows, ([, , outcome]) => (outcome ? 1 : 0)),
          weight: Float64Array.from(rows, ([, , , weight]) => weight),
        },
      }),
    );

  test('keeps its signs, and no small change that keeps them is better', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const ridge = 0.5;
        const card = train(one.examples, { signs: one.signs, sizes: [4, 4], ridge, sweeps: 400 });
        const least = lossOf(one, card, ridge);
        for (const [feature, own] of card.weights.entries()) {
          const sign = one.signs[feature] as Sign;
          for (let bin = 2; bin < 4; bin++)
            expect(sign * ((own[bin] as number) - (own[bin - 1] as number))).toBeGreaterThanOrEqual(-1e-9);
          // Directions that keep an order: all bins from one on, up or down, as long as it holds.
          for (const step of [-1e-3, 1e-3])
            for (let from = 0; from < 4; from++)
              for (let to = from; to < 4; to++) {
                const changed = own.map((value, bin) => (bin >= from && bin <= to ? value + step : value));
                const keeps = [2, 3].every(
                  (bin) => sign * ((changed[bin] as number) - (changed[bin - 1] as number)) >= -1e-12,
                );
                if (!keeps) continue;
                const weights = card.weights.map((other, place) => (place === feature ? changed : other));
                expect(lossOf(one, { ...card, weights }, ridge)).toBeGreaterThanOrEqual(least - 1e-7);
              }
        }
      }),
      { numRuns: 60, seed: 20200703 },
    );
  });

  test('ends in the same place wherever it begins', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const asked = { signs: one.signs, sizes: [4, 4], ridge: 0.5, sweeps: 400 };
        const far = {
          intercept: 2,
          weights: [
            [1, 1, 1, 1],
            [-1, -1, -1, -1],
          ],
        };
        const [card, other] = [train(one.examples, asked), train(one.examples, { ...asked, from: far })];
        expect(lossOf(one, other, 0.5)).toBeCloseTo(lossOf(one, card, 0.5), 6);
      }),
      { numRuns: 40, seed: 20200704 },
    );
  });

  test('of one feature without ridge has the log odds of each bin', () => {
    const examples: Examples = {
      bins: [Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2)],
      outcome: Uint8Array.of(1, 0, 0, 0, 1, 1, 1, 0),
      weight: new Float64Array(8).fill(1),
    };
    const card = train(examples, { signs: [1], sizes: [3], ridge: 1e-9, sweeps: 200 });
    expect(sumOf(card, [1])).toBeCloseTo(-Math.log(3), 5);
    expect(sumOf(card, [2])).toBeCloseTo(Math.log(3), 5);
    // Against its sign there is nothing to tell.
    const against = train(examples, { signs: [-1], sizes: [3], ridge: 1e-9, sweeps: 200 });
    expect(sumOf(against, [1])).toBeCloseTo(0, 5);
    expect(sumOf(against, [2])).toBeCloseTo(0, 5);
  });
});

describe('Nearness to confirmed cases', () => {
  const links = { one: [0, 1, 2], other: [1, 2, 3], strength: [1, 1, 1] };

  test('is that of the equations of the walk, solved slowly', () => {
    const found = propagate(5, links, [0], { rounds: 200, goesOn: 0.5 });
    // x = begins + 0.5 · Pᵀ x along 0 — 1 — 2 — 3, with 4 apart.
    const x = [0.5, 0, 0, 0, 0];
    for (let round = 0; round < 500; round++) {
      const [a, b, c, d] = x as [number, number, number, number, number];
      x.splice(0, 5, 0.5 + 0.25 * b, 0.5 * a + 0.25 * c, 0.25 * b + 0.5 * d, 0.25 * c, 0);
    }
    for (const [trader, share] of x.entries())
      expect(found[trader]).toBeCloseTo(share - (trader === 0 ? 0.5 : 0), 12);
  });

  test('falls with distance, is nothing where no way leads, and nothing without a case', () => {
    const found = [...propagate(5, links, [0])];
    expect(found[1]).toBeGreaterThan(found[2] as number);
    expect(found[2]).toBeGreaterThan(found[3] as number);
    expect(found[4]).toBe(0);
    expect([...propagate(5, links, [])]).toEqual([0, 0, 0, 0, 0]);
  });
});
