import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { hashOf } from '#platform/hash.ts';
import { readVerifierKey, signNote, verifierKey } from '../log/signed-note.ts';
import { openSignedFile } from './signed-file.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = verifierKey({ name: 'tripoint/BE', publicKey }, 'log');
const other = verifierKey(
  { name: 'tripoint/BE', publicKey: generateKeyPairSync('ed25519').publicKey },
  'log',
);
const fileOf = (form: string, content: unknown) =>
  canonicalJson({
    ...{ form, content },
    note: signNote(`tripoint ${form}\n${hashOf(content)}\n`, { name: 'tripoint/BE', key: privateKey }),
  });
const codes = (read: ReturnType<typeof openSignedFile>) =>
  read.ok ? [] : read.problems.map(({ code }) => code);

test('A signed file is opened by the key of who signed it, whatever the order of its fields', () => {
  const content = { b: [1.5, null], a: 'é' };
  expect(
    openSignedFile('thing/1', JSON.stringify(JSON.parse(fileOf('thing/1', content)), null, 2), [key]),
  ).toEqual({
    ok: true,
    value: { content, by: 'tripoint/BE' },
  });
});

test('A signed file is not opened that was changed, or signed by somebody else, or is of another form', () => {
  const text = fileOf('thing/1', { cents: 1 });
  expect(codes(openSignedFile('thing/1', text.replace('"cents":1', '"cents":2'), [key]))).toEqual([
    'exchange_file_not_signed',
  ]);
  expect(codes(openSignedFile('thing/1', text, [other]))).toEqual(['exchange_file_not_signed']);
  expect(codes(openSignedFile('thing/1', text, []))).toEqual(['exchange_file_not_signed']);
  expect(codes(openSignedFile('thing/2', text, [key]))).toEqual(['exchange_file_other_form']);
  // The form is under the signature, too.
  expect(codes(openSignedFile('thing/2', text.replaceAll('thing/1', 'thing/2'), [key]))).toEqual([
    'exchange_file_not_signed',
  ]);
  expect(codes(openSignedFile('thing/1', 'no file', [key]))).toEqual(['exchange_file_unreadable']);
  expect(codes(openSignedFile('thing/1', text, ['tripoint/BE+00000000+AAAA']))).toEqual([
    'exchange_key_invalid',
  ]);
});

test('A key of a node is read as it is published, and not with another hash or name', () => {
  expect(readVerifierKey(key)?.name).toBe('tripoint/BE');
  expect(readVerifierKey(key.replace('tripoint/BE', 'tripoint/NL'))).toBeNull();
  expect(readVerifierKey(verifierKey({ name: 'tripoint/BE', publicKey }, 'cosigner'))).toBeNull();
});
