/**
 * A small convex program by the primal active-set method (J. Nocedal and S. J. Wright, Numerical Optimization, section 16.5), over typed
 * arrays that are made once: minimise Σ cost·x + ½ Σ curvature·x² with rows · x ≤ bounds, from an x that keeps all of them. The working
 * rows are held as an orthonormal basis (Gram-Schmidt, twice), in a space stretched by the curvature. Rows that never come near cost one
 * product a step and no algebra.
 */
export type ActiveSet = {
  readonly x: Float64Array;
  readonly cost: Float64Array;
  readonly curvature: Float64Array;
  /** Of the last `minimise`: what one more unit of each row's bound takes from what is minimised; 0 of rows that do not work. */
  readonly worth: Float64Array;
  /** Rows to begin with; they have to be independent, and tight at `x`. */
  readonly start: (rows: ArrayLike<number>, count: number) => void;
  /** Rows that are worth more than this may not be left any more: what follows stays at what was found. */
  readonly holdWorthy: (least: number) => void;
  /**
   * Moves `x` to the least. `enough`: below it nothing better is looked for, and `worth` says nothing. `scale`: how large numbers in `x`
   * are. True: it came to the least; false: it stopped at `enough`.
   */
  readonly minimise: (rows: Rows, scale: number, enough: number) => boolean;
};

/** By row and column; the first `equalities` hold exactly and are never left. */
export type Rows = {
  readonly count: number;
  readonly equalities: number;
  readonly entries: Float64Array;
  readonly bounds: Float64Array;
};

/**
 * Where a column has no curvature, a step costs this much of it, so that no system is singular. Steps become shorter and the end is where
 * none is left: there it has cost nothing, so the least that is found is exact.
 */
const proximal = 1e-4;
/** Shares of a length below which a direction is no direction, and two rows are the same. */
const noise = 1e-10;
/** After so many steps the first of all candidates is taken, not the best: then nothing goes round in circles (R. G. Bland, 1977). */
const patience = 100;
const never = 20_000;

