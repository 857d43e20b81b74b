import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentDigest,
  type FindKey,
  type SignedRequest,
  signAnswer,
  signRequest,
  verifyAnswer,
  verifyRequest,
} from './http-signature.ts';
import { fingerprintOf, keyAt, type NodeKey, type OwnKey } from './keys.ts';

const now = Date.parse('2026-11-27T03:30:00Z');

function keyOf(node: string, until: number | null = null): OwnKey {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  return {
    node,
    name: node,
    fingerprint: fingerprintOf(publicKey),
    publicKey,
    key,
    epoch: 1,
    from: 0,
    until,
  };
}
const [nl, be, stranger] = [keyOf('NL'), keyOf('BE'), keyOf('NL')];
const known: readonly NodeKey[] = [nl, be];
const findKey: FindKey = (fingerprint, at) => keyAt(known, fingerprint, at);

const asked: SignedRequest = {
  method: 'POST',
  url: 'http://be.test/exchange/requests',
  headers: {
    'content-type': 'application/json',
    'tripoint-instrument': 'police-2018',
    'tripoint-budget': '2000',
  },
  body: Buffer.from('{"request":{"id":"1"}}'),
};
const nonce = 'abcdefghijklmnopqrstuv';
const signed = await signRequest(asked, nl, { now, nonce });
const answer = await signAnswer(
  { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"outcome":"empty"}') },
  signed,
  be,
  { now, nonce },
);
const faultOf = (message: SignedRequest, at = now) => {
  const verified = verifyRequest(message, findKey, at);
  return verified.ok ? null : verified.fault;
};
const withHeaders = (headers: Readonly<Record<string, string>>): SignedRequest => ({
  ...signed,
  headers: { ...signed.headers, ...headers },
});
const inputs = signed.headers['signature-input'] ?? '';

