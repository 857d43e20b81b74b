import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { Timeline, type Tone } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type LifeEvent, lifeEvents, type MonthRow, monthRows, type TraderLife } from '../rules/months.ts';
import { alertTexts } from '../text/texts.ts';
import { euros, monthWord, shortEuros, shortMonth } from './parts.tsx';

const tones: Readonly<Record<LifeEvent['kind'], Tone>> = {
  ...{ registered: 'none', first_inflow: 'part', peak: 'part' },
  ...{ return_missing: 'bad', ended: 'bad' },
};

/** In a narrow place the wide drawing's letters would be too small; the style sheet shows one of the two. */
const drawings = [
  { kind: 'wide', width: 640, step: 1 },
  { kind: 'narrow', width: 360, step: 3 },
] as const;

const measures = { height: 190, left: 54, top: 14, bottom: 42 };

/** What a trader traded and declared month by month, what happened to him, and a table that says the same. */
export function TraderTimeline({
  life,
  trader,
  from,
  to,
  context,
}: {
  life: TraderLife;
  trader: string;
  from: number;
  to: number;
  context: Pick<PageContext, 'language'>;
}) {
  const { picture: words } = alertTexts(context.language);
  const rows = monthRows(life, from, to);
  const events = lifeEvents(life, from, to);
  const isOpen = life.covered !== null;
  const lastCovered = Math.max(0, ...(life.covered ?? []));
  const isMissing = (month: number) =>
    events.some((one) => one.kind === 'return_missing' && one.month === month);
  return (
    <>
      <figure class="chart months">
        <div role="img" aria-label={words.timelineSaid({ trader })}>
          {drawings.map((drawing) => (
            <div class={drawing.kind}>
              <Months rows={rows} events={events} drawing={drawing} context={context} />
            </div>
          ))}
        </div>
        <figcaption>
          <ul aria-hidden="true">
            {(['inflow', 'outflow', ...(isOpen ? (['declared'] as const) : [])] as const).map((kind) => (
              <li>
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <Sign kind={kind} />
                </svg>
                {words[kind]}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      {!isOpen && <p>{words.elsewhere}</p>}
      {events.length > 0 && (
        <>
          <h3>{words.events}</h3>
          <Timeline
            moments={events.map(({ kind, month, on, detail }) => ({
              when: on === null ? monthWord(month, context) : formatDate(on as PartialDate, context.language),
              what: words.event[kind],
              ...(detail === null ? {} : { detail }),
              tone: tones[kind],
            }))}
          />
        </>
      )}
      <details>
        <summary>{words.asTable({ count: rows.length })}</summary>
        <DataTable<MonthRow>
          caption={words.timeline}
          rows={rows}
          columns={[
            { title: words.month, cell: ({ month }) => monthWord(month, context) },
            { title: words.inflow, figure: true, cell: ({ inflow }) => euros(inflow, context) },
            { title: words.outflow, figure: true, cell: ({ outflow }) => euros(outflow, context) },
            ...(isOpen
              ? [
                  {
                    title: words.declared,
                    figure: true,
                    cell: ({ month, declared }: MonthRow) => {
                      if (declared !== null) return euros(declared, context);
                      if (isMissing(month)) return words.noReturn;
                      return month > lastCovered ? words.notDue : '–';
                    },
                  },
                ]
              : []),
          ]}
        />
      </details>
    </>
  );
}

function Sign({ kind }: { kind: 'inflow' | 'outflow' | 'declared' }) {
  return kind === 'declared' ? (
    <path class="declared" d="M6 1l5 5-5 5-5-5z" />
  ) : (
    <rect class={kind} x="1" y="1" width="10" height="10" />
  );
}

function Months(props: {
  rows: readonly MonthRow[];
  events: readonly LifeEvent[];
  drawing: { readonly width: number; readonly step: number };
  context: Pick<PageContext, 'language'>;
}) {
  const { rows, events, drawing, context } = props;
  const { height, left, top, bottom } = measures;
  const { width, step } = drawing;
  const most = Math.max(
    1,
    ...rows.flatMap(({ inflow, outflow, declared }) => [inflow, outflow, declared ?? 0]),
  );
  const room = (width - left) / Math.max(1, rows.length);
  const floor = height - bottom;
  const y = (cents: number) => Math.round(10 * (floor - (Math.max(0, cents) / most) * (floor - top))) / 10;
  const x = (place: number) => Math.round(10 * (left + place * room)) / 10;
  const bar = Math.max(2, Math.floor(room * 0.34));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[0, 0.5, 1].map((share) => (
        <>
          <path class="grid" d={`M${left} ${y(share * most)}H${width}`} />
          <text class="scale" x={left - 6} y={y(share * most) + 4}>
            {shortEuros(share * most, context)}
          </text>
        </>
      ))}
      {rows.map(({ month, inflow, outflow, declared }, place) => (
        <>
          <rect class="inflow" x={x(place) + 2} y={y(inflow)} width={bar} height={floor - y(inflow)} />
          <rect
            class="outflow"
            x={x(place) + 3 + bar}
            y={y(outflow)}
            width={bar}
            height={floor - y(outflow)}
          />
          {declared !== null && (
            <path class="declared" d={`M${x(place) + 2 + bar / 2} ${y(declared) - 4}l4 4-4 4-4-4z`} />
          )}
          {events.some((one) => one.month === month && one.kind === 'return_missing') && (
            <path class="missing" d={`M${x(place) + 3} ${floor + 4}l6 6m0-6l-6 6`} />
          )}
          {(rows.length - 1 - place) % step === 0 && (
            <text class="month" x={x(place) + room / 2} y={floor + 24}>
              {shortMonth(month, context)}
            </text>
          )}
          {(rows.length - 1 - place) % step === 0 && (month % 12 === 0 || place === 0 || place < step) && (
            <text class="month" x={x(place) + room / 2} y={floor + 38}>
              {Math.floor(month / 12)}
            </text>
          )}
        </>
      ))}
      {events.map(({ kind, month }) =>
        (kind === 'registered' || kind === 'ended') && rows.some((one) => one.month === month) ? (
          <path class="event" d={`M${x(month - (rows[0]?.month ?? 0))} ${top - 6}V${floor}`} />
        ) : null,
      )}
    </svg>
  );
}
