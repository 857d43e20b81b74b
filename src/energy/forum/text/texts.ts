import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type ForumTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ForumTexts>> = { nl, fr, de, en };

export function forumTexts(language: Language): ForumTexts {
  return catalogues[language];
}
