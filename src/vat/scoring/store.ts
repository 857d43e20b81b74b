import type { PlainDate } from '#kernel/dates.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import type { TakenFile } from '../intake/receipts.ts';
import { openDeclarations } from '../matching/store.ts';

/** Months since the year 0, first and last; days are counted from the first of the first, and rows known by `day`. */
export type KnownSpan = { readonly from: number; readonly to: number; readonly day: PlainDate };

/** Numbers that stand for traders and files in the columns below: the order of the numbers and hashes themselves, so that it tells nothing. */
export type Dictionary = { readonly numbers: readonly string[]; readonly files: readonly string[] };

/** Opens what was known by a day, and numbers whoever is named in it. */
export async function openKnown(
  analytics: Analytics,
  folder: string,
  receipts: readonly TakenFile[],
  day: PlainDate,
): Promise<Dictionary> {
  await openDeclarations(analytics, folder, receipts, day);
  const files = [...new Set(receipts.map(({ sha256 }) => sha256))].toSorted();
  await analytics.run('CREATE OR REPLACE TEMP TABLE file_place (file VARCHAR, place INTEGER)');
  for (const [place, file] of files.entries())
    await analytics.run(`INSERT INTO file_place VALUES (${quoted(file)}, ${place})`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE trader AS
    WITH named AS (
      SELECT supplier AS number FROM supplies UNION SELECT acquirer FROM supplies WHERE sound = 1
      UNION SELECT acquirer FROM acquisitions
      UNION SELECT seller FROM (${domestic}) UNION SELECT buyer FROM (${domestic})
      UNION SELECT number FROM registrations
    )
    SELECT number, (row_number() OVER (ORDER BY number) - 1)::INTEGER AS place FROM named`);
  const numbers: string[] = [];
  for await (const rows of analytics.stream('SELECT number FROM trader ORDER BY place'))
    for (const { number } of rows) numbers.push(String(number));
  return { numbers, files };
}

/** Sales within a state; a number of a seller and day that came twice is one invoice, as it was received last. */
export const domestic = `
  SELECT seller, buyer, day, cents, vat_cents, file, "row" FROM invoices
  WHERE sound = 1 AND seller[1:2] = buyer[1:2]
  QUALIFY row_number() OVER (PARTITION BY seller, number, day ORDER BY received DESC, file DESC, "row" DESC) = 1`;

/** The first month of which anything is stated or declared, months since the year 0; null: none. */
export async function firstMonth(analytics: Analytics): Promise<number | null> {
  const [row] = await analytics.rows(`
    SELECT least((SELECT min(period_from) FROM supplies), (SELECT min(period_from) FROM acquisitions))::INTEGER AS first`);
  return row?.first === null || row?.first === undefined ? null : Number(row.first);
}

/** A column of numbers, as many as were counted before. */
type Numbers<Name extends string> = AsyncIterable<readonly Readonly<Record<Name, number>>[]>;

async function columnsOf<Name extends string>(
  analytics: Analytics,
  name: string,
  query: string,
): Promise<{ readonly count: number; readonly rows: Numbers<Name> }> {
  await analytics.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${query}`);
  const [counted] = await analytics.rows(`SELECT count(*)::INTEGER AS count FROM ${name}`);
  return { count: Number(counted?.count ?? 0), rows: analytics.stream(`FROM ${name}`) as Numbers<Name> };
}

const monthDay = (month: number) => `make_date(${Math.floor(month / 12)}, ${(month % 12) + 1}, 1)`;
const daysSince = (column: string, from: number) => `date_diff('day', ${monthDay(from)}, ${column})::INTEGER`;

/** A total of several months, laid evenly over them: what is left over by the cent is in the last. */
const monthly = (columns: string, source: string, { from, to }: KnownSpan) => `
  SELECT ${columns}, month - ${from} AS month, file, "row", (CASE WHEN month = period_to
    THEN cents - (period_to - period_from) * (cents // (period_to - period_from + 1))
    ELSE cents // (period_to - period_from + 1) END)::DOUBLE AS cents
  FROM (SELECT *, unnest(range(period_from, period_to + 1))::INTEGER AS month FROM ${source})
  WHERE month BETWEEN ${from} AND ${to}`;

export type SupplyColumn =
  | 'supplier'
  | 'acquirer'
  | 'month'
  | 'cents'
  | 'received'
  | 'correction'
  | 'superseded'
  | 'file'
  | 'row';

