import type { PlainDate } from '#kernel/dates.ts';
import { type Analytics, type Cell, quoted } from '#platform/analytics.ts';
import { isExchanged, mayOpen, openBy } from '../cases/rules/may-open.ts';
import type { TakenFile } from '../intake/receipts.ts';
import { storedColumnsOf } from '../intake/row-reader.ts';
import { rowsOf, supersededOver } from '../intake/standing-rows.ts';
import { prefixOf } from '../vat-number.ts';
import type { TraderLife } from './rules/months.ts';
import type { Flow } from './rules/neighbourhood.ts';
import type { RowRef } from './rules/row-ref.ts';

/** What is looked at, by whom and as of when. */
export type Looked = {
  readonly folder: string;
  /** Whose people look. */
  readonly party: string;
  /** Statements of all, and what else the reader's own state took. */
  readonly receipts: readonly TakenFile[];
  /** First and last month, months since the year 0. */
  readonly from: number;
  readonly to: number;
  /** What was received by then. */
  readonly day: PlainDate;
};

/** Flows of one question at the most: the largest. */
const mostFlows = 600;

const listOf = (texts: readonly string[]) => (texts.length === 0 ? "''" : texts.map(quoted).join(', '));
const monthDay = (month: number) => `make_date(${Math.floor(month / 12)}, ${(month % 12) + 1}, 1)`;

/** Lines of statements that touch some traders, what stands of each after corrections; a quarter laid evenly over its months. */
function statedOf(looked: Looked, traders: readonly string[]): string {
  const { folder, receipts, from, to, day } = looked;
  const names = listOf(traders);
  return `
    WITH lines AS (
      SELECT *, ${supersededOver('supplier, acquirer, kind, period_from, period_to')} AS superseded
      FROM (${rowsOf(folder, receipts, 'supplies')})
      WHERE sound = 1 AND received <= DATE ${quoted(day)} AND period_to >= ${from} AND period_from <= ${to}
        AND (supplier IN (${names}) OR acquirer IN (${names})) AND ${openLines(looked)}
    )
    SELECT supplier, acquirer, month, cents / (period_to - period_from + 1) AS cents
    FROM (SELECT *, unnest(range(period_from, period_to + 1))::INTEGER AS month FROM lines WHERE superseded IS NULL)
    WHERE month BETWEEN ${from} AND ${to}`;
}

/** Lines of statements that the party may open: `mayOpen`, asked of all at once. */
export function openLines({ party, receipts }: Pick<Looked, 'party' | 'receipts'>): string {
  const { own, sides } = openBy(party);
  const files = receipts.filter(({ kind, state }) => kind === 'supplies' && state === own);
  const ofState = sides.map((side) => `coalesce(starts_with(${side}, ${quoted(own)}), false)`);
  return `(${[`file IN (${listOf(files.map(({ sha256 }) => sha256))})`, ...ofState].join(' OR ')})`;
}

/** Of some traders the flows that the reader may see, of each two the sum; the largest first. Sales at home are those of the reader's own state. */
export async function listFlows(
  analytics: Analytics,
  looked: Looked,
  traders: readonly string[],
): Promise<readonly Flow[]> {
  const { folder, receipts, from, to, day } = looked;
  const names = listOf(traders);
  const found = await analytics.rows(`
    SELECT * FROM (
      SELECT supplier AS "from", acquirer AS "to", sum(cents)::DOUBLE AS cents, 'supply' AS kind
      FROM (${statedOf(looked, traders)}) GROUP BY ALL
      UNION ALL
      SELECT seller, buyer, sum(cents)::DOUBLE, 'sale' FROM (
        SELECT seller, buyer, cents FROM (${rowsOf(folder, receipts, 'invoices')})
        WHERE sound = 1 AND seller[1:2] = buyer[1:2] AND received <= DATE ${quoted(day)}
          AND day >= ${monthDay(from)} AND day < ${monthDay(to + 1)}
          AND (seller IN (${names}) OR buyer IN (${names}))
        QUALIFY row_number() OVER (PARTITION BY seller, number, day ORDER BY received DESC, file DESC, "row" DESC) = 1
      ) GROUP BY ALL
    ) WHERE cents > 0 ORDER BY cents DESC, "from", "to", kind LIMIT ${mostFlows}`);
  return found.map((row) => ({
    from: String(row.from),
    to: String(row.to),
    cents: Math.round(Number(row.cents)),
    kind: row.kind === 'sale' ? 'sale' : 'supply',
  }));
}

const perMonth = (rows: readonly Readonly<Record<string, Cell>>[], column: string) =>
  new Map(
    rows.flatMap((row) =>
      row[column] === null ? [] : [[Number(row.month), Math.round(Number(row[column]))] as const],
    ),
  );

