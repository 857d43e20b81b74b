import type { Column, RowBounds } from '../clearing/columns.ts';
import type { DomainRow } from '../market/model.ts';
import type { Direction } from './exchanges.ts';

/**
 * Where the extended inclusion is from. The facts mark it as known from memory: whoever shows its figures shows that with them.
 */
export const inclusion = { source: 'facts/energy.md, section 2, "LTA"', isVerified: false } as const;

/** MW that long-term rights allow in each direction. */
export type LongTermRights = {
  readonly directions: readonly Direction[];
  readonly megawatts: Float64Array;
};

/** Columns and rows of a program, and where in them to look. */
export type Extended = {
  readonly columns: readonly Column[];
  readonly bounds: RowBounds;
  /** First of the columns of net positions, one for each hub, export positive. */
  readonly positions: number;
  /** The column that says which share of the flow-based domain is used; the rest of one is left for long-term rights. */
  readonly share: number;
  /** First of the rows of the domain, one for each. */
  readonly domain: number;
};

/**
 * All net positions that a flow-based domain and long-term rights allow together (extended inclusion): the hull of both. A net position is the
 * sum of two, of which one keeps all rows with RAM · α and the other is the net of exchanges of at most rights · (1 − α), for some α from
 * zero to one. So rights stay feasible without a virtual row for each of their corners.
 */
export function extendedDomain(rows: readonly DomainRow[], hubs: number, rights: LongTermRights): Extended {
  const { directions, megawatts } = rights;
  // Rows: of each hub, its position less its two parts; the sum of the first parts; of each direction, its right; of each row, its RAM.
  const [sum, right] = [hubs, hubs + 1];
  const domain = right + directions.length;
  const open = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const each = Array.from({ length: hubs }, (_, hub) => hub);
  const positions = each.map((hub): Column => ({ ...open, cost: 0, entries: [[hub, 1]] }));
  const through = each.map((hub): Column => {
    const own = rows.map(({ ptdf }, place) => [domain + place, ptdf[hub] as number] as const);
    return { ...open, cost: 0, entries: [[hub, -1], [sum, 1], ...own] };
  });
  const share: Column = {
    ...{ cost: 0, least: 0, most: 1 },
    entries: [
      ...directions.map((_, place) => [right + place, megawatts[place] as number] as const),
      ...rows.map(({ ram }, place) => [domain + place, -ram] as const),
    ],
  };
  const exchanges = directions.map(
    ({ from, to }, place): Column => ({
      ...{ cost: 0, least: 0, most: Number.POSITIVE_INFINITY },
      entries: [
        [from, -1],
        [to, 1],
        [right + place, 1],
      ],
    }),
  );
  return {
    columns: [...positions, ...through, share, ...exchanges],
    bounds: [
      ...each.map(() => [0, 0] as const),
      [0, 0],
      ...directions.map((_, place) => [Number.NEGATIVE_INFINITY, megawatts[place] as number] as const),
      ...rows.map(() => [Number.NEGATIVE_INFINITY, 0] as const),
    ],
    positions: 0,
    share: 2 * hubs,
    domain,
  };
}

/** The largest weighted sum of net positions that rights allow by themselves: each direction is used where it adds something. */
export function mostByRights({ directions, megawatts }: LongTermRights, weights: Float64Array): number {
  let most = 0;
  for (const [place, { from, to }] of directions.entries())
    most += Math.max(0, (weights[from] as number) - (weights[to] as number)) * (megawatts[place] as number);
  return most;
}
