import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type OversightTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, OversightTexts>> = { nl, fr, de, en };

export function oversightTexts(language: Language): OversightTexts {
  return catalogues[language];
}
