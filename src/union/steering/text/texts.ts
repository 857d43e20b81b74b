import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type SteeringTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, SteeringTexts>> = { nl, fr, de, en };

export function steeringTexts(language: Language): SteeringTexts {
  return catalogues[language];
}
