import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type MoneyTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, MoneyTexts>> = { nl, fr, de, en };

export function moneyTexts(language: Language): MoneyTexts {
  return catalogues[language];
}
