import type { DomainRow } from '../market/model.ts';

/** Exchange from one hub to another, by their places; the way back is a direction of its own. */
export type Direction = { readonly from: number; readonly to: number };

/** Every way from one hub to another. */
export function allDirections(hubs: number): readonly Direction[] {
  const directions: Direction[] = [];
  for (let from = 0; from < hubs; from++)
    for (let to = 0; to < hubs; to++) if (from !== to) directions.push({ from, to });
  return directions;
}

/** How much of a MW that is sent from one hub to another goes through a row. */
export function factorOf({ ptdf }: DomainRow, { from, to }: Direction): number {
  return (ptdf[from] as number) - (ptdf[to] as number);
}

/** MW that each hub gives where exchanges are what they are; export positive. */
export function positionsOf(
  hubs: number,
  directions: readonly Direction[],
  exchanges: Float64Array,
): Float64Array {
  const positions = new Float64Array(hubs);
  for (const [place, { from, to }] of directions.entries()) {
    positions[from] = (positions[from] as number) + (exchanges[place] as number);
    positions[to] = (positions[to] as number) - (exchanges[place] as number);
  }
  return positions;
}
