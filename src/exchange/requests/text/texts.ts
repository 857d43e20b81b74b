import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type RequestTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, RequestTexts>> = { nl, fr, de, en };

export function requestTexts(language: Language): RequestTexts {
  return catalogues[language];
}
