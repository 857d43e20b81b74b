import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { languages } from '#kernel/languages.ts';
import { en } from './en.ts';
import { unionTexts } from './texts.ts';

type Entry = string | ((...parameters: never[]) => string);

/** `law.relations.amends` to its text or function, in the order of the catalogue. */
function entriesOf(catalogue: object, path = ''): [string, Entry][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, Entry][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? entriesOf(value, here) : [[here, value]];
  });
}

/** Every named parameter as its own name in brackets, for the entries that take an object. */
const named = (given: Readonly<Record<string, string>> = {}) =>
  new Proxy(given, { get: (target, name) => target[String(name)] ?? `<${String(name)}>` });

/** Something recognisable for each parameter, and a second time what an entry words in another way. */
function samplesOf(path: string): readonly (readonly unknown[])[] {
  if (path.startsWith('problems.')) return [[named()], [named({ expected: 'list' })]];
  if (path === 'nextKnown') return ['2016', '2016-07', '2016-07-01'].map((on) => ['<state>', date(on)]);
  if (
    /^(since|seenOn|nothingKnown|record\.version|groups\.(historyKnown|periodUnknown|participationOn)|feeds\.(dueWithin|doneOn|knownSince|adoptedOn)|bodiesPage\.(establishedOn|notYet)|contacts\.knownOn|parliamentItem\.answeredOn)$/.test(
      path,
    )
  )
    return [
      [date('2016'), date('2020-05-31')],
      [date('2016-07'), date('2020')],
      [date('2016-07-01'), date('2020-05')],
    ];
  if (
    /^overview\.(groups\w+|instruments|implementationKnown|figures\w*|atLeast|records)$|^law\.deficit|^about\.keptMore$|^brief\.(overdue|unknown)$|^parliament\.(days|target)|^bodiesPage\.(bodies|deciding|groups|groupsKnown|rootless|more|members\w+)$|^budget\.(stated|later)$|^contacts\.(named|vacant|silent)$|^feeds\.(eventsW|w)ithout/.test(
      path,
    )
  )
    return [
      [51, 312],
      [51, 51],
    ];
  if (path === 'parliamentItem.day')
    return [
      [51, 312, 2016],
      [51, 51, 312],
    ];
  return [['<first>', '<second>', '<third>']];
}

/** What an entry says for each of its samples; a text says one thing. */
function sayings(path: string, entry: Entry): readonly string[] {
  return typeof entry === 'string' ? [entry] : samplesOf(path).map((sample) => entry(...(sample as never[])));
}

const markedIn = (text: string) => [...new Set(text.match(/<\w+>|\b(51|312|2016|2020)\b/g))].sort();

const others = languages.filter((language) => language !== 'en');
const english = new Map(entriesOf(en));

/** Texts that are rightly the same as in English: words that the languages share. */
const sharedWithEnglish = new Set([
  'overview.dossiers',
  'find.facets.dossier',
  'groups.dossier',
  'groups.ended',
  'practice.dossier',
  'nl:find.facets.type',
  'nl:into',
  'de:into',
  'nl:groups.state',
  'nl:feeds.change',
  'fr:participationRoles.participant',
  'fr:overview.budget',
  'fr:find.passage',
  'fr:record.versions',
  'fr:groups.parties',
  'fr:law.obligations',
  'fr:programme.title',
  'fr:practice.instruments',
  'fr:about.source',
  'fr:about.conventions',
  'fr:programmeParts.programme',
  'fr:programmeParts.budget',
  'fr:budget.title',
  'fr:budget.contribution',
]);

test.each(others)('the catalogue %s has the keys of the English one, and no empty text', (language) => {
  const entries = entriesOf(unionTexts(language));
  expect(entries.length).toBeGreaterThan(250);
  expect(entries.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  for (const [path, entry] of entries)
    for (const said of sayings(path, entry)) expect(said.trim(), path).not.toBe('');
});

test.each(others)('a function in %s takes and says all that the English one does', (language) => {
  let marked = 0;
  for (const [path, entry] of entriesOf(unionTexts(language))) {
    const original = english.get(path) ?? '';
    expect(typeof entry, path).toBe(typeof original);
    if (typeof entry === 'function') expect(entry.length, path).toBe(original.length);
    const inEnglish = sayings(path, original).map(markedIn);
    expect(sayings(path, entry).map(markedIn), path).toEqual(inEnglish);
    marked += inEnglish.flat().length;
  }
  expect(marked).toBeGreaterThan(80);
});

test.each(others)('no text in %s is left in English', (language) => {
  const same = entriesOf(unionTexts(language)).filter(([path, entry]) => {
    const inEnglish = sayings(path, english.get(path) ?? '');
    const shared = sharedWithEnglish.has(path) || sharedWithEnglish.has(`${language}:${path}`);
    return !shared && sayings(path, entry).some((said, index) => said === inEnglish[index]);
  });
  expect(same).toEqual([]);
});

test.each(others)('%s keeps its typography', (language) => {
  for (const [path, entry] of entriesOf(unionTexts(language)))
    for (const said of sayings(path, entry)) {
      expect(said, path).not.toMatch(/['"]/);
      if (language === 'fr') expect(said, path).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]/);
    }
});

test('dates take the words of their precision', () => {
  expect(unionTexts('nl').nextKnown('Slapend', date('2020-05'))).toBe('Slapend in mei 2020');
  expect(unionTexts('nl').seenOn(date('2020-05-31'))).toBe('geconstateerd op 31 mei 2020');
  expect(unionTexts('fr').since(date('2012'))).toBe('depuis 2012');
  expect(unionTexts('fr').since(date('2012-03-14'))).toBe('depuis le 14 mars 2012');
  expect(unionTexts('fr').nextKnown('En sommeil', date('2020-05'))).toBe('En sommeil en mai 2020');
  expect(unionTexts('de').since(date('2012-03-14'))).toBe('seit dem 14. März 2012');
  expect(unionTexts('de').nextKnown('Ruhend', date('2020-05'))).toBe('Ruhend im Mai 2020');
});

test('days late are one or many, and a range where the item is not dated to the day', () => {
  expect(unionTexts('nl').parliament.daysOver(1, 1)).toBe('1 dag te laat');
  expect(unionTexts('nl').parliament.daysOver(3, 43)).toBe('3 tot 43 dagen te laat');
  expect(unionTexts('fr').parliament.daysLeft(0, 0)).toBe('encore 0 jour');
  expect(unionTexts('fr').parliament.daysOver(3, 43)).toBe('3 à 43 jours de retard');
  expect(unionTexts('de').parliament.daysLeft(1, 30)).toBe('noch 1 bis 30 Tage');
  expect(unionTexts('fr').law.deficitUnknown(1)).toBe('1 inconnu, non compté');
});
