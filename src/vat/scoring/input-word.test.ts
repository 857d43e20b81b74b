import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { inputWord } from './input-word.ts';
import { inputNames } from './score.ts';

describe('What a reason is called', () => {
  test.each(inputNames)('%s has words in every language', (input) => {
    for (const language of languages)
      expect(inputWord(input, language)).not.toMatch(/^(archetypes|\w*_\w*)$/);
    expect(inputWord(input, 'en')).not.toBe(inputWord(input, 'de'));
  });

  test('an input of an older or a newer version is called by its name', () => {
    expect(inputWord('toString', 'en')).toBe('toString');
  });
});
