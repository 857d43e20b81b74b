export { listBodyChoices, listPartyChoices, listRoleChoices } from './bodies/store.ts';
export { demonstrationId, makeDemonstration } from './demonstration/make.ts';
export { listPlayers } from './demonstration/players.ts';
export { importFile } from './files/import.ts';
export { describeLayout } from './files/schema.ts';
export { union } from './module.ts';
export { remind } from './reminders/remind.ts';
