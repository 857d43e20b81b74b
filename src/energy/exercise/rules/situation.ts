import type { Border, Decision, Inject, Scenario, Zone } from '../model.ts';
import { rowsNow } from './exchange-rows.ts';
import { shareShortage } from './share-shortage.ts';

/** A zone as it stands, in MW. */
export type ZoneNow = {
  readonly zone: string;
  readonly load: number;
  readonly available: number;
  /** What is over (above zero) or lacking (below) without exchange. */
  readonly margin: number;
  /** Given to others (above zero) or got from them (below). */
  readonly exported: number;
  /** What is lacking after all help: this much load is shed. */
  readonly short: number;
  readonly stopsExports: boolean;
};

/** What a state has decided for its own zone; in the order in which it did. */
export type Decided = { readonly zone: string; readonly decision: Decision };

/** What keeps help from coming: the borders of a row that is full, and MW that would not be shed for one more MW of it. */
export type Limit = { readonly borders: readonly Border[]; readonly worth: number };

/**
 * The scenario as it stands after what has happened so far and what was decided, with what limits help, the most limiting first; nothing does
 * where nobody sheds.
 */
export function situation(
  scenario: Pick<Scenario, 'zones' | 'links' | 'domain'>,
  injects: readonly Inject[],
  decided: readonly Decided[] = [],
): { readonly zones: readonly ZoneNow[]; readonly limits: readonly Limit[] } {
  const now = scenario.zones.map((zone) => zoneNow(zone, injects, decided));
  const rows = rowsNow(scenario, injects);
  // A zone that stops its exports keeps what it has over; it is helped and shares as before.
  const { short, exported, limiting } = shareShortage(
    now.map(({ margin, stopsExports }) => (stopsExports ? Math.min(0, margin) : margin)),
    now.map(({ load }) => load),
    rows,
  );
  const zones = now.map((zone, place) => ({
    ...zone,
    exported: exported[place] ?? 0,
    short: short[place] ?? 0,
  }));
  const limits = limiting
    .map(({ row, worth }) => ({ borders: rows[row]?.borders ?? [], worth }))
    .filter(({ borders, worth }) => borders.length > 0 && worth >= leastWorth)
    .toSorted((one, other) => other.worth - one.worth);
  return { zones, limits };
}

/** Below half a MW nothing is shown as shed: pages have whole MW. */
export const isShort = (mw: number): boolean => mw >= 0.5;

/** MW for a MW: what is worth less than a page shows limits nothing that anybody would do something about. */
const leastWorth = 0.005;

function zoneNow(
  { id, load, capacity, reserve, savings, perDegree }: Zone,
  injects: readonly Inject[],
  decided: readonly Decided[],
): Omit<ZoneNow, 'exported' | 'short'> {
  const own = decided.filter(({ zone }) => zone === id).map(({ decision }) => decision);
  const degrees = sum(injects, (one) =>
    one.kind === 'cold_wave' && one.zones.includes(id) ? one.degrees : 0,
  );
  const lost = sum(injects, (one) => (one.kind === 'unit_loss' && one.zone === id ? one.mw : 0));
  const loadNow = Math.max(0, load + degrees * perDegree - (own.includes('ask_to_save') ? savings : 0));
  const available = Math.max(0, capacity - lost) + (own.includes('call_reserve') ? reserve : 0);
  const last = own.findLast((one) => one === 'stop_exports' || one === 'allow_exports');
  return {
    ...{ zone: id, load: loadNow, available, margin: available - loadNow },
    stopsExports: last === 'stop_exports',
  };
}

const sum = <T>(list: readonly T[], of: (one: T) => number) =>
  list.reduce((total, one) => total + of(one), 0);
