/** What the labels say of each month, for measuring alone. */
import { isGuilty, type Labels, roles, type World } from '../made-up/model.ts';

export type Truth = {
  readonly months: number;
  /** Fraudulent trade out of trader `t` in month `m`, in cents, at `t * months + m`; and whether he had any, in or out. */
  readonly through: Float64Array;
  readonly active: Uint8Array;
  /** VAT that missing traders of ring `r` kept in month `m`, at `r * months + m`. */
  readonly lost: Float64Array;
};

export function truthOf({ months, monthStart, traders, supplies, sales }: World, labels: Labels): Truth {
  const through = new Float64Array(traders.count * months);
  const active = new Uint8Array(traders.count * months);
  const lost = new Float64Array(labels.rings.length * months);
  const isMissing = (trader: number) => labels.role[trader] === roles.indexOf('missing');
  const mark = (trader: number, month: number, cents: number) => {
    if (trader < 0 || !isGuilty(labels.role[trader] as number)) return;
    const cell = trader * months + month;
    active[cell] = 1;
    through[cell] = (through[cell] as number) + cents;
  };
  for (const [row, ring] of labels.supplyRing.entries()) {
    if (ring < 0) continue;
    const month = supplies.month[row] as number;
    mark(supplies.supplier[row] as number, month, Math.max(0, supplies.cents[row] as number));
    mark(supplies.acquirer[row] as number, month, 0);
  }
  let month = 0;
  for (const [row, ring] of labels.saleRing.entries()) {
    while ((monthStart[month + 1] as number) <= (sales.day[row] as number)) month++;
    if (ring < 0) continue;
    const seller = sales.seller[row] as number;
    mark(seller, month, sales.cents[row] as number);
    mark(sales.buyer[row] as number, month, 0);
    const cell = ring * months + month;
    if (isMissing(seller)) lost[cell] = (lost[cell] as number) + (sales.vat[row] as number);
  }
  return { months, through, active, lost };
}

/** From the first to the last month, both included. */
export function sumOver(
  column: ArrayLike<number>,
  months: number,
  of: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let month = Math.max(0, from); month <= to; month++) sum += column[of * months + month] as number;
  return sum;
}
