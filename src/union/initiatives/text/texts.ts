import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type InitiativeTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, InitiativeTexts>> = { nl, fr, de, en };

export function initiativeTexts(language: Language): InitiativeTexts {
  return catalogues[language];
}
