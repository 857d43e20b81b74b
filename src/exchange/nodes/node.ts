import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PlainDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { type GroupWrite, groupWrites } from '#platform/database/group-writes.ts';
import type { Situation } from '../rules/decide.ts';
import { type Law, readLaw } from '../rules/law.ts';
import { findFeedState, listFeedItems } from './feed/store.ts';
import { applyItem, emptyFeed, type FeedEnd, itemOf } from './feed.ts';
import { fingerprintOf, keyAt, makeSecretKey, type OwnKey, rawKeyOf, readSecretKeys } from './keys.ts';
import { defaultLimit, limitRequests, type RequestLimit, type TakeRequest } from './limits.ts';
import type { Service } from './services.ts';
import { findSelf, insertKey, insertSelf, listKeys, type Self } from './store.ts';

/** One node of the federation, in this process. */
export type ExchangeNode = {
  readonly self: Self;
  readonly database: Database;
  /** Writes what many requests bring at a time in one transaction. */
  readonly together: GroupWrite<ExchangeNode>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly services: readonly Service[];
  /** Seconds after which a copy of the law opens nothing any more. */
  readonly copyAtMost: number;
  /** Whether one more request of another node is taken. */
  readonly takes: TakeRequest;
  /** The key with which it signs at this moment. */
  readonly key: () => OwnKey;
  /** Takes up keys that were made or ended since. */
  readonly refreshKeys: () => Promise<void>;
  /** Registers of which it could not publish, the last time, what they say, as their keeper. */
  readonly unpublished: Set<string>;
  /** By register. What is folded once is kept. */
  readonly laws: Map<
    string,
    { readonly copy: number; readonly end: FeedEnd; readonly days: Map<PlainDate, Law> }
  >;
};

/** A day: a node that cannot hear the secretariat goes on for that long. */
export const defaultCopyAtMost = 24 * 60 * 60;

/**
 * Opens the node of a database, and makes it and its first key where there is none. Throws a sentence for the operator where
 * the database is another node's, or its keys are gone.
 */
export async function openNode(
  options: Pick<ExchangeNode, 'database' | 'clock' | 'log' | 'services'> & {
    readonly self: Self;
    readonly dataFolder: string;
    readonly copyAtMost?: number;
    readonly limit?: RequestLimit;
  },
): Promise<ExchangeNode> {
  const { database, clock, dataFolder, copyAtMost = defaultCopyAtMost, limit = defaultLimit } = options;
  const self = await settle(database, options.self);
  const folder = join(dataFolder, 'keys');
  let own = await loadOwnKeys(database, self.name, folder);
  if (own.length === 0) {
    await makeKey(database, clock, self.name, folder, 1, 'made at the first start');
    own = await loadOwnKeys(database, self.name, folder);
  }
  const node: ExchangeNode = {
    ...options,
    self,
    together: groupWrites(database, () => node),
    copyAtMost,
    takes: limitRequests(limit),
    laws: new Map(),
    unpublished: new Set(),
    key: () => {
      const now = clock.now().epochMilliseconds;
      const key = own.findLast((one) => keyAt([one], one.fingerprint, now) !== null);
      if (key === undefined) throw new Error(`The node ${self.name} has no key that signs now`);
      return key;
    },
    refreshKeys: async () => {
      own = await loadOwnKeys(database, self.name, folder);
    },
  };
  return node;
}

async function settle(database: Database, wanted: Self): Promise<Self> {
  return database.write(async (tx) => {
    const found = await findSelf(tx);
    if (found === null) {
      await insertSelf(tx, wanted);
      return wanted;
    }
    const same =
      found.name === wanted.name &&
      JSON.stringify([found.parties, found.duties]) === JSON.stringify([wanted.parties, wanted.duties]);
    if (!same)
      throw new Error(
        `This database is that of the node ${found.name} (parties: ${found.parties?.join(', ') ?? 'all'}; ` +
          `duties: ${found.duties.join(', ') || 'none'}), not of ${wanted.name}. Give the node a data folder of its own.`,
      );
    return found;
  });
}

