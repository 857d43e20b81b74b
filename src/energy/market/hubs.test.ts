import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { adequacyAreasOn, hubOf, hubsOn } from './hubs.ts';

const before = '2018-09-30' as PlainDate;
const after = '2018-10-01' as PlainDate;
const named = (date: PlainDate, also?: readonly string[]) => hubsOn(date, also).map(({ id }) => id);

describe('Hubs on a day', () => {
  test('have Germany, Austria and Luxembourg together until the end of September 2018, and Austria apart since', () => {
    expect(named(before)).toEqual(['BE', 'FR', 'NL', 'DE-AT-LU']);
    expect(named(after)).toEqual(['BE', 'FR', 'NL', 'DE-LU', 'AT']);
    expect(hubOf('AT', before)?.id).toBe('DE-AT-LU');
    expect(hubOf('AT', after)?.id).toBe('AT');
    expect(hubOf('DE', after)?.id).toBe('DE-LU');
  });

  test('have no Luxembourg, which has its price with Germany, and is an area of its own for adequacy', () => {
    for (const date of [before, after]) {
      expect(named(date)).not.toContain('LU');
      expect(hubOf('LU', date)?.parts).toContain('DE');
      expect(adequacyAreasOn(date)).toEqual(['AT', 'BE', 'DE', 'FR', 'LU', 'NL']);
    }
  });

  test('have Switzerland only where it is asked for', () => {
    expect(hubOf('CH', after)).toBeNull();
    expect(hubOf('CH', after, ['CH'])?.parts).toEqual(['CH']);
    expect(named(after, ['CH'])).toEqual([...named(after), 'CH']);
    expect(adequacyAreasOn(after, ['CH'])).toContain('CH');
  });

  test('have each state once, on any day and with Switzerland or without', () => {
    for (const date of ['2015-05-20', before, after, '2026-06-01'] as PlainDate[])
      for (const also of [[], ['CH']]) {
        const parts = hubsOn(date, also).flatMap((hub) => hub.parts);
        expect(new Set(parts).size).toBe(parts.length);
      }
  });
});
