import { addDays, addMonths, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { VatNumber } from '../../vat-number.ts';
import { dayNumber, type Holdings, isOwn, monthsOf } from '../holdings.ts';
import type { BridgePair, OpenCase, Terms, Token, ToldBridge } from '../model.ts';
import type { Tokens } from '../tokens.ts';
import { roundUpTo } from './rounding.ts';

/** The case by which a party asks, if it is open to it on a day at the state that is asked; what the asker calls it is not enough. */
export function findOpenCase(
  cases: readonly OpenCase[],
  asked: { readonly reference: string | undefined; readonly party: string },
  day: PlainDate,
): OpenCase | null {
  return (
    cases.find(
      ({ reference, parties, opened, until }) =>
        reference === asked.reference &&
        parties.includes(asked.party) &&
        opened <= day &&
        (until === null || day < until),
    ) ?? null
  );
}

/** Whom a case is about and who traded with them across a border, and what these are said to have traded: it opens nothing of anybody else. */
export type Near = {
  readonly traders: ReadonlySet<VatNumber>;
  /** First and last months of what each has acquired from abroad, and of what each has supplied there. */
  readonly inflows: ReadonlyMap<VatNumber, readonly MonthSpan[]>;
  readonly outflows: ReadonlyMap<VatNumber, readonly MonthSpan[]>;
};
type MonthSpan = ReturnType<typeof monthsOf>;

export function nearTo(
  { supplies }: Pick<Holdings, 'supplies'>,
  { traders }: Pick<OpenCase, 'traders'>,
): Near {
  const about = new Set(traders);
  const near = new Set(about);
  for (const { supplier, acquirer } of supplies) {
    if (about.has(supplier)) near.add(acquirer);
    if (about.has(acquirer)) near.add(supplier);
  }
  const [inflows, outflows] = [new Map<VatNumber, MonthSpan[]>(), new Map<VatNumber, MonthSpan[]>()];
  for (const { supplier, acquirer, period, cents } of supplies) {
    if (cents <= 0 || supplier.slice(0, 2) === acquirer.slice(0, 2)) continue;
    const months = monthsOf(period);
    for (const [flows, end] of [
      [inflows, acquirer],
      [outflows, supplier],
    ] as const)
      if (near.has(end)) {
        const known = flows.get(end);
        if (known === undefined) flows.set(end, [months]);
        else known.push(months);
      }
  }
  return { traders: near, inflows, outflows };
}

/** A bridge as it was told first: within an epoch it is told so ever after, or two answers could be held against each other. */
export type KeptBridge = {
  /** Tokens of the epoch, not of a case: what is told in one case is told in another. */
  readonly acquirer: Token;
  readonly supplier: Token;
  readonly month: string;
  /** Null: nothing was told. */
  readonly told: Omit<ToldBridge, 'until'> | null;
};
export type OpenPair = Omit<KeptBridge, 'told'> & { readonly ends: readonly [VatNumber, VatNumber] };

export const keptKey = ({ acquirer, supplier, month }: Omit<KeptBridge, 'told'>): string =>
  [acquirer, supplier, month].join(' ');

/**
 * Which pairs of a question may be looked for, each with its numbers; null: not that one. Both ends are near the case, the one acquired from
 * abroad in that month and the other supplied there within the window before it or after, and the window has ended: of one that still runs
 * each day more would tell of that day's sales.
 */
export function openPairs(
  holdings: Pick<Holdings, 'states'>,
  { inflows, outflows }: Near,
  /** Those of the case, by which is asked, and those of the epoch. */
  [asked, kept]: readonly [Pick<Tokens, 'numberOf'>, Pick<Tokens, 'of'>],
  pairs: readonly BridgePair[],
  today: PlainDate,
  { months }: Pick<Terms, 'months'>,
): readonly (OpenPair | null)[] {
  const now = monthsOf(today.slice(0, 7)).from;
  return pairs.map(({ acquirer, supplier, month }) => {
    const [a, b] = [asked.numberOf(acquirer), asked.numberOf(supplier)];
    if (a === null || b === null || !isOwn(holdings, a) || !isOwn(holdings, b)) return null;
    const at = monthsOf(month).from;
    const cameIn = (inflows.get(a) ?? []).some(({ from, to }) => from <= at && at <= to);
    const wentOut = (outflows.get(b) ?? []).some(({ from, to }) => from < at + months && to > at - months);
    if (!cameIn || !wentOut || at + months > now) return null;
    return { acquirer: kept.of(a), supplier: kept.of(b), month, ends: [a, b] };
  });
}

/** Looks for one bridge; null: there is none, or fewer traders are on its ways than the floor wants. */
export function findBridgeOf(
  { find, placeOf }: Pick<Holdings, 'find' | 'placeOf'>,
  { ends, month }: Pick<OpenPair, 'ends' | 'month'>,
  terms: Terms,
): KeptBridge['told'] {
  const [a, b] = [placeOf(ends[0]), placeOf(ends[1])];
  if (a === null || b === null) return null;
  const start = firstDay(month as PartialDate);
  const last = addMonths(month as PartialDate, terms.months - 1);
  if (last === null) return null;
  const found = find(a, b, { from: dayNumber(start), until: dayNumber(lastDay(last)), depth: terms.depth });
  if (found === null || found.traders < terms.leastTraders.ways) return null;
  const monthOf = (day: number) => addDays(start, day - dayNumber(start)).slice(0, 7);
  return {
    hops: found.hops,
    arrives: monthOf(found.arrives),
    leaves: monthOf(found.leaves),
    ceiling: roundUpTo(found.ceiling, terms.digits),
  };
}

/** The last day on which a bridge may be used that is told today: no longer than its case and its epoch. */
export function usableUntil(
  today: PlainDate,
  { until }: Pick<OpenCase, 'until'>,
  epochEnds: string,
  { days }: Pick<Terms, 'days'>,
): string {
  const ends = [epochEnds, ...(until === null ? [] : [until])].map((end) => addDays(end as PlainDate, -1));
  return [addDays(today, days), ...ends].sort()[0] as string;
}
