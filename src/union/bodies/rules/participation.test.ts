import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, firstDay, lastDay, type PlainDate } from '#kernel/dates.ts';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import {
  endListed,
  findOverlaps,
  hasPartFrom,
  heldOn,
  listedParticipants,
  periodOf,
  roleOn,
  takesPart,
} from './participation.ts';

fc.configureGlobal({ seed: 20200531 });

const observer = (from: string | null, to: string | null) => ({
  party: 'DE-NW',
  role: 'observer' as const,
  period: periodOf(from, to),
  seenOn: null,
});

test('North Rhine-Westphalia observes the consignment-note group since 2018: within 2018 that is unknown', () => {
  const [part] = listedParticipants({ observers: ['DE-NW'], observer_since: { 'DE-NW': '2018' } });
  if (part === undefined) throw new Error('No part');
  expect(part).toMatchObject({ party: 'DE-NW', role: 'observer', period: { from: '2018', to: null } });
  const answers = { '2017-12-31': 'no', '2018-06-01': 'unknown', '2018-12-31': 'yes', '2024-01-01': 'yes' };
  for (const [on, answer] of Object.entries(answers)) expect(heldOn(part, day(on)), on).toBe(answer);
});

test('A list without dates speaks from the date of its description on, and leaves the time before unknown', () => {
  const parts = listedParticipants({
    participants: ['NL'],
    partly: ['FR'],
    regular_guests: ['EU-COM'],
    former: [{ party: 'GB', until: '2020-01-31' }],
    status_as_of: '2020-05',
  });
  expect(parts.map(({ party, role }) => [party, role])).toEqual([
    ['NL', 'participant'],
    ['FR', 'partly'],
    ['EU-COM', 'guest'],
    ['GB', 'participant'],
  ]);
  const [nl, , , gb] = parts;
  if (nl === undefined || gb === undefined) throw new Error('No parts');
  expect(heldOn(nl, day('2016-07-01'))).toBe('unknown');
  expect(heldOn(nl, day('2020-05-15'))).toBe('unknown');
  expect(heldOn(nl, day('2020-05-31'))).toBe('yes');
  expect(heldOn(gb, day('2019-01-01'))).toBe('unknown'); // since when is not stated
  expect(heldOn(gb, day('2020-02-01'))).toBe('no');
});

test('A participation that is dated to years is certain only outside them', () => {
  expect(heldOn(observer('2014', '2016'), day('2015-01-01'))).toBe('yes');
  expect(heldOn(observer('2014', '2016'), day('2014-12-30'))).toBe('unknown');
  expect(heldOn(observer('2014', '2016'), day('2016-01-01'))).toBe('yes');
  expect(heldOn(observer('2014', '2016'), day('2016-01-02'))).toBe('unknown');
  expect(heldOn(observer('2014', '2016'), day('2017-01-01'))).toBe('no');
  expect(heldOn(observer(null, null), day('2015-01-01'))).toBe('unknown');
});

const periods = fc
  .tuple(partialDates('2012-01-01', 2_000), partialDates('2012-01-01', 2_000))
  .filter(([from, to]) => lastDay(from) <= firstDay(to) || firstDay(from) === firstDay(to));

test('An interval dated to a year leaves the days of that year unknown, or certain for whatever day was meant', () => {
  fc.assert(
    fc.property(periods, plainDates('2011-01-01', 2_800), ([from, to], on) => {
      const held = heldOn(observer(from, to), on);
      // Every interval of days that the two dates can mean; their ends suffice.
      const meant = [firstDay(from), lastDay(from)].flatMap((start) =>
        [firstDay(to), lastDay(to)].map((end) => start <= on && on <= end),
      );
      expect(held).toBe(meant.every((one) => one) ? 'yes' : meant.some((one) => one) ? 'unknown' : 'no');
    }),
    { numRuns: 1_000 },
  );
});

