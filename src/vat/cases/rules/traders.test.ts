import { describe, expect, test } from 'vitest';
import { readTraders } from './traders.ts';

describe('The traders of a case', () => {
  test('are read as people write them, each once', () => {
    expect(readTraders('BE 0400.000.086, NL004495445B01\nBE0400000086;', 'body.traders')).toEqual({
      ok: true,
      value: ['BE0400000086', 'NL004495445B01'],
    });
  });
  test('are all told that are no numbers, or have a wrong check digit', () => {
    const read = readTraders('BE0400000098, somebody, NL004495445B01', 'body.traders');
    expect(read.ok ? [] : read.problems.map(({ code, params }) => [code, params.given])).toEqual([
      ['vat_case_trader_invalid', 'BE0400000098'],
      ['vat_case_trader_invalid', 'somebody'],
    ]);
  });
  test('are somebody', () => {
    const read = readTraders(' , \n', 'body.traders');
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['vat_case_nobody']);
  });
});