/** Makes a key file and says it in the database; it signs from now on. */
export async function makeKey(
  database: Database,
  clock: Clock,
  node: string,
  folder: string,
  epoch: number,
  basis: string,
): Promise<string> {
  const secret = await makeSecretKey(folder, epoch);
  const publicKey = createPublicKey(secret);
  const now = clock.now().epochMilliseconds;
  const fingerprint = fingerprintOf(publicKey);
  const key = { fingerprint, node, epoch, from: now, publicKey: rawKeyOf(publicKey).toString('base64url') };
  await database.write((tx) => insertKey(tx, key, { now, basis }));
  return fingerprint;
}

async function loadOwnKeys(database: Database, name: string, folder: string): Promise<readonly OwnKey[]> {
  const secrets = await readSecretKeys(folder);
  const known = (await database.read(listKeys)).filter(({ node }) => node === name);
  const own = known.flatMap((key): readonly OwnKey[] => {
    const secret = secrets.get(key.epoch);
    const fits = secret !== undefined && fingerprintOf(createPublicKey(secret)) === key.fingerprint;
    return fits ? [{ ...key, name, key: secret }] : [];
  });
  if (known.length > 0 && own.length === 0)
    throw new Error(`The keys of the node ${name} are not in ${folder}; without them it cannot sign`);
  return own;
}

export function hosts({ parties }: Self, party: string): boolean {
  return parties === null || parties.includes(party);
}

export type KnownLaw = {
  readonly law: Law;
  readonly sequence: number;
  /** Absent: the first copy that this node followed. */
  readonly feedCopy?: number;
  /** Absent: this node is the one that publishes it, and did. */
  readonly copy?: Situation['copy'];
};

/** The law as this node holds it now, for a day; null: nobody has told it any. */
export async function loadLaw(
  node: ExchangeNode,
  tx: Transaction,
  register: string,
  day: PlainDate,
): Promise<KnownLaw | null> {
  const state = await findFeedState(tx, register);
  if (state === null) return null;
  const { sequence, saidAt } = state;
  const kept = node.laws.get(register);
  let found = kept?.copy === state.copy ? kept : undefined;
  if (found === undefined || found.end.sequence !== sequence) {
    const from = found !== undefined && found.end.sequence < sequence ? found.end : emptyFeed(register);
    found = { copy: state.copy, end: await foldFeed(tx, from, sequence), days: new Map() };
    node.laws.set(register, found);
  }
  let law = found.days.get(day);
  if (law === undefined) {
    law = readLaw(found.end.snapshot, day);
    found.days.set(day, law);
  }
  // Its keeper knows the register itself: unless what that says cannot be published, and what was is no more the law.
  if (node.self.duties.includes('secretariat') && !node.unpublished.has(register)) return { law, sequence };
  const age = Math.max(0, (node.clock.now().epochMilliseconds - saidAt) / 1000);
  const which = state.copy === 1 ? {} : { feedCopy: state.copy };
  return { law, sequence, ...which, copy: { age, atMost: node.copyAtMost } };
}

/** The feed up to a number, from an earlier end of it; `copy`: of one that was left, as far as it went. */
export async function foldFeed(
  tx: Transaction,
  from: FeedEnd,
  sequence: number,
  copy?: number,
): Promise<FeedEnd> {
  const { register } = from.snapshot;
  const items = await listFeedItems(tx, register, {
    after: from.sequence,
    limit: sequence - from.sequence,
    ...(copy === undefined ? {} : { copy }),
  });
  const end = items.reduce((last, { note }) => applyItem(last, itemOf(note)), from);
  if (end.sequence !== sequence) throw new Error(`The feed of ${register} lacks items before ${sequence}`);
  return end;
}
