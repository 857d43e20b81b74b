import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AccessRequest } from '../model.ts';
import { ask } from './ask.ts';
import type { Calls } from './call.ts';
import type { ExchangeNode } from './node.ts';

/** Where a node listens for questions that were left to be sent. */
export const outgoingChannel = 'exchange_outgoing';

export type Outgoing = {
  readonly register: string;
  readonly request: AccessRequest;
  readonly query: unknown;
  readonly group: string | null;
  readonly actor: string;
  /** Milliseconds, from when it is sent. */
  readonly budget: number;
  /** Until when it may wait for the other; null: it may not. In milliseconds since 1970. */
  readonly until: number | null;
};

/** Leaves a question to be sent when this transaction commits. */
export async function leaveQuestion(tx: Transaction, question: Outgoing, now: number): Promise<void> {
  const { register, request, query, group, actor, budget, until } = question;
  await sql`insert into exchange.outgoing (id, register, request, query, asking, actor, budget_ms, until, next_at)
    values (${request.id}, ${register}, ${canonicalJson(request)}::jsonb, ${canonicalJson(query ?? null)}::jsonb, ${group},
      ${actor}, ${budget}, ${until === null ? null : jsDate(until)}, ${jsDate(now)})`.execute(tx);
  await sql`select pg_notify(${outgoingChannel}, '')`.execute(tx);
}

type OutgoingRow = {
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

/** After a failure the next try waits this long, then twice as long, up to the last. Milliseconds. */
const [firstWait, longestWait] = [1_000, 5 * 60_000];

/**
 * Begins to send what waits, as many as asked for; each promise resolves when one has ended, whatever came of it. Who takes a
 * question has it for its budget and a moment: what a node that ended had under way is sent again by the next.
 */
export async function sendOutgoing(
  node: ExchangeNode,
  calls: Calls,
  { atMost, signal }: { readonly atMost: number; readonly signal: AbortSignal },
): Promise<readonly Promise<void>[]> {
  const now = node.clock.now().epochMilliseconds;
  const rows = await node.database.write(async (tx) => {
    const { rows: taken } = await sql<OutgoingRow>`
      update exchange.outgoing set tries = tries + 1,
        next_at = ${jsDate(now)}::timestamptz + (budget_ms + 10000) * interval '1 millisecond'
      where id in (select id from exchange.outgoing where next_at <= ${jsDate(now)}
        order by next_at limit ${atMost} for update skip locked)
      returning *`.execute(tx);
    return taken;
  });
  return rows.map((row) => sendOne(node, calls, row, signal));
}

async function sendOne(
  node: ExchangeNode,
  calls: Calls,
  { id, register, request, query, asking, actor, budget_ms, until, tries }: OutgoingRow,
  signal: AbortSignal,
): Promise<void> {
  const question = { register, request, query, group: asking, actor, budget: budget_ms };
  const { outcome, failure } = await ask(node, calls, question, signal);
  const now = node.clock.now().epochMilliseconds;
  const mayWait = until !== null && now < until.getTime();
  const again = outcome === 'late' || failure === 'unreachable' || failure === 'cancelled';
  await node.database.write(async (tx) => {
    if (again && mayWait) {
      const wait = Math.min(longestWait, firstWait * 2 ** Math.min(20, tries - 1));
      await sql`update exchange.outgoing set next_at = ${jsDate(now + wait)} where id = ${id}`.execute(tx);
    } else await sql`delete from exchange.outgoing where id = ${id}`.execute(tx);
  });
}
