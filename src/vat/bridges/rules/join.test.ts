import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOf, monthText } from '../holdings.ts';
import { type StatementRow, TokenText } from '../model.ts';
import { findCarousels, type KnownBridge, pairsToAsk, stateOfToken } from './join.ts';

const token = (state: string, letter: string) => TokenText.parse(`${state}.${letter.repeat(22)}`);
const [conduit, missing, broker] = [token('LU', 'c'), token('NL', 'm'), token('NL', 'b')];
const row = (supplier: string, acquirer: string, period: string, cents: number): StatementRow => ({
  supplier: TokenText.parse(supplier),
  acquirer: TokenText.parse(acquirer),
  kind: 'L',
  period,
  cents,
  exact: true,
});
const bridge = (changes: Partial<KnownBridge> = {}): KnownBridge => ({
  acquirer: missing,
  supplier: broker,
  month: '2026-02',
  hops: 3,
  arrives: '2026-02',
  leaves: '2026-02',
  ceiling: 200_00,
  until: '2026-12-31',
  ...changes,
});
const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000_000 };
const round = [row(conduit, missing, '2026-02', 100_00), row(broker, conduit, '2026-02', 103_00)];
const ways = (rows: readonly StatementRow[], bridges: readonly KnownBridge[]) =>
  findCarousels(rows, bridges, search).carousels;

describe('A bridge in the graph of statements', () => {
  test('closes the cycle, carries no more than came in, and says for how many sales it stands', () => {
    expect(ways(round, [])).toEqual([]);
    const [found, ...more] = ways(round, [bridge()]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ count: 1, cents: 100_00 });
    expect(found?.traders[found.hops.indexOf(3)]).toBe(missing);
  });

  test('closes none where its ceiling is too low, or it arrives too late for any turn', () => {
    expect(ways(round, [bridge({ ceiling: 84_99 })])).toEqual([]);
    expect(ways(round, [bridge({ ceiling: 90_00 })])).toHaveLength(1);
    expect(ways(round, [bridge({ arrives: '2026-05', leaves: '2026-05' })])).toEqual([]);
    expect(ways(round, [bridge({ month: '2026-01' })])).toEqual([]);
  });

  test('closes a cycle over several states, each of which tells of its own', () => {
    const [first, last] = [token('BE', 'f'), token('BE', 'l')];
    const rows = [
      row(conduit, missing, '2026-01', 100_00),
      row(broker, first, '2026-02', 101_00),
      row(last, conduit, '2026-02', 102_00),
    ];
    const dutch = bridge({ month: '2026-01', arrives: '2026-01', leaves: '2026-01' });
    const belgian = bridge({ acquirer: first, supplier: last, hops: 1 });
    expect(ways(rows, [dutch])).toEqual([]);
    expect(ways(rows, [belgian])).toEqual([]);
    const [found, ...more] = ways(rows, [dutch, belgian]);
    expect(more).toEqual([]);
    expect(found?.traders).toHaveLength(5);
    expect(found?.hops.filter((hops) => hops !== null).sort()).toEqual([1, 3]);
    expect(pairsToAsk(rows, search)).toContainEqual({
      acquirer: missing,
      supplier: broker,
      month: '2026-01',
    });
    expect(pairsToAsk(rows, search)).toContainEqual({ acquirer: first, supplier: last, month: '2026-02' });
  });

  test('of a quarter’s inflow is that of any of its months', () => {
    const quarter = [row(conduit, missing, '2026-Q1', 100_00), row(broker, conduit, '2026-02', 103_00)];
    expect(ways(quarter, [bridge()])).toHaveLength(1);
    expect(ways(quarter, [bridge(), bridge({ month: '2026-01' })])).toMatchObject([
      { count: 1, cents: 100_00 },
    ]);
  });

  test('is asked for where it could close something: of that state, that time, that amount', () => {
    const pair = { acquirer: missing, supplier: broker, month: '2026-02' };
    expect(pairsToAsk(round, search)).toEqual([pair]);
    const [first, second] = round as [StatementRow, StatementRow];
    expect(pairsToAsk([first, { ...second, cents: 200_00 }], search)).toEqual([]);
    expect(pairsToAsk([first, { ...second, cents: 50_00 }], search)).toEqual([]);
    expect(pairsToAsk([first, { ...second, period: '2025-11' }], search)).toEqual([]);
    expect(pairsToAsk([first, { ...second, period: '2026-05' }], search)).toEqual([]);
    expect(pairsToAsk([first, { ...second, acquirer: token('BE', 'z') }], search)).toEqual([]);
    const quarter = pairsToAsk([{ ...first, period: '2026-Q1' }, second], search);
    expect(quarter.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  test('that is not asked for would have closed no cycle, on random statements', () => {
    const tokens = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((letter, place) =>
      token(['NL', 'BE', 'LU'][place % 3] as string, letter),
    );
    const first = monthsOf('2026-01').from;
    const someRow = fc
      .tuple(fc.nat(8), fc.nat(8), fc.nat(3), fc.integer({ min: 90, max: 115 }))
      .map(([one, other, month, cents]) =>
        row(tokens[one] as string, tokens[other] as string, monthText(first + month), cents),
      )
      .filter(({ supplier, acquirer }) => stateOfToken(supplier) !== stateOfToken(acquirer));
    // Each acquirer once: of several inflows one could be taken for the other's.
    const someRows = fc.uniqueArray(someRow, {
      maxLength: 9,
      size: 'max',
      selector: ({ acquirer }) => acquirer,
    });
    const shift = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 80, max: 120 })), {
      minLength: 100,
      maxLength: 100,
    });
    let closed = 0;
    fc.assert(
      fc.property(someRows, shift, (rows, shifts) => {
        // Every bridge that there could be, each with an arrival, a departure and a ceiling of its own.
        const all: KnownBridge[] = tokens.flatMap((acquirer) =>
          tokens
            .filter((supplier) => supplier !== acquirer && stateOfToken(supplier) === stateOfToken(acquirer))
            .flatMap((supplier) =>
              [0, 1, 2, 3].map((month): KnownBridge => {
                const [late, long, ceiling] = shifts[
                  (7 * tokens.indexOf(acquirer) + 11 * tokens.indexOf(supplier) + month) % shifts.length
                ] as [number, number, number];
                return bridge({
                  acquirer,
                  supplier,
                  month: monthText(first + month),
                  arrives: monthText(first + month + late),
                  leaves: monthText(first + month + long),
                  ceiling,
                });
              }),
            ),
        );
        const pairs = new Set(pairsToAsk(rows, search).map((pair) => Object.values(pair).join(' ')));
        const asked = all.filter(({ acquirer, supplier, month }) =>
          pairs.has([acquirer, supplier, month].join(' ')),
        );
        // Two bridges in a row are one that the state would have told of itself.
        const keys = (bridges: readonly KnownBridge[]) =>
          ways(rows, bridges)
            .filter(({ hops }) => hops.every((one, place) => one === null || hops.at(place - 1) === null))
            .map(({ traders }) => traders.join(' '))
            .sort();
        const expected = keys(all);
        expect(keys(asked)).toEqual(expected);
        closed += expected.length;
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(closed).toBeGreaterThan(30);
  });
});
