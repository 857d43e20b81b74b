import { hash, sign, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { isInnerList, parseDictionary, serializeInnerList, serializeItem } from 'structured-headers';
import { jsDate } from '#platform/clock.ts';
import type { NodeKey, OwnKey } from './keys.ts';

/**
 * Requests and answers between nodes, signed after RFC 9421 with a content digest after RFC 9530. One profile and no choice: one
 * signature, by Ed25519, over exactly these components in this order, with exactly these parameters. What is signed otherwise, or
 * signs less, is not signed.
 */
type Profile = {
  readonly label: string;
  readonly tag: string;
  readonly components: readonly string[];
};

/** A request is bound to where it goes, what it holds, the instrument that it names and the time that it leaves. */
const requestProfile: Profile = {
  label: 'tripoint',
  tag: 'tripoint-request',
  components: [
    '"@method"',
    '"@target-uri"',
    '"content-digest"',
    '"tripoint-instrument"',
    '"tripoint-budget"',
  ],
};
/** An answer is bound to the request that it answers, by that one's signature (RFC 9421, section 2.4). */
const answerProfile: Profile = {
  label: 'tripoint',
  tag: 'tripoint-answer',
  components: ['"@status"', '"content-digest"', '"signature";req;key="tripoint"', '"content-digest";req'],
};

const parameters = ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'] as const;
const algorithm = 'ed25519';

/** Seconds for which a signature is good, and by which the clocks of two nodes may differ. */
export const lifetime = 60;
export const tolerance = 10;

export type Headers = Readonly<Record<string, string>>;
export type SignedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
};
export type SignedAnswer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };

/** What of a signed message shows to others who signed it and what: with its body it can be verified again. */
export type SignatureKept = { readonly digest: string; readonly input: string; readonly signature: string };

export function signatureOf({ headers }: { readonly headers: Headers }): SignatureKept {
  const { 'content-digest': digest = '', 'signature-input': input = '', signature = '' } = headers;
  return { digest, input, signature };
}

export type SignatureFault =
  | 'unsigned'
  | 'profile_differs'
  | 'digest_differs'
  | 'key_unknown'
  | 'created_ahead'
  | 'expired'
  | 'signature_wrong';

export type Verified =
  | { readonly ok: true; readonly key: NodeKey; readonly nonce: string; readonly expires: number }
  | { readonly ok: false; readonly fault: SignatureFault };

/** The key of a fingerprint at a moment in milliseconds; null where there was none. */
export type FindKey = (fingerprint: string, at: number) => NodeKey | null;

export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

/** `now` in milliseconds. */
export async function signRequest(
  request: SignedRequest,
  key: OwnKey,
  { now, nonce }: { readonly now: number; readonly nonce: string },
): Promise<SignedRequest> {
  const headers = { ...request.headers, 'content-digest': contentDigest(request.body) };
  const message = { ...request, headers };
  const signed = await httpbis.signMessage(config(requestProfile, key, now, nonce), message);
  return { ...request, headers: lowerCased(signed.headers) };
}

export async function signAnswer(
  answer: SignedAnswer,
  request: SignedRequest,
  key: OwnKey,
  { now, nonce }: { readonly now: number; readonly nonce: string },
): Promise<SignedAnswer> {
  const headers = { ...answer.headers, 'content-digest': contentDigest(answer.body) };
  const signed = await httpbis.signMessage(
    config(answerProfile, key, now, nonce),
    { ...answer, headers },
    request,
  );
  return { ...answer, headers: lowerCased(signed.headers) };
}

function config({ components, tag, label }: Profile, key: OwnKey, now: number, nonce: string) {
  return {
    key: {
      id: key.fingerprint,
      alg: algorithm,
      sign: async (base: Buffer) => sign(null, base, key.key),
    },
    name: label,
    fields: [...components],
    params: [...parameters],
    paramValues: { created: jsDate(now), expires: jsDate(now + lifetime * 1000), nonce, tag },
  };
}

/** Names of headers as Node has them. */
function lowerCased(headers: Readonly<Record<string, string | readonly string[]>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  );
}

