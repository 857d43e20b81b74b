import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type ReportTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export type { ReportTexts } from './en.ts';

const catalogues: Readonly<Record<Language, ReportTexts>> = { nl, fr, de, en };

export function reportTexts(language: Language): ReportTexts {
  return catalogues[language];
}
