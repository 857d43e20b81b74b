/**
 * Where everything of a picture of trade stands: a column for each state, traders in it one below the other, flows as curves. The same
 * for the same picture. Sizes are pixels of the drawing.
 */
import type { Flow, Picture } from './neighbourhood.ts';

export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };
export type DrawnFlow = {
  readonly flow: Flow;
  /** A cubic curve: start, two handles, end. */
  readonly curve: readonly [Point, Point, Point, Point];
  /** Where its amount stands; null where there is no room that is not taken. */
  readonly label: Point | null;
};
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly state: string; readonly x: number }[];
  /** By trader, the upper left corner of each. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly flows: readonly DrawnFlow[];
};

export const box = { width: 136, height: 42 };
const head = 26;
const gap = { column: 118, row: 24, edge: 44 };
export const labelBox = { width: 62, height: 15 };

/** The state whose number it is: its first two signs. */
const stateOf = (trader: string) => trader.slice(0, 2);

/** `first` is the state that stands at the left. */
export function layOut({ traders, flows }: Picture, first: string): Layout {
  const states = [...new Set(traders.map(stateOf))].sort((one, other) =>
    one === first ? -1 : other === first ? 1 : one < other ? -1 : 1,
  );
  const split = states.flatMap((state) =>
    inColumns(traders.filter((trader) => stateOf(trader) === state).toSorted(), flows).map((column) => ({
      state,
      column,
    })),
  );
  const columns = orderColumns(
    split.map(({ column }) => column),
    flows,
  );
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const height = head + rows * box.height + (rows - 1) * gap.row + 12;
  const boxes = new Map<string, Box>();
  for (const [place, column] of columns.entries()) {
    const taken = column.length * box.height + (column.length - 1) * gap.row;
    // Columns stand around one middle, so that a short one is not far from the others.
    const top = head + (height - 12 - head - taken) / 2;
    for (const [row, trader] of column.entries())
      boxes.set(trader, {
        x: gap.edge + place * (box.width + gap.column),
        y: Math.round(top + row * (box.height + gap.row)),
        ...box,
      });
  }
  const drawn = flows.flatMap((flow): { flow: Flow; curve: DrawnFlow['curve'] }[] => {
    const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
    return from === undefined || to === undefined
      ? []
      : [{ flow, curve: clearOf([...boxes.values()], { from, to, height }) }];
  });
  return {
    width: 2 * gap.edge + split.length * box.width + (split.length - 1) * gap.column,
    height,
    columns: split.map(({ state }, place) => ({
      state,
      x: gap.edge + place * (box.width + gap.column) + box.width / 2,
    })),
    boxes,
    flows: placeLabels(drawn, [...boxes.values()]),
  };
}

const tallest = 7;

/** Traders of one state: who trades across borders nearest to the other states where one column would be too tall. */
function inColumns(traders: readonly string[], flows: readonly Flow[]): readonly (readonly string[])[] {
  if (traders.length <= tallest) return [traders];
  const abroad = new Set(flows.flatMap(({ kind, from, to }) => (kind === 'supply' ? [from, to] : [])));
  const ordered = [...traders.filter((one) => !abroad.has(one)), ...traders.filter((one) => abroad.has(one))];
  const count = Math.ceil(ordered.length / tallest);
  const size = Math.ceil(ordered.length / count);
  return Array.from({ length: count }, (_, place) => ordered.slice(place * size, (place + 1) * size));
}

