import { z } from 'zod';
import { momentFields, SourceSections } from '#platform/read-context.ts';
import { knownFields } from '../bodies/contract.ts';
import { clockStates } from './rules/clock.ts';

/** What the API answers about parliament, as published. */

const ParliamentClock = z.strictObject({
  addressee: z.string(),
  asked: z.string().nullable().describe('When it was tabled, the last time around; null: not stated.'),
  state: z.enum(clockStates).describe('On the as-of date; overdue only when that is certain.'),
  dueEarliest: z
    .string()
    .nullable()
    .describe('First day on which the answer can be due; null: no target or date.'),
  dueLatest: z
    .string()
    .nullable()
    .describe('Last day on which the answer can be due; null: no target or date.'),
  daysOver: z
    .strictObject({ least: z.int(), most: z.int() })
    .nullable()
    .describe('Days past the due date, negative while time is left; null: no target or date.'),
  answeredOn: z.string().nullable().describe('Year, month or day; null: not answered by the as-of date.'),
});

const Days = z.strictObject({
  least: z.int(),
  most: z.int().nullable().describe('Null: it falls in an answer that is open, so no most can be named.'),
});

const AnswerTimes = z.strictObject({
  owed: z.int().describe('Answers owed by items that are dated, one for each addressee; all are counted.'),
  answered: z.int(),
  open: z.int(),
  withdrawn: z.int().describe('Taken back by parliament before an answer came.'),
  undated: z.int().describe('Owed by items without a date, and in no figure.'),
  medianDays: Days.nullable().describe(
    'Over answered and open ones; an open one counts with at least its age. Null: none is dated.',
  ),
  late: z
    .strictObject({ least: z.int(), most: z.int() })
    .nullable()
    .describe('Beyond their term; open ones still within it may yet be. Null: no term, or nothing owed.'),
});

export const ParliamentList = z
  .strictObject({
    ...momentFields,
    ...knownFields,
    targetMonths: z
      .int()
      .nullable()
      .describe('Calendar months to answer within; null: the source sets none.'),
    answerTimes: AnswerTimes,
    items: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string().describe('In the language asked for, else in one that the source has.'),
        tabled: z.string().nullable().describe('Year, month or day; null: the source does not say.'),
        clocks: z.array(ParliamentClock).describe('One for each addressee.'),
        source: SourceSections,
      }),
    ),
  })
  .meta({
    id: 'ParliamentList',
    description: 'Questions and recommendations of parliament, with their clocks.',
  });
export type ParliamentList = z.infer<typeof ParliamentList>;
