import { describe, expect, test } from 'vitest';
import { type Asides, divided, searched } from './set-aside.ts';

const lines = ['BE0400000086', 'BE0400000185', 'BE0400000284'].map((trader) => ({ trader }));
const said = { reason: 'a start-up that pays', on: '2020-05-02' };
const asides: Asides = new Map([['BE0400000185', { ...said, trader: 'BE0400000185', month: '2020-03' }]]);
const namesOf = (some: readonly { readonly trader: string }[]) => some.map(({ trader }) => trader);

describe('An alert that was set aside', () => {
  test('stands apart in the run over its month, and in those over months before', () => {
    for (const month of ['2020-03', '2019-12']) {
      const { toLookAt, aside } = divided(lines, asides, month);
      expect(namesOf(aside)).toEqual(['BE0400000185']);
      expect(namesOf(toLookAt)).toEqual(['BE0400000086', 'BE0400000284']);
    }
  });

  test('stands in the list again when a later run names the trader', () => {
    const { toLookAt, aside } = divided(lines, asides, '2020-04');
    expect(aside).toEqual([]);
    expect(namesOf(toLookAt)).toEqual(namesOf(lines));
  });
});

describe('A trader in a work list', () => {
  test.each([
    ['BE0400000185', ['BE0400000185']],
    ['be 0400.000.185', ['BE0400000185']],
    ['0000', namesOf(lines)],
    ['NL', []],
    ['  ', namesOf(lines)],
  ])('is found by “%s” as people write a number', (text, found) => {
    expect(namesOf(searched(lines, text))).toEqual(found);
  });
});
