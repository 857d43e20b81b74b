import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { criticalElements, largestBetweenZones, monitoredFrom } from './critical-elements.ts';
import { syntheticGrid } from './fixtures/synthetic-grid.ts';
import type { Grid } from './grid.ts';
import { factorsAfter, outageFactors } from './lodf.ts';
import { type Factors, flowsOf, nodalFactors, zonalFactors } from './ptdf.ts';

const triangle: Grid = {
  nodes: ['A', 'B', 'C'],
  branches: [
    { id: 'AC', from: 0, to: 2, reactance: 10 },
    { id: 'AB', from: 0, to: 1, reactance: 10 },
    { id: 'BC', from: 1, to: 2, reactance: 10 },
  ],
  slack: 2,
};

function given<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const codesOf = (grid: Grid) => {
  const found = nodalFactors(grid);
  return found.ok ? [] : found.problems.map(({ code, path }) => [code, path]);
};
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

/**
 * The slow reference: a direct-current power flow solved anew for one injection, by elimination over angles, knowing nothing of factors.
 * Branches that are out have no flow.
 */
function powerFlow(
  { nodes, branches, slack }: Grid,
  injections: Float64Array,
  out: readonly number[],
): number[] {
  const size = nodes.length;
  const table = nodes.map((_, node) => {
    const line = new Array(size + 1).fill(0);
    line[size] = node === slack ? 0 : injections[node];
    if (node === slack) line[slack] = 1;
    return line as number[];
  });
  for (const [place, { from, to, reactance }] of branches.entries()) {
    if (out.includes(place)) continue;
    for (const [here, there] of [[from, to] as const, [to, from] as const]) {
      if (here === slack) continue;
      const line = table[here] as number[];
      line[here] = (line[here] as number) + 1 / reactance;
      line[there] = (line[there] as number) - 1 / reactance;
    }
  }
  for (let pivot = 0; pivot < size; pivot++) {
    const best = table.reduce(
      (place, line, other) =>
        other >= pivot && Math.abs(line[pivot] as number) > Math.abs(table[place]?.[pivot] as number)
          ? other
          : place,
      pivot,
    );
    [table[pivot], table[best]] = [table[best] as number[], table[pivot] as number[]];
    const own = table[pivot] as number[];
    for (const line of table) {
      if (line === own) continue;
      const times = (line[pivot] as number) / (own[pivot] as number);
      for (let column = pivot; column <= size; column++)
        line[column] = (line[column] as number) - times * (own[column] as number);
    }
  }
  const angle = (node: number) => (table[node]?.[size] as number) / (table[node]?.[node] as number);
  return branches.map(({ from, to, reactance }, place) =>
    out.includes(place) ? 0 : (angle(from) - angle(to)) / reactance,
  );
}

