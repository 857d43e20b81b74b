/** Where what goes round stands on a drawing: traders on an ellipse, clockwise from the top, and the arrows between them. */
import type { Carousel } from '../../bridges/rules/join.ts';

export type RingStep = {
  readonly from: string;
  readonly to: string;
  /** Sales within a state that it stands for; null: it stands in a statement. */
  readonly hops: number | null;
  /** Months, first and last. */
  readonly first: string;
  readonly last: string;
};

/** Step by step, in the order in which goods go. */
export function stepsOf({
  traders,
  hops,
  months,
}: Pick<Carousel, 'traders' | 'hops' | 'months'>): readonly RingStep[] {
  return traders.map((from, place) => ({
    ...{ from, to: traders[(place + 1) % traders.length] ?? from, hops: hops[place] ?? null },
    ...{ first: months[place]?.from ?? '', last: months[place]?.until ?? '' },
  }));
}

type Point = { readonly x: number; readonly y: number };
export type RingLayout = {
  readonly width: number;
  readonly height: number;
  /** Middles of the boxes, in the order of the traders. */
  readonly middles: readonly Point[];
  /** Of each step where its arrow begins and ends, and where its label stands. */
  readonly arrows: readonly { readonly from: Point; readonly to: Point; readonly label: Point }[];
};

export const box = { width: 178, height: 40 };
const margin = 6;

/** `count`: two or more. Boxes never overlap: the ellipse grows with them. */
export function layOutRing(count: number): RingLayout {
  const radius = { x: Math.max(150, count * 52), y: Math.max(72, count * 26) };
  const centre = { x: radius.x + box.width / 2 + margin, y: radius.y + box.height / 2 + margin };
  const middles = Array.from({ length: count }, (_, place) => {
    const angle = (2 * Math.PI * place) / count - Math.PI / 2;
    return rounded({ x: centre.x + radius.x * Math.cos(angle), y: centre.y + radius.y * Math.sin(angle) });
  });
  const arrows = middles.map((one, place) => {
    const other = middles[(place + 1) % count] ?? one;
    // There and back between two: each a little to its left, so that both are seen.
    const aside = count === 2 ? 28 : 0;
    const way = { x: other.x - one.x, y: other.y - one.y };
    const length = Math.hypot(way.x, way.y) || 1;
    const shift = { x: (aside * way.y) / length, y: (-aside * way.x) / length };
    const from = edgeOf(one, way, shift);
    const to = edgeOf(other, { x: -way.x, y: -way.y }, shift);
    return { from, to, label: rounded({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 5 }) };
  });
  return { width: Math.round(2 * centre.x), height: Math.round(2 * centre.y), middles, arrows };
}

/** Where a line from the middle of a box leaves it. */
function edgeOf(middle: Point, way: Point, shift: Point): Point {
  const reach = Math.min(
    way.x === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(way.x),
    way.y === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(way.y),
  );
  return rounded({ x: middle.x + way.x * reach + shift.x, y: middle.y + way.y * reach + shift.y });
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
