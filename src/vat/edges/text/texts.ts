import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type EdgeTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, EdgeTexts>> = { nl, fr, de, en };

export function edgeTexts(language: Language): EdgeTexts {
  return catalogues[language];
}
