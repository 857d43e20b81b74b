export { readHoldings } from './bridges/holdings-file.ts';
export { gatewayService, keepingIn } from './bridges/service.ts';
export { vatDemonstration } from './fields/demonstration.ts';
export { vat } from './module.ts';
