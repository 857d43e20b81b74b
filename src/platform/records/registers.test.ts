import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { knownNow, type Register } from './registers.ts';

const register = (knownFrom: string): Register => ({
  id: 'r' as RegisterId,
  title: 'R',
  languages: [],
  knownFrom: date(knownFrom),
  meta: {},
  revision: '',
});

test('A register whose source lies behind us is read as known today', () => {
  expect(knownNow(register('2020-05'), day('2026-11-23'))).toBe('2026-11-23');
  expect(knownNow(register('2026-11-23'), day('2026-11-23'))).toBe('2026-11-23');
});

test('A register of the running month or year is not hidden until that ends', () => {
  expect(knownNow(register('2026-11'), day('2026-11-23'))).toBe('2026-11');
  expect(knownNow(register('2026'), day('2026-11-23'))).toBe('2026');
});
