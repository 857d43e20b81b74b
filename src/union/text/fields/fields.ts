import type { Language } from '#kernel/languages.ts';
import { languageNames } from '#platform/text/texts.ts';
import { de } from './de.ts';
import { en, type FieldNames } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

/** A text under a language key (`nl`) is named by what that language calls itself. */
function namesIn(names: FieldNames): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...languageNames, ...names }));
}

const names: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  nl: namesIn(nl),
  fr: namesIn(fr),
  de: namesIn(de),
  en: namesIn(en),
};

/** What a label calls a key of a record. A key that no schema names shows itself, `_` as a space. */
export function fieldName(key: string, language: Language): string {
  return names[language].get(key) ?? key.replaceAll('_', ' ');
}
