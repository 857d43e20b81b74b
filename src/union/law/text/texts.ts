import type { Language } from '#kernel/languages.ts';
import type { ForceReason } from '../rules/in-force.ts';
import { de } from './de.ts';
import { en, type LawTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, LawTexts>> = { nl, fr, de, en };

export function lawTexts(language: Language): LawTexts {
  return catalogues[language];
}

/** Why something is not in force, as a clause. */
export function forceReasonText(code: ForceReason['code'], language: Language): string {
  return catalogues[language].reasons[code];
}
