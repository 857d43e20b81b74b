import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import { type ContactStanding, standingOf } from './contacts.ts';
import { periodOf } from './participation.ts';

const standings = (
  contact: { isVacancy?: boolean; from?: string; to?: string; seen?: string },
  expected: Readonly<Record<string, ContactStanding>>,
) => {
  const { isVacancy = false, from, to, seen } = contact;
  const dated = from !== undefined || to !== undefined;
  for (const [on, standing] of Object.entries(expected))
    expect(
      standingOf(
        {
          isVacancy,
          period: dated ? periodOf(from, to) : null,
          seenOn: seen === undefined ? null : date(seen),
        },
        day(on),
      ),
      on,
    ).toBe(standing);
};

test('The waste group had no contact point at two ministries in May 2020; of 2016 nothing is known', () => {
  standings(
    { isVacancy: true, seen: '2020-05' },
    { '2016-07-01': 'unknown', '2020-05-15': 'unknown', '2020-05-31': 'vacant', '2024-01-01': 'vacant' },
  );
});

test('A contact point is named within its dates, and neither before nor after', () => {
  standings(
    { from: '2015', to: '2018-06-30' },
    {
      '2014-12-31': 'not_yet',
      '2015-06-01': 'unknown',
      '2016-01-01': 'named',
      '2018-06-30': 'named',
      '2018-07-01': 'ended',
    },
  );
});

test('Without dates it is named from when the source says so', () => {
  standings({ seen: '2020-05' }, { '2019-12-31': 'unknown', '2020-06-01': 'named' });
  standings({}, { '2020-06-01': 'unknown' });
});
