import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * A short text under which several sign, each with a line of their own, in the form of C2SP `signed-note` and `tlog-cosignature`,
 * so that others' tools can read our checkpoints. All signatures are Ed25519.
 */

/** Signs as whoever keeps the log, or, with the time, as one who saw that it only grew. */
export type Signer = { readonly name: string; readonly key: KeyObject };
export type Verifier = { readonly name: string; readonly publicKey: KeyObject };

export type NoteSignature = {
  readonly name: string;
  /** When a co-signer saw it, in seconds since 1970; null: the log's own signature. */
  readonly seenAt: number | null;
};

/** Types of signature in C2SP `signed-note`. */
const own = 0x01;
const cosigned = 0x04;

/** The text ends with a line feed. */
export function signNote(text: string, signer: Signer): string {
  const signature = sign(null, Buffer.from(text), signer.key);
  return `${text}\n${lineOf(signer, own, signature)}`;
}

/** The same note with one more line: that its co-signer saw it at that second, and no other log of that name and size. */
export function cosignNote(note: string, signer: Signer, seenAt: number): string {
  const { text } = split(note) ?? { text: '' };
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seenAt));
  const signature = sign(null, cosignedMessage(text, seenAt), signer.key);
  return `${note}${lineOf(signer, cosigned, Buffer.concat([time, signature]))}`;
}

/**
 * The text of a note and which of those known signed it. Null where it is no note, where nobody known signed it, or where a line
 * of somebody known is not his: lines of others are let pass, as the form demands.
 */
export function openNote(
  note: string,
  verifiers: readonly Verifier[],
): { readonly text: string; readonly signatures: readonly NoteSignature[] } | null {
  const parts = split(note);
  if (parts === null) return null;
  const signatures: NoteSignature[] = [];
  for (const line of parts.lines) {
    const found = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
    if (found === null) return null;
    const [, name = '', encoded = ''] = found;
    const bytes = Buffer.from(encoded, 'base64');
    const of = (type: number) =>
      verifiers.find((known) => known.name === name && keyHash(known, type).equals(bytes.subarray(0, 4)));
    const [keeper, witness] = [of(own), of(cosigned)];
    if (keeper !== undefined) {
      if (!verify(null, Buffer.from(parts.text), keeper.publicKey, bytes.subarray(4))) return null;
      signatures.push({ name, seenAt: null });
    } else if (witness !== undefined) {
      if (bytes.length !== 4 + 8 + 64) return null;
      const seenAt = Number(bytes.readBigUInt64BE(4));
      if (!verify(null, cosignedMessage(parts.text, seenAt), witness.publicKey, bytes.subarray(12)))
        return null;
      signatures.push({ name, seenAt });
    }
  }
  return signatures.length === 0 ? null : { text: parts.text, signatures };
}

/** What stands above the signatures, whoever made them; the empty text where it is no note. */
export function noteText(note: string): string {
  return split(note)?.text ?? '';
}

/** More than any note of ours needs: the largest are items of the register’s feed. */
const longestNote = 1024 * 1024;

function split(note: string): { readonly text: string; readonly lines: readonly string[] } | null {
  const end = note.lastIndexOf('\n\n');
  if (note.length > longestNote || end < 0 || !note.endsWith('\n')) return null;
  return { text: note.slice(0, end + 1), lines: note.slice(end + 2, -1).split('\n') };
}

function cosignedMessage(text: string, seenAt: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seenAt}\n${text}`);
}

function lineOf({ name, key }: Signer, type: number, signature: Uint8Array): string {
  const verifier = { name, publicKey: createPublicKey(key) };
  return `— ${name} ${Buffer.concat([keyHash(verifier, type), signature]).toString('base64')}\n`;
}

/** The key as C2SP writes it for whoever is to check signatures: `name+hash+key`. */
export function verifierKey(verifier: Verifier, of: 'log' | 'cosigner'): string {
  const type = of === 'log' ? own : cosigned;
  const key = Buffer.concat([Buffer.from([type]), rawKey(verifier)]);
  return `${verifier.name}+${keyHash(verifier, type).toString('hex')}+${key.toString('base64')}`;
}

/** The key of whoever keeps a log, as `verifierKey` writes it; null: it is none. */
export function readVerifierKey(text: string): Verifier | null {
  const [, name = '', hash = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== own) return null;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') };
  const verifier = { name, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
  return keyHash(verifier, own).toString('hex') === hash ? verifier : null;
}

function rawKey({ publicKey }: Verifier): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function keyHash(verifier: Verifier, type: number): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${verifier.name}\n`), Buffer.from([type]), rawKey(verifier)]))
    .digest()
    .subarray(0, 4);
}
