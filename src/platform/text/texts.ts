import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export type { Texts } from './en.ts';

const catalogues: Readonly<Record<Language, Texts>> = { nl, fr, de, en };

/** The words of the shell and of what all pages share, in the reader's language. */
export function texts(language: Language): Texts {
  return catalogues[language];
}

/** What each language calls itself: a reader looks for the own name, whatever language the page is in. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};
