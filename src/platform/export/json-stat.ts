import { canonicalJson } from '#kernel/canonical-json.ts';
import { numberOf, type ObservationValue } from '#kernel/observation-value.ts';
import { type ObservationStatus, observationStatus } from './observation-status.ts';

export type CubeDimension = {
  readonly id: string;
  readonly label: string;
  readonly role: 'time' | 'geo' | 'metric' | null;
  /** In order; `unit` for the categories of a metric. */
  readonly categories: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit?: string | null;
  }[];
};

export type CubeCell = {
  /** Id of a category of each dimension, in the dimensions' order. */
  readonly at: readonly string[];
  readonly value: ObservationValue;
  readonly marks: readonly ObservationStatus[];
  /** What a reader must know of the figure, in words; null: nothing. */
  readonly note: string | null;
  /** What else programs may know of it: record, sections of the source. */
  readonly extension: Readonly<Record<string, unknown>>;
};

export type Cube = {
  readonly label: string;
  readonly source: string;
  /** Instant of the newest record in it; null: it has none. */
  readonly updated: string | null;
  readonly href: string;
  readonly dimensions: readonly CubeDimension[];
  readonly cells: readonly CubeCell[];
  readonly notes: readonly string[];
  readonly extension: Readonly<Record<string, unknown>>;
};

/**
 * JSON-stat 2.0, class "dataset". A number stands in `value` only where the source gives a single number; for all else
 * there is a null with its status and, in `note` and in the extension's `cells`, what the source says instead. Throws when
 * two cells have one place, or a cell has none: one of them would be lost.
 */
export function writeDataset(cube: Cube): string {
  return canonicalJson(datasetOf(cube));
}

/** JSON-stat 2.0, class "collection", with its datasets in it. */
export function writeCollection(
  collection: { readonly label: string; readonly href: string; readonly notes: readonly string[] },
  cubes: readonly Cube[],
): string {
  return canonicalJson({
    version: '2.0',
    class: 'collection',
    label: collection.label,
    href: collection.href,
    note: collection.notes,
    link: { item: cubes.map(datasetOf) },
  });
}

function datasetOf({ dimensions, cells, ...cube }: Cube) {
  const size = dimensions.map(({ categories }) => categories.length);
  const placed = new Map(cells.map((cell) => [placeOf(cell, dimensions), cell]));
  if (placed.size < cells.length) throw new Error(`Two cells of ${cube.label} have one place`);
  const places = [...Array(size.reduce((product, count) => product * count, 1)).keys()];
  const roles = ['time', 'geo', 'metric'] as const;
  const role = roles.flatMap((name) => {
    const ids = dimensions.filter((dimension) => dimension.role === name).map(({ id }) => id);
    return ids.length === 0 ? [] : [[name, ids]];
  });
  return {
    version: '2.0',
    class: 'dataset',
    label: cube.label,
    source: cube.source,
    ...(cube.updated === null ? {} : { updated: cube.updated }),
    href: cube.href,
    id: dimensions.map(({ id }) => id),
    size,
    role: Object.fromEntries(role),
    dimension: Object.fromEntries(
      dimensions.map(({ id, label, categories }) => [id, { label, category: categoryOf(categories) }]),
    ),
    value: places.map((place) => {
      const cell = placed.get(place);
      return cell === undefined ? null : (numberOf(cell.value) ?? null);
    }),
    // A place of which the source says nothing at all is missing too.
    status: places.map((place) => {
      const cell = placed.get(place);
      return cell === undefined ? 'O' : observationStatus(cell.value, cell.marks);
    }),
    note: [
      ...cube.notes,
      ...cells.flatMap(({ at, note }) => (note === null ? [] : [`${namesOf(at, dimensions)} – ${note}`])),
    ],
    extension: {
      ...cube.extension,
      cells: Object.fromEntries(
        [...placed].map(([place, { value, marks, extension }]) => [
          place,
          { ...extension, said: value, marks },
        ]),
      ),
    },
  };
}

function categoryOf(categories: CubeDimension['categories']) {
  const units = categories.flatMap(({ id, unit }) => (unit == null ? [] : [[id, { label: unit }]]));
  return {
    index: categories.map(({ id }) => id),
    label: Object.fromEntries(categories.map(({ id, label }) => [id, label])),
    ...(units.length === 0 ? {} : { unit: Object.fromEntries(units) }),
  };
}

/** The place of a cell in row-major order (the last dimension runs fastest). */
function placeOf({ at }: CubeCell, dimensions: readonly CubeDimension[]): number {
  return dimensions.reduce((place, { id, categories }, axis) => {
    const index = categories.findIndex((category) => category.id === at[axis]);
    if (index < 0) throw new Error(`${id} has no category ${at[axis]}`);
    return place * categories.length + index;
  }, 0);
}

/** Labels of the categories that tell cells apart. */
function namesOf(at: readonly string[], dimensions: readonly CubeDimension[]): string {
  return dimensions
    .flatMap(({ categories }, axis) =>
      categories.length < 2 ? [] : [categories.find(({ id }) => id === at[axis])?.label ?? ''],
    )
    .join(', ');
}
