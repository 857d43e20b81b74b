import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresFor } from './nearest.ts';

fc.configureGlobal({ seed: 20200531 });

const point = (year: string | null, value: number | null) => ({
  year,
  value: value === null ? { kind: 'missing' } : { kind: 'value', value },
});
const years = (points: readonly { year: string | null }[]) => points.map(({ year }) => year);

const visits = [point('2015', 71_395), point('2016', 84_000), point('2018', 80_000), point('2019', null)];

test('Visits to the portal: 2019 is a gap, and beside it stands 2018; 2016 has its own and needs no other', () => {
  const found = figuresFor(visits, '2019');
  expect([years(found.own), years(found.nearest)]).toEqual([['2019'], ['2018']]);
  const own = figuresFor(visits, '2016');
  expect([years(own.own), years(own.nearest)]).toEqual([['2016'], []]);
});

test('Between two as near the earlier is taken, and all figures of that year', () => {
  const flows = [point('2016', 11), point('2016', 10), point('2018', 9)];
  expect(years(figuresFor(flows, '2017').nearest)).toEqual(['2016', '2016']);
});

test('A figure without a year stands only where no dated one does; a gap without a year where there is nothing else', () => {
  expect(years(figuresFor([point(null, 1), point('2008', 42)], '2019').nearest)).toEqual(['2008']);
  expect(figuresFor([point(null, 1), point(null, null)], '2019').nearest).toEqual([point(null, 1)]);
  expect(figuresFor([point(null, null)], '2019').nearest).toEqual([point(null, null)]);
  expect(figuresFor([], '2019')).toEqual({ own: [], nearest: [] });
});

test('The nearest is a stated figure of one year, and none is nearer', () => {
  const points = fc.array(
    fc
      .tuple(fc.integer({ min: 2000, max: 2030 }), fc.option(fc.integer()))
      .map(([year, value]) => point(String(year), value)),
  );
  fc.assert(
    fc.property(points, fc.integer({ min: 2000, max: 2030 }), (all, year) => {
      const { own, nearest } = figuresFor(all, String(year));
      const stated = all.filter(({ value }) => value.kind !== 'missing');
      const far = (one: { year: string | null }) => Math.abs(Number(one.year) - year);
      expect(own).toEqual(all.filter((one) => one.year === String(year)));
      if (own.some(({ value }) => value.kind !== 'missing')) expect(nearest).toEqual([]);
      else {
        expect(new Set(years(nearest)).size).toBeLessThanOrEqual(1);
        expect(nearest.length > 0).toBe(stated.length > 0);
        for (const one of nearest) expect(far(one)).toBe(Math.min(...stated.map(far)));
      }
    }),
  );
});
