import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Analytics } from '#platform/analytics.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { SupplyKind } from '../model.ts';
import { domestic } from '../scoring/store.ts';
import type { VatNumber } from '../vat-number.ts';
import { monthsOf } from './holdings.ts';
import type { StatementRow } from './model.ts';
import type { KeptBridge } from './rules/answers.ts';
import type { Months, ToldStatements } from './rules/statements.ts';
import type { TokenKey } from './tokens.ts';

type OfEpoch = Pick<TokenKey, 'instrument' | 'epoch' | 'until'>;

/** What was told of these pairs before in this epoch, whoever asked. */
export async function listKept(
  tx: Transaction,
  { instrument, epoch }: OfEpoch,
  pairs: readonly Omit<KeptBridge, 'told'>[],
): Promise<readonly KeptBridge[]> {
  if (pairs.length === 0) return [];
  const keys = pairs.map(({ acquirer, supplier, month }) => ({ acquirer, supplier, month }));
  const { rows } = await sql<KeptBridge>`
    select acquirer, supplier, month, told from vat.told_bridge
    join jsonb_to_recordset(${canonicalJson(keys)}::jsonb)
      as asked (acquirer text, supplier text, month text)
      using (acquirer, supplier, month)
    where instrument = ${instrument} and epoch = ${epoch}`.execute(tx);
  return rows;
}

/** Of two who tell of the same pair at once the first is kept: both then tell what stands here. */
export async function keepBridges(
  tx: Transaction,
  { instrument, epoch, until }: OfEpoch,
  bridges: readonly KeptBridge[],
): Promise<void> {
  if (bridges.length === 0) return;
  const rows = bridges.map(({ acquirer, supplier, month, told }) => ({ acquirer, supplier, month, told }));
  await sql`
    insert into vat.told_bridge (instrument, epoch, acquirer, supplier, month, told, epoch_ends)
    select ${instrument}::text, ${epoch}::integer, acquirer, supplier, month, nullif(told, 'null'::jsonb),
      ${until}::date
    from jsonb_to_recordset(${canonicalJson(rows)}::jsonb)
      as one (acquirer text, supplier text, month text, told jsonb)
    order by acquirer, supplier, month
    on conflict do nothing`.execute(tx);
}

export type ToldOfEpoch = Omit<ToldStatements, 'rows'>;

/** Null: nothing was told of statements outside of cases yet. */
export async function findTold(tx: Transaction, { instrument, epoch }: OfEpoch): Promise<ToldOfEpoch | null> {
  const { rows } = await sql<ToldOfEpoch>`select digits, withheld from vat.told_statements
    where instrument = ${instrument} and epoch = ${epoch}`.execute(tx);
  return rows[0] ?? null;
}

/** Rows of a statement of the database. */
const batch = 10_000;

/** Of two who tell at once the first is kept. */
export async function keepTold(
  tx: Transaction,
  { instrument, epoch, until }: OfEpoch,
  { rows, digits, withheld }: ToldStatements,
): Promise<void> {
  const { rows: kept } = await sql`
    insert into vat.told_statements (instrument, epoch, digits, withheld, epoch_ends)
    values (${instrument}, ${epoch}, ${digits}, ${withheld}, ${until}::date)
    on conflict do nothing returning epoch`.execute(tx);
  if (kept.length === 0) return;
  for (let first = 0; first < rows.length; first += batch) {
    const some = rows.slice(first, first + batch);
    const column = (key: 'supplier' | 'acquirer' | 'kind' | 'period') => some.map((row) => row[key]);
    const months = some.map(({ period }) => monthsOf(period));
    await sql`
      insert into vat.told_statement (instrument, epoch, place, supplier, acquirer, kind, period, first_month,
        last_month, cents)
      select ${instrument}::text, ${epoch}::integer, ${first}::integer + place - 1, supplier, acquirer, kind, period,
        first_month, last_month, cents
      from unnest(${column('supplier')}::text[], ${column('acquirer')}::text[], ${column('kind')}::text[],
          ${column('period')}::text[], ${months.map(({ from }) => from)}::integer[],
          ${months.map(({ to }) => to)}::integer[], ${some.map(({ cents }) => cents)}::bigint[])
        with ordinality as row (supplier, acquirer, kind, period, first_month, last_month, cents, place)`.execute(
      tx,
    );
  }
}

/** Rows that were told of some months, a page of them. */
export async function listTold(
  tx: Transaction,
  { instrument, epoch }: OfEpoch,
  months: Months,
  { after, count }: { readonly after: number; readonly count: number },
): Promise<readonly StatementRow[]> {
  const { rows } = await sql<Omit<StatementRow, 'exact' | 'cents'> & { readonly cents: string }>`
    select supplier, acquirer, kind, period, cents::text from vat.told_statement
    where instrument = ${instrument} and epoch = ${epoch}
      and first_month <= ${monthsOf(months.until).to} and last_month >= ${monthsOf(months.from).from}
    order by place offset ${after} limit ${count}`.execute(tx);
  return rows.map((row) => ({ ...row, cents: Number(row.cents), exact: false }));
}

/** Forgets what was told in epochs that have ended by that day. */
export async function dropEnded(tx: Transaction, today: PlainDate): Promise<void> {
  await sql`delete from vat.told_bridge where epoch_ends <= ${today}`.execute(tx);
  await sql`delete from vat.told_statements where epoch_ends <= ${today}`.execute(tx);
}

/** Months of statements and invoices that a gateway answers from: as many as anybody asks of, and a year before. */
const heldMonths = 36;

export type HeldRow = {
  readonly supplier: VatNumber;
  readonly acquirer: VatNumber;
  readonly kind: SupplyKind;
  readonly from: number;
  readonly to: number;
  readonly cents: number;
};

/**
 * Statements as they stand that a state may see: of its own suppliers, and of those of others to its acquirers. Without those of a year,
 * of which nothing is told.
 */
export function listHeldSupplies(analytics: Analytics, state: string): AsyncIterable<readonly HeldRow[]> {
  return analytics.stream(
    `SELECT supplier, acquirer, kind, period_from AS "from", period_to AS "to", cents::DOUBLE AS cents
    FROM supplies_standing
    WHERE sound = 1 AND cents <> 0 AND period_to - period_from < 11 AND (supplier[1:2] = $state OR acquirer[1:2] = $state)
      AND period_to > (SELECT max(period_to) FROM supplies) - ${heldMonths}
    ORDER BY ALL`,
    { state },
  ) as AsyncIterable<readonly HeldRow[]>;
}

export type HeldSale = {
  readonly seller: VatNumber;
  readonly buyer: VatNumber;
  /** Since the first of January 2000. */
  readonly day: number;
  readonly cents: number;
};

export function listHeldSales(analytics: Analytics, state: string): AsyncIterable<readonly HeldSale[]> {
  return analytics.stream(
    `SELECT seller, buyer, date_diff('day', DATE '2000-01-01', day)::INTEGER AS day, cents::DOUBLE AS cents
    FROM (${domestic}) WHERE seller[1:2] = $state
      AND day > (SELECT max(day) FROM invoices) - INTERVAL ${heldMonths} MONTHS
    ORDER BY ALL`,
    { state },
  ) as AsyncIterable<readonly HeldSale[]>;
}
