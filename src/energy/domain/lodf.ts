import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Grid, nodesApart } from './grid.ts';
import type { Factors } from './ptdf.ts';

/** Branches that go out together, by their places: one mostly, more where a mast, a busbar or a tripod joins them. */
export type Contingency = { readonly id: string; readonly branches: readonly number[] };

/**
 * Line outage distribution factors: of what each branch that goes out carried, how much each branch takes over. One line for each branch of the
 * grid, one entry for each branch that is out: f after = f + Σ factor · f of what is out; what is out carries nothing. `nodal`: factors of
 * the whole grid. Problems: `energy_outage_islands` where nodes lose every way to the slack, since then no flow takes over.
 */
export function outageFactors(
  grid: Grid,
  { width, values }: Factors,
  { id, branches: out }: Contingency,
): Result<Factors> {
  const apart = nodesApart(grid, new Set(out));
  const node = grid.nodes[apart[0] ?? -1];
  if (node !== undefined)
    return fail(problem('energy_outage_islands', id, { contingency: id, node, count: apart.length }));
  const size = out.length;
  // A MW from one end of an outgoing branch to the other, through each branch.
  const across = (branch: number, gone: number) => {
    const { from, to } = grid.branches[out[gone] as number] as Grid['branches'][number];
    return (values[branch * width + from] as number) - (values[branch * width + to] as number);
  };
  // What flows around outgoing branches among themselves: 1 less their own factors.
  const own = new Float64Array(size * size);
  for (const [line, branch] of out.entries())
    for (let gone = 0; gone < size; gone++)
      own[line * size + gone] = (line === gone ? 1 : 0) - across(branch, gone);
  const around = inverseOf(own, size);
  const factors = new Float64Array(grid.branches.length * size);
  for (const branch of grid.branches.keys())
    for (let gone = 0; gone < size; gone++) {
      let sum = 0;
      for (let inner = 0; inner < size; inner++)
        sum += across(branch, inner) * (around[inner * size + gone] as number);
      factors[branch * size + gone] = sum;
    }
  for (const [line, branch] of out.entries())
    for (let gone = 0; gone < size; gone++) factors[branch * size + gone] = line === gone ? -1 : 0;
  return ok({ width: size, values: factors });
}

/** Factors of a grid in which a contingency has happened, from those of the whole (by node or by zone) and `outageFactors`. */
export function factorsAfter(
  { width, values }: Factors,
  { branches: out }: Contingency,
  takenOver: Factors,
): Factors {
  const after = Float64Array.from(values);
  for (let branch = 0; branch * width < after.length; branch++)
    for (const [gone, place] of out.entries()) {
      const share = takenOver.values[branch * takenOver.width + gone] as number;
      for (let column = 0; column < width; column++)
        after[branch * width + column] =
          (after[branch * width + column] as number) + share * (values[place * width + column] as number);
    }
  return { width, values: after };
}

/** Gauss and Jordan, with the largest pivot of each column; for the few branches of a contingency. */
function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(size * size);
  for (let line = 0; line < size; line++) right[line * size + line] = 1;
  const swap = (values: Float64Array, one: number, other: number) => {
    for (let column = 0; column < size; column++) {
      const value = values[one * size + column] as number;
      values[one * size + column] = values[other * size + column] as number;
      values[other * size + column] = value;
    }
  };
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let line = pivot + 1; line < size; line++)
      if (Math.abs(left[line * size + pivot] as number) > Math.abs(left[best * size + pivot] as number))
        best = line;
    for (const values of [left, right]) swap(values, pivot, best);
    const scale = left[pivot * size + pivot] as number;
    for (const values of [left, right])
      for (let column = 0; column < size; column++)
        values[pivot * size + column] = (values[pivot * size + column] as number) / scale;
    for (let line = 0; line < size; line++) {
      const times = line === pivot ? 0 : (left[line * size + pivot] as number);
      for (const values of [left, right])
        for (let column = 0; column < size; column++)
          values[line * size + column] =
            (values[line * size + column] as number) - times * (values[pivot * size + column] as number);
    }
  }
  return right;
}
