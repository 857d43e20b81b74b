import {
  type GeoProjection,
  geoArea,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoIdentity,
  geoPath,
} from 'd3-geo';
import { feature } from 'topojson-client';
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import { type Atlas, excerpt, openAtlas, type Point } from './map-atlas.ts';

/** Units of a drawing; map.css keeps the same proportion. */
export const frame = { width: 1000, height: 750 } as const;

/** Room around the states for labels that stand beside them, in units. */
const margin = 70;

/**
 * Of all paths of a map together, in characters before `inSteps`: the drawing is simplified until it is no longer. So a
 * map stays below 25 kB, of which the labels of a state take half a kilobyte.
 */
const longest = ({ states }: { readonly states: number }) => 21_000 - 450 * states;

export type PlacedState = {
  readonly code: string;
  readonly path: string;
  /** Where in the state there is most room for a label that is twice as wide as high. */
  readonly anchor: Point;
  /** Part of the frame that it covers, in square units. */
  readonly area: number;
};

export type MapGeometry = {
  /** Those of the codes that the atlas knows, in the order of the codes. */
  readonly states: readonly PlacedState[];
  /** All other land in the frame, with its borders. */
  readonly around: string;
  /** Which of these states covers a point of the frame. */
  readonly stateAt: (x: number, y: number) => string | undefined;
};

const remembered = new Map<string, MapGeometry | null>();
/** A geometry takes about 100 kB, and a quarter to half a second to draw anew. */
const mostRemembered = 100;

/**
 * Outlines of these states (ISO 3166-1 alpha-2) and of the land around them, fitted to the frame. Null where fewer than
 * two of them are states: one alone has no place among others.
 */
export function geometryOf(codes: readonly string[]): MapGeometry | null {
  if (codes.length < 2) return null;
  const question = codes.join();
  const known = remembered.get(question);
  if (known !== undefined) return known;
  const drawn = draw(openAtlas(), codes);
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
  remembered.set(question, drawn);
  return drawn;
}

type Ring = Point[];
type Polygon = Ring[];

function draw(atlas: Atlas, codes: readonly string[]): MapGeometry | null {
  const parts = new Map(
    codes.filter((code) => atlas.polygonsOf.has(code)).map((code) => [code, mainParts(atlas, code)]),
  );
  if (parts.size < 2) return null;
  const chosen = [...parts.keys()];
  const projection = fitted([...parts.values()].flat());
  const outlines = simplified(atlas, projection, chosen);
  const owners = chosen.map((code) => outlines.get(code) ?? []);
  const cells = rasterOf(owners);
  return {
    states: chosen.map((code, index) => {
      const own = [...cells.keys()].filter((cell) => cells[cell] === index);
      return {
        code,
        path: inSteps(cut(owners[index] ?? [])),
        anchor: roomiest(own) ?? geoPath(projection).centroid(multi(parts.get(code) ?? [])),
        area: own.length * cellSize ** 2,
      };
    }),
    around: inSteps(cut([...outlines].flatMap(([code, land]) => (parts.has(code) ? [] : land)))),
    stateAt: ownerIn(cells, chosen),
  };
}

const multi = (coordinates: Polygon[]) => ({ type: 'MultiPolygon', coordinates }) as const;

/**
 * The largest part of a state and those that lie together with it: each within an eighth of the largest one's extent of
 * another. What lies overseas is on the map where it happens to be in its frame, but does not decide what the frame is.
 */
function mainParts(atlas: Atlas, code: string): Polygon[] {
  const topology = excerpt(atlas, new Map([[code, atlas.polygonsOf.get(code) ?? []]]), (...point) => point);
  const parts = polygonsIn(topology, code)
    .map((coordinates) => ({ coordinates, area: geoArea({ type: 'Polygon', coordinates }) }))
    // No state is half the earth: an islet that rounding has turned inside out.
    .filter(({ area }) => area < 2 * Math.PI)
    .sort((a, b) => b.area - a.area);
  const middle = geoCentroid(multi(parts.slice(0, 1).map(({ coordinates }) => coordinates)));
  const flat = geoPath(geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]));
  const [largest, ...rest] = parts.map(({ coordinates }) => ({
    coordinates,
    box: flat.bounds({ type: 'Polygon', coordinates }),
  }));
  if (largest === undefined) return [];
  const reach = lengthOf(largest.box) / 8;
  const main = [largest];
  const others = new Set(rest);
  // The list grows while it is gone through.
  for (const { box } of main)
    for (const other of others)
      if (gapBetween(box, other.box) <= reach) {
        main.push(other);
        others.delete(other);
      }
  return main.map(({ coordinates }) => coordinates);
}

type Box = [Point, Point];

function lengthOf([[left, top], [right, bottom]]: Box): number {
  return Math.hypot(right - left, bottom - top);
}

function gapBetween([[left, top], [right, bottom]]: Box, [[left2, top2], [right2, bottom2]]: Box): number {
  return Math.hypot(Math.max(0, left2 - right, left - right2), Math.max(0, top2 - bottom, top - bottom2));
}

/** Equal areas around the middle of the states: what is larger on the map is larger on the ground. */
function fitted(states: Polygon[]): GeoProjection {
  const [x, y] = geoCentroid(multi(states));
  const inner: Box = [
    [margin, margin],
    [frame.width - margin, frame.height - margin],
  ];
  return geoAzimuthalEqualArea().rotate([-x, -y]).fitExtent(inner, multi(states));
}

/**
 * All land in the frame, in its units. It is simplified by arcs (Visvalingam's method), so that a border stays one line
 * for both neighbours; islets that would be specks are left out.
 */
