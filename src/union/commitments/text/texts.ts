import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type CommitmentTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, CommitmentTexts>> = { nl, fr, de, en };

export function commitmentTexts(language: Language): CommitmentTexts {
  return catalogues[language];
}
