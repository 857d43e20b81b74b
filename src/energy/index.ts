export { energyDemonstration } from './exercise/demonstration.ts';
export { forumDemonstration } from './forum/demonstration.ts';
export { energy } from './module.ts';
