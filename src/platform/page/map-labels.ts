import type { Point } from './map-atlas.ts';
import { frame, type MapGeometry, type PlacedState } from './map-geometry.ts';
import { fontSize, textWidth } from './text-width.ts';

/** What is written at a state: its code beside a mark, and below it the lines of its word. */
export type Wording = { readonly code: string; readonly lines: readonly string[] };

/** Measures of a label in pixels, as map.tsx draws it. */
export const measures = { lineHeight: fontSize + 3, padding: 6, mark: 15 } as const;

export type Label = Wording & {
  /** Its middle, in units of the frame. */
  readonly at: Point;
  /** In pixels, whatever the size of the drawing. */
  readonly width: number;
  readonly height: number;
  /** The middle of its state, in units of the frame. */
  readonly anchor: Point;
  /** It stands beside the state, and a line leads there. */
  readonly beside: boolean;
};

/**
 * Labels on a drawing that is so many pixels wide: in the state where they leave enough of it to be seen, else beside
 * it. No label covers another or the middle of a state, no line crosses a label or a line. A label without such a place is
 * left out.
 */
export function placeLabels(
  geometry: MapGeometry,
  wordings: readonly Wording[],
  pixels: number,
): readonly Label[] {
  const question = JSON.stringify([pixels, wordings]);
  const before = remembered.get(geometry) ?? new Map<string, readonly Label[]>();
  const labels = before.get(question) ?? search(geometry, wordings, pixels);
  if (before.size >= mostRemembered) before.clear();
  remembered.set(geometry, before.set(question, labels));
  return labels;
}

/** The search takes milliseconds where there are many states. */
const remembered = new WeakMap<MapGeometry, Map<string, readonly Label[]>>();
const mostRemembered = 50;

/** Large states keep their own ground; where then not all small ones find a place beside theirs, these go first. */
function search(geometry: MapGeometry, wordings: readonly Wording[], pixels: number): readonly Label[] {
  const largestFirst = geometry.states.toSorted((a, b) => b.area - a.area);
  const labels = place(geometry, largestFirst, wordings, pixels);
  if (labels.length === wordings.length) return labels;
  const others = place(geometry, largestFirst.toReversed(), wordings, pixels);
  return others.length > labels.length ? others : labels;
}

function place(
  geometry: MapGeometry,
  states: readonly PlacedState[],
  wordings: readonly Wording[],
  pixels: number,
): readonly Label[] {
  const unit = frame.width / pixels;
  const byCode = new Map(wordings.map((wording) => [wording.code, wording]));
  const placed: Placed[] = [];
  for (const state of states) {
    const wording = byCode.get(state.code);
    if (wording === undefined) continue;
    const furthest = wording.lines.length > 0 ? furthestWord : Number.POSITIVE_INFINITY;
    const found = bestPlace(geometry, state, sizeOf(wording), placed, { unit, furthest });
    if (found !== undefined) placed.push({ ...found, ...wording });
  }
  return placed;
}

/** `half` is half of its width and height, in units of the frame. */
type Place = Omit<Label, 'code' | 'lines'> & { readonly half: Point };
type Placed = Place & Wording;

/** Distances, in pixels, and directions in which a place is looked for. Words stand near; a code may stand further off. */
const distances = Array.from({ length: 18 }, (_, index) => index * 7);
const furthestWord = 63;
const directions = Array.from({ length: 20 }, (_, index) => (index * Math.PI) / 10);

function bestPlace(
  geometry: MapGeometry,
  { code, anchor }: PlacedState,
  size: { readonly width: number; readonly height: number },
  placed: readonly Placed[],
  { unit, furthest }: { readonly unit: number; readonly furthest: number },
): Place | undefined {
  const half: Point = [(size.width * unit) / 2, (size.height * unit) / 2];
  let best: Place | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const distance of distances) {
    if (distance >= lowest || distance > furthest) break;
    for (const direction of distance === 0 ? [0] : directions) {
      const way = distance * unit;
      const at: Point = [anchor[0] + way * Math.cos(direction), anchor[1] + way * Math.sin(direction)];
      const place: Place = { ...size, at, half, anchor, beside: true };
      if (!isInFrame(place, 4 * unit) || placed.some((other) => overlap(place, other, 4 * unit))) continue;
      if (geometry.states.some((other) => other.code !== code && covers(at, half, other.anchor))) continue;
      const { own, others } = groundOf(geometry, code, pointsIn(at, half));
      const beside = own < 0.5 && !covers(at, half, anchor);
      if (placed.some((other) => disturb({ ...place, beside }, other))) continue;
      // In pixels: how far off it is, and what it costs to see less of the states.
      const hidden = beside ? 30 + 60 * own : own < 0.5 ? 130 : 0;
      const crossed = beside ? distance * groundOf(geometry, code, pointsBetween(anchor, at)).others : 0;
      const cost = distance + hidden + crossed + 120 * others;
      if (cost < lowest) [lowest, best] = [cost, { ...place, beside }];
    }
  }
  return best;
}

function sizeOf({ code, lines }: Wording): { readonly width: number; readonly height: number } {
  return {
    width: Math.ceil(Math.max(measures.mark + textWidth([code]), textWidth(lines)) + 2 * measures.padding),
    height: measures.lineHeight * (1 + lines.length) + 6,
  };
}

function isInFrame({ at: [x, y], half: [right, down] }: Place, gap: number): boolean {
  return (
    x - right >= gap && x + right <= frame.width - gap && y - down >= gap && y + down <= frame.height - gap
  );
}

function overlap(one: Place, other: Place, gap: number): boolean {
  return covers(one.at, [one.half[0] + other.half[0] + gap, one.half[1] + other.half[1] + gap], other.at);
}

/** Whether the line of one of two labels runs under the other, or across its line. */
function disturb(one: Place, other: Place): boolean {
  const strikes = (from: Place, over: Place) =>
    from.beside && pointsBetween(from.anchor, from.at).some((point) => covers(over.at, over.half, point));
  return (
    strikes(one, other) ||
    strikes(other, one) ||
    (one.beside && other.beside && cross([one.anchor, one.at], [other.anchor, other.at]))
  );
}

function covers(at: Point, half: Point, point: Point): boolean {
  return Math.abs(point[0] - at[0]) < half[0] && Math.abs(point[1] - at[1]) < half[1];
}

type Line = readonly [from: Point, to: Point];

function cross([a, b]: Line, [c, d]: Line): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

const sevenths = [-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9];

function pointsIn([x, y]: Point, [right, down]: Point): readonly Point[] {
  return sevenths.flatMap((across) => sevenths.map((along): Point => [x + across * right, y + along * down]));
}

function pointsBetween(from: Point, to: Point): readonly Point[] {
  return Array.from({ length: 16 }, (_, index): Point => {
    const part = (index + 1) / 16;
    return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  });
}

/** Parts of these points, 0 to 1, that lie in the state itself and in other states of the map. */
function groundOf(geometry: MapGeometry, code: string, points: readonly Point[]) {
  const owners = points.flatMap(([x, y]) => geometry.stateAt(x, y) ?? []);
  const own = owners.filter((owner) => owner === code).length;
  return { own: own / points.length, others: (owners.length - own) / points.length };
}
