import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type RunTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, RunTexts>> = { nl, fr, de, en };

export function runTexts(language: Language): RunTexts {
  return catalogues[language];
}
