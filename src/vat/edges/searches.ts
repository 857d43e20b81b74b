/** Searches on the disk: what was asked, the parts that are done, and what came of all. Each file is there whole or not at all. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PeriodsFound } from '../cycles/period.ts';
import type { PeriodGraph } from '../cycles/period-graph.ts';
import { writeInPlace } from '../intake/incoming.ts';
import { namesIn } from '../intake/receipts.ts';
import type { EdgeWindow } from './model.ts';

/** What a search is of: another of these is another search. */
export type SearchInputs = {
  /** Of the source: the rows that it had. */
  readonly snapshot: string;
  readonly window: EdgeWindow;
  /** Days that the periods of a cycle may be apart. */
  readonly days: number;
  readonly maxLength: number;
  readonly margin: number;
  readonly budget: number;
};

export type Manifest = {
  readonly id: string;
  readonly inputs: SearchInputs;
  /** SHA-256 over the graph that was searched: who goes on with a search finds the same, or it is a fault. */
  readonly graph: string;
  readonly traders: number;
  readonly supplies: number;
  readonly parts: number;
};

/** A bundle as a part found it: traders and supplies by their numbers in the graph. */
export type KeptBundle = {
  readonly traders: readonly number[];
  readonly count: number;
  readonly supplies: readonly (readonly number[])[];
};
export type KeptPart = {
  readonly counts: readonly number[];
  readonly truncated: number;
  readonly bundles: readonly KeptBundle[];
};

/** Raised when what is found changes, so that nothing old is taken for new. */
const rulesVersion = 1;

export const searchFolder = (folder: string, id: string) => join(folder, 'searches', id);
const manifestFile = 'manifest.json';
const resultFile = 'result.json';
export const bundlesFile = 'bundles.ndjson';
const partFile = (number: number) => join('parts', `${String(number).padStart(6, '0')}.json`);

export function searchId(inputs: SearchInputs): string {
  return createHash('sha256')
    .update(canonicalJson({ ...inputs, rulesVersion }))
    .digest('hex');
}

export function hashOfGraph(graph: PeriodGraph): string {
  const hash = createHash('sha256');
  for (const column of [graph.from, graph.to, graph.lo, graph.hi, graph.cents])
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
  { counts, truncated, bundles }: PeriodsFound,
): Promise<void> {
  const kept: KeptPart = {
    ...{ counts: [...counts], truncated },
    bundles: bundles.map(({ traders, count, supplies }) => ({ traders, count, supplies })),
  };
  await writeInPlace(folder, join(searchFolder(folder, id), partFile(number)), `${JSON.stringify(kept)}\n`);
}

export async function readPart(folder: string, id: string, number: number): Promise<KeptPart> {
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

async function readJson(place: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(place, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
