import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type DayTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, DayTexts>> = { nl, fr, de, en };

export function dayTexts(language: Language): DayTexts {
  return catalogues[language];
}
