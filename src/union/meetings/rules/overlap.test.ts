import { expect, test } from 'vitest';
import { overlapsOf, type Topic, wordsOf } from './overlap.ts';

const topic = (id: string, text: string, ...about: string[]): Topic => ({
  kind: 'point',
  id,
  words: wordsOf(text),
  about,
});
const found = (of: Topic, ...others: Topic[]) =>
  overlapsOf(of, others).map(({ topic: { id }, because }) => `${id} ${because}`);

test('words are the same without their accents and capitals; short ones say nothing', () => {
  expect([...wordsOf('L’Éducation à la frontière, VAT')]).toEqual(['education', 'frontiere']);
  expect([...wordsOf('Straße')]).toEqual(['strasse']);
});

test('two words in common are a hint, one is chance', () => {
  const point = topic('m-1', 'Recognition of diplomas across the border');
  expect(found(point, topic('m-2', 'Mutual recognition of DIPLOMAS'))).toEqual(['m-2 same_words']);
  expect(found(point, topic('m-3', 'Recognition of invoices'))).toEqual([]);
});

test('the same record is named first, whatever the words', () => {
  const point = topic('m-1', 'Waste paper as a product', 'eow-paper');
  const others = [topic('m-2', 'Paper waste: product or waste'), topic('m-3', 'Follow-up', 'eow-paper')];
  expect(found(point, ...others)).toEqual(['m-3 same_reference', 'm-2 same_words']);
});

test('nothing overlaps with itself', () => {
  const point = topic('m-1', 'Recognition of diplomas', 'x');
  expect(found(point, point)).toEqual([]);
});
