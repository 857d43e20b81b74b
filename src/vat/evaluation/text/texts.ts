import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type EvaluationTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, EvaluationTexts>> = { nl, fr, de, en };

export function evaluationTexts(language: Language): EvaluationTexts {
  return catalogues[language];
}
