import { expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { en } from './en.ts';
import { evidenceTexts } from './texts.ts';

type Entry = string | ((...parameters: never[]) => string);

/** `page.indicator` to its text or function, in the order of the catalogue. */
function entriesOf(catalogue: object, path = ''): [string, Entry][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, Entry][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? entriesOf(value, here) : [[here, value]];
  });
}

/** Every named parameter as its own name in brackets, for the entries that take an object; `others` may be empty. */
const named = (given: Readonly<Record<string, string>> = {}) =>
  new Proxy(given, { get: (target, name) => target[String(name)] ?? `<${String(name)}>` });
const marks = (path: string) =>
  path === 'page.years' || path === 'page.later' || path === 'feeds.withoutPeriod'
    ? [312]
    : path === 'page.partsReported'
      ? [51, 312]
      : ['<first>', '<second>', '<third>'];

/** What an entry says for each of its samples; a text says one thing. */
function sayings(path: string, entry: Entry): readonly string[] {
  if (typeof entry === 'string') return [entry];
  const samples = /^(refusals|caveats|problems)\./.test(path)
    ? [[named()], [named({ others: '', from: '', to: '' })]]
    : [marks(path)];
  return samples.map((sample) => entry(...(sample as never[])));
}

const markedIn = (text: string) => [...new Set(text.match(/<\w+>|\b(51|312)\b/g))].sort();

const others = languages.filter((language) => language !== 'en');
const english = new Map(entriesOf(en));

/** Texts that are rightly the same as in English: words that the languages share. */
const sharedWithEnglish = new Set([
  'units.EUR',
  'fr:units.questions',
  'page.dossier',
  'nl:page.indicator',
  'de:feeds.axes.definition',
  'nl:page.document',
  'fr:page.document',
  'fr:page.source',
  'fr:page.comparable',
]);

test.each(others)('the catalogue %s has the keys of the English one, and no empty text', (language) => {
  const entries = entriesOf(evidenceTexts(language));
  expect(entries.length).toBeGreaterThan(90);
  expect(entries.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  for (const [path, entry] of entries)
    for (const said of sayings(path, entry)) expect(said.trim(), path).not.toBe('');
});

test.each(others)('a function in %s takes and says all that the English one does', (language) => {
  let marked = 0;
  for (const [path, entry] of entriesOf(evidenceTexts(language))) {
    const original = english.get(path) ?? '';
    expect(typeof entry, path).toBe(typeof original);
    if (typeof entry === 'function') expect(entry.length, path).toBe(original.length);
    const inEnglish = sayings(path, original).map(markedIn);
    expect(sayings(path, entry).map(markedIn), path).toEqual(inEnglish);
    marked += inEnglish.flat().length;
  }
  expect(marked).toBeGreaterThan(40);
});

test.each(others)('no text in %s is left in English', (language) => {
  const same = entriesOf(evidenceTexts(language)).filter(([path, entry]) => {
    const inEnglish = sayings(path, english.get(path) ?? '');
    const shared = sharedWithEnglish.has(path) || sharedWithEnglish.has(`${language}:${path}`);
    return !shared && sayings(path, entry).some((said, index) => said === inEnglish[index]);
  });
  expect(same).toEqual([]);
});

test.each(others)('%s keeps its typography', (language) => {
  for (const [path, entry] of entriesOf(evidenceTexts(language)))
    for (const said of sayings(path, entry)) {
      expect(said, path).not.toMatch(/['"]/);
      if (language === 'fr') expect(said, path).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]/);
    }
});

test('what is not stated is said, and a merged cell is told from the cell that holds others', () => {
  const params = { year: '2014', series: 'projects_new', others: '', from: 'NL', to: '' };
  expect(evidenceTexts('nl').refusals.geography_differs(params)).toContain('NL en niet vermeld');
  expect(evidenceTexts('de').refusals.merged_cells(params)).toContain('Teil einer verbundenen Zelle');
  expect(evidenceTexts('fr').refusals.merged_cells({ ...params, others: 'projects_ongoing' })).toContain(
    'comprend aussi projects_ongoing',
  );
});

test('one and many are told apart', () => {
  expect(evidenceTexts('nl').page.years(7)).toBe('7 jaar');
  expect(evidenceTexts('fr').page.years(0)).toBe('0 année');
  expect(evidenceTexts('fr').page.years(7)).toBe('7 années');
  expect(evidenceTexts('de').page.years(1)).toBe('1 Jahr');
  expect(evidenceTexts('de').page.years(7)).toBe('7 Jahre');
});
