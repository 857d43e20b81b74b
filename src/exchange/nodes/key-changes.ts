import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { appendJournal } from '#platform/journal/journal.ts';
import { noteText, openNote, signNote } from '../log/signed-note.ts';
import { lifetime } from './http-signature.ts';
import { fingerprintOf, keyAt, makeSecretKey, publicKeyFrom, rawKeyOf } from './keys.ts';
import { instantOf, keyEndForm, keyForm } from './model.ts';
import type { ExchangeNode } from './node.ts';
import { readStatement, signStatement, statementText } from './statement.ts';
import { endKey, insertKey, listKeys } from './store.ts';

/**
 * Makes the key of the next epoch, signs it with the one before, and lets that end when the last request that it may have signed
 * is too old to be taken. Returns the statement for others.
 */
export async function rotateKey(node: ExchangeNode, dataFolder: string): Promise<string> {
  const old = node.key();
  const epoch = old.epoch + 1;
  const secret = await makeSecretKey(join(dataFolder, 'keys'), epoch);
  const publicKey = createPublicKey(secret);
  const now = node.clock.now().epochMilliseconds;
  const key = rawKeyOf(publicKey).toString('base64url');
  const said = { node: node.self.name, epoch, key, follows: old.fingerprint, from: instantOf(now) };
  const text = statementText(keyForm, said);
  const note = `${signStatement(keyForm, said, old)}${signNote(text, { name: old.name, key: secret }).slice(text.length + 1)}`;
  await takeKeyChange(node, note);
  await node.refreshKeys();
  return note;
}

/** Ends a key of this node that somebody else may have, from now on. Throws where none has taken its place, which signs that. */
export async function revokeKey(node: ExchangeNode, fingerprint: string): Promise<string> {
  const now = node.clock.now().epochMilliseconds;
  const said = { node: node.self.name, fingerprint, from: instantOf(now) };
  const note = signStatement(keyEndForm, said, node.key());
  if (!(await takeKeyChange(node, note)))
    throw new Error(`No newer key of the node ${node.self.name} follows ${fingerprint}: make one first`);
  await node.refreshKeys();
  return note;
}

/** False: it is not signed by whom it must be, or says what cannot be. Repeating it changes nothing. */
export async function takeKeyChange(node: ExchangeNode, note: string): Promise<boolean> {
  const text = noteText(note);
  const [next, end] = [readStatement(keyForm, text), readStatement(keyEndForm, text)];
  const about = next ?? end;
  if (about === null) return false;
  return node.database.write(async (tx) => {
    const now = node.clock.now().epochMilliseconds;
    const keys = (await listKeys(tx)).filter((key) => key.node === about.node);
    const at = Date.parse(about.from);
    // Not ahead of time. That it was heard of late is no fault, but no key ends before that: what was believed stays so.
    if (at > now + lifetime * 1000) return false;
    const names = (known: readonly (typeof keys)[number][]) =>
      known.some(({ publicKey }) => openNote(note, [{ name: about.node, publicKey }]) !== null);
    const journal = () =>
      appendJournal(tx, node.clock, [
        {
          event: next === null ? 'exchange.key_ended' : 'exchange.key_made',
          actor: `node:${about.node}`,
          payload: { note },
        },
      ]);
    if (next !== null) {
      const follows = keyAt(keys, next.follows, at);
      const publicKey = publicKeyFrom(next.key);
      if (follows === null || publicKey === null || next.epoch !== follows.epoch + 1) return false;
      const fingerprint = fingerprintOf(publicKey);
      if (keys.some((key) => key.fingerprint === fingerprint)) return true;
      // Whoever has a key that ended dates a statement back to when it signed: no key is followed twice, or after its end.
      if (follows.until !== null) return false;
      const own = { ...follows, publicKey, fingerprint };
      if (!names([follows]) || !names([own])) return false;
      await insertKey(
        tx,
        { fingerprint, node: next.node, epoch: next.epoch, publicKey: next.key, from: at },
        { now, basis: note },
      );
      await endKey(tx, follows.fingerprint, {
        at: Math.max(at + lifetime * 1000, now),
        reason: 'superseded',
        now,
        basis: note,
      });
      await journal();
      return true;
    }
    const ended = keys.find((key) => key.fingerprint === end?.fingerprint);
    // By a newer one, as of then: one that was followed or stolen ends none that came after it, however it is dated.
    const newer = keys.filter(
      (key) => key.epoch > (ended?.epoch ?? 0) && keyAt([key], key.fingerprint, at) !== null,
    );
    if (ended === undefined || !names(newer)) return false;
    if (await endKey(tx, ended.fingerprint, { at: Math.max(at, now), reason: 'revoked', now, basis: note }))
      await journal();
    return true;
  });
}
