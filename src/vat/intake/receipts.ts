import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeclarationKind } from '../model.ts';
import type { Control } from './collector.ts';
import type { Counts } from './findings.ts';

/** What came of a file: the same for the same bytes, whoever brought them, when and in which order. */
export type Receipt = {
  readonly sha256: string;
  readonly bytes: number;
  readonly state: string;
  readonly kind: DeclarationKind;
  readonly format: 'csv' | 'intervat' | 'ubl' | 'cesop';
  /** The day that holds for rows that do not say when they were received. */
  readonly received: string | null;
  readonly rows: Counts;
  readonly controls: readonly Control[];
};

/** By which a file that was taken in is found. */
export type TakenFile = Pick<Receipt, 'state' | 'kind' | 'sha256'>;

/** With the day that holds for its rows that do not say when they were received: with another day the same bytes say something else. */
export type DatedFile = Pick<Receipt, 'state' | 'kind' | 'sha256' | 'received'>;

/** Of one file what a hash over many is made of. */
export const dated = ({ state, kind, sha256, received }: DatedFile): string =>
  `${state}/${kind}/${sha256}${received == null ? '' : `@${received}`}`;

/** Names within a folder of declarations. */
export const rowsFile = 'rows.parquet';
export const findingsFile = 'findings.ndjson';
export const receiptFile = 'receipt.json';

/** Where files are that were taken in, one folder each, by the hash of its bytes: `declarations/NL/supplies/…`. */
export const foldersOf = (folder: string, state: string, kind: DeclarationKind) =>
  join(folder, 'declarations', state, kind);

/** Of what is in a folder, in order; none where there is no folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export async function readReceipt(place: string): Promise<Receipt> {
  return JSON.parse(await readFile(join(place, receiptFile), 'utf8'));
}

/** Which files were taken in, by state, kind and hash, without opening any. */
export async function listTaken(folder: string): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  const root = join(folder, 'declarations');
  for (const state of await namesIn(root))
    for (const kind of (await namesIn(join(root, state))) as readonly DeclarationKind[])
      for (const sha256 of await namesIn(join(root, state, kind))) taken.push({ state, kind, sha256 });
  return taken;
}

/** Of files that were taken in the days that hold for their rows. */
export async function listDated(folder: string, files: readonly TakenFile[]): Promise<readonly DatedFile[]> {
  const found: DatedFile[] = [];
  for (const { state, kind, sha256 } of files) {
    const { received } = await readReceipt(join(foldersOf(folder, state, kind), sha256));
    found.push({ state, kind, sha256, received });
  }
  return found;
}

/** What was taken in, by state, kind and hash. */
export async function listReceipts(folder: string): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const { state, kind, sha256 } of await listTaken(folder))
    receipts.push(await readReceipt(join(foldersOf(folder, state, kind), sha256)));
  return receipts;
}
