import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import { listTaken, type TakenFile } from '../intake/receipts.ts';
import { rowsOf } from '../intake/standing-rows.ts';
import { type Field, openEdges } from './edge-store.ts';
import type { EdgeSource } from './model.ts';

/** What searches have seen: these files, and of them what is of no later day. */
export type Seen = {
  /** Hashes of their bytes. */
  readonly files: readonly string[];
  /** Days since 1970. */
  readonly until: number;
};

/** Files of invoices that a state took in. No state sees another's: they are not exchanged. */
export async function listInvoiceFiles(folder: string, state: string): Promise<readonly TakenFile[]> {
  return (await listTaken(folder)).filter((one) => one.state === state && one.kind === 'invoices');
}

/**
 * Invoices of a state, by DuckDB on this machine, each with its day; a number of a seller and day that came twice is one, as it was
 * received last (`../scoring/store.ts`). With `seen` those that are not among these are of kind `N`; one that came again as it was is.
 */
export async function openInvoiceEdges(
  analytics: Analytics,
  folder: string,
  files: readonly TakenFile[],
  seen: Seen | null = null,
): Promise<EdgeSource> {
  const hashes = files.map(({ sha256 }) => sha256);
  await analytics.run('CREATE OR REPLACE TEMP TABLE seen_file (file VARCHAR)');
  for (let from = 0; from < (seen?.files.length ?? 0); from += filesAtOnce) {
    const some = seen?.files.slice(from, from + filesAtOnce) ?? [];
    await analytics.run(`INSERT INTO seen_file VALUES ${some.map((one) => `(${quoted(one)})`).join(', ')}`);
  }
  const isSeen = seen === null ? 'true' : `file IN (FROM seen_file) AND ${day} <= ${seen.until}`;
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE invoice_line AS
    WITH marked AS (SELECT *, ${isSeen} AS is_seen FROM (${rowsOf(folder, files, 'invoices')}) WHERE sound = 1)
    SELECT seller AS supplier, buyer AS acquirer, ${day} AS period_from, ${day} AS period_to, cents, file, "row",
      CASE WHEN bool_or(is_seen) OVER (PARTITION BY seller, number, day, buyer, cents) THEN 'I' ELSE 'N' END AS kind
    FROM marked
    QUALIFY row_number() OVER (PARTITION BY seller, number, day ORDER BY received DESC, file DESC, "row" DESC) = 1`);
  const columns = 'supplier, acquirer, kind, period_from, period_to, cents';
  return openEdges({
    run: (sql) => analytics.run(sql),
    rows: async function* (sql) {
      for await (const part of analytics.stream(sql)) yield part.map((row) => Object.values(row) as Field[]);
    },
    snapshot: async () => createHash('sha256').update(canonicalJson(hashes)).digest('hex'),
    table: (name) => `CREATE OR REPLACE TEMP TABLE ${name}`,
    standing: (condition) => `(SELECT ${columns} FROM invoice_line WHERE ${condition})`,
    standingRows: (condition) => `(SELECT ${columns}, file, "row" FROM invoice_line WHERE ${condition})`,
    supplies: 'invoice_line',
  });
}

/** The last day of which there is an invoice, and that is none after today; null: there is none. */
export async function lastInvoiceDay(
  analytics: Analytics,
  folder: string,
  files: readonly TakenFile[],
  today: PlainDate,
): Promise<number | null> {
  const [row] = await analytics.rows(
    `SELECT max(${day})::INTEGER AS last FROM (${rowsOf(folder, files, 'invoices')}) WHERE day <= DATE ${quoted(today)}`,
  );
  return row?.last === null || row?.last === undefined ? null : Number(row.last);
}

const day = "date_diff('day', DATE '1970-01-01', day)::INTEGER";
/** Hashes that one statement names. */
const filesAtOnce = 2_000;
