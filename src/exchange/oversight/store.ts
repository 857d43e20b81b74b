import { type RawBuilder, sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Contract } from '../nodes/model.ts';
import type { Direction } from '../nodes/questions/store.ts';
import { readContract } from '../nodes/store.ts';
import { type Asked, erasedOf, ofSides, type Side } from '../requests/store.ts';
import type { Reason } from '../rules/decide.ts';

/** What people look at from above: contracts, keys, the copies of the law, and requests without what they brought. */

export type KeyEnd = { readonly at: number; readonly reason: 'superseded' | 'revoked' };

/** How keys ended, by fingerprint. */
export async function listKeyEnds(tx: Transaction): Promise<ReadonlyMap<string, KeyEnd>> {
  const { rows } = await sql<{ fingerprint: string; ends_at: Date; reason: KeyEnd['reason'] }>`
    select fingerprint, ends_at, reason from exchange.node_key_end`.execute(tx);
  return new Map(
    rows.map(({ fingerprint, ends_at, reason }) => [fingerprint, { at: ends_at.getTime(), reason }]),
  );
}

export type KeptContract = {
  readonly id: string;
  readonly contract: Contract;
  /** Null: it is in force. */
  readonly endedAt: number | null;
};

/** Every contract that was kept, also those that ended, newest first. */
export async function listContracts(tx: Transaction): Promise<readonly KeptContract[]> {
  const { rows } = await sql<{ id: string; note: string; ended_at: Date | null }>`
    select id, note, ended_at from exchange.contract left join exchange.contract_end on contract = id
    order by recorded_at desc, id`.execute(tx);
  return rows.flatMap(({ id, note, ended_at }) => {
    const contract = readContract(note);
    return contract === null ? [] : [{ id, contract, endedAt: ended_at?.getTime() ?? null }];
  });
}

/** Seconds after which this node's copy opened nothing, when it last decided by one; null: it never did. */
export async function findCopyLimit(tx: Transaction): Promise<number | null> {
  const { rows } = await sql<{ most: string | null }>`
    select payload->'seen'->'copy'->>'atMost' as most
    from exchange.request join platform.journal_payload payload on payload.entry = request.entry
    order by decided_at desc, request.entry desc limit 1`.execute(tx);
  return rows[0]?.most == null ? null : Number(rows[0].most);
}

/** How many checkpoints are kept, of all logs. */
export async function countCheckpoints(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ kept: string }>`select count(*) as kept from exchange.checkpoint`.execute(tx);
  return Number(rows[0]?.kept ?? 0);
}

/** The note of a log's kept checkpoint of a size. */
export async function findCheckpointNote(
  tx: Transaction,
  origin: string,
  size: string,
): Promise<string | null> {
  const { rows } = await sql<{ note: string }>`
    select note from exchange.checkpoint where origin = ${origin} and size::text = ${size}`.execute(tx);
  return rows[0]?.note ?? null;
}

/** A request as somebody judges it: who asked for whom, why, and what became of it. Never what was asked for or found. */
export type Judged = Asked & { readonly dataSet: string | null };

/** Which requests are meant. `until`: those that were decided by then, in milliseconds since 1970. */
export type Chosen = { readonly register: string; readonly sides: readonly Side[]; readonly until?: number };

/** Of several tries of one question the last that was decided until a moment, with how it ended. */
const lastTries = ({ register, sides, until }: Chosen): RawBuilder<unknown> => sql`
  select distinct on (direction, from_party, to_party, request.id) request.*,
    coalesce(outcome, 'waiting') as ended, answered_at, detail, stale, answer.entry as answer_entry, place,
    case when jsonb_array_length(coalesce(detail->'reasons', '[]')) > 0 then detail->'reasons' else reasons end as said
  from exchange.request left join exchange.answer on request_entry = request.entry
  left join platform.journal_sequence sequence on sequence.entry = request.entry
  where request.register = ${register} and ${ofSides(sides)}
    and (${until === undefined ? null : jsDate(until)}::timestamptz is null
      or decided_at <= ${until === undefined ? null : jsDate(until)})
  order by direction, from_party, to_party, request.id, decided_at desc, request.entry desc`;

export type Counted = {
  readonly direction: Direction;
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly article: string | null;
  readonly outcome: Asked['outcome'];
  readonly count: number;
};

