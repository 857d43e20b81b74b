import { compareYears, drawnPoints, indicators, refusalText, type Series, sectionsOf } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { numberOf } from '#kernel/observation-value.ts';
import type { Block, Cell, DocumentSection, Phrase } from '#platform/document/content.ts';
import { texts } from '#platform/text/texts.ts';
import { groups } from '../../bodies/model.ts';
import type { ReportGroup, ReportRows } from '../model.ts';
import {
  cosmeticOf,
  gains,
  type Ledger,
  type LedgerEntry,
  ledgerOf,
  losses,
  type Movement,
} from '../rules/ledger.ts';
import {
  dateText,
  endText,
  figureCell,
  nothing,
  numberCell,
  ofSource,
  type Pen,
  sourceCell,
  stateCell,
  titleCell,
  titlePhrase,
} from './cells.ts';

/** The account of groups, the groups themselves, and beside them what the source counted in its own way. */
export function groupsSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  const entries = rows.groups.map(({ id, opening, closing, steps }) => ({
    group: id,
    opening: opening.state,
    closing: closing.state,
    steps,
  }));
  const ledger = ledgerOf(entries);
  return {
    id: 'groups',
    title: words.groups.title,
    blocks:
      rows.groups.length === 0
        ? [{ kind: 'paragraph', text: words.groups.none }, ...countedBlocks(pen)]
        : [
            { kind: 'paragraph', text: words.groups.intro },
            ledgerTable(ledger, pen),
            balanceNote(ledger, pen),
            ...cosmeticBlocks(entries, pen),
            ...movementBlocks(pen),
            ...countedBlocks(pen),
            { kind: 'heading', text: words.groups.all },
            groupTable(pen),
          ],
  };
}

/** Of a movement; the table of changes has them all. */
const mostNamed = 8;

function ledgerTable(ledger: Ledger, pen: Pen): Block {
  const { rows, words } = pen;
  const { groups: said } = words;
  const titles = new Map(rows.groups.map((group) => [group.id, group]));
  const named = (ids: readonly string[]): Cell => {
    // An end of the account is listed whole in the table below; a movement is named here.
    const found = ids.flatMap((id) => titles.get(id) ?? []);
    const shown = found.slice(0, mostNamed).map(({ title }) => titlePhrase(title, pen).text);
    return { text: [...shown, ...(found.length > mostNamed ? ['…'] : [])].join('; ') };
  };
  const end = (label: string, known: readonly string[], unknown: readonly string[]): readonly Cell[] => [
    { text: label },
    numberCell(known.length, pen),
    unknown.length === 0 ? numberCell(0, pen) : { ...numberCell(unknown.length, pen), tone: 'none' },
    nothing,
  ];
  const line = (movement: Movement, sign: string): readonly Cell[] => [
    { text: `${sign} ${said.movements[movement]}` },
    // While states are unknown, no dated movement is not the same as no movement.
    ledger.movements[movement].length === 0 && !ledger.complete
      ? { text: said.noneDated }
      : numberCell(ledger.movements[movement].length, pen),
    nothing,
    named(ledger.movements[movement]),
  ];
  return {
    kind: 'table',
    caption: said.ledger,
    columns: [
      { title: said.line, kind: 'name' },
      { title: said.known, kind: 'figure' },
      { title: said.unknown, kind: 'figure' },
      { title: said.which, kind: 'text' },
    ],
    rows: [
      end(said.opening(endText(rows.period.opening, pen)), ledger.opening, ledger.openingUnknown),
      ...gains.map((movement) => line(movement, '+')),
      ...losses
        .filter((movement) => movement !== 'otherwise' || ledger.movements.otherwise.length > 0)
        .map((movement) => line(movement, '−')),
    ],
    total: end(said.closing(endText(rows.period.closing, pen)), ledger.closing, ledger.closingUnknown),
  };
}

function balanceNote(ledger: Ledger, { words }: Pen): Block {
  return ledger.complete
    ? { kind: 'note', tone: 'good', title: words.groups.balanced, paragraphs: [] }
    : {
        kind: 'note',
        tone: 'part',
        title: words.groups.notBalanced,
        paragraphs: [
          { text: words.groups.notBalancedWhy(ledger.openingUnknown.length, ledger.closingUnknown.length) },
        ],
      };
}

