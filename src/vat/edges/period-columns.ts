import type { EdgeColumns } from '../cycles/graph.ts';
import type { PeriodColumns } from '../cycles/period-graph.ts';
import { daysOf } from '../tax-period.ts';
import { type EdgeBatch, kindNumber } from './model.ts';

/** Supplies among traders who are numbered anew, by rank: trader `t` of the columns is `numbers[t]` of the source. */
export type Gathered = {
  readonly columns: PeriodColumns;
  readonly numbers: Int32Array;
  /** The month that begins, or ends, on a day of the columns. */
  readonly monthOf: ReadonlyMap<number, number>;
};

/** Periods become days since 1970, so that a month and a quarter, and how far they are apart, are in one unit. */
export async function gatherPeriods(batches: AsyncIterable<EdgeBatch>): Promise<Gathered> {
  const { columns, numbers } = await gather(batches);
  const monthOf = new Map<number, number>();
  const first = inDays((month) => daysOf({ from: month, to: month }).first);
  const last = inDays((month) => daysOf({ from: month, to: month }).last);
  const { src, dst, cents } = columns;
  return {
    ...{ numbers, monthOf },
    columns: { ...{ src, dst, cents }, lo: columns.lo.map(first), hi: columns.hi.map(last) },
  };

  function inDays(dayOf: (month: number) => number): (month: number) => number {
    const days = new Map<number, number>();
    return (month) => {
      const known = days.get(month);
      if (known !== undefined) return known;
      const day = dayOf(month);
      days.set(month, day);
      monthOf.set(day, month);
      return day;
    };
  }
}

/** Invoices among traders who are numbered anew, as `Gathered`; `added`: of each whether no search has seen it. */
export type GatheredDays = {
  readonly columns: Required<EdgeColumns>;
  readonly numbers: Int32Array;
  readonly added: Uint8Array;
};

export async function gatherDays(batches: AsyncIterable<EdgeBatch>): Promise<GatheredDays> {
  const { columns, numbers } = await gather(batches);
  const { src, dst, lo, cents, kind } = columns;
  const isNew = kindNumber('N');
  return {
    numbers,
    columns: { src, dst, time: lo, cents },
    added: kind.map((one) => (one === isNew ? 1 : 0)),
  };
}

async function gather(
  batches: AsyncIterable<EdgeBatch>,
): Promise<{ readonly columns: EdgeBatch; readonly numbers: Int32Array }> {
  const parts: EdgeBatch[] = [];
  for await (const batch of batches) parts.push(batch);
  const size = parts.reduce((sum, { src }) => sum + src.length, 0);
  const whole = () => new Int32Array(size);
  const [src, dst, lo, hi] = [whole(), whole(), whole(), whole()];
  const [cents, kind] = [new Float64Array(size), new Uint8Array(size)];
  let place = 0;
  for (const part of parts) {
    src.set(part.src, place);
    dst.set(part.dst, place);
    lo.set(part.lo, place);
    hi.set(part.hi, place);
    cents.set(part.cents, place);
    kind.set(part.kind, place);
    place += part.src.length;
  }
  const both = new Int32Array(2 * size);
  both.set(src);
  both.set(dst, size);
  both.sort();
  const numbers = both.filter((number, index) => index === 0 || number !== both[index - 1]);
  const ranked = (column: Int32Array) => column.map((number) => rankOf(numbers, number));
  return { numbers, columns: { src: ranked(src), dst: ranked(dst), lo, hi, cents, kind } };
}

function rankOf(numbers: Int32Array, number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
