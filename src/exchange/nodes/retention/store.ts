import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';

/** What is kept of shared records, and its end. */

export type KeptRow = {
  readonly entry: string;
  readonly day: PlainDate;
  /** The instruments by which it was open. */
  readonly basis: readonly string[] | null;
};

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
      and not (direction = 'asked' and exists (select from exchange.outgoing where outgoing.id = request.id))
    order by day, request.entry`.execute(tx);
  return rows;
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
