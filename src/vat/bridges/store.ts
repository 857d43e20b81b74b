import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
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
