import type { Permission } from '#platform/access/access.ts';
import { coordinatorPermission, delegatePermission } from '../fields/model.ts';
import { checkFacts, checkSheets, jointChecks } from './model.ts';

/** Of checks one's own state takes part in: what each state knows of its items. */
export const readFacts: Permission = delegatePermission(
  `${checkFacts.name}.read`,
  'read what states say of the items of a joint check in which one’s own state takes part',
);
export const readSheets: Permission = delegatePermission(
  `${checkSheets.name}.read`,
  'read what the rows of one’s own state’s sheets of facts came to',
);
/** Of all checks of the field: the plan, in which no trader stands. For observers and guests, too, by their seat in the body. */
export const observeChecks: Permission = delegatePermission(
  `${jointChecks.name}.read`,
  'read the plans of joint checks, in which no trader stands',
);
export const takePartInChecks: Permission = delegatePermission(
  'vat_joint_checks.take_part',
  'propose and agree to joint checks, withdraw what one’s own state proposed, add one’s own state’s facts and record what came of them',
);
export const coordinateChecks: Permission = coordinatorPermission(
  'vat_joint_checks.coordinate',
  'plan joint checks for the body in which they are worked, and change or withdraw plans that do not run yet',
);

export const jointCheckPermissions: readonly Permission[] = [
  readFacts,
  readSheets,
  observeChecks,
  takePartInChecks,
  coordinateChecks,
];
