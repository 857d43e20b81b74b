import { describe, expect, test } from 'vitest';
import { type Labels, roles, type World } from '../made-up/model.ts';
import { presets } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { featuresAsOf } from '../scoring/features.ts';
import { lastDayOf, prepare } from '../scoring/prepare.ts';
import type { Ranked } from './alerts.ts';
import { measure, mostEuroRecall } from './measure.ts';
import { soughtIn, splitOf } from './split.ts';
import { sumOver, truthOf } from './truth.ts';

const { world, labels } = makeUpWorld({ ...presets.easy, traders: 2_000 }, 11);
const truth = truthOf(world, labels);
const split = splitOf(world.months);
const prepared = prepare(world);
const months = Array.from({ length: world.months - split.testFrom }, (_, place) => split.testFrom + place);
const tables = new Map(months.map((month) => [month, featuresAsOf(prepared, month)]));
/** All traders at the end of every month, each with a score. */
const rankedBy = (score: (trader: number, month: number) => number): readonly Ranked[] =>
  months.map((month) => ({
    month,
    traders: Int32Array.from({ length: world.traders.count }, (_, trader) => trader),
    scores: Float64Array.from({ length: world.traders.count }, (_, trader) => score(trader, month)),
  }));
const measured = (score: (trader: number, month: number) => number) =>
  measure({ world, labels, truth, split, tables, method: 'bridged', ranked: rankedBy(score) }).measures;
const sought = soughtIn(world, labels, truth, split);

describe('What a ranking is worth', () => {
  test('is all there is where it knows the truth as soon as it can', () => {
    // The later he began, the higher: whoever is new is seen beside those that are known.
    const found = measured((trader, month) => {
      for (let first = split.testFrom - 1; first < month; first++)
        if (sumOver(truth.active, truth.months, trader, first, first) > 0) return first;
      return 0;
    });
    expect(sought.size).toBeGreaterThan(10);
    expect(found).toMatchObject({ prAuc: 1, monthlyDetected: 1, monthlyWithinPeriod: 1 });
    expect(found.precision50).toBeCloseTo(Math.min(1, sought.size / 50), 12);
    expect(found.recall1).toBeCloseTo(Math.min(1, 20 / sought.size), 12);
    expect(found.monthlyDays).toBeGreaterThanOrEqual(28);
    expect(found.monthlyDays).toBeLessThanOrEqual(62);
  });

  test('is little where it knows nothing, and nothing where it knows the contrary', () => {
    expect(measured((trader) => (trader * 7_919) % 2_000).prAuc).toBeLessThan(0.1);
    const contrary = measured((trader) => (sought.has(trader) ? 0 : 1));
    expect(contrary).toMatchObject({
      precision100: 0,
      recall1: 0,
      euroRecall1: 0,
      days: Number.POSITIVE_INFINITY,
      detected: 0,
    });
  });

  test('has a bound that no ranking passes, and the right ones reach', () => {
    const ranked = rankedBy((trader, month) =>
      sought.has(trader) && sumOver(truth.active, truth.months, trader, 0, month - 1) > 0
        ? 1 + sumOver(truth.through, truth.months, trader, split.testFrom - 1, truth.months - 2)
        : 0,
    );
    const most = mostEuroRecall({ world, labels, truth, split }, ranked);
    const found = measure({ world, labels, truth, split, tables, method: 'bridged', ranked }).measures;
    expect(most).toBeLessThanOrEqual(1);
    expect(found.euroRecall1).toBeCloseTo(most, 12);
    // Whom nobody ranks, no list can have.
    const half = ranked.map(({ month, traders, scores }) => ({
      ...{ month, traders: traders.filter((trader) => trader % 2 === 0) },
      scores: scores.filter((_, trader) => trader % 2 === 0),
    }));
    expect(mostEuroRecall({ world, labels, truth, split }, half)).toBeLessThan(most);
  });

  test('is not what it says of somebody before his first turn', () => {
    // Knows the guilty from the first month on, and forgets each as soon as he begins.
    const early = measured((trader, month) =>
      sought.has(trader) && sumOver(truth.active, truth.months, trader, 0, month - 1) === 0 ? 1 : 0,
    );
    expect(early.days).toBe(Number.POSITIVE_INFINITY);
    expect(early.precision50).toBe(0);
  });
});

describe('The truth', () => {
  test('of losses is the tax of what missing traders sold', () => {
    const { sales } = world;
    const isMissing = (trader: number) => labels.role[trader] === roles.indexOf('missing');
    const kept = labels.saleRing.reduce(
      (sum, ring, row) =>
        sum + (ring >= 0 && isMissing(sales.seller[row] as number) ? (sales.vat[row] as number) : 0),
      0,
    );
    expect(kept).toBeGreaterThan(0);
    expect(truth.lost.reduce((sum, cents) => sum + cents, 0)).toBe(kept);
  });

  test('seeks nobody who was a case before, nor who did nothing in the months that measure', () => {
    const known = (one: World, of: Labels) => soughtIn(one, of, truth, split);
    const first = [...sought][0] as number;
    const cases = {
      trader: Int32Array.of(first),
      confirmed: Int32Array.of(lastDayOf(world, split.testFrom - 1)),
      ...{ from: Int32Array.of(0), until: Int32Array.of(0) },
    };
    expect(known({ ...world, cases }, labels).has(first)).toBe(false);
    for (const trader of sought)
      expect(
        sumOver(truth.active, truth.months, trader, split.testFrom - 1, truth.months - 2),
      ).toBeGreaterThan(0);
  });
});
