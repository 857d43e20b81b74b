export { energyDemonstration } from './exercise/demonstration.ts';
export { energy } from './module.ts';
