/** One text in one or more languages (two-letter ISO 639-1 codes), and in which of them it is legally authentic. */
export type LocalizedText = {
  readonly texts: Readonly<Record<string, string>>;
  readonly authentic: readonly string[];
};

/** A text, and the language that it is in. */
export type Said = { readonly text: string; readonly language: string };

/**
 * The text in `language`; else in the first of `fallbacks` that it has, else of its authentic languages, else of its
 * languages in alphabetical order. Says which language it is in, for the page's `lang`, and whether that is authentic.
 * Throws when there is no text at all: whoever makes one sees to it that there is.
 */
export function localize(
  { texts, authentic }: LocalizedText,
  language: string,
  fallbacks: readonly string[] = [],
): Said & { readonly authentic: boolean } {
  for (const candidate of [language, ...fallbacks, ...authentic, ...Object.keys(texts).sort()]) {
    const text = Object.hasOwn(texts, candidate) ? texts[candidate] : undefined;
    if (text !== undefined) return { text, language: candidate, authentic: authentic.includes(candidate) };
  }
  throw new Error('A localized text without any text');
}
