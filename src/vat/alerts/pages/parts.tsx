import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { localeOf } from '#kernel/languages.ts';
import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';
import { recordOpening } from '../../fields/reading.ts';
import { archetypes } from '../../scoring/archetypes.ts';
import { taxPeriodOf } from '../../tax-period.ts';
import { alertTexts } from '../text/texts.ts';

/** What the pages of the room share. */

type Speaking = Pick<PageContext, 'language'>;

export function euros(cents: number, { language }: Speaking): string {
  return new Intl.NumberFormat(localeOf(language), {
    ...{ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
  }).format(Math.round(cents / 100));
}

/** For a drawing: `1.2M`. */
export function shortEuros(cents: number, { language }: Speaking): string {
  return new Intl.NumberFormat(localeOf(language), {
    ...{ notation: 'compact', maximumSignificantDigits: 3 },
  }).format(cents / 100);
}

export function percent(share: number, { language }: Speaking): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  );
}

export function count(value: number, { language }: Speaking): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** A weight: `1.63`. */
export function points(weight: number, { language }: Speaking): string {
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(localeOf(language), two).format(weight);
}

/** Inputs that are amounts, in cents; shares; and the rest, which are counts and days. */
const inCents: readonly string[] = [
  'inflow',
  'outflow',
  'gap_cents',
  'refund_jump',
  'cycle_cents',
  'loop_cents',
  'passing_cents',
  'sources_cents',
];
const shares: readonly string[] = [
  ...['gap', 'few_suppliers', 'few_buyers', 'new_partners', 'margin', 'transit', 'unsourced', 'dormant'],
  ...['buyers_gap', 'young_buyers', 'cycle_share', 'loop_share', 'loop_gap', 'pass_through', 'fed_by_gap'],
  ...['sources', 'passing', 'passing_home', 'returning', 'buyers_sources', 'suppliers_sources'],
];
const yesNo: readonly string[] = ['risky_goods', 'resectored', 'loop_young'];

export function valueWord(input: string, value: number | null, context: Speaking): string {
  const { alert, rows } = alertTexts(context.language);
  if (value === null) return alert.unknown;
  if (inCents.includes(input)) return euros(value, context);
  if (shares.includes(input)) return percent(value, context);
  if (yesNo.includes(input)) return value > 0 ? rows.yes : rows.no;
  return new Intl.NumberFormat(localeOf(context.language), { maximumSignificantDigits: 3 }).format(value);
}

/** The part of an archetype's words before its colon, and all of them. */
export function archetypeWords(
  id: string,
  { language }: Speaking,
): { readonly name: string; readonly whole: string; readonly version: number | null } {
  const found = archetypes.find((one) => one.id === id);
  const whole = found?.words[language] ?? id;
  return { name: whole.split(/\s?:/)[0] ?? whole, whole, version: found?.version ?? null };
}

/** Months since the year 0 as people write them: `May 2019`. */
export const monthWord = (month: number, { language }: Speaking): string =>
  formatDate(writtenMonth(month) as PartialDate, language);

/** Under a bar of a drawing: `Jan`. */
export function shortMonth(month: number, { language }: Speaking): string {
  // The twentieth of any month is in it, whatever the zone.
  const day = Date.UTC(Math.floor(month / 12), month % 12, 20);
  return new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' }).format(day);
}

export const writtenMonth = (month: number): string => taxPeriodOf({ from: month, to: month });

/** Has it journalled, for the party for which it is opened, what is about to leave. */
export function recordReading(
  context: PageContext,
  grant: Grant | null,
  {
    what,
    run,
    traders,
    ...more
  }: {
    readonly what: 'alerts' | 'rows';
    readonly run: string;
    readonly traders: readonly string[];
    readonly rows?: number;
    readonly input?: string;
  },
): void {
  recordOpening(context, grant, {
    event: `vat_${what}.read`,
    subject: `vat_runs/${run}`,
    payload: { run, traders: [...traders], ...more },
  });
}