export function activeSet(columns: number, mostRows: number): ActiveSet {
  const [x, cost, curvature] = [
    new Float64Array(columns),
    new Float64Array(columns),
    new Float64Array(columns),
  ];
  const worth = new Float64Array(mostRows);
  /** Rows that work, in the order in which they came, and where they were held. */
  const working = new Int32Array(columns + 1);
  const [works, held] = [new Uint8Array(mostRows), new Uint8Array(mostRows)];
  /** One row of each for each working row: an orthonormal basis, and its coefficients (lower triangle). */
  const basis = new Float64Array((columns + 1) * columns);
  const triangle = new Float64Array((columns + 1) * (columns + 1));
  const [gradient, step, stretch] = [
    new Float64Array(columns),
    new Float64Array(columns),
    new Float64Array(columns),
  ];
  const [inner, multipliers] = [new Float64Array(columns + 1), new Float64Array(columns + 1)];
  let count = 0;
  /** Working rows of which the basis is made. */
  let known = 0;

  function start(rows: ArrayLike<number>, many: number): void {
    works.fill(0);
    held.fill(0);
    count = many;
    known = 0;
    for (let place = 0; place < many; place++) {
      working[place] = rows[place] as number;
      works[working[place] as number] = 1;
    }
  }

  function holdWorthy(least: number): void {
    for (let place = 0; place < count; place++) {
      const row = working[place] as number;
      if ((worth[row] as number) > least) held[row] = 1;
    }
  }

  /** Adds rows to the basis until it has all that work. */
  function orthonormalise(entries: Float64Array): void {
    for (; known < count; known++) {
      const at = known * columns;
      const row = (working[known] as number) * columns;
      for (let column = 0; column < columns; column++)
        basis[at + column] = (entries[row + column] as number) * (stretch[column] as number);
      const coefficients = known * (columns + 1);
      for (let other = 0; other < known; other++) triangle[coefficients + other] = 0;
      for (let round = 0; round < 2; round++)
        for (let other = 0; other < known; other++) {
          const from = other * columns;
          let product = 0;
          for (let column = 0; column < columns; column++)
            product += (basis[from + column] as number) * (basis[at + column] as number);
          triangle[coefficients + other] = (triangle[coefficients + other] as number) + product;
          for (let column = 0; column < columns; column++)
            basis[at + column] = (basis[at + column] as number) - product * (basis[from + column] as number);
        }
      let square = 0;
      for (let column = 0; column < columns; column++) square += (basis[at + column] as number) ** 2;
      const length = Math.sqrt(square);
      triangle[coefficients + known] = length;
      for (let column = 0; column < columns; column++)
        basis[at + column] = (basis[at + column] as number) / length;
    }
  }

  /** The step along which all working rows stay as they are; its longest entry. */
  function findStep(): number {
    for (let column = 0; column < columns; column++)
      step[column] = -(gradient[column] as number) * (stretch[column] as number);
    for (let place = 0; place < count; place++) inner[place] = 0;
    for (let round = 0; round < 2; round++)
      for (let place = 0; place < count; place++) {
        const at = place * columns;
        let product = 0;
        for (let column = 0; column < columns; column++)
          product += (basis[at + column] as number) * (step[column] as number);
        inner[place] = (inner[place] as number) + product;
        for (let column = 0; column < columns; column++)
          step[column] = (step[column] as number) - product * (basis[at + column] as number);
      }
    let longest = 0;
    for (let column = 0; column < columns; column++) {
      const moved = (step[column] as number) * (stretch[column] as number);
      step[column] = moved;
      if (Math.abs(moved) > longest) longest = Math.abs(moved);
    }
    return longest;
  }

  /** What the working rows are worth: −gradient = Σ multiplier · row, by the triangle from its end. */
  function findMultipliers(): void {
    for (let place = count - 1; place >= 0; place--) {
      let rest = inner[place] as number;
      for (let later = place + 1; later < count; later++)
        rest -= (triangle[later * (columns + 1) + place] as number) * (multipliers[later] as number);
      multipliers[place] = rest / (triangle[place * (columns + 1) + place] as number);
    }
  }

  function leave(place: number): void {
    works[working[place] as number] = 0;
    for (let later = place + 1; later < count; later++) working[later - 1] = working[later] as number;
    count--;
    known = Math.min(known, place);
  }

  function minimise(
    { count: rows, equalities, entries, bounds }: Rows,
    scale: number,
    enough: number,
  ): boolean {
    let isLinear = true;
    for (let column = 0; column < columns; column++) if (curvature[column] !== 0) isLinear = false;
    for (let column = 0; column < columns; column++)
      stretch[column] = isLinear ? 1 : 1 / Math.sqrt((curvature[column] as number) || proximal);
    known = 0;
    const still = (isLinear ? 1 : scale) * 1e-9;
    for (let round = 0; round < never; round++) {
      let least = 0;
      for (let column = 0; column < columns; column++) {
        const bend = (curvature[column] as number) * (x[column] as number);
        gradient[column] = (cost[column] as number) + bend;
        least += ((cost[column] as number) + bend / 2) * (x[column] as number);
      }
      if (least <= enough) return false;
      orthonormalise(entries);
      const longest = findStep();
      if (longest <= still) {
        findMultipliers();
        let [worst, place] = [-still, -1];
        for (let candidate = 0; candidate < count; candidate++) {
          const row = working[candidate] as number;
          if (row < equalities || held[row] === 1 || (multipliers[candidate] as number) >= worst) continue;
          if (round < patience) worst = multipliers[candidate] as number;
          else if (place >= 0 && row > (working[place] as number)) continue;
          place = candidate;
        }
        if (place >= 0) {
          leave(place);
          continue;
        }
        worth.fill(0);
        for (let one = 0; one < count; one++) worth[working[one] as number] = multipliers[one] as number;
        return true;
      }
      let [reach, blocking] = [isLinear ? Number.POSITIVE_INFINITY : 1, -1];
      for (let row = 0; row < rows; row++) {
        if (works[row] === 1) continue;
        const at = row * columns;
        let [along, sum] = [0, 0];
        for (let column = 0; column < columns; column++) {
          const entry = entries[at + column] as number;
          along += entry * (step[column] as number);
          sum += entry * (x[column] as number);
        }
        if (along <= noise * longest) continue;
        const room = Math.max(0, (bounds[row] as number) - sum) / along;
        if (room >= reach) continue;
        reach = room;
        blocking = row;
      }
      if (reach === Number.POSITIVE_INFINITY) throw new Error('What is minimised has no least');
      for (let column = 0; column < columns; column++)
        x[column] = (x[column] as number) + reach * (step[column] as number);
      if (blocking >= 0) {
        working[count++] = blocking;
        works[blocking] = 1;
      }
    }
    throw new Error(`No least after ${never} steps`);
  }

  return { x, cost, curvature, worth, start, holdWorthy, minimise };
}