export function verifyRequest(request: SignedRequest, findKey: FindKey, now: number): Verified {
  const base = (fields: readonly string[]) =>
    httpbis.createSignatureBase({ fields: [...fields] }, mutable(request));
  return verifyBy(requestProfile, request, base, findKey, now);
}

/** Whether it is the answer to that request, and not to another that was well signed, too. */
export function verifyAnswer(
  answer: SignedAnswer,
  request: SignedRequest,
  findKey: FindKey,
  now: number,
): Verified {
  const base = (fields: readonly string[]) =>
    httpbis.createSignatureBase({ fields: [...fields] }, mutable(answer), mutable(request));
  return verifyBy(answerProfile, answer, base, findKey, now);
}

const mutable = <Message extends { readonly headers: Headers }>(message: Message) => ({
  ...message,
  headers: { ...message.headers },
});

function verifyBy(
  profile: Profile,
  message: { readonly headers: Headers; readonly body: Uint8Array },
  baseOf: (fields: readonly string[]) => [string, string[]][],
  findKey: FindKey,
  now: number,
): Verified {
  const refused = (fault: SignatureFault): Verified => ({ ok: false, fault });
  const { 'signature-input': inputs, signature: signatures, 'content-digest': digest } = message.headers;
  if (inputs === undefined || signatures === undefined) return refused('unsigned');
  const read = readSignature(profile, inputs, signatures);
  if (read === null) return refused('profile_differs');
  if (digest !== contentDigest(message.body)) return refused('digest_differs');
  const { created, expires, nonce, fingerprint } = read;
  if (created * 1000 > now + tolerance * 1000) return refused('created_ahead');
  if (expires * 1000 < now) return refused('expired');
  // Known when it signed, and not ended since: what arrives now is not history.
  // By the end of the second that it names: a key may have been made in the middle of it.
  const key = findKey(fingerprint, Math.max(created * 1000 + 999, now - lifetime * 1000));
  if (key === null || findKey(fingerprint, now) === null) return refused('key_unknown');
  try {
    const base = httpbis.formatSignatureBase([
      ...baseOf(profile.components),
      ['"@signature-params"', [read.input]],
    ]);
    if (!verify(null, Buffer.from(base), key.publicKey, read.signature)) return refused('signature_wrong');
  } catch {
    // A component that it is to be over is not there.
    return refused('profile_differs');
  }
  return { ok: true, key, nonce, expires: expires * 1000 };
}

/** Null where it is not of the profile, whatever else it may be. */
function readSignature({ label, tag, components }: Profile, inputs: string, signatures: string) {
  try {
    const [[name, input] = [], ...more] = [...parseDictionary(inputs)];
    const [[signed, bytes] = [], ...others] = [...parseDictionary(signatures)];
    if (name !== label || signed !== label || more.length + others.length > 0) return null;
    if (input === undefined || bytes === undefined || !isInnerList(input) || isInnerList(bytes)) return null;
    const fields = input[0].map((item) => serializeItem(item));
    if (fields.length !== components.length || fields.some((one, index) => one !== components[index]))
      return null;
    const given = [...input[1].keys()];
    if (given.length !== parameters.length || given.some((one, index) => one !== parameters[index]))
      return null;
    const { created, expires, nonce, keyid, alg, tag: said } = Object.fromEntries(input[1]);
    if (alg !== algorithm || said !== tag || typeof keyid !== 'string') return null;
    if (typeof nonce !== 'string' || !/^[A-Za-z0-9_-]{16,64}$/.test(nonce)) return null;
    if (!Number.isSafeInteger(created) || !Number.isSafeInteger(expires)) return null;
    const [from, until] = [Number(created), Number(expires)];
    if (until <= from || until - from > lifetime) return null;
    if (!(bytes[0] instanceof ArrayBuffer) || bytes[0].byteLength !== 64 || bytes[1].size > 0) return null;
    return {
      created: from,
      expires: until,
      nonce,
      fingerprint: keyid,
      signature: new Uint8Array(bytes[0]),
      input: serializeInnerList(input),
    };
  } catch {
    return null;
  }
}
