import { z } from 'zod';
import type { Permission } from '#platform/access/access.ts';
import { IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';
import type { Subject } from './rules/admission.ts';

export const energyForumPath = '/practice/energy/forum';

/** Which body works on a subject of the forum, the register says as a power of that body; where it does not, nothing can be put to one. */
export const powerOf = (subject: Subject) => `energy_${subject}`;

/** Something that is put to a group of the forum, with its paper: who is invited to it, and sees it, follows from what it is (`rules/admission.ts`). */
export const ForumMatter = recordSchema(
  { id: IdField, body: IdField, title: z.string(), sensitive: z.boolean() },
  {
    /** Where it is dealt with, if that is known yet. */
    meeting: IdField,
    paper: TextField,
    /** Parties that come by invitation alone. */
    invited: z.array(IdField),
    /** Why it became market-sensitive after it was put. */
    sensitive_because: TextField,
  },
);

export const forumMatters = defineKind({
  name: 'energy_forum_matters',
  schema: ForumMatter,
  label: {
    nl: { one: 'Onderwerp van het energieforum', many: 'Onderwerpen van het energieforum' },
    fr: { one: 'Sujet du forum de l’énergie', many: 'Sujets du forum de l’énergie' },
    de: { one: 'Thema des Energieforums', many: 'Themen des Energieforums' },
    en: { one: 'Matter of the energy forum', many: 'Matters of the energy forum' },
  },
  visibility: 'participants',
  titleFrom: ['title'],
  href: () => `${energyForumPath}#matters`,
});

/** A seat in the group opens matters to which its party is invited; a grant for the party as a whole opens none. */
export const readMatters: Permission = {
  code: `${forumMatters.name}.read`,
  audience: 'delegate',
  summary: 'read matters of the group of the energy forum in which one sits, to which one’s party is invited',
};
export const keepMatters: Permission = {
  code: 'energy_forum_matters.keep',
  audience: 'body',
  summary: 'put matters to a group of the energy forum, say which are market-sensitive, and invite to them',
};
export const forumPermissions: readonly Permission[] = [readMatters, keepMatters];
