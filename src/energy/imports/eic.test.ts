import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areas, parseArea, parseEic } from './eic.ts';

const codesOf = (result: ReturnType<typeof parseArea> | ReturnType<typeof parseEic>) =>
  result.ok ? [] : result.problems.map(({ code }) => code);

describe('An energy identification code', () => {
  test('of each area holds, and names it', () => {
    expect(Object.keys(areas)).toHaveLength(9);
    for (const [area, code] of Object.entries(areas))
      expect(parseArea(code)).toEqual({ ok: true, value: area });
  });

  test('with a wrong check character is another finding than one of an area that nobody knows', () => {
    expect(parseArea('10YBE----------3')).toMatchObject({
      problems: [{ code: 'energy_eic_check', params: { received: '10YBE----------3', check: '2' } }],
    });
    // An element of the shared binding rows: its code holds, and it is no area.
    expect(codesOf(parseArea('10T-DE-FR-000068'))).toEqual(['energy_eic_unknown']);
    expect(parseEic('10T-DE-FR-000068').ok).toBe(true);
    for (const text of ['', '10YBE', '10ybe----------2', '10YBE----------2 ', '10YBE-----------'])
      expect(codesOf(parseArea(text)), text).toEqual(['energy_eic_form']);
  });

  const anyCode = fc.constantFrom(...Object.values(areas));
  const sign = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-');

  test('does not hold with one sign changed, or two neighbours swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 14 }), sign, (code, place, other) => {
        fc.pre(code.charAt(place) !== other);
        const changed = `${code.slice(0, place)}${other}${code.slice(place + 1)}`;
        expect(codesOf(parseEic(changed))).toEqual(['energy_eic_check']);
      }),
      { seed: 7 },
    );
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 13 }), (code, place) => {
        const [one, other] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(one !== other);
        const swapped = `${code.slice(0, place)}${other}${one}${code.slice(place + 2)}`;
        expect(codesOf(parseEic(swapped))).toEqual(['energy_eic_check']);
      }),
      { seed: 7 },
    );
  });
});
