import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { noteText, verifierKey } from '../log/signed-note.ts';
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

/** Any constant will do as long as nothing else locks on it. */
const contractLock = 7_206_117;

/** One contract at a time: two that claim the same party do not pass each other. */
export async function lockContracts(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${contractLock})`.execute(tx);
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

/** The keys of all logs and of all who sign for others, as `tripoint-verify` takes them. */
export async function verifierKeys(tx: Transaction): Promise<readonly string[]> {
  return (await listKeys(tx)).flatMap(({ node, publicKey }) => {
    const verifier = { name: originOf(node), publicKey };
    return [verifierKey(verifier, 'log'), verifierKey(verifier, 'cosigner')];
  });
}
