import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVatNumber, vatPrefixes } from './vat-number.ts';

const read = (text: string) => {
  const found = readVatNumber(text);
  return found === null ? null : `${found.number} ${found.isSound ? 'sound' : 'unsound'}`;
};

describe('A VAT number', () => {
  test('is known of the 27 states and of Northern Ireland', () => {
    expect(vatPrefixes).toHaveLength(28);
  });

  // Public numbers of companies, of their own sites and of the Commission's examples.
  test.each([
    ['BE 0403.019.261', 'BE0403019261 sound'],
    ['BE0403019262', 'BE0403019262 unsound'],
    ['nl004495445b01', 'NL004495445B01 sound'],
    ['NL004495446B01', 'NL004495446B01 unsound'],
    ['LU 150 274 42', 'LU15027442 sound'],
    ['LU15027443', 'LU15027443 unsound'],
    ['DE136695976', 'DE136695976 sound'],
    ['FR40303265045', 'FR40303265045 sound'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('of a Belgian may begin with 1, of a Dutch sole trader passes by the other test, Greece writes EL', () => {
    // 2023 on; last two = 97 − (first eight mod 97).
    const first = 10_000_000;
    expect(read(`BE${first}${String(97 - (first % 97)).padStart(2, '0')}`)).toMatch(/ sound$/);
    expect(read('NL002455799B11')).toBe('NL002455799B11 sound');
    expect(read('GR094259216')).toBe(read('EL094259216'));
    expect(read('GR094259216')).toBe('EL094259216 sound');
  });

  test.each([
    '',
    'NL',
    '004495445B01',
    'US123456789',
    'NL00449_5445B01',
    'toString',
    '__proto__',
    `NL${'0'.repeat(40)}`,
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });

  test('is read the same from what was read, and nothing makes reading fail', () => {
    const numbers = fc.tuple(fc.constantFrom(...vatPrefixes), fc.stringMatching(/^[0-9A-Z .-]{1,14}$/));
    fc.assert(
      fc.property(
        fc.oneof(
          numbers.map((parts) => parts.join('')),
          fc.string({ maxLength: 40 }),
        ),
        (text) => {
          const once = readVatNumber(text);
          if (once !== null) expect(readVatNumber(once.number)).toEqual(once);
        },
      ),
      { numRuns: 20_000, seed: 6 },
    );
  });
});
