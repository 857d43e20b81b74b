import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { checkGrid, type Grid } from './grid.ts';

/** One line of `width` for each branch: how much of a MW that is put in at a node (or by a zone) flows through the branch. */
export type Factors = { readonly width: number; readonly values: Float64Array };

/**
 * Power transfer distribution factors of a grid, by branch and node: Bf · B⁻¹, where Bf has what a branch carries for a degree of angle and B
 * what a node gives for it, the slack left out of both (its own factor is zero). Problems: those of `checkGrid`.
 */
export function nodalFactors(grid: Grid): Result<Factors> {
  const problems = checkGrid(grid);
  if (problems.length > 0) return fail(...problems);
  const { nodes, branches, slack } = grid;
  const width = nodes.length;
  const angles = anglesOf(grid);
  const values = new Float64Array(branches.length * width);
  for (const [place, { from, to, reactance }] of branches.entries())
    for (let node = 0; node < width; node++)
      if (node !== slack)
        values[place * width + node] =
          ((angles[from * width + node] as number) - (angles[to * width + node] as number)) / reactance;
  return ok({ width, values });
}

/**
 * B⁻¹ with a line and a column of zeros for the slack: the angle of each node for a MW at each other. B is symmetric and above zero where a
 * grid holds together, so that Cholesky's roots do.
 */
function anglesOf({ nodes, branches, slack }: Grid): Float64Array {
  const width = nodes.length;
  const root = new Float64Array(width * width);
  const at = (line: number, column: number) => root[line * width + column] as number;
  const add = (line: number, column: number, value: number) => {
    root[line * width + column] = at(line, column) + value;
  };
  for (const { from, to, reactance } of branches) {
    add(from, from, 1 / reactance);
    add(to, to, 1 / reactance);
    add(from, to, -1 / reactance);
    add(to, from, -1 / reactance);
  }
  for (let node = 0; node < width; node++) {
    root[slack * width + node] = 0;
    root[node * width + slack] = 0;
  }
  root[slack * width + slack] = 1;
  for (let line = 0; line < width; line++) {
    for (let column = 0; column <= line; column++) {
      let rest = at(line, column);
      for (let inner = 0; inner < column; inner++) rest -= at(line, inner) * at(column, inner);
      root[line * width + column] = line === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const angles = new Float64Array(width * width);
  const one = new Float64Array(width);
  for (let node = 0; node < width; node++) {
    if (node === slack) continue;
    one.fill(0);
    one[node] = 1;
    for (let line = 0; line < width; line++) {
      let rest = one[line] as number;
      for (let inner = 0; inner < line; inner++) rest -= at(line, inner) * (one[inner] as number);
      one[line] = rest / at(line, line);
    }
    for (let line = width - 1; line >= 0; line--) {
      let rest = one[line] as number;
      for (let inner = line + 1; inner < width; inner++) rest -= at(inner, line) * (one[inner] as number);
      one[line] = rest / at(line, line);
    }
    one[slack] = 0;
    for (let line = 0; line < width; line++) angles[line * width + node] = one[line] as number;
  }
  return angles;
}

/** How a zone's net position is spread over nodes (generation shift key): shares of its nodes, by their places. */
export type ShiftKey = {
  readonly zone: string;
  readonly shares: readonly { readonly node: number; readonly share: number }[];
};

/** By which the shares of a key may differ from one. */
const sumTolerance = 1e-9;

/** `energy_shift_key_node` (a node that is not in the grid), `energy_shift_key_sum`: of each key. */
export function checkShiftKeys(keys: readonly ShiftKey[], nodes: number): readonly Problem[] {
  return keys.flatMap(({ zone, shares }) => {
    const sum = shares.reduce((all, { share }) => all + share, 0);
    return [
      ...(shares.every(({ node }) => node >= 0 && node < nodes)
        ? []
        : [problem('energy_shift_key_node', zone, { zone })]),
      ...(Math.abs(sum - 1) <= sumTolerance ? [] : [problem('energy_shift_key_sum', zone, { zone, sum })]),
    ];
  });
}

/** Factors by branch and zone: nodal ones, weighted by each zone's key. Problems: those of `checkShiftKeys`. */
export function zonalFactors({ width, values }: Factors, keys: readonly ShiftKey[]): Result<Factors> {
  const problems = checkShiftKeys(keys, width);
  if (problems.length > 0) return fail(...problems);
  const branches = width === 0 ? 0 : values.length / width;
  const zonal = new Float64Array(branches * keys.length);
  for (const [zone, { shares }] of keys.entries())
    for (let branch = 0; branch < branches; branch++) {
      let sum = 0;
      for (const { node, share } of shares) sum += share * (values[branch * width + node] as number);
      zonal[branch * keys.length + zone] = sum;
    }
  return ok({ width: keys.length, values: zonal });
}

/** MW through each branch for what is put in at each node (or by each zone): the slack takes the rest. */
export function flowsOf({ width, values }: Factors, injections: Float64Array): Float64Array {
  const flows = new Float64Array(width === 0 ? 0 : values.length / width);
  for (let branch = 0; branch < flows.length; branch++) {
    let flow = 0;
    for (let node = 0; node < width; node++)
      flow += (values[branch * width + node] as number) * (injections[node] as number);
    flows[branch] = flow;
  }
  return flows;
}
