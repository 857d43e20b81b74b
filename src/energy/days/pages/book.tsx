import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page } from '#platform/module.ts';
import { Figure, FigureRow, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { endsOf, roundFigures, scaleOf } from '../axis.ts';
import { blockOutcomes } from '../block-standing.ts';
import { dayTexts } from '../text/texts.ts';
import { type BookOrder, bookSide, curveOf, priceWindow, type Side } from '../zone-book.ts';
import { BlockCounts, BlockTable } from './block-table.tsx';
import {
  Chooser,
  daysPath,
  findShown,
  headOf,
  number,
  RunHead,
  SelectField,
  type Shown,
  StepField,
  stepLinks,
  stepText,
  zoneAsked,
  zonesOf,
} from './parts.tsx';

const sides: readonly Side[] = ['demand', 'supply'];

/** Orders of one zone in one step: both curves with what was accepted, and its blocks with why they were or were not. */
export const bookPage: Page = {
  path: `${daysPath}/:run/book`,
  navigation: 'practice',
  render: async (context) => async () => {
    const found = await findBook(await findShown(context));
    if (!found.ok) return found;
    const { shown, book } = found.value;
    const { page: words } = dayTexts(context.language);
    return ok({
      ...headOf(shown, 'book'),
      lede: words.orders.lede,
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <RunHead shown={shown} view="book" />
          <Curves shown={shown} book={book} />
          <Blocks shown={shown} book={book} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => async () => {
    const found = await findBook(await findShown(context));
    return found.ok ? ok(tableOf(found.value.shown, found.value.book)) : found;
  },
};

type Book = {
  readonly zone: number;
  readonly name: string;
  /** EUR/MWh. */
  readonly price: number;
  readonly orders: Readonly<Record<Side, readonly BookOrder[]>>;
};

function findBook(found: Result<Shown>): Result<{ readonly shown: Shown; readonly book: Book }> {
  if (!found.ok) return found;
  const shown = found.value;
  const zone = zoneAsked(shown, 'zone', 0);
  if (!zone.ok) return zone;
  const { steps, result } = shown.run.clearing;
  const [{ orders }, cleared] = [steps[shown.step], result.steps[shown.step]] as [
    (typeof steps)[number],
    (typeof result.steps)[number],
  ];
  const [own, accepted] = [orders[zone.value], cleared.accepted[zone.value]] as [
    (typeof orders)[number],
    (typeof cleared.accepted)[number],
  ];
  return ok({
    shown,
    book: {
      ...{
        zone: zone.value,
        name: zonesOf(shown)[zone.value] ?? '',
        price: cleared.prices[zone.value] as number,
      },
      orders: { supply: bookSide('supply', own, accepted), demand: bookSide('demand', own, accepted) },
    },
  });
}

const acceptedOf = (orders: readonly BookOrder[]) => orders.reduce((sum, { accepted }) => sum + accepted, 0);

function Curves({ shown, book }: { shown: Shown; book: Book }) {
  const { language } = shown.context;
  const { page } = dayTexts(language);
  const { orders: words } = page;
  const zones = zonesOf(shown);
  const rows = sides.flatMap((side) => book.orders[side]);
  const mw = (value: number) => number(value, 0, language);
  const [demand, supply] = [acceptedOf(book.orders.demand), acceptedOf(book.orders.supply)];
  const { blocks, result } = shown.run.clearing;
  const fromBlocks = blocks.reduce(
    (sum, { zone, side, quantities }, place) =>
      zone === book.zone
        ? sum +
          (side === 'supply' ? 1 : -1) * (result.blocks[place] as number) * (quantities[shown.step] as number)
        : sum,
    0,
  );
  return (
    <Section
      title={words.title({ zone: book.name })}
      id="curves"
      tools={stepLinks(shown, 'book', { zone: book.name })}
    >
      <Chooser shown={shown} view="book">
        <StepField shown={shown} />
        <SelectField
          name="zone"
          label={page.zone}
          options={zones.map((zone) => ({ value: zone, text: zone }))}
          value={book.name}
        />
      </Chooser>
      <p>{stepText(shown)}</p>
      <FigureRow>
        <Figure value={number(book.price, 2, language)} label={page.price} />
        <Figure value={mw(demand)} label={page.demand} />
        <Figure value={mw(supply)} label={page.supply} />
        <Figure value={mw(fromBlocks)} label={words.fromBlocks} />
      </FigureRow>
      <figure class="chart plane">
        <div
          role="img"
          aria-label={words.drawing({ zone: book.name, price: number(book.price, 2, language) })}
        >
          {drawings.map((size) => (
            <div class={size.kind}>
              <Drawing book={book} size={size} shown={shown} />
            </div>
          ))}
        </div>
        <figcaption>
          <ul>
            {(['demand', 'supply', 'level'] as const).map((kind) => (
              <li>
                <svg viewBox="0 0 30 12" aria-hidden="true">
                  <path class={kind} d="M0 6h30" />
                </svg>
                {words.signs[kind]}
              </li>
            ))}
          </ul>
          <small>{words.cut}</small>
        </figcaption>
      </figure>
      <details>
        <summary>{words.asTable({ count: rows.length })}</summary>
        <DataTable<BookOrder>
          caption={words.title({ zone: book.name })}
          rows={rows}
          columns={[
            { title: page.side, cell: ({ side }) => page.sides[side] },
            {
              title: page.limitPrice,
              figure: true,
              cell: ({ price, end }) =>
                price === end
                  ? number(price, 2, language)
                  : words.fromTo({ from: number(price, 2, language), to: number(end, 2, language) }),
            },
            { title: words.quantity, figure: true, cell: ({ quantity }) => number(quantity, 1, language) },
            { title: words.accepted, figure: true, cell: ({ accepted }) => number(accepted, 1, language) },
          ]}
        />
      </details>
    </Section>
  );
}

const drawings = [
  { kind: 'wide', width: 640, height: 320, ticks: 7 },
  { kind: 'narrow', width: 330, height: 280, ticks: 4 },
] as const;
const [left, right, top, bottom] = [52, 12, 10, 42];

function Drawing({ book, size, shown }: { book: Book; size: (typeof drawings)[number]; shown: Shown }) {
  const { language } = shown.context;
  const { width, height, ticks } = size;
  const curves = sides.map((side) => ({
    side,
    line: curveOf(book.orders[side]),
    accepted: acceptedOf(book.orders[side]),
  }));
  const window = endsOf(priceWindow([...book.orders.supply, ...book.orders.demand], book.price), 0.05);
  const most = Math.max(1, ...curves.map(({ line }) => line.at(-1)?.[0] ?? 0));
  const x = scaleOf([0, most], [left, width - right]);
  const y = scaleOf(window, [height - bottom, top]);
  const within = (price: number) => Math.min(window[1], Math.max(window[0], price));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {roundFigures(...window, 6).map((price) => (
        <>
          <path class={price === 0 ? 'zero' : 'grid'} d={`M${left} ${y(price)}H${width - right}`} />
          <text class="scale" x={left - 6} y={y(price) + 4}>
            {number(price, 0, language)}
          </text>
        </>
      ))}
      {roundFigures(0, most, ticks).map((megawatts) => (
        <text class="below" x={x(megawatts)} y={height - bottom + 16}>
          {number(megawatts, 0, language)}
        </text>
      ))}
      <text class="below axis" x={(left + width - right) / 2} y={height - 5}>
        MW
      </text>
      <text class="below axis" transform={`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`}>
        EUR/MWh
      </text>
      <path class="level" d={`M${left} ${y(book.price)}H${width - right}`} />
      {curves.map(({ side, line }) => (
        <path
          class={side}
          d={line
            .map(([at, price], place) => `${place === 0 ? 'M' : 'L'}${x(at)} ${y(within(price))}`)
            .join('')}
        />
      ))}
      {curves.map(({ side, accepted }) => (
        <circle class={side} cx={x(accepted)} cy={y(book.price)} r="5" />
      ))}
    </svg>
  );
}

function Blocks({ shown, book }: { shown: Shown; book: Book }) {
  const { context, run, step } = shown;
  const { page: words } = dayTexts(context.language);
  const { blocks, result, hours } = run.clearing;
  const outcomes = blockOutcomes(blocks, result.blocks, result.steps).filter(
    ({ block }) => block.zone === book.zone,
  );
  return (
    <Section title={words.orders.blocksOf({ zone: book.name })} id="blocks">
      {outcomes.length === 0 ? (
        <p>{words.orders.noBlocks}</p>
      ) : (
        <>
          <p>{words.blocksNote}</p>
          <BlockCounts outcomes={outcomes} context={context} />
          <BlockTable {...{ outcomes, hours, step, context }} zones={zonesOf(shown)} />
        </>
      )}
    </Section>
  );
}

/** All orders of the zone in the step, then its blocks of the day. */
function tableOf({ run, name, step, context }: Shown, { zone, name: zoneName, orders }: Book): ExportTable {
  const { page: words, columns } = dayTexts(context.language);
  const keys = [
    ...['step', 'zone', 'order', 'side', 'limit', 'limit_last', 'quantity', 'accepted', 'standing', 'margin'],
  ] as const;
  const { blocks, result } = run.clearing;
  const own = blockOutcomes(blocks, result.blocks, result.steps).filter(({ block }) => block.zone === zone);
  return {
    name: `energy-${name}-book-${zoneName}-${step + 1}`,
    title: words.titleOfView({ view: words.views.book, title: `${run.about.day} ${zoneName}` }),
    columns: keys.map((key) => ({ key, title: key, note: columns[key as keyof typeof columns] })),
    rows: [
      ...sides.flatMap((side) =>
        orders[side].map(({ price, end, quantity, accepted }) => ({
          ...{ step: step + 1, zone: zoneName, order: 'curve', side, limit: price, limit_last: end },
          ...{ quantity, accepted, standing: null, margin: null },
        })),
      ),
      ...own.map(({ block, share, standing, margin }) => ({
        ...{ step: step + 1, zone: zoneName, order: block.id, side: block.side, limit: block.price },
        ...{ limit_last: block.price, quantity: block.quantities[step] as number },
        ...{ accepted: share * (block.quantities[step] as number), standing, margin },
      })),
    ],
    notes: [...exportNotes(context), ...(run.about.isSynthetic ? [words.synthetic] : [])],
  };
}
