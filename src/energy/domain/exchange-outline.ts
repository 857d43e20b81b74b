import type { Direction } from './exchanges.ts';
import type { Point } from './projection.ts';

/**
 * What two hubs can have together by exchanges of which each goes from zero to its own MW (a box of capacities, or long-term rights), to be
 * drawn over a projection: corners against the clock. It is a sum of lines, so its edges are these lines in the order of their slopes, once
 * up and once down again.
 */
export function exchangeOutline(
  directions: readonly Direction[],
  megawatts: Float64Array,
  [across, up]: readonly [hub: number, hub: number],
): readonly Point[] {
  let [x, y] = [0, 0];
  const lines: Point[] = [];
  for (const [place, { from, to }] of directions.entries()) {
    const size = megawatts[place] as number;
    const line: Point = [
      size * (Number(from === across) - Number(to === across)),
      size * (Number(from === up) - Number(to === up)),
    ];
    if (line[0] === 0 && line[1] === 0) continue;
    const isUpward = line[1] > 0 || (line[1] === 0 && line[0] > 0);
    // A line that leads down is walked up from its other end.
    if (!isUpward) [x, y] = [x + line[0], y + line[1]];
    lines.push(isUpward ? line : [0 - line[0], 0 - line[1]]);
  }
  const slopes = joined(lines.sort((one, other) => other[0] * one[1] - one[0] * other[1]));
  const corners: Point[] = [];
  for (const sign of [1, -1]) {
    for (const line of slopes) {
      corners.push([x, y]);
      [x, y] = [x + sign * line[0], y + sign * line[1]];
    }
  }
  return corners.length === 0 ? [[x, y]] : corners;
}

/** Lines of one slope, which stand beside one another, as one. */
function joined(lines: readonly Point[]): readonly Point[] {
  const slopes: Point[] = [];
  for (const line of lines) {
    const last = slopes.at(-1);
    if (last !== undefined && last[0] * line[1] === last[1] * line[0])
      slopes[slopes.length - 1] = [last[0] + line[0], last[1] + line[1]];
    else slopes.push(line);
  }
  return slopes;
}
