import { buildGraph, type EdgeColumns, sharedArray, type TemporalGraph } from './graph.ts';
import { orderBy } from './order.ts';

/**
 * A graph of sales with the sales of each pair, seller and buyer, beside each other: what a bundle is counted and summed from. Typed
 * arrays over memory that workers share. A pair is a number; sale `s` is at `time[s]`.
 */
export type Sales = {
  /** Sales above zero only, or all where no amounts are known. */
  readonly graph: TemporalGraph;
  /** Of each edge out of the graph, in its order there, the sale that it is. */
  readonly saleOf: Uint32Array;
  readonly pairOf: Uint32Array;
  /** Sales of pair `p` are `start[p]` up to, not with, `start[p + 1]`, in the order of time. */
  readonly start: Uint32Array;
  readonly time: Int32Array;
  /** Whole cents, above zero, in as few bytes as the largest takes; null where no amounts are known. */
  readonly cents: Uint32Array | Float64Array | null;
  /** Of each sale whether it came since the search before; null where all are alike. */
  readonly added: Uint8Array | null;
  /** Credit notes, sales of not more than zero: of each its pair, in rising order. They are few, and most pairs have none. */
  readonly notePair: Uint32Array;
  readonly noteTime: Int32Array;
  readonly noteCents: Float64Array;
};

/**
 * What one sells to himself is left out, and credit notes of pairs that have no sale. `added`: of each row whether it came since the
 * search before. Throws where an end is no vertex.
 */
export function buildSales(columns: EdgeColumns, vertices: number, added: Uint8Array | null = null): Sales {
  const { src, dst, cents } = columns;
  const isNote = (edge: number) => cents !== undefined && (cents[edge] as number) <= 0;
  const { edges, ...sold } = pick(columns, (edge) => src[edge] !== dst[edge] && !isNote(edge));
  const noted = pick(columns, (edge) => src[edge] !== dst[edge] && isNote(edge));
  const size = sold.src.length;
  const graph = buildGraph(sold, vertices);
  const order = orderBy([sold.src, sold.dst, sold.time], size);
  const pairOf = sharedArray(Uint32Array, size);
  const placeOf = new Uint32Array(size);
  let pairs = 0;
  for (let sale = 0; sale < size; sale++) {
    const [edge, before] = [order[sale] as number, order[sale - 1] as number];
    if (sale === 0 || sold.src[edge] !== sold.src[before] || sold.dst[edge] !== sold.dst[before]) pairs++;
    pairOf[sale] = pairs - 1;
    placeOf[edge] = sale;
  }
  const start = shared(Uint32Array, pairs + 1, () => size);
  for (let sale = size - 1; sale >= 0; sale--) start[pairOf[sale] as number] = sale;
  // As the graph has them: by who leaves, then by time, and what is of one moment as it came.
  const out = orderBy([sold.src, sold.time], size);
  const endsOf = (pair: number) => {
    const edge = order[start[pair] as number] as number;
    return [sold.src[edge] as number, sold.dst[edge] as number] as const;
  };
  const pairsOfNotes = Int32Array.from(noted.src, (from, note) =>
    pairBetween(pairs, endsOf, from, noted.dst[note] as number),
  );
  const noteOrder = orderBy([pairsOfNotes], pairsOfNotes.length).filter((note) => pairsOfNotes[note] !== -1);
  const centsOf = (sale: number) => sold.cents?.[order[sale] as number] as number;
  const amounts = sold.cents?.every((one) => one < 2 ** 32) ? Uint32Array : Float64Array;
  return {
    ...{ graph, pairOf, start },
    added:
      added && shared(Uint8Array, size, (sale) => added[edges[order[sale] as number] as number] as number),
    saleOf: shared(Uint32Array, size, (place) => placeOf[out[place] as number] as number),
    time: shared(Int32Array, size, (sale) => sold.time[order[sale] as number] as number),
    cents: cents === undefined ? null : shared<Uint32Array | Float64Array>(amounts, size, centsOf),
    notePair: shared(
      Uint32Array,
      noteOrder.length,
      (place) => pairsOfNotes[noteOrder[place] as number] as number,
    ),
    noteTime: shared(
      Int32Array,
      noteOrder.length,
      (place) => noted.time[noteOrder[place] as number] as number,
    ),
    noteCents: shared(
      Float64Array,
      noteOrder.length,
      (place) => noted.cents?.[noteOrder[place] as number] as number,
    ),
  };
}

/** The first credit note of a pair, or of a later one where it has none. */
export function firstNote({ notePair }: Pick<Sales, 'notePair'>, pair: number): number {
  let [low, high] = [0, notePair.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((notePair[middle] as number) < pair) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a pair, of which those of the same seller stand together in the order of buyers; -1 where there is none. */
function pairBetween(
  pairs: number,
  endsOf: (pair: number) => readonly [seller: number, buyer: number],
  from: number,
  to: number,
): number {
  let [low, high] = [0, pairs];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [seller, buyer] = endsOf(middle);
    if (seller < from || (seller === from && buyer < to)) low = middle + 1;
    else high = middle;
  }
  if (low === pairs) return -1;
  const [seller, buyer] = endsOf(low);
  return seller === from && buyer === to ? low : -1;
}

function pick(
  { src, dst, time, cents }: EdgeColumns,
  isWanted: (edge: number) => boolean,
): EdgeColumns & { readonly edges: Uint32Array } {
  const edges = new Uint32Array(src.length);
  let size = 0;
  for (let edge = 0; edge < src.length; edge++) if (isWanted(edge)) edges[size++] = edge;
  const of = (column: Int32Array) =>
    Int32Array.from({ length: size }, (_, place) => column[edges[place] as number] as number);
  const amounts =
    cents === undefined
      ? {}
      : { cents: Float64Array.from({ length: size }, (_, place) => cents[edges[place] as number] as number) };
  return { src: of(src), dst: of(dst), time: of(time), ...amounts, edges };
}

function shared<T extends Int32Array | Uint32Array | Uint8Array | Float64Array>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
  at: (index: number) => number,
): T {
  const made = sharedArray(kind, length);
  for (let index = 0; index < length; index++) made[index] = at(index);
  return made;
}
