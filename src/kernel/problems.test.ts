import { expect, test } from 'vitest';
import { parseCalendars } from './calendars.ts';
import { parsePartialDate, parsePlainDate } from './dates.ts';
import { due } from './deadlines.ts';
import { day } from './fixtures/dates.ts';
import { getValue } from './fixtures/results.ts';
import { addMoney, parseMoney, parseShare } from './money.ts';
import { ratio } from './observation-value.ts';
import { type KernelProblemCode, kernelProblems } from './problems.ts';
import { parseReference, parseSlug } from './references.ts';
import type { Result } from './result.ts';

const inDays = { amount: 1, unit: 'days', direction: 'after', runsOn: false } as const;
const inWorkingDays = { ...inDays, unit: 'working_days' } as const;
const one = { kind: 'value', value: 1 } as const;

/** For each code an input that leads to it; a code without one does not compile. */
const inputs: Readonly<Record<KernelProblemCode, () => Result<unknown>>> = {
  id_invalid: () => parseSlug(''),
  reference_invalid: () => parseReference('a/b'),
  date_invalid: () => parsePartialDate('2017-13'),
  date_not_a_day: () => parsePlainDate('2017'),
  date_out_of_range: () => due({ ...inDays, amount: 1e7 }, day('2019-01-01'), null),
  calendars_invalid: () => parseCalendars([]),
  calendar_day_outside_year: () => parseCalendars({ calendars: { NL: { 2019: ['2020-01-01'] } } }),
  calendar_missing: () => due(inWorkingDays, day('2019-01-01'), null),
  calendar_year_unknown: () => due(inWorkingDays, day('2019-01-01'), { id: 'NL', years: new Map() }),
  deadline_amount_invalid: () => due({ ...inDays, amount: -1 }, day('2019-01-01'), null),
  ratio_value_not_numeric: () => ratio(one, { kind: 'missing', reason: 'blank', note: null }),
  ratio_divisor_may_be_zero: () => ratio(one, { kind: 'value', value: 0 }),
  ratio_unbounded: () => ratio({ kind: 'value', value: 1e308 }, { kind: 'value', value: 1e-308 }),
  currency_unknown: () => parseMoney(1, 'XYZ'),
  currency_differs: () => addMoney(getValue(parseMoney(1, 'EUR')), getValue(parseMoney(1, 'SEK'))),
  decimal_invalid: () => parseMoney('one', 'EUR'),
  decimal_not_exact: () => parseMoney(2 ** 60, 'EUR'),
  decimals_too_many: () => parseMoney('0.001', 'EUR'),
  share_out_of_range: () => parseShare(2),
};

test.each(Object.entries(inputs))('%s has the parameters that the registry names', (code, produce) => {
  const result = produce();
  expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
  const params = result.ok ? {} : result.problems[0]?.params;
  expect(Object.keys(params ?? {})).toEqual(kernelProblems[code as KernelProblemCode]);
});
