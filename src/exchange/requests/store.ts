import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AccessRequest } from '../model.ts';
import type { Direction, Outcome } from '../nodes/questions/store.ts';
import type { Reason } from '../rules/decide.ts';
import type { Chosen, Counted } from './rules/chosen.ts';

/** A question as this node knows it. `waiting`: it has not ended, and may not even have left. */
export type Asked = {
  readonly entry: string;
  readonly id: string;
  readonly direction: Direction;
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
  readonly reasons: readonly Reason[];
  readonly feed: number;
  /** ISO 8601. */
  readonly decidedAt: string;
  /** The same by the clock of the union's time zone: periods are counted from it. */
  readonly decidedOn: PlainDate;
  readonly outcome: Outcome | 'waiting';
  readonly endedAt: string | null;
  /** Why it failed, as a code. */
  readonly failure: string | null;
  /** The node that told the outcome; null: none did. */
  readonly by: string | null;
  readonly stale: boolean;
  readonly place: number | null;
  /** Of the entry that has the answer; null where there is none. */
  readonly answerEntry: string | null;
  /** When and after how many days what it told of persons, and what was asked and answered, was erased; null: it is kept. */
  readonly erased: Erased | null;
};
export type Erased = { readonly on: PlainDate; readonly days: number };

/** Whose questions are meant: those that a party asked, or those that were put to it. */
export type Side = { readonly direction: Direction; readonly party: string };

type Row = {
  readonly entry: string;
  readonly id: string;
  readonly direction: Direction;
  readonly from_party: string;
  readonly to_party: string;
  readonly instrument: string;
  readonly article: string | null;
  readonly operation: string;
  readonly provision: string | null;
  readonly purpose: string | null;
  readonly data_set: string | null;
  readonly service: string | null;
  readonly officer: string | null;
  readonly case_reference: string | null;
  readonly asking: string | null;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  readonly feed_sequence: number;
  readonly decided_at: Date;
  readonly day: PlainDate;
  readonly outcome: Outcome | null;
  readonly answered_at: Date | null;
  readonly detail: {
    readonly by?: string | null;
    readonly failure?: string | null;
    readonly reasons?: readonly Reason[];
  } | null;
  readonly stale: boolean | null;
  readonly place: string | null;
  readonly answer_entry: string | null;
} & ErasedRow;

type ErasedRow = { readonly erased_on: PlainDate | null; readonly retention_days: number | null };

export function erasedOf({ erased_on: on, retention_days: days }: ErasedRow): Erased | null {
  return on === null || days === null ? null : { on, days };
}

function askedOf(row: Row): Asked {
  const { detail } = row;
  const told = detail?.reasons ?? [];
  return {
    entry: row.entry,
    id: row.id,
    direction: row.direction,
    from: row.from_party,
    to: row.to_party,
    instrument: row.instrument,
    article: row.article,
    operation: row.operation,
    provision: row.provision,
    purpose: row.purpose,
    dataSet: row.data_set,
    service: row.service,
    officer: row.officer,
    caseReference: row.case_reference,
    asking: row.asking,
    allowed: row.allowed,
    reasons: told.length > 0 ? told : row.reasons,
    feed: row.feed_sequence,
    decidedAt: row.decided_at.toISOString(),
    decidedOn: row.day,
    outcome: row.outcome ?? 'waiting',
    endedAt: row.answered_at?.toISOString() ?? null,
    failure: detail?.failure ?? null,
    by: detail?.by ?? null,
    stale: row.stale ?? false,
    place: row.place === null ? null : Number(row.place),
    answerEntry: row.answer_entry,
    erased: erasedOf(row),
  };
}

const joined = sql`
  select request.*,
    -- Left to be tried again: how the last try ended is not how it ends.
    case when direction = 'asked' and exists (select from exchange.outgoing where outgoing.id = request.id)
      then null else outcome end as outcome, answered_at, detail, stale, place, answer.entry as answer_entry
  from exchange.request left join exchange.answer on request_entry = request.entry
  left join platform.journal_sequence sequence on sequence.entry = request.entry`;

/** Questions that a side asked or was asked, of the table `exchange.request`. */
export const ofSides = (sides: readonly Side[]): RawBuilder<unknown> =>
  sides.length === 0
    ? sql`false`
    : sql`(${sql.join(
        sides.map(({ direction, party }) =>
          direction === 'asked'
            ? sql`(direction = 'asked' and from_party = ${party})`
            : sql`(direction = 'received' and to_party = ${party})`,
        ),
        sql` or `,
      )})`;

/** Every party that asked or was asked on this node. */
export async function listSides(tx: Transaction, register: string): Promise<readonly Side[]> {
  const { rows } = await sql<Side>`
    select distinct direction, case direction when 'asked' then from_party else to_party end as party
    from exchange.request where register = ${register} order by 1, 2`.execute(tx);
  return rows;
}

const outcomeOf = sql`coalesce(outcome, 'waiting')`;
const otherOf = sql`case direction when 'asked' then to_party else from_party end`;

/** The newest first; of several tries of one question each. */
export async function listAsked(
  tx: Transaction,
  register: string,
  sides: readonly Side[],
  { limit, offset, chosen }: { readonly limit: number; readonly offset: number; readonly chosen: Chosen },
): Promise<readonly Asked[]> {
  const { outcome, direction, other } = chosen;
  const { rows } = await sql<Row>`${joined} where request.register = ${register} and ${ofSides(sides)}
    and (${outcome}::text is null or ${outcomeOf} = ${outcome})
    and (${direction}::text is null or direction = ${direction})
    and (${other}::text is null or ${otherOf} = ${other})
    order by decided_at desc, request.entry desc limit ${limit} offset ${offset}`.execute(tx);
  return rows.map(askedOf);
}

