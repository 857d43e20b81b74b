import { beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { marketDay } from '../time/market-day.ts';
import { blockOutcomes } from './block-standing.ts';
import { madeUpDay } from './made-up-day.ts';
import { splitFromMean } from './price-split.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const asked = {
  day: marketDay('2026-02-11' as PlainDate, 60),
  ...{ zones: ['BE', 'DE_LU', 'FR', 'NL', 'AT'], seed: 7, blocks: 20 },
};
function cleared(mode: 'fb' | 'copper'): Clearing {
  const found = clear(solver, madeUpDay(asked, mode));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('A made-up day', () => {
  test('is certified, and its grid limits trade', { timeout: 60_000 }, () => {
    const found = cleared('fb');
    expect(certify(found).filter(({ holds }) => !holds)).toEqual([]);
    expect(found.result.steps.filter(({ shadows }) => shadows.length > 0).length).toBeGreaterThan(12);
  });

  test('has the price of each zone split from the mean of all on, whole, whichever hub factors are counted from', {
    timeout: 60_000,
  }, () => {
    const { steps, result } = cleared('fb');
    const [one, { network }] = [result.steps[3], steps[3]] as [
      (typeof result.steps)[number],
      (typeof steps)[number],
    ];
    expect(one.shadows.length).toBeGreaterThan(0);
    const shifted = {
      ...network,
      domain: (network.domain ?? []).map((row) => ({
        ...row,
        ptdf: row.ptdf.map((factor) => factor + 0.25),
      })),
    };
    for (const zone of [0, 1, 2, 3, 4]) {
      const { mean, parts, rest } = splitFromMean(one, network, zone);
      expect(rest).toBeCloseTo(0, 5);
      expect(mean + parts.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(
        one.prices[zone] as number,
        5,
      );
      const again = splitFromMean(one, shifted, zone);
      for (const [place, { part }] of again.parts.entries())
        expect(part).toBeCloseTo(parts[place]?.part ?? NaN, 9);
    }
  });

  test('leaves to links what no row explains', () => {
    const network = { zones: ['A', 'B'], links: [], borders: [], domain: null };
    const split = splitFromMean({ prices: Float64Array.of(30, 50), shadows: [] }, network, 1);
    expect(split).toEqual({ mean: 40, parts: [], rest: 10 });
  });

  test('has accepted blocks that gain, and rejected ones that are told to gain only where they do', () => {
    const { blocks, result } = cleared('fb');
    const outcomes = blockOutcomes(blocks, result.blocks, result.steps);
    const accepted = outcomes.filter(({ standing }) => standing === 'accepted');
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBe(result.blocks.filter((one) => one > 0.5).length);
    for (const { margin } of accepted) expect(margin).toBeGreaterThan(-1e-6);
    // At prices without end any block that sells gains, and any that buys loses.
    const endless = result.steps.map(({ prices }) => ({ prices: prices.map(() => 10_000) }));
    for (const { block, standing } of blockOutcomes(blocks, new Float64Array(blocks.length), endless))
      expect(standing).toBe(block.side === 'supply' ? 'paradox' : 'rejected');
  });
});

describe('A block that would gain and is rejected', () => {
  const block = {
    ...{ id: 'one', zone: 0, side: 'supply' as const, price: 40, minimum: 1, parent: null, group: null },
    quantities: Float64Array.of(100, 0),
  };
  const steps = [{ prices: Float64Array.of(52) }, { prices: Float64Array.of(10) }];
  const standingOf = (blocks: readonly (typeof block | object)[], shares: readonly number[]) =>
    blockOutcomes(
      blocks.map((one) => ({ ...block, ...one })),
      Float64Array.from(shares),
      steps,
    ).map(({ standing }) => standing);

  test('is paradoxical by itself, with the margin of the hours in which it delivers', () => {
    expect(blockOutcomes([block], Float64Array.of(0), steps)).toMatchObject([
      { standing: 'paradox', margin: 12 },
    ]);
  });

  test('is held back by a parent that was rejected, and by a group that is full', () => {
    const child = { id: 'two', parent: 'one' };
    expect(standingOf([{ price: 60 }, child], [0, 0])).toEqual(['rejected', 'held']);
    expect(standingOf([block, child], [1, 0])).toEqual(['accepted', 'paradox']);
    const starts = [
      { id: 'three', group: 'g' },
      { id: 'four', group: 'g' },
    ];
    expect(standingOf(starts, [1, 0])).toEqual(['accepted', 'held']);
    expect(standingOf(starts, [0, 0])).toEqual(['paradox', 'paradox']);
  });

  test('is accepted where any part of it is', () => {
    expect(standingOf([{ minimum: 0.2 }], [0.3])).toEqual(['accepted']);
  });
});
