import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type DoingTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, DoingTexts>> = { nl, fr, de, en };

/** What forms of refund officers say: what can be done, what it brings about, and what each field asks for. */
export function doingTexts(language: Language): DoingTexts {
  return catalogues[language];
}
