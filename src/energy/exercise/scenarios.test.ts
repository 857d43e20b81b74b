import { describe, expect, test } from 'vitest';
import { templateNames } from './model.ts';
import { advanceTo, injectsBy, minuteOf } from './rules/clock.ts';
import { situation } from './rules/situation.ts';
import { scenarioOf } from './scenarios.ts';

const short = (...given: Parameters<typeof situation>) =>
  situation(...given).zones.reduce((sum, one) => sum + one.short, 0);

describe.each(templateNames)('The scenario %s', (template) => {
  test('begins without a shortage and ends with one that its grid makes worse, whatever the seed', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const scenario = scenarioOf(template, seed);
      expect(short(scenario, []), `seed ${seed}`).toBe(0);
      const all = short(scenario, scenario.injects);
      const wide = { ...scenario, domain: [] };
      expect(all, `seed ${seed}`).toBeGreaterThan(short(wide, scenario.injects) + 10);
    }
  });

  test('has its figures from the seed alone, and its injects in the order of their minutes', () => {
    const { injects, ...rest } = scenarioOf(template, 7);
    expect({ ...rest, injects }).toEqual(scenarioOf(template, 7));
    expect(scenarioOf(template, 8).zones).not.toEqual(rest.zones);
    expect(injects).toEqual(injects.toSorted((one, other) => one.minute - other.minute));
    expect(new Set(injects.map(({ id }) => id)).size).toBe(injects.length);
    // A number would be that of a message.
    for (const { id } of injects) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

describe('The clock', () => {
  const scenario = scenarioOf('pentex-2018', 1);

  test('goes to what happens next, or so many minutes on', () => {
    expect(advanceTo({ scenario, entries: [] }, undefined)).toEqual({ ok: true, value: 10 });
    expect(advanceTo({ scenario, entries: [] }, 3)).toEqual({ ok: true, value: 3 });
    expect(injectsBy(scenario, 9)).toEqual([]);
    expect(injectsBy(scenario, 10).map(({ id }) => id)).toEqual(['cold']);
  });

  test('stands where it was put, and asks for minutes once nothing more happens', () => {
    const entries = [{ kind: 'advance', to: 200, number: 1, minute: 0, by: 'secretariat' }] as const;
    expect(minuteOf({ entries })).toBe(200);
    const over = advanceTo({ scenario, entries }, undefined);
    expect(over.ok ? [] : over.problems.map(({ code }) => code)).toEqual(['energy_exercise_over']);
    const long = advanceTo({ scenario, entries }, 9999);
    expect(long.ok ? [] : long.problems.map(({ code }) => code)).toEqual(['energy_exercise_too_long']);
  });
});
