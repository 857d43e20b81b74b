import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { impliedRows, lengthsOf, type Sum } from './implied-rows.ts';
import { type Plane, planeOf } from './plane.ts';

/** Why a row is not needed: rows that are kept, or are dropped after it, add up to it and let through no more. */
export type Dropped = Sum & { readonly row: number };

export type Presolved = {
  /** Places of the rows that are needed, in their order. */
  readonly kept: readonly number[];
  /** In the order in which they were dropped, each with its proof. */
  readonly dropped: readonly Dropped[];
  /** Whether more was done than dropping doubles: not in a domain that has no inside to look out from. */
  readonly isThin: boolean;
};

/** MW by which the proof of a row may let through more than the row. */
const tolerance = 1e-9;
/** By which the factors of a proof may differ from the row's own: at 100,000 MW of net position, a tenth of a watt. */
const factorTolerance = 1e-12;
/** Directions that are looked along from inside before anything is computed. */
const looks = 600;
/** MW of distance from all rows that makes a point one inside. */
const leastRoom = 1e-3;

/**
 * Drops the rows of a domain that cannot bind where net positions sum to zero. Each goes with a proof that takes sums alone to check
 * (`unproven`), so that whatever is cleared on the kept rows is best for all of them. Problems: `energy_domain_infeasible`.
 */
export function presolve(solver: Solver, rows: readonly DomainRow[], hubs: number): Result<Presolved> {
  const first = planeOf(rows, hubs, []);
  if (!first.ok) return first;
  const fixed = opposedRows(first.value);
  const plane = fixed.length === 0 ? first : planeOf(rows, hubs, fixed);
  if (!plane.ok) return plane;

  const dropped: Dropped[] = [];
  const left = withoutDoubles(plane.value, new Set(fixed), dropped);
  const impossible = left.find((row) => isZero(plane.value, row));
  if (impossible !== undefined) {
    const { id } = rows[impossible] as DomainRow;
    return fail(problem('energy_domain_infeasible', id, { row: id }));
  }
  const inside = pointInside(solver, plane.value, left);
  if (inside === 'empty') return fail(problem('energy_domain_infeasible'));
  const kept = inside === null ? left : thinned(solver, plane.value, left, inside, dropped);
  return ok({
    kept: [...fixed, ...kept].sort((one, other) => one - other),
    dropped,
    isThin: inside !== null,
  });
}

/**
 * Checks a presolved domain without the solver: every row is kept or dropped, and what is dropped follows from rows that are kept or were
 * dropped later. Places of rows for which that is not so.
 */
export function unproven(
  rows: readonly DomainRow[],
  hubs: number,
  { kept, dropped }: Pick<Presolved, 'kept' | 'dropped'>,
): readonly number[] {
  const plane = planeOf(rows, hubs, []);
  if (!plane.ok) return rows.map((_, row) => row);
  const fixed = opposedRows(plane.value);
  const within = planeOf(rows, hubs, fixed);
  const stands = new Set(kept);
  const wrong = new Set<number>(fixed.filter((row) => !stands.has(row)));
  for (const { row, ...sum } of dropped.toReversed()) {
    if (!within.ok || !sum.rows.every((other) => stands.has(other)) || !implies(within.value, sum, row))
      wrong.add(row);
    stands.add(row);
  }
  for (const row of rows.keys()) if (!stands.has(row)) wrong.add(row);
  return [...wrong].sort((one, other) => one - other);
}

/** Whether a sum of rows has a row's own factors and lets through no more. */
function implies({ free, factors, limits }: Plane, { rows, weights }: Sum, row: number): boolean {
  const width = free.length;
  let most = 0;
  for (const [place, other] of rows.entries()) most += (weights[place] as number) * (limits[other] as number);
  if (!weights.every((weight) => weight >= 0) || !(most <= (limits[row] as number) + tolerance)) return false;
  for (let column = 0; column < width; column++) {
    let rest = factors[row * width + column] as number;
    for (const [place, other] of rows.entries())
      rest -= (weights[place] as number) * (factors[other * width + column] as number);
    if (!(Math.abs(rest) <= factorTolerance)) return false;
  }
  return true;
}

