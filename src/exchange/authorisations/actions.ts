import type { Permission } from '#platform/access/access.ts';
import type { Action } from '#platform/actions/action.ts';
import {
  concludeImproperUse,
  keepImproperUses,
  readImproperUses,
  recordImproperUse,
} from './actions/improper-uses.ts';
import { close, resume, suspend, suspendService } from './actions/life.ts';
import { listOfficer, review } from './actions/list.ts';
import { keepAuthorisations, readAuthorisations } from './actions/shared.ts';

export const authorisationActions: readonly Action[] = [
  listOfficer,
  review,
  suspend,
  suspendService,
  resume,
  close,
  recordImproperUse,
  concludeImproperUse,
];

export const authorisationPermissions: readonly Permission[] = [
  keepAuthorisations,
  readAuthorisations,
  keepImproperUses,
  readImproperUses,
];
