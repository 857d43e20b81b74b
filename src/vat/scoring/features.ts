/**
 * Features of all traders as of the end of a month, of what was known by then: lines received, returns filed, sales invoiced,
 * registrations and cases told. A test cuts off what came later and gets the same.
 */
import { type Bridges, bridgesAsOf } from './bridges.ts';
import { declaredAsOf } from './declared.ts';
import { type FeatureName, type FeatureValues, featureNames } from './feature-names.ts';
import { loopEvidence } from './loop-evidence.ts';
import { type Loop, type LoopSearch, loopsAsOf, usualSearch } from './loops.ts';
import { type BridgeEdge, unknownDay } from './model.ts';
import type { Prepared } from './prepare.ts';
import { propagate } from './propagation.ts';
import { sourcesAsOf } from './sources.ts';
import { type Trade, tradeAsOf } from './trade.ts';

export type FeatureTable = {
  readonly month: number;
  /** Its last day. */
  readonly day: number;
  /** Who traded across a border of late, or stands on a bridge of a cycle: who can be scored. Rising. */
  readonly candidates: Int32Array;
  /** Of each feature the value of each trader; NaN where it is not known. */
  readonly columns: Readonly<Record<FeatureName, Float64Array>>;
  readonly trade: Trade;
  readonly loops: readonly Loop[];
  readonly bridges: readonly BridgeEdge[];
  readonly truncated: number;
};

/** Numbers of less than eight months are young. */
const youngDays = 240;
const sharesOf = (part: Float64Array, whole: Float64Array) =>
  part.map((cents, trader) =>
    (whole[trader] as number) > 0 ? Math.min(1, cents / (whole[trader] as number)) : 0,
  );

