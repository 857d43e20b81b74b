import type { Action } from '#platform/actions/action.ts';
import { debtActs } from './actions/debts.ts';
import { makeUpClaims } from './actions/make-up.ts';
import { collect, correct, pay, reverse } from './actions/money.ts';
import {
  consent,
  executeOffset,
  notify,
  proposeOffset,
  withdrawConsent,
  withdrawOffset,
} from './actions/offsets.ts';
import { answer, approve, ask, forward, receive, refuse, refuseForwarding } from './actions/procedure.ts';
import { enterClaim, registerClaim } from './actions/register.ts';
import { addRemedy } from './actions/remedies.ts';

export const refundActions: readonly Action[] = [
  ...[registerClaim, enterClaim, makeUpClaims],
  ...[forward, refuseForwarding, receive, ask, answer, approve, refuse],
  ...[consent, withdrawConsent, proposeOffset, withdrawOffset, executeOffset, notify],
  ...[collect, reverse, correct, pay, addRemedy],
  ...debtActs,
];
