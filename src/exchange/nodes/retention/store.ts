import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AskedBy } from '../../rules/retention.ts';

/** What is kept of shared records, and its end. */

export type KeptRow = {
  readonly entry: string;
  readonly day: PlainDate;
  /** The instruments by which it was open. */
  readonly basis: readonly string[] | null;
};

/** No longer under way: not to be asked again. */
const ended = sql`not (direction = 'asked' and exists (select from exchange.outgoing where outgoing.id = request.id))`;

/** Questions that were allowed under a provision until a day and are not erased; not those that are still under way. */
export async function listKept(
  tx: Transaction,
  asked: { readonly register: string; readonly provision: string; readonly until: PlainDate },
): Promise<readonly KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select request.entry, day, payload->'decision'->'basis' as basis
    from exchange.request left join platform.journal_payload payload on payload.entry = request.entry
    where register = ${asked.register} and provision = ${asked.provision} and day <= ${asked.until}
      and erased_on is null
      and ${ended}
    order by day, request.entry`.execute(tx);
  return rows;
}

/** By what those asked that were denied and are not erased, each once. */
export async function listDeniedAsked(tx: Transaction, register: string): Promise<readonly AskedBy[]> {
  const { rows } = await sql<AskedBy>`
    select distinct instrument, article, operation from exchange.request
    where register = ${register} and provision is null and erased_on is null
    order by instrument, article, operation`.execute(tx);
  return rows;
}

/** Entries of questions that asked by one of these, were denied until its day and are not erased, each with the place of its words. */
export async function listKeptDenied(
  tx: Transaction,
  register: string,
  asked: readonly (AskedBy & { readonly until: PlainDate })[],
): Promise<readonly { readonly entry: string; readonly place: number }[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<{ entry: string; place: string }>`
    select request.entry, place from exchange.request
    join unnest(${asked.map(({ instrument }) => instrument)}::text[], ${asked.map(({ article }) => article)}::text[],
      ${asked.map(({ operation }) => operation)}::text[], ${asked.map(({ until }) => until)}::date[])
      with ordinality as one (instrument, article, operation, until, place)
      on one.instrument = request.instrument and one.article is not distinct from request.article
        and one.operation = request.operation and day <= one.until
    where register = ${register} and provision is null and erased_on is null and ${ended}
    order by day, request.entry`.execute(tx);
  return rows.map(({ entry, place }) => ({ entry, place: Number(place) - 1 }));
}

/**
 * Erases questions with their answers: payload and salt of the entries of both, and what their rows tell of persons. To be called as
 * the role of retention. Returns how many it were, without those that somebody else erased meanwhile.
 */
export async function eraseRequests(
  tx: Transaction,
  entries: readonly string[],
  {
    day,
    days,
    left,
  }: { readonly day: PlainDate; readonly days: number; readonly left: (detail: unknown) => unknown },
): Promise<{ readonly requests: number; readonly payloads: number }> {
  const erased = await sql<{ entry: string }>`
    update exchange.request set officer = null, case_reference = null, service = null, erased_on = ${day}, retention_days = ${days}
    where entry = any(${entries}::uuid[]) and erased_on is null returning entry`.execute(tx);
  const requests = erased.rows.map(({ entry }) => entry);
  const answers = await sql<{ entry: string; detail: unknown }>`
    select entry, detail from exchange.answer where request_entry = any(${requests}::uuid[])`.execute(tx);
  await sql`
    update exchange.answer set detail = one.detail
    from unnest(${answers.rows.map(({ entry }) => entry)}::uuid[],
      ${answers.rows.map(({ detail }) => canonicalJson(left(detail)))}::jsonb[]) as one (entry, detail)
    where answer.entry = one.entry`.execute(tx);
  const payloads = await sql`
    delete from platform.journal_payload
    where entry = any(${[...requests, ...answers.rows.map(({ entry }) => entry)]}::uuid[])`.execute(tx);
  return { requests: requests.length, payloads: Number(payloads.numAffectedRows ?? 0n) };
}
