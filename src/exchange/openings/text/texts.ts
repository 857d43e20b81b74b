import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type OpeningTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, OpeningTexts>> = { nl, fr, de, en };

export function openingTexts(language: Language): OpeningTexts {
  return catalogues[language];
}
