import type { Language } from '#kernel/languages.ts';
import { textWidth } from '#platform/page/text-width.ts';
import { adequacyTexts } from '../text/texts.ts';
import { hoursText } from './parts.tsx';

type HeatmapProps = {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row; 0 is drawn as nothing. */
  readonly values: readonly Float64Array[];
  readonly language: Language;
};

/** In a narrow place figures would not fit into their fields; the style sheet shows one of the two. */
const drawings = [
  { kind: 'wide', width: 640, height: 24, isFigured: true },
  { kind: 'narrow', width: 340, height: 20, isFigured: false },
] as const;
const head = 20;

/** Fields by row and column, the darker the more, each with its figure where there is room. The table beside it says the same. */
export function Heatmap({ title, rows, columns, values, language }: HeatmapProps) {
  const { page: words } = adequacyTexts(language);
  const most = Math.max(0, ...values.flatMap((row) => [...row]));
  const left = textWidth(rows) + 12;
  const spoken = values.flatMap((row, place) =>
    [...row].flatMap((hours, column) =>
      hours === 0
        ? []
        : words.cell({
            ...{ row: rows[place] ?? '', column: columns[column] ?? '' },
            hours: hoursText(hours, language),
          }),
    ),
  );
  return (
    <figure class="chart" role="img" aria-label={`${title}. ${spoken.join('; ')}`}>
      {drawings.map(({ kind, width, height, isFigured }) => {
        const step = (width - left) / columns.length;
        return (
          <div class={kind}>
            <svg viewBox={`0 0 ${width} ${head + rows.length * height}`} aria-hidden="true">
              <g text-anchor="middle">
                {columns.map((column, place) => (
                  <text x={left + (place + 0.5) * step} y={head - 7}>
                    {isFigured ? column : column.slice(0, 1)}
                  </text>
                ))}
              </g>
              {rows.map((row, place) => (
                <text x={0} y={head + (place + 0.5) * height + 4}>
                  {row}
                </text>
              ))}
              <g class="fields">
                {values.map((row, place) =>
                  [...row].map((hours, column) => (
                    <rect
                      x={left + column * step + 1}
                      y={head + place * height + 1}
                      width={step - 2}
                      height={height - 2}
                      rx={2}
                      fill-opacity={hours === 0 ? 0 : shadeOf(hours, most)}
                    />
                  )),
                )}
              </g>
              {isFigured && (
                <g class="values" text-anchor="middle">
                  {values.map((row, place) =>
                    [...row].map(
                      (hours, column) =>
                        hours > 0 && (
                          <text x={left + (column + 0.5) * step} y={head + (place + 0.5) * height + 4}>
                            {hoursText(hours, language)}
                          </text>
                        ),
                    ),
                  )}
                </g>
              )}
            </svg>
          </div>
        );
      })}
    </figure>
  );
}

/** By the root, so that little is seen beside much. */
const shadeOf = (hours: number, most: number) =>
  Math.round((0.12 + 0.78 * Math.sqrt(hours / most)) * 100) / 100;
