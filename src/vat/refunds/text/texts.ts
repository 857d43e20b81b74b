import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type RefundTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, RefundTexts>> = { nl, fr, de, en };

export function refundTexts(language: Language): RefundTexts {
  return catalogues[language];
}
