import { describe, expect, test } from 'vitest';
import { againstMore, mostFacts, mostFactsOfItem } from './most-facts.ts';

const of = (item: string, count: number) => Array.from({ length: count }, () => ({ item }));
const codes = (...given: Parameters<typeof againstMore>) => againstMore(...given).map(({ code }) => code);

describe('Facts of a joint check', () => {
  test('are taken up to the most of an item, and not one more', () => {
    expect(codes(of('A', mostFactsOfItem - 1), of('A', 1), 'body.item')).toEqual([]);
    expect(againstMore(of('A', mostFactsOfItem), of('A', 1), 'body.item')).toMatchObject([
      { code: 'vat_check_item_facts_many', params: { item: 'A', most: 200 } },
    ]);
    expect(codes(of('A', mostFactsOfItem), of('B', 1), 'body.item'), 'of another item').toEqual([]);
  });

  test('are taken up to the most of a check, and each item that is full is named beside', () => {
    const items = Array.from({ length: mostFacts / 100 }, (_, at) => `I${at}`);
    const held = items.flatMap((item) => of(item, 100)).slice(1);
    expect(codes(held, of('I0', 1), 'body.file')).toEqual([]);
    expect(codes(held, of('I0', 2), 'body.file')).toEqual(['vat_check_facts_many']);
    expect(codes(held, [...of('I1', 101), ...of('I2', 101)], 'body.file')).toEqual([
      'vat_check_facts_many',
      'vat_check_item_facts_many',
      'vat_check_item_facts_many',
    ]);
  });

  test('a sheet of which nothing is new is in nobody’s way', () => {
    expect(codes(of('A', mostFacts), [], 'body.file')).toEqual([]);
  });
});
