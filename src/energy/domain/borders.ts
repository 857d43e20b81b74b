import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { allDirections, type Direction } from './exchanges.ts';

/**
 * Both ways over each border that is named (`BE-NL,BE-FR`), or between any two hubs where none are: files of domains say nothing of borders.
 * Problem: `energy_border_unknown`.
 */
export function directionsOf(hubs: readonly string[], borders: string | null): Result<readonly Direction[]> {
  if (borders === null) return ok(allDirections(hubs.length));
  const named = borders.split(',').map((border) => ({ border, ends: endsOf(hubs, border.trim()) }));
  const unknown = named.filter(({ ends }) => ends === null);
  if (unknown.length > 0)
    return fail(...unknown.map(({ border }) => problem('energy_border_unknown', border, { border })));
  const ways = named.flatMap(({ ends }) => (ends === null ? [] : [ends, { from: ends.to, to: ends.from }]));
  const keyOf = ({ from, to }: Direction) => `${from} ${to}`;
  // A border that is named twice, or from its other side, is one.
  return ok([...new Map(ways.map((way) => [keyOf(way), way])).values()]);
}

function endsOf(hubs: readonly string[], border: string): Direction | null {
  // A hub may have a hyphen in its own name.
  for (const [from, hub] of hubs.entries()) {
    const to = border.startsWith(`${hub}-`) ? hubs.indexOf(border.slice(hub.length + 1)) : -1;
    if (to >= 0 && to !== from) return { from, to };
  }
  return null;
}
