import { sectionsOf } from '#evidence';
import { firstDay, type PartialDate } from '#kernel/dates.ts';
import type { Block, Cell, DocumentSection } from '#platform/document/content.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { instruments } from '../../law/model.ts';
import { events, presidencies, themeTitle } from '../../programme/model.ts';
import { findWord } from '../../text/words/words.ts';
import { isWithin, yearOf } from '../rules/years.ts';
import {
  dateText,
  missingCell,
  nameCell,
  ofSource,
  type Pen,
  sourceCell,
  titleCell,
  titlePhrase,
} from './cells.ts';

/** Who presided, what the plan was about, what was agreed and what happened. */
export function yearSection(pen: Pen): DocumentSection {
  const { words } = pen;
  return {
    id: 'events',
    title: words.events.title(pen.rows.year),
    blocks: [...presidencyBlocks(pen), ...themeBlocks(pen), ...lawBlocks(pen), ...eventBlocks(pen)],
  };
}

function presidencyBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const found = rows.presidencies.filter(({ body }) => yearOf(body.year) === rows.year);
  if (found.length === 0) return [{ kind: 'paragraph', text: words.events.presidencyNone(rows.year) }];
  return found.map(({ id, body }): Block => {
    const priorities = Array.isArray(body.priorities) ? body.priorities.map(String) : [];
    return {
      kind: 'facts',
      facts: [
        {
          label: words.events.presidency,
          value:
            typeof body.party === 'string'
              ? { ...nameCell(body.party, pen), path: presidencies.href(id) }
              : missingCell('not_stated', pen),
        },
        {
          label: words.events.priorities,
          value: priorities.length > 0 ? ofSource(priorities.join('; ')) : missingCell('not_stated', pen),
        },
        ...(typeof body.result === 'string'
          ? [{ label: words.events.result, value: ofSource(body.result) }]
          : []),
        { label: words.source, value: sourceCell(sectionsOf(body), pen) },
      ],
    };
  });
}

function themeBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const found = rows.themes.find(({ body }) => yearOf(body.year) === rows.year);
  const listed = (found?.body.themes ?? []) as readonly RecordBody[];
  if (listed.length === 0) return [{ kind: 'paragraph', text: words.events.themesNone(rows.year) }];
  return [
    { kind: 'heading', text: words.events.themes },
    { kind: 'list', items: listed.map((theme) => titlePhrase(themeTitle(theme), pen)) },
  ];
}

const lawDates = ['adopted', 'signed', 'in_force', 'in_force_until'] as const;

function lawBlocks(pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  const steps = rows.instruments.flatMap((record) =>
    lawDates.flatMap((step) => {
      const on = record.body[step];
      return typeof on === 'string' && isWithin(on as PartialDate, rows.year, rows.period.closing)
        ? [{ record, step, on: on as PartialDate }]
        : [];
    }),
  );
  const heading: Block = { kind: 'heading', text: words.events.law };
  if (steps.length === 0) return [heading, { kind: 'paragraph', text: words.events.lawNone(rows.year) }];
  return [
    heading,
    {
      kind: 'table',
      caption: words.events.law,
      columns: [
        { title: words.when, kind: 'name' },
        { title: words.events.step, kind: 'text' },
        { title: words.implementation.instrument, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: inOrder(steps).map(({ record, step, on }): readonly Cell[] => {
        const kind = typeof record.body.kind === 'string' ? findWord(record.body.kind, language) : undefined;
        const title = titleCell(instruments.title(record.body), pen, instruments.href(record.id));
        return [
          { text: dateText(on, pen) },
          { text: words.events.steps[step] },
          { ...title, details: [...(title.details ?? []), ...(kind === undefined ? [] : [{ text: kind }])] },
          sourceCell(sectionsOf(record.body), pen),
        ];
      }),
    },
  ];
}

function eventBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const dated = rows.events.flatMap((record) => {
    const { date } = record.body;
    const span =
      typeof date === 'object' && date !== null ? (date as { start: PartialDate; end: PartialDate }) : null;
    const on = (span?.start ?? date) as PartialDate | null | undefined;
    if (on == null || !isWithin(on, rows.year, rows.period.closing)) return [];
    return [{ record, on, end: span?.end ?? null }];
  });
  const heading: Block = { kind: 'heading', text: words.events.events };
  if (dated.length === 0) return [heading, { kind: 'paragraph', text: words.events.eventsNone(rows.year) }];
  return [
    heading,
    {
      kind: 'table',
      caption: words.events.events,
      columns: [
        { title: words.when, kind: 'name' },
        { title: words.events.event, kind: 'text' },
        { title: words.results.dossier, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: inOrder(dated).map(({ record, on, end }): readonly Cell[] => [
        {
          text: end === null ? dateText(on, pen) : words.events.span(dateText(on, pen), dateText(end, pen)),
        },
        titleCell(events.title(record.body), pen, events.href(record.id)),
        typeof record.body.case === 'string'
          ? nameCell(record.body.case, pen, [{ name: 'cases' }])
          : { text: words.none },
        sourceCell(sectionsOf(record.body), pen),
      ]),
    },
  ];
}

/** By their earliest day; a date of less precision goes before those within it. */
function inOrder<T extends { readonly on: PartialDate }>(items: readonly T[]): readonly T[] {
  const key = ({ on }: T) => `${firstDay(on)} ${on.length}`;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
