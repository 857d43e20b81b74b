import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type PlanTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, PlanTexts>> = { nl, fr, de, en };

export function planTexts(language: Language): PlanTexts {
  return catalogues[language];
}
