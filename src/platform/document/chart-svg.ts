import type { Language } from '#kernel/languages.ts';
import { drawSeries, everyYear } from '#platform/page/chart.tsx';
import { lightColours } from '#platform/page/tokens.ts';
import { texts } from '#platform/text/texts.ts';
import type { ChartPoint } from './content.ts';

/** The drawing of the pages as a picture that stands alone: with the style that chart.css gives it there. */
export function drawChart(points: readonly ChartPoint[], language: Language): string {
  const drawn = drawSeries(everyYear(points, texts(language).missing.not_stated), {
    width: 640,
    height: 230,
    language,
  });
  return drawn
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('>', `><style>${style}</style>`);
}

const { 'ink-2': ink2, ink, edge, sunken, control, accent, sheet } = lightColours;

const style = `
text { fill: ${ink2}; font-family: 'Source Sans 3'; font-size: 12px; font-weight: 500 }
[aria-label="y-grid"] { stroke: ${edge}; stroke-opacity: 1 }
.gap { fill: ${sunken}; stroke: ${control}; stroke-dasharray: 3 3 }
.line { stroke: ${accent}; stroke-width: 3 }
.points { fill: ${sheet}; stroke: ${accent}; stroke-width: 3 }
.values text { fill: ${ink}; font-weight: 600 }`.trim();
