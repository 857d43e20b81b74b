import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type WorkTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, WorkTexts>> = { nl, fr, de, en };

/** What the pages of refund officers say; forms have theirs in `doingTexts`, words of the rules are in `refundTexts`. */
export function workTexts(language: Language): WorkTexts {
  return catalogues[language];
}
