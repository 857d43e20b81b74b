import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type FrontTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, FrontTexts>> = { nl, fr, de, en };

export function frontTexts(language: Language): FrontTexts {
  return catalogues[language];
}
