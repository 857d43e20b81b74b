export { readHoldings } from './bridges/holdings-file.ts';
export { keepingIn } from './bridges/keeping.ts';
export { gatewayService } from './bridges/service.ts';
export { casesIn } from './cases/open-cases.ts';
export { feedbackService } from './cases/service.ts';
export { vatDemonstration } from './fields/demonstration.ts';
export { vat } from './module.ts';
export { startRuns } from './runs/job.ts';
