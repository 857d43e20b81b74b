import type { Tolerance } from '../../matching/model.ts';
import { isWithin } from '../../matching/rules/settle.ts';
import { privatePerson } from '../model.ts';

/** A sale or purchase of an item as one state knows it; what it does not know is null, and null is not zero. */
export type Trade = {
  readonly id: string;
  readonly state: string;
  readonly item: string;
  readonly side: 'sale' | 'purchase';
  /** A whole day. */
  readonly day: string;
  /** VAT number, or `private`. */
  readonly seller: string | null;
  readonly buyer: string | null;
  readonly cents: number | null;
  readonly declaredAs: string | null;
};

/** Words of `src/vat/matching` where they mean the same, and one more: another name on the one side than on the other. */
export const checkFindings = [
  'supply_only',
  'acquisition_only',
  'amount_over',
  'amount_under',
  'period_shift',
  'kind_mismatch',
  'parties_differ',
] as const;
export type CheckFinding = (typeof checkFindings)[number];

/** Why nothing is said of a side: an unknown is no finding. */
export const unknowns = ['amount', 'silent', 'private', 'outside', 'domestic'] as const;
export type Unknown = (typeof unknowns)[number];

export type MatchLine = {
  readonly item: string;
  readonly sale: Trade | null;
  readonly purchase: Trade | null;
  /** Empty where both sides are there and agree, and where nothing can be said. */
  readonly findings: readonly CheckFinding[];
  readonly unknown: readonly Unknown[];
  /** Sold less bought, as supplied less declared is in the matching; null where a side or its amount is not known. */
  readonly cents: number | null;
};

export type Verdict = 'agrees' | 'differs' | 'one_side' | 'unknown';

export function verdictOf({ findings, unknown }: Pick<MatchLine, 'findings' | 'unknown'>): Verdict {
  if (findings.includes('supply_only') || findings.includes('acquisition_only')) return 'one_side';
  if (findings.length > 0) return 'differs';
  return unknown.length > 0 ? 'unknown' : 'agrees';
}

/** Which states check, and which of them have said anything at all: of one that has not, nothing is missing yet. */
export type Checking = { readonly states: readonly string[]; readonly said: ReadonlySet<string> };

/**
 * Holds each sale that a state knows against a purchase that another knows of the same item: the closest pairs first, by names, months and amounts,
 * whatever the order in which facts are given. Months next to one another are a period shift, further apart is another trade. Every sale and purchase is
 * in exactly one line.
 */
export function crossMatch(
  trades: readonly Trade[],
  checking: Checking,
  tolerance: Tolerance,
): readonly MatchLine[] {
  const sales = trades.filter(({ side }) => side === 'sale');
  const purchases = trades.filter(({ side }) => side === 'purchase');
  const bought = Map.groupBy(purchases, ({ item }) => item);
  const paired = new Set<Trade>();
  const lines: MatchLine[] = [];
  // Item by item, so that no more pairs are held at once than the most facts of one item make.
  for (const [item, sold] of Map.groupBy(sales, (sale) => sale.item))
    for (const { sale, purchase } of pairsOf(sold, bought.get(item) ?? [])) {
      if (paired.has(sale) || paired.has(purchase)) continue;
      paired.add(sale).add(purchase);
      lines.push(lineOf(sale, purchase, tolerance));
    }
  for (const one of [...sales, ...purchases]) if (!paired.has(one)) lines.push(oneSided(one, checking));
  return lines.toSorted((a, b) => compareLists(placeOf(a), placeOf(b)));
}

/** Every sale with every purchase of one item that may be the same trade, the closest first. */
function pairsOf(sales: readonly Trade[], purchases: readonly Trade[]) {
  return sales
    .flatMap((sale) =>
      purchases
        .filter((purchase) => mayBeOne(sale, purchase))
        .map((purchase) => ({ sale, purchase, distance: distanceOf(sale, purchase) })),
    )
    .toSorted((a, b) => compareLists(a.distance, b.distance));
}

