import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type ReminderTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ReminderTexts>> = { nl, fr, de, en };

export function reminderTexts(language: Language): ReminderTexts {
  return catalogues[language];
}