/** Who trades with one another stands at the same height where that can be: four rounds of the mean place of partners. */
function orderColumns(
  columns: readonly (readonly string[])[],
  flows: readonly Flow[],
): readonly (readonly string[])[] {
  const partners = new Map<string, string[]>();
  for (const { from, to } of flows) {
    partners.set(from, [...(partners.get(from) ?? []), to]);
    partners.set(to, [...(partners.get(to) ?? []), from]);
  }
  let ordered = columns;
  for (let round = 0; round < 4; round++) {
    // From −½ to ½, since columns are of different length and stand around one middle.
    const place = new Map(
      ordered.flatMap((column) =>
        column.map((trader, row) => [trader, row - (column.length - 1) / 2] as const),
      ),
    );
    const wanted = (trader: string) => {
      const places = (partners.get(trader) ?? []).map((one) => place.get(one) ?? 0);
      return places.length === 0 ? 0 : places.reduce((sum, one) => sum + one, 0) / places.length;
    };
    ordered = ordered.map((column) =>
      column.toSorted((one, other) => wanted(one) - wanted(other) || (one < other ? -1 : 1)),
    );
  }
  return ordered;
}

/** Of some curves between two the first that runs over nobody else and stays within the drawing, or the plain one. */
function clearOf(
  boxes: readonly Box[],
  { from, to, height }: { readonly from: Box; readonly to: Box; readonly height: number },
): DrawnFlow['curve'] {
  const others = boxes.filter((one) => one !== from && one !== to);
  for (const bend of bends) {
    const curve = curveOf(from, to, bend);
    const points = Array.from({ length: 19 }, (_, place) => pointAt(curve, (place + 1) / 20));
    const runsOver = points.some(({ x, y }) =>
      others.some((one) => overlap(one, { x, y, width: 1, height: 1 })),
    );
    const leaves = points.some(({ y }) => y < head || y > height);
    if (!runsOver && !leaves) return curve;
  }
  return curveOf(from, to, 0);
}

const bends = [0, 60, -60, 120, -120, 190, -190];

/** From side to side, bent by so much; within a column around its edge, what goes down at the right and what goes up at the left. */
function curveOf(from: Box, to: Box, bend: number): DrawnFlow['curve'] {
  const middle = (one: Box) => one.y + one.height / 2;
  if (from.x === to.x) {
    const isDown = to.y > from.y;
    const x = isDown ? from.x + from.width : from.x;
    const far = x + (isDown ? 1 : -1) * Math.min(gap.column / 2 - 4, 26 + Math.abs(to.y - from.y) / 8);
    const shift = isDown ? 7 : -7;
    const [start, end] = [middle(from) + shift, middle(to) - shift];
    return [
      { x, y: start },
      { x: far, y: start },
      { x: far, y: end },
      { x, y: end },
    ];
  }
  const isRight = to.x > from.x;
  // There and back between the same two do not lie on one another.
  const shift = isRight ? -8 : 8;
  const [start, end] = [
    { x: isRight ? from.x + from.width : from.x, y: middle(from) + shift },
    { x: isRight ? to.x : to.x + to.width, y: middle(to) + shift },
  ];
  const reach = Math.abs(end.x - start.x) / 2;
  const way = isRight ? reach : -reach;
  return [start, { x: start.x + way, y: start.y + bend }, { x: end.x - way, y: end.y + bend }, end];
}

export function pointAt([a, b, c, d]: DrawnFlow['curve'], t: number): Point {
  const s = 1 - t;
  const of = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: of(a.x, b.x, c.x, d.x), y: of(a.y, b.y, c.y, d.y) };
}

const tried = [0.5, 0.38, 0.62, 0.28, 0.72, 0.18, 0.82];

/** Amounts of the largest first; none lies on another or on a trader. */
function placeLabels(
  drawn: readonly { readonly flow: Flow; readonly curve: DrawnFlow['curve'] }[],
  boxes: readonly Box[],
): readonly DrawnFlow[] {
  const taken: Box[] = [...boxes];
  return drawn.map(({ flow, curve }) => {
    for (const t of tried) {
      const at = pointAt(curve, t);
      const place = {
        x: at.x - labelBox.width / 2,
        y: at.y - labelBox.height / 2,
        ...labelBox,
      };
      if (taken.some((one) => overlap(one, place))) continue;
      taken.push(place);
      return { flow, curve, label: { x: Math.round(at.x), y: Math.round(at.y) } };
    }
    return { flow, curve, label: null };
  });
}

export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
