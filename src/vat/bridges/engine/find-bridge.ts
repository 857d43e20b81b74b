/**
 * Whether what a trader acquired from abroad can have reached another of the same state who supplies abroad, by sales within the state.
 *
 * A way from `a` to `b` is one to `depth` sales, each from who bought in the one before, that neither come back to `a` nor go on from `b`,
 * and whose days can stand in that order within the window: there are days d1 ≤ d2 ≤ … with each within its sale's and the window.
 *
 * Every way has at most four sales, so two hops forward from `a` and two backward from `b` meet on it. Labels of both sides, the earliest
 * arrival by at most i hops and the latest departure by at most j, decide of each sale near them whether it is on a way: it is on one
 * exactly where, for some i + j < depth, goods can be at its seller on a day on which it can still be, and that is not after the last on
 * which they must leave its buyer. So the cost is that of looking at what `a`'s buyers sell and `b`'s sellers buy, in the window, and of
 * the flow through what is found; nobody else is touched.
 *
 * The ceiling is the maximum flow from `a` to `b` over all sales that are on some way, each with its amount. It is one: let goods have
 * passed by any number of ways, and no sale have carried more than its amount. Every sale that carried any is on a way, hence in that graph;
 * what arrived is a flow in it, since traders in between passed on what they got; no flow is above the maximum. Of one way alone that says:
 * never below the least of its amounts. With more sales, or larger ones, no sale leaves that graph and no capacity falls, so it never
 * falls. It is no more than a ceiling, since the flow forgets the order of days between sales of different ways.
 */
import { maxFlow } from './max-flow.ts';
import type { SalesGraph } from './sales-graph.ts';

/** Sales of a way at the most: two hops from each side. */
export const deepest = 4;

export type BridgeWindow = {
  /** First and last day, in the graph's unit. */
  readonly from: number;
  readonly until: number;
  /** Sales of a way at the most, 1 to 4. */
  readonly depth: number;
};

export type Bridge = {
  /** Sales of the shortest way. */
  readonly hops: number;
  /** The first day on which goods can be at the supplier. */
  readonly arrives: number;
  /** The last day on which they can leave the acquirer. */
  readonly leaves: number;
  /** Cents that can have gone by all ways together, at the most. */
  readonly ceiling: number;
  /** How many traders are on ways, with both ends. */
  readonly traders: number;
};

export type FindBridge = (acquirer: number, supplier: number, window: BridgeWindow) => Bridge | null;

/** Sales on ways beyond which no flow is computed: the ceiling is then what leaves the one, or reaches the other if that is less. */
const flowAtMost = 20_000;

