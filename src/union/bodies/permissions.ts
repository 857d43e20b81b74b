import type { Permission } from '#platform/access/access.ts';

/** Names of persons: open to the parties that take part in the body on that day, and journalled. */
export const readContacts: Permission = {
  code: 'contacts.read',
  audience: 'participant',
  summary: 'read who is the contact point of a party for a body',
};

/** What a group keeps in mind is its own: open to the parties that take part in it. */
export const readGroupNotes: Permission = {
  code: 'group_notes.read',
  audience: 'participant',
  summary: 'read what a group must remember',
};

export const bodyPermissions: readonly Permission[] = [readContacts, readGroupNotes];
