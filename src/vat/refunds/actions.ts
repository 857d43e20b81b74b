import type { Action } from '#platform/actions/action.ts';
import { claimActs } from './actions/acts.ts';
import { debtActs } from './actions/debts.ts';
import { makeUpClaims } from './actions/make-up.ts';
import { enterClaim, registerClaim } from './actions/register.ts';

export const refundActions: readonly Action[] = [
  ...[registerClaim, enterClaim, makeUpClaims],
  ...claimActs,
  ...debtActs,
];
