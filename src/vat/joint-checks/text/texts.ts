import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type JointCheckTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, JointCheckTexts>> = { nl, fr, de, en };

export function jointCheckTexts(language: Language): JointCheckTexts {
  return catalogues[language];
}