/** Requests by direction, parties, article and outcome. */
export async function countOutcomes(tx: Transaction, asked: Chosen): Promise<readonly Counted[]> {
  const { rows } = await sql<Omit<Counted, 'count'> & { count: string }>`
    select direction, from_party as "from", to_party as "to", instrument, article, ended as outcome, count(*) as count
    from (${lastTries(asked)}) as request
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export type CountedReason = Omit<Counted, 'outcome'> & { readonly code: Reason['code'] };

/** Denials by the codes of their reasons; one that has several reasons counts under each. */
export async function countReasons(tx: Transaction, asked: Chosen): Promise<readonly CountedReason[]> {
  const { rows } = await sql<Omit<CountedReason, 'count'> & { count: string }>`
    select direction, from_party as "from", to_party as "to", instrument, article, reason->>'code' as code,
      count(distinct request.entry) as count
    from (${lastTries(asked)}) as request, jsonb_array_elements(said) as reason
    where ended = 'denied' group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export type MissingAgreement = {
  /** `2026-11`. */
  readonly month: string;
  readonly instrument: string;
  /** The article that asks for the agreement. */
  readonly article: string;
  readonly one: string;
  readonly other: string;
  readonly count: number;
};

/** Questions that were denied for want of an agreement, each once, whichever of the two nodes said so. Newest month first. */
export async function countMissingAgreements(
  tx: Transaction,
  asked: Chosen,
): Promise<readonly MissingAgreement[]> {
  const { rows } = await sql<Omit<MissingAgreement, 'count'> & { count: string }>`
    select to_char(day, 'YYYY-MM') as month, reason->>'instrument' as instrument, reason->>'article' as article,
      reason->'parties'->>0 as one, reason->'parties'->>1 as other,
      count(distinct (from_party, to_party, request.id)) as count
    from (${lastTries(asked)}) as request, jsonb_array_elements(said) as reason
    where ended = 'denied' and reason->>'code' = 'no_agreement'
    group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4, 5`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

type Row = Omit<
  Judged,
  'reasons' | 'outcome' | 'decidedAt' | 'endedAt' | 'place' | 'failure' | 'by' | 'erased'
> & {
  readonly said: readonly Reason[];
  readonly ended: Asked['outcome'];
  readonly decided_at: Date;
  readonly answered_at: Date | null;
  readonly detail: { readonly failure?: string | null; readonly by?: string | null } | null;
  readonly place: string | null;
} & Parameters<typeof erasedOf>[0];

const judged = (all: Row): Judged => {
  const { said, ended, decided_at, answered_at, detail, place, stale, erased_on, retention_days, ...row } =
    all;
  return {
    ...row,
    erased: erasedOf({ erased_on, retention_days }),
    stale: stale ?? false,
    reasons: ended === 'denied' ? said : [],
    outcome: ended,
    failure: detail?.failure ?? null,
    by: detail?.by ?? null,
    decidedAt: decided_at.toISOString(),
    endedAt: answered_at?.toISOString() ?? null,
    place: place === null ? null : Number(place),
  };
};

const columns = sql`entry, id, direction, from_party as "from", to_party as "to", instrument, article, operation, provision,
  purpose, data_set as "dataSet", service, officer, case_reference as "caseReference", asking, allowed, feed_sequence as feed,
  said, ended, detail, stale, answer_entry as "answerEntry", decided_at, answered_at, place,
  erased_on, retention_days`;

/**
 * Some requests by chance: the same seed over the same requests draws the same. Which they are follows from a hash of seed and
 * entry, so that nobody who enters a request can know whether it will be drawn.
 */
export async function sampleRequests(
  tx: Transaction,
  asked: Chosen,
  { size, seed }: { readonly size: number; readonly seed: string },
): Promise<readonly Judged[]> {
  const { rows } = await sql<Row>`
    select ${columns} from (${lastTries(asked)}) as request
    order by sha256(convert_to(${seed}::text || ' ' || entry::text, 'UTF8')) limit ${size}`.execute(tx);
  return rows.map(judged);
}

/** The newest requests of some sides. */
export async function listRequests(
  tx: Transaction,
  asked: Chosen,
  limit: number,
): Promise<readonly Judged[]> {
  const { rows } = await sql<Row>`
    select ${columns} from (${lastTries(asked)}) as request order by decided_at desc, entry desc limit ${limit}`.execute(
    tx,
  );
  return rows.map(judged);
}

/** The request whose decision an entry of the journal holds, of whichever try; null: it holds none of these sides. */
export async function findRequest(
  tx: Transaction,
  { register, sides }: Chosen,
  entry: string,
): Promise<Pick<Judged, 'id' | 'direction' | 'from' | 'to' | 'instrument' | 'place'> | null> {
  const { rows } = await sql<
    Pick<Judged, 'id' | 'direction' | 'from' | 'to' | 'instrument'> & { place: string | null }
  >`
    select id, direction, from_party as "from", to_party as "to", instrument, place
    from exchange.request left join platform.journal_sequence sequence on sequence.entry = request.entry
    where request.register = ${register} and request.entry::text = ${entry} and ${ofSides(sides)}`.execute(
    tx,
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, place: row.place === null ? null : Number(row.place) };
}