/** Rows of which the opposite is a row as well, with nothing between them: they hold exactly. */
function opposedRows(plane: Plane): readonly number[] {
  const { limits } = plane;
  const lengths = lengthsOf(plane.factors, plane.free.length);
  const tightest = new Map<string, number>();
  const reach = (row: number) => (limits[row] as number) / (lengths[row] as number);
  for (const row of limits.keys()) {
    if (isZero(plane, row)) continue;
    const key = keyOf(plane, row, lengths[row] as number);
    const known = tightest.get(key);
    if (known === undefined || reach(row) < reach(known)) tightest.set(key, row);
  }
  return [...tightest.values()].filter((row) => {
    const opposite = tightest.get(keyOf(plane, row, -(lengths[row] as number)));
    return opposite !== undefined && Math.abs(reach(row) + reach(opposite)) <= tolerance;
  });
}

/** Rows that are left without those that are zero everywhere and those of which the like, or a tighter one, is there. */
function withoutDoubles(plane: Plane, fixed: ReadonlySet<number>, dropped: Dropped[]): readonly number[] {
  const lengths = lengthsOf(plane.factors, plane.free.length);
  const tightest = new Map<string, number>();
  const left = new Set<number>();
  const weightOf = (row: number, other: number) => (lengths[row] as number) / (lengths[other] as number);
  const drops = (row: number, by: number) => {
    const sum = { rows: [by], weights: [weightOf(row, by)] };
    if (!implies(plane, sum, row)) return false;
    dropped.push({ row, ...sum });
    left.delete(row);
    return true;
  };
  for (const row of plane.limits.keys()) {
    if (fixed.has(row)) continue;
    if (implies(plane, { rows: [], weights: [] }, row)) {
      dropped.push({ row, rows: [], weights: [] });
      continue;
    }
    left.add(row);
    const key = keyOf(plane, row, lengths[row] as number);
    const known = tightest.get(key);
    if (known !== undefined && drops(row, known)) continue;
    if (known !== undefined) drops(known, row);
    tightest.set(key, row);
  }
  return [...left];
}

/** The direction of a row, to nine places. */
function keyOf({ free, factors }: Plane, row: number, length: number): string {
  const width = free.length;
  let key = '';
  // `+ 0`: there is a zero below zero.
  for (let column = 0; column < width; column++)
    key += `${Math.round(((factors[row * width + column] as number) / length) * 1e9) + 0} `;
  return key;
}

function isZero({ free, factors }: Plane, row: number): boolean {
  for (let column = 0; column < free.length; column++)
    if (Math.abs(factors[row * free.length + column] as number) > factorTolerance) return false;
  return true;
}

/** MW that each row lets through beyond a point. */
function slacksAt({ free, factors, limits }: Plane, point: Float64Array): Float64Array {
  return limits.map((limit, row) => {
    let slack = limit;
    for (let column = 0; column < free.length; column++)
      slack -= (factors[row * free.length + column] as number) * (point[column] as number);
    return slack;
  });
}

/**
 * A point that keeps all rows with room to spare: where nobody exchanges anything, else the one that is furthest from all rows (at most 1 GW).
 * Null where there is none, so that the domain is flat; `empty` where no point keeps them.
 */
function pointInside(solver: Solver, plane: Plane, left: readonly number[]): Float64Array | null | 'empty' {
  const { free, factors, limits } = plane;
  const width = free.length;
  const zero = new Float64Array(width);
  if (width === 0) return null;
  const hasRoom = (point: Float64Array) => {
    const slacks = slacksAt(plane, point);
    return left.every((row) => (slacks[row] as number) > 0);
  };
  if (hasRoom(zero)) return zero;
  const lengths = lengthsOf(factors, width);
  const height = left.length;
  // Columns: the point, and its distance from the nearest row.
  const values = new Float64Array((width + 1) * height);
  for (const [line, row] of left.entries()) {
    for (let column = 0; column < width; column++)
      values[column * height + line] = factors[row * width + column] as number;
    values[width * height + line] = lengths[row] as number;
  }
  const solution = solver.solve({
    cost: Float64Array.of(...zero, -1),
    least: Float64Array.of(...zero.map(() => Number.NEGATIVE_INFINITY), 0),
    most: Float64Array.of(...zero.map(() => Number.POSITIVE_INFINITY), 1000),
    rowLeast: new Float64Array(height).fill(Number.NEGATIVE_INFINITY),
    rowMost: Float64Array.from(left, (row) => limits[row] as number),
    starts: Int32Array.from({ length: width + 2 }, (_, column) => column * height),
    rows: Int32Array.from({ length: values.length }, (_, entry) => entry % height),
    values,
  });
  if (solution.status === 'infeasible') return 'empty';
  if (solution.status !== 'optimal') return null;
  const point = solution.values.slice(0, width);
  return (solution.values[width] as number) >= leastRoom && hasRoom(point) ? point : null;
}