/** Beside the account: what fell out of the count and goes on elsewhere; said only where there is such. */
function cosmeticBlocks(entries: readonly LedgerEntry[], pen: Pen): readonly Block[] {
  const { rows, words, union } = pen;
  const cosmetic = cosmeticOf(entries);
  if (cosmetic.length === 0) return [];
  const groupOf = (id: string) => rows.groups.find((group) => group.id === id);
  const named = (id: string, otherwise: string): Cell => {
    const group = groupOf(id);
    return group === undefined ? ofSource(otherwise) : titleCell(group.title, pen, groups.href(id));
  };
  return [
    { kind: 'heading', text: words.groups.cosmetic },
    { kind: 'paragraph', text: words.groups.cosmeticIntro(cosmetic.length) },
    {
      kind: 'table',
      caption: words.groups.cosmetic,
      columns: [
        { title: words.groups.group, kind: 'name' },
        { title: words.groups.became, kind: 'text' },
        { title: words.when, kind: 'text' },
        { title: words.groups.livesOn, kind: 'text' },
      ],
      rows: cosmetic.map(({ group, to, on, livesOn }) => [
        named(group, group),
        { text: union.groupStates[to as keyof typeof union.groupStates] ?? to },
        { text: dateText(on, pen) },
        named(livesOn, livesOn),
      ]),
    },
  ];
}

