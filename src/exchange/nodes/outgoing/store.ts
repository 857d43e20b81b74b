import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AccessRequest } from '../../model.ts';
import type { Outgoing } from '../outgoing.ts';

/** Questions that wait to be sent. */

/** Nodes that listen there are told when this transaction commits. */
export async function insertOutgoing(
  tx: Transaction,
  { register, request, query, group, actor, budget, until }: Outgoing,
  { now, channel }: { readonly now: number; readonly channel: string },
): Promise<void> {
  await sql`insert into exchange.outgoing (id, register, request, query, asking, actor, budget_ms, until, next_at)
    values (${request.id}, ${register}, ${canonicalJson(request)}::jsonb, ${canonicalJson(query ?? null)}::jsonb, ${group},
      ${actor}, ${budget}, ${until === null ? null : jsDate(until)}, ${jsDate(now)})`.execute(tx);
  await sql`select pg_notify(${channel}, '')`.execute(tx);
}

export type OutgoingRow = {
  readonly id: string;
  readonly register: string;
  readonly request: AccessRequest;
  readonly query: unknown;
  readonly asking: string | null;
  readonly actor: string;
  readonly budget_ms: number;
  readonly until: Date | null;
  readonly tries: number;
};

/** Takes those that are due, each for its budget and a moment: nobody else takes it meanwhile. */
export async function takeOutgoing(
  tx: Transaction,
  now: number,
  atMost: number,
): Promise<readonly OutgoingRow[]> {
  const { rows } = await sql<OutgoingRow>`
    update exchange.outgoing set tries = tries + 1,
      next_at = ${jsDate(now)}::timestamptz + (budget_ms + 10000) * interval '1 millisecond'
    where id in (select id from exchange.outgoing where next_at <= ${jsDate(now)}
      order by next_at limit ${atMost} for update skip locked)
    returning *`.execute(tx);
  return rows;
}

export async function putOffOutgoing(tx: Transaction, id: string, until: number): Promise<void> {
  await sql`update exchange.outgoing set next_at = ${jsDate(until)} where id = ${id}`.execute(tx);
}

export async function dropOutgoing(tx: Transaction, id: string): Promise<void> {
  await sql`delete from exchange.outgoing where id = ${id}`.execute(tx);
}