describe('Factors of a triangle of like lines', () => {
  const nodal = given(nodalFactors(triangle));

  test('send two thirds the direct way and one third around, and nothing for the slack', () => {
    expect([...nodal.values]).toEqual(close([2 / 3, 1 / 3, 0, 1 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 0]));
  });

  test('are weighted by the key of a zone', () => {
    const north = {
      zone: 'North',
      shares: [
        { node: 0, share: 0.75 },
        { node: 1, share: 0.25 },
      ],
    };
    const south = { zone: 'South', shares: [{ node: 2, share: 1 }] };
    expect([...given(zonalFactors(nodal, [north, south])).values]).toEqual(
      close([7 / 12, 0, 1 / 6, 0, 5 / 12, 0]),
    );
    const short = { zone: 'South', shares: [{ node: 2, share: 0.9 }] };
    const lost = { zone: 'East', shares: [{ node: 3, share: 1 }] };
    expect(zonalFactors(nodal, [north, short, lost])).toMatchObject({
      problems: [
        { code: 'energy_shift_key_sum', params: { zone: 'South', sum: 0.9 } },
        { code: 'energy_shift_key_node', params: { zone: 'East' } },
      ],
    });
  });

  test('put all that AC carried on the way around when AC goes out', () => {
    const outage = { id: 'AC out', branches: [0] };
    const takenOver = given(outageFactors(triangle, nodal, outage));
    expect([...takenOver.values]).toEqual(close([-1, 1, 1]));
    expect([...factorsAfter(nodal, outage, takenOver).values]).toEqual(close([0, 0, 0, 1, 0, 0, 1, 1, 0]));
  });

  test('cannot say what happens when a hub loses its last line', () => {
    expect(outageFactors(triangle, nodal, { id: 'A cut off', branches: [0, 1] })).toMatchObject({
      problems: [
        { code: 'energy_outage_islands', params: { contingency: 'A cut off', node: 'A', count: 1 } },
      ],
    });
  });

  test('are refused for a grid that cannot be', () => {
    const [ac, ab, bc] = triangle.branches as [Grid['branches'][0], Grid['branches'][0], Grid['branches'][0]];
    expect(
      codesOf({
        ...triangle,
        branches: [
          { ...ac, reactance: 0 },
          { ...ab, to: 0 },
          { ...bc, to: 7 },
        ],
      }),
    ).toEqual([
      ['energy_branch_reactance', 'AC'],
      ['energy_branch_loop', 'AB'],
      ['energy_branch_node', 'BC'],
    ]);
    expect(codesOf({ ...triangle, slack: 3 })).toEqual([['energy_grid_slack', '']]);
    expect(codesOf({ ...triangle, branches: [ac] })).toEqual([['energy_grid_apart', 'B']]);
  });

  test('make an element of a branch from 5 % of some exchange on', () => {
    const keys = triangle.nodes.map((zone, node) => ({ zone, shares: [{ node, share: 1 }] }));
    const found = given(criticalElements(triangle, keys, [{ id: 'AC out', branches: [0] }]));
    expect(found.map(({ branch, contingency }) => [branch, contingency])).toEqual([
      [0, null],
      [1, null],
      [2, null],
      [1, 0],
      [2, 0],
    ]);
    const dear = given(criticalElements(triangle, keys, [{ id: 'AC out', branches: [0] }], 0.9));
    expect(dear.map(({ branch, contingency }) => [branch, contingency])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(monitoredFrom).toBe(0.05);
    expect(largestBetweenZones(Float64Array.of(0.2, -0.1, 0))).toBeCloseTo(0.3, 12);
  });
});

test('Flows by factors are those of a power flow solved anew, whole and after outages of one branch and of two', () => {
  let [compared, islands] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const dice = diceOf(seed, 'flows');
      const { grid, contingencies } = syntheticGrid(seed, 3, 4);
      const nodal = given(nodalFactors(grid));
      const injections = Float64Array.from(grid.nodes, () => dice.between(-1000, 1000));
      const compare = (factors: Factors, out: readonly number[]) => {
        const expected = powerFlow(grid, injections, out);
        for (const [branch, flow] of flowsOf(factors, injections).entries())
          expect(Math.abs(flow - (expected[branch] as number))).toBeLessThan(1e-6);
        compared++;
      };
      compare(nodal, []);
      const pairs = Array.from({ length: 6 }, (_, place) => ({
        id: `pair ${place}`,
        branches: [0, grid.branches.length / 2].map((from) =>
          dice.whole(Math.ceil(from), Math.ceil(from + grid.branches.length / 2) - 1),
        ),
      }));
      for (const contingency of [...contingencies.slice(0, 8), ...pairs]) {
        const takenOver = outageFactors(grid, nodal, contingency);
        if (takenOver.ok) compare(factorsAfter(nodal, contingency, takenOver.value), contingency.branches);
        else islands++;
      }
    }),
    { seed: 7, numRuns: 15 },
  );
  expect(compared).toBeGreaterThan(150);
  expect(islands).toBeLessThan(compared);
});

test('Every bridge of a grid is told, and nothing else is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { grid } = syntheticGrid(seed, 3, 3);
      // A node at the end of a line of its own.
      const bridge = grid.branches.length;
      const stub = { id: 'stub', from: 0, to: grid.nodes.length, reactance: 20 };
      const longer = { ...grid, nodes: [...grid.nodes, 'end'], branches: [...grid.branches, stub] };
      const nodal = given(nodalFactors(longer));
      for (const [branch, { id }] of longer.branches.entries()) {
        const found = outageFactors(longer, nodal, { id, branches: [branch] });
        expect(found.ok).toBe(branch !== bridge);
        if (found.ok) expect(found.value.values.every(Number.isFinite)).toBe(true);
      }
    }),
    { seed: 7, numRuns: 10 },
  );
});
