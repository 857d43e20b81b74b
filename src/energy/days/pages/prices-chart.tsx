import { endsOf, roundFigures, scaleOf } from '../axis.ts';
import { dayTexts } from '../text/texts.ts';
import { clockOf, number, type Shown, zonesOf } from './parts.tsx';

const drawings = [
  { kind: 'wide', width: 640, height: 230, ticks: 8 },
  { kind: 'narrow', width: 330, height: 230, ticks: 4 },
] as const;
type Size = (typeof drawings)[number];

const [left, right, top, bottom] = [46, 58, 10, 26];
/** Pixels between names at the ends of lines. */
const nameHeight = 14;

/** Prices of all zones over the day, with the step that is looked at. Each line has a stroke of its own and its name at its end. */
export function PricesChart({ shown }: { shown: Shown }) {
  const { language } = shown.context;
  const { page: words } = dayTexts(language);
  const { steps } = shown.run.clearing.result;
  const said = zonesOf(shown).map((zone, place) => {
    const own = steps.map(({ prices }) => prices[place] as number);
    return words.priceRange({
      ...{ zone, least: number(Math.min(...own), 2, language), most: number(Math.max(...own), 2, language) },
    });
  });
  return (
    <figure class="chart plane day">
      <div role="img" aria-label={`${words.pricesOfDay}. ${said.join('; ')}`}>
        {drawings.map((size) => (
          <div class={size.kind}>
            <Lines shown={shown} size={size} />
          </div>
        ))}
      </div>
      <figcaption>
        <small>{words.pricesOfDay}</small>
      </figcaption>
    </figure>
  );
}

function Lines({ shown, size }: { shown: Shown; size: Size }) {
  const { run, step, context } = shown;
  const { width, height, ticks } = size;
  const { steps } = run.clearing.result;
  const zones = zonesOf(shown);
  const ends = endsOf(
    steps.flatMap(({ prices }) => [...prices]),
    0.06,
  );
  const x = scaleOf([0, steps.length], [left, width - right]);
  const y = scaleOf(ends, [height - bottom, top]);
  const lines = zones.map((zone, place) => ({
    ...{ zone, place },
    path: steps.map(
      ({ prices }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(prices[place] as number)}H${x(at + 1)}`,
    ),
    end: y(steps.at(-1)?.prices[place] as number),
  }));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        class="now"
        x={x(step)}
        y={top}
        width={Math.max(2, x(step + 1) - x(step))}
        height={height - top - bottom}
      />
      {roundFigures(...ends, 5).map((price) => (
        <>
          <path class={price === 0 ? 'zero' : 'grid'} d={`M${left} ${y(price)}H${width - right}`} />
          <text class="scale" x={left - 6} y={y(price) + 4}>
            {number(price, 0, context.language)}
          </text>
        </>
      ))}
      {roundFigures(0, steps.length - 1, ticks).map((at) =>
        Number.isInteger(at) ? (
          <text class="below" x={x(at)} y={height - 8}>
            {clockOf(run.about.day, run.clearing.hours, at, context.language).from}
          </text>
        ) : null,
      )}
      {lines.map(({ place, path }) => (
        <path class={`price z${place % 6}`} d={path.join('')} />
      ))}
      {apart(lines.map(({ end }) => end)).map((at, place) => (
        <text x={width - right + 6} y={at + 4}>
          {zones[place]}
        </text>
      ))}
    </svg>
  );
}

/** Heights of names, each so far from the next that both can be read, as near as may be to where they belong. */
function apart(heights: readonly number[]): readonly number[] {
  const order = [...heights.keys()].sort(
    (one, other) => (heights[one] as number) - (heights[other] as number),
  );
  const placed = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const place of order) {
    last = Math.max(heights[place] as number, last + nameHeight);
    placed.set(place, last);
  }
  // What was pushed out below comes back up with all that stands in its way.
  const over = Math.max(0, last - (230 - bottom));
  return heights.map((_, place) => (placed.get(place) as number) - over);
}
