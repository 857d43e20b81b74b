import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountRow, seriesOfCounts } from './series.ts';

fc.configureGlobal({ seed: 20200531 });

const file = JSON.parse(
  readFileSync(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);
const table = file.counts_by_year as {
  readonly rows: readonly (CountRow & { readonly computed_in_report?: boolean })[];
  readonly derived_checks: readonly { readonly check: string }[];
};
const title = { texts: { en: 'x' }, authentic: [] };
const rows: readonly CountRow[] = table.rows.map((row) => ({
  id: row.id,
  title,
  unit: null,
  isTotal: row.computed_in_report === true,
  cells: row.cells,
  source: [],
}));
const checks = table.derived_checks.map(({ check }) => check);

const seriesById = (all: readonly CountRow[], formulas: readonly string[], id: string) => {
  const found = seriesOfCounts(all, formulas, []).find((series) => series.id === id);
  if (found === undefined) throw new Error(`No series ${id}`);
  return found;
};
const pointOf = (id: string, year: string, formulas = checks) => {
  const found = seriesById(rows, formulas, id).points.find((point) => point.year === year);
  if (found === undefined) throw new Error(`No point ${year}`);
  return found;
};

test('The printed dash of 2019 is a missing figure, and not a fall to zero', () => {
  expect(pointOf('working_groups', '2019').value).toEqual({
    kind: 'missing',
    reason: 'not_available',
    note: null,
  });
});

test('The merged cell of 2014 holds ongoing and new projects, and the blank beside it is in that cell', () => {
  expect(pointOf('projects_ongoing', '2014')).toMatchObject({
    value: { kind: 'value', value: 86 },
    flags: ['includes_other_category'],
    covers: ['projects_new', 'projects_ongoing'],
  });
  expect(pointOf('projects_new', '2014')).toMatchObject({
    value: { kind: 'missing', reason: 'in_other_category' },
    flags: ['in_other_category'],
  });
});

test('The total of 2018 leaves out the regional groups without saying so; that of 2013 holds them', () => {
  expect(pointOf('working_groups_total', '2018').parts).toEqual({
    reported: ['working_groups'],
    missing: ['regional_working_groups'],
  });
  expect(pointOf('working_groups_total', '2013').parts.missing).toEqual([]);
  expect(pointOf('projects_total', '2014').parts.missing).toEqual([]); // both in the merged cell
});

test('Parts are read from the formula of the table; a comment after it is no part, other checks are words', () => {
  expect(seriesById(rows, checks, 'working_groups_total')).toMatchObject({
    parts: ['working_groups', 'regional_working_groups'],
    partsInferred: false,
  });
  expect(seriesById(rows, checks, 'projects_total').parts).toEqual([
    'projects_ongoing',
    'projects_new',
    'regional_projects',
  ]);
  expect(seriesById(rows, checks, 'main_themes').parts).toEqual([]);
});

test('Without a formula the parts of a computed total are the only ones that re-add to it', () => {
  expect(seriesById(rows, [], 'working_groups_total')).toMatchObject({
    parts: ['working_groups', 'regional_working_groups'],
    partsInferred: true,
  });
});

/** A table of up to six rows and a total of some of them, in three years. */
const tables = fc
  .record({
    figures: fc.array(fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 4 }))), {
      minLength: 2,
      maxLength: 6,
    }),
    chosen: fc.nat(),
  })
  .map(({ figures, chosen }) => {
    const reported = (value: number) => ({ value, status: 'reported' as const });
    const row = (id: string, isTotal: boolean, values: readonly number[]): CountRow => ({
      id,
      title,
      unit: null,
      isTotal,
      cells: Object.fromEntries(values.map((value, index) => [String(2013 + index), reported(value)])),
      source: [],
    });
    const sets = subsets(figures.length);
    const parts = sets[chosen % sets.length] ?? [];
    const total = [0, 1, 2].map((year) => parts.reduce((sum, part) => sum + (figures[part]?.[year] ?? 0), 0));
    return {
      figures,
      parts,
      total,
      rows: [...figures.map((values, index) => row(`r${index}`, false, values)), row('total', true, total)],
    };
  });

/** Every choice of two or more of the first `count` numbers. */
function subsets(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, index) => index).filter((index) => (bits >> index) % 2 === 1),
  ).filter((set) => set.length >= 2);
}

test('A total is inferred only when no other choice of as few rows re-adds to it in every year', () => {
  let inferred = 0;
  let refused = 0;
  fc.assert(
    fc.property(tables, ({ figures, total, rows: all }) => {
      const fits = (set: readonly number[]) =>
        total.every(
          (sum, year) => sum === set.reduce((rest, part) => rest + (figures[part]?.[year] ?? 0), 0),
        );
      const fitting = subsets(figures.length)
        .filter(fits)
        .toSorted((a, b) => a.length - b.length);
      const smallest = fitting.filter((set) => set.length === fitting[0]?.length);
      const { parts } = seriesById(all, [], 'total');
      if (smallest.length === 1) inferred += 1;
      else refused += 1;
      expect(parts).toEqual(smallest.length === 1 ? smallest[0]?.map((part) => `r${part}`) : []);
    }),
    { numRuns: 500 },
  );
  expect(inferred).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(5);
});

test('No cell without a figure of its own ever gives a number', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('covered_by_merged_cell', 'not_available', 'blank'),
      fc.constantFrom(null, 0, 40),
      (status, value) => {
        const row: CountRow = {
          id: 'r',
          title,
          unit: null,
          isTotal: false,
          cells: { '2019': { value, status } },
          source: [],
        };
        const point = seriesById([row], [], 'r').points[0];
        expect(point?.value.kind).toBe('missing');
      },
    ),
  );
});
