import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import { DateField } from '#platform/records/fields.ts';
import { Instrument } from '../model.ts';
import { datedFacts, datedFields, hasEndedBy, mayExistOn } from './timeline.ts';

test('The pilot with the digital consignment note, in time', () => {
  const pilot = {
    adopted: '2017-09',
    evaluated: '2019-01',
    first_notes_issued: '2018-03-01',
    pilot_launched: '2017-12-01',
    in_force: null,
    title: '2016',
  };
  expect(datedFacts(pilot).map(({ field, on }) => `${field} ${on}`)).toEqual([
    'adopted 2017-09',
    'pilot_launched 2017-12-01',
    'first_notes_issued 2018-03-01',
    'evaluated 2019-01',
  ]);
});

test('On one day an instrument is signed before it enters into force', () => {
  expect(datedFacts({ in_force: '2012', signed: '2012' }).map(({ field }) => field)).toEqual([
    'signed',
    'in_force',
  ]);
});

test('Every field of the layout that is a date stands in the timeline', () => {
  const dates = Object.entries(Instrument.shape).flatMap(([key, type]) => {
    // `nullish` wraps the field twice.
    const inner = (type as { unwrap?: () => { unwrap?: () => unknown } }).unwrap?.().unwrap?.();
    return inner === DateField ? [key] : [];
  });
  expect(dates.length).toBeGreaterThan(10);
  expect(dates.filter((key) => !(datedFields as readonly string[]).includes(key))).toEqual([]);
});

test('An instrument dated to a year may have been there from its first day on; without a date it always may', () => {
  const pact = { adopted: date('2015') };
  expect(mayExistOn(pact, day('2014-12-31'))).toBe(false);
  expect(mayExistOn(pact, day('2015-01-01'))).toBe(true);
  expect(mayExistOn({}, day('1900-01-01'))).toBe(true);
});

test('A draft binds nobody yet, and what has ended nobody from that day on', () => {
  expect(mayExistOn({ status: 'draft' }, day('2020-01-01'))).toBe(false);
  expect(mayExistOn({ status: 'under_revision' }, day('2020-01-01'))).toBe(true);
  expect(hasEndedBy({ in_force_until: '2020-01' }, day('2020-01-30'))).toBe(false);
  expect(hasEndedBy({ in_force_until: '2020-01' }, day('2020-01-31'))).toBe(true);
  expect(hasEndedBy({}, day('2020-01-31'))).toBe(false);
});
