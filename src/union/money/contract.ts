import { z } from 'zod';
import { MissingAnswer, SourceSections } from '#platform/read-context.ts';

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