/** What is stated of a trader month by month, what he declared, and when his number was valid. */
export async function findLife(analytics: Analytics, looked: Looked, trader: string): Promise<TraderLife> {
  const { folder, receipts, from, to, day } = looked;
  const who = quoted(trader);
  const stated = await analytics.rows(`
    SELECT month, sum(cents) FILTER (acquirer = ${who})::DOUBLE AS inflow,
      sum(cents) FILTER (supplier = ${who})::DOUBLE AS outflow
    FROM (${statedOf(looked, [trader])}) GROUP BY month`);
  const state = trader.slice(0, 2);
  const known = receipts.some((one) => one.kind === 'acquisitions' && one.state === state);
  const acquisitions = `(${rowsOf(folder, receipts, 'acquisitions')})
    WHERE received <= DATE ${quoted(day)} AND period_to >= ${from} AND period_from <= ${to}`;
  const covered = await analytics.rows(`
    SELECT DISTINCT unnest(range(period_from, period_to + 1))::INTEGER AS month FROM ${acquisitions}
      AND acquirer[1:2] = ${quoted(state)}`);
  const declared = await analytics.rows(`
    WITH lines AS (
      SELECT *, ${supersededOver('kind, period_from, period_to')} AS superseded FROM ${acquisitions} AND acquirer = ${who}
    )
    SELECT month, sum(cents / (period_to - period_from + 1))::DOUBLE AS declared
    FROM (SELECT *, unnest(range(period_from, period_to + 1))::INTEGER AS month FROM lines WHERE superseded IS NULL)
    GROUP BY month`);
  const [number] = await analytics.rows(`
    SELECT strftime(valid_from, '%Y-%m-%d') AS since, strftime(valid_until, '%Y-%m-%d') AS until, reason
    FROM (${rowsOf(folder, receipts, 'registrations')})
    WHERE number = ${who} AND valid_from <= DATE ${quoted(day)} ORDER BY valid_from DESC LIMIT 1`);
  const isOver = typeof number?.until === 'string' && number.until <= day;
  return {
    inflow: perMonth(stated, 'inflow'),
    outflow: perMonth(stated, 'outflow'),
    declared: perMonth(declared, 'declared'),
    covered: known ? new Set(covered.map(({ month }) => Number(month))) : null,
    registered: typeof number?.since === 'string' ? number.since : null,
    ended: isOver
      ? { on: String(number.until), reason: typeof number.reason === 'string' ? number.reason : null }
      : null,
  };
}

export type OpenedRow = {
  readonly ref: RowRef;
  /** By the names of stored columns; days as dates, months since the year 0, cents. */
  readonly values: Readonly<Record<string, string | number | null>>;
};

/** Rows of files that were taken in, in the order of `refs`; one that the party's people may not open is not among them. */
export async function openRows(
  analytics: Analytics,
  { folder, receipts, party }: Pick<Looked, 'folder' | 'receipts' | 'party'>,
  refs: readonly RowRef[],
): Promise<readonly OpenedRow[]> {
  const opened = new Map<string, OpenedRow>();
  for (const [file, same] of Map.groupBy(refs, (ref) => `${ref.kind} ${ref.file}`)) {
    const [first] = same;
    // The same file may have been taken in for two states: what the reader's own took opens whole.
    const taken = receipts.filter(({ kind, sha256 }) => first?.kind === kind && first.file === sha256);
    const receipt = taken.find(({ state }) => state === prefixOf(party)) ?? taken[0];
    if (receipt === undefined || first === undefined) continue;
    const columns = storedColumnsOf(first.kind).map(([name, type]) =>
      type === 'DATE' ? `strftime("${name}", '%Y-%m-%d') AS "${name}"` : `"${name}"`,
    );
    const found = await analytics.rows(
      `SELECT ${columns.join(', ')} FROM (${rowsOf(folder, [receipt], first.kind)})
       WHERE "row" IN (${same.map(({ row }) => Math.trunc(row)).join(', ')})`,
    );
    for (const row of found) {
      const { state, kind } = receipt;
      if (!mayOpen(party, { state, kind, supplier: row.supplier, acquirer: row.acquirer })) continue;
      const values = Object.entries(row).map(
        ([name, cell]) =>
          [name, typeof cell === 'bigint' ? Number(cell) : (cell as string | number | null)] as const,
      );
      const ref = { kind: first.kind, file: first.file, row: Number(row.row) };
      opened.set(`${file} ${ref.row}`, { ref, values: Object.fromEntries(values) });
    }
  }
  return refs.flatMap(({ kind, file, row }) => opened.get(`${kind} ${file} ${row}`) ?? []);
}

/** Files with rows that a party's analyst may open: which of their rows, `mayOpen` says. */
export const openTo = (receipts: readonly TakenFile[], party: string): readonly TakenFile[] =>
  receipts.filter(({ kind, state }) => isExchanged(kind) || state === prefixOf(party));
