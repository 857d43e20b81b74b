import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#kernel/languages.ts';
import { type Texts, texts } from '#platform/text/texts.ts';
import type { Address } from './address.ts';

/** The language of the page being rendered, so that no component has to be told. `PageShell` sets it. */
export const PageLanguage = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(PageLanguage);
}

/** The words of the shell and of the shared components in the page's language. */
export function useTexts(): Texts {
  return texts(useLanguage());
}

/** Where the page stands, so that its parts can lead on with the same register, language and dates; null in a part alone. */
export const PageAddress = createContext<Address | null>(null);
