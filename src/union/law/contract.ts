import { z } from 'zod';
import { momentFields, SourceSections } from '#platform/read-context.ts';
import { knownFields } from '../bodies/contract.ts';
import { checkStates, lawStatuses, practiceStatuses } from './model.ts';

/** What commands and API answer about the implementation of instruments, as published. */

const ImplementationCell = z.strictObject({
  recorded: z.boolean().describe('The source says something of this state and instrument.'),
  inLaw: z.enum(lawStatuses).describe('What the law of the state says.'),
  inPractice: z.enum(practiceStatuses).describe('Whether it is applied.'),
  asOf: z.string().nullable().describe('Date that the status holds for; null: unknown status.'),
  detail: z.string().nullable().describe('What the source or the state adds; null: nothing.'),
  language: z.string().describe('Of detail and reasons, ISO 639-1.'),
  check: z
    .enum(checkStates)
    .describe('Asserted by the state itself, confirmed or contradicted by another; none: a source says it.'),
  checkedBy: z.string().nullable().describe('Party or body that looked at it; null: nobody.'),
  reasons: z.array(z.string()),
  reasonsOf: z
    .enum(['party', 'instrument'])
    .nullable()
    .describe('Whose reasons: the state’s own, or those given for the instrument as a whole; null: none.'),
});

const Deficit = z.strictObject({
  party: z.string(),
  open: z.int().describe('Instruments not implemented, partly, or declined.'),
  assessed: z.int().describe('Instruments that count and whose state is known: the denominator.'),
  unknown: z.int().describe('Instruments of which nothing is known; in neither figure.'),
  notApplicable: z.int().describe('Instruments that do not apply; in neither figure.'),
  percent: z.number().nullable().describe('Open of assessed, in percent; null: nothing assessed, no figure.'),
  change: z
    .number()
    .nullable()
    .describe('Percentage points more than at the cut-off before; null: one of the two is no figure.'),
  notYetDue: z.int().describe('Instruments whose deadline had not passed; in none of the figures.'),
  overdueTwoYears: z
    .int()
    .nullable()
    .describe('Open ones late by two years or more; null: none of the open ones has a deadline.'),
  delayMonths: z
    .int()
    .nullable()
    .describe(
      'Whole months by which open ones are late, added up; null: none of the open ones has a deadline.',
    ),
  undated: z.int().describe('Open ones without a deadline; not in the delay.'),
  conformity: z
    .strictObject({
      against: z.int().describe('Found not to be so by another, or not or partly applied.'),
      judged: z.int().describe('Looked at by another, or of known practice: the denominator.'),
      unjudged: z.int().describe('By the word of the state alone.'),
      percent: z.number().nullable().describe('Null: nothing judged, no figure.'),
    })
    .describe('Of what is implemented in law: notified is not conform.'),
});

export const ScoreboardAnswer = z
  .strictObject({
    ...momentFields,
    ...knownFields,
    members: z.array(z.string()).describe('Parties that implement what the union adopts.'),
    instruments: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        title: z.string().describe('In the language asked for, else in one that the source has.'),
        adopted: z.string().nullable().describe('Date of adoption; null: the source does not say.'),
        counts: z.boolean().describe('Whether it counts for the deficit.'),
        states: z.record(z.string(), ImplementationCell).describe('By party.'),
        source: SourceSections,
      }),
    ),
    deficit: z.discriminatedUnion('given', [
      z.strictObject({ given: z.literal(false), reason: z.string() }),
      z.strictObject({
        given: z.literal(true),
        counts: z.array(z.string()).describe('Kinds of instrument that count.'),
        cutOff: z.string().describe('Day of the figures: the last of the date asked about.'),
        before: z.string().describe('Cut-off with which the change compares: a year before, or as asked.'),
        excludes: z
          .string()
          .nullable()
          .describe('What is left out, in the source’s words; null: nothing said.'),
        states: z.array(Deficit),
      }),
    ]),
  })
  .meta({
    id: 'Scoreboard',
    description: 'What each state did with each instrument, in law and in practice, and the deficit.',
  });
export type ScoreboardAnswer = z.infer<typeof ScoreboardAnswer>;
