import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type FieldTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, FieldTexts>> = { nl, fr, de, en };

export function fieldTexts(language: Language): FieldTexts {
  return catalogues[language];
}
