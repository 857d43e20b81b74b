import { expect, test } from 'vitest';
import { parsePartialDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { en } from './en.ts';
import { texts } from './texts.ts';

type Entry = string | ((...parameters: never[]) => string);

/** `shell.entries.law` to its text or function, in the order of the catalogue. */
function entriesOf(catalogue: object, path = ''): [string, Entry][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, Entry][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? entriesOf(value, here) : [[here, value]];
  });
}

const day = (text: string) => {
  const date = parsePartialDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
};

/** Something recognisable for each parameter: dates where the entry speaks of dates, numbers where it counts. */
const dates = [day('2016-07-01'), day('2020-05')];
const counts = [51, 100, 312];
const words = ['Xanadu'];

function parametersOf(path: string): readonly unknown[] {
  if (/^dates\.|^list\.empty\.|^exports\.asOf$/.test(path)) return dates;
  if (/^list\.(results|range|more)$|^exports\.part$/.test(path)) return counts;
  if (/^chart\./.test(path)) return [2019, 'Xanadu'];
  if (/^map\./.test(path)) return ['Xanadu', 'Ruritania'];
  return words;
}

const others = languages.filter((language) => language !== 'en');
const english = new Map(entriesOf(en));

/** Texts that are rightly the same as in English: proper names, formats and words that the languages share. */
const sharedWithEnglish = new Set([
  ...['csv', 'xlsx', 'json', 'pdf', 'docx'].map((format) => `shell.exports.${format}`),
  'shell.api',
  'shell.register',
  'sources.sections',
  'exports.register',
  'chart.gap',
  'chart.value',
  'map.state',
  'fr:shell.entries.programme',
  'fr:shell.version',
  'nl:shell.account',
]);

test.each(others)('the catalogue %s has the keys of the English one, and no empty text', (language) => {
  const entries = entriesOf(texts(language));
  expect(entries.length).toBeGreaterThan(150);
  expect(entries.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  for (const [path, entry] of entries) if (typeof entry === 'string') expect(entry.trim(), path).not.toBe('');
});

test.each(others)('a function in %s takes and says all that the English one does', (language) => {
  let looked = 0;
  for (const [path, entry] of entriesOf(texts(language))) {
    const original = english.get(path);
    if (typeof entry !== 'function' || typeof original !== 'function') {
      expect(typeof entry, path).toBe(typeof original);
      continue;
    }
    looked += 1;
    expect(entry.length, path).toBe(original.length);
    const parameters = parametersOf(path).slice(0, entry.length);
    const said = entry(...(parameters as never[]));
    for (const parameter of parameters) {
      const seen = /^\d{4}-/.test(String(parameter)) ? String(parameter).slice(0, 4) : String(parameter);
      expect(said, path).toContain(seen);
    }
  }
  expect(looked).toBeGreaterThan(20);
});

test.each(others)('no text in %s is left in English', (language) => {
  const same = entriesOf(texts(language)).filter(([path, entry]) => {
    const original = english.get(path);
    const said = typeof entry === 'string' ? entry : entry(...(parametersOf(path) as never[]));
    const saidInEnglish =
      typeof original === 'string' ? original : original?.(...(parametersOf(path) as never[]));
    return (
      said === saidInEnglish && !sharedWithEnglish.has(path) && !sharedWithEnglish.has(`${language}:${path}`)
    );
  });
  expect(same).toEqual([]);
});

test('one and many are told apart, in French also for none', () => {
  expect(texts('en').list.results(1)).toBe('1 result');
  expect(texts('en').list.results(0)).toBe('0 results');
  expect(texts('fr').list.results(0)).toBe('0 résultat');
  expect(texts('nl').list.results(2)).toBe('2 resultaten');
  expect(texts('de').list.results(1)).toBe('1 Ergebnis');
});

test('dates take the preposition of their precision', () => {
  const [full = day('2016'), month = day('2016')] = dates;
  expect(texts('nl').dates.known(full)).toBe('bekend op 1 juli 2016');
  expect(texts('nl').dates.known(month)).toBe('bekend in mei 2020');
  expect(texts('fr').dates.asOf(full)).toMatch(/^Situation au 1(er)? juillet 2016$/);
  expect(texts('de').dates.known(month)).toBe('bekannt im Mai 2020');
  expect(texts('de').dates.known(day('2020'))).toBe('bekannt 2020');
  expect(texts('en').dates.known(full)).toBe('known on 1 July 2016');
});
