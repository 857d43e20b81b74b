import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type ExchangeTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export type { ExchangeTexts } from './en.ts';

const catalogues: Readonly<Record<Language, ExchangeTexts>> = { nl, fr, de, en };

export function exchangeTexts(language: Language): ExchangeTexts {
  return catalogues[language];
}
