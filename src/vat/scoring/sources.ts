/**
 * Where goods came from that a trader has at home: of what entered a state, how much nobody declared, followed from sale to sale. Each
 * state works it out of its own sales; it needs no cycle and nobody abroad.
 */
import { invoiceDays } from './bridges.ts';
import type { Prepared } from './prepare.ts';
import type { Trade } from './trade.ts';

export type Sources = {
  /** Bought at home in three months and in the month that runs, in cents. */
  readonly bought: Float64Array;
  /** Of that and what he acquired abroad, the share that was not declared where it entered the state. */
  readonly undeclared: Float64Array;
};

/** Sales that goods are followed over: a chain of missing trader, five buffers and broker. */
const rounds = 6;

/** Rows of the sales at home of the last three months and of the month that runs, as far as their states know them by the day. */
export function* salesAsOf({ known, saleStart }: Prepared, { last, day }: Trade): Generator<number> {
  const until = saleStart[Math.min(known.months, last + 2)] as number;
  for (let sale = saleStart[Math.max(0, last - 2)] as number; sale < until; sale++) {
    if ((known.sales.day[sale] as number) + invoiceDays > day) return;
    yield sale;
  }
}

/** `gapOf`: of what a trader acquired abroad the share that he did not declare. */
export function sourcesAsOf(prepared: Prepared, trade: Trade, gapOf: (trader: number) => number): Sources {
  const { sales, traders, joins } = prepared.known;
  const bought = new Float64Array(traders.count);
  const rows = [...salesAsOf(prepared, trade)].filter(
    (sale) => joins[traders.state[sales.buyer[sale] as number] as number] === true,
  );
  const add = (into: Float64Array, sale: number, share: number) => {
    const buyer = sales.buyer[sale] as number;
    into[buyer] = (into[buyer] as number) + share * (sales.cents[sale] as number);
  };
  for (const sale of rows) add(bought, sale, 1);
  const own = trade.in3.map((cents, trader) => (cents > 0 ? cents * gapOf(trader) : 0));
  const shareOf = (cents: Float64Array) =>
    cents.map((part, trader) => {
      const whole = (trade.in3[trader] as number) + (bought[trader] as number);
      return whole > 0 ? Math.min(1, part / whole) : 0;
    });
  let undeclared = shareOf(own);
  for (let round = 0; round < rounds; round++) {
    const next = own.slice();
    for (const sale of rows) {
      const share = undeclared[sales.seller[sale] as number] as number;
      if (share > 0) add(next, sale, share);
    }
    undeclared = shareOf(next);
  }
  return { bought, undeclared };
}
