import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type DocumentTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, DocumentTexts>> = { nl, fr, de, en };

export function documentTexts(language: Language): DocumentTexts {
  return catalogues[language];
}
