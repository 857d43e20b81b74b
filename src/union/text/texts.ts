import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type UnionTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export type { UnionTexts } from './en.ts';

const catalogues: Readonly<Record<Language, UnionTexts>> = { nl, fr, de, en };

export function unionTexts(language: Language): UnionTexts {
  return catalogues[language];
}
