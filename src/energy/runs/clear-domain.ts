import { type Check, certify } from '../certification/certify.ts';
import type { Market } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import type { StepDomain } from '../domain/model.ts';
import { networkOf, withoutLimits } from '../domain/network.ts';
import { madeUpOrders } from '../market/made-up-book.ts';
import type { MarketStep } from '../market/model.ts';
import type { Mode } from './run-file.ts';

export type ClearedDomain = {
  readonly clearing: Clearing;
  readonly checks: readonly Check[];
  /** Whether any row binds: of a step in which none does, its result says nothing of the grid. */
  readonly isCongested: boolean;
};

/** What a step of a domain is called: its day or typical day, and its period, `2020-02-29 01`. */
export const stepName = ({ day, typicalDay, period }: StepDomain) =>
  `${day ?? typicalDay ?? ''} ${String(period).padStart(2, '0')}`.trim();

/** The market of one step of a domain, with made-up orders. */
export const madeUpMarket = (domain: StepDomain, seed: number, mode: Mode): Market => ({
  ...{ steps: [madeUpStep(domain, seed, mode)], blocks: [], hours: 1 },
});

/** What was cleared, certified: nobody sees it before. */
export function certified(clearing: Clearing): ClearedDomain {
  return {
    clearing,
    checks: certify(clearing),
    isCongested: clearing.result.steps.some(({ shadows }) => shadows.length > 0),
  };
}

function madeUpStep(domain: StepDomain, seed: number, mode: Mode): MarketStep {
  const coupled = networkOf(domain);
  return {
    orders: domain.hubs.map((hub) => madeUpOrders(seed, hub, stepName(domain))),
    network: mode === 'copper' ? withoutLimits(coupled) : coupled,
  };
}
