import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ClearedStep } from '../clearing/model.ts';
import type { Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { type DomainProgram, domainProgram } from './domain-program.ts';

/** MW of net position of two hubs. */
export type Point = readonly [x: number, y: number];

/**
 * What a domain looks like to two of its hubs: corners against the clock, and of each edge from a corner to the next the rows that make it, by
 * their places, the one that counts most first. In a slice that is one row; in a projection, where the other hubs make room, it may be
 * several together, each with its weight.
 */
export type Polygon = {
  readonly corners: readonly Point[];
  readonly edges: readonly ClearedStep['shadows'][];
};

/** MW within which two points are one. */
const tolerance = 1e-6;

/**
 * All that two hubs can have together, whatever the others do. Problems: `energy_domain_infeasible`; `energy_domain_unbounded` where no row holds
 * one of them.
 */
export function projection(
  solver: Solver,
  rows: readonly DomainRow[],
  hubs: readonly string[],
  [across, up]: readonly [hub: number, hub: number],
): Result<Polygon> {
  const program = domainProgram(solver, rows, hubs.length);
  try {
    const look = lookAround(program, hubs.length, across, up);
    const ends = [look(1, 0), look(0, 1), look(-1, 0), look(0, -1)];
    if (ends.includes('empty')) return fail(problem('energy_domain_infeasible'));
    const open = ends.indexOf('unbounded');
    if (open >= 0) {
      const hub = hubs[open % 2 === 0 ? across : up] as string;
      return fail(problem('energy_domain_unbounded', hub, { hub }));
    }
    const points = (ends as readonly Seen[]).map(({ point }) => point);
    const corners: Point[] = [];
    const edges: ClearedStep['shadows'][] = [];
    for (const [side, point] of points.entries())
      trace(look, point, points[(side + 1) % points.length] as Point, corners, edges);
    // Nothing is to be chosen: all ends are one point.
    if (corners.length === 0) return ok({ corners: [points[0] as Point], edges: [[]] });
    return ok(withoutStraight({ corners, edges }));
  } finally {
    program.release();
  }
}

type Seen = { readonly value: number; readonly point: Point; readonly shadows: ClearedStep['shadows'] };
type Look = (x: number, y: number) => Seen | 'empty' | 'unbounded';

/** The end of the domain in a direction of the plane. */
function lookAround(program: DomainProgram, hubs: number, across: number, up: number): Look {
  return (x, y) => {
    const weights = new Float64Array(hubs);
    weights[across] = x;
    weights[up] = y;
    const extreme = program.maximise(weights);
    if (typeof extreme === 'string') return extreme;
    const { value, positions, shadows } = extreme;
    return { value, point: [positions[across] as number, positions[up] as number], shadows };
  };
}

/**
 * Corners and edges from one corner to another, the last one left out: what lies furthest out beyond the line between them is a corner, or
 * nothing lies beyond it and it is an edge.
 */
function trace(look: Look, from: Point, to: Point, corners: Point[], edges: ClearedStep['shadows'][]): void {
  const [x, y] = outward(from, to);
  if (Number.isNaN(x)) return;
  const seen = look(x, y);
  // Both hubs have their ends: so has every direction between them.
  if (typeof seen === 'string') throw new Error(`A domain with ends is ${seen}`);
  if (seen.value > x * from[0] + y * from[1] + tolerance) {
    trace(look, from, seen.point, corners, edges);
    trace(look, seen.point, to, corners, edges);
    return;
  }
  corners.push(from);
  edges.push(seen.shadows);
}

/** Of length 1, to the right of the way from one point to another; none where they are one. */
function outward(from: Point, to: Point): Point {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y);
  return length < tolerance ? [Number.NaN, Number.NaN] : [y / length, -x / length];
}

/** Without corners in the middle of an edge, which the solver may have found on its way. */
function withoutStraight({ corners, edges }: Polygon): Polygon {
  if (corners.length < 3) return { corners, edges };
  const isCorner = corners.map((corner, place) => {
    const before = corners.at(place - 1) as Point;
    const [x, y] = outward(before, corners[(place + 1) % corners.length] as Point);
    return !(Math.abs(x * (corner[0] - before[0]) + y * (corner[1] - before[1])) <= tolerance);
  });
  return {
    corners: corners.filter((_, place) => isCorner[place]),
    edges: edges.filter((_, place) => isCorner[place]),
  };
}

/** MW further than which nobody exchanges: what is cut off by no row before has no end. */
const farAway = 1e8;

/**
 * What two hubs can have together while all others stay where they are at a point (a clearing, mostly), but for one that takes up the
 * difference. `at`: net position of each hub. Every edge is one row. Problems: `energy_domain_infeasible` (no row lets the others be where they
 * are), `energy_domain_unbounded`.
 */
export function slice(
  rows: readonly DomainRow[],
  hubs: readonly string[],
  { across, up, balancing }: { readonly across: number; readonly up: number; readonly balancing: number },
  at: Float64Array,
): Result<Polygon> {
  let others = 0;
  for (const [hub, position] of at.entries())
    if (hub !== across && hub !== up && hub !== balancing) others += position;
  let polygon: Cut = {
    corners: [
      [-farAway, -farAway],
      [farAway, -farAway],
      [farAway, farAway],
      [-farAway, farAway],
    ],
    rows: [-1, -1, -1, -1],
  };
  for (const [place, { ptdf, ram }] of rows.entries()) {
    const own = ptdf[balancing] as number;
    // What the balancing hub has is less all the others have.
    let rest = ram + own * others;
    for (const [hub, position] of at.entries())
      if (hub !== across && hub !== up && hub !== balancing) rest -= (ptdf[hub] as number) * position;
    polygon = cut(polygon, (ptdf[across] as number) - own, (ptdf[up] as number) - own, rest, place);
  }
  if (polygon.corners.length === 0) return fail(problem('energy_domain_infeasible'));
  if (polygon.rows.includes(-1)) {
    const hub = hubs[across] as string;
    return fail(problem('energy_domain_unbounded', hub, { hub }));
  }
  return ok({ corners: polygon.corners, edges: polygon.rows.map((row) => [{ row, price: 1 }]) });
}

/** Corners against the clock, and the row that makes the edge from each to the next. */
type Cut = { readonly corners: readonly Point[]; readonly rows: readonly number[] };

/** What of a polygon keeps x · across + y · up ≤ most. */
function cut({ corners, rows }: Cut, x: number, y: number, most: number, row: number): Cut {
  const excess = corners.map(([across, up]) => x * across + y * up - most);
  const scale = Math.hypot(x, y) * tolerance;
  if (excess.every((over) => over <= scale)) return { corners, rows };
  const kept: { readonly corners: Point[]; readonly rows: number[] } = { corners: [], rows: [] };
  const keep = (corner: Point, edge: number) => {
    kept.corners.push(corner);
    kept.rows.push(edge);
  };
  for (const [place, corner] of corners.entries()) {
    const next = (place + 1) % corners.length;
    const [here, there] = [excess[place] as number, excess[next] as number];
    const edge = rows[place] as number;
    if (here <= 0) keep(corner, here === 0 && there > 0 ? row : edge);
    if (here * there < 0) {
      const share = here / (here - there);
      const [toAcross, toUp] = corners[next] as Point;
      const crossing: Point = [
        corner[0] + share * (toAcross - corner[0]),
        corner[1] + share * (toUp - corner[1]),
      ];
      keep(crossing, here < 0 ? row : edge);
    }
  }
  return kept;
}
