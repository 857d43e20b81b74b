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
    expect(pairsToAsk(rows, search).pairs).toContainEqual({
      acquirer: missing,
      supplier: broker,
      month: '2026-01',
    });
    expect(pairsToAsk(rows, search).pairs).toContainEqual({
      acquirer: first,
      supplier: last,
      month: '2026-02',
    });
  });

  test('of a quarter’s inflow is that of any of its months', () => {
    const quarter = [row(conduit, missing, '2026-Q1', 100_00), row(broker, conduit, '2026-02', 103_00)];
    expect(ways(quarter, [bridge()])).toHaveLength(1);
    // Whatever each of its months says, it is one inflow, carried by all of them together.
    expect(ways(quarter, [bridge(), bridge({ month: '2026-01', ceiling: 95_00 })])).toMatchObject([
      { count: 1, cents: 100_00 },
    ]);
    const small = [
      bridge({ ceiling: 60_00 }),
      bridge({ month: '2026-01', ceiling: 40_00, arrives: '2026-01' }),
    ];
    expect(ways(quarter, small.slice(0, 1))).toEqual([]);
    expect(ways(quarter, small)).toMatchObject([{ count: 1, cents: 100_00 }]);
  });

  test('carries each of two inflows of the same amount, as goods and in a chain of three', () => {
    const [first, second] = round as [StatementRow, StatementRow];
    expect(ways([first, second], [bridge()])).toMatchObject([{ count: 1 }]);
    expect(ways([first, { ...first, kind: 'T' }, second], [bridge()])).toMatchObject([{ count: 4 }]);
  });

  test('is asked for where it could close something: of that state, that time, that amount', () => {
    const pair = { acquirer: missing, supplier: broker, month: '2026-02' };
    expect(pairsToAsk(round, search)).toEqual({ pairs: [pair], truncated: false });
    const [first, second] = round as [StatementRow, StatementRow];
    expect(pairsToAsk([first, { ...second, cents: 200_00 }], search).pairs).toEqual([]);
    expect(pairsToAsk([first, { ...second, cents: 50_00 }], search).pairs).toEqual([]);
    expect(pairsToAsk([first, { ...second, period: '2025-11' }], search).pairs).toEqual([]);
    expect(pairsToAsk([first, { ...second, period: '2026-05' }], search).pairs).toEqual([]);
    expect(pairsToAsk([first, { ...second, acquirer: token('BE', 'z') }], search).pairs).toEqual([]);
    const quarter = pairsToAsk([{ ...first, period: '2026-Q1' }, second], search);
    expect(quarter.pairs.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  test('is asked for of the largest inflows first, and what is left out is said', () => {
    const sizes = Array.from({ length: 30 }, (_, place) => 1_000_00 + 100 * place);
    const rows = sizes.flatMap((cents, place) => {
      const letter = String.fromCharCode(97 + (place % 26)) + String(place).padStart(2, '0');
      const own = (state: string, end: string) => `${state}.${`${letter}${end}`.padEnd(22, '_')}`;
      return [row(conduit, own('NL', 'i'), '2026-02', cents), row(own('NL', 'o'), conduit, '2026-02', cents)];
    });
    const all = pairsToAsk(rows, search);
    expect([all.pairs.length, all.truncated]).toEqual([900, false]);
    const some = pairsToAsk(rows, search, 30);
    expect([some.pairs.length, some.truncated]).toEqual([30, true]);
    expect(new Set(some.pairs.map(({ acquirer }) => acquirer))).toEqual(new Set([rows[58]?.acquirer]));
    // Thousands on either side of one state are no more work than what is asked for.
    const many = Array.from({ length: 5_000 }, (_, place) => {
      const own = (end: string) => `NL.${`${end}${place}`.padEnd(22, '_')}`;
      return [row(conduit, own('i'), '2026-02', 1_000_00), row(own('o'), conduit, '2026-02', 1_000_00)];
    }).flat();
    expect(pairsToAsk(many, search, 1_000)).toMatchObject({ truncated: true, pairs: { length: 1_000 } });
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
        const pairs = new Set(pairsToAsk(rows, search).pairs.map((pair) => Object.values(pair).join(' ')));
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
