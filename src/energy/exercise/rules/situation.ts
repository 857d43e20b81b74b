import type { Decision, Inject, Link, Scenario, Zone } from '../model.ts';
import { placed, shareShortage } from './share-shortage.ts';

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

/** The scenario as it stands after what has happened so far and what was decided. */
export function situation(
  scenario: Pick<Scenario, 'zones' | 'links'>,
  injects: readonly Inject[],
  decided: readonly Decided[] = [],
): readonly ZoneNow[] {
  const now = scenario.zones.map((zone) => zoneNow(zone, injects, decided));
  const ids = now.map(({ zone }) => zone);
  const links = placed(linksNow(scenario.links, injects), ids);
  const spare = now.map(({ margin, stopsExports }) => (stopsExports ? 0 : Math.max(0, margin)));
  const { short, exported } = shareShortage(
    now.map(({ margin }) => margin),
    spare,
    links,
  );
  return now.map((zone, place) => ({
    ...zone,
    exported: exported[place] ?? 0,
    short: short[place] ?? 0,
  }));
}

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

/** Links with the room that is left of each. */
export function linksNow(links: readonly Link[], injects: readonly Inject[]): readonly Link[] {
  return links.map(({ ends, mw }) => {
    const cuts = injects.flatMap((one) =>
      one.kind === 'ram_cut' && ends.every((end) => one.ends.includes(end)) ? [one.share] : [],
    );
    return { ends, mw: cuts.reduce((left, share) => left * (1 - share), mw) };
  });
}

const sum = <T>(list: readonly T[], of: (one: T) => number) =>
  list.reduce((total, one) => total + of(one), 0);
