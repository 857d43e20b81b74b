import type { Cents, Debt } from '../model.ts';

export const debtStates = ['open', 'disputed', 'stayed', 'met', 'fallen'] as const;
export type DebtState = (typeof debtStates)[number];

/** How a debt stands by what its state says of it now, and what refunds `met` of it: what is kept while it is in dispute does not meet it. Whether it can be met on a road and a day is for the road to say. */
export function stateOfDebt({ cents, disputedSince, stays }: Debt, met: Cents = 0): DebtState {
  if (cents === 0) return 'fallen';
  if (disputedSince !== null) return 'disputed';
  if (met >= cents) return 'met';
  return stays.some(({ until }) => until === null) ? 'stayed' : 'open';
}
