import { useId } from 'preact/hooks';
import type { PageContext } from '#platform/module.ts';
import { DataTable } from '#platform/page/table.tsx';
import { type DrawnFlow, type Layout, labelBox, layOut } from '../rules/layout.ts';
import { type Flow, type Picture, placeOf, ringThrough, roleOf } from '../rules/neighbourhood.ts';
import { alertTexts } from '../text/texts.ts';
import { euros, monthWord, shortEuros } from './parts.tsx';

export type GraphProps = {
  readonly picture: Picture;
  /** Around whom it is drawn. */
  readonly trader: string;
  readonly from: number;
  readonly to: number;
  /** Archetypes of those on whom there is an alert. */
  readonly alerts: ReadonlyMap<string, readonly string[]>;
  /** Where a trader leads; null: nowhere. */
  readonly hrefOf: (trader: string) => string | null;
  readonly context: Pick<PageContext, 'language'>;
};

/** Traders and what runs between them, and under it a table that says the same: a drawing is one thing to those who listen to the page. */
export function TradeGraph(props: GraphProps) {
  const { picture, trader, from, to, context } = props;
  const { picture: words } = alertTexts(context.language);
  const layout = layOut(picture, trader.slice(0, 2));
  const ring = ringThrough(trader, picture.flows);
  const months = { from: monthWord(from, context), to: monthWord(to, context) };
  const kinds = [...new Set(picture.flows.map(({ kind }) => kind))];
  return (
    <>
      <figure class="flows">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
        <section class="frame broad" tabIndex={0} aria-label={words.graph}>
          <Drawing {...props} layout={layout} ring={ring ?? []} months={months} />
        </section>
        <figcaption>
          <ul>
            {kinds.map((kind) => (
              <li>
                <svg viewBox="0 0 30 10" aria-hidden="true">
                  <path class={`flow ${kind}`} d="M0 5h30" />
                </svg>
                {words.legend[kind]}
              </li>
            ))}
            {picture.traders.some((one) => looksLike(one, props)) && (
              <li>
                <svg viewBox="0 0 30 10" aria-hidden="true">
                  <g class="alerted">
                    <rect x="1" y="0.5" width="28" height="9" rx="2" />
                  </g>
                </svg>
                {words.looksLike}
              </li>
            )}
          </ul>
          {ring !== null && <p>{words.ring({ ring: [...ring, ring[0]].join(' → ') })}</p>}
          <small>
            {words.graphWhat(months)} {words.centre}
          </small>
        </figcaption>
      </figure>
      <details>
        <summary>{words.asTable({ count: picture.flows.length })}</summary>
        <DataTable<Flow>
          caption={words.graph}
          rows={picture.flows}
          columns={[
            { title: words.from, cell: (flow) => <Trader {...props} one={flow.from} /> },
            { title: words.to, cell: (flow) => <Trader {...props} one={flow.to} /> },
            { title: words.what, cell: ({ kind }) => words.kinds[kind] },
            { title: words.amount, figure: true, cell: ({ cents }) => euros(cents, context) },
          ]}
        />
      </details>
    </>
  );
}

function Trader({ one, ...props }: GraphProps & { one: string }) {
  const href = one === props.trader ? null : props.hrefOf(one);
  const said = saidOf(one, props);
  return (
    <>
      {href === null ? one : <a href={href}>{one}</a>}
      {said !== '' && <small>{said}</small>}
    </>
  );
}

/** What an archetype tells of him, else where he stands. */
function saidOf(trader: string, { alerts, picture, context }: GraphProps): string {
  const { picture: words } = alertTexts(context.language);
  const role = roleOf(alerts.get(trader) ?? []);
  return role === null ? words.places[placeOf(trader, picture.flows)] : words.roles[role];
}

/** Broader than this a drawing shrinks to its sheet, and no further than to this, so that its letters can be read; the rest scrolls (flows.css). */
const leastWidth = 736;

type DrawingProps = GraphProps & {
  readonly layout: Layout;
  readonly ring: readonly string[];
  readonly months: { readonly from: string; readonly to: string };
};

function Drawing(props: DrawingProps) {
  const { layout, picture, trader, months, ring, context } = props;
  const id = useId();
  const { picture: words } = alertTexts(context.language);
  const most = Math.max(1, ...picture.flows.map(({ cents }) => cents));
  const said = words.graphSaid({
    ...{ trader, ...months },
    traders: picture.traders.length,
    flows: picture.flows.length,
  });
  const isInRing = ({ from, to }: Flow) => {
    const place = ring.indexOf(from);
    return place >= 0 && ring[(place + 1) % ring.length] === to;
  };
  // What goes round lies on top of all else.
  const ordered = layout.flows.toSorted(
    (one, other) => Number(isInRing(one.flow)) - Number(isInRing(other.flow)),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group within a drawing is no fieldset
    <svg
      role="group"
      aria-label={said}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      class={layout.width > leastWidth ? 'wide' : undefined}
    >
      <defs>
        {(['', 'ring'] as const).map((kind) => (
          <marker
            id={`${id}-${kind}`}
            class={kind}
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
        ))}
      </defs>
      {layout.columns.map(({ state, x }) => (
        <text class="state" x={x} y={16}>
          {state}
        </text>
      ))}
      {ordered.map((drawn) => (
        <Arrow
          drawn={drawn}
          marker={`${id}-${isInRing(drawn.flow) ? 'ring' : ''}`}
          ring={isInRing(drawn.flow)}
          most={most}
        />
      ))}
      {[...layout.boxes].map(([one, { x, y, width, height }]) => {
        const href = one === trader ? null : props.hrefOf(one);
        const classes = ['trader', one === trader ? 'focus' : '', looksLike(one, props) ? 'alerted' : ''];
        const lines = (
          <>
            <rect x={x} y={y} width={width} height={height} rx="6" />
            <text x={x + width / 2} y={y + 18}>
              {one}
            </text>
            <text class="said" x={x + width / 2} y={y + 33}>
              {shortened(saidOf(one, props))}
            </text>
          </>
        );
        return href === null ? (
          <g class={classes.join(' ')}>{lines}</g>
        ) : (
          <a class={classes.join(' ')} href={href}>
            {lines}
          </a>
        );
      })}
      {layout.flows.map(({ flow, label }) =>
        label === null ? null : (
          <text
            class={isInRing(flow) ? 'amount ring' : 'amount'}
            x={label.x}
            y={label.y + labelBox.height / 2 - 3}
          >
            {shortEuros(flow.cents, context)}
          </text>
        ),
      )}
    </svg>
  );
}

/** Whether he looks like one of the known ways of fraud. */
const looksLike = (trader: string, { alerts }: GraphProps) => (alerts.get(trader) ?? []).length > 0;

/** As much as a box has room for; the table has the whole. */
const shortened = (text: string) => (text.length > 25 ? `${text.slice(0, 24)}…` : text);

function Arrow({
  drawn,
  marker,
  ring,
  most,
}: {
  drawn: DrawnFlow;
  marker: string;
  ring: boolean;
  most: number;
}) {
  const [a, b, c, d] = drawn.curve;
  const { kind, cents } = drawn.flow;
  return (
    <path
      class={`flow ${kind}${ring ? ' ring' : ''}`}
      d={`M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`}
      stroke-width={Math.round(10 * (1 + 2.5 * Math.sqrt(cents / most))) / 10}
      marker-end={`url(#${marker})`}
    />
  );
}
