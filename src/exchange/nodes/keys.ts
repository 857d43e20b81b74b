import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from '../log/signed-note.ts';

/** A key of a node that others know, for as long as it signs. Times in milliseconds since 1970. */
export type NodeKey = {
  readonly node: string;
  readonly fingerprint: string;
  readonly publicKey: KeyObject;
  readonly epoch: number;
  readonly from: number;
  /** The first moment at which it signs no longer: another took its place, or it was revoked. Null: it goes on. */
  readonly until: number | null;
};

/** A key of this node: the secret half never leaves its folder. */
export type OwnKey = NodeKey & Signer;

/** SHA-256 of the key's 32 bytes, as people compare it by telephone: `base64url` without padding. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256').update(rawKeyOf(publicKey)).digest('base64url');
}

/** The 32 bytes of an Ed25519 key (RFC 8032). */
export function rawKeyOf(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** Null: not the base64url of 32 bytes. */
export function publicKeyFrom(encoded: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(encoded)) return null;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: encoded }, format: 'jwk' });
  } catch {
    return null;
  }
}

/**
 * The key of that fingerprint, if it signed at that moment. What was signed before a key ended stays signed: an end never
 * rewrites what was.
 */
export function keyAt(keys: readonly NodeKey[], fingerprint: string, at: number): NodeKey | null {
  const key = keys.find((one) => one.fingerprint === fingerprint);
  return key !== undefined && key.from <= at && (key.until === null || at < key.until) ? key : null;
}

/** The secret keys in a folder by epoch, each a file that only its owner may read. */
export async function readSecretKeys(folder: string): Promise<ReadonlyMap<number, KeyObject>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = names.flatMap((name) => /^(\d+)\.pem$/.exec(name)?.[1] ?? []);
  return new Map(
    await Promise.all(
      found.map(
        async (epoch) =>
          [Number(epoch), createPrivateKey(await readFile(join(folder, `${epoch}.pem`)))] as const,
      ),
    ),
  );
}

/** Makes the secret key of an epoch; throws where there is one already. */
export async function makeSecretKey(folder: string, epoch: number): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFile(join(folder, `${epoch}.pem`), pem, { mode: 0o600, flag: 'wx' });
  return privateKey;
}
