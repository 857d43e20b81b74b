import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import {
  accountStanding,
  countStandings,
  inStandingOrder,
  rhythmOf,
  rhythmStanding,
  type SteeringGroup,
  standings,
  steeringSections,
  strategicStanding,
  uptakeOn,
} from './standing.ts';

const date = (text: string) => text as PartialDate;
const day = (text: string) => text as PlainDate;
const group = (said: Partial<SteeringGroup>): SteeringGroup => ({
  isStrategic: false,
  saysAbsent: null,
  state: 'active',
  ...said,
});

describe('A strategic consultation is there, is not, or is not known to be', () => {
  test('of waste the source says that there is none (§9.2.3), of energy nothing, of vat that it works (§12.2.1)', () => {
    expect(strategicStanding([group({ saysAbsent: true })])).toBe('absent');
    expect(strategicStanding([group({}), group({})])).toBe('unknown');
    expect(strategicStanding([group({ isStrategic: true }), group({})])).toBe('present');
  });

  test('one that sleeps steers nothing; one of unknown state may', () => {
    expect(strategicStanding([group({ isStrategic: true, state: 'dormant' })])).toBe('unknown');
    expect(
      strategicStanding([group({ isStrategic: true, state: 'abolished' }), group({ saysAbsent: true })]),
    ).toBe('absent');
    expect(
      strategicStanding([group({ isStrategic: true, state: 'unknown' }), group({ saysAbsent: true })]),
    ).toBe('unknown');
    expect(strategicStanding([])).toBe('unknown');
  });
});

describe('A rhythm is held against what was agreed', () => {
  const quarterly = { perYear: 4, from: date('2018-01-01') };
  const standing = (
    year: string,
    count: number | null,
    agreed = rhythmOf(year, [quarterly]),
    on = '2020-05-31',
  ) => rhythmStanding({ year, count, agreed, day: day(on) });

  test('the interdepartmental meetings of 2017 to 2019 (§3.4), had they been agreed to be quarterly from 2018 on', () => {
    expect(standing('2017', 7)).toBe('not_agreed');
    expect(standing('2018', 3)).toBe('fewer');
    expect(standing('2019', 4)).toBe('kept');
  });

  test('a year without a record is not a year without a meeting, and a year that runs has missed nothing', () => {
    expect(standing('2019', null)).toBe('unknown');
    expect(standing('2020', null)).toBe('running');
    expect(standing('2020', 4)).toBe('kept');
    expect(standing('2020', 3, quarterly, '2020-12-31')).toBe('fewer');
    expect(standing('2016', null, null)).toBe('unknown');
  });

  test('what is agreed in the course of a year counts from the next, and the newest counts', () => {
    const monthly = { perYear: 12, from: date('2019-06') };
    expect(rhythmOf('2019', [monthly, quarterly])).toBe(quarterly);
    expect(rhythmOf('2020', [monthly, quarterly])).toBe(monthly);
    expect(rhythmOf('2018', [{ perYear: 2, from: date('2018') }])).toBeNull();
  });
});

test('accounts are in arrears after their day and not on it; without a day nobody can say', () => {
  const of2019 = { due: date('2020-05-31'), presented: null };
  expect(accountStanding(of2019, day('2020-05-31'))).toBe('due');
  expect(accountStanding(of2019, day('2020-06-01'))).toBe('overdue');
  expect(accountStanding({ ...of2019, presented: date('2020-07') }, day('2020-07-30'))).toBe('overdue');
  expect(accountStanding({ ...of2019, presented: date('2020-07') }, day('2020-07-31'))).toBe('presented');
  expect(accountStanding({ due: null, presented: null }, day('2020-07-31'))).toBe('unknown');
});

test('of a pilot counts what was last known by the day', () => {
  const weighed = { uptake: 'still_weighed', date: date('2018') } as const;
  const taken = { uptake: 'taken_over', date: date('2019-11') } as const;
  expect(uptakeOn([taken, weighed], day('2018-12-30'))).toBeNull();
  expect(uptakeOn([taken, weighed], day('2019-11-29'))).toBe(weighed);
  expect(uptakeOn([taken, weighed], day('2019-11-30'))).toBe(taken);
});

test('the counts of a part add up to its rows, and putting them in order loses none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...steeringSections).chain((section) =>
        fc.record({
          section: fc.constant(section),
          rows: fc.array(fc.record({ standing: fc.constantFrom(...standings[section]) })),
        }),
      ),
      ({ section, rows }) => {
        const counts = countStandings(section, rows);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        const ordered = inStandingOrder(section, rows);
        expect(ordered).toHaveLength(rows.length);
        expect(countStandings(section, ordered)).toEqual(counts);
      },
    ),
  );
});

test('who has met once more has not kept a rhythm less', () => {
  const order = ['unknown', 'fewer', 'running', 'kept'];
  fc.assert(
    fc.property(
      fc.nat({ max: 15 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (count, perYear, over) => {
        const said = {
          year: '2019',
          agreed: { perYear, from: date('2018-01-01') },
          day: day(over ? '2020-01-01' : '2019-07-01'),
        };
        const [now, more] = [count, count + 1].map((many) => rhythmStanding({ ...said, count: many }));
        expect(order.indexOf(more ?? '')).toBeGreaterThanOrEqual(order.indexOf(now ?? ''));
      },
    ),
  );
});
