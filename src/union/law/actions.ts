import type { Action } from '#platform/actions/action.ts';
import {
  addArticle,
  addProvision,
  endProvision,
  keepObligation,
  rewriteConditions,
} from './actions/articles.ts';
import { ratifyInstrument, setPartyPeriod, signInstrument } from './actions/consent.ts';
import { assertImplementation, checkImplementation, verifyImplementation } from './actions/implementation.ts';
import {
  adoptInstruments,
  consentForParty,
  implementForParty,
  keepInstruments,
  keepObligations,
} from './actions/instrument.ts';
import {
  adoptInstrument,
  correctInstrument,
  draftInstrument,
  endInstrument,
  enterIntoForce,
  repealInstrument,
  supersedeInstrument,
} from './actions/life.ts';

/** What people do to instruments: their life, who is bound, what they say, and what each state made of it. */
export const lawActions: readonly Action[] = [
  draftInstrument,
  addArticle,
  adoptInstrument,
  signInstrument,
  ratifyInstrument,
  enterIntoForce,
  setPartyPeriod,
  endInstrument,
  repealInstrument,
  supersedeInstrument,
  correctInstrument,
  addProvision,
  rewriteConditions,
  endProvision,
  keepObligation,
  assertImplementation,
  verifyImplementation,
  checkImplementation,
];
export const lawPermissions = [
  keepInstruments,
  adoptInstruments,
  consentForParty,
  implementForParty,
  keepObligations,
];
