/** The languages of the interface. Texts of records may be in any language with a two-letter code. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The locale for Intl: English is read by Europeans, who write the day before the month. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