function movementBlocks(pen: Pen): readonly Block[] {
  const { rows, words, union } = pen;
  const steps = rows.groups.flatMap((group) => group.steps.map((step) => ({ group, step })));
  const heading: Block = { kind: 'heading', text: words.groups.steps(rows.year) };
  if (steps.length === 0) return [heading, { kind: 'paragraph', text: words.groups.stepsNone(rows.year) }];
  return [
    heading,
    {
      kind: 'table',
      caption: words.groups.steps(rows.year),
      columns: [
        { title: words.groups.group, kind: 'name' },
        { title: words.groups.became, kind: 'text' },
        { title: words.when, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: steps.map(({ group, step }) => [
        titleCell(group.title, pen, groups.href(group.id)),
        { text: union.groupStates[step.to as keyof typeof union.groupStates] ?? step.to },
        { text: dateText(step.on, pen) },
        sourceCell(sectionsOf(group.record.body), pen),
      ]),
    },
  ];
}

function groupTable(pen: Pen): Block {
  const { rows, words } = pen;
  const { opening, closing, later } = rows.period;
  const cells = (group: ReportGroup): readonly Cell[] => [
    titleCell(group.title, pen, groups.href(group.id)),
    ...[group.opening, group.closing, group.later].flatMap((state) =>
      state === null ? [] : [stateCell(state, pen)],
    ),
    sourceCell(sectionsOf(group.record.body), pen),
  ];
  return {
    kind: 'table',
    caption: words.groups.all,
    columns: [
      { title: words.groups.group, kind: 'name' },
      ...[
        endText(opening, pen),
        endText(closing, pen),
        ...(later === null ? [] : [dateText(later, pen)]),
      ].map((title) => ({ title, kind: 'status' as const })),
      { title: words.source, kind: 'source' },
    ],
    rows: rows.groups.map(cells),
  };
}

/** Rows of the table of counts that count groups: the layout's own name for them is part of their id. */
export function groupCounts({ catalogue }: Pick<ReportRows, 'catalogue'>): readonly Series[] {
  return catalogue.table.filter((series) => series.id.includes(groups.name));
}

/** What the source counted, with its gaps, what may be compared of it, and the other counts of the year. */
function countedBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const heading: Block = { kind: 'heading', text: words.groups.counted };
  const counted = groupCounts(rows);
  if (counted.length === 0)
    return [heading, { kind: 'paragraph', text: words.groups.countedNone }, ...otherCountBlocks(pen)];
  const years = [
    ...new Set(counted.flatMap(({ points }) => points.flatMap(({ year }) => year ?? []))),
  ].sort();
  const judged = verdictOf(counted, pen);
  const drawn = judged.drawn ?? counted[0];
  return [
    heading,
    { kind: 'paragraph', text: words.groups.countedIntro },
    ...(drawn === undefined ? [] : [chartOf(drawn, pen)]),
    {
      kind: 'table',
      caption: words.groups.counted,
      columns: [
        { title: words.results.count, kind: 'name' },
        ...years.map((year) => ({ title: year, kind: 'figure' as const })),
        { title: words.source, kind: 'source' },
      ],
      rows: counted.map((series) => [
        { ...titlePhrase(series.title, pen, indicators.href(series.id)) },
        ...years.map((year): Cell => {
          const point = series.points.find((one) => one.year === year);
          return point === undefined ? { text: words.results.noEntry } : figureCell(point.value, null, pen);
        }),
        sourceCell(series.points[0]?.source ?? [], pen),
      ]),
    },
    ...judged.notes,
    ...(rows.countsNotes.caveats.length === 0
      ? []
      : [
          {
            kind: 'note' as const,
            tone: 'none' as const,
            title: words.groups.sourceWarns,
            paragraphs: rows.countsNotes.caveats.map(ofSource),
          },
        ]),
    ...otherCountBlocks(pen),
  ];
}

/**
 * Whether the first and the last reported year may be held against each other, for each row; a refusal says why, and
 * what can be compared instead. `drawn` is the row that can be.
 */
function verdictOf(
  counted: readonly Series[],
  pen: Pen,
): { readonly notes: readonly Block[]; readonly drawn: Series | undefined } {
  const { rows, words, language } = pen;
  const { table } = rows.catalogue;
  let drawn: Series | undefined;
  const notes = counted.flatMap((series): readonly Block[] => {
    const reported = series.points.flatMap((point) =>
      point.year !== null && numberOf(point.value) !== undefined ? [point.year] : [],
    );
    const [first, last] = [reported[0], reported.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const verdict = compareYears(table, series, first, last);
    const figure = (year: string) => {
      const point = series.points.find((one) => one.year === year);
      return point === undefined ? '' : figureCell(point.value, null, pen).text;
    };
    const title = localize(series.title, language, ['en']).text;
    if (verdict.comparable) {
      drawn ??= series;
      return [
        {
          kind: 'note',
          tone: 'good',
          title: words.groups.mayCompare(title),
          paragraphs: [{ text: words.groups.change(first, figure(first), last, figure(last)) }],
        },
      ];
    }
    const instead = verdict.alternative;
    const other = table.find(({ id }) => id === instead?.series);
    drawn ??= other;
    const paragraphs: readonly Phrase[] = [
      ...verdict.reasons.map((reason) => ({ text: refusalText(reason, language, table) })),
      ...(instead === null
        ? []
        : [
            {
              text: words.groups.instead(
                other === undefined ? instead.series : localize(other.title, language, ['en']).text,
                first,
                numberCell(instead.from, pen).text,
                last,
                numberCell(instead.to, pen).text,
              ),
            },
          ]),
    ];
    return [
      {
        kind: 'note',
        tone: 'part',
        title: words.groups.mayNotCompare(title, first, figure(first), last, figure(last)),
        paragraphs,
      },
    ];
  });
  return { notes, drawn };
}

function chartOf(series: Series, pen: Pen): Block {
  const { language } = pen;
  const { chart } = texts(language);
  const title = localize(series.title, language, ['en']).text;
  const points = drawnPoints(series.points, language);
  const spoken = points.map((point) =>
    point.value === null
      ? chart.gap(point.year, point.reason ?? '')
      : chart.value(point.year, numberCell(point.value, pen).text),
  );
  return {
    kind: 'chart',
    title,
    unit: series.unit ?? '',
    points,
    alternative: `${title}. ${spoken.join('; ')}`,
  };
}

/** Counts that the source gives apart from its table, and why they are none of its series. */
function otherCountBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  if (rows.otherCounts.length === 0) return [];
  return [
    { kind: 'heading', text: words.groups.otherCounts(rows.year) },
    {
      kind: 'table',
      caption: words.groups.otherCounts(rows.year),
      columns: [
        { title: words.groups.what, kind: 'name' },
        { title: rows.year, kind: 'figure' },
        { title: words.groups.saidBy, kind: 'text' },
        { title: words.groups.comparableWithTable, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: rows.otherCounts.map(({ body }) => [
        ofSource(String(body.what ?? body.id)),
        typeof body.value === 'number'
          ? numberCell(body.value, pen)
          : { text: texts(pen.language).missing.not_stated, missing: 'not_stated' },
        typeof body.said_by === 'string' ? ofSource(body.said_by) : { text: words.none },
        {
          text:
            body.comparable_with_counts_by_year === false
              ? words.no
              : body.comparable_with_counts_by_year === true
                ? words.yes
                : words.notSaid,
          ...(typeof body.why_not === 'string' ? { details: [ofSource(body.why_not)] } : {}),
        },
        sourceCell(sectionsOf(body), pen),
      ]),
    },
  ];
}
