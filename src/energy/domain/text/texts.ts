import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type DomainTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, DomainTexts>> = { nl, fr, de, en };

export function domainTexts(language: Language): DomainTexts {
  return catalogues[language];
}
