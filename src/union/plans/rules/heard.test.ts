import { expect, test } from 'vitest';
import { unanswered, unheard } from './heard.ts';

const told = (id: string, consulted: string, said: Readonly<Record<string, unknown>> = {}) => ({
  id,
  body: { id, consulted, ...said },
});

test('who must be heard is heard with a point or without, and nobody else stands in for them', () => {
  expect(unheard(['parliament', 'DE-NW'], [])).toEqual(['parliament', 'DE-NW']);
  expect(unheard(['parliament', 'DE-NW'], [told('a', 'DE-NW'), told('b', 'NL')])).toEqual(['parliament']);
  expect(unheard([], [])).toEqual([]);
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
