import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type CarouselTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, CarouselTexts>> = { nl, fr, de, en };

export function carouselTexts(language: Language): CarouselTexts {
  return catalogues[language];
}
