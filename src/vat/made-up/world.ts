/** A whole world out of a preset and a seed: the same bytes for the same two, everywhere. */
import { addMonths, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { type Dice, diceOf } from '#kernel/dice.ts';
import { type Cases, never, type Returns } from '../scoring/model.ts';
import type { Labels, Ring, World } from './model.ts';
import { type Draft, draftPopulation, roleOf, sectors } from './population.ts';
import type { Preset } from './presets.ts';
import { monthsOf, type Relations, relate } from './relations.ts';
import { type Rings, turnRings } from './rings.ts';

/** Of a time before these statements were monthly: nobody takes them for declarations of today. */
const worldBegins = '2001-01-01' as PlainDate;

/** `firstDay`: the first of a month, the world's first. */
export function makeUpWorld(
  preset: Preset,
  seed: number,
  firstDay: PlainDate = worldBegins,
): { readonly world: World; readonly labels: Labels } {
  const monthStart = Int32Array.from({ length: preset.months + 5 }, (_, month) =>
    daysBetween(firstDay, addMonths(firstDay, month)),
  );
  const draft = draftPopulation(preset, seed, monthStart);
  const rings = turnRings(draft);
  const taken = new Set<number>();
  for (const [seller, buyer] of [
    [rings.supplies.supplier, rings.supplies.acquirer],
    [rings.sales.seller, rings.sales.buyer],
  ] as const)
    for (const [place, one] of seller.entries()) taken.add(one * preset.traders + (buyer[place] as number));
  const relations = relate(draft, taken);
  const traded = trade(draft, relations, rings);
  const supplies = stateSupplies(draft, traded);
  const { state, sector, registered, ended, resectored, group, role, ring } = draft;
  const world: World = {
    ...{ seed, months: preset.months, firstDay, monthStart },
    states: preset.states.map(({ code }) => code),
    joins: preset.states.map(({ joins }) => joins),
    riskySectors: sectors.map(({ risky }) => risky),
    traders: { count: preset.traders, state, sector, registered, ended, resectored, group },
    supplies: supplies.columns,
    sales: {
      seller: traded.sales.seller,
      buyer: traded.sales.buyer,
      day: traded.sales.day,
      cents: traded.sales.cents,
      vat: traded.sales.cents.map((cents) => Math.round(cents * preset.vatRate)),
    },
    returns: fileReturns(draft, traded, rings.missingFiles),
    cases: confirm(draft, rings.rings),
  };
  const labels = { role, ring, supplyRing: supplies.ring, saleRing: traded.sales.ring, rings: rings.rings };
  return { world, labels };
}

type Traded = {
  readonly supplies: {
    readonly supplier: Int32Array;
    readonly acquirer: Int32Array;
    readonly month: Int32Array;
    readonly cents: Float64Array;
    readonly ring: Int32Array;
  };
  readonly sales: {
    readonly seller: Int32Array;
    readonly buyer: Int32Array;
    readonly day: Int32Array;
    readonly cents: Float64Array;
    readonly ring: Int32Array;
  };
};

/** What was traded in truth, ordered by time and then by who traded, so that the place of a row tells nothing. */
function trade(draft: Draft, relations: Relations, rings: Rings): Traded {
  const { preset, seed, monthStart, state, registered } = draft;
  const dice = diceOf(seed, 'trade');
  const seasons = Array.from({ length: 12 }, () => dice.between(0.75, 1.25));
  const supplies = { ...copyOf(rings.supplies) };
  const sales = { ...copyOf(rings.sales) };
  const { from } = monthsOf(draft);
  for (let place = 0; place < relations.seller.length; place++) {
    const [seller, buyer] = [relations.seller[place] as number, relations.buyer[place] as number];
    const abroad = state[seller] !== state[buyer];
    const ramp = roleOf(draft, buyer) === 'start_up' ? 2 : 8;
    const born = (registered[buyer] as number) < 0 ? -100 : (from[buyer] as number);
    const regularity = relations.regularity[place] as number;
    for (let month = relations.from[place] as number; month < (relations.until[place] as number); month++) {
      if (!dice.chance(regularity)) continue;
      const grown = Math.min(1, (month - born + 1) / ramp);
      const mean = (relations.cents[place] as number) * (seasons[month % 12] as number) * grown;
      const cents = Math.round(mean * dice.lognormal(1, preset.noise));
      if (cents <= 0) continue;
      if (abroad) {
        supplies.supplier.push(seller);
        supplies.acquirer.push(buyer);
        supplies.month.push(month);
        supplies.cents.push(cents);
        supplies.ring.push(-1);
      } else {
        const start = monthStart[month] as number;
        sales.seller.push(seller);
        sales.buyer.push(buyer);
        sales.day.push(dice.whole(start, (monthStart[month + 1] as number) - 1));
        sales.cents.push(cents);
        sales.ring.push(-1);
      }
    }
  }
  const supplyOrder = ordered([supplies.month, supplies.supplier, supplies.acquirer]);
  const saleOrder = ordered([sales.day, sales.seller, sales.buyer, sales.cents]);
  return {
    supplies: {
      supplier: Int32Array.from(supplyOrder, (row) => supplies.supplier[row] as number),
      acquirer: Int32Array.from(supplyOrder, (row) => supplies.acquirer[row] as number),
      month: Int32Array.from(supplyOrder, (row) => supplies.month[row] as number),
      cents: Float64Array.from(supplyOrder, (row) => supplies.cents[row] as number),
      ring: Int32Array.from(supplyOrder, (row) => supplies.ring[row] as number),
    },
    sales: {
      seller: Int32Array.from(saleOrder, (row) => sales.seller[row] as number),
      buyer: Int32Array.from(saleOrder, (row) => sales.buyer[row] as number),
      day: Int32Array.from(saleOrder, (row) => sales.day[row] as number),
      cents: Float64Array.from(saleOrder, (row) => sales.cents[row] as number),
      ring: Int32Array.from(saleOrder, (row) => sales.ring[row] as number),
    },
  };
}

const copyOf = <Columns extends Readonly<Record<string, number[]>>>(columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]])) as Columns;