/** The rows that are left when all that others imply are gone. */
function thinned(
  solver: Solver,
  plane: Plane,
  left: readonly number[],
  inside: Float64Array,
  dropped: Dropped[],
): readonly number[] {
  const width = plane.free.length;
  const slacks = slacksAt(plane, inside);
  const lengths = lengthsOf(plane.factors, width);
  const search = impliedRows(plane.factors, slacks, width, left);
  const stride = Math.max(1, Math.floor(left.length / looks));
  for (let place = 0; place < left.length; place += stride) {
    const row = left[place] as number;
    search.look(plane.factors.subarray(row * width, (row + 1) * width));
  }
  // The nearest ones first: they are needed most often.
  const distance = (row: number) => (slacks[row] as number) / (lengths[row] as number);
  for (const row of left.toSorted((one, other) => distance(one) - distance(other))) {
    const sum = search.implied(row);
    if (sum === null) continue;
    // What rounding spoils of a proof is no proof: then the row stays, and is looked at once more below.
    if (implies(plane, sum, row)) dropped.push({ row, ...sum });
    else search.keep(row);
  }
  return withoutSpare(
    solver,
    plane,
    search.known.toSorted((one, other) => one - other),
    dropped,
  );
}

/**
 * Asks the solver of each row that is left whether the others keep it as well: of rows that meet in one corner, more may have been taken than
 * are needed.
 */
function withoutSpare(
  solver: Solver,
  plane: Plane,
  left: readonly number[],
  dropped: Dropped[],
): readonly number[] {
  const { free, factors, limits } = plane;
  const [width, height] = [free.length, left.length];
  const none = new Float64Array(width);
  const values = new Float64Array(width * height);
  for (const [line, row] of left.entries())
    for (let column = 0; column < width; column++)
      values[column * height + line] = factors[row * width + column] as number;
  const program = solver.open(
    {
      cost: none,
      least: none.map(() => Number.NEGATIVE_INFINITY),
      most: none.map(() => Number.POSITIVE_INFINITY),
      rowLeast: new Float64Array(height).fill(Number.NEGATIVE_INFINITY),
      rowMost: Float64Array.from(left, (row) => limits[row] as number),
      starts: Int32Array.from({ length: width + 1 }, (_, column) => column * height),
      rows: Int32Array.from({ length: values.length }, (_, entry) => entry % height),
      values,
    },
    'costs',
  );
  try {
    return left.filter((row, line) => {
      const limit = limits[row] as number;
      // Wide enough to see whether it is passed, and narrow enough for the program to have an end.
      program.boundRow(line, Number.NEGATIVE_INFINITY, limit + 1 + Math.abs(limit));
      program.setCosts(factors.slice(row * width, (row + 1) * width).map((factor) => -factor));
      const solution = program.solve();
      const sum =
        solution.status === 'optimal' && -solution.cost <= limit + tolerance
          ? sumOf(left, solution.duals)
          : null;
      const isSpare = sum !== null && !sum.rows.includes(row) && implies(plane, sum, row);
      program.boundRow(line, Number.NEGATIVE_INFINITY, isSpare ? Number.POSITIVE_INFINITY : limit);
      if (isSpare) dropped.push({ row, ...sum });
      return !isSpare;
    });
  } finally {
    program.close();
  }
}

/** The rows that hold an optimum, with their weights. */
function sumOf(rows: readonly number[], duals: Float64Array): Sum {
  const holding = rows.flatMap((row, line) => {
    const weight = -(duals[line] as number);
    return weight > 0 ? [{ row, weight }] : [];
  });
  return { rows: holding.map(({ row }) => row), weights: holding.map(({ weight }) => weight) };
}
