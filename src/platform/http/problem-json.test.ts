import { expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { problem } from '#kernel/result.ts';
import { signInConfigProblems } from '#platform/access/sign-in.tsx';
import { httpProblems, statusOf } from './problem-json.ts';
import { httpProblemTexts } from './problem-texts.ts';

test('Every problem has a sentence of its own in every language, and no sentence is left over', () => {
  const codes = [...Object.keys(httpProblems), ...Object.keys(signInConfigProblems)].sort();
  const params = {
    most: 80,
    text: 'T',
    known: 'K',
    name: 'N',
    format: 'F',
    message: 'M',
    register: 'R',
    reason: 'W',
    bytes: 1,
    seconds: 2,
    records: 'X',
    received: 'V',
    batch: 'B',
    import: 'I',
    id: 'D',
    party: 'P',
    like: 'L',
    own: 'O',
  };
  for (const language of languages) {
    const texts = Object.entries(httpProblemTexts[language]).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(texts.map(([code]) => code)).toEqual(codes);
    const sentences = texts.map(([, text]) => text(params));
    expect(new Set(sentences).size).toBe(codes.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|^\s*$/);
  }
  const translated = languages.map((language) => httpProblemTexts[language].page_not_found({}));
  expect(new Set(translated).size).toBe(languages.length);
});

test.each([
  ['register_not_found', 404],
  ['law_not_found', 404],
  ['journal_not_allowed', 403],
  ['date_invalid', 400],
  ['requests_too_many', 429],
  ['constructor', 400],
])('%s is answered with %i', (code, status) => {
  expect(statusOf([problem(code)])).toBe(status);
});
