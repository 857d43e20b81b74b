import type { ClearedStep } from '../../clearing/model.ts';
import type { Point } from '../../domain/projection.ts';
import { endsOf, roundFigures, scaleOf } from '../axis.ts';
import type { DomainPicture, Edge } from '../domain-picture.ts';
import { dayTexts } from '../text/texts.ts';
import { number, type Shown, zonesOf } from './parts.tsx';

/** In a narrow place the wide drawing's letters would be too small; the style sheet shows one of the two. */
const drawings = [
  { kind: 'wide', width: 640, height: 480, ticks: 8 },
  { kind: 'narrow', width: 330, height: 330, ticks: 4 },
] as const;
type Size = (typeof drawings)[number];

/** Pixels around the plot: figures stand at the left and below. */
const [left, bottom, right, top] = [52, 44, 8, 10];
/** Pixels below which an edge has no room for its number; the table has it. */
const leastLength = 16;

export type DomainDrawingProps = {
  readonly shown: Shown;
  readonly picture: DomainPicture;
  readonly across: number;
  readonly up: number;
  /** Row whose edge stands out. */
  readonly chosen: number | null;
  /** What an edge is called, and where it leads. */
  readonly nameOf: (edge: Edge) => string;
  readonly hrefOf: (edge: Edge) => string | null;
  readonly isFull: (edge: Edge) => boolean;
};

/** Corners, edges and what lies within: a drawing of which each edge leads to what makes it. The table below says the same. */
export function DomainDrawing(props: DomainDrawingProps) {
  const { shown, picture, across, up } = props;
  const { domain: words } = dayTexts(shown.context.language).page;
  const zones = zonesOf(shown);
  const has = { box: picture.capacities.ok, rights: picture.rights !== null };
  return (
    <figure class="chart plane">
      {drawings.map((size) => (
        <div class={size.kind}>
          {/* biome-ignore lint/a11y/useSemanticElements: a group within a drawing is no fieldset */}
          <svg
            role="group"
            viewBox={`0 0 ${size.width} ${size.height}`}
            aria-label={words.drawing({
              ...{ across: zones[across] ?? '', up: zones[up] ?? '' },
              edges: picture.edges.length,
            })}
          >
            <Drawing {...props} size={size} />
          </svg>
        </div>
      ))}
      <figcaption>
        <ul>
          <Sign kind="edge" text={words.signs.edge} />
          <Sign kind="edge full" text={words.signs.full} />
          {has.box && <Sign kind="box" text={words.signs.box} />}
          {has.rights && <Sign kind="rights" text={words.signs.rights} />}
          <li>
            <svg viewBox="0 0 30 12" aria-hidden="true">
              <Cross x={15} y={6} />
            </svg>
            {words.signs.cleared}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

function Sign({ kind, text }: { kind: string; text: string }) {
  return (
    <li>
      <svg viewBox="0 0 30 12" aria-hidden="true">
        <path class={kind} d="M0 6h30" />
      </svg>
      {text}
    </li>
  );
}

function Drawing({
  shown,
  picture,
  across,
  up,
  chosen,
  nameOf,
  hrefOf,
  isFull,
  size,
}: DomainDrawingProps & { size: Size }) {
  const { language } = shown.context;
  const { domain: words } = dayTexts(language).page;
  const zones = zonesOf(shown);
  const outlines = [
    picture.capacities.ok ? picture.capacities.value.outline : [],
    picture.rights?.outline ?? [],
  ] as const;
  const points: readonly Point[] = [...picture.corners, picture.cleared, [0, 0], ...outlines.flat()];
  const { width, height, ticks } = size;
  const ends = [0, 1].map((axis) =>
    endsOf(
      points.map((point) => point[axis as 0 | 1]),
      0.06,
    ),
  );
  const [spanX, spanY] = ends as [readonly [number, number], readonly [number, number]];
  const x = scaleOf(spanX, [left, width - right]);
  const y = scaleOf(spanY, [height - bottom, top]);
  const pathOf = (corners: readonly Point[]) =>
    corners.length === 0 ? '' : `M${corners.map(([a, b]) => `${x(a)} ${y(b)}`).join('L')}z`;
  const at = (value: number) => number(value, 0, language);
  const middle: Point = [
    picture.corners.reduce((sum, [a]) => sum + x(a), 0) / picture.corners.length,
    picture.corners.reduce((sum, [, b]) => sum + y(b), 0) / picture.corners.length,
  ];
  return (
    <>
      {roundFigures(...spanX, ticks).map((value) => (
        <>
          <path class={value === 0 ? 'zero' : 'grid'} d={`M${x(value)} ${top}V${height - bottom}`} />
          <text class="below" x={x(value)} y={height - bottom + 16}>
            {at(value)}
          </text>
        </>
      ))}
      {roundFigures(...spanY, ticks).map((value) => (
        <>
          <path class={value === 0 ? 'zero' : 'grid'} d={`M${left} ${y(value)}H${width - right}`} />
          <text class="scale" x={left - 6} y={y(value) + 4}>
            {at(value)}
          </text>
        </>
      ))}
      <text class="below axis" x={(left + width - right) / 2} y={height - 6}>
        {words.axis({ zone: zones[across] ?? '' })}
      </text>
      <text class="below axis" transform={`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`}>
        {words.axis({ zone: zones[up] ?? '' })}
      </text>
      <path class="inside" d={pathOf(picture.corners)} />
      <path class="box" d={pathOf(outlines[0])} />
      <path class="rights" d={pathOf(outlines[1])} />
      {picture.edges.map((edge, place) => {
        const [a, b, c, d] = [x(edge.from[0]), y(edge.from[1]), x(edge.to[0]), y(edge.to[1])];
        const kind = ['edge', isFull(edge) ? 'full' : '', isOf(edge, chosen) ? 'chosen' : '']
          .join(' ')
          .trim();
        const line = `M${a} ${b}L${c} ${d}`;
        const href = hrefOf(edge);
        const drawn = (
          <>
            <path class="hit" d={line} />
            <path class={kind} d={line} />
            {Math.hypot(c - a, d - b) >= leastLength && (
              <text class="below" {...besideOf([(a + c) / 2, (b + d) / 2], middle)}>
                {place + 1}
              </text>
            )}
          </>
        );
        return href === null ? (
          <g>{drawn}</g>
        ) : (
          <a href={href} aria-label={words.edgeOf({ edge: place + 1, element: nameOf(edge) })}>
            {drawn}
          </a>
        );
      })}
      <Cross x={x(picture.cleared[0])} y={y(picture.cleared[1])} />
    </>
  );
}

const isOf = ({ rows }: { rows: ClearedStep['shadows'] }, chosen: number | null) =>
  chosen !== null && rows.some(({ row }) => row === chosen);

/** Where a number stands beside the middle of an edge: within, towards the middle of all. */
function besideOf([x, y]: Point, [toX, toY]: Point) {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const off = 13 / length;
  const place = (from: number, to: number) => Math.round(10 * (from + (to - from) * off)) / 10;
  return { x: place(x, toX), y: place(y, toY) + 4 };
}

function Cross({ x, y }: { x: number; y: number }) {
  return (
    <g class="cleared">
      <circle cx={x} cy={y} r="5" />
      <path d={`M${x - 9} ${y}H${x + 9}M${x} ${y - 9}V${y + 9}`} />
    </g>
  );
}
