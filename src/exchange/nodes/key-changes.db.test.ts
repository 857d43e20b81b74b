import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { agree, openPeer, type PeerNode } from '../../../test/support/peer-node.ts';
import { signNote } from '../log/signed-note.ts';
import { type SignedRequest, signRequest, verifyRequest } from './http-signature.ts';
import { revokeKey, rotateKey, takeKeyChange } from './key-changes.ts';
import { keyAt, type OwnKey, rawKeyOf } from './keys.ts';
import { instantOf, keyEndForm, keyForm } from './model.ts';
import { signStatement, statementText } from './statement.ts';
import { listKeyStatements, listKeys } from './store.ts';

const now = '2030-01-10T12:00:00Z';
let nl: PeerNode;
let be: PeerNode;
beforeEach(async () => {
  nl = await openPeer({ name: 'NL', parties: ['NL'], duties: [] }, { now, services: [] });
  be = await openPeer({ name: 'BE', parties: ['BE'], duties: [] }, { now, services: [] });
  await agree(nl, be);
  return async () => {
    await nl.close();
    await be.close();
  };
});

const at = ({ clock }: PeerNode) => clock.now().epochMilliseconds;
const forward = (seconds: number) => {
  nl.forward({ seconds });
  be.forward({ seconds });
};
const keysOf = (peer: PeerNode, node: string) =>
  peer.node.database.read(async (tx) => (await listKeys(tx)).filter((key) => key.node === node));
const entries = ({ node }: PeerNode) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ event: string }>`
      select event from platform.journal where event like 'exchange.key%' order by id`.execute(tx);
    return rows.map(({ event }) => event);
  });

const plain: SignedRequest = {
  method: 'POST',
  url: 'http://be.test/exchange/requests',
  headers: { 'tripoint-instrument': 'treaty', 'tripoint-budget': '1000' },
  body: Buffer.from('{}'),
};
async function isTaken(key: OwnKey, signedAt = at(nl)): Promise<boolean> {
  const keys = await be.node.database.read(listKeys);
  const signed = await signRequest(plain, key, { now: signedAt, nonce: 'abcdefghijklmnopqrstuv' });
  return verifyRequest(signed, (fingerprint, moment) => keyAt(keys, fingerprint, moment), at(be)).ok;
}

/** A statement of a next key as anybody may write it, signed by whom he can. */
function nextKey(signer: OwnKey, said: { readonly epoch: number; readonly from: number }) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = rawKeyOf(publicKey).toString('base64url');
  const statement = {
    node: 'NL',
    epoch: said.epoch,
    key,
    follows: signer.fingerprint,
    from: instantOf(said.from),
  };
  const text = statementText(keyForm, statement);
  const own = signNote(text, { name: 'NL', key: privateKey }).slice(text.length + 1);
  return `${signStatement(keyForm, statement, signer)}${own}`;
}
const keyEnd = (signer: OwnKey, fingerprint: string, from: number) =>
  signStatement(keyEndForm, { node: 'NL', fingerprint, from: instantOf(from) }, { ...signer, name: 'NL' });

describe('A key that another follows', () => {
  test('signs for a minute more and then no longer, and what it signed stays verifiable as of then', async () => {
    const old = nl.node.key();
    const began = at(nl);
    const note = await rotateKey(nl.node, nl.dataFolder);
    expect(nl.node.key()).toMatchObject({ epoch: 2 });
    expect(await isTaken(nl.node.key())).toBe(false);
    expect(await takeKeyChange(be.node, note)).toBe(true);
    expect(await takeKeyChange(be.node, note)).toBe(true);
    expect(await entries(be)).toEqual(['exchange.key_made']);
    expect([await isTaken(old), await isTaken(nl.node.key())]).toEqual([true, true]);
    forward(61);
    expect([await isTaken(old), await isTaken(nl.node.key())]).toEqual([false, true]);
    const keys = await keysOf(be, 'NL');
    expect(keyAt(keys, old.fingerprint, began)).toMatchObject({ epoch: 1 });
    expect(keyAt(keys, old.fingerprint, at(be))).toBe(null);
  });

  test('ends at once where it is revoked, and was good until then', async () => {
    const old = nl.node.key();
    const notes = [await rotateKey(nl.node, nl.dataFolder)];
    const rotated = at(nl);
    forward(5);
    notes.push(await revokeKey(nl.node, old.fingerprint));
    const revoked = at(nl);
    for (const note of notes) expect(await takeKeyChange(be.node, note)).toBe(true);
    expect([await isTaken(old), await isTaken(nl.node.key())]).toEqual([false, true]);
    const keys = await keysOf(be, 'NL');
    expect(keyAt(keys, old.fingerprint, rotated)).toMatchObject({ epoch: 1 });
    expect(keyAt(keys, old.fingerprint, revoked)).toBe(null);
    expect(await be.node.database.read((tx) => listKeyStatements(tx, 'NL'))).toEqual(notes);
    expect(await entries(be)).toEqual(['exchange.key_made', 'exchange.key_ended']);
  });

  test('is heard of late by whom nobody reached, and ends for him when he hears of it', async () => {
    const old = nl.node.key();
    const first = await rotateKey(nl.node, nl.dataFolder);
    forward(3_600);
    const second = await rotateKey(nl.node, nl.dataFolder);
    forward(3_600);
    const heard = at(be);
    // In the meantime he believed what came with it, and goes on saying so.
    expect(await isTaken(old)).toBe(true);
    expect(await takeKeyChange(be.node, second)).toBe(false);
    for (const note of [first, second]) expect(await takeKeyChange(be.node, note)).toBe(true);
    expect([await isTaken(old), await isTaken(nl.node.key())]).toEqual([false, true]);
    expect(keyAt(await keysOf(be, 'NL'), old.fingerprint, heard - 1)).toMatchObject({ epoch: 1 });
  });

  test('is the only one that a node may have: it is not revoked before another is there', async () => {
    const { fingerprint } = nl.node.key();
    await expect(revokeKey(nl.node, fingerprint)).rejects.toThrow('make one first');
    expect(keyAt(await keysOf(nl, 'NL'), fingerprint, at(nl))).not.toBe(null);
  });
});

