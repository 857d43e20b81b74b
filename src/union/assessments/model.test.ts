import { expect, test } from 'vitest';
import { localize } from '#kernel/localized-text.ts';
import { criterionText } from './model.ts';

test('what a criterion asks is read in each of its languages, and no other field of it is one', () => {
  const criterion = { id: 'C1', text: 'Useful?', nl: 'Nuttig?', fr: null, weight: '2', to: 3 };
  expect(criterionText(criterion)).toEqual({ texts: { nl: 'Nuttig?', en: 'Useful?' }, authentic: [] });
  expect(criterionText({ id: 'C1', en: 'Of use?', text: 'Useful?' })?.texts).toEqual({ en: 'Of use?' });
});

test('one in other languages than the reader has is named in one of those, and one without any by nothing', () => {
  const text = criterionText({ id: 'C1', nl: 'Nuttig?', fr: 'Utile\u00a0?' });
  expect(text === null ? null : localize(text, 'de', ['en']).text).toBe('Utile\u00a0?');
  expect(criterionText({ id: 'C1', text: null })).toBeNull();
});
