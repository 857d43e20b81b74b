/** What a reason is called. */
import type { Language } from '#kernel/languages.ts';
import { type FeatureName, features, type Words } from './feature-names.ts';

const counted: Words = {
  nl: 'bekende wijzen van fraude waarop het lijkt',
  fr: 'procédés de fraude connus auxquels cela ressemble',
  de: 'bekannte Betrugsarten, wie die es aussieht',
  en: 'known ways of fraud that it looks like',
};

/** An input of a score in words; of one that this version does not know, its name. */
export function inputWord(input: string, language: Language): string {
  if (input === 'archetypes') return counted[language];
  return Object.hasOwn(features, input) ? features[input as FeatureName].words[language] : input;
}
