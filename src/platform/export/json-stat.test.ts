import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { expect, test } from 'vitest';
import type { ObservationValue } from '#kernel/observation-value.ts';
import { type Cube, type CubeCell, writeCollection, writeDataset } from './json-stat.ts';

fc.configureGlobal({ seed: 20200531 });

const cell = (at: readonly string[], value: ObservationValue, note: string | null = null): CubeCell => ({
  at,
  value,
  marks: [],
  note,
  extension: {},
});
const cube: Cube = {
  label: 'Projects',
  source: 'An evaluation',
  updated: '2026-11-23T12:00:00.000Z',
  href: 'http://localhost/counts.json-stat',
  dimensions: [
    {
      id: 'series',
      label: 'Series',
      role: 'metric',
      categories: [
        { id: 'ongoing', label: 'Ongoing', unit: 'projects' },
        { id: 'new', label: 'New', unit: null },
      ],
    },
    {
      id: 'year',
      label: 'Year',
      role: 'time',
      categories: [
        { id: '2013', label: '2013' },
        { id: '2014', label: '2014' },
        { id: '2015', label: '2015' },
      ],
    },
  ],
  cells: [
    cell(['ongoing', '2013'], { kind: 'value', value: 55 }),
    { ...cell(['ongoing', '2014'], { kind: 'value', value: 86 }), marks: ['W'] },
    cell(['new', '2013'], { kind: 'value', value: 0, nilConfirmed: true }),
    cell(['new', '2014'], { kind: 'missing', reason: 'in_other_category', note: null }, 'counted elsewhere'),
    cell(['new', '2015'], { kind: 'range', min: 2, max: 3 }, '2–3'),
  ],
  notes: ['Reuse is free.'],
  extension: {},
};

test('another library reads value and status of every place; a gap, a range and silence are null and no zero', () => {
  const read = JSONstat(JSON.parse(writeDataset(cube)));
  expect([read.class, read.length, read.role.time, read.role.metric]).toEqual([
    'dataset',
    2,
    ['year'],
    ['series'],
  ]);
  const of = (series: string, year: string) => {
    const { value, status } = read.Data({ series, year });
    return [value, status];
  };
  expect([
    of('ongoing', '2013'),
    of('ongoing', '2014'),
    of('ongoing', '2015'),
    of('new', '2013'),
    of('new', '2014'),
    of('new', '2015'),
  ]).toEqual([
    [55, 'A'],
    [86, 'W'],
    [null, 'O'],
    [0, 'A'],
    [null, 'K'],
    [null, 'O'],
  ]);
  expect(read.Dimension('series').Category('ongoing').unit).toEqual({ label: 'projects' });
});

test('what stands in the place of a number is told in the notes and kept in the extension', () => {
  const written = JSON.parse(writeDataset(cube));
  expect(written.note).toEqual(['Reuse is free.', 'New, 2014 – counted elsewhere', 'New, 2015 – 2–3']);
  expect(written.extension.cells['5'].said).toEqual({ kind: 'range', min: 2, max: 3 });
});

test('figures that would lie on one another, or nowhere, are refused and not lost', () => {
  const more = (at: readonly string[]) => ({
    ...cube,
    cells: [...cube.cells, cell(at, { kind: 'value', value: 1 })],
  });
  expect(() => writeDataset(more(['new', '2013']))).toThrow('one place');
  expect(() => writeDataset(more(['new', '2016']))).toThrow('2016');
});

test('a collection holds its datasets', () => {
  const read = JSONstat(
    JSON.parse(
      writeCollection({ label: 'All', href: 'http://localhost/', notes: [] }, [
        cube,
        { ...cube, label: 'B' },
      ]),
    ),
  );
  expect([read.class, read.length, read.Item(1).label]).toEqual(['collection', 2, 'B']);
});

test('every cube comes back, cell by cell, in whatever order its cells were given', () => {
  const values: fc.Arbitrary<ObservationValue> = fc.oneof(
    fc.record({
      kind: fc.constant('value' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
    fc.constant({ kind: 'missing' as const, reason: 'not_stated' as const, note: null }),
    fc.constant({ kind: 'bound' as const, bound: 'upper' as const, value: 7 }),
  );
  const size = fc.integer({ min: 1, max: 4 });
  let numbers = 0;
  fc.assert(
    fc.property(
      size,
      size,
      size,
      fc.array(fc.option(values), { minLength: 64, maxLength: 64 }),
      (a, b, c, all) => {
        const dimensions = [a, b, c].map((count, axis) => ({
          id: `d${axis}`,
          label: `D${axis}`,
          role: null,
          categories: [...Array(count).keys()].map((index) => ({ id: `c${index}`, label: `C${index}` })),
        }));
        const places = [...Array(a * b * c).keys()].map((place) => [
          `c${Math.floor(place / (b * c))}`,
          `c${Math.floor(place / c) % b}`,
          `c${place % c}`,
        ]);
        const cells = places.flatMap((at, place) => {
          const value = all[place] ?? null;
          return value === null ? [] : [cell(at, value)];
        });
        const given: Cube = { ...cube, dimensions, cells };
        const text = writeDataset(given);
        // Notes tell of cells in the order given; these have none.
        expect(writeDataset({ ...given, cells: cells.toReversed() })).toBe(text);
        const read = JSONstat(JSON.parse(text));
        for (const [place, [d0, d1, d2]] of places.entries()) {
          const said = all[place] ?? null;
          const number = said?.kind === 'value' ? said.value + 0 : null;
          const got = read.Data({ d0, d1, d2 });
          expect([got.value, got.status]).toEqual([number, number === null ? 'O' : 'A']);
          if (number !== null) numbers += 1;
        }
      },
    ),
  );
  expect(numbers).toBeGreaterThan(100);
});
