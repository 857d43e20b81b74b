import { indicators, type Point, type Series, sectionsOf } from '#evidence';
import type { Block, Cell, DocumentSection, Phrase } from '#platform/document/content.ts';
import { texts } from '#platform/text/texts.ts';
import { groups } from '../../bodies/model.ts';
import { instruments } from '../../law/model.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { presidencies } from '../../programme/model.ts';
import { yearOf } from '../rules/years.ts';
import { unstatedBudgets } from './budget.ts';
import {
  dateText,
  endText,
  missingCell,
  nameCell,
  ofSource,
  type Pen,
  sourceCell,
  titleCell,
  titlePhrase,
} from './cells.ts';
import { groupCounts } from './groups.ts';

/**
 * What is not known of the year, and why: the statement that no report of the union had. It says how much is there, then
 * names each thing that is not, with the source's own reason where it gives one.
 */
export function coverageSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  const { coverage } = words;
  return {
    id: 'coverage',
    title: coverage.title,
    blocks: [
      { kind: 'paragraph', text: coverage.intro },
      summary(pen),
      ...mainGaps(pen),
      ...figureBlocks(pen),
      ...groupBlocks(pen),
      ...instrumentBlocks(pen),
      ...otherBlocks(pen),
      ...sourceBlocks(pen),
      { kind: 'paragraph', text: coverage.end },
      ...(rows.register.meta.synthetic === true
        ? [{ kind: 'note' as const, tone: 'part' as const, title: words.facts.synthetic, paragraphs: [] }]
        : []),
    ],
  };
}

const ownPoints = (series: Series, year: string): readonly Point[] =>
  series.points.filter((point) => yearOf(point.year) === year);
const isStated = ({ value }: Point) => value.kind !== 'missing';

/** How much of what could be known is known. */
function summary(pen: Pen): Block {
  const { rows, words } = pen;
  const { coverage } = words;
  const all = [...rows.catalogue.table, ...rows.catalogue.indicators];
  const stated = all.filter((series) => ownPoints(series, rows.year).some(isStated));
  const groupsKnown = rows.groups.filter(({ closing }) => closing.state !== 'unknown');
  const counting = countingRows(pen);
  const lawKnown = counting.filter(({ cells }) => cells.some(({ inLaw }) => inLaw !== 'unknown'));
  const of = (known: number, expected: number): Cell => ({
    text: coverage.of(known, expected),
    ...(expected > 0 ? { value: known } : {}),
  });
  return {
    kind: 'facts',
    facts: [
      { label: coverage.seriesWithFigure(rows.year), value: of(stated.length, all.length) },
      {
        label: coverage.groupsKnown(endText(rows.period.closing, pen)),
        value: of(groupsKnown.length, rows.groups.length),
      },
      {
        label: coverage.instrumentsKnown(endText(rows.period.closing, pen)),
        value: of(lawKnown.length, counting.length),
      },
      {
        label: coverage.budgetsKnown,
        value: of(rows.budgets.filter(({ amount }) => amount !== null).length, rows.budgets.length),
      },
    ],
  };
}

/** Instruments that count for the deficit; where the source does not say which do, all that it follows by state. */
function countingRows({ rows }: Pen) {
  const { rows: told, countedKinds } = rows.board.closing;
  return countedKinds.length === 0 ? told : told.filter(({ kind }) => countedKinds.includes(kind));
}

/** The two gaps that a reader asks after first, in sentences: groups that nobody counted, budgets that nobody stated. */
function mainGaps(pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  const { coverage } = words;
  const { missing } = texts(language);
  const uncounted = groupCounts(rows).flatMap((series) =>
    ownPoints(series, rows.year).flatMap((point) =>
      point.value.kind === 'missing' ? [{ series, reason: point.value.reason }] : [],
    ),
  );
  const items: Phrase[] = [];
  const [first] = uncounted;
  if (first !== undefined)
    items.push({
      text: coverage.noGroupOverview(
        rows.year,
        missing[first.reason],
        uncounted.map(({ series }) => titlePhrase(series.title, pen).text).join('; '),
      ),
    });
  const unstated = unstatedBudgets(pen);
  if (unstated !== '') items.push({ text: coverage.budgetsUnstated(unstated) });
  return items.length === 0
    ? []
    : [{ kind: 'note', tone: 'part', title: coverage.mainGaps, paragraphs: items }];
}