const monthOf = ({ day }: Trade) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
const monthsApart = (a: Trade, b: Trade) => Math.abs(monthOf(a) - monthOf(b));

/** The two names where both sides know one: whether they are the same. */
function namesOf(sale: Trade, purchase: Trade) {
  const known = [
    [sale.seller, purchase.seller],
    [sale.buyer, purchase.buyer],
  ].filter(([a, b]) => a !== null && b !== null);
  const same = known.filter(([a, b]) => a === b).length;
  return { same, other: known.length - same };
}

/** Across a border, in the same month or the next, and nothing against it but at most one of two names. */
function mayBeOne(sale: Trade, purchase: Trade): boolean {
  const { same, other } = namesOf(sale, purchase);
  return sale.state !== purchase.state && monthsApart(sale, purchase) <= 1 && (other === 0 || same > 0);
}

function distanceOf(sale: Trade, purchase: Trade): readonly (number | string)[] {
  const { same, other } = namesOf(sale, purchase);
  const isKnown = sale.cents !== null && purchase.cents !== null;
  return [
    other,
    monthsApart(sale, purchase),
    -same,
    isKnown ? Math.abs((sale.cents ?? 0) - (purchase.cents ?? 0)) : Number.MAX_SAFE_INTEGER,
    // ISO dates: the later less the earlier in text order needs no calendar to be the same each time.
    sale.day === purchase.day ? 0 : 1,
    sale.day,
    purchase.day,
    sale.id,
    purchase.id,
  ];
}

function lineOf(sale: Trade, purchase: Trade, tolerance: Tolerance): MatchLine {
  const isKnown = sale.cents !== null && purchase.cents !== null;
  const cents = isKnown ? (sale.cents ?? 0) - (purchase.cents ?? 0) : null;
  const sides = { supplied: sale.cents, declared: purchase.cents };
  const amount =
    cents === null || isWithin(sides, tolerance)
      ? null
      : cents < 0
        ? ('amount_over' as const)
        : ('amount_under' as const);
  const isDeclaredOtherwise =
    sale.declaredAs !== null && purchase.declaredAs !== null && sale.declaredAs !== purchase.declaredAs;
  const found: Readonly<Partial<Record<CheckFinding, boolean>>> = {
    amount_over: amount === 'amount_over',
    amount_under: amount === 'amount_under',
    period_shift: monthsApart(sale, purchase) > 0,
    kind_mismatch: isDeclaredOtherwise,
    parties_differ: namesOf(sale, purchase).other > 0,
  };
  return {
    ...{ item: sale.item, sale, purchase, cents },
    findings: checkFindings.filter((finding) => found[finding] === true),
    unknown: isKnown ? [] : ['amount'],
  };
}

/** What is said of a trade of which the other side is not there. */
function oneSided(trade: Trade, { states, said }: Checking): MatchLine {
  const { item, side, state } = trade;
  const line = { item, sale: side === 'sale' ? trade : null, purchase: side === 'purchase' ? trade : null };
  const other = side === 'sale' ? trade.buyer : trade.seller;
  const told = (unknown: Unknown): MatchLine => ({ ...line, findings: [], unknown: [unknown], cents: null });
  if (other === privatePerson) return told('private');
  const others =
    other === null ? states.filter((one) => one !== state) : states.filter((one) => isOf(one, other));
  if (other !== null && isOf(state, other)) return told('domestic');
  if (others.length === 0) return told('outside');
  if (!others.every((one) => said.has(one))) return told('silent');
  const finding = side === 'sale' ? 'supply_only' : 'acquisition_only';
  return { ...line, findings: [finding], unknown: [], cents: null };
}

/** Whether a number was given by a party's state: `DE` is that of its regions, too. */
const isOf = (party: string, number: string) => {
  const prefix = number.slice(0, 2);
  return party === prefix || party.startsWith(`${prefix}-`);
};

const placeOf = ({ item, sale, purchase }: MatchLine) => {
  const first = sale ?? purchase;
  return [item, first?.day ?? '', sale === null ? 1 : 0, first?.id ?? ''];
};

function compareLists(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] as number | string;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
