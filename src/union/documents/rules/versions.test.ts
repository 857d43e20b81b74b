import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Version } from '../model.ts';
import { currentIn, currentVersions, handedName, nameOf, usesOf } from './versions.ts';

const version = (number: number, rest: Partial<Version> = {}): Version => ({
  number,
  language: 'nl',
  hash: String(number).repeat(64).slice(0, 64),
  media_type: 'application/pdf',
  size: 10,
  name: 'a.pdf',
  added: `2020-01-0${number}`,
  translation: 'original',
  authentic: false,
  text: 'found',
  ...rest,
});
const numbers = (versions: readonly Version[]) => versions.map(({ number }) => number);
const withdrawn = { on: '2020-02-01', reason: 'x' };

describe('Which versions stand', () => {
  const versions = [version(1), version(2, { language: 'fr' }), version(3, { supersedes: 1 })];

  test('those that nothing supersedes, one a language', () => {
    expect(numbers(currentVersions(versions))).toEqual([2, 3]);
    expect(currentIn(versions, 'nl')?.number).toBe(3);
    expect(currentIn(versions, 'de')).toBeUndefined();
  });

  test('where the one that superseded is withdrawn, the one before stands again; where all are, none', () => {
    const [first, second, third] = versions as [Version, Version, Version];
    expect(numbers(currentVersions([first, second, { ...third, withdrawn }]))).toEqual([1, 2]);
    // An earlier one that is withdrawn does not come back.
    expect(numbers(currentVersions([{ ...first, withdrawn }, second, third]))).toEqual([2, 3]);
    expect(currentVersions(versions.map((one) => ({ ...one, withdrawn })))).toEqual([]);
  });

  test('and from when until when each is found by its words', () => {
    expect(usesOf(versions)).toMatchObject([
      { version: 1, knownFrom: '2020-01-01', knownUntil: '2020-01-03' },
      { version: 2, language: 'fr', knownUntil: null },
      { version: 3, knownFrom: '2020-01-03', knownUntil: null },
    ]);
    expect(usesOf([version(1, { withdrawn }), version(2, { text: 'none' })])).toEqual([]);
  });
});

describe('The name of a file', () => {
  test.each([
    ['Verslag é.pdf', 'Verslag é.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.doc', 'a.doc'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\r\nc\u202Etxt', 'abctxt'],
    ['a"b<c>|?*:.txt', 'abc.txt'],
    ['../', 'fallback'],
    ['  . ', 'fallback'],
    [undefined, 'fallback'],
  ])('%j becomes %j', (given, kept) => {
    expect(nameOf(given, 'fallback')).toBe(kept);
  });

  test('is one that no folder, header or page can take for anything else, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = nameOf(given, 'fallback');
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}"<>]|^\./u);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });

  test('ends in what it is', () => {
    expect(handedName({ name: 'a.PDF', media_type: 'application/pdf' })).toBe('a.PDF');
    expect(handedName({ name: 'a.exe', media_type: 'application/pdf' })).toBe('a.exe.pdf');
    expect(handedName({ name: 'a.html', media_type: 'text/html' })).toBe('a.html.txt');
    expect(handedName({ name: 'run.bat', media_type: 'text/plain' })).toBe('run.bat.txt');
  });
});
