import { z } from 'zod';
import { MissingAnswer, SourceSections } from '#platform/read-context.ts';
import { allocationBases } from './model.ts';

/** What commands and API answer about money, as published. */

const amount = {
  amount: z.number().nullable().describe('In whole units of the currency; null: see `missing`.'),
  minorUnits: z
    .string()
    .nullable()
    .describe('The same exactly, in whole minor units (ISO 4217: cents of EUR), as digits; null: no amount.'),
};

const BudgetYear = z.strictObject({
  year: z.string(),
  state: z
    .string()
    .nullable()
    .describe('proposed, returned or approved; null: the source states the budget and no such thing.'),
  currency: z.string().describe('ISO 4217.'),
  ...amount,
  missing: MissingAnswer.nullable().describe('Why there is no amount; null: there is one.'),
  contributions: z
    .array(z.strictObject({ party: z.string(), share: z.number().describe('From 0 to 1.'), ...amount }))
    .nullable()
    .describe('What each party pays; null: the amount or a share is not stated.'),
  contributionsSum: z.strictObject(amount).nullable().describe('Null: there are no contributions.'),
  readds: z
    .boolean()
    .nullable()
    .describe('Whether the contributions add up to the amount; null: there is nothing to add up.'),
  basis: z.string().nullable().describe('Of the shares, in the source’s words; null: not stated.'),
  allocations: z
    .array(
      z.strictObject({
        id: z.string(),
        planItem: z.string(),
        ...amount,
        currency: z.string().describe('ISO 4217.'),
        basis: z.enum(allocationBases).describe('timesheet: hours were written down; estimate: reckoned.'),
      }),
    )
    .describe('What went to items of the plan of the year; withdrawn ones are left out.'),
  allocated: z
    .strictObject({
      ...amount,
      timesheet: z.strictObject(amount),
      estimate: z.strictObject(amount),
    })
    .describe('The allocations together, and by basis.'),
  unallocated: z
    .strictObject({ ...amount, share: z.number().nullable().describe('Of the budget; null: unknown.') })
    .describe('What leads to no activity; null amounts: unknown, because the budget is.'),
  surplus: z
    .strictObject({
      ...amount,
      reason: z.string().nullable().describe('Why it was left; null: not stated.'),
      decision: z.string().nullable().describe('What is done with it; null: not decided.'),
      decidedBy: z.string().nullable().describe('Id of the body; null: not decided, or not stated by whom.'),
      decided: z.string().nullable().describe('The day; null: not decided, or not stated when.'),
    })
    .nullable()
    .describe('What was left of the year; null: nothing is on record, which is not zero.'),
  source: SourceSections,
});
export type BudgetYear = z.infer<typeof BudgetYear>;

const missingYears = z
  .array(MissingAnswer.extend({ year: z.string(), text: z.string() }))
  .describe('Years of which the source speaks without an amount, and why.');

export const BudgetList = z
  .strictObject({ years: z.array(BudgetYear), missingYears })
  .meta({ id: 'BudgetList', description: 'Every budget of which the source speaks.' });
export type BudgetList = z.infer<typeof BudgetList>;

export const BudgetAnswer = BudgetYear.extend({ missingYears }).meta({
  id: 'Budget',
  description: 'The budget of a year, who pays what of it, and the years that are not stated.',
});
export type BudgetAnswer = z.infer<typeof BudgetAnswer>;
