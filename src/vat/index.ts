export { startMakings } from './alerts/make-up.ts';
export { declaredHoldings } from './bridges/declared-holdings.ts';
export { readHoldings } from './bridges/holdings-file.ts';
export { exerciseTerms } from './bridges/model.ts';
export { gatewayService, keepingIn } from './bridges/service.ts';
export { vatDemonstration } from './fields/demonstration.ts';
export { vat } from './module.ts';
export { startRuns } from './runs/job.ts';
export { vatPrefixes } from './vat-number.ts';
