import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Analytics } from '#platform/analytics.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { SupplyKind } from '../model.ts';
import { domestic } from '../scoring/store.ts';
import type { VatNumber } from '../vat-number.ts';
import type { KeptBridge } from './rules/answers.ts';
import type { TokenKey } from './tokens.ts';

type OfEpoch = Pick<TokenKey, 'instrument' | 'epoch' | 'until'>;

/** What was told of these pairs before in this epoch, whoever asked. */
export async function listKept(
  tx: Transaction,
  { instrument, epoch }: OfEpoch,
  pairs: readonly Omit<KeptBridge, 'told'>[],
): Promise<readonly KeptBridge[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<KeptBridge>`
    select acquirer, supplier, month, basis, told from vat.told_bridge
    join jsonb_to_recordset(${keysOf(pairs)}::jsonb)
      as asked (acquirer text, supplier text, month text, basis text)
      using (acquirer, supplier, month, basis)
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
  const rows = bridges.map(({ acquirer, supplier, month, basis, told }) => ({
    acquirer,
    supplier,
    month,
    basis,
    told,
  }));
  await sql`
    insert into vat.told_bridge (instrument, epoch, acquirer, supplier, month, basis, told, epoch_ends)
    select ${instrument}::text, ${epoch}::integer, acquirer, supplier, month, basis,
      nullif(told, 'null'::jsonb), ${until}::date
    from jsonb_to_recordset(${canonicalJson(rows)}::jsonb)
      as one (acquirer text, supplier text, month text, basis text, told jsonb)
    order by acquirer, supplier, month, basis
    on conflict do nothing`.execute(tx);
}

/** Forgets what was told in epochs that have ended by that day. */
export async function dropEndedBridges(tx: Transaction, today: PlainDate): Promise<void> {
  await sql`delete from vat.told_bridge where epoch_ends <= ${today}`.execute(tx);
}

function keysOf(pairs: readonly Omit<KeptBridge, 'told'>[]): string {
  return canonicalJson(
    pairs.map(({ acquirer, supplier, month, basis }) => ({ acquirer, supplier, month, basis })),
  );
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
