import { useId } from 'preact/hooks';
import { Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type Exchange, exchangesOf } from '../exchanges-of.ts';
import { aroundMiddle, box, leaving, type Spot } from '../ring-layout.ts';
import { dayTexts } from '../text/texts.ts';
import { number, type Shown, zonesOf } from './parts.tsx';

const drawings = [
  { kind: 'wide', width: 640, height: 340 },
  { kind: 'narrow', width: 330, height: 360 },
] as const;
type Size = (typeof drawings)[number];

/** Pixels of what stands in the middle. */
const market = { width: 104, height: 40 } as const;

/** What goes from where to where in a step, as a scheme, and under it a table that says the same. */
export function Exchanges({ shown }: { shown: Shown }) {
  const { run, step, context } = shown;
  const { language } = context;
  const { page } = dayTexts(language);
  const { exchanges: words } = page;
  const { steps, result } = run.clearing;
  const [{ network }, cleared] = [steps[step], result.steps[step]] as [
    (typeof steps)[number],
    (typeof result.steps)[number],
  ];
  const exchanges = exchangesOf(network, cleared);
  const zones = zonesOf(shown);
  const nameOf = (one: Exchange, zone: number | null) =>
    zone === null
      ? one.kind === 'position'
        ? words.market
        : words.beyond({ id: one.id ?? '' })
      : (zones[zone] ?? '');
  const megawatts = (value: number) => number(value, 0, language);
  const said = exchanges.map((one) =>
    words.said({ from: nameOf(one, one.from), to: nameOf(one, one.to), value: megawatts(one.megawatts) }),
  );
  return (
    <Section title={words.title} id="exchanges">
      <figure class="chart scheme">
        <div role="img" aria-label={`${words.title}. ${said.join('; ')}`}>
          {drawings.map((size) => (
            <div class={size.kind}>
              <Scheme shown={shown} exchanges={exchanges} size={size} />
            </div>
          ))}
        </div>
        <figcaption>
          <small>
            {words.scheme} {network.domain !== null && words.noPairs}
          </small>
        </figcaption>
      </figure>
      <DataTable<Exchange>
        caption={words.title}
        rows={exchanges}
        columns={[
          { title: words.from, cell: (one) => nameOf(one, one.from) },
          { title: words.to, cell: (one) => nameOf(one, one.to) },
          { title: words.megawatts, figure: true, cell: (one) => megawatts(one.megawatts) },
          {
            title: words.most,
            figure: true,
            cell: ({ most }) => (most === null ? words.noLimit : megawatts(most)),
          },
        ]}
      />
    </Section>
  );
}

function Scheme({ shown, exchanges, size }: { shown: Shown; exchanges: readonly Exchange[]; size: Size }) {
  const id = useId();
  const { language } = shown.context;
  const { exchanges: words } = dayTexts(language).page;
  const zones = zonesOf(shown);
  const prices = shown.run.clearing.result.steps[shown.step]?.prices ?? new Float64Array();
  const { middle, spots } = aroundMiddle(zones.length, size);
  const most = Math.max(1, ...exchanges.map(({ megawatts }) => megawatts));
  const hasMarket = exchanges.some(({ kind }) => kind === 'position');
  const arrows = exchanges.flatMap((one) => {
    // What is beyond a border has no place in the scheme; the table has it.
    if (one.kind === 'border') return [];
    const at = (zone: number | null): Spot => (zone === null ? middle : (spots[zone] ?? middle));
    const edge = (zone: number | null, other: Spot) => leaving(at(zone), other, zone === null ? market : box);
    const [from, to] = [edge(one.from, at(one.to)), edge(one.to, at(one.from))];
    return [{ one, from, to }];
  });
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <defs>
        <marker
          id={id}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {arrows.map(({ one, from, to }) =>
        one.megawatts < 0.5 ? null : (
          <path
            class="arrow"
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            stroke-width={Math.round(10 * (1.5 + 4 * Math.sqrt(one.megawatts / most))) / 10}
            marker-end={`url(#${id})`}
          />
        ),
      )}
      {hasMarket && (
        <>
          <rect
            class="market"
            x={middle.x - market.width / 2}
            y={middle.y - market.height / 2}
            width={market.width}
            height={market.height}
            rx="20"
          />
          <text x={middle.x} y={middle.y + 4}>
            {words.marketShort}
          </text>
        </>
      )}
      {zones.map((zone, place) => {
        const { x, y } = spots[place] ?? middle;
        return (
          <>
            <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx="6" />
            <text class="name" x={x} y={y - 4}>
              {zone}
            </text>
            <text x={x} y={y + 13}>
              {words.priceShort({ price: number(prices[place] ?? 0, 2, language) })}
            </text>
          </>
        );
      })}
      {arrows.map(({ one, from, to }) => (
        <text class="amount" x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 + 4}>
          {words.megawattsShort({ value: number(one.megawatts, 0, language) })}
        </text>
      ))}
    </svg>
  );
}