/** Lines of statements by month; the acquirer −1 where his number is unsound, `superseded` null where the line stands. */
export function listSupplies(analytics: Analytics, span: KnownSpan) {
  const { from } = span;
  return columnsOf<SupplyColumn>(
    analytics,
    'known_supplies',
    `SELECT s.place AS supplier, coalesce(a.place, -1) AS acquirer, month, cents, ${daysSince('received', from)} AS received,
      CASE correction WHEN 'replace' THEN 1 WHEN 'add' THEN 2 ELSE 0 END AS correction,
      ${daysSince('superseded', from)} AS superseded, f.place AS file, "row"
    FROM (${monthly('supplier, acquirer, sound, received, correction, superseded', 'supplies_lines', span)}) l
    JOIN trader s ON s.number = l.supplier JOIN file_place f ON f.file = l.file
    LEFT JOIN trader a ON l.sound = 1 AND a.number = l.acquirer
    ORDER BY month, supplier, acquirer, received, f.file, "row"`,
  );
}

/** Lines of returns by acquirer and month, each with what it adds to what stands: nothing where another took its place. */
export function listReturns(analytics: Analytics, span: KnownSpan) {
  return columnsOf<'trader' | 'month' | 'cents' | 'received' | 'file' | 'row'>(
    analytics,
    'known_returns',
    `SELECT t.place AS trader, month, CASE WHEN superseded IS NULL THEN cents ELSE 0 END AS cents,
      ${daysSince('received', span.from)} AS received, f.place AS file, "row"
    FROM (${monthly('acquirer, received, superseded', 'acquisitions_lines', span)}) l
    JOIN trader t ON t.number = l.acquirer JOIN file_place f ON f.file = l.file
    ORDER BY trader, month, received, f.file, "row"`,
  );
}

/** Sales at home by day. */
export function listSales(analytics: Analytics, { from, day }: KnownSpan) {
  return columnsOf<'seller' | 'buyer' | 'day' | 'cents' | 'vat' | 'file' | 'row'>(
    analytics,
    'known_sales',
    `SELECT s.place AS seller, b.place AS buyer, ${daysSince('day', from)} AS day, cents::DOUBLE AS cents,
      vat_cents::DOUBLE AS vat, f.place AS file, "row"
    FROM (${domestic}) l JOIN trader s ON s.number = l.seller JOIN trader b ON b.number = l.buyer
    JOIN file_place f ON f.file = l.file
    WHERE day BETWEEN ${monthDay(from)} AND DATE ${quoted(day)}
    ORDER BY day, seller, buyer, l.cents, f.file, "row"`,
  );
}

const endless = "DATE '9999-12-31'";

/**
 * Of each number the last time for which it was valid, as it was by that day: times that follow one another without a gap are one, and
 * of a first day that is told twice the one that has an end counts.
 */
export function listRegistrations(analytics: Analytics, { from, day }: KnownSpan) {
  return columnsOf<'trader' | 'since' | 'until' | 'owner' | 'file' | 'row'>(
    analytics,
    'known_registrations',
    `WITH told AS (
      SELECT number, valid_from, max(valid_until) AS valid_until, max(owner) AS owner,
        min(file) AS file, arg_min("row", file) AS "row"
      FROM registrations WHERE valid_from <= DATE ${quoted(day)} GROUP BY number, valid_from
    ),
    begun AS (
      SELECT *, coalesce(valid_from > max(coalesce(valid_until, ${endless})) OVER (PARTITION BY number
        ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins FROM told
    ),
    spans AS (SELECT *, sum(begins::INTEGER) OVER (PARTITION BY number ORDER BY valid_from) AS span FROM begun),
    last AS (SELECT number, max(span) AS span FROM spans GROUP BY number),
    owners AS (SELECT owner, dense_rank() OVER (ORDER BY owner) - 1 AS place FROM (SELECT DISTINCT owner FROM told WHERE owner IS NOT NULL))
    SELECT t.place AS trader, ${daysSince('min(valid_from)', from)} AS since,
      ${daysSince(`nullif(arg_max(coalesce(valid_until, ${endless}), valid_from), ${endless})`, from)} AS until,
      coalesce(max(o.place), -1)::INTEGER AS owner, min(f.place) AS file, arg_min("row", f.place) AS "row"
    FROM spans JOIN last USING (number, span) JOIN trader t USING (number) JOIN file_place f USING (file)
    LEFT JOIN owners o USING (owner) GROUP BY t.place ORDER BY trader`,
  );
}
