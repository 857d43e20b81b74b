import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type ParliamentTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ParliamentTexts>> = { nl, fr, de, en };

export function parliamentTexts(language: Language): ParliamentTexts {
  return catalogues[language];
}
