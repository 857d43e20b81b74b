export { bodies, groups, parties, powers } from './bodies/model.ts';
export { PartiesByRole } from './bodies/pages/participation.tsx';
export { type PartyInBody, roleOn, takesPart } from './bodies/rules/participation.ts';
export {
  listBodyChoices,
  listMembers,
  listPartsOf,
  listPartyChoices,
  listRoleChoices,
  loadNames,
} from './bodies/store.ts';
export { recordsOf } from './choices.ts';
export {
  answerForCommitments,
  holder as commitmentHolder,
  inCharge as inChargeOfCommitments,
  promise as promiseNow,
} from './commitments/actions.ts';
export { promises } from './commitments/model.ts';
export { PromisesMadeIn } from './commitments/pages/made-in.tsx';
export { listPromisesMadeIn, type PromiseMadeIn } from './commitments/store.ts';
export { demonstrationId, makeDemonstration } from './demonstration/make.ts';
export { listPlayers } from './demonstration/players.ts';
export { importFile } from './files/import.ts';
export { describeLayout } from './files/schema.ts';
export { instruments, provisions } from './law/model.ts';
export {
  closedReasons,
  doubtReasons,
  type ForceReason,
  type InForce,
  inForce,
  type RegisterSnapshot,
  type Subject,
} from './law/rules/in-force.ts';
export { loadSnapshot } from './law/store.ts';
export { forceReasonText } from './law/text/texts.ts';
export { meetings } from './meetings/model.ts';
export { meetingStatesOn } from './meetings/store.ts';
export { union } from './module.ts';
export { dangling, knownOf } from './named.ts';
export { Named, NamedList, type Names, plainName } from './names.tsx';
export { byParty } from './powers.ts';
export { remind } from './reminders/remind.ts';
export { firstStep } from './steps.ts';
