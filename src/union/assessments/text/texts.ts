import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type AssessmentTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, AssessmentTexts>> = { nl, fr, de, en };

export function assessmentTexts(language: Language): AssessmentTexts {
  return catalogues[language];
}
