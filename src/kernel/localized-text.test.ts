import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLanguage } from './languages.ts';
import { type LocalizedText, localize } from './localized-text.ts';

fc.configureGlobal({ seed: 20200531 });

const title: LocalizedText = {
  texts: { sv: 'fördrag', fi: 'sopimus', en: 'treaty' },
  authentic: ['fi', 'sv'],
};

test('the asked language, then the fallbacks in order, then authentic, then by alphabet', () => {
  expect(localize(title, 'sv', ['en'])).toEqual({ text: 'fördrag', language: 'sv', authentic: true });
  expect(localize(title, 'nl', ['de', 'en', 'sv'])).toEqual({
    text: 'treaty',
    language: 'en',
    authentic: false,
  });
  expect(localize(title, 'nl', [])).toEqual({ text: 'sopimus', language: 'fi', authentic: true });
  expect(localize({ ...title, authentic: [] }, 'nl')).toEqual({
    text: 'treaty',
    language: 'en',
    authentic: false,
  });
});

test('names of object members are not languages', () => {
  expect(localize(title, 'constructor').language).toBe('fi');
  expect(isLanguage('constructor')).toBe(false);
  expect(isLanguage('de')).toBe(true);
});

test('the choice does not hang on the order of keys', () => {
  const codes = fc.constantFrom('nl', 'fr', 'de', 'en', 'sv', 'fi', 'da');
  fc.assert(
    fc.property(
      fc.dictionary(codes, fc.string(), { minKeys: 1 }),
      fc.array(codes),
      codes,
      fc.array(codes),
      (texts, authentic, language, fallbacks) => {
        const reversed = Object.fromEntries(Object.entries(texts).reverse());
        const found = localize({ texts, authentic }, language, fallbacks);
        expect(localize({ texts: reversed, authentic }, language, fallbacks)).toEqual(found);
        expect(found.text).toBe(texts[found.language]);
        expect(found.authentic).toBe(authentic.some((code) => code === found.language));
        if (language in texts) expect(found.language).toBe(language);
      },
    ),
  );
});

test('no text at all is a bug of whoever made it', () => {
  expect(() => localize({ texts: {}, authentic: [] }, 'nl')).toThrow();
});
