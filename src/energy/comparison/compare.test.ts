import { beforeAll, describe, expect, test } from 'vitest';
import { clear } from '../clearing/clear.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import { certified, madeUpMarket } from '../runs/clear-domain.ts';
import type { Mode } from '../runs/run-file.ts';
import { accountOf } from './account.ts';
import { compare, type Pair } from './compare.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function cleared(seed: number, mode: Mode) {
  const market = madeUpMarket(madeUpDomain(seed, 4, 40, 1), seed, mode);
  if (!market.ok) throw new Error(JSON.stringify(market.problems));
  const found = clear(solver, market.value);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return certified(found.value);
}
function pairOf(seed: number): Pair {
  const [actual, counterfactual] = [cleared(seed, 'fb'), cleared(seed, 'copper')];
  expect(actual.isCongested).toBe(true);
  return { name: `hour ${seed}`, actual: actual.clearing, counterfactual: counterfactual.clearing };
}
const differenceOf = (...pairs: readonly Pair[]) => {
  const compared = compare(pairs);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  return compared.value;
};

describe('What a clearing brought', () => {
  test('by zone and party adds up to its welfare', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { clearing } = cleared(seed, 'fb');
      const { zones, limiting } = accountOf(clearing);
      const { welfare } = clearing.result;
      const sum = (of: (zone: (typeof zones)[number]) => number) =>
        zones.reduce((all, one) => all + of(one), 0);
      const scale = Math.abs(welfare.consumers) * 1e-12 + 1e-6;
      expect(Math.abs(sum(({ consumers }) => consumers) - welfare.consumers)).toBeLessThan(scale);
      expect(Math.abs(sum(({ producers }) => producers) - welfare.producers)).toBeLessThan(scale);
      expect(Math.abs(sum(({ rent }) => rent) - welfare.rent)).toBeLessThan(scale);
      expect(Math.abs(sum(({ exported }) => exported))).toBeLessThan(1e-5);
      expect(limiting.length).toBeGreaterThan(0);
    }
  });
});

describe('A grid beside one that limits nothing', () => {
  test('never brings more welfare, and stands further apart in prices', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { difference, counterfactual } = differenceOf(pairOf(seed));
      expect(difference.welfare).toBeLessThan(0);
      expect(counterfactual.converged).toBe(1);
      expect(difference.meanSpread).toBeGreaterThan(0);
    }
  });

  test('costs over hours what it costs in each', () => {
    const pairs = [pairOf(1), pairOf(2), pairOf(3)];
    const each = pairs.map((pair) => differenceOf(pair).difference.welfare);
    const all = differenceOf(...pairs);
    expect(all.difference.welfare).toBeCloseTo(
      each.reduce((sum, one) => sum + one, 0),
      3,
    );
    expect(all.actual.steps).toBe(3);
  });

  test('cannot be compared with one of other orders, nor with nothing', () => {
    const wrong = { ...pairOf(1), counterfactual: pairOf(2).counterfactual };
    expect(compare([wrong])).toMatchObject({
      ok: false,
      problems: [{ code: 'energy_runs_differ', path: 'hour 1' }],
    });
    expect(compare([])).toMatchObject({ ok: false, problems: [{ code: 'energy_runs_none' }] });
  });
});
