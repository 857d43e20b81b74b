import { expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { en } from './en.ts';
import { reportTexts } from './report-texts.ts';

type Entry = string | ((...parameters: never[]) => string);

/** `groups.movements.created` to its text or function, in the order of the catalogue. */
function entriesOf(catalogue: object, path = ''): [string, Entry][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, Entry][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? entriesOf(value, here) : [[here, value]];
  });
}

/** Entries that count take numbers; all others words that are recognised again. */
const counts = /^cut$|notBalancedWhy|perhapsLate|coverage\.(of|groupsIntro|startsUnstated)$/;

function saying(path: string, entry: Entry): string {
  if (typeof entry === 'string') return entry;
  const given = counts.test(path) ? [51, 312] : ['<a>', '<b>', '<c>', '<d>', '<e>'];
  return entry(...(given as never[]));
}

const markedIn = (text: string) => [...new Set(text.match(/<\w>|\b(51|312)\b/g))].sort();
const others = languages.filter((language) => language !== 'en');
const english = new Map(entriesOf(en));

/** Texts that are rightly the same as in English: words that the languages share, and bare forms. */
const sharedWithEnglish = new Set([
  'results.dossier',
  ...['nl', 'de'].flatMap((language) => [`${language}:seenLater`, `${language}:groups.change`]),
  'nl:facts.register',
  'de:facts.register',
  'nl:inYear',
  'nl:results.indicator',
  'nl:implementation.open',
  'fr:source',
  'fr:facts.derived_from',
  'fr:results.comparable',
  'fr:unrealised.promise',
  'fr:budget.amount',
  'fr:budget.contribution',
]);

test.each(others)('the catalogue %s has the keys of the English one, and no empty text', (language) => {
  const entries = entriesOf(reportTexts(language));
  expect(entries.length).toBeGreaterThan(150);
  expect(entries.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  for (const [path, entry] of entries) expect(saying(path, entry).trim(), path).not.toBe('');
});

test.each(others)('a text in %s says all that the English one does, and in its own words', (language) => {
  let looked = 0;
  for (const [path, entry] of entriesOf(reportTexts(language))) {
    const original = english.get(path);
    if (original === undefined) throw new Error(path);
    const [said, inEnglish] = [saying(path, entry), saying(path, original)];
    expect(markedIn(said), path).toEqual(markedIn(inEnglish));
    const shared = sharedWithEnglish.has(path) || sharedWithEnglish.has(`${language}:${path}`);
    expect(said === inEnglish, path).toBe(shared);
    if (language === 'fr') expect(said, path).not.toMatch(/[^\u00a0][:;!?](?= |$)|(?<!\u00a0)»/);
    looked += 1;
  }
  expect(looked).toBe(english.size);
});
