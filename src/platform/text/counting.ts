import { type Language, localeOf } from '#kernel/languages.ts';

/** Numbers and plurals of one language, for its catalogue. */
export function countingIn(language: Language) {
  const rules = new Intl.PluralRules(localeOf(language));
  const figures = new Intl.NumberFormat(localeOf(language));
  return {
    figure: (n: number) => figures.format(n),
    /** `1 result`, `312 results`. French counts 0 as one, and its `many` (millions) reads like `other`. */
    counted: (n: number, one: string, other: string) =>
      `${figures.format(n)} ${rules.select(n) === 'one' ? one : other}`,
  };
}
