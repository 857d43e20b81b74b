export { listPartyChoices, listRoleChoices } from './bodies/store.ts';
export { importFile } from './files/import.ts';
export { union } from './module.ts';
