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
  readonly seller: Int32Array;
  readonly buyer: Int32Array;
  /** Sales of pair `p` are `start[p]` up to, not with, `start[p + 1]`, in the order of time. */
  readonly start: Uint32Array;
  readonly time: Int32Array;
  /** Whole cents, above zero; null where no amounts are known. */
  readonly cents: Float64Array | null;
  /** Of each sale whether it came since the search before; null where all are alike. */
  readonly added: Uint8Array | null;
  /** Of each sale the row of the columns that it is; null where nobody asked. */
  readonly row: Uint32Array | null;
  /** Credit notes, sales of not more than zero, of pair `p`: `noteStart[p]` up to, not with, `noteStart[p + 1]`. */
  readonly noteStart: Uint32Array;
  readonly noteTime: Int32Array;
  readonly noteCents: Float64Array;
};

/**
 * What one sells to himself is left out, and credit notes of pairs that have no sale. `rows`: sales know their rows in the columns, and
 * whether they came since the search before where that is said of each row. Throws where an end is no vertex.
 */
export function buildSales(
  columns: EdgeColumns,
  vertices: number,
  rows?: { readonly added: Uint8Array | null },
): Sales {
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
  const firstOf = (pair: number) => order[start[pair] as number] as number;
  const seller = shared(Int32Array, pairs, (pair) => sold.src[firstOf(pair)] as number);
  const buyer = shared(Int32Array, pairs, (pair) => sold.dst[firstOf(pair)] as number);
  // As the graph has them: by who leaves, then by time, and what is of one moment as it came.
  const out = orderBy([sold.src, sold.time], size);
  const pairsOfNotes = Int32Array.from(noted.src, (from, note) =>
    pairBetween({ seller, buyer }, from, noted.dst[note] as number),
  );
  const noteOrder = orderBy([pairsOfNotes], pairsOfNotes.length).filter((note) => pairsOfNotes[note] !== -1);
  const noteStart = sharedArray(Uint32Array, pairs + 1);
  for (const note of noteOrder) {
    const next = (pairsOfNotes[note] as number) + 1;
    noteStart[next] = (noteStart[next] as number) + 1;
  }
  for (let pair = 0; pair < pairs; pair++)
    noteStart[pair + 1] = (noteStart[pair + 1] as number) + (noteStart[pair] as number);
  const inOrder = (column: Float64Array | undefined, of: Uint32Array) =>
    shared(Float64Array, of.length, (place) => (column as Float64Array)[of[place] as number] as number);
  const rowOf = (sale: number) => edges[order[sale] as number] as number;
  return {
    ...{ graph, pairOf, seller, buyer, start, noteStart },
    row: rows === undefined ? null : shared(Uint32Array, size, rowOf),
    added: rows?.added ? shared(Uint8Array, size, (sale) => rows.added?.[rowOf(sale)] as number) : null,
    saleOf: shared(Uint32Array, size, (place) => placeOf[out[place] as number] as number),
    time: shared(Int32Array, size, (sale) => sold.time[order[sale] as number] as number),
    cents: cents === undefined ? null : inOrder(sold.cents, order),
    noteTime: shared(
      Int32Array,
      noteOrder.length,
      (place) => noted.time[noteOrder[place] as number] as number,
    ),
    noteCents: inOrder(noted.cents, noteOrder),
  };
}

/** The number of a pair, of which those of the same seller stand together in the order of buyers; -1 where there is none. */
function pairBetween({ seller, buyer }: Pick<Sales, 'seller' | 'buyer'>, from: number, to: number): number {
  let [low, high] = [0, seller.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sold = seller[middle] as number;
    if (sold < from || (sold === from && (buyer[middle] as number) < to)) low = middle + 1;
    else high = middle;
  }
  return seller[low] === from && buyer[low] === to ? low : -1;
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
