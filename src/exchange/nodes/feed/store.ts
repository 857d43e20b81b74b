import { sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';

export type FeedState = {
  /** Which of the copies that this node has followed, from 1; all but the last were left. */
  readonly copy: number;
  readonly sequence: number;
  readonly saidAt: number;
};

/** The copy of a register's law that is followed now. */
const lastCopy = (register: string) =>
  sql`(select coalesce(max(copy), 1) from exchange.feed_copy where register = ${register})`;

/** How far the feed of a register goes that is followed now; null: nothing was heard of it yet. */
export async function findFeedState(tx: Transaction, register: string): Promise<FeedState | null> {
  const { rows } = await sql<{ copy: number; sequence: number; said_at: Date }>`
    select copy, sequence, said_at from exchange.feed_head
    where register = ${register} and copy = ${lastCopy(register)}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { copy: row.copy, sequence: row.sequence, saidAt: row.said_at.getTime() };
}

/** From now on another copy is followed, of which nothing is there yet; the one before stays as it is. */
export async function beginFeedCopy(
  tx: Transaction,
  begun: { readonly register: string; readonly copy: number; readonly reason: string; readonly now: number },
): Promise<void> {
  await sql`insert into exchange.feed_copy (register, copy, begun_at, reason)
    values (${begun.register}, ${begun.copy}, ${jsDate(begun.now)}, ${begun.reason})`.execute(tx);
}

export async function saveFeedHead(
  tx: Transaction,
  head: {
    readonly register: string;
    readonly note: string;
    readonly sequence: number;
    readonly saidAt: number;
  },
): Promise<void> {
  await sql`insert into exchange.feed_head (register, copy, note, sequence, said_at)
    values (${head.register}, ${lastCopy(head.register)}, ${head.note}, ${head.sequence}, ${jsDate(head.saidAt)})
    on conflict (register, copy) do update set note = excluded.note, sequence = excluded.sequence, said_at = excluded.said_at
    where (feed_head.sequence, feed_head.said_at) < (excluded.sequence, excluded.said_at)`.execute(tx);
}

/** Any constant will do as long as nothing else locks on it. */
const publisherLock = 7_206_115;

/** One publisher at a time. */
export async function lockFeeds(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${publisherLock})`.execute(tx);
}

/** Notes of items after a sequence number, in order; `copy`: of one that was left; `bytes`: no more than that, but one. */
export async function listFeedItems(
  tx: Transaction,
  register: string,
  {
    after,
    limit = 1_000_000,
    copy,
    bytes,
  }: { readonly after: number; readonly limit?: number; readonly copy?: number; readonly bytes?: number },
): Promise<readonly { readonly sequence: number; readonly note: string }[]> {
  const { rows } = await sql<{ sequence: number; note: string }>`
    select sequence, note from (
      select sequence, note, octet_length(note) as own, sum(octet_length(note)) over (order by sequence) as total
      from exchange.feed_item
      where register = ${register} and copy = ${copy ?? lastCopy(register)} and sequence > ${after}
      order by sequence limit ${limit}) as item
    where ${bytes ?? null}::bigint is null or total <= ${bytes ?? null} or total = own
    order by sequence`.execute(tx);
  return rows;
}

export async function insertFeedItem(
  tx: Transaction,
  item: { readonly register: string; readonly sequence: number; readonly note: string; readonly now: number },
): Promise<void> {
  await sql`insert into exchange.feed_item (register, copy, sequence, note, recorded_at)
    values (${item.register}, ${lastCopy(item.register)}, ${item.sequence}, ${item.note}, ${jsDate(item.now)})`.execute(
    tx,
  );
}
