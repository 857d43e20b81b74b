import { type Language, localeOf } from '#kernel/languages.ts';
import type { PageContext } from '#platform/module.ts';
import { number } from '../../days/pages/parts.tsx';
import { crumbsToEnergy } from '../../front/pages/crumbs.ts';
import { studiesPath } from '../actions.ts';
import type { Estimate } from '../intervals.ts';
import { instantOf } from '../shortage-times.ts';
import type { ReliabilityStandard } from '../standards.ts';
import { adequacyTexts } from '../text/texts.ts';

/** `3.2 (1.9–4.8)`; without brackets where the years do not tell. */
export function estimateText({ value, interval }: Estimate, digits: number, language: Language): string {
  const told = number(value, digits, language);
  return interval === null
    ? told
    : `${told} (${number(interval.low, digits, language)}–${number(interval.high, digits, language)})`;
}

/** Expected hours to two digits; what is above none is never told as none. */
export const hoursText = (hours: number, language: Language): string =>
  hours > 0 && hours < 0.005 ? `< ${number(0.01, 2, language)}` : number(hours, 2, language);

/** An hour of the year as day and clock: `14 January, 18:00 to 19:00`. */
export function hourText(hour: number, hoursOfYear: number, language: Language): string {
  const format = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(
      instantOf(at, hoursOfYear),
    );
  const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return adequacyTexts(language).page.hourAt({
    day: format({ day: 'numeric', month: 'long' }, hour),
    ...{ from: format(clock, hour), until: format(clock, hour + 1) },
  });
}

/** Short names of the months. */
export const monthNames = (language: Language): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' }).format(
      instantOf((month * 30.5 + 1) * 24, 8760),
    ),
  );

/** What an interval says against a standard: below it or above it with all of it, or neither. */
export function againstStandard(
  { interval }: Estimate,
  { lole }: Pick<ReliabilityStandard, 'lole'>,
): 'below' | 'above' | 'untold' {
  if (interval === null) return 'untold';
  if (interval.high <= lole) return 'below';
  return interval.low > lole ? 'above' : 'untold';
}

/** The way to a study, or to the page of all of them. */
export const crumbsToStudies = (context: PageContext, isOne = false) =>
  crumbsToEnergy(
    context,
    ...(isOne ? [{ text: adequacyTexts(context.language).page.door, path: studiesPath }] : []),
  );
