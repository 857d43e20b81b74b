import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evidenceKinds } from '#evidence';
import { languages } from '#kernel/languages.ts';
import { type JsonObject, readLayout, unionKinds } from '../../files/layout.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fieldName } from './fields.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues = { nl, fr, de, en };
const english = new Map<string, string>(Object.entries(en));

/** Names that are rightly the same as in English: words that the languages share. */
const sharedWithEnglish = new Set([
  'fr:vacant',
  'fr:article',
  'fr:conditions',
  ...['nl', 'fr', 'de'].map((language) => `${language}:case`),
  ...['bureau', 'code', 'criteria', 'document', 'indicator', 'status'].map((key) => `nl:${key}`),
  ...['budget', 'bureau', 'certain', 'code', 'date', 'document', 'licence', 'obligations'].map(
    (key) => `fr:${key}`,
  ),
  ...['participants', 'parties', 'source', 'total'].map((key) => `fr:${key}`),
  ...['initiator', 'organisation', 'person', 'status'].map((key) => `de:${key}`),
]);

const file: JsonObject = JSON.parse(
  readFileSync(new URL('../../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);

/** Keys of objects at any depth: years, article numbers, parties and languages are no fields. */
function keysWithin(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/^(\d|[A-Z]|(nl|fr|de|en)$)/.test(key) ? [] : [key]),
    ...keysWithin(inner),
  ]);
}

test('every key that a schema names has a name', () => {
  const keys = [...unionKinds, ...evidenceKinds].flatMap((kind) => Object.keys(kind.schema.shape));
  expect(new Set(keys).size).toBeGreaterThan(150);
  expect(keys.filter((key) => !english.has(key))).toEqual([]);
});

test('every key of the first data set has a name, nested ones and those of statements too', () => {
  const { records } = readLayout(file);
  const keys = new Set(records.flatMap((record) => keysWithin(record.body)));
  expect(keys.size).toBeGreaterThan(180);
  expect([...keys].filter((key) => !english.has(key))).toEqual([]);
});

test.each(languages)('the names in %s are whole, in sentence case, and not left in English', (language) => {
  const names = Object.entries(catalogues[language]);
  expect(names.map(([key]) => key)).toEqual([...english.keys()]);
  expect(names.filter(([, name]) => !/^\p{Lu}(.*[^\s.:])?$/u.test(name))).toEqual([]);
  const same = names.filter(([key, name]) => name === english.get(key)).map(([key]) => `${language}:${key}`);
  if (language !== 'en')
    expect(same.sort()).toEqual([...sharedWithEnglish].filter((one) => one.startsWith(language)).sort());
});

test('a key that no schema names shows itself, a language what it calls itself', () => {
  expect(fieldName('status_as_of', 'nl')).toBe('Stand op');
  expect(fieldName('participants', 'de')).toBe('Teilnehmer');
  expect(fieldName('harbour_master', 'fr')).toBe('harbour master');
  expect(fieldName('constructor', 'fr')).toBe('constructor');
  expect(fieldName('nl', 'de')).toBe('Nederlands');
});
