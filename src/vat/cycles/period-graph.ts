/** A graph of totals: each supply with the period in which it was made and its amount, in typed arrays over memory that workers share. */
export type PeriodGraph = {
  readonly vertices: number;
  readonly edges: number;
  /** Supplies of vertex `v` are `outStart[v]` up to, not with, `outStart[v + 1]`, in the order of their periods. */
  readonly outStart: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** First and last day of the period, or whatever unit is wanted, the same for all. */
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Whole cents, above zero. */
  readonly cents: Float64Array;
  /** Numbers of the supplies that vertex `v` acquires are `into[intoStart[v]]` up to, not with, `into[intoStart[v + 1]]`. */
  readonly intoStart: Uint32Array;
  readonly into: Uint32Array;
};

export type PeriodColumns = {
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly cents: Float64Array;
};

function shared<T>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/**
 * `together`: totals of the same two in the same period are one, so that whoever splits an amount over many invoices does not get out
 * of sight. What is not above zero, credit notes after all, and what one supplies to himself is left out. Throws where an end is no
 * vertex or a period ends before it begins.
 */
export function buildPeriodGraph(
  columns: PeriodColumns,
  vertices: number,
  { together }: { readonly together: boolean },
): PeriodGraph {
  const { src, dst, lo, hi, cents } = columns;
  const order = Array.from(src.keys()).sort(
    (one, other) =>
      (src[one] as number) - (src[other] as number) ||
      (lo[one] as number) - (lo[other] as number) ||
      (hi[one] as number) - (hi[other] as number) ||
      (dst[one] as number) - (dst[other] as number) ||
      one - other,
  );
  const sums: { readonly edge: number; cents: number }[] = [];
  for (const edge of order) {
    const [from, to] = [src[edge] as number, dst[edge] as number];
    if (!(from >= 0 && from < vertices && to >= 0 && to < vertices))
      throw new RangeError(`Edge ${edge} is from ${from} to ${to}, of ${vertices} vertices`);
    if ((hi[edge] as number) < (lo[edge] as number))
      throw new RangeError(`Edge ${edge} ends before it begins`);
    const last = sums.at(-1);
    const isSame =
      last !== undefined && [src, dst, lo, hi].every((column) => column[edge] === column[last.edge]);
    if (together && isSame) last.cents += cents[edge] as number;
    else sums.push({ edge, cents: cents[edge] as number });
  }
  const kept = sums.filter((one) => one.cents > 0 && src[one.edge] !== dst[one.edge]);
  const graph = {
    vertices,
    edges: kept.length,
    outStart: shared(Uint32Array, vertices + 1),
    from: shared(Int32Array, kept.length),
    to: shared(Int32Array, kept.length),
    lo: shared(Int32Array, kept.length),
    hi: shared(Int32Array, kept.length),
    cents: shared(Float64Array, kept.length),
    intoStart: shared(Uint32Array, vertices + 1),
    into: shared(Uint32Array, kept.length),
  };
  for (const [place, { edge, cents: sum }] of kept.entries()) {
    graph.from[place] = src[edge] as number;
    graph.to[place] = dst[edge] as number;
    graph.lo[place] = lo[edge] as number;
    graph.hi[place] = hi[edge] as number;
    graph.cents[place] = sum;
    count(graph.outStart, src[edge] as number);
    count(graph.intoStart, dst[edge] as number);
  }
  for (const start of [graph.outStart, graph.intoStart])
    for (let vertex = 0; vertex < vertices; vertex++)
      start[vertex + 1] = (start[vertex + 1] as number) + (start[vertex] as number);
  const next = graph.intoStart.slice();
  for (let place = 0; place < kept.length; place++) {
    const to = graph.to[place] as number;
    graph.into[next[to] as number] = place;
    next[to] = (next[to] as number) + 1;
  }
  return graph;
}

function count(starts: Uint32Array, vertex: number): void {
  starts[vertex + 1] = (starts[vertex + 1] as number) + 1;
}
