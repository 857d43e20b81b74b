import { exchangerOf } from '../../adequacy/exchange.ts';
import type { DomainRow } from '../../market/model.ts';

/**
 * Who helps whom in a shortage: the exchange of the adequacy model (`adequacy/exchange.ts`), for the one hour that an exercise stands at. Least
 * unserved in all within the rows of the domain; then, at that least, least Σ unserved² / load. With local matching: no zone sheds load
 * so that another need not, since no state has decided that in the exercise; what it sheds is never more than it lacks itself.
 */

export type Shared = {
  /** MW that each zone lacks after all help, in the order of the zones: this is shed. */
  readonly short: readonly number[];
  /** MW that each gives (above zero) or gets (below). */
  readonly exported: readonly number[];
  /** Rows that keep help from coming, and MW that would not be shed for one more MW of each. */
  readonly limiting: readonly { readonly row: number; readonly worth: number }[];
};

/**
 * `margins`: MW that each zone has for itself and others (above zero) or lacks (below); `load`: MW. From nothing each time, so that the same
 * minute of the same log is the same to the last kilowatt, whatever was looked at before.
 */
export function shareShortage(
  margins: readonly number[],
  load: readonly number[],
  rows: readonly DomainRow[],
): Shared {
  const domain = { id: 'now', rows };
  const exchange = { domains: [domain], domainOf: new Uint16Array(1), localMatching: true };
  const hour = [Float64Array.from(margins), Float64Array.from(load)] as const;
  const exchanger = exchangerOf(exchange, margins.length);
  const total = exchanger.share(0, ...hour);
  const [short, exported] = [[...exchanger.unserved].map(clean), [...exchanger.positions].map(clean)];
  const isShort = total > leastShort;
  return { short, exported, limiting: isShort ? exchanger.explain(0, ...hour).limiting : [] };
}

/** MW: below a kilowatt nothing is short. */
const leastShort = 1e-3;

/** To a kilowatt; and never minus nothing. */
const clean = (mw: number) => Math.round(mw * 1000) / 1000 + 0;
