import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type IntakeTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, IntakeTexts>> = { nl, fr, de, en };

export function intakeTexts(language: Language): IntakeTexts {
  return catalogues[language];
}