/** `found`: the bridges of that month, where they were looked for before. */
export function featuresAsOf(
  prepared: Prepared,
  month: number,
  search: LoopSearch = usualSearch,
  found: Bridges | null = null,
): FeatureTable {
  const { known } = prepared;
  const { traders, monthStart, joins, riskySectors } = known;
  const { count, state } = traders;
  const trade = tradeAsOf(prepared, month);
  const { day, last, in3, in6, out3, out6, inBefore, outBefore, pairs } = trade;
  const declared = declaredAsOf(prepared, trade);
  const { edges: bridges, between } = found ?? bridgesAsOf(prepared, trade, search);
  const { loops, truncated } = loopsAsOf(prepared, trade, { edges: bridges, between }, search);
  const column = (fill: (trader: number) => number) =>
    Float64Array.from({ length: count }, (_, trader) => fill(trader));
  const zeros = () => new Float64Array(count);
  const joined = (trader: number) => joins[state[trader] as number] === true;
  const ageOf = (trader: number) => day - (traders.registered[trader] as number);
  const isRegistered = (trader: number) => joined(trader) && traders.registered[trader] !== unknownDay;
  const isYoung = (trader: number) => joined(trader) && ageOf(trader) < youngDays;
  const gapOf = (trader: number) => {
    const gap = declared.gap[trader] as number;
    return Number.isNaN(gap) ? 0 : gap;
  };
  const add = (into: Float64Array, trader: number, cents: number) => {
    into[trader] = (into[trader] as number) + cents;
  };
  const { bought, undeclared } = sourcesAsOf(prepared, trade, gapOf);

  // Of pairs.
  const [squaresIn, squaresOut, fresh, toGap, toYoung] = [zeros(), zeros(), zeros(), zeros(), zeros()];
  for (const [pair, supplier] of pairs.supplier.entries()) {
    const [acquirer, cents] = [pairs.acquirer[pair] as number, pairs.cents[pair] as number];
    if (cents <= 0) continue;
    add(squaresIn, acquirer, cents * cents);
    add(squaresOut, supplier, cents * cents);
    if (pairs.fresh[pair] === true) for (const trader of [supplier, acquirer]) add(fresh, trader, cents);
    add(toGap, supplier, cents * gapOf(acquirer));
    if (isYoung(acquirer)) add(toYoung, supplier, cents);
  }

  // Of bridges and cycles.
  const [through, fed] = [zeros(), zeros()];
  for (const { inflow, outflow, cents } of bridges) {
    add(through, inflow, cents);
    add(fed, outflow, cents * gapOf(inflow));
  }
  const loop = loopEvidence(loops, trade, { gapOf, isYoung, state });

  // Of cases.
  const confirmed = Array.from(known.cases.trader).filter(
    (_, row) => (known.cases.confirmed[row] as number) <= day,
  );
  const isCase = new Set(confirmed);
  const shared = zeros();
  const links = {
    one: [...pairs.supplier],
    other: [...pairs.acquirer],
    strength: pairs.cents.map((cents) => Math.sqrt(Math.max(1, cents))),
  };
  for (const members of prepared.groups) {
    const there = (members ?? []).filter((trader) => joined(trader) && ageOf(trader) >= 0);
    const cases = there.filter((trader) => isCase.has(trader)).length;
    for (const [place, trader] of there.entries()) {
      shared[trader] = cases - (isCase.has(trader) ? 1 : 0);
      const next = there[place + 1];
      if (next === undefined) continue;
      links.one.push(trader);
      links.other.push(next);
      links.strength.push(sharedStrength);
    }
  }

  const isFed = (trader: number) =>
    (undeclared[trader] as number) >= 0.3 &&
    (undeclared[trader] as number) * (bought[trader] as number) >= search.leastCents;
  const size = (trader: number) => Math.max(in3[trader] as number, out3[trader] as number);
  const recent = (trader: number) => (in3[trader] as number) + (out3[trader] as number);
  const before = Math.max(1, trade.monthsBefore);
  const firstMonth = Math.max(0, last - 12);
  const columns: Readonly<Record<FeatureName, Float64Array>> = {
    age: column((trader) =>
      isRegistered(trader) && ageOf(trader) >= 0 ? Math.min(4_000, ageOf(trader)) : Number.NaN,
    ),
    early_inflow: column((trader) => {
      const first = trade.firstInflow[trader] as number;
      if (first < 0 || !isRegistered(trader)) return Number.NaN;
      const registered = traders.registered[trader] as number;
      if (registered < (monthStart[firstMonth] as number)) return 400;
      return Math.max(0, Math.min(400, (monthStart[first] as number) - registered));
    }),
    inflow: in3,
    outflow: out3,
    missing_returns: declared.missing,
    gap: declared.gap,
    gap_cents: declared.gapCents,
    step: column((trader) => {
      const usual = ((inBefore[trader] as number) + (outBefore[trader] as number)) / before;
      return Math.min(50, recent(trader) / 3 / (Math.max(0, usual) + 100_000));
    }),
    few_suppliers: column((trader) => concentration(squaresIn[trader] as number, in3[trader] as number)),
    few_buyers: column((trader) => concentration(squaresOut[trader] as number, out3[trader] as number)),
    new_partners: column((trader) =>
      recent(trader) > 0 ? Math.min(1, (fresh[trader] as number) / recent(trader)) : 0,
    ),
    margin: declared.margin,
    refund_jump: declared.refundJump,
    risky_goods: column((trader) =>
      joined(trader) ? Number(riskySectors[traders.sector[trader] as number] ?? Number.NaN) : Number.NaN,
    ),
    resectored: column((trader) => {
      const on = traders.resectored[trader] as number;
      return joined(trader) && on !== unknownDay ? Number(on <= day && on > day - 400) : Number.NaN;
    }),
    shared_directors: shared,
    transit: column((trader) => {
      const [into, out] = [in3[trader] as number, out3[trader] as number];
      return into > 0 && out > 0 ? Math.min(into, out) / Math.max(into, out) : 0;
    }),
    unsourced: declared.unsourced,
    dormant: column((trader) => {
      const there = countMonths(trader, traders.registered[trader] as number);
      const active = (trade.activeBefore[trader] as number) | (declared.activeBefore[trader] as number);
      if (recent(trader) <= 0) return 0;
      if (joined(trader) && traders.registered[trader] === unknownDay) return Number.NaN;
      if (there < 6) return 0;
      const isKnown = ((declared.unknownBefore[trader] as number) & ~active) === 0;
      return isKnown ? 1 - Math.min(there, bitsOf(active)) / there : Number.NaN;
    }),
    buyers_gap: sharesOf(toGap, out3),
    young_buyers: sharesOf(toYoung, out3),
    near_cases: propagate(count, links, confirmed),
    cycle_cents: loop.cycle,
    cycle_share: column((trader) => share(loop.cycle[trader] as number, size(trader))),
    loop_cents: loop.cents,
    loop_share: column((trader) =>
      loop.isBetween[trader] === 1 && size(trader) === 0
        ? Number.NaN
        : share(loop.cents[trader] as number, size(trader)),
    ),
    loop_gap: loop.gap,
    loop_young: loop.young,
    loop_hops: loop.hops,
    loop_states: loop.states,
    loop_signs: loop.signs,
    sources: undeclared,
    pass_through: sharesOf(through, in3),
    fed_by_gap: sharesOf(fed, out3),
  };
  const candidates = Int32Array.from(
    Array.from({ length: count }, (_, trader) => trader).filter(
      (trader) =>
        (in6[trader] as number) > 0 ||
        (out6[trader] as number) > 0 ||
        loop.isBetween[trader] === 1 ||
        isFed(trader),
    ),
  );
  return { month, day, candidates, columns, trade, loops, bridges, truncated };

  /** Of the months before the last three, those in which the number was valid all through. */
  function countMonths(trader: number, registered: number): number {
    let there = 0;
    for (let of = firstMonth; of <= last - 3; of++)
      if (joined(trader) && registered <= (monthStart[of] as number)) there++;
    return there;
  }
}

/** Of a link by a director, where one by trade has the root of its cents. */
const sharedStrength = 2_000;

const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0);
const concentration = (squares: number, sum: number) =>
  sum > 0 ? Math.min(1, squares / (sum * sum)) : Number.NaN;

function bitsOf(mask: number): number {
  let bits = 0;
  for (let left = mask; left > 0; left &= left - 1) bits++;
  return bits;
}

export function valuesOf({ columns }: Pick<FeatureTable, 'columns'>, trader: number): FeatureValues {
  return Object.fromEntries(
    featureNames.map((name) => [name, columns[name][trader] as number]),
  ) as FeatureValues;
}
