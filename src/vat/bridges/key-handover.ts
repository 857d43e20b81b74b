/**
 * How gateways come to the same token key. One of them makes it by chance; each other asks for it by a question of `exchange`, which brings
 * an X25519 key made for this question alone, and the answer brings another, made for this answer alone, and the token key sealed under what
 * both give (RFC 7748, HKDF of RFC 5869, AES-256-GCM). Question and answer are signed by the nodes with the keys of their contract, the
 * answer over the question, so that nobody in between can put a key of his own in; the law decides first whether it is handed over; both
 * logs keep the sealed text, which neither of them can open once the two secret halves are forgotten, and these are never written down.
 *
 * Why not derived from what both have: nodes share no secret, and their Ed25519 keys sign. Turning them into X25519 keys would use one key
 * for two things, would give each pair of nodes another secret where all gateways of an instrument need the same, and whoever stole a node's
 * key later could open all that was ever agreed.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { randomOf } from '#platform/random.ts';

/** Which question a key is handed over in: a sealed text opens in no other. */
export type Handover = {
  readonly instrument: string;
  readonly epoch: number;
  /** Parties: who asks, and who has it. */
  readonly from: string;
  readonly to: string;
  readonly request: string;
};

/** Made for one question or answer, and forgotten after. */
export type OnceKey = { readonly secret: KeyObject; readonly open: string };

export function makeOnceKey(): OnceKey {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return { secret: privateKey, open: publicKey.export({ format: 'jwk' }).x ?? '' };
}

/** `own` is that of the answer, `asker` the open half of the question. Null: that is no key to agree with. */
export function sealSecret(
  secret: Uint8Array,
  handover: Handover,
  own: OnceKey,
  asker: string,
): string | null {
  const under = agreed(own.secret, asker, handover, asker, own.open);
  if (under === null) return null;
  const nonce = randomOf(12);
  const cipher = createCipheriv('aes-256-gcm', under, nonce);
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url');
}

/** Null: it was sealed for another question, or changed. */
export function openSealed(
  sealed: string,
  handover: Handover,
  own: OnceKey,
  answerer: string,
): Buffer | null {
  const under = agreed(own.secret, answerer, handover, own.open, answerer);
  const bytes = Buffer.from(sealed, 'base64url');
  if (under === null || bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Bound to both open halves and to the question. */
function agreed(
  secret: KeyObject,
  other: string,
  handover: Handover,
  asker: string,
  answerer: string,
): Buffer | null {
  const info = canonicalJson({ form: 'tripoint vat token key handover/1', ...handover, asker, answerer });
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: other }, format: 'jwk' });
    // Points of low order give a secret that everybody knows: OpenSSL refuses them.
    const shared = diffieHellman({ privateKey: secret, publicKey });
    return Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), info, 32));
  } catch {
    return null;
  }
}
