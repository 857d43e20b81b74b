import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { en, type MeetingTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, MeetingTexts>> = { nl, fr, de, en };

export function meetingTexts(language: Language): MeetingTexts {
  return catalogues[language];
}
