import { delegatePermission } from '../fields/model.ts';

/** Pages of the room. */
export const alertsPath = '/practice/vat/cases';
export const runsPath = '/practice/vat/runs';
/** Of the room of cases. */
export const caseHref = (id: string) => `/practice/vat/cases/${encodeURIComponent(id)}`;
export const alertHref = (run: string, trader: string) =>
  `/practice/vat/alerts/${encodeURIComponent(run)}/${encodeURIComponent(trader)}`;
export const rowsHref = (run: string, trader: string, input: string) =>
  `${alertHref(run, trader)}/rows/${encodeURIComponent(input)}`;

export const readAlerts = delegatePermission(
  'vat_alerts.read',
  'read alerts of a party, the rows behind them, and how its runs stand',
);
export const keepRuns = delegatePermission(
  'vat_runs.keep',
  'start, stop and resume runs for a party, and take in made-up declarations where a register is made up',
);
export const keepAlerts = delegatePermission(
  'vat_alerts.keep',
  'set alerts of a party aside for a reason, and take them up again',
);
export const alertPermissions = [readAlerts, keepRuns, keepAlerts];
