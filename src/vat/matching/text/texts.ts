import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type MatchingTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, MatchingTexts>> = { nl, fr, de, en };

export function matchingTexts(language: Language): MatchingTexts {
  return catalogues[language];
}
