import { describe, expect, test } from 'vitest';
import { lifeEvents, monthRows, type TraderLife } from './months.ts';

const month = (year: number, one: number) => 12 * year + one - 1;

/** Registered in March, acquires from April, declares April alone, and is gone in July. */
const life: TraderLife = {
  inflow: new Map([
    [month(2001, 4), 100_00],
    [month(2001, 5), 900_00],
    [month(2001, 6), 800_00],
  ]),
  outflow: new Map([[month(2001, 6), 50_00]]),
  declared: new Map([[month(2001, 4), 100_00]]),
  covered: new Set([1, 2, 3, 4, 5, 6, 7, 8].map((one) => month(2001, one))),
  registered: '2001-03-10',
  ended: { on: '2001-07-05', reason: 'ended' },
};

describe('The months of a trader', () => {
  test('have what is stated of him and what he declared, null where nothing came', () => {
    const rows = monthRows(life, month(2001, 3), month(2001, 5));
    expect(rows.map(({ inflow, outflow, declared }) => [inflow, outflow, declared])).toEqual([
      [0, 0, null],
      [100_00, 0, 100_00],
      [900_00, 0, null],
    ]);
  });

  test('have their events in the order of time, and no return is missed before he was there or after he was gone', () => {
    const events = lifeEvents(life, month(2001, 1), month(2001, 8));
    expect(events.map(({ kind, month: at }) => [kind, at - month(2001, 0)])).toEqual([
      ['registered', 3],
      ['return_missing', 3],
      ['first_inflow', 4],
      ['peak', 5],
      ['return_missing', 5],
      ['return_missing', 6],
      ['return_missing', 7],
      ['ended', 7],
    ]);
  });

  test('miss no return where the returns of his state are not looked at', () => {
    const abroad = { ...life, covered: null, registered: null, ended: null };
    const kinds = lifeEvents(abroad, month(2001, 1), month(2001, 8)).map(({ kind }) => kind);
    expect(kinds).toEqual(['first_inflow', 'peak']);
  });
});
