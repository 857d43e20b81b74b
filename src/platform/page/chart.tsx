import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Language, localeOf } from '#kernel/languages.ts';
import { useLanguage, useTexts } from './page-language.ts';
import { fontSize, textWidth } from './text-width.ts';

export type SeriesPoint = {
  readonly year: number;
  /** Null where the year is missing; `reason` then says why in a few words. */
  readonly value: number | null;
  /** Printed at the point instead of the value, for example `at most 5`. */
  readonly label?: string | undefined;
  readonly reason?: string | undefined;
};

export type SeriesChartProps = {
  readonly points: readonly SeriesPoint[];
  readonly title: string;
  /** What is counted: `groups`, `EUR`. */
  readonly unit: string;
};

/** In a narrow place the wide drawing's letters would be too small; the style sheet shows one of the two. */
const drawings = [
  { kind: 'wide', width: 640, height: 230 },
  { kind: 'narrow', width: 360, height: 230 },
] as const;

/**
 * A series over years: a line with a gap where a year is missing, and in the gap the reason. Every value is printed, so
 * that nothing hangs on colour or on reading an axis.
 */
export function SeriesChart({ points, title, unit }: SeriesChartProps) {
  const { chart: words, missing } = useTexts();
  const language = useLanguage();
  const sorted = everyYear(points, missing.not_stated);
  const spoken = sorted.map((point) =>
    point.value === null
      ? words.gap(point.year, point.reason ?? '')
      : words.value(point.year, point.label ?? new Intl.NumberFormat(localeOf(language)).format(point.value)),
  );
  return (
    <figure class="chart" role="img" aria-label={`${title} (${unit}). ${spoken.join('; ')}`}>
      {drawings.map(({ kind, width, height }) => (
        // linkedom escapes the texts of the tree that it serialises.
        <div
          class={kind}
          dangerouslySetInnerHTML={{ __html: drawSeries(sorted, { width, height, language }) }}
        />
      ))}
    </figure>
  );
}

/** In order, with a gap for each year between the first and the last of which nothing is said: no line is drawn across it. */
export function everyYear<T extends SeriesPoint>(
  points: readonly T[],
  reason: string,
): readonly (T | SeriesPoint)[] {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  return sorted.flatMap((point, index) => {
    const before = sorted[index - 1]?.year ?? point.year;
    const silent = Array.from({ length: Math.max(0, point.year - before - 1) }, (_, year) => ({
      year: before + 1 + year,
      value: null,
      reason,
    }));
    return [...silent, point];
  });
}

type Drawing = { readonly width: number; readonly height: number; readonly language: Language };

export function drawSeries(points: readonly SeriesPoint[], { width, height, language }: Drawing): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const years = points.map((point) => point.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const values = points.flatMap((point) => point.value ?? []);
  const shortest = new Intl.NumberFormat(localeOf(language), {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const exact = new Intl.NumberFormat(localeOf(language));
  const printed = (value: number) =>
    Math.abs(value) < 100_000 ? exact.format(value) : shortest.format(value);
  const labelOf = (point: SeriesPoint) => point.label ?? (point.value === null ? '' : printed(point.value));
  const marginLeft = textWidth(values.map(printed)) + 14;
  const yearWidth = (width - marginLeft) / (last - first + 1);
  // Where labels would run into one another, only every second, third … year counted from the last keeps its own.
  const step = Math.ceil((textWidth(['2000', ...points.map(labelOf)]) + 6) / yearWidth);
  const isLabelled = (year: number) => (last - year) % step === 0;
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft,
    marginRight: 1,
    marginTop: 20,
    x: {
      domain: [first - 0.5, last + 0.5],
      ticks: Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(isLabelled),
      tickFormat: String,
      tickSize: 0,
      label: null,
    },
    y: {
      domain: valueDomain(values),
      nice: true,
      grid: true,
      ticks: 4,
      tickSize: 0,
      tickFormat: printed,
      label: null,
    },
    marks: [
      gapsOf(points).map((gap) => gapMarks(gap, (gap.to - gap.from) * yearWidth)),
      Plot.lineY(points, { x: 'year', y: 'value', className: 'line' }),
      Plot.dot(points, { x: 'year', y: 'value', r: 4.5, className: 'points' }),
      Plot.text(
        points.filter((point) => isLabelled(point.year)),
        { x: 'year', y: 'value', text: labelOf, dy: -14, className: 'values' },
      ),
    ],
  });
  // Style elements and attributes are refused by the page's content security policy; chart.css does their work.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const styled of [svg, ...svg.querySelectorAll('[style]')]) styled.removeAttribute('style');
  for (const attribute of ['class', 'width', 'height', 'font-family', 'font-size'])
    svg.removeAttribute(attribute);
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML;
}

type Gap = { readonly from: number; readonly to: number; readonly reason: string };

/** A band over the missing years with the reason in it, upright where the band is too narrow for its words. */
function gapMarks(gap: Gap, bandWidth: number): Plot.Markish[] {
  const upright = textWidth(gap.reason.split(' ')) + 8 > bandWidth;
  return [
    Plot.rectX([gap], { x1: 'from', x2: 'to', className: 'gap' }),
    Plot.text([gap], {
      x: (gap.from + gap.to) / 2,
      text: 'reason',
      frameAnchor: 'middle',
      className: 'gap-reason',
      ...(upright ? { rotate: -90 } : { lineWidth: (bandWidth - 8) / fontSize }),
    }),
  ];
}

/** Years without a value, neighbours with one reason drawn as one. */
function gapsOf(points: readonly SeriesPoint[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { year, value, reason = '' } of points) {
    if (value !== null) continue;
    const previous = gaps.at(-1);
    if (previous?.to === year - 0.5 && previous.reason === reason)
      gaps.splice(-1, 1, { ...previous, to: year + 0.5 });
    else gaps.push({ from: year - 0.5, to: year + 0.5, reason });
  }
  return gaps;
}

/** From zero where the values come near it; otherwise the range with air, since every value is printed anyway. */
function valueDomain(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low < high / 2) return [0, high];
  const air = (high - low || Math.abs(high) || 1) * 0.2;
  return [low - air, high + air];
}
