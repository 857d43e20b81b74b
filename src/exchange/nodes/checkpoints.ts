import { verifyConsistency } from '#kernel/merkle.ts';
import type { Transaction } from '#platform/database/database.ts';
import { checkpointText, parseCheckpoint } from '../log/checkpoint.ts';
import { cosignNote, noteText, openNote, signNote } from '../log/signed-note.ts';
import { growLog, loadConsistencyProof, loadRoot, sha256, sizeOf } from '../log/store.ts';
import { keyAt, type NodeKey } from './keys.ts';
import { originOf } from './model.ts';
import type { ExchangeNode } from './node.ts';
import {
  findCheckpoint,
  type KeptCheckpoint,
  keepCheckpoint,
  listKeys,
  listPeers,
  lockCheckpoints,
  type Peer,
} from './store.ts';

/**
 * Checkpoints of this node's log, with the names of those under them who saw that it only grew, and this node's name under those of
 * others: the protocol of C2SP `tlog-witness`, in which anybody can be a witness.
 */

/** Signs what the log is now, where it grew since; null where it did not. */
export async function makeCheckpoint(node: ExchangeNode): Promise<KeptCheckpoint | null> {
  await growLog(node.database);
  const origin = originOf(node.self.name);
  return node.database.write(async (tx) => {
    await lockCheckpoints(tx, origin);
    const size = await sizeOf(tx);
    const last = await findCheckpoint(tx, origin);
    if (size === 0 || last?.size === size) return null;
    const root = Buffer.from(await loadRoot(tx, size));
    const note = signNote(checkpointText({ origin, size, root }), { name: origin, key: node.key().key });
    const made = { origin, size, root, note };
    await keepCheckpoint(tx, made, node.clock.now().epochMilliseconds);
    return made;
  });
}

/** Puts cosignatures that came back under the newest own checkpoint; beside those that others brought meanwhile. */
async function addCosignatures(
  node: ExchangeNode,
  { origin, size }: KeptCheckpoint,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  await node.database.write(async (tx) => {
    await lockCheckpoints(tx, origin);
    const kept = await findCheckpoint(tx, origin);
    if (kept?.size !== size) return;
    const note = [kept.note, ...lines.filter((line) => !kept.note.includes(line))].join('');
    await keepCheckpoint(tx, { ...kept, note }, node.clock.now().epochMilliseconds);
  });
}

