import { addDays, addMonths, daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { Analytics } from '#platform/analytics.ts';
import { dropBefore, extendGraph } from '../cycles/extend-graph.ts';
import { buildGraph } from '../cycles/graph.ts';
import { onTheWay } from '../cycles/on-the-way.ts';
import type { Searched } from '../cycles/part-worker.ts';
import { partsOf } from '../cycles/parts.ts';
import { buildSales, type Sales } from '../cycles/sales.ts';
import { lastInvoiceDay, listInvoiceFiles, openInvoiceEdges } from './invoice-store.ts';
import { type KeptGraph, keepGraph, readGraph } from './kept-graph.ts';
import { type EdgeKind, type EdgeSource, type Hop, type HopRow, invoiceKinds } from './model.ts';
import { type GatheredDays, gatherDays } from './period-columns.ts';
import {
  byLength,
  byWorth,
  type DeclaredBundle,
  doParts,
  namesOf,
  type SearchOutcome,
  type SearchResult,
  type SearchRun,
  usualPart,
} from './search.ts';
import {
  beginSearch,
  graphPlace,
  hashOfColumns,
  type InvoiceInputs,
  keepResult,
  keepSince,
  readPart,
  readResult,
  readSince,
  type SearchLimits,
  searchId,
} from './searches.ts';

/** Months that a search for what came since goes back: what is older has left. */
export const rollingMonths = 13;

const epoch = '1970-01-01' as PlainDate;
export const dayNumber = (day: PlainDate) => daysBetween(epoch, day);
export const dayOf = (number: number) => addDays(epoch, number);

/** What is told of a search before any of it is done. */
export type Began = (begun: { readonly id: string; readonly inputs: InvoiceInputs }) => Promise<void>;

/** Finds cycles in the invoices of a state from a day to a day. Kept and gone on with as `searchPeriods`. */
export async function searchInvoices(
  analytics: Analytics,
  folder: string,
  asked: SearchLimits & { readonly state: string; readonly from: PlainDate; readonly until: PlainDate },
  run: SearchRun & { readonly began?: Began },
): Promise<SearchOutcome> {
  const { state, from, until, ...limits } = asked;
  const source = await openInvoiceEdges(analytics, folder, await listInvoiceFiles(folder, state));
  const window = { from: dayNumber(from), until: dayNumber(until), kinds: invoiceKinds };
  const inputs = { ...limits, state, window, snapshot: await source.snapshot(), since: null };
  return searchDays(source, folder, inputs, run);
}

export type SinceOutcome = SearchOutcome | { readonly kind: 'nothing_new'; readonly searches: number };

/**
 * Finds the cycles that have an invoice which no such search has seen, within the thirteen months that end with the last invoice up to
 * today, and notes what is seen now. The first such search sees all of them. What earlier ones found stays as it was found.
 */
export async function searchSince(
  analytics: Analytics,
  folder: string,
  asked: SearchLimits & { readonly state: string; readonly today: PlainDate },
  run: SearchRun & { readonly began?: Began },
): Promise<SinceOutcome> {
  const { state, today, ...limits } = asked;
  const files = await listInvoiceFiles(folder, state);
  const before = await readSince(folder, state, limits);
  const hashes = files.map(({ sha256 }) => sha256);
  const last = (await lastInvoiceDay(analytics, folder, files, today)) ?? dayNumber(today);
  const until = Math.max(last, before?.until ?? last);
  const seen = new Set(before?.files);
  if (before !== null && until === before.until && hashes.every((file) => seen.has(file)))
    return { kind: 'nothing_new', searches: before.searches.length };
  const source = await openInvoiceEdges(analytics, folder, files, before ?? { files: [], until });
  const from = dayNumber(addMonths(dayOf(until), -rollingMonths)) + 1;
  const since = before?.searches.at(-1) ?? '';
  const window = { from, until, kinds: invoiceKinds };
  const inputs = { ...limits, state, window, snapshot: await source.snapshot(), since };
  const place = graphPlace(folder, state, limits);
  let grown: Omit<KeptGraph, 'search'> | null = null;
  const outcome = await searchDays(source, folder, inputs, run, async () => {
    if (since === '') return undefined;
    const { among, ...rest } = await narrow(source, inputs, await readGraph(place));
    grown = rest;
    return among;
  });
  if (outcome.kind === 'found') {
    // Before it is said that they were seen: a graph of another search than the last is not gone by.
    if (grown !== null)
      await keepGraph(folder, place, { ...(grown as KeptGraph), search: outcome.result.id });
    const searches = [...(before?.searches ?? []), outcome.result.id];
    await keepSince(folder, state, limits, { searches, files: hashes, until });
  }
  return outcome;
}

/** Edges that are looked at for who can be in a cycle with what came: where there would be more, all are read. */
const narrowingBudget = 50_000_000;

/** Traders who can be in a cycle with an invoice that no search has seen, and the graph with these in it and without what has left. */
async function narrow(
  source: EdgeSource,
  { window, since, days, maxLength }: InvoiceInputs,
  kept: KeptGraph | null,
): Promise<Omit<KeptGraph, 'search'> & { readonly among: readonly number[] | undefined }> {
  const traders: string[] = [];
  for await (const part of source.traders()) traders.push(...part);
  const isOurs = kept !== null && kept.search === since;
  const names = isOurs ? [...kept.names] : [...traders];
  const vertexOf = new Map(names.map((name, vertex) => [name, vertex]));
  const vertices = Int32Array.from(traders, (name) => {
    const known = vertexOf.get(name);
    if (known !== undefined) return known;
    vertexOf.set(name, names.length);
    return names.push(name) - 1;
  });
  const edgesOf = async (kinds: readonly EdgeKind[]) => {
    const edges: [number[], number[], number[]] = [[], [], []];
    for await (const { src, dst, lo, cents } of source.scan({ ...window, kinds }))
      for (let edge = 0; edge < src.length; edge++) {
        if ((cents[edge] as number) <= 0) continue;
        edges[0].push(vertices[src[edge] as number] as number);
        edges[1].push(vertices[dst[edge] as number] as number);
        edges[2].push(lo[edge] as number);
      }
    const [src, dst, time] = edges.map((column) => Int32Array.from(column)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    return { src, dst, time };
  };
  const seen = isOurs ? dropBefore(kept.graph, window.from) : buildGraph(await edgesOf(['I']), names.length);
  const added = await edgesOf(['N']);
  const graph = extendGraph(seen, added, names.length);
  const marks = onTheWay(graph, added, { window: days, maxLength }, narrowingBudget);
  const among =
    marks === null ? undefined : [...traders.keys()].filter((one) => marks[vertices[one] as number] === 1);
  return { names, graph, among };
}

async function searchDays(
  source: EdgeSource,
  folder: string,
  inputs: InvoiceInputs,
  run: SearchRun & { readonly began?: Began },
  amongOf: () => Promise<readonly number[] | undefined> = async () => undefined,
): Promise<SearchOutcome> {
  const id = searchId(inputs);
  const known = await readResult(folder, id);
  if (known !== null) return { kind: 'found', result: known as SearchResult };
  await run.began?.({ id, inputs });
  run.progress('reading');
  const gathered = await gatherDays(source.candidates(inputs.window, await amongOf()));
  const { columns, numbers, added } = gathered;
  const sales = buildSales(columns, numbers.length, inputs.since === null ? null : added);
  const { days, maxLength, margin, budget } = inputs;
  const parts = partsOf(sales.graph, run.suppliesOfEach ?? usualPart);
  const found = { traders: numbers.length, supplies: sales.graph.edges };
  const hash = hashOfColumns([columns.src, columns.dst, columns.time, columns.cents, added]);
  await beginSearch(folder, { id, inputs, graph: hash, ...found, parts: parts.length });
  const searched: Searched = { kind: 'days', sales, search: { window: days, maxLength, margin, budget } };
  const stopped = await doParts(folder, id, { searched, parts }, run);
  if (stopped !== null) return stopped;
  run.progress('rows');
  // The same traders may have been found from more than one of them, in more than one part, and each time whole.
  const bundles = new Map<string, FoundBundle>();
  let truncated = 0;
  for (const { number } of parts) {
    const part = await readPart(folder, id, number);
    truncated += part.truncated;
    for (const bundle of part.bundles) bundles.set(bundle.traders.join(' '), bundle);
  }
  const counts = new Array<number>(maxLength + 1).fill(0);
  for (const { traders, count } of bundles.values())
    counts[traders.length] = (counts[traders.length] ?? 0) + count;
  const declared = await declare(source, inputs, { sales, gathered }, [...bundles.values()]);
  const result = {
    ...{ id, inputs, ...found },
    ...{ counts: byLength(counts), truncated, bundles: declared.length },
  };
  await keepResult(folder, id, result, declared);
  return { kind: 'found', result };
}

type FoundBundle = {
  readonly traders: readonly number[];
  readonly count: number;
  /** Sales hop by hop. */
  readonly supplies: readonly (readonly number[])[];
};

/** Says bundles in VAT numbers and rows. */
async function declare(
  source: EdgeSource,
  { window }: InvoiceInputs,
  { sales, gathered }: { readonly sales: Sales; readonly gathered: GatheredDays },
  bundles: readonly FoundBundle[],
): Promise<readonly DeclaredBundle[]> {
  const { numbers } = gathered;
  const { time, cents, added } = sales;
  type Bundle = Pick<FoundBundle, 'traders'>;
  const hopOf = ({ traders }: Bundle, hop: number, sale: number): Hop => {
    const [src, dst] = [traders[hop] as number, traders[(hop + 1) % traders.length] as number];
    const day = time[sale] as number;
    return { src: numbers[src] as number, dst: numbers[dst] as number, lo: day, hi: day };
  };
  // Invoices of the same two, day and amount go the same ways, where a search has seen both, or neither.
  const keyOf = ({ src, dst, lo }: Hop, cents: number, isNew: boolean) =>
    [src, dst, lo, cents, added !== null && isNew].join(' ');
  const keyOfSale = (bundle: Bundle, hop: number, sale: number) =>
    keyOf(hopOf(bundle, hop, sale), cents?.[sale] as number, added?.[sale] === 1);
  const wanted = new Map<number, Hop>();
  for (const bundle of bundles)
    for (const [hop, chosen] of bundle.supplies.entries())
      for (const sale of chosen) wanted.set(sale, hopOf(bundle, hop, sale));
  const hops = [...wanted].sort(([one], [other]) => one - other).map(([, hop]) => hop);
  const behind = new Map<string, HopRow[]>();
  for await (const part of source.rows(window, hops))
    for (const row of part) {
      const key = keyOf(row, row.cents, row.kind === 'N');
      const rows = behind.get(key) ?? [];
      behind.set(key, rows);
      rows.push(row);
    }
  const names = await namesOf(source, numbers);
  return bundles
    .map((bundle) => {
      const { traders, count, supplies } = bundle;
      const hops = supplies.map((chosen, hop) => {
        const keys = new Set(chosen.map((sale) => keyOfSale(bundle, hop, sale)));
        const rows = [...keys].flatMap((key) => behind.get(key) ?? []);
        return {
          cents: rows.reduce((sum, { cents }) => sum + cents, 0),
          rows: rows.map(({ file, row, lo, cents }) => ({
            ...{ file, row, kind: 'invoice', period: dayOf(lo) as string, cents },
          })),
        };
      });
      const days = supplies.flat().map((sale) => time[sale] as number);
      const [first, last] = days.reduce(
        ([least, most], day) => [Math.min(least, day), Math.max(most, day)] as const,
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as readonly [number, number],
      );
      return {
        traders: traders.map((trader) => names[trader] as string),
        ...{ count, cents: Math.min(...hops.map(({ cents }) => cents)) },
        ...{ first: dayOf(first), last: dayOf(last), hops },
      };
    })
    .sort(byWorth);
}
