import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type AdequacyTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, AdequacyTexts>> = { nl, fr, de, en };

export function adequacyTexts(language: Language): AdequacyTexts {
  return catalogues[language];
}
