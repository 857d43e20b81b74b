/** A dated figure, as far as choosing one goes. */
type Dated = { readonly year: string | null; readonly value: { readonly kind: string } };

/**
 * What a report on a year says of a series: the figures of the year (several where there are several flows or places),
 * else those of the nearest year that has one, the earlier of two as near; else those without a date, and where these are
 * missing too, that they are.
 */
export function figuresFor<Point extends Dated>(
  points: readonly Point[],
  year: string,
): { readonly own: readonly Point[]; readonly nearest: readonly Point[] } {
  const own = points.filter((point) => point.year?.slice(0, 4) === year);
  if (own.some(({ value }) => value.kind !== 'missing')) return { own, nearest: [] };
  const stated = points.filter(({ value }) => value.kind !== 'missing');
  const distance = (point: Point) => Math.abs(Number(point.year?.slice(0, 4)) - Number(year));
  const [first] = stated
    .filter((point) => point.year !== null)
    .sort((a, b) => distance(a) - distance(b) || ((a.year ?? '') < (b.year ?? '') ? -1 : 1));
  if (first !== undefined) return { own, nearest: stated.filter((point) => point.year === first.year) };
  const undated = points.filter((point) => point.year === null);
  const said = undated.filter(({ value }) => value.kind !== 'missing');
  return { own, nearest: said.length > 0 ? said : undated };
}
