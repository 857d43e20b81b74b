import type { ClearedStep } from '../clearing/model.ts';
import { domainPositions } from '../clearing/net-positions.ts';
import type { Network } from '../market/model.ts';

/**
 * What goes from one place to another in a step. A domain couples zones with one market and not with one another, so there what goes is a net
 * position; over a link it is a flow between two zones; over a border what somebody beyond it takes or gives.
 */
export type Exchange = {
  readonly kind: 'position' | 'link' | 'border';
  /** Places of zones; null: the coupled market, or who is beyond the border. */
  readonly from: number | null;
  readonly to: number | null;
  /** Of a border or link. */
  readonly id: string | null;
  readonly megawatts: number;
  /** MW that could have gone this way; null: the domain has no limit for one zone by itself. */
  readonly most: number | null;
};

/** All that is exchanged in a step, each the way in which it goes: never below zero. */
export function exchangesOf(
  network: Network,
  cleared: Pick<ClearedStep, 'positions' | 'flows' | 'exchanges'>,
): readonly Exchange[] {
  const { zones, links, borders, domain, linksAre } = network;
  const { flows, exchanges } = cleared;
  const positions = domainPositions(network, cleared);
  const found: Exchange[] = [];
  if (domain !== null)
    for (const zone of zones.keys()) {
      const own = positions[zone] as number;
      const [from, to] = own >= 0 ? [zone, null] : [null, zone];
      found.push({ kind: 'position', from, to, id: null, megawatts: Math.abs(own), most: null });
    }
  // Exchanges and long-term rights beside a domain are in the net positions.
  for (const [place, { id, from, to, least, most }] of (linksAre === undefined ? links : []).entries()) {
    const flow = flows[place] as number;
    found.push(
      flow >= 0
        ? { kind: 'link', from, to, id, megawatts: flow, most }
        : { kind: 'link', from: to, to: from, id, megawatts: -flow, most: -least },
    );
  }
  for (const [place, { id, zone, least, most }] of borders.entries()) {
    const out = exchanges[place] as number;
    found.push(
      out >= 0
        ? { kind: 'border', from: zone, to: null, id, megawatts: out, most }
        : { kind: 'border', from: null, to: zone, id, megawatts: -out, most: -least },
    );
  }
  return found;
}
