import type { Permission } from '#platform/access/access.ts';
import { delegatePermission } from '../fields/model.ts';

/** Payees are traders: for delegates of the state whose administration holds the returns and payments. */
export const readComparisons: Permission = delegatePermission(
  'vat_payment_comparisons.read',
  'read what one’s own state holds of payments beside returns of the one-stop shop',
);
