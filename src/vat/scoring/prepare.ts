/** Where rows stand, made once for all days; nothing in it tells of a day later than the rows that are looked at. */
import type { Known } from './model.ts';

export type Prepared = {
  readonly known: Known;
  /** Lines of month `m` are `supplyStart[m]` up to, not with, `supplyStart[m + 1]`; and sales. */
  readonly supplyStart: Uint32Array;
  readonly saleStart: Uint32Array;
  /** The return of trader `t` for month `m`: row at `t * months + m`; −1. */
  readonly returnAt: Int32Array;
  /** Of each line the first day on which a line of the same two was received: never after its own. */
  readonly pairSince: Int32Array;
  /** Traders of each group. */
  readonly groups: readonly (readonly number[])[];
};

/** Throws where lines are not by month or sales not by day: they would be overlooked. */
export function prepare(known: Known): Prepared {
  const { months, monthStart, traders, supplies, sales, returns } = known;
  const supplyStart = new Uint32Array(months + 1);
  const saleStart = new Uint32Array(months + 1);
  let row = 0;
  for (let month = 0; month < months; month++) {
    supplyStart[month] = row;
    while (supplies.month[row] === month) row++;
  }
  supplyStart[months] = row;
  if (row < supplies.month.length) throw new RangeError(`Line ${row} is not in the order of months`);
  row = 0;
  for (let month = 0; month < months; month++) {
    saleStart[month] = row;
    while (row < sales.day.length && (sales.day[row] as number) < (monthStart[month + 1] as number)) row++;
  }
  saleStart[months] = row;
  for (let sale = 1; sale < sales.day.length; sale++)
    if ((sales.day[sale] as number) < (sales.day[sale - 1] as number))
      throw new RangeError(`Sale ${sale} is not in the order of days`);
  const returnAt = new Int32Array(traders.count * months).fill(-1);
  for (const [place, trader] of returns.trader.entries())
    returnAt[trader * months + (returns.month[place] as number)] = place;
  const since = new Map<number, number>();
  const pairOf = (line: number) =>
    (supplies.supplier[line] as number) * traders.count + (supplies.acquirer[line] as number);
  for (let line = 0; line < supplies.month.length; line++) {
    const received = supplies.received[line] as number;
    const before = since.get(pairOf(line));
    if (before === undefined || received < before) since.set(pairOf(line), received);
  }
  const pairSince = Int32Array.from(supplies.month, (_, line) => since.get(pairOf(line)) as number);
  const groups: number[][] = [];
  for (let trader = 0; trader < traders.count; trader++) {
    const group = traders.group[trader] as number;
    if (group < 0) continue;
    const members = groups[group] ?? [];
    groups[group] = members;
    members.push(trader);
  }
  return { known, supplyStart, saleStart, returnAt, pairSince, groups };
}

/** Cents of a line that stand on a day: what came by then and was not replaced by then. */
export function standing({ supplies }: Known, line: number, day: number): number {
  return (supplies.received[line] as number) <= day && (supplies.superseded[line] as number) > day
    ? (supplies.cents[line] as number)
    : 0;
}

/** The last day of a month: what was known at its end. */
export const lastDayOf = ({ monthStart }: Known, month: number): number =>
  (monthStart[month + 1] as number) - 1;
