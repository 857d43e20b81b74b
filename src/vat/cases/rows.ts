import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterId } from '#kernel/references.ts';
import { type Analytics, withPageAnalytics } from '#platform/analytics.ts';
import { vatFolder } from '../intake/commands.ts';
import { foldersOf, rowsFile } from '../intake/receipts.ts';
import type { TradeKind } from '../model.ts';
import { type NamedRow, nameOfRow } from './rules/basket.ts';
import { mayOpen } from './rules/may-open.ts';
import { readRows, type TakenFile } from './store.ts';

/** A row as it stands where it was declared. `closed`: it is there, and not for this state; `gone`: its file is not here. */
export type OpenedRow =
  | { readonly kind: 'open'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'closed' | 'gone' };

export type RowsHere = {
  readonly dataFolder: string;
  readonly register: RegisterId;
  /** Whose people look. */
  readonly party: string;
  readonly taken: readonly TakenFile[];
};

/** Small, beside the pages of others. */
const limits = { threads: 1, megabytes: 256 };

/** Some rows by `nameOfRow`; of how many there may be the caller has the bound. */
export async function openNamedRows(
  { dataFolder, register, party, taken }: RowsHere,
  wanted: readonly NamedRow[],
): Promise<ReadonlyMap<string, OpenedRow>> {
  const opened = new Map<string, OpenedRow>(wanted.map((row) => [nameOfRow(row), { kind: 'gone' }]));
  if (wanted.length === 0) return opened;
  const folder = vatFolder(dataFolder, register);
  await withPageAnalytics({ ...limits, spill: join(folder, 'spill') }, async (analytics) => {
    for (const { state, kind, sha256 } of taken) {
      const own = wanted.filter((row) => row.file === sha256 && row.kind === kind);
      if (own.length === 0) continue;
      const file = join(foldersOf(folder, state, kind as TradeKind), sha256, rowsFile);
      for (const [number, values] of await rowsOf(analytics, file, own)) {
        const name = nameOfRow({ kind: kind as TradeKind, file: sha256, row: number });
        const { supplier, acquirer } = values;
        const isOpen = mayOpen(party, { state, kind, supplier, acquirer });
        // The same file may have been taken in for two states: to one of them is enough.
        if (isOpen) opened.set(name, { kind: 'open', values });
        else if (opened.get(name)?.kind === 'gone') opened.set(name, { kind: 'closed' });
      }
    }
  });
  return opened;
}

/** By their numbers; none where the file is no longer there. */
async function rowsOf(
  analytics: Analytics,
  file: string,
  own: readonly NamedRow[],
): Promise<readonly (readonly [number, Readonly<Record<string, unknown>>])[]> {
  const isThere = await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (!isThere) return [];
  const rows = await readRows(
    analytics,
    file,
    own.map(({ row }) => row),
  );
  return rows.map((values) => [Number(values.row), values]);
}

/** As JSON has it: whole numbers as numbers where they are safe, days as texts. */
export function plainRow(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | number | boolean | null>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value === null || value === undefined) return [name, null];
      if (typeof value === 'bigint')
        return [name, Number.isSafeInteger(Number(value)) ? Number(value) : String(value)];
      if (typeof value === 'number' || typeof value === 'boolean') return [name, value];
      return [name, String(value)];
    }),
  );
}
