import { z } from 'zod';
import { parsePartialDate } from '#kernel/dates.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { combine, ok, type Result } from '#kernel/result.ts';
import { todayOn } from '#platform/clock.ts';
import type { Command, CommandContext, ReadContext } from '#platform/module.ts';
import { lastPage } from '#platform/page/address.ts';
import { knownNow, opensOn } from '#platform/records/registers.ts';

/**
 * How a moment is asked for on the command line and in the API, how an answer says which it is about, and what a question
 * on the command line is about.
 */

const asOfHelp = 'as it was on this date: 2016, 2016-07 or 2016-07-01 (default: the date of the source)';
const knownAtHelp = 'as it was known on this date (default: today)';

export const knownAtOption: Command['options'] = { 'known-at': { type: 'string', help: knownAtHelp } };

export const datesOptions: Command['options'] = {
  'as-of': { type: 'string', help: asOfHelp },
  ...knownAtOption,
};

/** For the description only: pages and API read their dates in one place, which says what is wrong with one. */
const DateParameter = z.string().optional();
const dateForm = { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };

/** Query parameter of a route that speaks of what was known and of no other moment. */
export const knownAtQuery = { 'known-at': DateParameter.meta({ description: knownAtHelp, ...dateForm }) };

export const datesQuery = {
  'as-of': DateParameter.meta({ description: asOfHelp, ...dateForm }),
  ...knownAtQuery,
};

/** Fields of an answer that say what it was given about. */
export const knownAtFields = {
  register: z.string().describe('Id of the register.'),
  knownAt: z.string().describe('As it was known on this date: year, month or day.'),
};

export const momentFields = {
  ...knownAtFields,
  asOf: z.string().describe('As it was on this date: year, month or day; of a period its last day.'),
};

/** Field of an answer: where it comes from. */
export const SourceSections = z.array(z.string()).describe('Sections of the source that say so.');

/** Field of an answer: why there is no figure. */
export const MissingAnswer = z.strictObject({
  reason: z.enum(missingReasons),
  note: z.string().nullable().describe('What the source says about the gap; null: nothing.'),
});

const largestPage = 200;

/** Query parameters of a route that answers page by page. */
export const pageQuery = {
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(lastPage)
    .default(1)
    .meta({ description: 'which page, from 1; one after the last is empty' }),
  'page-size': z.coerce
    .number()
    .int()
    .min(1)
    .max(largestPage)
    .default(50)
    .meta({ description: 'how many to a page' }),
};

/** Fields of an answer that is one page of many. */
export const pageFields = {
  total: z.int().describe('How many there are on all pages.'),
  page: z.int().describe('From 1.'),
  pageSize: z.int(),
};

/** What a command's question is about: register, dates and language, or all that is wrong with them. */
export async function readContextOf(context: CommandContext): Promise<Result<ReadContext>> {
  const { database, language, modules } = context;
  const asked = (name: 'as-of' | 'known-at') => {
    const given = context.options[name];
    return typeof given === 'string' ? parsePartialDate(given, `--${name}`) : ok(null);
  };
  const found = combine([await context.register(), asked('as-of'), asked('known-at')]);
  if (!found.ok) return found;
  const [register, asOf, knownAt] = found.value;
  return ok({
    language,
    register,
    // A register loaded from a source opens at the source's horizon: what came after is recorded only where it says so.
    asOf: asOf ?? opensOn(register, todayOn(context.clock)),
    knownAt: knownAt ?? knownNow(register, todayOn(context.clock)),
    modules,
    read: (work) => database.read(work),
  });
}
