import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type AlertTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, AlertTexts>> = { nl, fr, de, en };

export function alertTexts(language: Language): AlertTexts {
  return catalogues[language];
}
