import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Analytics } from '#platform/analytics.ts';
import { listTaken } from '../intake/receipts.ts';
import { openDeclarations } from '../matching/store.ts';
import { type Field, openEdges } from './edge-store.ts';
import type { EdgeSource } from './model.ts';

/** Supplies of all files that were taken in to a folder, by DuckDB on this machine. What comes after it was opened is not in it. */
export async function openDeclaredEdges(analytics: Analytics, folder: string): Promise<EdgeSource> {
  const receipts = await listTaken(folder);
  await openDeclarations(analytics, folder, receipts);
  const files = receipts
    .filter(({ kind }) => kind === 'supplies')
    .map(({ state, sha256 }) => `${state}/${sha256}`);
  return openEdges({
    run: (sql) => analytics.run(sql),
    rows: async function* (sql) {
      for await (const part of analytics.stream(sql)) yield part.map((row) => Object.values(row) as Field[]);
    },
    snapshot: async () => createHash('sha256').update(canonicalJson(files)).digest('hex'),
    table: (name) => `CREATE OR REPLACE TEMP TABLE ${name}`,
    standing: (condition) => `(SELECT * FROM supplies_standing WHERE ${condition})`,
    standingRows: (condition) => `(SELECT * FROM supplies_lines WHERE superseded IS NULL AND ${condition})`,
    supplies: 'supplies',
  });
}