/** What a witness is asked, as C2SP `tlog-witness` writes it: the size that it saw last, the proof from there, the checkpoint. */
export async function submissionFor(
  tx: Transaction,
  { size, note }: KeptCheckpoint,
  old: number,
): Promise<string> {
  const proof = old === 0 || old === size ? [] : await loadConsistencyProof(tx, old, size);
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${old}\n${lines.join('')}\n${note}`;
}

export type Witnessed =
  | { readonly ok: true; readonly line: string }
  /** `conflict`: it saw the log at another size; `text` says which. */
  | { readonly ok: false; readonly status: 400 | 403 | 404 | 409 | 422; readonly text: string };

/**
 * Puts this node's name under the checkpoint of another's log, if that goes on from what was seen of it before. A log that shows
 * another history here than elsewhere finds nobody who signs it.
 */
export async function witness(node: ExchangeNode, submission: string): Promise<Witnessed> {
  const read = readSubmission(submission);
  if (read === null) return { ok: false, status: 400, text: 'malformed\n' };
  const { old, proof, note, checkpoint } = read;
  return node.database.write(async (tx): Promise<Witnessed> => {
    const { origin, size } = checkpoint;
    const root = Buffer.from(checkpoint.root);
    const now = node.clock.now().epochMilliseconds;
    const name = origin.replace(/^tripoint\//, '');
    const peer = (await listPeers(tx, node.self.name)).find((one) => one.node === name);
    if (peer === undefined) return { ok: false, status: 404, text: 'unknown log\n' };
    const keys = (await listKeys(tx)).filter(
      (key) => key.node === name && keyAt([key], key.fingerprint, now),
    );
    if (
      openNote(
        note,
        keys.map(({ publicKey }) => ({ name: origin, publicKey })),
      ) === null
    )
      return { ok: false, status: 403, text: 'not signed by the log\n' };
    await lockCheckpoints(tx, origin);
    const seen = await findCheckpoint(tx, origin);
    const last = seen?.size ?? 0;
    if (old !== last) return { ok: false, status: 409, text: `${last}\n` };
    if (size < old) return { ok: false, status: 422, text: 'the log shrank\n' };
    const grew =
      seen === null ||
      (size === seen.size ? root.equals(seen.root) : verifyConsistency(sha256, proof, seen, { size, root }));
    if (!grew) return { ok: false, status: seen?.size === size ? 409 : 422, text: 'not a continuation\n' };
    const signed = cosignNote(
      note,
      { name: originOf(node.self.name), key: node.key().key },
      Math.floor(now / 1000),
    );
    await keepCheckpoint(tx, { origin, size, root, note: signed }, now);
    return { ok: true, line: signed.slice(note.length) };
  });
}

function readSubmission(text: string) {
  const [head = '', ...rest] = text.split('\n\n');
  const note = rest.join('\n\n');
  const [first = '', ...proof] = head.split('\n');
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const checkpoint = parseCheckpoint(noteText(note));
  const hashes = proof.map((line) => Buffer.from(line, 'base64'));
  if (old === undefined || checkpoint === null || proof.length > 64) return null;
  return hashes.some(({ length }) => length !== 32)
    ? null
    : { old: Number(old), proof: hashes, note, checkpoint };
}

/** Whether it is one line, and that one a name of his under this checkpoint: whatever else he says is not kept. */
function isCosignature(note: string, said: string, name: string, keys: readonly NodeKey[]): boolean {
  const verifiers = keys.map(({ publicKey }) => ({ name, publicKey }));
  const signatures =
    said.indexOf('\n') === said.length - 1 ? openNote(note + said, verifiers)?.signatures : [];
  return signatures?.length === 1 && signatures[0]?.seenAt !== null;
}

/** Lets those with whom there is a contract and who did not sign it see the newest own checkpoint; what they sign comes under it. */
export async function gatherCosignatures(
  node: ExchangeNode,
  submit: (peer: Peer, text: string) => Promise<{ readonly status: number; readonly text: string }>,
): Promise<number> {
  const { made, peers, keys } = await node.database.read(async (tx) => ({
    made: await findCheckpoint(tx, originOf(node.self.name)),
    peers: await listPeers(tx, node.self.name),
    keys: await listKeys(tx),
  }));
  if (made === null) return 0;
  const now = node.clock.now().epochMilliseconds;
  const verifiers = keys.map(({ node: name, publicKey }) => ({ name: originOf(name), publicKey }));
  const names = openNote(made.note, verifiers)?.signatures.map(({ name }) => name) ?? [];
  const missing = peers.filter(({ node: name }) => !names.includes(originOf(name)));
  const lines = await Promise.all(
    missing.map(async (peer): Promise<string | null> => {
      let old = 0;
      // The first time says where it stands; a log that grows meanwhile is shown once more.
      for (let tries = 0; tries < 3; tries += 1) {
        const text = await node.database.read((tx) => submissionFor(tx, made, old));
        const { status, text: said } = await submit(peer, text).catch(() => ({ status: 0, text: '' }));
        if (status === 200) {
          const own = keys.filter((key) => key.node === peer.node && keyAt([key], key.fingerprint, now));
          return isCosignature(made.note, said, originOf(peer.node), own) ? said : null;
        }
        const seen = status === 409 ? /^(\d+)\n$/.exec(said)?.[1] : undefined;
        if (seen === undefined || Number(seen) > made.size) return null;
        old = Number(seen);
      }
      return null;
    }),
  );
  const signed = lines.filter((line) => line !== null);
  await addCosignatures(node, made, signed);
  return signed.length;
}
