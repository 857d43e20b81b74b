/** Searches on the disk: what was asked, the parts that are done, and what came of all. Each file is there whole or not at all. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { FoundInPart } from '../cycles/part-worker.ts';
import { writeInPlace } from '../intake/incoming.ts';
import { namesIn } from '../intake/receipts.ts';
import type { EdgeWindow } from './model.ts';

export type SearchLimits = {
  /** Days from the first to the last of a cycle; of periods those that may be between them. */
  readonly days: number;
  readonly maxLength: number;
  readonly margin: number;
  readonly budget: number;
};

/** What a search is of: another of these is another search. */
export type SearchInputs = SearchLimits & {
  /** Of the source: the rows that it had. */
  readonly snapshot: string;
  readonly window: EdgeWindow;
};

export type InvoiceInputs = SearchInputs & {
  /** Whose invoices: no other state's are looked at with them. */
  readonly state: string;
  /** The search before, of which what it has seen closes nothing by itself; empty: there is none. Null: all is searched. */
  readonly since: string | null;
};

export type Manifest = {
  readonly id: string;
  readonly inputs: SearchInputs | InvoiceInputs;
  /** SHA-256 over the graph that was searched: who goes on with a search finds the same, or it is a fault. */
  readonly graph: string;
  readonly traders: number;
  readonly supplies: number;
  readonly parts: number;
};

/** Raised when what is found changes, so that nothing old is taken for new. */
const rulesVersion = 1;

export const searchFolder = (folder: string, id: string) => join(folder, 'searches', id);
const manifestFile = 'manifest.json';
const resultFile = 'result.json';
export const bundlesFile = 'bundles.ndjson';
const partFile = (number: number) => join('parts', `${String(number).padStart(6, '0')}.json`);

export function searchId(inputs: SearchInputs | InvoiceInputs): string {
  return createHash('sha256')
    .update(canonicalJson({ ...inputs, rulesVersion }))
    .digest('hex');
}

export function hashOfColumns(columns: readonly (Int32Array | Float64Array | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const column of columns)
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex');
}

/** Notes what is searched, or finds the note of who began. Throws where that was of another graph. */
export async function beginSearch(folder: string, manifest: Manifest): Promise<void> {
  const place = join(searchFolder(folder, manifest.id), manifestFile);
  const known = await readJson(place);
  if (known === null) return writeInPlace(folder, place, `${canonicalJson(manifest)}\n`);
  if (canonicalJson(known) !== canonicalJson(manifest))
    throw new Error(`The search ${manifest.id} was begun over another graph`);
}

export async function partsDone(folder: string, id: string): Promise<ReadonlySet<number>> {
  const names = await namesIn(join(searchFolder(folder, id), 'parts'));
  return new Set(names.map((name) => Number.parseInt(name, 10)));
}

export async function keepPart(
  folder: string,
  id: string,
  number: number,
  found: FoundInPart,
): Promise<void> {
  await writeInPlace(folder, join(searchFolder(folder, id), partFile(number)), `${JSON.stringify(found)}\n`);
}

export async function readPart(folder: string, id: string, number: number): Promise<FoundInPart> {
  return JSON.parse(await readFile(join(searchFolder(folder, id), partFile(number)), 'utf8'));
}

/** Bundles first: where a result is, all of it is. */
export async function keepResult(
  folder: string,
  id: string,
  result: unknown,
  bundles: readonly unknown[],
): Promise<void> {
  const place = searchFolder(folder, id);
  await writeInPlace(folder, join(place, bundlesFile), linesOf(bundles));
  await writeInPlace(folder, join(place, resultFile), `${JSON.stringify(result)}\n`);
}

/** One after the other: all of them may be more than one text can be. */
function* linesOf(bundles: readonly unknown[]): Generator<string> {
  for (const bundle of bundles) yield `${JSON.stringify(bundle)}\n`;
}

/** Null where the search has not come to its end. */
export async function readResult(folder: string, id: string): Promise<unknown> {
  return readJson(join(searchFolder(folder, id), resultFile));
}

/** What searches in the invoices of a state have seen, one after the other, each for what came since the one before. */
export type SearchedSince = {
  readonly searches: readonly string[];
  readonly files: readonly string[];
  /** Days since 1970. */
  readonly until: number;
};

const sincePlace = (folder: string, state: string, limits: SearchLimits, extension = 'json') => {
  const { days, maxLength, margin, budget } = limits;
  const asked = canonicalJson({ state, days, maxLength, margin, budget, rulesVersion });
  return join(folder, 'searches', `since-${createHash('sha256').update(asked).digest('hex')}.${extension}`);
};

/** Where the graph of what these searches have seen is kept. */
export const graphPlace = (folder: string, state: string, limits: SearchLimits) =>
  sincePlace(folder, state, limits, 'graph');

/** Null where nobody has searched so before. */
export async function readSince(
  folder: string,
  state: string,
  limits: SearchLimits,
): Promise<SearchedSince | null> {
  return (await readJson(sincePlace(folder, state, limits))) as SearchedSince | null;
}

export async function keepSince(
  folder: string,
  state: string,
  limits: SearchLimits,
  since: SearchedSince,
): Promise<void> {
  await writeInPlace(folder, sincePlace(folder, state, limits), `${JSON.stringify(since)}\n`);
}

async function readJson(place: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(place, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
