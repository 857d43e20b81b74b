import { sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { LoggedDecision } from '../deciding.ts';

export type Nonce = { readonly fingerprint: string; readonly nonce: string; readonly expires: number };

/** Which of them were not taken before, each by its place; of two that are the same the first. */
export async function takeNonces(tx: Transaction, nonces: readonly Nonce[]): Promise<ReadonlySet<number>> {
  if (nonces.length === 0) return new Set();
  const { rows } = await sql<{ place: string }>`
    with offered as (
      select distinct on (fingerprint, nonce) * from unnest(${nonces.map((one) => one.fingerprint)}::text[],
        ${nonces.map(({ nonce }) => nonce)}::text[], ${nonces.map(({ expires }) => jsDate(expires))}::timestamptz[])
        with ordinality as one (fingerprint, nonce, expires_at, place)
      order by fingerprint, nonce, place),
    taken as (
      insert into exchange.nonce (fingerprint, nonce, expires_at)
      select fingerprint, nonce, expires_at from offered order by fingerprint, nonce
      on conflict do nothing returning fingerprint, nonce)
    select place from offered join taken using (fingerprint, nonce)`.execute(tx);
  return new Set(rows.map(({ place }) => Number(place) - 1));
}

/** Forgets nonces whose signatures nobody would take any more. */
export async function dropNonces(tx: Transaction, before: number): Promise<void> {
  await sql`delete from exchange.nonce where expires_at < ${jsDate(before)}`.execute(tx);
}

export type Direction = 'asked' | 'received';
export type RequestRow = {
  readonly entry: string;
  readonly id: string;
  readonly direction: Direction;
  readonly register: string;
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly article: string | null;
  readonly operation: string;
  readonly provision: string | null;
  readonly purpose: string | null;
  readonly dataSet: string | null;
  readonly service: string | null;
  readonly officer: string | null;
  readonly caseReference: string | null;
  readonly asking: string | null;
  readonly allowed: boolean;
  readonly reasons: readonly unknown[];
  readonly feedSequence: number;
  readonly day: string;
  readonly decidedAt: number;
};

export async function insertRequests(tx: Transaction, rows: readonly RequestRow[]): Promise<void> {
  const columns = rows.map(({ decidedAt, ...row }) => ({
    entry: row.entry,
    id: row.id,
    direction: row.direction,
    register: row.register,
    from_party: row.from,
    to_party: row.to,
    instrument: row.instrument,
    article: row.article,
    operation: row.operation,
    provision: row.provision,
    purpose: row.purpose,
    data_set: row.dataSet,
    service: row.service,
    officer: row.officer,
    case_reference: row.caseReference,
    asking: row.asking,
    allowed: row.allowed,
    reasons: row.reasons,
    feed_sequence: row.feedSequence,
    day: row.day,
    decided_at: jsDate(decidedAt),
  }));
  await sql`insert into exchange.request
    select * from jsonb_populate_recordset(null::exchange.request, ${JSON.stringify(columns)}::jsonb)`.execute(
    tx,
  );
}

/** What was received under these ids, of each who asked the first: null where its payload was erased. */
export async function listReceived(
  tx: Transaction,
  ids: readonly string[],
): Promise<
  readonly { readonly id: string; readonly from: string; readonly payload: LoggedDecision | null }[]
> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; from: string; payload: LoggedDecision | null }>`
    select distinct on (request.id, from_party) request.id, from_party as "from", payload
    from exchange.request left join platform.journal_payload payload on payload.entry = request.entry
    where request.id = any(${ids}) and direction = 'received'
    order by request.id, from_party, request.entry`.execute(tx);
  return rows;
}

export const outcomes = ['content', 'empty', 'denied', 'failed', 'late'] as const;
export type Outcome = (typeof outcomes)[number];
export type AnswerRow = {
  readonly entry: string;
  readonly request: string;
  readonly outcome: Outcome;
  readonly detail: unknown;
  readonly stale: boolean;
  readonly at: number;
};

