import { describe, expect, test } from 'vitest';
import type { VatNumber } from '../../vat-number.ts';
import { type AlertLine, type Cases, countsOf, narrow, readNarrowed } from './narrow.ts';
import { apart, sliceOf } from './row-ref.ts';

const line = (trader: string, probability: number, ...archetypes: string[]): AlertLine => ({
  ...{ trader, probability, archetypes },
  ...{ least: probability / 2, most: 1, atStakeCents: 100 },
});
const lines = [line('A', 0.95, 'carousel', 'detour'), line('B', 0.6, 'carousel'), line('C', 0.3)];
const cases: Cases = new Map([
  ['A', { id: '1', state: 'open' }],
  ['C', { id: '2', state: 'closed' }],
]);
const asked = (text: string) => readNarrowed(new URLSearchParams(text));
const left = (text: string) => narrow(lines, asked(text), cases).map(({ trader }) => trader);

describe('A work list', () => {
  test('is narrowed by archetype, by what became of a case, and by probability, all at once', () => {
    expect(left('')).toEqual(['A', 'B', 'C']);
    expect(left('archetype=carousel')).toEqual(['A', 'B']);
    expect(left('cases=none')).toEqual(['B']);
    expect(left('least=60')).toEqual(['A', 'B']);
    expect(left('archetype=carousel&cases=open&least=90')).toEqual(['A']);
    expect(left('archetype=carousel&cases=closed')).toEqual([]);
  });

  test('is not narrowed by what is no filter', () => {
    expect(left('cases=gone&least=many&archetype=')).toEqual(['A', 'B', 'C']);
    expect(left('least=-4')).toEqual(['A', 'B', 'C']);
  });

  test('says of each value what it would leave, the other filters as they are', () => {
    expect(countsOf(lines, asked('least=50'), cases, 'archetype')).toEqual([
      { value: 'carousel', count: 2 },
      { value: 'detour', count: 1 },
    ]);
    expect(countsOf(lines, asked('archetype=carousel&cases=closed'), cases, 'cases')).toEqual([
      { value: 'none', count: 1 },
      { value: 'open', count: 1 },
      { value: 'closed', count: 0 },
    ]);
    expect(countsOf(lines, asked('archetype=carousel'), cases, 'least').map(({ count }) => count)).toEqual([
      ...[1, 2, 2, 2],
    ]);
  });
});

describe('What is behind a reason', () => {
  const file = 'ab'.repeat(32);
  test('is rows of files, months without a return, bridges, and cases, which have no row', () => {
    const [inflow, outflow] = ['NL004495445B01', 'NL000099998B57'] as VatNumber[];
    const behind = apart([
      { kind: 'supplies', file, row: 12 },
      { kind: 'missing_return', trader: inflow as VatNumber, month: '2001-05' },
      { kind: 'bridge', inflow: inflow as VatNumber, outflow: outflow as VatNumber, hops: 2, cents: 500 },
      { kind: 'case', trader: inflow as VatNumber },
      { kind: 'acquisitions', file, row: 3 },
    ]);
    expect(behind).toEqual({
      rows: [
        { kind: 'supplies', file, row: 12 },
        { kind: 'acquisitions', file, row: 3 },
      ],
      missing: [12 * 2001 + 4],
      bridges: [{ from: inflow, to: outflow, cents: 500, kind: 'bridge' }],
      cases: [inflow],
    });
  });

  test('are shown page by page, and beyond the last page is the last', () => {
    const all = Array.from({ length: 401 }, (_, place) => place);
    expect(sliceOf(all, 1, 200).items.length).toBe(200);
    expect(sliceOf(all, 3, 200)).toEqual({ page: 3, pages: 3, items: [400] });
    expect(sliceOf(all, 99, 200).page).toBe(3);
    expect(sliceOf([], 1, 200)).toEqual({ page: 1, pages: 1, items: [] });
  });
});
