import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type SheetTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, SheetTexts>> = { nl, fr, de, en };

export function sheetTexts(language: Language): SheetTexts {
  return catalogues[language];
}
