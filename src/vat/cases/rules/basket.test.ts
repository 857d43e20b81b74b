import { describe, expect, test } from 'vitest';
import { mayOpen, rowNamed, rowsToKeep } from './basket.ts';

const file = 'a'.repeat(64);

describe('Rows that are kept with a case', () => {
  test('are those of files; a return that did not come and a bridge are none', () => {
    expect(rowNamed(`supplies:${file}:12`)).toEqual({ kind: 'supplies', file, row: 12 });
    for (const other of ['missing:4:11', 'bridges:0:1:2', 'supplies:12', `returns:${file}:1`, `supplies:${file}:-1`])
      expect(rowNamed(other)).toBeNull();
  });
  test('are kept once', () => {
    const named = [`supplies:${file}:1`, `supplies:${file}:2`, 'missing:4:11'];
    expect(rowsToKeep(named, [{ kind: 'supplies', file, row: 1 }])).toEqual([{ kind: 'supplies', file, row: 2 }]);
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
