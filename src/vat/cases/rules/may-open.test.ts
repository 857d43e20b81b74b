import { describe, expect, test } from 'vitest';
import { mayOpen } from './may-open.ts';

const statement = (state: string, supplier: string, acquirer: string) => ({
  ...{ state, kind: 'supplies', supplier, acquirer },
});

describe('A row opens', () => {
  test('to the state that took it in, whatever it is', () => {
    expect(mayOpen('BE', { state: 'BE', kind: 'invoices' })).toBe(true);
    expect(mayOpen('BE', { state: 'NL', kind: 'invoices' })).toBe(false);
  });
  test('to the states of both sides, where it is of a statement', () => {
    const line = statement('NL', 'NL004495445B01', 'BE0400000086');
    expect(mayOpen('BE', line)).toBe(true);
    expect(mayOpen('LU', line)).toBe(false);
    expect(mayOpen('BE', statement('NL', 'BE0400000086', 'LU12345613'))).toBe(true);
    expect(mayOpen('BE', { ...line, kind: 'purchases' })).toBe(false);
  });
  test('to nobody of a third state, were he looked up by the analyst of one that trades with both', () => {
    expect(mayOpen('BE', statement('LU', 'LU12345613', 'DE136695976'))).toBe(false);
  });
  test('to Greece by the prefix that its numbers and files have', () => {
    expect(mayOpen('GR', { state: 'EL', kind: 'invoices' })).toBe(true);
    expect(mayOpen('GR', statement('BE', 'BE0400000086', 'EL094259216'))).toBe(true);
    expect(mayOpen('GR', statement('BE', 'BE0400000086', 'LU12345613'))).toBe(false);
  });
});