/** Places of rows by their first column, then by their second and so on, then as they were. */
function ordered(columns: readonly (readonly number[])[]): Uint32Array {
  const [first = [], ...rest] = columns;
  const buckets: number[][] = [];
  for (const [row, value] of first.entries()) {
    const bucket = buckets[value] ?? [];
    buckets[value] = bucket;
    bucket.push(row);
  }
  const order = new Uint32Array(first.length);
  let next = 0;
  for (const bucket of buckets) {
    bucket?.sort((one, other) => {
      for (const column of rest) {
        const difference = (column[one] as number) - (column[other] as number);
        if (difference !== 0) return difference;
      }
      return one - other;
    });
    for (const row of bucket ?? []) order[next++] = row;
  }
  return order;
}

/** What suppliers state of it: most of it in time and right. */
function stateSupplies(
  { preset, seed, monthStart }: Draft,
  { supplies }: Traded,
): { readonly columns: World['supplies']; readonly ring: Int32Array } {
  const dice = diceOf(seed, 'statements');
  const { late, corrected, mistyped, rounded } = preset.filing;
  const roundsOff = Uint8Array.from({ length: preset.traders }, () => (dice.chance(rounded) ? 1 : 0));
  const rows = {
    ...{ supplier: [] as number[], acquirer: [] as number[], month: [] as number[], cents: [] as number[] },
    ...{
      received: [] as number[],
      correction: [] as number[],
      superseded: [] as number[],
      ring: [] as number[],
    },
  };
  for (let row = 0; row < supplies.month.length; row++) {
    const month = supplies.month[row] as number;
    const supplier = supplies.supplier[row] as number;
    const exact = supplies.cents[row] as number;
    const cents = roundsOff[supplier] === 1 ? Math.max(100, 100 * Math.round(exact / 100)) : exact;
    const due = (monthStart[month + 1] as number) + dice.whole(4, 24);
    const received = due + (dice.chance(late) ? dice.whole(15, 80) : 0);
    const acquirer = dice.chance(mistyped) ? -1 : (supplies.acquirer[row] as number);
    const add = (amount: number, day: number, correction: number, superseded: number) => {
      rows.supplier.push(supplier);
      rows.acquirer.push(acquirer);
      rows.month.push(month);
      rows.cents.push(amount);
      rows.received.push(day);
      rows.correction.push(correction);
      rows.superseded.push(superseded);
      rows.ring.push(supplies.ring[row] as number);
    };
    if (acquirer < 0 || !dice.chance(corrected)) add(cents, received, 0, never);
    else {
      const wrong = Math.max(100, Math.round(cents * dice.between(0.5, 1.5)));
      const again = received + dice.whole(5, 90);
      const replaces = dice.chance(0.5);
      add(wrong, received, 0, replaces ? again : never);
      if (replaces) add(cents, again, 1, never);
      else if (cents !== wrong) add(cents - wrong, again, 2, never);
    }
  }
  return {
    columns: {
      supplier: Int32Array.from(rows.supplier),
      acquirer: Int32Array.from(rows.acquirer),
      month: Int32Array.from(rows.month),
      cents: Float64Array.from(rows.cents),
      received: Int32Array.from(rows.received),
      correction: Uint8Array.from(rows.correction),
      superseded: Int32Array.from(rows.superseded),
    },
    ring: Int32Array.from(rows.ring),
  };
}

