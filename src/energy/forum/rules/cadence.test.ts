import { describe, expect, test } from 'vitest';
import { keptIn, type Level, levelOf, rhythmsOf } from './cadence.ts';

describe('How often a group is to meet', () => {
  test('is read as the first register says it of the forum and its support groups', () => {
    expect(rhythmsOf({ per_year: 4 })).toEqual([{ level: 'group', least: 4, told: null }]);
    const forum = { ministerial: 'once a year per topic', director_general: { min: 2, max: 3 } };
    expect(rhythmsOf(forum)).toEqual([
      { level: 'minister', least: 1, told: 'once a year per topic' },
      { level: 'director_general', least: 2, told: null },
    ]);
  });

  test('is nothing where the register says nothing that can be counted', () => {
    for (const said of [null, undefined, 'now and then', ['x'], { per_year: 'often' }, { weekly: 1 }])
      expect(rhythmsOf(said)).toEqual([]);
  });
});

test('A meeting is one of ministers as soon as one minister is there', () => {
  expect(levelOf({ BE: 'director_general', NL: 'minister', LU: 'not_represented' })).toBe('minister');
  expect(levelOf({ BE: 'director_general', NL: 'expert' })).toBe('director_general');
  expect(levelOf({ BE: 'expert', NL: 'official' })).toBe('group');
});

describe('Whether it did', () => {
  const fourTimes = { level: 'group' as const, least: 4, told: null };
  const held = (count: number): readonly Level[] => Array.from({ length: count }, () => 'group');

  test('is told of a year once it is over, and before that only where it did already', () => {
    expect(keptIn(fourTimes, held(4), false)).toBe('kept');
    expect(keptIn(fourTimes, held(3), false)).toBe('under_way');
    expect(keptIn(fourTimes, held(3), true)).toBe('missed');
  });

  test('is not known of a year of which no meeting is on record', () => {
    expect(keptIn(fourTimes, [], true)).toBe('not_on_record');
  });

  test('counts meetings of that level alone', () => {
    expect(keptIn({ level: 'minister', least: 1, told: null }, held(6), true)).toBe('missed');
  });
});
