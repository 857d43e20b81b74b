import { ok, type Result } from '#kernel/result.ts';
import { type Check, certify } from '../certification/certify.ts';
import type { Market } from '../clearing/clear.ts';
import { limitingOf } from '../clearing/limiting.ts';
import type { Clearing } from '../clearing/model.ts';
import { allDirections, type Direction } from '../domain/exchanges.ts';
import type { LongTermRights } from '../domain/long-term-rights.ts';
import type { StepDomain } from '../domain/model.ts';
import {
  capacityNetwork,
  exchangeNetwork,
  networkOf,
  networkWithRights,
  withoutLimits,
} from '../domain/network.ts';
import { madeUpOrders } from '../market/made-up-book.ts';
import type { Network } from '../market/model.ts';
import type { Mode } from './run-file.ts';

export type ClearedDomain = {
  readonly clearing: Clearing;
  readonly checks: readonly Check[];
  /** Whether the grid limits anything: of a step in which it does not, its result says nothing of the grid. */
  readonly isCongested: boolean;
};

/** What a step of a domain is called: its day or typical day, and its period, `2020-02-29 01`. */
export const stepName = ({ day, typicalDay, period }: StepDomain) =>
  `${day ?? typicalDay ?? ''} ${String(period).padStart(2, '0')}`.trim();

/**
 * The market of one step of a domain, with made-up orders. `directions`: both ways over each border, for modes that ask; `rights`: beside a domain,
 * in mode `fb`. Problems: those of `capacityNetwork`.
 */
export function madeUpMarket(
  domain: StepDomain,
  seed: number,
  mode: Mode,
  directions: readonly Direction[] = allDirections(domain.hubs.length),
  rights: LongTermRights | null = null,
): Result<Market> {
  const network = rights === null ? coupled(domain, mode, directions) : ok(networkWithRights(domain, rights));
  if (!network.ok) return network;
  const orders = domain.hubs.map((hub) => madeUpOrders(seed, hub, stepName(domain)));
  return ok({ steps: [{ orders, network: network.value }], blocks: [], hours: 1 });
}

/** What was cleared, certified: nobody sees it before. */
export function certified(clearing: Clearing): ClearedDomain {
  return {
    clearing,
    checks: certify(clearing),
    isCongested: clearing.steps.some(({ network }, step) => {
      const cleared = clearing.result.steps[step];
      return cleared !== undefined && limitingOf(network, cleared).length > 0;
    }),
  };
}

function coupled(domain: StepDomain, mode: Mode, directions: readonly Direction[]): Result<Network> {
  if (mode === 'atc') return capacityNetwork(domain, directions);
  if (mode === 'intuitive') return ok(exchangeNetwork(domain, directions));
  return ok(mode === 'copper' ? withoutLimits(networkOf(domain)) : networkOf(domain));
}