function figureBlocks(pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  const { coverage } = words;
  const { missingMeaning, missing } = texts(language);
  const all = [...rows.catalogue.table, ...rows.catalogue.indicators];
  const gaps = all.flatMap((series) =>
    ownPoints(series, rows.year).flatMap((point) =>
      point.value.kind === 'missing' ? [{ series, point, value: point.value }] : [],
    ),
  );
  const silent = all.filter((series) => ownPoints(series, rows.year).length === 0);
  const undated = silent.filter(({ points }) => points.some(({ year }) => year === null));
  const never = silent.filter((series) => !undated.includes(series));
  const budget = rows.budgets.find(({ year }) => year === rows.year);
  return [
    { kind: 'heading', text: coverage.figures(rows.year) },
    ...(gaps.length === 0 && budget?.amount !== null
      ? [{ kind: 'paragraph' as const, text: coverage.figuresNone(rows.year) }]
      : [
          {
            kind: 'table' as const,
            caption: coverage.figures(rows.year),
            columns: [
              { title: coverage.what, kind: 'name' as const },
              { title: coverage.why, kind: 'text' as const },
              { title: coverage.meaning, kind: 'text' as const },
              { title: words.source, kind: 'source' as const },
            ],
            rows: [
              ...gaps.map(({ series, point, value }) => [
                titleCell(series.title, pen, indicators.href(series.id)),
                missingCell(value.reason, pen, value.note),
                { text: missingMeaning[value.reason] },
                sourceCell(point.source, pen),
              ]),
              ...(budget === undefined || budget.amount !== null
                ? []
                : [
                    [
                      { text: words.budget.amount(rows.year) },
                      missingCell(budget.missing?.reason ?? 'not_stated', pen, budget.missing?.note ?? null),
                      { text: missingMeaning[budget.missing?.reason ?? 'not_stated'] },
                      sourceCell(budget.source, pen),
                    ],
                  ]),
            ],
          },
        ]),
    ...(rows.countsNotes.dash === null
      ? []
      : [
          {
            kind: 'note' as const,
            tone: 'none' as const,
            title: coverage.dash,
            paragraphs: [ofSource(rows.countsNotes.dash)],
          },
        ]),
    ...namedList(coverage.noEntry(rows.year), never, pen),
    ...namedList(coverage.undated, undated, pen),
    ...(budget === undefined
      ? [{ kind: 'paragraph' as const, text: `${words.budget.none(rows.year)} (${missing.not_stated})` }]
      : []),
  ];
}

function namedList(intro: string, series: readonly Series[], pen: Pen): readonly Block[] {
  if (series.length === 0) return [];
  return [
    { kind: 'paragraph', text: intro },
    { kind: 'list', items: series.map(({ title, id }) => titlePhrase(title, pen, indicators.href(id))) },
  ];
}

/** Groups of which it is not known whether they were active at the end of the year. */
function groupBlocks(pen: Pen): readonly Block[] {
  const { rows, words, union } = pen;
  const { coverage } = words;
  const unknown = rows.groups.filter(({ closing }) => closing.state === 'unknown');
  const heading: Block = { kind: 'heading', text: coverage.groups(endText(rows.period.closing, pen)) };
  if (unknown.length === 0) return [heading, { kind: 'paragraph', text: coverage.groupsNone }];
  const undatedStart = rows.groups.filter(
    ({ record }) => typeof record.body.created !== 'string' && record.body.created_missing != null,
  );
  return [
    heading,
    { kind: 'paragraph', text: coverage.groupsIntro(unknown.length, rows.groups.length) },
    {
      kind: 'table',
      caption: coverage.groups(endText(rows.period.closing, pen)),
      columns: [
        { title: words.groups.group, kind: 'name' },
        { title: coverage.why, kind: 'text' },
        { title: coverage.nextKnown, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: unknown.map(({ id, title, closing, record }) => {
        const said = record.body.status_missing as { note?: string | null } | null | undefined;
        const name = (code: string) => union.groupStates[code as keyof typeof union.groupStates] ?? code;
        return [
          titlePhrase(title, pen, groups.href(id)),
          {
            text: 'why' in closing ? union.why[closing.why] : '',
            details: typeof said?.note === 'string' ? [ofSource(said.note)] : [],
          },
          {
            text:
              'why' in closing && closing.next !== null
                ? union.nextKnown(name(closing.next.state), closing.next.on)
                : words.nothingLater,
          },
          sourceCell(sectionsOf(record.body), pen),
        ];
      }),
    },
    ...(undatedStart.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: coverage.startsUnstated(undatedStart.length) }]),
  ];
}

