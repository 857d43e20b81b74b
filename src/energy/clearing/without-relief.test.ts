import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../certification/certify.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import { madeUpMarket } from '../runs/clear-domain.ts';
import type { Mode } from '../runs/run-file.ts';
import { clear } from './clear.ts';
import type { Clearing } from './model.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function cleared(seed: number, mode: Mode): Clearing {
  const market = madeUpMarket(madeUpDomain(seed, 4, 30, 1), seed, mode);
  const found = market.ok ? clear(solver, market.value) : market;
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  expect(found.value.result.steps[0]?.shadows.length).toBeGreaterThan(0);
  return found.value;
}
const welfareOf = ({ result: { welfare } }: Clearing) => welfare.consumers + welfare.producers + welfare.rent;

/**
 * Whether net positions can come about by exchanges that all go from a cheaper to a dearer zone, told without any program: from the cheapest up,
 * zones together must never need more than they give.
 */
function canGoWithPrices({ result }: Clearing): boolean {
  const [step] = result.steps;
  const zones = [...(step?.prices ?? []).entries()].sort(([, one], [, other]) => one - other);
  let given = 0;
  return zones.every(([zone, price], place) => {
    given += step?.positions[zone] as number;
    const next = zones[place + 1]?.[1] ?? Number.POSITIVE_INFINITY;
    return next - price < 1e-6 || given > -1e-5;
  });
}

describe('Exchanges within a domain that may not go against prices', () => {
  test('pass, cost no less than nothing, and change only what went against them', {
    timeout: 120_000,
  }, () => {
    const counts = { changed: 0, same: 0 };
    for (let seed = 1; seed <= 25; seed++) {
      const [plain, found] = [cleared(seed, 'fb'), cleared(seed, 'intuitive')];
      expect(
        certify(found).filter(({ holds }) => !holds),
        `seed ${seed}`,
      ).toEqual([]);
      const lost = welfareOf(plain) - welfareOf(found);
      const isChanged = found.steps[0]?.network.domain?.some(({ takesNoRelief }) => takesNoRelief) === true;
      counts[isChanged ? 'changed' : 'same']++;
      expect(canGoWithPrices(plain), `seed ${seed}`).toBe(!isChanged);
      if (isChanged) expect(lost).toBeGreaterThan(0);
      else expect(Math.abs(lost)).toBeLessThan(1e-2);
    }
    // A rule that never has to do anything would pass as well.
    expect(Math.min(counts.changed, counts.same)).toBeGreaterThan(2);
  });
});
