import type { Point, Series } from './series.ts';

/** What can tell the figures of a series apart, the plainest first. */
const axes = ['year', 'geography', 'dimension', 'definition', 'method', 'record'] as const;
export type Axis = (typeof axes)[number];

/** The figures of a series as cells of a cube: along each axis its categories, null for "not stated". */
export type SeriesCube = {
  readonly axes: readonly { readonly axis: Axis; readonly categories: readonly (string | null)[] }[];
  /** One for each figure, with its category along each of the axes. */
  readonly cells: readonly { readonly point: Point; readonly at: readonly (string | null)[] }[];
};

/**
 * Years always, areas where any is stated, and of the rest as many axes as it takes until no two figures have one place: what a
 * format of cubes cannot hold apart it would lose. Figures that are alike in everything are told apart by their record.
 */
export function cubeOf({ points }: Pick<Series, 'points'>): SeriesCube {
  const chosen: Axis[] = ['year'];
  if (points.some(({ geography }) => geography !== null)) chosen.push('geography');
  for (const axis of axes) {
    if (areApart(points, chosen)) break;
    const tells = new Set(points.map((point) => categoryOf(point, axis))).size > 1;
    if (!chosen.includes(axis) && tells) chosen.push(axis);
  }
  return {
    axes: chosen.map((axis) => ({
      axis,
      categories: [...new Set(points.map((point) => categoryOf(point, axis)))].sort(byText),
    })),
    cells: points.map((point) => ({ point, at: chosen.map((axis) => categoryOf(point, axis)) })),
  };
}

function areApart(points: readonly Point[], chosen: readonly Axis[]): boolean {
  const places = points.map((point) => JSON.stringify(chosen.map((axis) => categoryOf(point, axis))));
  return new Set(places).size === points.length;
}

function categoryOf(point: Point, axis: Axis): string | null {
  return axis === 'record' ? `${point.record.kind}/${point.record.id}` : point[axis];
}

/** What is not stated comes last. */
function byText(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
