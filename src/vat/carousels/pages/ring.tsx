import { useId } from 'preact/hooks';
import type { PageContext } from '#platform/module.ts';
import { DataTable } from '#platform/page/table.tsx';
import { eurosOf } from '../../cases/pages/parts.tsx';
import type { KeptCarousel } from '../model.ts';
import { box, layOutRing, type RingStep, stepsOf } from '../rules/ring.ts';
import { carouselTexts } from '../text/texts.ts';

type RingProps = {
  readonly carousel: KeptCarousel;
  /** The number of a token, where it is known here. */
  readonly numberOf: (token: string) => string | null;
  readonly context: Pick<PageContext, 'language'>;
};

/** What goes round over states, and under it a table that says the same: a drawing is one thing to those who listen to the page. */
export function Ring(props: RingProps) {
  const { carousel, numberOf, context } = props;
  const words = carouselTexts(context.language);
  const steps = stepsOf(carousel);
  const title = words.picture({ place: carousel.place });
  return (
    <>
      <figure class="flows">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
        <section class="frame broad" tabIndex={0} aria-label={title}>
          <Drawing {...props} steps={steps} />
        </section>
        <figcaption>
          <ul>
            {(['supply', 'bridge'] as const).map((kind) => (
              <li>
                <svg viewBox="0 0 30 10" aria-hidden="true">
                  <path class={`flow ${kind}`} d="M0 5h30" />
                </svg>
                {words.legend[kind]}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <DataTable<RingStep>
        caption={title}
        rows={steps}
        columns={[
          { title: words.steps.from, cell: ({ from }) => <Who token={from} number={numberOf(from)} /> },
          { title: words.steps.to, cell: ({ to }) => <Who token={to} number={numberOf(to)} /> },
          {
            title: words.steps.what,
            cell: ({ hops }) => (hops === null ? words.supply : words.bridge({ hops })),
          },
          { title: words.steps.months, cell: ({ first, last }) => monthsText(first, last) },
        ]}
      />
    </>
  );
}

/** A number, where it is known here; else the token, which a request to reveal takes as it is written. */
export function Who({ token, number }: { token: string; number: string | null }) {
  return (
    <>
      <code>{number ?? token}</code>
      {number !== null && <small>{token}</small>}
    </>
  );
}

export const monthsText = (first: string, last: string) => (first === last ? first : `${first} – ${last}`);

/** As much of a token as tells it from the others of a picture; the table has the whole. */
const shortOf = (token: string) => `${token.slice(0, 11)}…`;

function Drawing({ carousel, numberOf, steps, context }: RingProps & { steps: readonly RingStep[] }) {
  const id = useId();
  const words = carouselTexts(context.language);
  const layout = layOutRing(carousel.traders.length);
  const said = words.pictureSaid({
    ...{ place: carousel.place, count: carousel.traders.length },
    ...{ states: statesIn(carousel).join(', '), amount: eurosOf(carousel.cents, context) },
  });
  return (
    <svg
      role="img"
      aria-label={said}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
    >
      <defs>
        <marker
          id={id}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {layout.arrows.map(({ from, to }, place) => (
        <path
          class={`flow ${steps[place]?.hops == null ? 'supply' : 'bridge'}`}
          d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
          stroke-width="2"
          marker-end={`url(#${id})`}
        />
      ))}
      {carousel.traders.map((token, place) => {
        const { x, y } = layout.middles[place] ?? { x: 0, y: 0 };
        return (
          <g class="trader">
            <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx="6" />
            <text class="state" x={x} y={y - 4}>
              {token.slice(0, 2)}
            </text>
            <text class="said" x={x} y={y + 12}>
              {numberOf(token) ?? shortOf(token)}
            </text>
          </g>
        );
      })}
      {layout.arrows.map(({ label }, place) => {
        const hops = steps[place]?.hops ?? null;
        return hops === null ? null : (
          <text class="amount" x={label.x} y={label.y}>
            {words.hop({ hops })}
          </text>
        );
      })}
    </svg>
  );
}

/** In the order in which goods come to them. */
export const statesIn = ({ traders }: Pick<KeptCarousel, 'traders'>): readonly string[] => [
  ...new Set(traders.map((token) => token.slice(0, 2))),
];
