import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { noteText, verifierKey } from '../log/signed-note.ts';
import type { LoggedDecision } from './deciding.ts';
import { type NodeKey, publicKeyFrom } from './keys.ts';
import { type Contract, contractForm, type Duty, originOf, type Side } from './model.ts';
import { readStatement } from './statement.ts';

/** Which node a database is of. */
export type Self = {
  readonly name: string;
  /** Null: all parties of its registers. */
  readonly parties: readonly string[] | null;
  readonly duties: readonly Duty[];
};

export async function findSelf(tx: Transaction): Promise<Self | null> {
  const { rows } = await sql<Self>`select name, parties, duties from exchange.self`.execute(tx);
  return rows[0] ?? null;
}

export async function insertSelf(tx: Transaction, { name, parties, duties }: Self): Promise<void> {
  await sql`insert into exchange.self (name, parties, duties) values (${name}, ${parties}, ${duties})`.execute(
    tx,
  );
}

/** Every request asks for them, and what a key or the text of an id says never changes; there are as many as nodes that are known. */
const readKeys = new Map<string, KeyObject | null>();
const readContracts = new Map<string, Contract | null>();

function readOnce<Value>(kept: Map<string, Value>, key: string, read: () => Value): Value {
  const found = kept.get(key) ?? read();
  kept.set(key, found);
  return found;
}

/** All keys that are known, of whichever node, with when each began and ended. */
export async function listKeys(tx: Transaction): Promise<readonly NodeKey[]> {
  const { rows } = await sql<{
    fingerprint: string;
    node: string;
    epoch: number;
    public_key: string;
    valid_from: Date;
    ends_at: Date | null;
  }>`
    select fingerprint, node, epoch, public_key, valid_from,
      (select min(ends_at) from exchange.node_key_end ended where ended.fingerprint = key.fingerprint) as ends_at
    from exchange.node_key key
    order by node, epoch`.execute(tx);
  return rows.flatMap(({ fingerprint, node, epoch, public_key, valid_from, ends_at }) => {
    const publicKey = readOnce(readKeys, public_key, () => publicKeyFrom(public_key));
    return publicKey === null
      ? []
      : [
          {
            fingerprint,
            node,
            epoch,
            publicKey,
            from: valid_from.getTime(),
            until: ends_at?.getTime() ?? null,
          },
        ];
  });
}

export async function insertKey(
  tx: Transaction,
  key: Pick<NodeKey, 'fingerprint' | 'node' | 'epoch' | 'from'> & { readonly publicKey: string },
  { now, basis }: { readonly now: number; readonly basis: string },
): Promise<void> {
  await sql`insert into exchange.node_key (fingerprint, node, epoch, public_key, valid_from, recorded_at, basis)
    values (${key.fingerprint}, ${key.node}, ${key.epoch}, ${key.publicKey}, ${jsDate(key.from)}, ${jsDate(now)}, ${basis})
    on conflict (fingerprint) do nothing`.execute(tx);
}

/** False: it had ended for that reason before. */
export async function endKey(
  tx: Transaction,
  fingerprint: string,
  end: {
    readonly at: number;
    readonly reason: 'superseded' | 'revoked';
    readonly now: number;
    readonly basis: string;
  },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into exchange.node_key_end (fingerprint, ends_at, reason, recorded_at, basis)
    values (${fingerprint}, ${jsDate(end.at)}, ${end.reason}, ${jsDate(end.now)}, ${end.basis})
    on conflict (fingerprint, reason) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** A node with which a contract is in force, as the newest says it: one that it took the place of comes back by no end of it. */
export type Peer = Side & {
  readonly contract: string;
  readonly from: number;
  readonly ourUrl: string;
  /** Of the key by which it came to know this node. */
  readonly ourEpoch: number;
};

export async function listPeers(tx: Transaction, own: string): Promise<readonly Peer[]> {
  const { rows } = await sql<{ id: string; note: string }>`
    select id, note from (
      select distinct on (node) id, note, recorded_at from exchange.contract order by node, recorded_at desc, id) as newest
    where not exists (select from exchange.contract_end where contract = id)
    order by recorded_at`.execute(tx);
  return rows.flatMap(({ id, note }): readonly Peer[] => {
    const contract = readOnce(readContracts, id, () => readContract(note));
    if (contract === null) return [];
    const ours = contract.between.find(({ node }) => node === own);
    const other = contract.between.find(({ node }) => node !== own);
    return ours === undefined || other === undefined
      ? []
      : [{ ...other, contract: id, from: Date.parse(contract.from), ourUrl: ours.url, ourEpoch: ours.epoch }];
  });
}

export function readContract(note: string): Contract | null {
  return readStatement(contractForm, noteText(note));
}

export async function insertContract(
  tx: Transaction,
  contract: { readonly id: string; readonly node: string; readonly note: string; readonly now: number },
): Promise<void> {
  await sql`insert into exchange.contract (id, node, note, recorded_at)
    values (${contract.id}, ${contract.node}, ${contract.note}, ${jsDate(contract.now)})
    on conflict (id) do nothing`.execute(tx);
}

export async function isContractEnded(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql`select from exchange.contract_end where contract = ${id}`.execute(tx);
  return rows.length > 0;
}

/** Ends every contract with a node that has not ended; returns their ids. */
export async function endContracts(
  tx: Transaction,
  end: { readonly node: string; readonly reason: string; readonly now: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ contract: string }>`
    insert into exchange.contract_end (contract, ended_at, reason)
    select id, ${jsDate(end.now)}, ${end.reason} from exchange.contract where node = ${end.node}
    on conflict (contract) do nothing returning contract`.execute(tx);
  return rows.map(({ contract }) => contract);
}

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

/** What was received under these ids, the first of each: null where its payload was erased. */
export async function listReceived(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly payload: LoggedDecision | null }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; payload: LoggedDecision | null }>`
    select distinct on (request.id) request.id, payload
    from exchange.request left join platform.journal_payload payload on payload.entry = request.entry
    where request.id = any(${ids}) and direction = 'received'
    order by request.id, request.entry`.execute(tx);
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

