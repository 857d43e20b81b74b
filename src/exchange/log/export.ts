import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Transaction } from '#platform/database/database.ts';
import { listPlaced, type PlacedEntry } from '#platform/journal/journal.ts';
import { loadInclusionProof } from './store.ts';

/** What shows somebody that an entry is in the log: all that `tripoint-verify receipt` needs but the keys. */
export type Receipt = PlacedEntry & {
  /** From 0. */
  readonly index: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
};

/** Throws a RangeError where the log of that size has no such entry. */
export async function makeReceipt(
  tx: Transaction,
  index: number,
  { size, note }: { readonly size: number; readonly note: string },
): Promise<Receipt> {
  const proof = await loadInclusionProof(tx, index, size);
  const [placed] = await listPlaced(tx, index + 1, index + 1);
  if (placed === undefined) throw new RangeError(`No entry ${index}`);
  const encoded = proof.map((hash) => Buffer.from(hash).toString('base64'));
  return { ...placed, index, proof: encoded, checkpoint: note };
}

/** Entries that are read at once. */
const batch = 1_000;

/** Writes a log of a size with its signed checkpoint into a folder, for `tripoint-verify log`. */
export async function writeLog(
  tx: Transaction,
  folder: string,
  { size, note }: { readonly size: number; readonly note: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, 'entries.jsonl'), 'w');
  try {
    for (let from = 1; from <= size; from += batch) {
      const placed = await listPlaced(tx, from, Math.min(size, from + batch - 1));
      await file.write(placed.map((entry) => `${canonicalJson(entry)}\n`).join(''));
    }
  } finally {
    await file.close();
  }
  await writeFile(join(folder, 'checkpoint'), note);
}
