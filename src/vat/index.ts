export { startMakings } from './alerts/make-up.ts';
export { readHoldings } from './bridges/holdings-file.ts';
export { gatewayService, keepingIn } from './bridges/service.ts';
export { vatDemonstration } from './fields/demonstration.ts';
export { vat } from './module.ts';
export { startRuns } from './runs/job.ts';
