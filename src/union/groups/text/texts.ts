import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type GroupTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, GroupTexts>> = { nl, fr, de, en };

export function groupTexts(language: Language): GroupTexts {
  return catalogues[language];
}
