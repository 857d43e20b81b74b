import type { PlainDate } from '#kernel/dates.ts';
import type { VatNumber } from '../../vat-number.ts';
import { type Holdings, isOwn, monthsOf } from '../holdings.ts';
import type { OpenCase, StatementRow, Supply, Terms, Token } from '../model.ts';
import { chooseTellable } from './floor.ts';
import { keepsDigits, roundTo } from './rounding.ts';

export type Months = { readonly from: string; readonly until: string };

export const isWithin = (period: string, months: Months): boolean => {
  const { from, to } = monthsOf(period);
  return from <= monthsOf(months.until).to && to >= monthsOf(months.from).from;
};

/**
 * In a case: statements of the state's own suppliers of which an end is what the case is about, as they were declared, and no others. In an
 * order that only tokens set.
 */
export function tellCase(
  holdings: Pick<Holdings, 'states' | 'supplies'>,
  tokenOf: (number: VatNumber) => Token,
  months: Months,
  { traders }: Pick<OpenCase, 'traders'>,
): readonly StatementRow[] {
  const about = new Set(traders);
  const rows = holdings.supplies.flatMap((row): readonly StatementRow[] => {
    const { supplier, acquirer, kind, period, cents } = row;
    if (!isOwn(holdings, supplier) || !(about.has(supplier) || about.has(acquirer))) return [];
    if (!isWithin(period, months)) return [];
    return [{ supplier: tokenOf(supplier), acquirer: tokenOf(acquirer), kind, period, cents, exact: true }];
  });
  return inOrder(rows);
}

/** What is told outside of a case, all of an epoch. */
export type ToldStatements = {
  readonly rows: readonly StatementRow[];
  readonly digits: number;
  readonly withheld: boolean;
};

/**
 * Outside of a case: statements of the state's own suppliers of periods that have ended, with few digits, where for each of their two
 * tokens enough traders could be meant (`floor.ts`). Amounts of which too few digits are left are none of them. In steps, between which
 * others can have their turn.
 */
export function* tellRounded(
  holdings: Pick<Holdings, 'states' | 'supplies'>,
  tokenOf: (number: VatNumber) => Token,
  { digits, leastTraders }: Pick<Terms, 'digits' | 'leastTraders'>,
  today: PlainDate,
): Generator<undefined, ToldStatements> {
  const now = monthsOf(today.slice(0, 7)).from;
  const own = holdings.supplies.filter(
    ({ supplier, period }) => isOwn(holdings, supplier) && monthsOf(period).to < now,
  );
  const large = own.filter(({ cents }) => keepsDigits(cents, digits));
  yield;
  const cellOf = ({ supplier, acquirer, kind, period, cents }: Supply) =>
    [supplier.slice(0, 2), acquirer.slice(0, 2), kind, period, roundTo(cents, digits)].join(' ');
  const told = yield* chooseTellable(
    large.map((one) => ({ supplier: one.supplier, acquirer: one.acquirer, cell: cellOf(one) })),
    leastTraders.statements,
  );
  const rows: StatementRow[] = [];
  for (const [place, { supplier, acquirer, kind, period, cents }] of large.entries()) {
    if (told[place] !== true) continue;
    const ends = { supplier: tokenOf(supplier), acquirer: tokenOf(acquirer) };
    rows.push({ ...ends, kind, period, cents: roundTo(cents, digits), exact: false });
    if (rows.length % 1_000 === 0) yield;
  }
  return { rows: inOrder(rows), digits, withheld: rows.length < own.length };
}

function inOrder(rows: readonly StatementRow[]): readonly StatementRow[] {
  const keyed = rows.map((row) => ({
    row,
    key: [row.period, row.supplier, row.acquirer, row.kind].join(),
  }));
  keyed.sort((one, other) =>
    one.key < other.key ? -1 : one.key > other.key ? 1 : one.row.cents - other.row.cents,
  );
  return keyed.map(({ row }) => row);
}
