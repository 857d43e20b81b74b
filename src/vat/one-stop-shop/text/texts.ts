import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type OneStopShopTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, OneStopShopTexts>> = { nl, fr, de, en };

export function oneStopShopTexts(language: Language): OneStopShopTexts {
  return catalogues[language];
}
