export { vat } from './module.ts';
