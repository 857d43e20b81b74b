import type { Brand } from '#kernel/brand.ts';
import { daysBetween, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';

/** A month, a quarter or a year of a declaration, as it is written: `2019-05`, `2019-Q2`, `2019`. */
export type TaxPeriod = Brand<string, 'TaxPeriod'>;

/** Months since the year 0, so that they can be held against each other: January 2019 is 24228. */
export type Months = { readonly from: number /** The last of them, included. */; readonly to: number };

const written = /^((?:19|20)\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

/** Null where it is none. */
export function readTaxPeriod(text: string): (Months & { readonly period: TaxPeriod }) | null {
  const [all, year, month, quarter] = written.exec(text) ?? [];
  if (all === undefined) return null;
  const first = 12 * Number(year);
  const period = all as TaxPeriod;
  if (month !== undefined) return { period, from: first + Number(month) - 1, to: first + Number(month) - 1 };
  if (quarter !== undefined)
    return { period, from: first + 3 * (Number(quarter) - 1), to: first + 3 * Number(quarter) - 1 };
  return { period, from: first, to: first + 11 };
}

/** The period of these months. Throws where there is none: no declaration is of two months. */
export function taxPeriodOf({ from, to }: Months): TaxPeriod {
  const year = Math.floor(from / 12);
  const month = from % 12;
  const length = to - from + 1;
  if (length === 1) return `${year}-${String(month + 1).padStart(2, '0')}` as TaxPeriod;
  if (length === 3 && month % 3 === 0) return `${year}-Q${month / 3 + 1}` as TaxPeriod;
  if (length === 12 && month === 0) return String(year) as TaxPeriod;
  throw new RangeError(`No period of a declaration is from month ${from} to ${to}`);
}

const epoch = '1970-01-01' as PlainDate;

/** The first and the last day of these months, as days since the first of January 1970. */
export function daysOf({ from, to }: Months): { readonly first: number; readonly last: number } {
  const dayOf = (month: number) => taxPeriodOf({ from: month, to: month }) as string as PartialDate;
  return {
    first: daysBetween(epoch, firstDay(dayOf(from))),
    last: daysBetween(epoch, lastDay(dayOf(to))),
  };
}
