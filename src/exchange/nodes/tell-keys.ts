import type { Transaction } from '#platform/database/database.ts';
import { noteText } from '../log/signed-note.ts';
import { keyEndForm, keyForm } from './model.ts';
import type { ExchangeNode } from './node.ts';
import { readStatement } from './statement.ts';
import { listKeyStatements, listKeys, listPeers, type Peer } from './store.ts';

/** Rounds between two tries with one who did not take a statement; twice as many after each, up to this. */
const longestWait = 30;

/** Gives a statement to another node; the status of its answer. Throws where it is not reached. */
type Post = (peer: Peer, note: string) => Promise<{ readonly status: number }>;

/** What a node said of its keys, with the epoch of the key without which nobody can believe it: the one before, or the one that ended. */
type Said = { readonly note: string; readonly after: number };

export type KeyTeller = {
  /**
   * One round: who lacks a statement gets it, all at once and each in the order in which they were made. `isNew`: there is one that
   * there was not in the round before. `told` ends when each has taken or failed to take what he lacked.
   */
  readonly tell: () => Promise<{ readonly isNew: boolean; readonly told: Promise<void> }>;
};

/**
 * Tells all whom a contract lets believe it what this node said of its keys, until each has taken it: else they refuse what a new key
 * signs until they next ask, and believe one that was revoked. What each has is remembered here alone: after a start all of it is
 * told again, which changes nothing.
 */
export function createKeyTeller(node: ExchangeNode, post: Post): KeyTeller {
  const peersOf = new Map<
    string,
    { readonly taken: Set<string>; busy: boolean; failures: number; due: number }
  >();
  let round = 0;
  let known = 0;
  const tellOne = async (peer: Peer, notes: readonly string[]) => {
    const state = peersOf.get(peer.node) ?? { taken: new Set<string>(), busy: false, failures: 0, due: 0 };
    peersOf.set(peer.node, state);
    const lacking = notes.filter((note) => !state.taken.has(note));
    if (lacking.length === 0 || state.busy || round < state.due) return;
    state.busy = true;
    try {
      for (const note of lacking) {
        const { status } = await post(peer, note);
        if (status !== 204) throw new Error(`${status}`);
        state.taken.add(note);
      }
      state.failures = 0;
    } catch (error) {
      // Broken off because this node ends.
      if (error instanceof Error && error.name === 'AbortError') return;
      state.due = round + Math.min(longestWait, 2 ** state.failures);
      // Once, and not as often as it is tried.
      if (state.failures === 0)
        node.log.warn({ peer: peer.node }, 'a node did not take what was said of keys');
      state.failures += 1;
    } finally {
      state.busy = false;
    }
  };
  return {
    tell: async () => {
      round += 1;
      const { said, peers } = await node.database.read(async (tx) => ({
        said: await listSaid(tx, node.self.name),
        peers: await listPeers(tx, node.self.name),
      }));
      const isNew = said.length > known;
      known = said.length;
      // Something new is worth a try with one who was left alone for a while.
      if (isNew) for (const state of peersOf.values()) state.due = round;
      const told = Promise.all(
        peers.map((peer) =>
          tellOne(
            peer,
            // Who knows this node by a contract that names a later key never knew those before.
            said.flatMap(({ note, after }) => (after >= peer.ourEpoch ? [note] : [])),
          ),
        ),
      );
      return { isNew, told: told.then(() => {}) };
    },
  };
}

async function listSaid(tx: Transaction, own: string): Promise<readonly Said[]> {
  const epochs = new Map((await listKeys(tx)).map(({ fingerprint, epoch }) => [fingerprint, epoch]));
  return (await listKeyStatements(tx, own)).flatMap((note) => {
    const text = noteText(note);
    const end = readStatement(keyEndForm, text);
    const next = readStatement(keyForm, text);
    const after = next === null ? epochs.get(end?.fingerprint ?? '') : next.epoch - 1;
    return after === undefined ? [] : [{ note, after }];
  });
}
