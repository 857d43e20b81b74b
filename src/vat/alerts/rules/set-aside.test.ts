import { describe, expect, test } from 'vitest';
import { fixedClock, jsDate } from '#platform/clock.ts';
import { type Asides, asideIn, divided, searched } from './set-aside.ts';

const lines = ['BE0400000086', 'BE0400000185', 'BE0400000284'].map((trader) => ({ trader }));
const at = (time: string) => jsDate(fixedClock(`${time}Z`).now().epochMilliseconds);
const march = { month: '2020-03', endedAt: at('2020-05-01T10:00:00') };
const said = { reason: 'a start-up that pays', on: '2020-05-02', by: null, trader: 'BE0400000185' };
const asides: Asides = new Map([[said.trader, [{ ...said, ...march }]]]);
const namesOf = (some: readonly { readonly trader: string }[]) => some.map(({ trader }) => trader);

describe('An alert that was set aside', () => {
  test.each([
    ['the run of which it was said', march],
    ['one of its month that was done before', { ...march, endedAt: at('2020-04-30T10:00:00') }],
    [
      'one over a month before that was done before',
      { month: '2019-12', endedAt: at('2020-01-20T10:00:00') },
    ],
  ])('stands apart in %s', (_, run) => {
    const { toLookAt, aside } = divided(lines, asides, run);
    expect(namesOf(aside)).toEqual(['BE0400000185']);
    expect(namesOf(toLookAt)).toEqual(['BE0400000086', 'BE0400000284']);
    expect(asideIn(asides, said.trader, run)).toMatchObject(said);
  });

  test.each([
    ['one over a later month', { month: '2020-04', endedAt: at('2020-06-01T10:00:00') }],
    ['one over a later month that was done before', { month: '2020-04', endedAt: at('2020-04-30T10:00:00') }],
    ['one of the same month that was made of new files', { ...march, endedAt: at('2020-05-03T10:00:00') }],
    ['one over a month before that was made later', { month: '2020-02', endedAt: at('2020-05-03T10:00:00') }],
    ['one that is not done', { ...march, endedAt: null }],
  ])('stands in the list again in %s', (_, run) => {
    const { toLookAt, aside } = divided(lines, asides, run);
    expect(aside).toEqual([]);
    expect(namesOf(toLookAt)).toEqual(namesOf(lines));
  });

  test('again, of another run, holds for either', () => {
    const april = { month: '2020-04', endedAt: at('2020-04-30T10:00:00') };
    const both: Asides = new Map([
      [
        said.trader,
        [
          { ...said, ...march },
          { ...said, ...april },
        ],
      ],
    ]);
    for (const run of [march, april]) expect(asideIn(both, said.trader, run)).toMatchObject(run);
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
