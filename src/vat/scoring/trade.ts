/** Trade across borders as statements told of it by a day, summed by trader and by pair. */
import { lastDayOf, type Prepared, standing } from './prepare.ts';

/** Sums over the last three months of which statements are due, the last six, and the up to ten before the last three. */
export type Trade = {
  /** The last month of which statements are due: the one before the month at whose end is looked. */
  readonly last: number;
  readonly day: number;
  readonly in3: Float64Array;
  readonly in6: Float64Array;
  readonly inBefore: Float64Array;
  readonly out3: Float64Array;
  readonly out6: Float64Array;
  readonly outBefore: Float64Array;
  /** Months before the last three; of each trader a bit for each of these with trade, the latest first. */
  readonly monthsBefore: number;
  readonly activeBefore: Uint16Array;
  /** First month of an inflow among all of these; −1. */
  readonly firstInflow: Int32Array;
  readonly pairs: Pairs;
};

/** Who supplied whom in the last three months, and how much of it between two who had not traded 120 days before. */
export type Pairs = {
  readonly supplier: number[];
  readonly acquirer: number[];
  readonly cents: number[];
  readonly fromMonth: number[];
  readonly toMonth: number[];
  readonly fresh: boolean[];
};

export const history = 13;
const newFor = 120;

/** As it was known at the end of month `month`, which must be above 0. */
export function tradeAsOf(prepared: Prepared, month: number): Trade {
  const { known, supplyStart, pairSince } = prepared;
  const { supplies, traders } = known;
  const count = traders.count;
  const [last, day] = [month - 1, lastDayOf(known, month)];
  const sums = () => new Float64Array(count);
  const [in3, in6, inBefore, out3, out6, outBefore] = [sums(), sums(), sums(), sums(), sums(), sums()];
  const activeBefore = new Uint16Array(count);
  const firstInflow = new Int32Array(count).fill(-1);
  const pairs: Pairs = { supplier: [], acquirer: [], cents: [], fromMonth: [], toMonth: [], fresh: [] };
  const places = new Map<number, number>();
  const first = Math.max(0, last - history + 1);
  const add = (column: Float64Array, trader: number, cents: number) => {
    column[trader] = (column[trader] as number) + cents;
  };
  for (let of = first; of <= last; of++) {
    const back = last - of;
    for (let line = supplyStart[of] as number; line < (supplyStart[of + 1] as number); line++) {
      const cents = standing(known, line, day);
      const [supplier, acquirer] = [supplies.supplier[line] as number, supplies.acquirer[line] as number];
      if (cents === 0 || acquirer < 0) continue;
      if (firstInflow[acquirer] === -1) firstInflow[acquirer] = of;
      if (back < 6) {
        add(in6, acquirer, cents);
        add(out6, supplier, cents);
      }
      if (back >= 3) {
        add(inBefore, acquirer, cents);
        add(outBefore, supplier, cents);
        for (const trader of [supplier, acquirer])
          activeBefore[trader] = (activeBefore[trader] as number) | (1 << (back - 3));
        continue;
      }
      add(in3, acquirer, cents);
      add(out3, supplier, cents);
      const key = supplier * count + acquirer;
      const place = places.get(key);
      if (place !== undefined) {
        pairs.cents[place] = (pairs.cents[place] as number) + cents;
        pairs.toMonth[place] = of;
        continue;
      }
      places.set(key, pairs.supplier.length);
      pairs.supplier.push(supplier);
      pairs.acquirer.push(acquirer);
      pairs.cents.push(cents);
      pairs.fromMonth.push(of);
      pairs.toMonth.push(of);
      pairs.fresh.push((pairSince[line] as number) > day - newFor);
    }
  }
  return {
    ...{ last, day, in3, in6, inBefore, out3, out6, outBefore, activeBefore, firstInflow, pairs },
    monthsBefore: Math.max(0, last - 2 - first),
  };
}
