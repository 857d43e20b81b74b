/** The graph of what searches have seen, kept on the disk, so that the next one adds to it what came and need not read all again. */
import { readFile } from 'node:fs/promises';
import { sharedArray, type TemporalGraph } from '../cycles/graph.ts';
import { writeInPlace } from '../intake/incoming.ts';

export type KeptGraph = {
  /** The search after which it was kept. */
  readonly search: string;
  /** VAT numbers of its vertices. */
  readonly names: readonly string[];
  readonly graph: TemporalGraph;
};

/** A line that says how long the rest is, the names by lines, and the columns of the graph. */
export async function keepGraph(
  folder: string,
  place: string,
  { search, names, graph }: KeptGraph,
): Promise<void> {
  const listed = Buffer.from(names.join('\n'));
  const { vertices, edges, outStart, out, intoStart, into } = graph;
  const head = Buffer.from(`${JSON.stringify({ search, vertices, edges, names: listed.length })}\n`);
  const columns = [outStart, out, intoStart, into].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  await writeInPlace(folder, place, Buffer.concat([head, listed, ...columns]));
}

/** Null where none is kept. */
export async function readGraph(place: string): Promise<KeptGraph | null> {
  const bytes = await readFile(place).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const end = bytes.indexOf('\n');
  const { search, vertices, edges, names } = JSON.parse(bytes.toString('utf8', 0, end));
  let from = end + 1 + names;
  const listed = bytes.toString('utf8', end + 1, from);
  const column = <T extends Uint32Array | Int32Array>(
    kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const made = sharedArray(kind, length);
    new Uint8Array(made.buffer).set(bytes.subarray(from, from + made.byteLength));
    from += made.byteLength;
    return made;
  };
  const [outStart, out] = [column(Uint32Array, vertices + 1), column(Int32Array, 2 * edges)];
  const [intoStart, into] = [column(Uint32Array, vertices + 1), column(Int32Array, 2 * edges)];
  const graph = { vertices, edges, outStart, out, intoStart, into };
  return { search, names: listed === '' ? [] : listed.split('\n'), graph };
}
