import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type ExerciseTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ExerciseTexts>> = { nl, fr, de, en };

export function exerciseTexts(language: Language): ExerciseTexts {
  return catalogues[language];
}
