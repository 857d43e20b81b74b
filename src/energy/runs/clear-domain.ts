import { ok, type Result } from '#kernel/result.ts';
import { type Check, certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import type { Solver } from '../clearing/solver.ts';
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

/** Clears one step of a domain with made-up orders, and certifies it. Problems: those of `clear`. */
export function clearDomain(
  solver: Solver,
  domain: StepDomain,
  seed: number,
  mode: Mode,
): Result<ClearedDomain> {
  const cleared = clear(solver, { steps: [madeUpStep(domain, seed, mode)], blocks: [], hours: 1 });
  if (!cleared.ok) return cleared;
  return ok({
    clearing: cleared.value,
    checks: certify(cleared.value),
    isCongested: cleared.value.result.steps.some(({ shadows }) => shadows.length > 0),
  });
}

function madeUpStep(domain: StepDomain, seed: number, mode: Mode): MarketStep {
  const coupled = networkOf(domain);
  return {
    orders: domain.hubs.map((hub) => madeUpOrders(seed, hub, stepName(domain))),
    network: mode === 'copper' ? withoutLimits(coupled) : coupled,
  };
}
