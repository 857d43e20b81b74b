import type { Debt } from '../model.ts';

export const debtStates = ['open', 'disputed', 'stayed', 'fallen'] as const;
export type DebtState = (typeof debtStates)[number];

/** How a debt stands by what its state says of it now. Whether it can be met on a road and a day is for the road to say. */
export function stateOfDebt({ cents, disputedSince, stays }: Debt): DebtState {
  if (cents === 0) return 'fallen';
  if (disputedSince !== null) return 'disputed';
  return stays.some(({ until }) => until === null) ? 'stayed' : 'open';
}
