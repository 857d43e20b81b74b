import { beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { marketDay } from '../time/market-day.ts';
import { blockStanding } from './block-standing.ts';
import { madeUpDay } from './made-up-day.ts';
import { splitPrices } from './price-split.ts';

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

  test('has the difference of any two prices split among full rows, whole', { timeout: 60_000 }, () => {
    const { steps, result } = cleared('fb');
    for (const [step, one] of result.steps.entries()) {
      for (const dear of [0, 1, 2, 3, 4])
        for (const cheap of [0, 1, 2, 3, 4]) {
          const parts = splitPrices(one, (steps[step] as (typeof steps)[number]).network, dear, cheap);
          const sum = parts.reduce((all, { part }) => all + part, 0);
          expect(sum).toBeCloseTo((one.prices[dear] as number) - (one.prices[cheap] as number), 5);
        }
    }
  });

  test('has accepted blocks that gain, and rejected ones that are told to gain only where they do', () => {
    const { blocks, result } = cleared('fb');
    const standings = blocks.map((block, place) =>
      blockStanding(block, result.blocks[place] as number, result.steps),
    );
    expect(standings.filter((one) => one === 'accepted').length).toBe(
      result.blocks.filter((one) => one > 0.5).length,
    );
    // At prices without end any block that sells gains, and any that buys loses.
    const endless = result.steps.map(({ prices }) => ({ prices: prices.map(() => 10_000) }));
    for (const block of blocks)
      expect(blockStanding(block, 0, endless)).toBe(block.side === 'supply' ? 'paradox' : 'rejected');
  });
});
