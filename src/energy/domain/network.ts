import { ok, type Result } from '#kernel/result.ts';
import type { DomainRow, Network } from '../market/model.ts';
import { extractAtc } from './atc.ts';
import { asLimits } from './equalities.ts';
import type { Direction } from './exchanges.ts';
import type { LongTermRights } from './long-term-rights.ts';
import type { StepDomain, TypedRow } from './model.ts';

/** Hubs of a domain as zones that its rows couple. A sum that has to come out exactly is a limit from both sides. */
export function networkOf({ hubs, rows }: StepDomain): Network {
  return { zones: hubs, links: [], borders: [], domain: rows.flatMap(limitsOf) };
}

/** The same zones with nothing between them that limits: what the grid costs is seen by comparison. */
export const withoutLimits = (network: Network): Network => ({ ...network, domain: [] });

/**
 * The same zones with a line over each border in place of the rows: what `extractAtc` takes out of the domain, from zero, lets through either
 * way. `directions`: both ways over each border. Problems: those of `extractAtc`.
 */
export function capacityNetwork(
  { hubs, rows }: StepDomain,
  directions: readonly Direction[],
): Result<Network> {
  const capacities = extractAtc(asLimits(rows), directions);
  if (!capacities.ok) return capacities;
  const capacityOf = (from: number, to: number) =>
    capacities.value[directions.findIndex((one) => one.from === from && one.to === to)] as number;
  const links = directions
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      ...{ id: `${hubs[from]}–${hubs[to]}`, from, to },
      ...{ least: 0 - capacityOf(to, from), most: capacityOf(from, to) },
    }));
  return ok({ zones: hubs, links, borders: [], domain: null });
}

/** The same zones and rows beside long-term rights: net positions lie in the hull of both (`inclusion`). */
export function networkWithRights(domain: StepDomain, { directions, megawatts }: LongTermRights): Network {
  const { hubs } = domain;
  const links = directions.map(({ from, to }, place) => ({
    ...{ id: `${hubs[from]} → ${hubs[to]}`, from, to, least: 0, most: megawatts[place] as number },
  }));
  return { ...networkOf(domain), links, linksAre: 'rights' };
}

/** MW that no exchange comes near: a number, since a run has to be written down. */
const beyondAll = 1_000_000;

/**
 * The same zones and rows, with all that zones exchange told from whom to whom, over the ways in `directions`: so that it can be said of an exchange
 * that it goes from a dear to a cheap zone.
 */
export function exchangeNetwork(domain: StepDomain, directions: readonly Direction[]): Network {
  const { hubs } = domain;
  const links = directions.map(({ from, to }) => ({
    ...{ id: `${hubs[from]} → ${hubs[to]}`, from, to, least: 0, most: beyondAll },
  }));
  return { ...networkOf(domain), links, linksAre: 'exchanges' };
}

function limitsOf({ id, kind, ptdf, ram, element, contingency }: TypedRow): readonly DomainRow[] {
  // A run keeps what is said, and nothing of what is not.
  const said = { ...(element === null ? {} : { element }), ...(contingency === null ? {} : { contingency }) };
  const limit = { id, ptdf, ram, ...said };
  return kind === 'equality'
    ? [limit, { ...limit, id: `−(${id})`, ptdf: ptdf.map((value) => -value), ram: -ram }]
    : [limit];
}
