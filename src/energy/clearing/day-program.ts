import type { Block, DomainRow, Network } from '../market/model.ts';
import type { NetCurve } from '../market/net-curve.ts';
import { loadOf } from '../market/row-flow.ts';
import { type Column, programOf } from './columns.ts';
import type { LinearProgram } from './solver.ts';

/**
 * Of a curve the part that is still open: orders before `from` are taken, those from `to` on are not. What lies outside of a window that is
 * too narrow is found by its prices (`isOutgrown`), so that a narrow one costs time and no truth.
 */
export type Window = { readonly from: number; readonly to: number };

export type DayParts = {
  readonly steps: readonly { readonly curves: readonly NetCurve[]; readonly network: Network }[];
  /** Of each step and zone. */
  readonly windows: readonly (readonly Window[])[];
  /** Of each step, rows of its domain that are in the program; others are held against its result. */
  readonly rows: readonly (readonly DomainRow[])[];
  readonly blocks: readonly Block[];
  /** How much of each block is accepted, from … to. */
  readonly accepted: readonly (readonly [least: number, most: number])[];
};

/** A program, and where in it everything stands. */
export type DayProgram = LinearProgram & {
  /** Column of the first block. */
  readonly blockAt: number;
  readonly places: readonly StepPlaces[];
};

/**
 * First columns of links, of borders and of net positions (-1: none), the column of the share of rows that is used beside long-term rights (-1:
 * none), first rows of balances and of the domain (its sum, then rows).
 */
export type StepPlaces = {
  readonly links: number;
  readonly borders: number;
  readonly positions: number;
  readonly share: number;
  readonly balance: number;
  readonly domain: number;
};

/**
 * Least cost of a day: supply that is taken and demand that is given up at their prices, less what borders pay, less what demand blocks
 * would pay and plus what supply blocks cost, in EUR for an hour each. The balance of a zone is `orders − links − borders − net position +
 * blocks = −(what its window leaves out)`, so that its dual is the zone's price.
 */
export function dayProgram({ steps, windows, rows, blocks, accepted }: DayParts): DayProgram {
  const columns: Column[] = [];
  const bounds: [number, number][] = [];
  const add = (cost: number, least: number, most: number, entries: Column['entries'], slope?: number) =>
    columns.push({ cost, least, most, entries, ...(slope === undefined ? {} : { slope }) });

  const places = steps.map(({ curves, network }, step): StepPlaces => {
    const balance = bounds.length;
    for (const [zone, { least, prices, ends, quantities }] of curves.entries()) {
      const { from, to } = (windows[step] as readonly Window[])[zone] as Window;
      let taken = least;
      for (let order = 0; order < from; order++) taken += quantities[order] as number;
      bounds.push([-taken, -taken]);
      for (let order = from; order < to; order++) {
        const [price, end, quantity] = [prices[order], ends[order], quantities[order]] as [
          number,
          number,
          number,
        ];
        add(price, 0, quantity, [[balance + zone, 1]], end === price ? undefined : (end - price) / quantity);
      }
    }
    const areRights = network.linksAre === 'rights';
    const rights = bounds.length;
    // What of a right is used, and the share of rows of it, are no more than the right.
    if (areRights) for (const { most } of network.links) bounds.push([Number.NEGATIVE_INFINITY, most]);
    const domain = bounds.length;
    const held = network.domain === null ? [] : (rows[step] ?? []);
    const links = columns.length;
    for (const [link, { from, to, least, most }] of network.links.entries()) {
      add(0, least, areRights ? Number.POSITIVE_INFINITY : most, [
        [balance + from, -1],
        [balance + to, 1],
        ...(areRights ? [[rights + link, 1] as const] : []),
        ...held.flatMap((row, place): [number, number][] => {
          const load = loadOf(network, row, link);
          return load === 0 ? [] : [[domain + 1 + place, load]];
        }),
      ]);
    }
    const borders = columns.length;
    for (const { zone, price, least, most } of network.borders)
      add(-price, least, most, [[balance + zone, -1]]);
    if (network.domain === null) return { links, borders, positions: -1, share: -1, balance, domain };
    const positions = columns.length;
    // Where all goes over links, nothing is given past them.
    const past = network.linksAre === 'exchanges' ? 0 : Number.POSITIVE_INFINITY;
    bounds.push(
      [0, 0],
      ...held.map(({ ram }): [number, number] => [Number.NEGATIVE_INFINITY, areRights ? 0 : ram]),
    );
    for (const zone of curves.keys()) {
      add(0, 0 - past, past, [
        [balance + zone, -1],
        [domain, 1],
        ...held.flatMap(({ ptdf }, row): [number, number][] =>
          ptdf[zone] === 0 ? [] : [[domain + 1 + row, ptdf[zone] as number]],
        ),
      ]);
    }
    if (!areRights) return { links, borders, positions, share: -1, balance, domain };
    const share = columns.length;
    add(0, 0, 1, [
      ...network.links.map(({ most }, link): [number, number] => [rights + link, most]),
      ...held.map(({ ram }, row): [number, number] => [domain + 1 + row, -ram]),
    ]);
    return { links, borders, positions, share, balance, domain };
  });

  const blockAt = columns.length;
  const between = rowsBetween(blocks, bounds.length);
  bounds.push(...between.bounds);
  for (const [index, { zone, side, price, quantities }] of blocks.entries()) {
    const sign = side === 'supply' ? 1 : -1;
    const [least, most] = accepted[index] as readonly [number, number];
    const entries = places.flatMap(({ balance }, step): [number, number][] =>
      quantities[step] === 0 ? [] : [[balance + zone, sign * (quantities[step] as number)]],
    );
    const all = quantities.reduce((sum, quantity) => sum + quantity, 0);
    add(sign * price * all, least, most, [...entries, ...(between.entries[index] ?? [])]);
  }
  return { ...programOf(columns, bounds), blockAt, places };
}

/** Rows, from `first` on, that hold among blocks: child − parent ≤ 0, and the sum of a group ≤ 1. */
function rowsBetween(blocks: readonly Block[], first: number) {
  const bounds: [number, number][] = [];
  const entries = blocks.map((): [number, number][] => []);
  const placeOf = new Map(blocks.map(({ id }, place) => [id, place]));
  const rowOf = new Map<string, number>();
  for (const [place, { parent, group }] of blocks.entries()) {
    if (parent !== null) {
      const row = first + bounds.push([Number.NEGATIVE_INFINITY, 0]) - 1;
      entries[place]?.push([row, 1]);
      entries[placeOf.get(parent) ?? -1]?.push([row, -1]);
    }
    if (group !== null) {
      if (!rowOf.has(group)) rowOf.set(group, first + bounds.push([Number.NEGATIVE_INFINITY, 1]) - 1);
      entries[place]?.push([rowOf.get(group) as number, 1]);
    }
  }
  return { bounds, entries };
}

/** The part of a curve on either side of a price, `orders` on each. */
export function windowAround({ prices }: Pick<NetCurve, 'prices'>, price: number, orders: number): Window {
  let [low, high] = [0, prices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((prices[middle] as number) < price) low = middle + 1;
    else high = middle;
  }
  return { from: Math.max(0, low - orders), to: Math.min(prices.length, low + orders) };
}

/** Whether what a window leaves out would be decided otherwise at this price. */
export function isOutgrown({ prices, ends }: NetCurve, { from, to }: Window, price: number): boolean {
  return (
    (from > 0 && price < (ends[from - 1] as number)) || (to < prices.length && price > (prices[to] as number))
  );
}
