/**
 * What traders declared themselves by a day. NaN where their state gives no returns to the work, or not those of all months that are
 * looked at.
 */
import { type Known, never } from './model.ts';
import type { Prepared } from './prepare.ts';
import { history, type Trade } from './trade.ts';

export type Declared = {
  /** Returns of the last six months that were due and did not come. */
  readonly missing: Float64Array;
  /** Acquisitions that others state and he did not declare in these months: as a share, and in cents. */
  readonly gap: Float64Array;
  readonly gapCents: Float64Array;
  readonly margin: Float64Array;
  readonly refundJump: Float64Array;
  readonly unsourced: Float64Array;
  /** Of the months before the last three, a bit for each in which he declared any trade. */
  readonly activeBefore: Uint16Array;
  /** And for each of which it is not known. */
  readonly unknownBefore: Uint16Array;
};

/** Amounts below tell nothing. */
const leastCents = 100_000;

export function declaredAsOf({ known, returnAt }: Prepared, trade: Trade): Declared {
  const { traders, returns, joins, monthStart, months } = known;
  const { count } = traders;
  const { last, day } = trade;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  const declared: Declared = {
    ...{ missing: unknown(), gap: unknown(), gapCents: unknown() },
    ...{ margin: unknown(), refundJump: unknown(), unsourced: unknown() },
    ...{ activeBefore: new Uint16Array(count), unknownBefore: new Uint16Array(count) },
  };
  for (let trader = 0; trader < count; trader++) {
    const registered = traders.registered[trader] as number;
    if (joins[traders.state[trader] as number] !== true || registered > day) continue;
    const end = traders.ended[trader] as number;
    const ended = end <= day ? end : never;
    let [missing, acquired, bought, sold, exempt] = [0, 0, 0, 0, 0];
    let [dueNow, filedNow, dueBefore, filedBefore] = [0, 0, 0, 0];
    let isCovered = true;
    const mark = (months: Uint16Array, back: number) => {
      months[trader] = (months[trader] as number) | (1 << (back - 3));
    };
    for (let back = 0; back < history && back <= last; back++) {
      const month = last - back;
      if (registered >= (monthStart[month + 1] as number) || ended <= (monthStart[month] as number)) continue;
      if (!covers(known, traders.state[trader] as number, month)) {
        if (back < 6) isCovered = false;
        if (back >= 3) mark(declared.unknownBefore, back);
        continue;
      }
      const row = returnAt[trader * months + month] as number;
      if (row < 0 || (returns.filed[row] as number) > day) {
        if (back < 6) missing++;
        continue;
      }
      const own = [
        returns.acquisitions[row],
        returns.purchases[row],
        returns.sales[row],
        returns.exempt[row],
      ];
      const [a, b, s, e] = own as [number, number, number, number];
      if (back < 6) {
        acquired += a;
        bought += b;
        sold += s;
        exempt += e;
      }
      if (back < 3) {
        dueNow += returns.due[row] as number;
        filedNow++;
        continue;
      }
      dueBefore += returns.due[row] as number;
      filedBefore++;
      if (a > 0 || b > 0 || s > 0 || e > 0) mark(declared.activeBefore, back);
      else if (Number.isNaN(a + b + s + e)) mark(declared.unknownBefore, back);
    }
    if (!isCovered) continue;
    const [inflow, outflow] = [trade.in6[trader] as number, trade.out6[trader] as number];
    const gap = Math.max(0, inflow - acquired);
    declared.missing[trader] = missing;
    declared.gap[trader] = inflow > leastCents ? gap / inflow : 0;
    declared.gapCents[trader] = inflow > leastCents ? gap : 0;
    const turnover = sold + exempt;
    if (turnover > leastCents)
      declared.margin[trader] = Math.max(-1, (turnover - acquired - bought) / turnover);
    if (filedNow > 0)
      declared.refundJump[trader] = -dueNow / filedNow + (filedBefore > 0 ? dueBefore / filedBefore : 0);
    if (outflow > leastCents && filedNow > 0)
      declared.unsourced[trader] = 1 - Math.min(1, (inflow + bought) / outflow);
  }
  return declared;
}

const covers = ({ covered, months }: Known, state: number, month: number): boolean =>
  covered === undefined || covered[state * months + month] === 1;