test('Overlaps are found between the same party and body only, and whichever comes first', () => {
  const row = fc.record({
    body: fc.constantFrom('plef', 'waste'),
    party: fc.constantFrom('DE', 'FR'),
    days: fc.tuple(plainDates('2012-01-01', 400), fc.nat(60)),
  });
  let found = 0;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const records = rows.map(({ days: [from, length], ...rest }) => ({
        ...rest,
        from,
        to: addDays(from, length),
      }));
      const clashes = records.filter((one, index) =>
        records
          .slice(0, index)
          .some(
            (other) =>
              other.body === one.body &&
              other.party === one.party &&
              other.from <= one.to &&
              one.from <= other.to,
          ),
      );
      const overlaps = findOverlaps(records);
      found += overlaps.length;
      expect(overlaps.map(({ later }) => records[later])).toEqual(clashes);
      for (const { earlier, later } of overlaps) expect(earlier).toBeLessThan(later);
      const back = findOverlaps(records.toReversed());
      expect(back.length > 0).toBe(overlaps.length > 0);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});

test('Periods that may only touch are let pass', () => {
  const rows = (from: string, to: string, from2: string): number =>
    findOverlaps([
      { body: 'b', party: 'p', from: date(from), to: date(to) },
      { body: 'b', party: 'p', from: date(from2), to: null },
    ]).length;
  const end: PlainDate = day('2015-06-30');
  expect([rows('2012', '2015', '2015'), rows('2012', end, end), rows('2012', end, addDays(end, 1))]).toEqual([
    0, 1, 0,
  ]);
});

test('On a day a party has its fullest role; what it has left is no role, and what nobody dates is unknown', () => {
  const parts = [
    observer('2018-01-01', null),
    { ...observer('2019-06-01', '2019-12-31'), role: 'participant' as const },
    { party: 'FR', role: 'partly' as const, period: null, seenOn: date('2020-05') },
  ];
  const on = (party: string, at: string) => roleOn(parts, party, day(at));
  expect(on('DE-NW', '2017-12-31')).toBeNull();
  expect(on('DE-NW', '2019-01-01')).toBe('observer');
  expect(on('DE-NW', '2019-07-01')).toBe('participant');
  expect(on('DE-NW', '2020-01-01')).toBe('observer');
  expect(on('FR', '2016-07-01')).toBe('unknown');
  expect(on('FR', '2020-05-31')).toBe('partly');
  expect(on('NL', '2020-05-31')).toBeNull();
});

test('A new part overlaps one that is open or lasts longer, in whatever role, and none that is over', () => {
  const parts = [
    observer('2020-03-01', '2020-06-30'),
    { ...observer(null, null), party: 'FR' },
    { ...observer(null, '2015-12-31'), party: 'GB' },
    { party: 'NL', role: 'participant' as const, period: null, seenOn: date('2020-05') },
    { ...observer('2020-03-01', null), party: 'LU', role: 'member' as const },
  ];
  const from = (party: string, on: string) => hasPartFrom(parts, party, date(on));
  expect(['2020-01-01', '2020-04-01', '2020-06-30', '2020-07-01'].map((on) => from('DE-NW', on))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([from('FR', '2020-01-01'), from('GB', '2015-01-01'), from('GB', '2016-01-01')]).toEqual([
    false,
    true,
    false,
  ]);
  expect([from('NL', '2019-01-01'), from('LU', '2020-01-01'), from('BE', '2020-01-01')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('Whoever leaves a group that only lists it has had its part until then, as what it was, and no papers by it', () => {
  const group = {
    id: 'g',
    participants: ['NL', 'DE'],
    observers: ['FR', 'DE'],
    observer_since: { FR: '2015' },
  };
  const left = endListed(group, 'FR', day('2020-06-30')) ?? {};
  expect(left).toMatchObject({ participants: ['NL', 'DE'], observers: ['DE'], observer_since: {} });
  expect(left.former).toEqual([{ party: 'FR', role: 'observer', from: '2015', until: '2020-06-30' }]);
  const parts = listedParticipants(left);
  expect(
    [day('2016-01-01'), day('2020-06-30'), day('2020-07-01')].map((on) => roleOn(parts, 'FR', on)),
  ).toEqual(['observer', 'observer', null]);
  expect(takesPart(parts, 'FR', day('2020-06-30'))).toBe('no');
  const both = listedParticipants(endListed(group, 'DE', day('2020-06-30')) ?? {});
  expect(takesPart(both, 'DE', day('2020-07-01'))).toBe('no');
  expect(endListed(group, 'LU', day('2020-06-30'))).toBeNull();
});