function simplified(
  atlas: Atlas,
  projection: GeoProjection,
  chosen: readonly string[],
): Map<string, Polygon[]> {
  const place = (longitude: number, latitude: number): Point =>
    projection([longitude, latitude]) ?? [-1e6, -1e6];
  const seen = atlas.arcs.map((arc) => {
    for (let at = 0; at < arc.length; at += 2) {
      const [x, y] = place(arc[at] ?? 0, arc[at + 1] ?? 0);
      if (x >= 0 && x <= frame.width && y >= 0 && y <= frame.height) return true;
    }
    return false;
  });
  const inFrame = [...atlas.polygonsOf].flatMap(([code, polygons]) => {
    const some = polygons.filter((rings) => rings.flat().some((arc) => seen[arc < 0 ? ~arc : arc]));
    return some.length > 0 ? [[code, some] as const] : [];
  });
  const weighed = presimplify(excerpt(atlas, new Map(inFrame), place));
  lighten(weighed, chosen);
  for (let smallest = 2; ; smallest *= 1.5) {
    const simpler = simplify(weighed, smallest);
    const topology = filter(simpler, filterAttachedWeight(simpler, 6 * smallest));
    const outlines = new Map(inFrame.map(([code]) => [code, polygonsIn(topology, code)]));
    const length = [...outlines.values()].reduce((sum, land) => sum + cut(land).length, 0);
    if (length <= longest({ states: chosen.length }) || smallest > frame.width * frame.height)
      return outlines;
  }
}

/** What bounds none of the states counts for less, so that their own outlines keep the detail. */
function lighten({ arcs, objects }: Topology, states: readonly string[]): void {
  const own = new Set(
    states.flatMap((code) => {
      const shape = objects[code];
      return shape?.type === 'MultiPolygon' ? shape.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)) : [];
    }),
  );
  for (const [number, arc] of arcs.entries())
    if (!own.has(number)) for (const point of arc) point[2] = (point[2] ?? 0) / 10;
}

function polygonsIn(topology: Topology, code: string): Polygon[] {
  const shape = topology.objects[code];
  // What was simplified away has no geometry left.
  if (shape?.type !== 'MultiPolygon') return [];
  return feature(topology, shape).geometry.coordinates as Polygon[];
}

/** A little beyond the frame, so that the cut itself is not seen as a border. */
const clipped = geoPath(
  geoIdentity().clipExtent([
    [-20, -20],
    [frame.width + 20, frame.height + 20],
  ]),
).digits(0);

function cut(polygons: Polygon[]): string {
  return clipped(multi(polygons)) ?? '';
}

/** The same path with each point as a step from the one before it: half as long. */
function inSteps(path: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  return path.replaceAll(
    /([ML])(-?\d+),(-?\d+)|Z/g,
    (_, command: string | undefined, toX: string, toY: string) => {
      const [right, down] =
        command === undefined ? [startX - x, startY - y] : [Number(toX) - x, Number(toY) - y];
      x += right;
      y += down;
      if (command === 'M') [startX, startY] = [x, y];
      if (command === undefined) return 'z';
      if (command === 'L' && right === 0 && down === 0) return '';
      return `${command === 'M' ? 'm' : right < 0 ? '' : ' '}${right}${down < 0 ? '' : ' '}${down}`;
    },
  );
}

/** The frame in cells, to find where there is room. */
const cellSize = 5;
const columns = frame.width / cellSize;
const rows = frame.height / cellSize;

/** -1 outside the frame. */
function cellAt(x: number, y: number): number {
  const [column, row] = [Math.floor(x / cellSize), Math.floor(y / cellSize)];
  return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : row * columns + column;
}

/** A function of its own, so that what is remembered holds on to nothing else of the drawing. */
function ownerIn(cells: Int16Array, codes: readonly string[]): MapGeometry['stateAt'] {
  return (x, y) => codes[cells[cellAt(x, y)] ?? -1];
}

/** Which of the shapes covers the middle of each cell; -1 for none. */
function rasterOf(shapes: readonly Polygon[][]): Int16Array {
  const cells = new Int16Array(columns * rows).fill(-1);
  for (const [owner, shape] of shapes.entries())
    for (let row = 0; row < rows; row++) {
      const crossings = shape.flat().flatMap((ring) => crossingsAt(ring, (row + 0.5) * cellSize));
      crossings.sort((a, b) => a - b);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const [from = 0, to = 0] = crossings.slice(at, at + 2).map((x) => Math.round(x / cellSize));
        if (to > 0 && from < columns)
          cells.fill(owner, row * columns + Math.max(0, from), row * columns + Math.min(columns, to));
      }
    }
  return cells;
}

/** Where a ring crosses a horizontal line. */
function crossingsAt(ring: Ring, y: number): number[] {
  return ring.flatMap(([x2, y2], index) => {
    const [x1, y1] = ring[index - 1] ?? [x2, y2];
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/** Peels off what is near an edge, twice as fast sideways as up and down, and takes the middle of what stays longest. */
function roomiest(cells: readonly number[]): Point | undefined {
  let layer = new Set(cells);
  for (let core = layer; core.size > 0; core = inner(layer)) layer = core;
  const points = [...layer].map(
    (cell): Point => [((cell % columns) + 0.5) * cellSize, (Math.floor(cell / columns) + 0.5) * cellSize],
  );
  const [x, y] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  );
  const fromMiddle = (point: Point) => Math.hypot(point[0] - (x ?? 0), point[1] - (y ?? 0));
  return points.toSorted((a, b) => fromMiddle(a) - fromMiddle(b))[0];
}

function inner(cells: ReadonlySet<number>): Set<number> {
  const near = [-2, -1, 1, 2, -columns, columns];
  return new Set([...cells].filter((cell) => near.every((step) => cells.has(cell + step))));
}
