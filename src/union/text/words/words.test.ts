import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { type JsonObject, readLayout } from '../../files/layout.ts';
import { instruments } from '../../law/model.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { recommendations, workProgrammes } from '../../programme/model.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import { findWord, wordFor } from './words.ts';

const catalogues = { nl, fr, de, en };
const english = new Map<string, string>(Object.entries(en));

const sharedWithEnglish = ['de:forum', 'fr:directive', 'fr:forum', 'fr:motion', 'nl:forum', 'nl:protocol'];

const file: JsonObject = JSON.parse(
  readFileSync(new URL('../../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);
const { records } = readLayout(file);

test.each([
  [parties, 'kind', 8],
  [parties, 'default_role', 1],
  [bodies, 'kind', 9],
  [groups, 'kind', 8],
  [groups, 'status', 4],
  [instruments, 'kind', 24],
  [instruments, 'status', 1],
  [parliamentItems, 'kind', 1],
  [parliamentItems, 'status', 1],
  [workProgrammes, 'status', 1],
  [recommendations, 'strength', 3],
] as const)('every word of the first data set has its text in each language: %o', (kind, key, expected) => {
  const words = new Set(
    records.flatMap(({ kind: of, body }) =>
      of === kind && typeof body[key] === 'string' ? [body[key]] : [],
    ),
  );
  expect(words.size).toBe(expected);
  for (const language of languages)
    expect([...words].filter((word) => findWord(word, language) === undefined)).toEqual([]);
});

test.each(languages)('the words in %s are whole, in sentence case, and not left in English', (language) => {
  const words = Object.entries(catalogues[language]);
  expect(words.map(([word]) => word)).toEqual([...english.keys()]);
  expect(words.filter(([, text]) => !/^\p{Lu}.*[^\s.:]$/u.test(text))).toEqual([]);
  const same = words
    .filter(([word, text]) => text === english.get(word))
    .map(([word]) => `${language}:${word}`);
  if (language !== 'en')
    expect(same.sort()).toEqual(sharedWithEnglish.filter((one) => one.startsWith(language)));
});

test('states, roles and words of evidence are found too; words of a source show themselves', () => {
  expect(wordFor('decision', 'nl')).toBe('Beschikking');
  expect(wordFor('dormant', 'nl')).toBe('Slapend');
  expect(wordFor('rounded', 'de')).toBe('gerundet');
  expect(wordFor('harbour_code', 'fr')).toBe('harbour code');
  expect(findWord('toString', 'fr')).toBeUndefined();
});
