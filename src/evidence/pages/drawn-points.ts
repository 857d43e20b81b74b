import type { Language } from '#kernel/languages.ts';
import { formatValue, numberOf } from '#kernel/observation-value.ts';
import { texts } from '#platform/text/texts.ts';
import type { Point } from '../rules/series.ts';

/** A figure as a chart draws it: a place in the line, or a gap with what there is instead. */
type DrawnPoint = { readonly year: number; readonly value: number | null; readonly reason?: string };

/**
 * The figures of a series that are dated to a year. One that is a range, a bound or words has no place in the line, but it is
 * not missing either: the gap says what the source says.
 */
export function drawnPoints(points: readonly Point[], language: Language): readonly DrawnPoint[] {
  const { missing } = texts(language);
  return points.flatMap(({ year, value }): readonly DrawnPoint[] => {
    if (year === null || !/^\d{4}$/.test(year)) return [];
    const number = numberOf(value);
    if (number !== undefined) return [{ year: Number(year), value: number }];
    const reason = value.kind === 'missing' ? missing[value.reason] : formatValue(value, language);
    return [{ year: Number(year), value: null, reason }];
  });
}
