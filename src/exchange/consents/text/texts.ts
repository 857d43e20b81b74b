import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type ConsentTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ConsentTexts>> = { nl, fr, de, en };

export function consentTexts(language: Language): ConsentTexts {
  return catalogues[language];
}
