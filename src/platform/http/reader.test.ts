import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { acceptedLanguages, isSecure, localPath } from './reader.ts';

test('A path that is let through leads to this node, whatever it is made of', () => {
  const here = 'https://tripoint.example.org';
  const piece = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    ' ',
    '..',
    '.',
    '@',
    ':',
    'https:',
    'example.org',
    '%2f',
    '?',
    '#',
    '&',
    'nl',
  );
  let passed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(''));
      if (path === null) return;
      passed += 1;
      expect(new URL(path, `${here}/sign-in`).origin).toBe(here);
    }),
    { seed: 20200531, numRuns: 20_000 },
  );
  expect(passed).toBeGreaterThan(100);
});

test.each(['/', '/nl/benelux/law?as-of=2016&x=%2F%2Fy#part', '/a//b'])(
  'The path %s is let through',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  ['nl', ['nl']],
  ['fr-BE, nl;q=0.8', ['fr', 'nl']],
  ['en;q=0.1, de ; q=0.9', ['de', 'en']],
  ['de;q=0', []],
  ['de;q=x', []],
])('Accept-Language %s is %j', (header, languages) => {
  expect(acceptedLanguages(header)).toEqual(languages);
});

test.each([
  [{}, false],
  [{ BASE_URL: 'http://localhost:8080' }, false],
  [{ BASE_URL: 'http://127.0.0.1:8080' }, false],
  [{ BASE_URL: 'http://[::1]:8080' }, false],
  [{ BASE_URL: 'http://localhost.example.org' }, true],
  [{ BASE_URL: 'https://localhost' }, true],
  [{ BASE_URL: 'https://tripoint.example.org' }, true],
])('With %j cookies are for TLS alone: %s', (env, secure) => {
  const config = readConfig(env);
  expect(config.ok && isSecure(config.value)).toBe(secure);
});