describe('A statement of a key', () => {
  test('that a stranger signed, or another node, is refused', async () => {
    const stranger = { ...be.node.key(), name: 'NL', fingerprint: nl.node.key().fingerprint };
    expect(await takeKeyChange(be.node, nextKey(stranger, { epoch: 2, from: at(nl) }))).toBe(false);
    await rotateKey(nl.node, nl.dataFolder);
    const end = keyEnd(be.node.key(), nl.node.key().fingerprint, at(nl));
    expect(await takeKeyChange(be.node, end)).toBe(false);
    expect(await takeKeyChange(be.node, 'nothing')).toBe(false);
    expect((await keysOf(be, 'NL')).map(({ epoch, until }) => [epoch, until])).toEqual([[1, null]]);
    expect(await entries(be)).toEqual([]);
  });

  test('that is not signed with the new key, too, or leaves an epoch out, or is ahead of time is refused', async () => {
    const key = nl.node.key();
    const whole = nextKey(key, { epoch: 2, from: at(nl) });
    const half = whole.split('\n').slice(0, -2).join('\n');
    expect(await takeKeyChange(be.node, `${half}\n`)).toBe(false);
    expect(await takeKeyChange(be.node, nextKey(key, { epoch: 3, from: at(nl) }))).toBe(false);
    expect(await takeKeyChange(be.node, nextKey(key, { epoch: 2, from: at(nl) + 120_000 }))).toBe(false);
    expect(await takeKeyChange(be.node, nextKey(key, { epoch: 2, from: at(nl) - 86_400_000 }))).toBe(false);
    expect(await takeKeyChange(be.node, whole)).toBe(true);
  });

  test('that is dated back to when a stolen key still signed is refused', async () => {
    const stolen = nl.node.key();
    const began = at(nl);
    forward(10);
    const notes = [await rotateKey(nl.node, nl.dataFolder), await revokeKey(nl.node, stolen.fingerprint)];
    for (const note of notes) expect(await takeKeyChange(be.node, note)).toBe(true);
    const before = await keysOf(be, 'NL');
    // A second history from the key that is not good any more, or an end of the one that followed.
    for (const from of [began, began + 5_000, at(nl) - 1]) {
      expect(await takeKeyChange(be.node, nextKey(stolen, { epoch: 2, from }))).toBe(false);
      expect(await takeKeyChange(be.node, keyEnd(stolen, nl.node.key().fingerprint, from))).toBe(false);
    }
    expect(await keysOf(be, 'NL')).toEqual(before);
    expect(await isTaken(nl.node.key())).toBe(true);
  });

  test('that ends a key earlier than it is heard of changes nothing that was', async () => {
    const old = nl.node.key();
    const began = at(nl);
    const note = await rotateKey(nl.node, nl.dataFolder);
    forward(30);
    expect(await takeKeyChange(be.node, note)).toBe(true);
    expect(await takeKeyChange(be.node, keyEnd(nl.node.key(), old.fingerprint, began))).toBe(true);
    const keys = await keysOf(be, 'NL');
    expect(keyAt(keys, old.fingerprint, at(be) - 1)).toMatchObject({ epoch: 1 });
    expect(keyAt(keys, old.fingerprint, at(be))).toBe(null);
  });
});
