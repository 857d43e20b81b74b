/** What is behind a reason, apart by what it stands for, and a page of it. */

import type { RowBehind } from '../../runs/model.ts';
import { readTaxPeriod } from '../../tax-period.ts';
import type { Flow } from './neighbourhood.ts';

/** A row of a file that was taken in, by the hash of the file. */
export type RowRef = Extract<RowBehind, { readonly file: string }>;

export type Behind = {
  readonly rows: readonly RowRef[];
  /** Months since the year 0 of which a return is due and did not come. */
  readonly missing: readonly number[];
  /** What a state answered of its inside: from whom goods can have gone on to whom. */
  readonly bridges: readonly Flow[];
  /** Traders with a confirmed case, who have no row here. */
  readonly cases: readonly string[];
};

export function apart(all: readonly RowBehind[]): Behind {
  const behind = {
    rows: [] as RowRef[],
    missing: [] as number[],
    bridges: [] as Flow[],
    cases: [] as string[],
  };
  for (const one of all)
    if ('file' in one) behind.rows.push(one);
    else if (one.kind === 'missing_return') behind.missing.push(readTaxPeriod(one.month)?.from ?? 0);
    else if (one.kind === 'case') behind.cases.push(one.trader);
    else behind.bridges.push({ from: one.inflow, to: one.outflow, cents: one.cents, kind: 'bridge' });
  return behind;
}

export type Slice<T> = { readonly page: number; readonly pages: number; readonly items: readonly T[] };

/** A page of a list, from 1; the last one where more is asked for than there is. */
export function sliceOf<T>(items: readonly T[], asked: number, size: number): Slice<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, items: items.slice((page - 1) * size, page * size) };
}
