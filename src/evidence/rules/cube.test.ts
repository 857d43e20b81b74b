import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cubeOf } from './cube.ts';
import type { Point } from './series.ts';

fc.configureGlobal({ seed: 20200531 });

function point(record: string, more: Partial<Point> = {}): Point {
  return {
    year: '2016',
    value: { kind: 'value', value: 1 },
    flags: [],
    covers: ['LAB-FLOW'],
    parts: { reported: [], missing: [] },
    geography: null,
    definition: null,
    method: null,
    dimension: null,
    record: { kind: 'observations', id: record },
    source: [],
    ...more,
  };
}

const axesOf = (points: readonly Point[]) => cubeOf({ points }).axes.map(({ axis }) => axis);

test('figures of different years need no other axis', () => {
  const points = [point('a', { year: '2013', method: 'exact' }), point('b', { method: 'rounded' })];
  expect(cubeOf({ points }).axes).toEqual([{ axis: 'year', categories: ['2013', '2016'] }]);
});

test('frontier workers of one year are told apart by where they go', () => {
  const points = [point('a', { dimension: 'NL → BE' }), point('b', { dimension: 'NL → DE' })];
  expect(axesOf(points)).toEqual(['year', 'dimension']);
});

test('an area that is stated is an axis, and a figure without one stands last on it', () => {
  const points = [point('a', { year: null }), point('b', { year: null, geography: 'NL' })];
  expect(cubeOf({ points }).axes).toEqual([
    { axis: 'year', categories: [null] },
    { axis: 'geography', categories: ['NL', null] },
  ]);
});

test('what was expected and what was measured in one year are two figures', () => {
  const points = [point('a', { method: 'ex_ante' }), point('b', { method: 'ex_post' })];
  expect(axesOf(points)).toEqual(['year', 'method']);
});

test('figures alike in everything are told apart by their record', () => {
  expect(axesOf([point('a'), point('b')])).toEqual(['year', 'record']);
});

test('a series without figures has no category and no cell', () => {
  expect(cubeOf({ points: [] })).toEqual({ axes: [{ axis: 'year', categories: [] }], cells: [] });
});

test('no figure is lost: each has a place of its own, made of categories that there are', () => {
  const some = (...values: readonly string[]) => fc.constantFrom(null, ...values);
  const details = fc.record({
    year: some('2013', '2016'),
    geography: some('NL', 'BENELUX'),
    dimension: some('NL → BE'),
    definition: some('old', 'new'),
    method: some('exact', 'estimate'),
  });
  fc.assert(
    fc.property(fc.array(details, { maxLength: 12 }), (all) => {
      const points = all.map((more, index) => point(`OBS-${index}`, more));
      const { axes, cells } = cubeOf({ points });
      expect(cells.map((cell) => cell.point)).toEqual(points);
      expect(new Set(cells.map(({ at }) => JSON.stringify(at))).size).toBe(points.length);
      for (const { at } of cells)
        for (const [axis, category] of at.entries()) expect(axes[axis]?.categories).toContain(category);
    }),
  );
});
