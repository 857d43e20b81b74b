export { energy } from './module.ts';
