import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { languages } from '#kernel/languages.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { cellStatuses } from '../model.ts';
import { evidenceWordFor, findEvidenceWord } from './words.ts';

const Coded = z.object({
  indicators: z.array(z.object({ level: z.string() })),
  observations: z.array(z.object({ status: z.string().nullish() })),
});

const file = Coded.parse(
  JSON.parse(readFileSync(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8')),
);
const levels = new Set(file.indicators.map(({ level }) => level));
const statuses = new Set(file.observations.flatMap(({ status }) => status ?? []));
const words = [
  ...levels,
  ...statuses,
  ...cellStatuses,
  ...missingReasons,
  ...['up', 'down', 'potential', 'realised', 'share'],
];

const sharedWithEnglish = ['fr:exact', 'fr:impact'];

test.each(languages)('every level, status, direction and reason has its word in %s', (language) => {
  expect(levels.size).toBe(5);
  expect(statuses.size).toBe(12);
  expect(words.filter((word) => findEvidenceWord(word, language) === undefined)).toEqual([]);
  const same = words
    .filter((word) => findEvidenceWord(word, language) === findEvidenceWord(word, 'en'))
    .map((word) => `${language}:${word}`);
  if (language !== 'en')
    expect([...new Set(same)].sort()).toEqual(sharedWithEnglish.filter((one) => one.startsWith(language)));
});

test('a word of the source shows itself', () => {
  expect(evidenceWordFor('outcome', 'fr')).toBe('Résultat');
  expect(evidenceWordFor('well_being', 'fr')).toBe('well being');
  expect(findEvidenceWord('constructor', 'fr')).toBeUndefined();
});
