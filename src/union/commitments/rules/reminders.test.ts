import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, addMonths, type PlainDate } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { nearestAbove, type ReminderRule, reminderDay, reminderLadder, reminderOn } from './reminders.ts';

fc.configureGlobal({ seed: 20200229 });

const all = { owner: 'NL', watcher: 'sg', above: 'council' };
const due = day('2020-06-30');

/** Looks on these days one after the other, claiming what is told and what is passed over. */
function look(days: readonly PlainDate[], reachable: Parameters<typeof reminderOn>[2] = all) {
  const claimed = new Set<ReminderRule>();
  const told = days.flatMap((on) => {
    const one = reminderOn(due, on, reachable, (rule) => claimed.has(rule));
    if (one === null) return [];
    for (const rule of [one.rule, ...one.passedOver]) {
      expect(claimed).not.toContain(rule);
      claimed.add(rule);
    }
    return [{ on, rule: one.rule, to: one.addressee }];
  });
  return { told, claimed };
}
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(day(first), index));

test('whoever looks every day tells the owner before, on and after the day, then the watcher, then above', () => {
  expect(look(daysFrom('2020-06-01', 150)).told).toEqual([
    { on: '2020-06-16', rule: 'ahead', to: 'NL' },
    { on: '2020-06-30', rule: 'due', to: 'NL' },
    { on: '2020-07-07', rule: 'late_1', to: 'NL' },
    { on: '2020-07-21', rule: 'late_2', to: 'NL' },
    { on: '2020-08-04', rule: 'late_3', to: 'NL' },
    { on: '2020-08-18', rule: 'watcher', to: 'sg' },
    { on: '2020-09-15', rule: 'above', to: 'council' },
  ]);
});

test('a clock that jumps ahead tells where things stand once, and put back it repeats nothing', () => {
  const jumped = look([day('2020-08-20'), day('2020-06-17'), day('2020-07-01'), day('2020-08-21')]);
  expect(jumped.told).toEqual([{ on: '2020-08-20', rule: 'watcher', to: 'sg' }]);
  expect(look([...daysFrom('2020-06-10', 10), ...daysFrom('2020-06-10', 10)]).told.length).toBe(1);
});

test('where the watcher or whoever stands above cannot be reached, the owner is told all the same', () => {
  const alone = { owner: 'NL', watcher: null, above: null };
  expect(look([day('2020-12-01')], alone).told.map(({ rule }) => rule)).toEqual(['late_3']);
  expect(look(daysFrom('2020-06-01', 150), { ...alone, owner: null }).told).toEqual([]);
});

test('however a clock jumps, each rule is claimed once and nothing is told of what was passed over', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 200 }), { maxLength: 40 }), (jumps) => {
      const { told } = look(jumps.map((after) => addDays(due, after)));
      const order = told.map(({ rule }) => reminderLadder.findIndex((step) => step.rule === rule));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    }),
  );
});

test('days are those of Brussels: a night earlier in summer than in winter, and whole over the change', () => {
  const on = (instant: string) => reminderDay(Temporal.Instant.from(instant));
  expect([on('2020-06-29T21:59:59Z'), on('2020-06-29T22:00:00Z')]).toEqual(['2020-06-29', '2020-06-30']);
  expect([on('2020-01-31T22:59:59Z'), on('2020-01-31T23:00:00Z')]).toEqual(['2020-01-31', '2020-02-01']);
  // The clock goes on in the night to 29 March 2020: that day has 23 hours.
  expect([on('2020-03-28T23:00:00Z'), on('2020-03-29T22:00:00Z')]).toEqual(['2020-03-29', '2020-03-30']);
  // Twelve months from 29 February.
  const year = addMonths(day('2020-02-29'), 12);
  const first = reminderOn(year, on('2021-02-13T23:00:00Z'), all, () => false);
  expect([year, first?.rule]).toEqual(['2021-02-28', 'ahead']);
  expect(reminderOn(year, on('2021-02-13T22:59:59Z'), all, () => false)).toBeNull();
});

test('above is the nearest that can be reached, and a circle leads nowhere', () => {
  const parents = new Map([
    ['signs', 'cycling'],
    ['cycling', 'council'],
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(nearestAbove('signs', parents, (id) => id === 'council')).toBe('council');
  expect(nearestAbove('signs', parents, () => true)).toBe('cycling');
  expect(nearestAbove('council', parents, () => true)).toBeNull();
  expect(nearestAbove('a', parents, () => false)).toBeNull();
  expect(nearestAbove(null, parents, () => true)).toBeNull();
});
