import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantBy } from '../fixtures/joint-attacker.ts';
import { type CellRow, tellable } from './floor.ts';

const row = (supplier: string, acquirer: string, cell: string): CellRow => ({ supplier, acquirer, cell });
const three = ['a', 'b', 'c'];
/** Each supplier to an acquirer of his own. */
const inCell = (cell: string, suppliers: readonly string[]) =>
  suppliers.map((one) => row(one, `to-${one}`, cell));
const toldOf = (rows: readonly CellRow[], least: number) => {
  const told = tellable(rows, least);
  return rows.filter((_, place) => told[place]);
};
const suppliersIn = (rows: readonly CellRow[]) => rows.map(({ supplier, cell }) => `${supplier} ${cell}`);
/** Of the token of which fewest traders can be meant, how many. */
const fewest = (told: readonly CellRow[], world: readonly CellRow[]) =>
  Math.min(Number.POSITIVE_INFINITY, ...[...meantBy(told, world).values()].map(({ size }) => size));

describe('Rows of statements that can be told', () => {
  test('are those of cells in which enough suppliers and enough acquirers stand', () => {
    expect(tellable(inCell('may', three), 3)).toEqual([true, true, true]);
    expect(tellable(inCell('may', three), 4)).toEqual([false, false, false]);
    expect(
      toldOf(
        three.map((one) => row(one, 'x', 'may')),
        3,
      ),
    ).toEqual([]);
  });

  test('leave nobody as the only one who is told of in a cell, since all others are used up', () => {
    // Five in May, three in June, two of them the same. Told in May alone are a to e: a token that is told in June alone were a sixth, f.
    const rows = [...inCell('may', ['a', 'b', 'c', 'd', 'e']), ...inCell('june', ['a', 'b', 'f'])];
    const told = toldOf(rows, 3);
    expect(suppliersIn(told)).toEqual(['a may', 'b may', 'c may', 'd may', 'e may']);
    expect(fewest(told, rows)).toBe(5);
    // The attack is one: with the row of f it finds him.
    expect(meantBy([...told, row('f', 'to-f', 'june')], rows).get('f')).toEqual(new Set(['f']));
  });

  test('leave nobody as the only one with fewer rows than others, either', () => {
    // d has May alone: who has both months are three, and used up by the three tokens that have both.
    const rows = [...inCell('may', [...three, 'd']), ...inCell('june', three)];
    expect(meantBy(rows, rows).get('d')).toEqual(new Set(['d']));
    const told = toldOf(rows, 3);
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(fewest(told, rows)).toBeGreaterThanOrEqual(3);
  });

  test('do not single out who has more rows of a cell than others', () => {
    const one = (supplier: string, place: number) => row(supplier, `to-${place}`, '500000');
    const many = ['s1', 's2', 's3', 'x', 'x', 'x'].map(one);
    expect(meantBy(many, many).get('x')).toEqual(new Set(['x']));
    const told = toldOf(many, 3);
    expect(suppliersIn(told)).toEqual(['s1 500000', 's2 500000', 's3 500000']);
    expect(fewest(told, many)).toBeGreaterThanOrEqual(3);
  });

  test('do not single out anybody by who trades with whom, where amounts are the same', () => {
    // Four sell in May and in April, and four buy: a and d each time to the same one, b and c in turn.
    const april = [row('a', 'to-a', 'april'), row('b', 'to-c', 'april'), row('c', 'to-b', 'april')];
    const rows = [...inCell('may', [...three, 'd']), ...april, row('d', 'to-d', 'april')];
    expect(meantBy(rows, rows).get('b')).toEqual(new Set(['b', 'c']));
    const told = toldOf(rows, 3);
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(fewest(told, rows)).toBeGreaterThanOrEqual(3);
  });

  const someRow = fc
    .record({ one: fc.nat(5), other: fc.nat(5), own: fc.nat(4), cell: fc.constantFrom('1', '2') })
    .map(({ one, other, own, cell }) => row(`s${one}`, `a${own === 0 ? other : one}`, cell));

  test('leave for each token as many traders as the floor says to who matches all at once and knows the rule', () => {
    let [checked, without] = [0, 0];
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 6, maxLength: 14 }), (rows) => {
        for (const least of [2, 3]) {
          const told = toldOf(rows, least);
          expect(fewest(told, rows)).toBeGreaterThanOrEqual(least);
          expect(fewest(told, told)).toBeGreaterThanOrEqual(least);
          checked += told.length;
          if (fewest(rows, rows) < least) without++;
        }
      }),
      { numRuns: 50, seed: 7 },
    );
    // It tells something, and without it he would nearly always find somebody.
    expect(checked).toBeGreaterThan(100);
    expect(without).toBeGreaterThan(60);
  });

  test('are the same in whichever order they come', () => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 40, size: 'max' }), (rows) => {
        const keys = (list: readonly CellRow[], told: readonly boolean[]) =>
          list.flatMap((one, place) => (told[place] ? [Object.values(one).join()] : [])).sort();
        const turned = rows.toReversed();
        expect(keys(turned, tellable(turned, 3))).toEqual(keys(rows, tellable(rows, 3)));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
