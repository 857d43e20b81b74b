import { z } from 'zod';
import { momentFields, SourceSections } from '#platform/read-context.ts';
import { knownFields } from '../bodies/contract.ts';
import { lawStatuses, practiceStatuses } from './model.ts';

/** What commands and API answer about the implementation of instruments, as published. */

const ImplementationCell = z.strictObject({
  recorded: z.boolean().describe('The source says something of this state and instrument.'),
  inLaw: z.enum(lawStatuses).describe('What the law of the state says.'),
  inPractice: z.enum(practiceStatuses).describe('Whether it is applied.'),
  asOf: z.string().nullable().describe('Date that the status holds for; null: unknown status.'),
  detail: z.string().nullable().describe('What the source adds; null: nothing.'),
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
