import { z } from 'zod';
import { momentFields, SourceSections } from '#platform/read-context.ts';
import { knownFields } from '../bodies/contract.ts';
import { standings, steeringSections } from './rules/standing.ts';

/** What the API answers about steering, as published. */

const allStandings = [...new Set(Object.values(standings).flat())];

const Reference = z.string().describe('Kind and id of a record: `working_groups/waste`.');

const SteeringRowAnswer = z.strictObject({
  id: z.string().describe('Unique within its part.'),
  subject: Reference.nullable().describe('What it is about; null: nothing in the register.'),
  title: z
    .string()
    .nullable()
    .describe(
      'What that is called, in the language asked for where the source has it; null: it is about nothing.',
    ),
  party: z.string().nullable().describe('State; null: not stated, or all.'),
  year: z.string().nullable().describe('Null: of no year in particular.'),
  standing: z
    .enum(allStandings)
    .describe('`unknown`: the register does not say, which is neither no nor zero.'),
  on: z.string().nullable().describe('Since when, or when: year, month or day; null: not stated.'),
  count: z.int().nullable().describe('Meetings on record in the year; null: not known, which is not zero.'),
  agreed: z.int().nullable().describe('Meetings agreed for the year; null: nothing was agreed.'),
  who: z.string().nullable().describe('Sector, minister or chamber; null: not stated.'),
  said: z.string().nullable().describe('Words of the source or of whoever wrote it down; null: none.'),
  links: z.array(Reference).describe('What it led to.'),
  why: z
    .enum(['no_plan', 'no_item', 'no_priorities'])
    .nullable()
    .describe('Why a priority came from no plan that is known; null: it did, or it is no priority.'),
  earlier: z
    .array(
      z.strictObject({
        field: z.string().describe('Field of the record.'),
        stood: z.string().describe('What stood in it.'),
        on: z.string().describe('Day on which it was replaced.'),
        reason: z.string(),
      }),
    )
    .describe('Values that stood before, in the order in which they were replaced.'),
  source: SourceSections,
});
export type SteeringRowAnswer = z.infer<typeof SteeringRowAnswer>;

const SteeringPart = z.strictObject({
  section: z.enum(steeringSections),
  title: z.string(),
  counts: z
    .record(z.string(), z.int())
    .describe('Rows by standing, those that ask for attention first; they add up to the rows.'),
  rows: z.array(SteeringRowAnswer),
});

export const SteeringAnswer = z
  .strictObject({ ...momentFields, ...knownFields, sections: z.array(SteeringPart) })
  .meta({
    id: 'Steering',
    description: 'What is steered by nobody, whom nobody can reach, and what is still owed, as of a date.',
  });
export type SteeringAnswer = z.infer<typeof SteeringAnswer>;
