import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PlainDate } from '#kernel/dates.ts';
import type { FoundInPart, Part, Searched } from '../cycles/part-worker.ts';
import { partsOf, searchParts } from '../cycles/parts.ts';
import { buildPeriodGraph, type PeriodGraph } from '../cycles/period-graph.ts';
import { taxPeriodOf } from '../tax-period.ts';
import type { EdgeSource, Hop } from './model.ts';
import { type Gathered, gatherPeriods } from './period-columns.ts';
import {
  beginSearch,
  bundlesFile,
  hashOfColumns,
  type InvoiceInputs,
  keepPart,
  keepResult,
  type Manifest,
  partsDone,
  readPart,
  readResult,
  type SearchInputs,
  searchFolder,
  searchId,
} from './searches.ts';

/** One round of traders through which cycles went, with what was declared of it. */
export type DeclaredBundle = {
  /** VAT numbers, in the order in which they supplied, from the first by its signs on. */
  readonly traders: readonly string[];
  /** Cycles of totals that go this way. */
  readonly count: number;
  /** What can have gone round: of each hop the sum of what is in these cycles, and of these sums the least. */
  readonly cents: number;
  /** Of invoices the days of the first and the last. */
  readonly first?: PlainDate;
  readonly last?: PlainDate;
  /** In the order of the traders, each from one to the next. */
  readonly hops: readonly {
    readonly cents: number;
    readonly rows: readonly {
      readonly file: string;
      readonly row: number;
      readonly kind: string;
      /** A month, quarter or year, or a day. */
      readonly period: string;
      readonly cents: number;
    }[];
  }[];
};

export type SearchResult = {
  readonly id: string;
  readonly inputs: SearchInputs | InvoiceInputs;
  /** Who and what was left to search, of all that was declared. */
  readonly traders: number;
  readonly supplies: number;
  /** Cycles by their number of supplies. */
  readonly counts: Readonly<Record<string, number>>;
  /** First supplies whose search ended at its budget. */
  readonly truncated: number;
  readonly bundles: number;
};

export type SearchOutcome =
  | { readonly kind: 'found'; readonly result: SearchResult }
  | { readonly kind: 'stopped'; readonly done: number; readonly parts: number };

/** Steps of a search before and after its parts. */
export const searchSteps = ['reading', 'rows'] as const;
export type SearchStep = (typeof searchSteps)[number];

export type SearchRun = {
  readonly workers: number;
  /** Supplies of a part: what is lost at most, in each thread, where a search is ended on the way. */
  readonly suppliesOfEach?: number;
  readonly signal: AbortSignal;
  readonly progress: (step: SearchStep | { readonly done: number; readonly parts: number }) => void;
};

/**
 * Finds cycles in the totals of some months. Parts that are done are kept on the disk, so that whoever stops, or is ended, goes on where
 * he was when the same is asked of the same rows; what is found is the same then, to the byte.
 */
export async function searchPeriods(
  source: EdgeSource,
  folder: string,
  asked: Omit<SearchInputs, 'snapshot'>,
  run: SearchRun,
): Promise<SearchOutcome> {
  const inputs: SearchInputs = { ...asked, snapshot: await source.snapshot() };
  const id = searchId(inputs);
  const known = await readResult(folder, id);
  if (known !== null) return { kind: 'found', result: known as SearchResult };
  run.progress('reading');
  const gathered = await gatherPeriods(source.candidates(inputs.window));
  const graph = buildPeriodGraph(gathered.columns, gathered.numbers.length, { together: true });
  const parts = partsOf(graph, run.suppliesOfEach ?? usualPart);
  const found = { traders: graph.vertices, supplies: graph.edges };
  const hash = hashOfColumns([graph.from, graph.to, graph.lo, graph.hi, graph.cents]);
  await beginSearch(folder, { id, inputs, graph: hash, ...found, parts: parts.length });
  const { days, maxLength, margin, budget } = inputs;
  const search = { window: days, maxLength, margin, budget };
  const stopped = await doParts(folder, id, { searched: { kind: 'periods', graph, search }, parts }, run);
  if (stopped !== null) return stopped;
  run.progress('rows');
  const counts = new Array<number>(maxLength + 1).fill(0);
  let truncated = 0;
  const bundles = new Map<string, Joined>();
  for (const { number } of parts) {
    const part = await readPart(folder, id, number);
    truncated += part.truncated;
    for (const [length, count] of part.counts.entries()) counts[length] = (counts[length] ?? 0) + count;
    for (const bundle of part.bundles) joinTo(bundles, bundle);
  }
  const declared = await declare(source, inputs, { graph, gathered }, [...bundles.values()]);
  const result: SearchResult = {
    ...{ id, inputs, ...found },
    counts: byLength(counts),
    ...{ truncated, bundles: declared.length },
  };
  await keepResult(folder, id, result, declared);
  return { kind: 'found', result };
}

/** By the number of supplies of a cycle, from two on. */
export const byLength = (counts: readonly number[]) =>
  Object.fromEntries(counts.map((count, length) => [length, count]).slice(2));

/** Supplies of a part, where nobody says otherwise. */
export const usualPart = 5_000;

