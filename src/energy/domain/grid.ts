import { type Problem, problem } from '#kernel/result.ts';

/** A line or a transformer between two nodes, by their places. Flow counts from `from` to `to`. */
export type Branch = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Above zero; in one unit throughout a grid (ohm at one voltage, or per unit). */
  readonly reactance: number;
};

/**
 * A grid as the direct-current approximation sees it: flow follows differences of angle over reactances, without losses. What is steered (direct
 * current lines, phase shifters) is no branch: its two ends are injections.
 */
export type Grid = {
  readonly nodes: readonly string[];
  readonly branches: readonly Branch[];
  /** Place of the node that takes up what others inject. */
  readonly slack: number;
};

/**
 * What keeps a grid from being computed: `energy_grid_slack`, and of branches `energy_branch_node`, `energy_branch_loop`,
 * `energy_branch_reactance`; `energy_grid_apart` with a node that has no way to the slack.
 */
export function checkGrid(grid: Grid): readonly Problem[] {
  const { nodes, branches, slack } = grid;
  const isNode = (place: number) => nodes[place] !== undefined;
  const problems = branches.flatMap(({ id, from, to, reactance }) => [
    ...(isNode(from) && isNode(to) ? [] : [problem('energy_branch_node', id, { branch: id })]),
    ...(from === to ? [problem('energy_branch_loop', id, { branch: id })] : []),
    ...(reactance > 0 && Number.isFinite(reactance)
      ? []
      : [problem('energy_branch_reactance', id, { branch: id, reactance: String(reactance) })]),
  ]);
  if (!isNode(slack)) return [...problems, problem('energy_grid_slack', '', { slack })];
  if (problems.length > 0) return problems;
  const apart = nodesApart(grid, new Set());
  const node = nodes[apart[0] ?? -1];
  return node === undefined ? [] : [problem('energy_grid_apart', node, { node, count: apart.length })];
}

/** Places of the nodes that have no way to the slack where some branches are out. */
export function nodesApart({ nodes, branches, slack }: Grid, out: ReadonlySet<number>): readonly number[] {
  const neighbours: number[][] = nodes.map(() => []);
  for (const [place, { from, to }] of branches.entries()) {
    if (out.has(place)) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const isReached = new Uint8Array(nodes.length);
  isReached[slack] = 1;
  const next = [slack];
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    for (const other of neighbours[node] as number[]) {
      if (isReached[other] === 1) continue;
      isReached[other] = 1;
      next.push(other);
    }
  }
  return [...nodes.keys()].filter((node) => isReached[node] === 0);
}
