export type Spot = { readonly x: number; readonly y: number };

/** Pixels of the box of a zone. */
export const box = { width: 92, height: 42 } as const;

/**
 * Places for boxes around a middle, the first at the top and on with the clock: a scheme of who trades, and no map. `width`, `height`: of the
 * drawing in pixels.
 */
export function aroundMiddle(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const middle: Spot = { x: width / 2, y: height / 2 };
  const [across, up] = [(width - box.width) / 2 - 4, (height - box.height) / 2 - 4];
  const spots = Array.from({ length: count }, (_, place): Spot => {
    const turn = (2 * Math.PI * place) / Math.max(1, count);
    return { x: rounded(middle.x + across * Math.sin(turn)), y: rounded(middle.y - up * Math.cos(turn)) };
  });
  return { middle, spots };
}

/** Where the way from one place to another leaves a box around the first. */
export function leaving(
  from: Spot,
  to: Spot,
  around: { readonly width: number; readonly height: number } = box,
): Spot {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : around.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : around.height / 2 / Math.abs(dy),
  );
  if (!Number.isFinite(share)) return from;
  return { x: rounded(from.x + dx * share), y: rounded(from.y + dy * share) };
}

const rounded = (value: number) => Math.round(10 * value) / 10;
