import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf } from '#kernel/observation-value.ts';
import type { CellStatus } from '../model.ts';
import { comparableYears, compareYears } from './comparability.ts';
import { type CountRow, type Point, type Series, seriesOfCounts } from './series.ts';

fc.configureGlobal({ seed: 20200531 });

const title = { texts: { en: 'x' }, authentic: [] };
const file = JSON.parse(
  readFileSync(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);
const benelux = seriesOfCounts(
  (file.counts_by_year.rows as readonly (CountRow & { computed_in_report?: boolean })[]).map((row) => ({
    id: row.id,
    title,
    unit: null,
    isTotal: row.computed_in_report === true,
    cells: row.cells,
    source: [],
  })),
  (file.counts_by_year.derived_checks as readonly { check: string }[]).map(({ check }) => check),
  [],
);
const compare = (id: string, from: string, to: string) => {
  const series = benelux.find((one) => one.id === id);
  if (series === undefined) throw new Error(`No series ${id}`);
  return compareYears(benelux, series, from, to);
};
const codesOf = (comparison: ReturnType<typeof compareYears>) =>
  comparison.comparable ? [] : comparison.reasons.map(({ code }) => code);

test('67 to 72 groups is refused, because 2018 leaves the regional groups out; 65 to 72 is offered', () => {
  expect(compare('working_groups_total', '2013', '2018')).toEqual({
    comparable: false,
    reasons: [
      {
        code: 'coverage_differs',
        params: { series: 'working_groups_total', year: '2018', missing: 'regional_working_groups' },
      },
    ],
    alternative: { series: 'working_groups', from: 65, to: 72 },
  });
});

test('Ongoing projects of 2013 and 2014 are refused, because the cell of 2014 also holds new ones', () => {
  expect(compare('projects_ongoing', '2013', '2014')).toEqual({
    comparable: false,
    reasons: [
      { code: 'merged_cells', params: { series: 'projects_ongoing', year: '2014', others: 'projects_new' } },
    ],
    alternative: { series: 'projects_ongoing + projects_new', from: 102, to: 86 },
  });
});

test('Two years that merge the same cells, or leave out the same part, are comparable, and that is said', () => {
  expect(compare('projects_ongoing', '2014', '2015')).toMatchObject({
    comparable: true,
    from: 86,
    to: 81,
    caveats: [{ code: 'same_merged_cells' }],
  });
  expect(compare('working_groups_total', '2015', '2018')).toMatchObject({
    comparable: true,
    from: 79,
    to: 72,
    caveats: [{ code: 'same_parts_missing', params: { missing: 'regional_working_groups' } }],
  });
  expect(compare('sub_topics', '2013', '2018')).toEqual({ comparable: true, from: 25, to: 25, caveats: [] });
});

test('A missing year is refused with its reason and never counted as zero', () => {
  expect(compare('working_groups', '2018', '2019')).toMatchObject({
    comparable: false,
    reasons: [{ code: 'figure_missing', params: { year: '2019', reason: 'not_available' } }],
    alternative: null,
  });
  expect(codesOf(compare('working_groups', '2018', '2020'))).toEqual(['year_not_in_series']);
  expect(codesOf(compare('projects_new', '2013', '2014'))).toEqual(['merged_cells']);
});

const point = (year: string, number: number, more: Partial<Point> = {}): Point => ({
  year,
  value: { kind: 'value', value: number },
  flags: [],
  covers: ['s'],
  parts: { reported: [], missing: [] },
  geography: 'NL',
  definition: null,
  method: 'exact',
  dimension: null,
  record: { kind: 'observations', id: `s-${year}-${number}` },
  source: [],
  ...more,
});
const series = (...points: readonly Point[]): Series => ({
  id: 's',
  title,
  unit: null,
  parts: [],
  partsInferred: false,
  points,
  caveats: [],
});
const reasonsOf = (more: Partial<Point>) =>
  codesOf(compareYears([], series(point('2015', 1), point('2016', 2, more)), '2015', '2016'));

test('Figures of another place, definition or direction are not held against each other; another precision is said', () => {
  expect(reasonsOf({ geography: 'BENELUX' })).toEqual(['geography_differs']);
  expect(reasonsOf({ geography: null })).toEqual(['geography_differs']);
  expect(reasonsOf({ definition: 'new' })).toEqual(['definition_differs']);
  expect(reasonsOf({ dimension: 'NL → BE' })).toEqual(['geography_differs']);
  expect(reasonsOf({ method: 'ex_ante_study' })).toEqual(['method_differs']);
  expect(reasonsOf({ value: { kind: 'range', min: 1, max: 2 } })).toEqual(['not_a_number']);
  expect(reasonsOf({ geography: 'BE', definition: 'new' })).toEqual([
    'geography_differs',
    'definition_differs',
  ]);
  expect(
    codesOf(compareYears([], series(point('2015', 1), point('2015', 3), point('2016', 2)), '2015', '2016')),
  ).toEqual(['several_figures']);
  const rounded = series(
    point('2015', 1, { geography: null }),
    point('2016', 2, { geography: null, method: 'rounded' }),
  );
  expect(compareYears([], rounded, '2015', '2016')).toMatchObject({
    comparable: true,
    caveats: [{ code: 'geography_not_stated' }, { code: 'precision_differs' }],
  });
});

/** Tables with merged cells, gaps and a total, of three rows and four years. */
const years = ['2013', '2014', '2015', '2016'] as const;
const cellsOf = fc.record(
  Object.fromEntries(
    years.map((year) => [
      year,
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .integer({ min: 0, max: 99 })
            .map((value) => ({ value, status: 'reported' as CellStatus })),
        },
        fc
          .constantFrom('not_available' as CellStatus, 'blank' as CellStatus)
          .map((status) => ({ value: null, status })),
      ),
    ]),
  ),
);
const tables = fc
  .record({
    rows: fc.tuple(cellsOf, cellsOf, cellsOf),
    merged: fc.array(fc.constantFrom(...years), { maxLength: 2 }),
  })
  .map(({ rows, merged }) => {
    const [a, b, c] = rows.map((cells) => ({ ...cells })) as [
      CountRow['cells'],
      CountRow['cells'],
      CountRow['cells'],
    ];
    const mergedA: Record<string, CountRow['cells'][string]> = { ...a };
    const mergedB: Record<string, CountRow['cells'][string]> = { ...b };
    for (const year of merged) {
      mergedA[year] = { value: 50, status: 'reported_merged', covers: ['a', 'b'] };
      mergedB[year] = { value: null, status: 'covered_by_merged_cell' };
    }
    const total = Object.fromEntries(
      years.map((year) => {
        const parts = [mergedA[year], mergedB[year], c[year]].flatMap((cell) => cell?.value ?? []);
        return [
          year,
          { value: parts.reduce((sum, part) => sum + part, 0), status: 'reported' as CellStatus },
        ];
      }),
    );
    const row = (id: string, cells: CountRow['cells'], isTotal = false) => ({
      id,
      title,
      unit: null,
      isTotal,
      cells,
      source: [],
    });
    return seriesOfCounts(
      [row('a', mergedA), row('b', mergedB), row('c', c), row('total', total, true)],
      ['total = a + b + c'],
      [],
    );
  });