/** Questions received since a day by what a quota counts, of those that were allowed under one of some provisions. */
export async function countUses(
  tx: Transaction,
  asked: {
    readonly register: string;
    readonly provisions: readonly string[];
    readonly from: string;
    readonly per: 'officer' | 'case' | 'service';
    readonly holder: string;
    readonly since: string;
  },
): Promise<number> {
  const column = { officer: 'officer', case: 'case_reference', service: 'service' }[asked.per];
  const { rows } = await sql<{ uses: string }>`
    select count(*) as uses from exchange.request
    where register = ${asked.register} and provision = any(${asked.provisions}) and direction = 'received' and allowed
      and from_party = ${asked.from} and day >= ${asked.since} and ${sql.ref(column)} = ${asked.holder}`.execute(
    tx,
  );
  return Number(rows[0]?.uses ?? 0);
}

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

/** What a node itself said of its keys after the first, oldest first. */
export async function listKeyStatements(tx: Transaction, node: string): Promise<readonly string[]> {
  const { rows } = await sql<{ basis: string }>`
    select basis, recorded_at, false as ends, epoch from exchange.node_key where node = ${node} and epoch > 1
    union all
    select ended.basis, ended.recorded_at, true, epoch from exchange.node_key_end ended join exchange.node_key using (fingerprint)
    where node = ${node} and reason = 'revoked'
    order by recorded_at, ends, epoch`.execute(tx);
  return rows.map(({ basis }) => basis);
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

export type KeptCheckpoint = Checkpoint & { readonly root: Buffer; readonly note: string };

/** The newest of a log, own or another's. */
export async function findCheckpoint(tx: Transaction, origin: string): Promise<KeptCheckpoint | null> {
  const { rows } = await sql<{ size: string; root: Buffer; note: string }>`
    select size, root, note from exchange.checkpoint where origin = ${origin} order by size desc limit 1`.execute(
    tx,
  );
  return rows[0] === undefined ? null : { origin, ...rows[0], size: Number(rows[0].size) };
}

/** Of all logs, newest first. */
export async function listCheckpoints(
  tx: Transaction,
  limit: number,
  offset = 0,
): Promise<readonly (KeptCheckpoint & { readonly at: number })[]> {
  const { rows } = await sql<{ origin: string; size: string; root: Buffer; note: string; recorded_at: Date }>`
    select * from exchange.checkpoint order by recorded_at desc, origin, size desc
    limit ${limit} offset ${offset}`.execute(tx);
  return rows.map(({ size, recorded_at, ...rest }) => ({
    ...rest,
    size: Number(size),
    at: recorded_at.getTime(),
  }));
}

export async function keepCheckpoint(
  tx: Transaction,
  { origin, size, root, note }: KeptCheckpoint,
  now: number,
): Promise<void> {
  await sql`insert into exchange.checkpoint (origin, size, root, note, recorded_at)
    values (${origin}, ${size}, ${root}, ${note}, ${jsDate(now)})
    on conflict (origin, size) do update set note = excluded.note`.execute(tx);
}

/** One writer at a time to what is kept of a log. */
export async function lockCheckpoints(tx: Transaction, origin: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${origin}))`.execute(tx);
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

/** The keys of all logs and of all who sign for others, as `tripoint-verify` takes them. */
export async function verifierKeys(tx: Transaction): Promise<readonly string[]> {
  return (await listKeys(tx)).flatMap(({ node, publicKey }) => {
    const verifier = { name: originOf(node), publicKey };
    return [verifierKey(verifier, 'log'), verifierKey(verifier, 'cosigner')];
  });
}