/** How many questions there are of each kind, whatever was chosen. */
export async function countAsked(
  tx: Transaction,
  register: string,
  sides: readonly Side[],
): Promise<readonly Counted[]> {
  const { rows } = await sql<Omit<Counted, 'count'> & { count: string }>`
    select ${outcomeOf} as outcome, direction, ${otherOf} as other, count(*) as count
    from exchange.request left join exchange.answer on request_entry = request.entry
    where request.register = ${register} and ${ofSides(sides)}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** One question, of its tries the last. Where both sides are on this node, as the one who asked knows it. */
export async function findAsked(
  tx: Transaction,
  register: string,
  sides: readonly Side[],
  id: string,
): Promise<Asked | null> {
  const { rows } = await sql<Row>`${joined}
    where request.register = ${register} and request.id = ${id} and ${ofSides(sides)}
    order by direction, decided_at desc, request.entry desc limit 1`.execute(tx);
  return rows[0] === undefined ? null : askedOf(rows[0]);
}

/** The last try of each question that was put to several parties at once. */
export async function listAsking(
  tx: Transaction,
  register: string,
  sides: readonly Side[],
  asking: string,
): Promise<readonly Asked[]> {
  const { rows } = await sql<Row>`
    select distinct on (id) * from (${joined} where request.register = ${register} and request.asking = ${asking}
      and direction = 'asked' and ${ofSides(sides)}) as tried
    order by id, decided_at desc, entry desc`.execute(tx);
  return rows.map(askedOf).toSorted((a, b) => (a.to < b.to ? -1 : 1));
}

/** A question that has not left yet: by whom, and to whom. */
export async function findOutgoing(
  tx: Transaction,
  register: string,
  id: string,
): Promise<{ readonly party: string; readonly to: string } | null> {
  const { rows } = await sql<{ party: string; to: string }>`
    select request->'from'->>'party' as party, request->>'to' as to
    from exchange.outgoing where register = ${register} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** What a request said, and what was looked for with it. */
export type Said = {
  readonly request: Partial<AccessRequest>;
  /** Absent: the log has no more than its fingerprint. */
  readonly sought?: unknown;
};

/** As the log keeps it until the end of its retention; null: it has been erased. */
export async function findSaid(
  tx: Transaction,
  { entry, answerEntry }: Pick<Asked, 'entry' | 'answerEntry'>,
): Promise<Said | null> {
  const { rows } = await sql<{ request: Partial<AccessRequest>; ended: { readonly query?: unknown } | null }>`
    select asked.payload->'request' as request, told.payload as ended
    from platform.journal_payload asked left join platform.journal_payload told on told.entry = ${answerEntry}
    where asked.entry = ${entry}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { request, ended } = row;
  return { request, ...(ended !== null && 'query' in ended ? { sought: ended.query } : {}) };
}

export type Content = { readonly kept: false } | { readonly kept: true; readonly content: unknown };

/** What an answer held, as the log keeps it until the end of its retention. */
export async function findContent(tx: Transaction, { direction, answerEntry }: Asked): Promise<Content> {
  const { rows } = await sql<{ payload: { readonly told?: object; readonly answer?: object } }>`
    select payload from platform.journal_payload where entry = ${answerEntry}`.execute(tx);
  const payload = rows[0]?.payload;
  if (payload === undefined) return { kept: false };
  const held = (direction === 'asked' ? payload.told : payload.answer) as { readonly content?: unknown };
  return { kept: true, content: held.content };
}

/** The instruments by which a question was open; null: it was denied, or that is erased. */
export async function findBasis(tx: Transaction, entry: string): Promise<readonly string[] | null> {
  const { rows } = await sql<{ basis: readonly string[] | null }>`
    select payload->'decision'->'basis' as basis from platform.journal_payload where entry = ${entry}`.execute(
    tx,
  );
  return rows[0]?.basis ?? null;
}

/** Ids of those of a node's questions that ended. */
export async function countEnded(tx: Transaction, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ ended: string }>`
    select count(*) as ended from unnest(${ids}::text[]) as one (id)
    where exists (select from exchange.request join exchange.answer on request_entry = request.entry
      where request.id = one.id and direction = 'asked')`.execute(tx);
  return Number(rows[0]?.ended ?? 0);
}

/** A look at a question: on its own page, in a sample of a supervisor, or in a list or ledger. */
export type Reading = {
  /** Null: nobody whom this node knows by name. */
  readonly name: string | null;
  /** For which party it was opened, where the log says so. */
  readonly party: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly inList: boolean;
};

/** The last who looked at a question, newest first. Nobody looks before it was asked, so that no older entry is searched. */
export async function listReadings(
  tx: Transaction,
  register: string,
  { id, decidedAt }: Pick<Asked, 'id' | 'decidedAt'>,
  limit: number,
): Promise<readonly Reading[]> {
  const { rows } = await sql<Omit<Reading, 'at'> & { recorded_at: Date }>`
    select person.name, read.party, read.recorded_at, read.subject is null as "inList"
    from platform.journal read left join platform.person on read.actor = 'person:' || person.id
    where (read.register is null or read.register = ${register}) and event = 'exchange_requests.read'
      and (subject = ${`exchange_requests/${id}`} or subject is null and read.recorded_at >= ${decidedAt} and exists (
        select from platform.journal_payload payload where payload.entry = read.id and payload.payload->'requests' ? ${id}))
    order by recorded_at desc, read.id desc limit ${limit}`.execute(tx);
  return rows.map(({ recorded_at, ...read }) => ({ ...read, at: recorded_at.toISOString() }));
}
