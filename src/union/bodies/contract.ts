import { z } from 'zod';
import { momentFields, SourceSections } from '#platform/read-context.ts';
import { groupStates, participationRoles } from './model.ts';

/** What commands and API answer about groups, as published. */

/** Before the date of the source nothing of it was known: then the answer is empty, and says so. */
export const knownFields = {
  known: z.boolean().describe('Whether anything of the source was known on the date as known.'),
  note: z.string().nullable().describe('What is to be said when nothing was known; else null.'),
};

const StateName = z
  .string()
  .describe(`One of ${groupStates.join(', ')}, \`none\` (did not exist yet) or \`unknown\`.`);
const Since = z
  .string()
  .nullable()
  .describe('Date from which the state holds: year, month or day; null: the source does not say.');

const head = {
  id: z.string(),
  code: z.string().nullable().describe('The source’s own code; null: it gives none.'),
  title: z.string().describe('In the language asked for, else in one that the source has.'),
  dossier: z.string().nullable().describe('Practical cooperation that it belongs to; null: none.'),
  parent: z.string().nullable().describe('Group or body above it; null: not stated.'),
  source: SourceSections,
};

export const GroupAnswer = z
  .union([
    z.strictObject({
      ...head,
      state: StateName,
      since: Since,
      seenOn: z
        .string()
        .nullable()
        .describe(
          'Date on which the source saw the state, without saying since when; null: it says since when.',
        ),
      into: z.string().exactOptional().describe('Group that it became or was merged into.'),
      reason: z.string().exactOptional(),
    }),
    z.strictObject({
      ...head,
      state: z.literal('unknown'),
      since: z.null(),
      why: z.strictObject({
        code: z.enum(['no_earlier_fact', 'changed_within_period', 'changed_at_unknown_time']),
        text: z.string(),
      }),
      next: z
        .looseObject({ state: StateName, asOf: z.string() })
        .nullable()
        .describe('The next state that is known, with its date and what the source says of it; null: none.'),
    }),
  ])
  .meta({ id: 'Group', description: 'A group and its state on the as-of date.' });
export type GroupAnswer = z.infer<typeof GroupAnswer>;

export const GroupList = z
  .strictObject({ ...momentFields, ...knownFields, groups: z.array(GroupAnswer) })
  .meta({ id: 'GroupList', description: 'Every group with its state on a date, as it was known on a date.' });
export type GroupList = z.infer<typeof GroupList>;

const GroupStep = z.strictObject({
  from: z.string().nullable().describe('The state before; null: the source does not say.'),
  to: StateName,
  effectiveOn: z.string().describe('When it was so: year, month or day.'),
  observed: z.boolean().describe('The source saw the state on that date and does not say since when.'),
  knownFrom: z.string().describe('Since when the source says so.'),
  recordedAt: z.string().describe('When this node took it in, UTC.'),
  withdrawn: z.boolean().describe('A later source no longer says so.'),
  details: z.record(z.string(), z.unknown()).describe('What the source says of the step.'),
});

const GroupPart = z.strictObject({
  party: z.string(),
  role: z.enum(participationRoles),
  period: z
    .strictObject({ from: Since, to: z.string().nullable().describe('Null: open, or not stated.') })
    .nullable()
    .describe('Null: known only from a list without dates.'),
  seenOn: z.string().nullable().describe('Date of that list; null: not stated.'),
});

export const GroupDossier = z
  .strictObject({
    ...momentFields,
    group: GroupAnswer,
    steps: z.array(GroupStep).describe('Of its lifecycle, oldest first.'),
    parts: z.array(GroupPart).describe('Who takes part.'),
    vacancies: z
      .array(z.string())
      .describe('Parties of which the source says that they name no contact point.'),
  })
  .meta({ id: 'GroupDossier', description: 'One group: its state, where it comes from and who takes part.' });
export type GroupDossier = z.infer<typeof GroupDossier>;
