import { addDays, addMonths, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { VatNumber } from '../../vat-number.ts';
import { dayNumber, type Holdings, isOwn, monthsOf } from '../holdings.ts';
import type { Basis, BridgePair, OpenCase, StatementRow, Terms, Token, ToldBridge } from '../model.ts';
import type { Tokens } from '../tokens.ts';
import { tellable } from './floor.ts';
import { roundTo, roundUpTo } from './rounding.ts';

/** The case of that reference, if it is open on a day at the state that is asked; what the asker calls it is not enough. */
export function findOpenCase(
  { cases }: Pick<Holdings, 'cases'>,
  reference: string | undefined,
  day: PlainDate,
): OpenCase | null {
  return (
    cases.find(
      (one) => one.reference === reference && one.opened <= day && (one.until === null || day < one.until),
    ) ?? null
  );
}

/** Traders whom a case is about, and who traded with them across a border: it opens nothing of anybody else. */
export function tradersNear(
  { supplies }: Pick<Holdings, 'supplies'>,
  { traders }: OpenCase,
): ReadonlySet<VatNumber> {
  const about = new Set(traders);
  const near = new Set(about);
  for (const { supplier, acquirer } of supplies) {
    if (about.has(supplier)) near.add(acquirer);
    if (about.has(acquirer)) near.add(supplier);
  }
  return near;
}

/**
 * Statements of the state's own suppliers in months, in an order that only tokens set. Rows of which an end is what the case is about are as
 * they were declared; all others are rounded, and kept back where too few could be meant (`floor.ts`).
 */
export function tellStatements(
  holdings: Holdings,
  tokens: Tokens,
  months: { readonly from: string; readonly until: string },
  openCase: OpenCase | null,
  terms: Terms,
): { readonly rows: readonly StatementRow[]; readonly withheld: boolean } {
  const [first, last] = [monthsOf(months.from).from, monthsOf(months.until).to];
  const isIn = (period: string) => {
    const { from, to } = monthsOf(period);
    return from <= last && to >= first;
  };
  const about = new Set(openCase?.traders);
  const own = holdings.supplies.filter(({ supplier }) => isOwn(holdings, supplier));
  const digits = terms.digits.score;
  // Over all months, whichever are asked for: by asking for one after the other nobody learns more than by asking for all.
  const told = tellable(
    own.map(({ supplier, acquirer, kind, period, cents }) => ({
      supplier,
      acquirer,
      cell: [supplier.slice(0, 2), acquirer.slice(0, 2), kind, period, roundTo(cents, digits)].join(' '),
    })),
    terms.leastTraders.score,
  );
  let withheld = false;
  const rows = own.flatMap(({ supplier, acquirer, kind, period, cents }, place): readonly StatementRow[] => {
    if (!isIn(period)) return [];
    const exact = about.has(supplier) || about.has(acquirer);
    if (!exact && told[place] !== true) {
      withheld = true;
      return [];
    }
    const ends = { supplier: tokens.of(supplier), acquirer: tokens.of(acquirer) };
    return [{ ...ends, kind, period, cents: exact ? cents : roundTo(cents, digits), exact }];
  });
  const keyOf = ({ period, supplier, acquirer, kind }: StatementRow) =>
    [period, supplier, acquirer, kind].join();
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((one, other) =>
    one.key < other.key ? -1 : one.key > other.key ? 1 : one.row.cents - other.row.cents,
  );
  return { rows: keyed.map(({ row }) => row), withheld };
}

/** A bridge as it was told first: within an epoch it is told so ever after, or two answers could be held against each other. */
export type KeptBridge = {
  readonly acquirer: Token;
  readonly supplier: Token;
  readonly month: string;
  readonly basis: Basis;
  /** Null: nothing was told. */
  readonly told: Omit<ToldBridge, 'until'> | null;
};

export const keptKey = ({ acquirer, supplier, month, basis }: Omit<KeptBridge, 'told'>): string =>
  [acquirer, supplier, month, basis].join(' ');

/** What opens a pair, and until when; null: nothing does. A case goes before a score. */
export function basisOf(
  holdings: Holdings,
  [acquirer, supplier]: readonly [VatNumber, VatNumber],
  score: number | undefined,
  near: ReadonlySet<VatNumber> | null,
  { threshold }: Terms,
): Basis | null {
  if (near !== null && (near.has(acquirer) || near.has(supplier))) return 'case';
  // Whoever asks says his; where the state has one of its own, that must bear it out.
  const own = [acquirer, supplier].flatMap((trader) => holdings.scoreOf(trader) ?? []);
  const isBorneOut = own.length === 0 || own.some((one) => one >= threshold);
  return score !== undefined && score >= threshold && isBorneOut ? 'score' : null;
}

/** Which pairs of a question may be looked for, each with its numbers and by what; null: not that one. */
export function openPairs(
  holdings: Holdings,
  tokens: Tokens,
  pairs: readonly BridgePair[],
  openCase: OpenCase | null,
  terms: Terms,
): readonly (OpenPair | null)[] {
  const near = openCase === null ? null : tradersNear(holdings, openCase);
  return pairs.map(({ acquirer, supplier, month, score }) => {
    const ends = [tokens.numberOf(acquirer), tokens.numberOf(supplier)] as const;
    const [a, b] = ends;
    if (a === null || b === null || !isOwn(holdings, a) || !isOwn(holdings, b)) return null;
    const basis = basisOf(holdings, [a, b], score, near, terms);
    return basis === null ? null : { acquirer, supplier, month, basis, ends: [a, b] };
  });
}

export type OpenPair = Omit<KeptBridge, 'told'> & { readonly ends: readonly [VatNumber, VatNumber] };

/** Looks for one bridge; null: there is none, or fewer traders are on its ways than the floor wants. */
export function findBridgeOf(
  { find, placeOf }: Holdings,
  { ends, month, basis }: OpenPair,
  terms: Terms,
): KeptBridge['told'] {
  const [a, b] = ends.map(placeOf);
  if (a === null || b === null || a === undefined || b === undefined) return null;
  const start = firstDay(month as PartialDate);
  const last = addMonths(month as PartialDate, terms.months - 1);
  if (last === null) return null;
  const found = find(a, b, { from: dayNumber(start), until: dayNumber(lastDay(last)), depth: terms.depth });
  if (found === null || found.traders < terms.leastTraders[basis]) return null;
  const monthOf = (day: number) => addDays(start, day - dayNumber(start)).slice(0, 7);
  return {
    hops: found.hops,
    arrives: monthOf(found.arrives),
    leaves: monthOf(found.leaves),
    ceiling: roundUpTo(found.ceiling, terms.digits[basis]),
  };
}

/** The last day on which a bridge may be used that is told today: no longer than its epoch and, by a case, than that. */
export function usableUntil(
  today: PlainDate,
  basis: Basis,
  openCase: OpenCase | null,
  epochEnds: string,
  { days }: Terms,
): string {
  const ends = [epochEnds, ...(basis === 'case' && openCase?.until ? [openCase.until] : [])].map((end) =>
    addDays(end as PlainDate, -1),
  );
  return [addDays(today, days), ...ends].sort()[0] as string;
}

/** Whose a token is, where it is a trader of this state whom the case is about or who traded with those; else null. */
export function revealOne(
  holdings: Holdings,
  tokens: Tokens,
  near: ReadonlySet<VatNumber>,
  token: Token,
): VatNumber | null {
  const number = tokens.numberOf(token);
  return number !== null && isOwn(holdings, number) && near.has(number) ? number : null;
}
