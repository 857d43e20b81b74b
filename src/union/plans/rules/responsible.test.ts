import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import { itemOn, responsibleOn } from './responsible.ts';

test('an item is whose it was on the day: of those before it was passed on, and of the last from then on', () => {
  const passing = (from: string, on: string) => ({ from, on: date(on), reason: 'x' });
  const body = {
    id: '2020-signs',
    responsible: 'LU',
    assigned: [passing('NL', '2020-06-01'), passing('BE', '2020-09')],
  };
  const on = (when: string) => responsibleOn(body, day(when));
  expect(on('2020-05-31')).toBe('NL');
  expect(on('2020-06-01')).toBe('BE');
  // Within the month it is not certain that it has passed on yet.
  expect(on('2020-09-29')).toBe('BE');
  expect(on('2020-09-30')).toBe('LU');
  expect(responsibleOn({ id: 'x', responsible: 'NL' }, day('2020-01-01'))).toBe('NL');
});

test('of a day an item tells who was responsible and how it had been passed on by then, and nothing of later', () => {
  const passing = { from: 'NL', on: date('2020-06-01'), reason: 'x' };
  const body = { id: 'x', responsible: 'BE', assigned: [passing] };
  expect(itemOn(body, day('2020-05-31'))).toEqual({ id: 'x', responsible: 'NL' });
  expect(itemOn(body, day('2020-06-01'))).toEqual(body);
});
