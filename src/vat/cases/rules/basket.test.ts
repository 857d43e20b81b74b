import { describe, expect, test } from 'vitest';
import { mayOpen, rowsToKeep } from './basket.ts';

const file = 'a'.repeat(64);

describe('Rows that are kept with a case', () => {
  test('are those of files, each once; a return that did not come and a bridge are none', () => {
    const behind = [
      { kind: 'supplies', file, row: 1 },
      { kind: 'supplies', file, row: 2 },
      { kind: 'missing_return', trader: 'BE0400000086', month: '2026-03' },
      { kind: 'bridge', inflow: 'BE0400000086', outflow: 'BE0400000086', hops: 1, cents: 1 },
    ];
    expect(rowsToKeep(behind, [{ kind: 'supplies', file, row: 1 }])).toEqual([
      { kind: 'supplies', file, row: 2 },
    ]);
    expect(rowsToKeep(behind, [{ kind: 'invoices', file, row: 1 }])).toHaveLength(2);
  });
});

describe('A row opens', () => {
  test('to the state that took it in', () => {
    expect(mayOpen('BE', 'BE', 'invoices', undefined)).toBe(true);
    expect(mayOpen('BE', 'NL', 'invoices', undefined)).toBe(false);
  });
  test('to the state of the acquirer, where it is of a statement', () => {
    expect(mayOpen('BE', 'NL', 'supplies', 'BE0400000086')).toBe(true);
    expect(mayOpen('BE', 'NL', 'supplies', 'LU12345613')).toBe(false);
    expect(mayOpen('BE', 'NL', 'purchases', 'BE0400000086')).toBe(false);
  });
});
