/**
 * Finds for a row the rows that imply it: a sum of others, each with a weight that is not negative, that has the row's own factors and lets
 * through no more. Seen from a point inside the domain all rows are at a distance; then this is a dual simplex method, in which a row enters
 * when what was found so far breaks it. It is fast because it knows few rows: those that were needed before.
 */
export type ImpliedRows = {
  /** Rows that were found to be needed, or that nothing is known of yet. */
  readonly known: readonly number[];
  /** Looks from the point inside along a direction: the row that is met first is needed. */
  readonly look: (direction: Float64Array) => void;
  /** Null: the row is taken among the known. What is implied is not looked at any more. */
  readonly implied: (row: number) => Sum | null;
  /** Takes a row among the known, whatever was found of it. */
  readonly keep: (row: number) => void;
};

/** Rows by their places, and their weights. */
export type Sum = { readonly rows: readonly number[]; readonly weights: readonly number[] };

/** Further than anything goes, in MW: bounds to begin from, which no answer may lean on. */
const farAway = 1e7;
/** MW. */
const tolerance = 1e-9;
/** Smaller ones are no ground to stand on. */
const leastPivot = 1e-10;
/** Exchanges of rows for each dimension, after which a row is let be. */
const patience = 60;

/**
 * `factors`: one line of `width` for each row; `slacks`: MW that each lets through beyond the point inside, all above zero; `candidates`: rows
 * that count.
 */
export function impliedRows(
  factors: Float64Array,
  slacks: Float64Array,
  width: number,
  candidates: readonly number[],
): ImpliedRows {
  const known: number[] = [];
  const isKnown = new Uint8Array(slacks.length);
  const isDropped = new Uint8Array(slacks.length).fill(1);
  for (const row of candidates) isDropped[row] = 0;
  // Rows of length 1: then how far one is broken is a distance.
  const lengths = lengthsOf(factors, width);
  const lines = factors.map((factor, entry) => factor / (lengths[Math.floor(entry / width)] as number));
  const distances = slacks.map((slack, row) => slack / (lengths[row] as number));

  const know = (row: number) => {
    if (isKnown[row] === 0) known.push(row);
    isKnown[row] = 1;
    isDropped[row] = 0;
  };
  const along = (row: number, point: Float64Array) => {
    let sum = 0;
    for (let column = 0; column < width; column++)
      sum += (lines[row * width + column] as number) * (point[column] as number);
    return sum;
  };
  /** The row that ends a direction first, if that is before its own length. */
  const firstMet = (direction: Float64Array, within: number): number => {
    let [first, least] = [-1, within];
    for (const row of candidates) {
      if (isDropped[row] === 1) continue;
      const speed = along(row, direction);
      if (speed > 0 && (distances[row] as number) < least * speed)
        [first, least] = [row, (distances[row] as number) / speed];
    }
    return first;
  };

  const basis = new Int32Array(width);
  const inverse = new Float64Array(width * width);
  const ends = new Float64Array(width);
  const point = new Float64Array(width);
  const weights = new Float64Array(width);
  const entering = new Float64Array(width);

  const begin = (row: number) => {
    inverse.fill(0);
    for (let column = 0; column < width; column++) {
      basis[column] = -1;
      ends[column] = farAway;
      inverse[column * width + column] = (lines[row * width + column] as number) < 0 ? -1 : 1;
    }
  };
  /** A row as a sum of those of the basis. */
  const express = (row: number, into: Float64Array) => {
    into.fill(0);
    for (let line = 0; line < width; line++) {
      const factor = lines[row * width + line] as number;
      if (factor === 0) continue;
      for (let column = 0; column < width; column++)
        into[column] = (into[column] as number) + factor * (inverse[line * width + column] as number);
    }
  };
  /** Where all rows of the basis end at once; its largest coordinate. */
  const meet = (): number => {
    let largest = 0;
    for (let line = 0; line < width; line++) {
      let sum = 0;
      for (let column = 0; column < width; column++)
        sum += (inverse[line * width + column] as number) * (ends[column] as number);
      point[line] = sum;
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  };
  const mostBroken = (allowed: number): number => {
    let [found, most] = [-1, allowed];
    for (const row of known) {
      const excess = along(row, point) - (distances[row] as number);
      if (excess > most) [found, most] = [row, excess];
    }
    return found;
  };
  /** Takes a row into the basis, for the one whose weight becomes zero first; false where there is none. */
  const exchange = (row: number): boolean => {
    express(row, entering);
    let [leaving, least] = [-1, Number.POSITIVE_INFINITY];
    for (let column = 0; column < width; column++) {
      const part = entering[column] as number;
      if (part <= leastPivot) continue;
      const ratio = Math.max(0, weights[column] as number) / part;
      if (ratio < least || (ratio === least && part > (entering[leaving] as number)))
        [leaving, least] = [column, ratio];
    }
    if (leaving < 0) return false;
    const pivot = entering[leaving] as number;
    for (let line = 0; line < width; line++) {
      const own = (inverse[line * width + leaving] as number) / pivot;
      for (let column = 0; column < width; column++)
        if (column !== leaving)
          inverse[line * width + column] =
            (inverse[line * width + column] as number) - own * (entering[column] as number);
      inverse[line * width + leaving] = own;
    }
    basis[leaving] = row;
    ends[leaving] = distances[row] as number;
    return true;
  };
  /** What the rows of the basis let through of the row; null where it leans on a bound that is none. */
  const bound = (): number | null => {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      const weight = weights[column] as number;
      if ((basis[column] as number) < 0 && Math.abs(weight) > leastPivot) return null;
      if ((basis[column] as number) >= 0) sum += weight * (ends[column] as number);
    }
    return sum;
  };
  const sumFor = (row: number): Sum => {
    const used = [...basis.keys()].filter(
      (column) => (basis[column] as number) >= 0 && (weights[column] as number) > 0,
    );
    const length = lengths[row] as number;
    return {
      rows: used.map((column) => basis[column] as number),
      weights: used.map(
        (column) => ((weights[column] as number) * length) / (lengths[basis[column] as number] as number),
      ),
    };
  };

  const implied = (row: number): Sum | null => {
    begin(row);
    for (let turn = 0; turn < patience * width; turn++) {
      express(row, weights);
      const most = bound();
      if (most !== null && most <= (distances[row] as number) + tolerance) return sumFor(row);
      const largest = meet();
      let next = mostBroken(tolerance + largest * 1e-13);
      if (next < 0) {
        // All known rows are kept here and this one is not: something between the point inside and here is needed.
        next = firstMet(point, 1);
        if (next < 0 || next === row || isKnown[next] === 1) break;
        know(next);
      }
      if (!exchange(next)) break;
    }
    know(row);
    return null;
  };

  return {
    known,
    look: (direction) => {
      const row = firstMet(direction, Number.POSITIVE_INFINITY);
      if (row >= 0) know(row);
    },
    implied: (row) => {
      if (isKnown[row] === 1) return null;
      const sum = implied(row);
      if (sum !== null) isDropped[row] = 1;
      return sum;
    },
    keep: know,
  };
}

/** Of each line; 1 for one of zeros. */
export function lengthsOf(factors: Float64Array, width: number): Float64Array {
  const lengths = new Float64Array(width === 0 ? 0 : factors.length / width);
  for (let row = 0; row < lengths.length; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += (factors[row * width + column] as number) ** 2;
    lengths[row] = Math.sqrt(sum) || 1;
  }
  return lengths;
}
