import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellRow, tellable } from './floor.ts';

const row = (supplier: string, acquirer: string, cell: string): CellRow => ({ supplier, acquirer, cell });
const three = ['a', 'b', 'c'];
const inCell = (cell: string, suppliers: readonly string[]) =>
  suppliers.map((one) => row(one, `to-${one}`, cell));

describe('Rows of statements that can be told', () => {
  test('are those of cells in which enough suppliers and enough acquirers stand', () => {
    expect(tellable(inCell('may', three), 3)).toEqual([true, true, true]);
    expect(tellable(inCell('may', three), 4)).toEqual([false, false, false]);
    expect(
      tellable(
        three.map((one) => row(one, 'x', 'may')),
        3,
      ),
    ).toEqual([false, false, false]);
    expect(tellable([...inCell('may', three), row('a', 'to-a', 'may')], 4)).not.toContain(true);
  });

  test('are of one trader no more than leave enough who could be meant by all of them', () => {
    // Five in May, three in June, two of them the same: of those two only the row of May, which says least, is told.
    const rows = [...inCell('may', ['a', 'b', 'c', 'd', 'e']), ...inCell('june', ['a', 'b', 'f'])];
    const told = tellable(rows, 3);
    expect(rows.filter((_, place) => told[place]).map(({ supplier, cell }) => `${supplier} ${cell}`)).toEqual(
      ['a may', 'b may', 'c may', 'd may', 'e may', 'f june'],
    );
  });

  test('are the same in whichever order they come', () => {
    const some = fc.record({
      supplier: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      acquirer: fc.constantFrom('v', 'w', 'x', 'y', 'z'),
      cell: fc.constantFrom('1', '2', '3', '4'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40, size: 'max' }), (rows) => {
        const keys = (list: readonly CellRow[], told: readonly boolean[]) =>
          list.flatMap((one, place) => (told[place] ? [Object.values(one).join()] : [])).sort();
        const turned = rows.toReversed();
        expect(keys(turned, tellable(turned, 3))).toEqual(keys(rows, tellable(rows, 3)));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
