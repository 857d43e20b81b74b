import type { Permission } from '#platform/access/access.ts';

/** Names of persons: open to the parties that take part in the body on that day, and journalled. */
export const readContacts: Permission = {
  code: 'contacts.read',
  audience: 'participant',
  summary: 'read who is the contact point of a party for a body',
};

export const bodyPermissions: readonly Permission[] = [readContacts];
