import { describe, expect, test } from 'vitest';
import { nextReference } from './reference.ts';

describe('A reference', () => {
  test('counts within a party and a year, from one', () => {
    expect(nextReference('BE', '2026', [])).toBe('BE-2026-001');
    expect(nextReference('BE', '2026', ['BE-2026-001', 'BE-2025-007', 'NL-2026-004'])).toBe('BE-2026-002');
  });
  test('is of no number that was used, whichever is missing before', () => {
    expect(nextReference('BE', '2026', ['BE-2026-001', 'BE-2026-005'])).toBe('BE-2026-006');
    expect(nextReference('BE', '2026', ['BE-2026-999'])).toBe('BE-2026-1000');
  });
  test('of one party is none of another whose name begins so', () => {
    expect(nextReference('DE', '2026', ['DE-NW-2026-003'])).toBe('DE-2026-001');
  });
});
