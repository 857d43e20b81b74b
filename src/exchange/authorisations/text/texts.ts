import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type AuthorisationTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, AuthorisationTexts>> = { nl, fr, de, en };

export function authorisationTexts(language: Language): AuthorisationTexts {
  return catalogues[language];
}
