import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type ImportTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ImportTexts>> = { nl, fr, de, en };

export function importTexts(language: Language): ImportTexts {
  return catalogues[language];
}
