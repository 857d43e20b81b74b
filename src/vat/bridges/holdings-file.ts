import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { supplyKinds } from '../model.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readVatNumber, type VatNumber } from '../vat-number.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { exerciseTerms, Terms } from './model.ts';

const Vat = z.string().transform((text, context): VatNumber => {
  const read = readVatNumber(text);
  if (read?.isSound === true) return read.number;
  context.addIssue({ code: 'custom', message: `${text} is no VAT number` });
  return z.NEVER;
});
const Period = z.string().refine((text) => readTaxPeriod(text) !== null && text.length > 4);
const Day = z.custom<PlainDate>((text) => typeof text === 'string' && parsePlainDate(text).ok);

/**
 * What a state has of trade in one file, for exercises before there is a system that has it: the file says of itself that it is made up.
 * Amounts in cents.
 */
export const HoldingsFile = z.strictObject({
  synthetic: z.literal(true),
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  supplies: z.array(
    z.strictObject({
      supplier: Vat,
      acquirer: Vat,
      kind: z.enum(supplyKinds),
      period: Period,
      cents: z.int(),
    }),
  ),
  invoices: z.array(
    z.strictObject({ seller: Vat, buyer: Vat, number: z.string().min(1), date: Day, cents: z.int() }),
  ),
  cases: z.array(
    z.strictObject({
      reference: z.string().min(1).max(200),
      parties: z.array(z.string()).min(1),
      traders: z.array(Vat).min(1),
      opened: Day,
      until: Day.nullable(),
    }),
  ),
  /** Absent: ours, for exercises. */
  terms: Terms.optional(),
});
export type HoldingsFile = z.input<typeof HoldingsFile>;

/** Problems: `file_unreadable`, `json_invalid`, `vat_holdings_invalid`. */
export async function readHoldings(
  path: string,
  option: string,
): Promise<Result<{ readonly holdings: () => Promise<Holdings>; readonly terms: Terms }>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(problem('file_unreadable', option, { file: path }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail(problem('json_invalid', option, { detail: error instanceof Error ? error.message : '' }));
  }
  const parsed = HoldingsFile.safeParse(json);
  if (!parsed.success)
    return fail(problem('vat_holdings_invalid', option, { message: z.prettifyError(parsed.error) }));
  const { states, supplies, invoices, cases, terms = exerciseTerms } = parsed.data;
  const holdings = holdingsOf(states, supplies, invoices, cases);
  return ok({ holdings: async () => holdings, terms });
}
