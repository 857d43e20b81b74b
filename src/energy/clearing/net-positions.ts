import type { Network } from '../market/model.ts';
import type { ClearedStep } from './model.ts';

/** MW that each zone gives to all others, over a domain and over lines: export positive. */
export function netPositions(
  { links }: Network,
  { positions, flows }: Pick<ClearedStep, 'positions' | 'flows'>,
): Float64Array {
  const net = Float64Array.from(positions);
  for (const [link, { from, to }] of links.entries()) {
    net[from] = (net[from] as number) + (flows[link] as number);
    net[to] = (net[to] as number) - (flows[link] as number);
  }
  return net;
}

/** MW that each zone gives over a domain: what exchanges and long-term rights carry is of it, what lines of their own carry is not. */
export const domainPositions = (
  network: Network,
  cleared: Pick<ClearedStep, 'positions' | 'flows'>,
): Float64Array => (network.linksAre === undefined ? cleared.positions : netPositions(network, cleared));
