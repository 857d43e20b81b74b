import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type BridgeTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, BridgeTexts>> = { nl, fr, de, en };

export function bridgeTexts(language: Language): BridgeTexts {
  return catalogues[language];
}
