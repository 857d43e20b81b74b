import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type EvidenceTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, EvidenceTexts>> = { nl, fr, de, en };

export function evidenceTexts(language: Language): EvidenceTexts {
  return catalogues[language];
}
