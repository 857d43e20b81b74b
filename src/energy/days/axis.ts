/** Round figures from one end to another, 1, 2 or 5 times a power of ten apart: about so many, and none where there is nothing between the ends. */
export function roundFigures(least: number, most: number, about: number): readonly number[] {
  const span = most - least;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const rough = 10 ** Math.floor(Math.log10(span / about));
  const apart = rough * ([1, 2, 5].find((times) => span / (rough * times) <= about) ?? 10);
  const first = Math.ceil(least / apart);
  const count = Math.floor(most / apart) - first + 1;
  // Products and not sums: a tenth that is added ten times is not one. And no figure is −0.
  return Array.from({ length: Math.max(0, count) }, (_, place) => {
    const figure = Number(((first + place) * apart).toPrecision(12));
    return figure === 0 ? 0 : figure;
  });
}

/** From a figure to a place in a drawing, to a tenth of a pixel. */
export function scaleOf(
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
): (figure: number) => number {
  const each = most === least ? 0 : (to - from) / (most - least);
  return (figure) => Math.round(10 * (from + (figure - least) * each)) / 10;
}

/** Both ends of figures with so large a share of air around them. */
export function endsOf(figures: readonly number[], air: number): readonly [number, number] {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const room = (most - least || Math.abs(most) || 1) * air;
  return [least - room, most + room];
}
