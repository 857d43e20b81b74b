import type { DomainRow } from '../../market/model.ts';
import type { Border, Inject, Link, Scenario } from '../model.ts';

/** A condition on net positions, and of which borders it is. */
export type ExchangeRow = DomainRow & { readonly borders: readonly Border[] };

/** What limits exchange now, after what has cut it: the rows of the scenario's domain; of a scenario without one, those of its links. */
export function rowsNow(
  { zones, links, domain }: Pick<Scenario, 'zones' | 'links' | 'domain'>,
  injects: readonly Inject[],
): readonly ExchangeRow[] {
  if (domain === undefined)
    return rowsOfLinks(
      links.map((link) => ({ ...link, mw: link.mw * left(link.ends, injects) })),
      zones.map(({ id }) => id),
    );
  return domain.map(({ id, ends, ptdf, ram }) => ({
    ...{ id, borders: [ends], ptdf: Float64Array.from(ptdf), ram: ram * left(ends, injects) },
  }));
}

/** The share of the room of a border that is left. */
function left(ends: Border, injects: readonly Inject[]): number {
  return injects.reduce(
    (share, one) =>
      one.kind === 'ram_cut' && ends.every((end) => one.ends.includes(end)) ? share * (1 - one.share) : share,
    1,
  );
}

/**
 * Links that carry what they can whatever goes elsewhere, as rows: what a set of zones gives to all others goes over the links around it, and
 * where every set keeps to that there is a flow (D. Gale, A theorem on flows in networks, 1957). A set and its rest: 2ⁿ − 2 rows, of which those
 * without a way out say that nothing leaves.
 */
function rowsOfLinks(links: readonly Link[], zones: readonly string[]): readonly ExchangeRow[] {
  return Array.from({ length: Math.max(0, 2 ** zones.length - 2) }, (_, before): ExchangeRow => {
    const isIn = (zone: string) => (((before + 1) >> zones.indexOf(zone)) & 1) === 1;
    const inside = zones.filter(isIn);
    const known = links.filter(({ ends }) => ends.every((end) => zones.includes(end)));
    const around = known.filter(({ ends: [one, other] }) => isIn(one) !== isIn(other));
    return {
      id: inside.join(' '),
      borders: around.map(({ ends }) => ends),
      ptdf: Float64Array.from(zones, (zone) => (isIn(zone) ? 1 : 0)),
      ram: around.reduce((sum, { mw }) => sum + mw, 0),
    };
  });
}
