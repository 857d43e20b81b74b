export { askDemonstrationStudy } from './adequacy/demonstration.ts';
export { startStudies } from './adequacy/make-studies.ts';
export { energyDemonstration } from './exercise/demonstration.ts';
export { forumDemonstration } from './forum/demonstration.ts';
export { energy } from './module.ts';
