/**
 * What came to a trader and what left him, month by month: goods that only pass through leave again in the month in which they came, for
 * about what they cost (facts on VAT, 2.6: quick pass-through, volume in about volume out, thin margin). A pool or a processor trades as
 * much in both directions, but seldom as much in the same month.
 */
import { type Prepared, standing } from './prepare.ts';
import { salesAsOf } from './sources.ts';
import type { Trade } from './trade.ts';

/** Months that are looked at: the last of which statements are due, and the two before. */
const span = 3;

export type Passing = {
  /** Of what came or what left, whichever is more, the share that did both in the same month. */
  readonly share: Float64Array;
  readonly cents: Float64Array;
};
export type Flows = {
  /** By statements alone. */
  readonly abroad: Passing;
  /** With sales at home; NaN where a state gives none. */
  readonly all: Passing;
};

export function flowsAsOf(prepared: Prepared, trade: Trade): Flows {
  const { known, supplyStart } = prepared;
  const { supplies, sales, traders, joins, monthStart } = known;
  const { count } = traders;
  const { last, day } = trade;
  const cells = () => new Float64Array(count * span);
  const [came, left] = [cells(), cells()];
  const add = (to: Float64Array, trader: number, at: number, cents: number) => {
    to[trader * span + at] = (to[trader * span + at] as number) + cents;
  };
  const first = Math.max(0, last - span + 1);
  for (let month = first; month <= last; month++)
    for (let line = supplyStart[month] as number; line < (supplyStart[month + 1] as number); line++) {
      const acquirer = supplies.acquirer[line] as number;
      if (acquirer < 0) continue;
      const cents = standing(known, line, day);
      add(left, supplies.supplier[line] as number, month - first, cents);
      add(came, acquirer, month - first, cents);
    }
  const abroad = passing(came, left, count);
  const joined = (trader: number) => joins[traders.state[trader] as number] === true;
  let month = first;
  for (const sale of salesAsOf(prepared, trade)) {
    const on = sales.day[sale] as number;
    while (month <= last && (monthStart[month + 1] as number) <= on) month++;
    if (month > last) break;
    const [seller, buyer] = [sales.seller[sale] as number, sales.buyer[sale] as number];
    if (!joined(seller)) continue;
    add(left, seller, month - first, sales.cents[sale] as number);
    add(came, buyer, month - first, sales.cents[sale] as number);
  }
  const all = passing(came, left, count);
  for (let trader = 0; trader < count; trader++)
    if (!joined(trader)) for (const column of [all.share, all.cents]) column[trader] = Number.NaN;
  return { abroad, all };
}

function passing(came: Float64Array, left: Float64Array, count: number): Passing {
  const [share, cents] = [new Float64Array(count), new Float64Array(count)];
  for (let trader = 0; trader < count; trader++) {
    let [into, out, both] = [0, 0, 0];
    for (let cell = trader * span; cell < (trader + 1) * span; cell++) {
      into += came[cell] as number;
      out += left[cell] as number;
      both += Math.max(0, Math.min(came[cell] as number, left[cell] as number));
    }
    cents[trader] = both;
    share[trader] = both > 0 ? Math.min(1, both / Math.max(into, out)) : 0;
  }
  return { share, cents };
}