const questions = fc.record({
  table: tables,
  which: fc.nat(3),
  from: fc.constantFrom(...years),
  to: fc.constantFrom(...years),
});

test('Whether two years are comparable does not depend on which is named first', () => {
  fc.assert(
    fc.property(questions, ({ table, which, from, to }) => {
      const one = table[which];
      if (one === undefined) return;
      const there = compareYears(table, one, from, to);
      const back = compareYears(table, one, to, from);
      expect(back.comparable).toBe(there.comparable);
      if (there.comparable && back.comparable) {
        expect([back.from, back.to]).toEqual([there.to, there.from]);
        return;
      }
      expect(codesOf(back).toSorted()).toEqual(codesOf(there).toSorted());
      const [a, b] = [there, back].map((answer) => (answer.comparable ? null : answer.alternative));
      expect(b?.series).toBe(a?.series);
      expect([b?.from, b?.to]).toEqual([a?.to, a?.from]);
    }),
    { numRuns: 500 },
  );
});

test('What is offered instead stands for the same rows in both years, and re-adds to their figures', () => {
  let offered = 0;
  fc.assert(
    fc.property(questions, ({ table, which, from, to }) => {
      const one = table[which];
      if (one === undefined) return;
      const answer = compareYears(table, one, from, to);
      if (answer.comparable || answer.alternative === null) return;
      offered += 1;
      const rows = answer.alternative.series.split(' + ');
      for (const [year, sum] of [
        [from, answer.alternative.from],
        [to, answer.alternative.to],
      ] as const) {
        const figures = table.flatMap((row) =>
          row.parts.length === 0
            ? row.points.filter(
                (at) =>
                  at.year === year &&
                  at.covers.some((id) => rows.includes(id)) &&
                  numberOf(at.value) !== undefined,
              )
            : [],
        );
        expect([...new Set(figures.flatMap(({ covers }) => covers))].toSorted()).toEqual(rows.toSorted());
        expect(figures.reduce((total, { value }) => total + (numberOf(value) ?? 0), 0)).toBe(sum);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(offered).toBeGreaterThan(100);
});

test('The years that a figure can be held against are those of which a comparison says so', () => {
  const totals = benelux.find(({ id }) => id === 'working_groups_total');
  if (totals === undefined) throw new Error('No totals');
  expect(comparableYears(benelux, totals, '2013')).toEqual(['2014']);
  expect(comparableYears(benelux, totals, '2015')).toEqual(['2016', '2017', '2018']);
  expect(comparableYears(benelux, totals, '2019')).toEqual([]);
});