/** What traders declare of it, each of his own; a missing one as his kind does. */
function fileReturns(draft: Draft, { supplies, sales }: Traded, missingFiles: Int8Array): Returns {
  const { preset, seed, monthStart, margin, silentFrom } = draft;
  const { months, traders: count, vatRate } = preset;
  const dice = diceOf(seed, 'returns');
  const cells = () => new Float64Array(count * months);
  const [acquired, bought, sold, exempt] = [cells(), cells(), cells(), cells()];
  /** Of these, what went through rings: nobody sells that to consumers. */
  const [ringIn, ringOut] = [cells(), cells()];
  const add = (column: Float64Array, trader: number, month: number, cents: number) => {
    column[trader * months + month] = (column[trader * months + month] as number) + cents;
  };
  for (let row = 0; row < supplies.month.length; row++) {
    const [month, cents] = [supplies.month[row] as number, supplies.cents[row] as number];
    const [supplier, acquirer] = [supplies.supplier[row] as number, supplies.acquirer[row] as number];
    add(exempt, supplier, month, cents);
    add(acquired, acquirer, month, cents);
    if ((supplies.ring[row] as number) < 0) continue;
    add(ringOut, supplier, month, cents);
    add(ringIn, acquirer, month, cents);
  }
  let month = 0;
  for (let row = 0; row < sales.day.length; row++) {
    while ((monthStart[month + 1] as number) <= (sales.day[row] as number)) month++;
    const [seller, buyer, cents] = [sales.seller[row], sales.buyer[row], sales.cents[row]] as number[];
    add(sold, seller as number, month, cents as number);
    add(bought, buyer as number, month, cents as number);
    if ((sales.ring[row] as number) < 0) continue;
    add(ringOut, seller as number, month, cents as number);
    add(ringIn, buyer as number, month, cents as number);
  }
  const rows = {
    ...{ trader: [] as number[], month: [] as number[], filed: [] as number[], acquisitions: [] as number[] },
    ...{ purchases: [] as number[], sales: [] as number[], exempt: [] as number[], due: [] as number[] },
  };
  const { from, until } = monthsOf(draft);
  const { late, shifted, forgetful } = preset.filing;
  for (let trader = 0; trader < count; trader++) {
    const forgets = dice.chance(forgetful);
    const files = missingFiles[trader] as number;
    const part = files === 2 ? dice.between(0.05, 0.5) : 1;
    let carried = 0;
    const last = Math.min(months, (until[trader] as number) + 1);
    for (let month = from[trader] as number; month < last; month++) {
      const cell = trader * months + month;
      const through = [acquired[cell], bought[cell], sold[cell], exempt[cell]] as number[];
      const [a = 0, b = 0, s = 0, e = 0] = through;
      const honestIn = a + b - (ringIn[cell] as number);
      const honestOut = s + e - (ringOut[cell] as number);
      const consumers = Math.max(0, honestIn / (1 - (margin[trader] as number)) - honestOut);
      const silent = files === 0 || month >= (silentFrom[trader] as number);
      const due = (monthStart[month + 1] as number) + dice.whole(8, 27);
      const filed = silent ? never : due + (dice.chance(late) ? dice.whole(20, 90) : 0);
      const share = files === 1 ? 0 : part;
      // Acquired in one month, declared in the next.
      const later = dice.chance(shifted) ? a * dice.between(0.3, 1) : 0;
      const forgotten = forgets && dice.chance(0.3) ? dice.between(0.3, 1) : 0;
      const declared = Math.max(0, a - later + carried) * (1 - forgotten) * share;
      carried = later;
      const [purchases, domestic] = [b * share, (s + consumers) * share];
      rows.trader.push(trader);
      rows.month.push(month);
      rows.filed.push(filed);
      rows.acquisitions.push(Math.round(declared));
      rows.purchases.push(Math.round(purchases));
      rows.sales.push(Math.round(domestic));
      rows.exempt.push(Math.round(e * share));
      rows.due.push(Math.round(vatRate * (domestic - purchases)));
    }
  }
  return {
    trader: Int32Array.from(rows.trader),
    month: Int32Array.from(rows.month),
    filed: Int32Array.from(rows.filed),
    acquisitions: Float64Array.from(rows.acquisitions),
    purchases: Float64Array.from(rows.purchases),
    sales: Float64Array.from(rows.sales),
    exempt: Float64Array.from(rows.exempt),
    due: Float64Array.from(rows.due),
  };
}

/** Frauds that states found by their own means: not all, late, and not everybody in them. */
function confirm({ preset, seed, monthStart }: Draft, rings: readonly Ring[]): Cases {
  const dice: Dice = diceOf(seed, 'cases');
  const found: { trader: number; confirmed: number; from: number; until: number }[] = [];
  for (const { members, firstDay, lastDay } of rings) {
    if (!dice.chance(preset.cases.share)) continue;
    const confirmed = firstDay + 30 * dice.whole(...preset.cases.afterMonths) + dice.whole(0, 29);
    for (const trader of members)
      if (dice.chance(preset.cases.members) && confirmed < (monthStart[preset.months] as number))
        found.push({ trader, confirmed, from: firstDay, until: Math.min(lastDay, confirmed) });
  }
  found.sort((one, other) => one.confirmed - other.confirmed || one.trader - other.trader);
  return {
    trader: Int32Array.from(found, ({ trader }) => trader),
    confirmed: Int32Array.from(found, ({ confirmed }) => confirmed),
    from: Int32Array.from(found, ({ from }) => from),
    until: Int32Array.from(found, ({ until }) => until),
  };
}
