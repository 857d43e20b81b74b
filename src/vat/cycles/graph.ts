import { orderBy } from './order.ts';

/**
 * A temporal multigraph for the search of cycles: every edge twice, with whom it leaves and with whom it reaches, and at each
 * vertex in the order of time. Typed arrays only, over memory that workers share: ten million edges are no ten million objects.
 */
export type TemporalGraph = {
  readonly vertices: number;
  readonly edges: number;
  /** Edges out of vertex `v` are `outStart[v]` up to, not with, `outStart[v + 1]`; `vertices + 1` entries. */
  readonly outStart: Uint32Array;
  /** Two numbers an edge, other end and time, side by side since whoever reads one reads the other. */
  readonly out: Int32Array;
  readonly intoStart: Uint32Array;
  readonly into: Int32Array;
};

/**
 * Edges as columns of one length; times in seconds, any origin that fits 32 bits, vertices counted from 0. Whole cents, where amounts
 * are known: those of credit notes are not above zero.
 */
export type EdgeColumns = {
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly time: Int32Array;
  readonly cents?: Float64Array;
};

/** Edges from a vertex to itself are left out: nobody trades in a circle alone. Throws where an end is no vertex. */
export function buildGraph({ src, dst, time }: EdgeColumns, vertices: number): TemporalGraph {
  const outStart = sharedArray(Uint32Array, vertices + 1);
  const intoStart = sharedArray(Uint32Array, vertices + 1);
  let edges = 0;
  for (let edge = 0; edge < src.length; edge++) {
    const [from, to] = [src[edge] as number, dst[edge] as number];
    if (!(from >= 0 && from < vertices && to >= 0 && to < vertices))
      throw new RangeError(`Edge ${edge} is from ${from} to ${to}, of ${vertices} vertices`);
    if (from === to) continue;
    outStart[from + 1] = (outStart[from + 1] as number) + 1;
    intoStart[to + 1] = (intoStart[to + 1] as number) + 1;
    edges++;
  }
  for (const start of [outStart, intoStart])
    for (let vertex = 0; vertex < vertices; vertex++)
      start[vertex + 1] = (start[vertex + 1] as number) + (start[vertex] as number);
  const out = sharedArray(Int32Array, 2 * edges);
  const into = sharedArray(Int32Array, 2 * edges);
  const [outNext, intoNext] = [outStart.slice(), intoStart.slice()];
  const order = orderOf(time);
  for (let place = 0; place < src.length; place++) {
    const edge = order === null ? place : (order[place] as number);
    const [from, to, at] = [src[edge] as number, dst[edge] as number, time[edge] as number];
    if (from === to) continue;
    const [leaving, reaching] = [outNext[from] as number, intoNext[to] as number];
    out[2 * leaving] = to;
    out[2 * leaving + 1] = at;
    into[2 * reaching] = from;
    into[2 * reaching + 1] = at;
    outNext[from] = leaving + 1;
    intoNext[to] = reaching + 1;
  }
  return { vertices, edges, outStart, out, intoStart, into };
}

/** Numbers that workers share. */
export function sharedArray<T>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/** Edges from the earliest to the latest, those of one moment as they came; null where they came so. */
function orderOf(time: Int32Array): Uint32Array | null {
  let sorted = true;
  for (let edge = 1; edge < time.length && sorted; edge++)
    sorted = (time[edge - 1] as number) <= (time[edge] as number);
  if (sorted) return null;
  return orderBy([time], time.length);
}
