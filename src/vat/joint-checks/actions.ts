import type { Action } from '#platform/actions/action.ts';
import { addFact, importFacts, withdrawFact } from './actions/facts.ts';
import { agreeToCheck, beginCheck, closeCheck, recordResult } from './actions/life.ts';
import { amendCheck, planCheck, proposeCheck, withdrawPlan, withdrawProposal } from './actions/plan.ts';

export const jointCheckActions: readonly Action[] = [
  ...[planCheck, proposeCheck, amendCheck, withdrawPlan, withdrawProposal],
  ...[agreeToCheck, beginCheck, recordResult, closeCheck],
  ...[addFact, importFacts, withdrawFact],
];
