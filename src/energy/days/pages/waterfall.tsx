import { Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { endsOf, scaleOf } from '../axis.ts';
import { splitFromMean } from '../price-split.ts';
import { dayTexts } from '../text/texts.ts';
import { Chooser, number, SelectField, type Shown, zonesOf } from './parts.tsx';

/** EUR/MWh below which a bar has nothing to show. */
const nothing = 0.005;

/** One bar: where it begins and ends, EUR/MWh. A whole price stands still. */
type Bar = {
  readonly label: string;
  readonly kind: 'whole' | 'up' | 'down';
  readonly from: number;
  readonly to: number;
};

/**
 * From the price without limits to that of a zone, element by element. `without`: the price of that zone in a run of the same orders in which the
 * grid limits nothing, and what that run is called; null: there is none.
 */
export function Waterfall({
  shown,
  zone,
  without,
}: {
  shown: Shown;
  zone: number;
  without: { readonly price: number; readonly name: string } | null;
}) {
  const { run, step, context } = shown;
  const { language } = context;
  const { page } = dayTexts(language);
  const { waterfall: words } = page;
  const zones = zonesOf(shown);
  const { network } = run.clearing.steps[step] as (typeof run.clearing.steps)[number];
  const cleared = run.clearing.result.steps[step] as (typeof run.clearing.result.steps)[number];
  const { mean, parts, rest } = splitFromMean(cleared, network, zone);
  const price = cleared.prices[zone] as number;
  const labelOf = (id: string) => network.domain?.find((row) => row.id === id)?.element ?? id;
  const moves = [
    ...(without === null ? [] : [{ label: words.allZones, part: mean - without.price, shadow: null }]),
    ...parts.map(({ id, part, shadow }) => ({ label: labelOf(id), part, shadow })),
    ...(Math.abs(rest) > nothing ? [{ label: words.rest, part: rest, shadow: null }] : []),
  ];
  const start = without?.price ?? mean;
  let level = start;
  const bars: Bar[] = [
    { label: without === null ? words.mean : words.without, kind: 'whole', from: start, to: start },
    ...moves.map(({ label, part }): Bar => {
      const from = level;
      level += part;
      return { label, kind: part < 0 ? 'down' : 'up', from, to: level };
    }),
    { label: words.price({ zone: zones[zone] ?? '' }), kind: 'whole', from: price, to: price },
  ];
  const at = scaleOf(
    endsOf(
      bars.flatMap(({ from, to }) => [from, to]),
      0.04,
    ),
    [0, 100],
  );
  const signed = (value: number) => `${value > 0 ? '+' : ''}${number(value, 2, language)}`;
  return (
    <Section title={page.split} id="split">
      <Chooser shown={shown} view="step">
        <input type="hidden" name="step" value={step + 1} />
        <SelectField
          name="zone"
          label={page.zone}
          options={zones.map((one) => ({ value: one, text: one }))}
          value={zones[zone] ?? ''}
        />
      </Chooser>
      <p>
        {without === null
          ? words.fromMean({ zone: zones[zone] ?? '' })
          : words.fromWithout({ zone: zones[zone] ?? '', run: without.name })}
      </p>
      <figure class="falls">
        {bars.map(({ label, kind, from, to }) => (
          <div class="bar">
            <span>{label}</span>
            <svg class="track" aria-hidden="true">
              <rect
                class={kind}
                x={`${Math.min(at(from), at(to)) - (kind === 'whole' ? 0.5 : 0)}%`}
                width={`${kind === 'whole' ? 1 : Math.max(0.3, Math.abs(at(to) - at(from)))}%`}
                height="100%"
              />
            </svg>
            <strong>{kind === 'whole' ? number(to, 2, language) : signed(to - from)}</strong>
          </div>
        ))}
        <figcaption>
          <small>{words.scale}</small>
        </figcaption>
      </figure>
      <DataTable<(typeof moves)[number]>
        caption={page.split}
        rows={moves}
        columns={[
          { title: page.element, cell: ({ label }) => label },
          {
            title: page.shadow,
            figure: true,
            cell: ({ shadow }) => (shadow === null ? '–' : number(shadow, 2, language)),
          },
          { title: page.part, figure: true, cell: ({ part }) => signed(part) },
        ]}
        total={[page.welfare, '', signed(price - start)]}
      />
    </Section>
  );
}
