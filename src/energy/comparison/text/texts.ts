import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type ComparisonTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ComparisonTexts>> = { nl, fr, de, en };

export function comparisonTexts(language: Language): ComparisonTexts {
  return catalogues[language];
}