/** Instruments that count and of which nothing is known, and those that the source follows without knowing. */
function instrumentBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const { coverage } = words;
  const heading: Block = { kind: 'heading', text: coverage.instruments(endText(rows.period.closing, pen)) };
  const unknown = rows.board.closing.rows.flatMap((row) => {
    const parties = row.cells.filter(({ inLaw }) => inLaw === 'unknown').map(({ party }) => party);
    return parties.length === 0 ? [] : [{ row, parties, all: parties.length === row.cells.length }];
  });
  if (unknown.length === 0) return [heading, { kind: 'paragraph', text: coverage.instrumentsNone }];
  return [
    heading,
    { kind: 'paragraph', text: coverage.instrumentsIntro },
    {
      kind: 'table',
      caption: coverage.instruments(endText(rows.period.closing, pen)),
      columns: [
        { title: words.implementation.instrument, kind: 'name' },
        { title: coverage.unknownFor, kind: 'text' },
        { title: coverage.why, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: unknown.map(({ row, parties, all }) => {
        const later = rows.board.later?.rows.find(({ id }) => id === row.id);
        const knownLater = later?.cells.some(
          ({ party, inLaw }) => parties.includes(party) && inLaw !== 'unknown',
        );
        return [
          titleCell(row.title, pen, instruments.href(row.id)),
          { text: all ? coverage.everyState : parties.map((party) => nameCell(party, pen).text).join(', ') },
          {
            text:
              knownLater === true
                ? coverage.knownLaterOnly
                : row.cells.some(({ recorded }) => recorded)
                  ? coverage.saidUnknown
                  : coverage.notTreated,
          },
          sourceCell(sectionsOf(row.record.body), pen),
        ];
      }),
    },
    ...(rows.board.closing.rows.every(({ cells }) =>
      cells.every(({ inPractice }) => inPractice === 'unknown'),
    )
      ? [{ kind: 'paragraph' as const, text: coverage.practiceUnknown }]
      : []),
  ];
}

/** What else of the year the source leaves open. */
function otherBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const { coverage } = words;
  const presided = rows.presidencies.filter(({ body }) => yearOf(body.year) === rows.year);
  const items: Phrase[] = [
    ...(presided.length === 0 ? [{ text: words.events.presidencyNone(rows.year) }] : []),
    ...presided
      .filter(({ body }) => typeof body.party !== 'string')
      .map(({ id }) => ({ text: coverage.presidencyUnstated(rows.year), path: presidencies.href(id) })),
    ...(rows.plan === null ? [{ text: coverage.noPlanItems(rows.year) }] : []),
    ...rows.items.closing
      .filter(({ tabled }) => tabled !== null && tabled.length < 10)
      .map(({ title, tabled, id }) => ({
        text: coverage.itemUndated(
          titlePhrase(title, pen).text,
          tabled === null ? '' : dateText(tabled, pen),
        ),
        path: parliamentItems.href(id),
      })),
    ...(rows.gap === null ? [] : [ofSource(rows.gap)]),
  ];
  return [
    { kind: 'heading', text: coverage.others },
    { kind: 'list', items },
  ];
}

/** From where the source looks, and what it says of itself. */
function sourceBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const { meta } = rows.register;
  const facts = (['perspective', 'editorial_fields'] as const).flatMap((key) => {
    const said = meta[key];
    return typeof said === 'string' ? [{ label: words.facts[key], value: ofSource(said) }] : [];
  });
  return [
    { kind: 'heading', text: words.coverage.source },
    ...(facts.length === 0
      ? [{ kind: 'paragraph' as const, text: words.coverage.perspectiveNone }]
      : [{ kind: 'facts' as const, facts }]),
  ];
}