export async function insertAnswers(tx: Transaction, rows: readonly AnswerRow[]): Promise<void> {
  const columns = rows.map(({ request, at, ...row }) => ({
    ...row,
    request_entry: request,
    answered_at: jsDate(at),
  }));
  await sql`insert into exchange.answer
    select * from jsonb_populate_recordset(null::exchange.answer, ${JSON.stringify(columns)}::jsonb)`.execute(
    tx,
  );
}

/** Any constant will do as long as nothing else locks on it. */
const quotaLock = 7_206_116;

/** Until this transaction ends nobody else counts: of two who ask for the last place one has it. */
export async function lockQuotas(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${quotaLock})`.execute(tx);
}

/**
 * Questions received since a day by what a quota counts, of those that were allowed under one of some provisions, and those that are
 * not on record yet. A question that is put again is the same; what is asked now is not counted.
 */
export async function countUses(
  tx: Transaction,
  asked: {
    readonly register: string;
    readonly provisions: readonly string[];
    readonly from: string;
    readonly per: 'officer' | 'case' | 'service';
    readonly holder: string;
    readonly since: string;
    readonly id: string;
    readonly unrecorded: readonly string[];
  },
): Promise<number> {
  const column = { officer: 'officer', case: 'case_reference', service: 'service' }[asked.per];
  const { rows } = await sql<{ uses: string }>`
    select count(*) as uses from (
      select id from exchange.request
      where register = ${asked.register} and provision = any(${asked.provisions}) and direction = 'received' and allowed
        and from_party = ${asked.from} and day >= ${asked.since} and ${sql.ref(column)} = ${asked.holder}
      union select * from unnest(${asked.unrecorded}::text[])) as used
    where id <> ${asked.id}`.execute(tx);
  return Number(rows[0]?.uses ?? 0);
}

/** The last try of a question of this node that has not ended; null: there is none. */
export async function findUnended(
  tx: Transaction,
  id: string,
): Promise<{ readonly entry: string; readonly allowed: boolean } | null> {
  const { rows } = await sql<{ entry: string; allowed: boolean }>`
    select entry, allowed from exchange.request
    where id = ${id} and direction = 'asked'
      and not exists (select from exchange.answer where request_entry = request.entry)
    order by decided_at desc, entry desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

export type KnownTold = {
  readonly outcome: Outcome;
  readonly by: string | null;
  readonly failure: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly stale: boolean;
  /** Absent where there was none, or it was erased. */
  readonly content?: unknown;
};

/** How a question of this node ended; null: not yet. Of several tries the last. */
export async function findTold(tx: Transaction, id: string): Promise<KnownTold | null> {
  const { rows } = await sql<{
    outcome: Outcome;
    detail: {
      readonly by: string | null;
      readonly failure: string | null;
      readonly reasons: KnownTold['reasons'];
    };
    stale: boolean;
    payload: { readonly told: { readonly content?: unknown } } | null;
  }>`
    select outcome, detail, stale, payload
    from exchange.request join exchange.answer on request_entry = request.entry
    left join platform.journal_payload payload on payload.entry = answer.entry
    where request.id = ${id} and direction = 'asked'
      and not exists (select from exchange.outgoing where outgoing.id = request.id)
    order by answered_at desc, answer.entry desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { outcome, detail, stale, payload } = row;
  const content = payload?.told.content;
  return { outcome, ...detail, stale, ...(content === undefined ? {} : { content }) };
}
/** What the log keeps of every decision, in the order of their entries; null: it was erased. */
export async function listDecisions(
  tx: Transaction,
): Promise<readonly { readonly id: string; readonly payload: LoggedDecision | null }[]> {
  const { rows } = await sql<{ id: string; payload: LoggedDecision | null }>`
    select id, payload from platform.journal left join platform.journal_payload on entry = id
    where event in ('exchange.asked', 'exchange.decided') order by id`.execute(tx);
  return rows;
}
