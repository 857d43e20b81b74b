import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type FlexibilityTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, FlexibilityTexts>> = { nl, fr, de, en };

export function flexibilityTexts(language: Language): FlexibilityTexts {
  return catalogues[language];
}