/** Makes room for labels once: what is returned answers one question after the other, null where there is no way. */
export function bridgesOf(graph: SalesGraph): FindBridge {
  const { traders, sales, outStart, from, to, lo, hi, cents, intoStart, into, longest } = graph;
  /** Of which question a label is, and by at most 1, 2, 3 hops the earliest arrival, or the latest departure. */
  const arriving = new Int32Array(traders * deepest);
  const leaving = new Int32Array(traders * deepest);
  const stamps = new Int32Array(sales);
  const local = new Int32Array(2 * traders);
  const found = new Uint32Array(sales);
  let question = 0;
  const [never, always] = [2 ** 31 - 1, -(2 ** 31)];

  return (a, b, { from: opens, until, depth }) => {
    if (a === b || depth < 1 || depth > deepest) return null;
    question++;
    let count = 0;
    const sellers: number[] = [];
    const buyers: number[] = [];

    // Backward from b: who sells to it, and who sells to them.
    backward(b, until, 1);
    const near = sellers.length;
    if (depth > 2)
      for (let place = 0; place < near; place++) {
        const seller = sellers[place] as number;
        if (seller !== a) backward(seller, leaves(seller, 1), 2);
      }

    // Forward from a: who buys of it.
    eachSale(a, (sale) => {
      const buyer = to[sale] as number;
      const at = Math.max(opens, lo[sale] as number);
      if (buyer === b || at > Math.min(until, hi[sale] as number)) return;
      if (arriveBy(buyer, 1, at)) buyers.push(buyer);
    });
    // What these sell, held against who gets on to b from there.
    if (depth > 1)
      for (const buyer of buyers) {
        const has = arrives(buyer, 1);
        eachSale(buyer, (sale) => {
          const next = to[sale] as number;
          const at = Math.max(has, lo[sale] as number);
          if (next === a || at > Math.min(until, hi[sale] as number)) return;
          if (next !== b && !isLabelled(leaving, next)) return;
          if (next !== b) arriveBy(next, 2, at);
          const last = Math.min(hi[sale] as number, next === b ? until : leaves(next, depth - 2));
          if (last < at) return;
          keep(sale);
          leaveBy(buyer, next === b ? 1 : depth - 1, Math.min(last, until));
        });
      }
    // Last sales but one, by who is two hops away.
    if (depth > 3)
      for (let place = 0; place < near; place++) {
        const seller = sellers[place] as number;
        if (seller === a) continue;
        eachPurchase(seller, (sale) => {
          const before = from[sale] as number;
          if (before === b || before === a || !isLabelled(arriving, before)) return;
          const at = Math.max(arrives(before, 2), lo[sale] as number);
          if (at > Math.min(until, hi[sale] as number)) return;
          arriveBy(seller, 3, at);
          if (at <= Math.min(hi[sale] as number, leaves(seller, 1))) keep(sale);
        });
      }
    // First and last sales of ways, and what they say of all.
    let [hops, arrival, departure] = [never, never, always];
    eachSale(a, (sale) => {
      const buyer = to[sale] as number;
      const last = Math.min(hi[sale] as number, buyer === b ? until : leaves(buyer, depth - 1));
      if (Math.max(opens, lo[sale] as number) > last) return;
      keep(sale);
      departure = Math.max(departure, last);
    });
    eachPurchase(b, (sale) => {
      const seller = from[sale] as number;
      for (let before = 0; before < depth; before++) {
        const has = seller === a ? opens : arrives(seller, before);
        const at = Math.max(has, lo[sale] as number);
        if (at > Math.min(until, hi[sale] as number)) continue;
        keep(sale);
        hops = Math.min(hops, before + 1);
        arrival = Math.min(arrival, at);
      }
    });
    if (count === 0 || hops === never) return null;
    const { ceiling, named } = through(count, a, b);
    return { hops, arrives: arrival, leaves: departure, ceiling, traders: named };

    function backward(buyer: number, end: number, by: number): void {
      eachPurchase(buyer, (sale) => {
        const seller = from[sale] as number;
        const at = Math.min(end, hi[sale] as number);
        if (seller === b || at < Math.max(opens, lo[sale] as number)) return;
        const isNew = !isLabelled(leaving, seller);
        leaveBy(seller, by, at);
        if (isNew && by === 1) sellers.push(seller);
      });
    }

    function keep(sale: number): void {
      if (stamps[sale] === question) return;
      stamps[sale] = question;
      found[count++] = sale;
    }

    /** Sales of a trader that can have been in the window. */
    function eachSale(seller: number, look: (sale: number) => void): void {
      const end = outStart[seller + 1] as number;
      for (let sale = firstSale(outStart[seller] as number, end); sale < end; sale++) {
        if ((lo[sale] as number) > until) return;
        look(sale);
      }
    }

    function eachPurchase(buyer: number, look: (sale: number) => void): void {
      const end = intoStart[buyer + 1] as number;
      for (let place = firstPurchase(intoStart[buyer] as number, end); place < end; place++) {
        const sale = into[place] as number;
        if ((lo[sale] as number) > until) return;
        look(sale);
      }
    }

    function firstSale(start: number, end: number): number {
      let [low, high] = [start, end];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((lo[middle] as number) < opens - longest) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    function firstPurchase(start: number, end: number): number {
      let [low, high] = [start, end];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((lo[into[middle] as number] as number) < opens - longest) low = middle + 1;
        else high = middle;
      }
      return low;
    }
  };

  function isLabelled(labels: Int32Array, trader: number): boolean {
    return labels[trader * deepest] === question;
  }

  function arrives(trader: number, hops: number): number {
    return hops > 0 && isLabelled(arriving, trader) ? (arriving[trader * deepest + hops] as number) : never;
  }

  function leaves(trader: number, hops: number): number {
    return hops > 0 && isLabelled(leaving, trader) ? (leaving[trader * deepest + hops] as number) : always;
  }

  /** By that many hops and by more; true where nothing was known of the trader. */
  function arriveBy(trader: number, hops: number, at: number): boolean {
    const label = trader * deepest;
    const isNew = arriving[label] !== question;
    if (isNew) {
      arriving[label] = question;
      arriving.fill(never, label + 1, label + deepest);
    }
    for (let more = hops; more < deepest; more++)
      if (at < (arriving[label + more] as number)) arriving[label + more] = at;
    return isNew;
  }

  function leaveBy(trader: number, hops: number, at: number): void {
    const label = trader * deepest;
    if (leaving[label] !== question) {
      leaving[label] = question;
      leaving.fill(always, label + 1, label + deepest);
    }
    for (let more = hops; more < deepest; more++)
      if (at > (leaving[label + more] as number)) leaving[label + more] = at;
  }

  /** The ceiling of the sales that were found, and how many traders they name. */
  function through(
    count: number,
    a: number,
    b: number,
  ): { readonly ceiling: number; readonly named: number } {
    let named = 0;
    const numberOf = (trader: number) => {
      if (local[2 * trader] !== question) {
        local[2 * trader] = question;
        local[2 * trader + 1] = named++;
      }
      return local[2 * trader + 1] as number;
    };
    const arcs = {
      from: new Int32Array(count),
      to: new Int32Array(count),
      capacity: new Float64Array(count),
    };
    let [out, reaching] = [0, 0];
    for (let place = 0; place < count; place++) {
      const sale = found[place] as number;
      const [seller, buyer, amount] = [from[sale] as number, to[sale] as number, cents[sale] as number];
      arcs.from[place] = numberOf(seller);
      arcs.to[place] = numberOf(buyer);
      arcs.capacity[place] = amount;
      if (seller === a) out += amount;
      if (buyer === b) reaching += amount;
    }
    const ceiling =
      count > flowAtMost ? Math.min(out, reaching) : maxFlow(named, arcs, numberOf(a), numberOf(b));
    return { ceiling, named };
  }
}
