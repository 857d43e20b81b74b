import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type VatTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, VatTexts>> = { nl, fr, de, en };

export function vatTexts(language: Language): VatTexts {
  return catalogues[language];
}
