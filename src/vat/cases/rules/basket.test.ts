import { describe, expect, test } from 'vitest';
import { rowsToKeep } from './basket.ts';

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
