import type { Permission } from '#platform/access/access.ts';

/**
 * Fields in which states work together on VAT, each by itself and each in a body of the union (Regulation 904/2010, chapter X, knows them as working
 * fields; in the Benelux §12.2.1 lists a group for each). A state takes part in some and not in others, joins late, leaves, or observes.
 */
export const fieldNames = ['cases', 'refunds', 'one_stop_shop', 'joint_checks'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Which body it is, the union's own data say, as a power of that body; where they do not, there is nothing to do in the field. */
export const powerOf = (field: FieldName) => `vat_${field}`;

/** For who sits in the field's body for a party that takes part in it: data of traders are for nobody else who acts for the party. */
export function delegatePermission(code: string, summary: string): Permission {
  return { code, audience: 'delegate', summary };
}

/** For who acts for the field's body itself, as its coordinator. */
export function coordinatorPermission(code: string, summary: string): Permission {
  return { code, audience: 'body', summary };
}
