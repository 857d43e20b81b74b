/** Measures of a ranking against the truth. All of lists of plain numbers, so that they can be checked by hand. */

/** `hits`: of the ranked in order, whether each is one that is sought; `all`: how many are sought, ranked or not. */
export function averagePrecision(hits: readonly boolean[], all: number): number {
  let [found, sum] = [0, 0];
  for (const [place, hit] of hits.entries()) {
    if (!hit) continue;
    found++;
    sum += found / (place + 1);
  }
  return all === 0 ? Number.NaN : sum / all;
}

/** Of the first `count`, also where fewer are ranked. */
export const precisionAt = (hits: readonly boolean[], count: number): number =>
  hits.slice(0, count).filter((hit) => hit).length / count;

export const recallAt = (hits: readonly boolean[], count: number, all: number): number =>
  all === 0 ? Number.NaN : hits.slice(0, count).filter((hit) => hit).length / all;

/** Of two sets without repeats. */
export function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const member of one) if (other.has(member)) both++;
  const either = one.size + other.size - both;
  return either === 0 ? 0 : both / either;
}

/** How often a value of `above` is over one of `below`; as often as not: 0.5. Equal ones count half. */
export function areaUnder(above: readonly number[], below: readonly number[]): number {
  const all = [...above.map((value) => ({ value, is: 1 })), ...below.map((value) => ({ value, is: 0 }))].sort(
    (one, other) => one.value - other.value,
  );
  let [sum, under] = [0, 0];
  for (let from = 0, to = 0; from < all.length; from = to) {
    let [here, ups] = [0, 0];
    for (to = from; to < all.length && all[to]?.value === all[from]?.value; to++)
      if (all[to]?.is === 1) ups++;
      else here++;
    sum += ups * (under + here / 2);
    under += here;
  }
  return above.length === 0 || below.length === 0 ? Number.NaN : sum / (above.length * below.length);
}

/** Mean distance of what was said from what was, over ten parts of as many each, in order of what was said. */
export function calibrationError(said: readonly number[], was: readonly boolean[], parts = 10): number {
  const order = said
    .map((_, place) => place)
    .sort((one, other) => (said[one] as number) - (said[other] as number));
  let error = 0;
  for (let part = 0; part < parts; part++) {
    const own = order.slice(
      Math.floor((part * order.length) / parts),
      Math.floor(((part + 1) * order.length) / parts),
    );
    const sum = own.reduce(
      (total, place) => total + (said[place] as number) - (was[place] === true ? 1 : 0),
      0,
    );
    error += Math.abs(sum);
  }
  return order.length === 0 ? Number.NaN : error / order.length;
}

/** The middle, with what never came as infinite; NaN of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

export type Spread = { readonly mean: number; readonly deviation: number };

/** Mean and standard deviation of a sample; of those that are numbers. */
export function spreadOf(values: readonly number[]): Spread {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: known.length > 1 ? Math.sqrt(squares / (known.length - 1)) : 0 };
}