describe('A signed request', () => {
  test('is of who signed it, once and for a minute', () => {
    const verified = verifyRequest(signed, findKey, now);
    expect(verified).toMatchObject({ ok: true, nonce, key: { node: 'NL' } });
    expect(inputs).toMatch(
      /^tripoint=\("@method" "@target-uri" "content-digest" "tripoint-instrument" "tripoint-budget"\);created=\d+;expires=\d+;nonce="\w+";keyid="[\w-]{43}";alg="ed25519";tag="tripoint-request"$/,
    );
    expect(faultOf(signed, now + 60_000)).toBe(null);
    expect(faultOf(signed, now + 61_000)).toBe('expired');
    expect(faultOf(signed, now - 11_000)).toBe('created_ahead');
  });

  test('of which anything that it covers is changed is not signed', () => {
    expect(faultOf({ ...signed, method: 'PUT' })).toBe('signature_wrong');
    expect(faultOf({ ...signed, url: 'http://lu.test/exchange/requests' })).toBe('signature_wrong');
    expect(faultOf(withHeaders({ 'tripoint-instrument': 'senn-2004' }))).toBe('signature_wrong');
    expect(faultOf(withHeaders({ 'tripoint-budget': '60000' }))).toBe('signature_wrong');
    expect(faultOf({ ...signed, body: Buffer.from('{"request":{"id":"2"}}') })).toBe('digest_differs');
    const body = Buffer.from('{"request":{"id":"2"}}');
    expect(faultOf({ ...withHeaders({ 'content-digest': contentDigest(body) }), body })).toBe(
      'signature_wrong',
    );
  });

  test('whose signature is taken off, or only half of it, is not signed', () => {
    const { signature: _, 'signature-input': __, ...stripped } = signed.headers;
    expect(faultOf({ ...signed, headers: stripped })).toBe('unsigned');
    expect(faultOf({ ...signed, headers: { ...stripped, signature: signed.headers.signature ?? '' } })).toBe(
      'unsigned',
    );
  });

  test('that covers fewer components, others, or the same under another name is not signed', () => {
    for (const list of [
      '"@method" "@target-uri" "content-digest" "tripoint-instrument"',
      '"@method" "@target-uri" "content-digest" "tripoint-budget" "tripoint-instrument"',
      '"@method" "@target-uri" "content-digest";req "tripoint-instrument" "tripoint-budget"',
      '"@method" "@path" "content-digest" "tripoint-instrument" "tripoint-budget"',
    ])
      expect(faultOf(withHeaders({ 'signature-input': inputs.replace(/\(.*\)/, `(${list})`) }))).toBe(
        'profile_differs',
      );
    expect(
      faultOf(
        withHeaders({ 'signature-input': inputs.replace('tag="tripoint-request"', 'tag="tripoint-answer"') }),
      ),
    ).toBe('profile_differs');
    expect(faultOf(withHeaders({ 'signature-input': `${inputs}, other=("@method");created=1` }))).toBe(
      'profile_differs',
    );
  });

  test('that names another algorithm is not signed, whichever it names', () => {
    for (const alg of ['hmac-sha256', 'none', 'rsa-v1_5-sha256', 'ED25519', ''])
      expect(
        faultOf(withHeaders({ 'signature-input': inputs.replace('alg="ed25519"', `alg="${alg}"`) })),
      ).toBe('profile_differs');
  });

  test('whose key is nobody’s, another’s or no key at all is not signed', async () => {
    expect(faultOf(await signRequest(asked, stranger, { now, nonce }))).toBe('key_unknown');
    const swapped = (keyid: string) =>
      faultOf(withHeaders({ 'signature-input': inputs.replace(nl.fingerprint, keyid) }));
    expect(swapped(be.fingerprint)).toBe('signature_wrong');
    expect(swapped('../../etc/passwd')).toBe('key_unknown');
    expect(swapped("' or 1=1 --")).toBe('key_unknown');
    expect(swapped('__proto__')).toBe('key_unknown');
  });

  test('of a key that has ended is not signed from then on, and what it signed before stays so', async () => {
    const ended = { ...keyOf('NL'), until: now + 5_000 };
    const find: FindKey = (fingerprint, at) => keyAt([ended], fingerprint, at);
    const before = await signRequest(asked, ended, { now, nonce });
    expect(verifyRequest(before, find, now)).toMatchObject({ ok: true });
    expect(verifyRequest(before, find, now + 6_000)).toEqual({ ok: false, fault: 'key_unknown' });
    // Of what lies in the log it is asked as of when it happened.
    expect(find(ended.fingerprint, now)).toBe(ended);
  });

  test('of a key that was made in the same second is signed', async () => {
    const made = { ...keyOf('NL'), from: now + 400 };
    const find: FindKey = (fingerprint, at) => keyAt([made], fingerprint, at);
    const at = now + 500;
    expect(verifyRequest(await signRequest(asked, made, { now: at, nonce }), find, at)).toMatchObject({
      ok: true,
    });
  });

  test('with a signature that lasts longer than a minute is not signed, though its key is right', () => {
    const long = inputs.replace(/expires=\d+/, `expires=${now / 1000 + 3600}`);
    expect(faultOf(withHeaders({ 'signature-input': long }))).toBe('profile_differs');
  });

  test('of which the headers are anything at all is refused and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (input, signature) => {
        expect(verifyRequest(withHeaders({ 'signature-input': input, signature }), findKey, now).ok).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is verified by the reference of the standard, not only by ourselves', () => {
    // The base of RFC 9421, section 2.5, written out by hand.
    const parameters = inputs.replace('tripoint=', '');
    const base = [
      '"@method": POST',
      `"@target-uri": ${asked.url}`,
      `"content-digest": ${contentDigest(asked.body)}`,
      '"tripoint-instrument": police-2018',
      '"tripoint-budget": 2000',
      `"@signature-params": ${parameters}`,
    ].join('\n');
    const expected = sign(null, Buffer.from(base), nl.key).toString('base64');
    expect(signed.headers.signature).toBe(`tripoint=:${expected}:`);
  });
});

describe('A signed answer', () => {
  test('is the answer to the request that it was given to, and to no other', async () => {
    expect(verifyAnswer(answer, signed, findKey, now)).toMatchObject({ ok: true, key: { node: 'BE' } });
    const other = await signRequest(asked, nl, { now, nonce: 'zyxwvutsrqponmlkjihgfe' });
    expect(verifyAnswer(answer, other, findKey, now)).toEqual({ ok: false, fault: 'signature_wrong' });
    const changed = { ...answer, body: Buffer.from('{"outcome":"denied"}') };
    expect(verifyAnswer(changed, signed, findKey, now)).toEqual({ ok: false, fault: 'digest_differs' });
    expect(verifyAnswer({ ...answer, status: 403 }, signed, findKey, now)).toEqual({
      ok: false,
      fault: 'signature_wrong',
    });
  });

  test('is no request, and a request is no answer', () => {
    expect(verifyRequest({ ...asked, headers: answer.headers, body: answer.body }, findKey, now).ok).toBe(
      false,
    );
    expect(
      verifyAnswer({ status: 200, headers: signed.headers, body: signed.body }, signed, findKey, now).ok,
    ).toBe(false);
  });
});
