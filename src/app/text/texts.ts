import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type AppTexts, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export const appTexts: Readonly<Record<Language, AppTexts>> = { nl, fr, de, en };
