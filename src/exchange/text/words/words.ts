import type { Language } from '#kernel/languages.ts';
import { de } from './de.ts';
import { type ExchangeWords, en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, ExchangeWords>> = { nl, fr, de, en };

/** In the reader's language; a word that this catalogue does not have is a register's own, and shows itself. */
export function exchangeWord(group: keyof ExchangeWords, word: string, language: Language): string {
  const words: Readonly<Record<string, string>> = catalogues[language][group];
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word.replaceAll('_', ' ');
}

/** What a provision opens. */
export function operationText(operation: string, language: Language): string {
  return exchangeWord('operations', operation, language);
}
