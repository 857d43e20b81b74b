import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type CaseTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, CaseTexts>> = { nl, fr, de, en };

export function caseTexts(language: Language): CaseTexts {
  return catalogues[language];
}
