import type { Permission } from '#platform/access/access.ts';
import { delegatePermission } from '../fields/model.ts';

/** Of a register that is made up, so that there is something to look at. */
export const makeUpComparisons: Permission = delegatePermission(
  'vat_payment_comparisons.make_up',
  'make up returns of the one-stop shop and payments beside them, in a made-up register',
);
/** Payees are traders: for delegates of the state whose administration holds the returns and payments. */
export const readComparisons: Permission = delegatePermission(
  'vat_payment_comparisons.read',
  'read what one’s own state holds of payments beside returns of the one-stop shop',
);

export const oneStopShopPermissions: readonly Permission[] = [makeUpComparisons, readComparisons];
