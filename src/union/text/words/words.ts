import { findEvidenceWord } from '#evidence';
import type { Language } from '#kernel/languages.ts';
import { unionTexts } from '../texts.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

function wordsIn(language: Language, words: Words): ReadonlyMap<string, string> {
  const {
    groupStates,
    instrumentStates,
    participationRoles,
    lawStatuses,
    practiceStatuses,
    planStates,
    planItemStates,
  } = unionTexts(language);
  // `realised` alone is a side of a benefit, and evidence has the word for it.
  const { realised: _realised, ...itemStates } = planItemStates;
  return new Map(
    Object.entries({
      ...planStates,
      ...itemStates,
      ...instrumentStates,
      ...groupStates,
      ...participationRoles,
      ...lawStatuses,
      ...practiceStatuses,
      ...words,
    }),
  );
}

const words: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  nl: wordsIn('nl', nl),
  fr: wordsIn('fr', fr),
  de: wordsIn('de', de),
  en: wordsIn('en', en),
};

/** A coded word of the layout (`mou`, `member_state`, `rounded`); undefined for the source's own words. */
export function findWord(value: string, language: Language): string | undefined {
  return words[language].get(value) ?? findEvidenceWord(value, language);
}

/** The same for a place that must show something: the source's own words show themselves. */
export function wordFor(value: string, language: Language): string {
  return findWord(value, language) ?? value.replaceAll('_', ' ');
}
