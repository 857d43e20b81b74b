import { type PlainDate, parsePartialDate, unionZone } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import type { PageContext } from '#platform/module.ts';
import { marketDay } from '../../time/market-day.ts';
import { dayTexts } from '../text/texts.ts';

export const energyPath = '/practice/energy';
export const daysPath = `${energyPath}/days`;

/** A number with so many digits behind the point, as readers of a language write it. */
export function number(value: number, digits: number, language: Language): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // Nobody reads −0 as anything but a slip.
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return new Intl.NumberFormat(localeOf(language), format).format(shown);
}

/** From when to when a step goes by the clock in Brussels, with the hour that a clock has twice; of a typical day by its hours alone. */
export function clockOf(day: string, hours: number, step: number, language: Language) {
  const parsed = parsePartialDate(day);
  const begins =
    parsed.ok && day.length === 10 ? marketDay(day as PlainDate, hours === 1 ? 60 : 15).begins : 0;
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...{ hour: '2-digit', minute: '2-digit', hour12: false },
    timeZone: begins === 0 ? 'UTC' : unionZone,
  });
  const at = (steps: number) => format.format(begins + steps * hours * 3_600_000);
  return { from: at(step), until: at(step + 1) };
}

export function crumbsToDays(context: PageContext, ...more: readonly { text: string; path: string }[]) {
  const { page: words } = dayTexts(context.language);
  return [
    { text: words.practice, href: context.href('/practice') },
    ...more.map(({ text, path }) => ({ text, href: context.href(path) })),
  ];
}