/** Searches the parts that are not done yet and keeps each; null when all are. */
export async function doParts(
  folder: string,
  id: Manifest['id'],
  { searched, parts }: { readonly searched: Searched; readonly parts: readonly Part[] },
  { workers, signal, progress }: SearchRun,
): Promise<Extract<SearchOutcome, { readonly kind: 'stopped' }> | null> {
  const done = new Set(await partsDone(folder, id));
  const tell = () => progress({ done: done.size, parts: parts.length });
  tell();
  try {
    await searchParts(
      { searched, parts: parts.filter(({ number }) => !done.has(number)) },
      async (number, part) => {
        await keepPart(folder, id, number, part);
        done.add(number);
        tell();
      },
      { workers, signal },
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'stopped', done: done.size, parts: parts.length };
  }
  return null;
}

/** Where the bundles of a search are, one a line, the largest first. */
export const bundlesOf = (folder: string, id: string) => join(searchFolder(folder, id), bundlesFile);

type Slice = { readonly from?: number; readonly most: number };

export async function readBundles(
  folder: string,
  id: string,
  slice: Slice,
): Promise<readonly DeclaredBundle[]> {
  const bundles: DeclaredBundle[] = [];
  for await (const bundle of eachBundle(folder, id, slice)) bundles.push(bundle);
  return bundles;
}

/**
 * Some of them one by one, from the place `from` on, the first of all being 0; those before are passed over as they stand, and none is
 * kept: each has all of its invoices.
 */
export async function* eachBundle(
  folder: string,
  id: string,
  { from = 0, most }: Slice,
): AsyncGenerator<DeclaredBundle> {
  if (most === 0) return;
  const file = await open(bundlesOf(folder, id));
  // Ended by hand: who stops before the last line leaves the stream waiting, and the file open.
  const stream = file.createReadStream();
  try {
    let place = 0;
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (place++ >= from) yield JSON.parse(line);
      if (place >= from + most) break;
    }
  } finally {
    stream.destroy();
    await file.close();
  }
}

type Joined = {
  readonly traders: readonly number[];
  count: number;
  readonly supplies: readonly Set<number>[];
};

/** The same traders may have been found from more than one of them, in more than one part. */
function joinTo(
  bundles: Map<string, Joined>,
  { traders, count, supplies }: FoundInPart['bundles'][number],
): void {
  const key = traders.join(' ');
  const joined = bundles.get(key) ?? { traders, count: 0, supplies: traders.map(() => new Set<number>()) };
  bundles.set(key, joined);
  joined.count += count;
  for (const [hop, edges] of supplies.entries()) for (const edge of edges) joined.supplies[hop]?.add(edge);
}

/** Says bundles in VAT numbers and rows. */
async function declare(
  source: EdgeSource,
  { window }: SearchInputs,
  { graph, gathered }: { readonly graph: PeriodGraph; readonly gathered: Gathered },
  bundles: readonly Joined[],
): Promise<readonly DeclaredBundle[]> {
  const { numbers, monthOf } = gathered;
  const hopOf = (edge: number): Hop => ({
    src: numbers[graph.from[edge] as number] as number,
    dst: numbers[graph.to[edge] as number] as number,
    lo: monthOf.get(graph.lo[edge] as number) as number,
    hi: monthOf.get(graph.hi[edge] as number) as number,
  });
  const keyOf = ({ src, dst, lo, hi }: Hop) => `${src} ${dst} ${lo} ${hi}`;
  const wanted = new Set(bundles.flatMap(({ supplies }) => supplies.flatMap((edges) => [...edges])));
  const rows = new Map<string, DeclaredBundle['hops'][number]['rows'][number][]>();
  const edges = [...wanted].sort((one, other) => one - other);
  for await (const part of source.rows(window, edges.map(hopOf)))
    for (const { kind, cents, file, row, ...hop } of part) {
      const behind = rows.get(keyOf(hop)) ?? [];
      rows.set(keyOf(hop), behind);
      behind.push({ file, row, kind, period: taxPeriodOf({ from: hop.lo, to: hop.hi }), cents });
    }
  const names = await namesOf(source, numbers);
  return bundles
    .map(({ traders, count, supplies }) => {
      const hops = supplies.map((chosen) => {
        const inOrder = [...chosen].sort((one, other) => one - other);
        return {
          cents: inOrder.reduce((sum, edge) => sum + (graph.cents[edge] as number), 0),
          rows: inOrder.flatMap((edge) => rows.get(keyOf(hopOf(edge))) ?? []),
        };
      });
      const named = traders.map((trader) => names[trader] as string);
      return { traders: named, count, cents: Math.min(...hops.map(({ cents }) => cents)), hops };
    })
    .sort(byWorth);
}

/** The largest first, of the same worth by their traders. */
export const byWorth = (one: DeclaredBundle, other: DeclaredBundle) =>
  other.cents - one.cents || (one.traders.join() < other.traders.join() ? -1 : 1);

/** VAT numbers of those who are left; the others are not held. */
export async function namesOf(source: EdgeSource, numbers: Int32Array): Promise<readonly string[]> {
  const names: string[] = [];
  let [number, next] = [0, 0];
  for await (const part of source.traders())
    for (const name of part)
      if (number++ === numbers[next]) {
        names.push(name);
        next++;
      }
  return names;
}
