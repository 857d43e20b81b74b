import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Topology } from 'topojson-specification';

/** Outlines of the states of the world: world-atlas 2, `countries-10m.json` (ISC), which is Natural Earth 1:10m (public domain). */

/** Rings of arc numbers, the outer one first; the complement of a number is that arc backwards (TopoJSON 2.1.4). */
type Rings = readonly (readonly number[])[];

export type Atlas = {
  /** Longitude and latitude in turn. Neighbours share the arcs of their border. */
  readonly arcs: readonly Float32Array[];
  /** By ISO 3166-1 alpha-2, or by name where a territory has no code. */
  readonly polygonsOf: ReadonlyMap<string, readonly Rings[]>;
};

/** The file as it is stored: whole numbers, each arc as steps from its first point. */
type Stored = {
  readonly arcs: readonly (readonly Pair[])[];
  readonly transform: { readonly scale: Pair; readonly translate: Pair };
  readonly objects: { readonly countries: { readonly geometries: readonly Country[] } };
};
type Pair = readonly [number, number];
type Country = { readonly id?: string; readonly properties: { readonly name: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: Rings }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly Rings[] }
);

let kept: Atlas | undefined;

/** Read at first use, and kept without what a map does not need: five megabytes, where the parsed file takes forty. */
export function openAtlas(): Atlas {
  kept ??= readAtlas();
  return kept;
}

function readAtlas(): Atlas {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const { arcs, transform, objects }: Stored = JSON.parse(readFileSync(path, 'utf8'));
  const byCode = Map.groupBy(objects.countries.geometries, codeOf);
  return {
    arcs: arcs.map((steps) => {
      const [right, up] = transform.scale;
      const [left, low] = transform.translate;
      const points = new Float32Array(2 * steps.length);
      let [x, y] = [0, 0];
      for (const [index, step] of steps.entries()) {
        x += step[0];
        y += step[1];
        points.set([x * right + left, y * up + low], 2 * index);
      }
      return points;
    }),
    polygonsOf: new Map(
      [...byCode].map(([code, countries]) => [
        code,
        countries.flatMap((country) => (country.type === 'Polygon' ? [country.arcs] : country.arcs)),
      ]),
    ),
  };
}

/** The atlas numbers states (ISO 3166-1 numeric), and CLDR knows the letters of a number. */
function codeOf({ id, properties }: Country): string {
  return (id === undefined ? undefined : new Intl.Locale(`und-${id}`).region) ?? properties.name;
}

export type Point = [x: number, y: number];
type Shape = { readonly type: 'MultiPolygon'; readonly arcs: number[][][] };

/** Some polygons of the atlas with the arcs that they need, each point where `place` puts it. */
export function excerpt(
  { arcs }: Pick<Atlas, 'arcs'>,
  polygonsOf: ReadonlyMap<string, readonly Rings[]>,
  place: (longitude: number, latitude: number) => Point,
): Topology<Record<string, Shape>> {
  const numbers = new Map<number, number>();
  const placed: Point[][] = [];
  const renumber = (arc: number): number => {
    if (arc < 0) return ~renumber(~arc);
    const number = numbers.get(arc) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(arc, number);
      const points = arcs[arc] ?? new Float32Array();
      placed.push(
        Array.from({ length: points.length / 2 }, (_, index) =>
          place(points[2 * index] ?? 0, points[2 * index + 1] ?? 0),
        ),
      );
    }
    return number;
  };
  const objects = [...polygonsOf].map(([code, polygons]): [string, Shape] => [
    code,
    { type: 'MultiPolygon', arcs: polygons.map((rings) => rings.map((ring) => ring.map(renumber))) },
  ]);
  return { type: 'Topology', objects: Object.fromEntries(objects), arcs: placed };
}
