import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { unanswered, unheard } from './heard.ts';

const told = (id: string, consulted: string, said: Readonly<Record<string, unknown>> = {}) => ({
  id,
  body: { id, consulted, ...said },
});

test('who must be heard is heard with a point or without, and nobody else stands in for them', () => {
  const must = ['parliament', 'DE-NW'];
  const on = date('2020-11-15');
  expect(unheard(must, [], on)).toEqual(must);
  expect(unheard(must, [told('a', 'DE-NW'), told('b', 'NL')], on)).toEqual(['parliament']);
  expect(unheard([], [], on)).toEqual([]);
});

test('a point waits until it is said what became of it, that it was not taken over included', () => {
  const open = told('open', 'parliament', { point: 'Signs', outcome: null });
  const points = [
    open,
    told('silent', 'DE-NW'),
    told('done', 'NL', { point: 'Data', outcome: 'not_taken_over' }),
  ];
  expect(unanswered(points)).toEqual([open]);
});

test.each([
  ['2020-11-15', []],
  ['2020-11', []],
  ['2020-11-16', ['DE-NW']],
  ['2021', ['DE-NW']],
])('whoever was heard on %s by 15 November 2020', (held, lacking) => {
  expect(unheard(['DE-NW'], [told('a', 'DE-NW', { held })], date('2020-11-15'))).toEqual(lacking);
});
