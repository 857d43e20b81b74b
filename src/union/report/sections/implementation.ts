import { sectionsOf } from '#evidence';
import type { Block, Cell, DocumentSection, Phrase } from '#platform/document/content.ts';
import { instruments } from '../../law/model.ts';
import type { Board, BoardRow } from '../../law/store.ts';
import {
  dateText,
  endText,
  lawCell,
  nameCell,
  numberCell,
  type Pen,
  sourceCell,
  titleCell,
} from './cells.ts';

/** What each state did with each instrument by the end of the year, and the deficit with the unknown beside it. */
export function implementationSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  const board = rows.board.closing;
  return {
    id: 'implementation',
    title: words.implementation.title,
    blocks:
      board.rows.length === 0
        ? [{ kind: 'paragraph', text: words.implementation.none }]
        : [
            { kind: 'paragraph', text: words.implementation.intro(endText(rows.period.closing, pen)) },
            boardTable(pen),
            ...othersTable(pen),
            ...deficitBlocks(pen),
          ],
  };
}

function boardTable(pen: Pen): Block {
  const { rows, words } = pen;
  const board = rows.board.closing;
  return {
    kind: 'table',
    caption: words.implementation.title,
    columns: [
      { title: words.implementation.instrument, kind: 'name' },
      ...board.members.map((party) => ({ title: nameCell(party, pen).text, kind: 'status' as const })),
      { title: words.source, kind: 'source' },
    ],
    rows: board.rows.map((row) => [
      titleCell(row.title, pen, instruments.href(row.id)),
      ...board.members.map((party) => statusCell(row, party, pen)),
      sourceCell(sectionsOf(row.record.body), pen),
    ]),
  };
}

/** The state at the end of the year; below it what was seen later, where that is another. */
function statusCell(row: BoardRow, party: string, pen: Pen): Cell {
  const { rows, words, union } = pen;
  const cell = row.cells.find((one) => one.party === party);
  if (cell === undefined) return { text: union.lawStatuses.unknown, tone: 'none' };
  const later = rows.board.later?.rows
    .find(({ id }) => id === row.id)
    ?.cells.find((one) => one.party === party);
  const shown = lawCell(cell, pen);
  const seen: readonly Phrase[] =
    later === undefined || later.inLaw === cell.inLaw || rows.period.later === null
      ? []
      : [
          {
            text: words.seenLater(
              dateText(later.asOf ?? rows.period.later, pen),
              union.lawStatuses[later.inLaw],
            ),
          },
        ];
  return { ...shown, details: [...(shown.details ?? []), ...seen] };
}

/** Parties that are no members, of which the source speaks all the same. */
function othersTable(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const board = rows.board.closing;
  const others = board.rows.flatMap((row) =>
    row.cells.filter(({ party }) => !board.members.includes(party)).map(({ party }) => ({ row, party })),
  );
  if (others.length === 0) return [];
  return [
    { kind: 'heading', text: words.implementation.others },
    {
      kind: 'table',
      caption: words.implementation.others,
      columns: [
        { title: words.implementation.instrument, kind: 'name' },
        { title: words.implementation.state, kind: 'text' },
        { title: words.implementation.inLaw, kind: 'status' },
        { title: words.source, kind: 'source' },
      ],
      rows: others.map(({ row, party }) => [
        titleCell(row.title, pen, instruments.href(row.id)),
        nameCell(party, pen),
        statusCell(row, party, pen),
        sourceCell(sectionsOf(row.record.body), pen),
      ]),
    },
  ];
}

function deficitBlocks(pen: Pen): readonly Block[] {
  const { rows, words, union } = pen;
  const { closing, later } = rows.board;
  const heading: Block = { kind: 'heading', text: words.implementation.deficit };
  if (closing.deficit === null) return [heading, { kind: 'paragraph', text: union.law.deficitNone }];
  const { deficit } = closing;
  const at = (board: Board, party: string): readonly Cell[] => {
    const found = board.deficit?.find((one) => one.party === party);
    if (found === undefined) return [{ text: '' }, { text: '' }, { text: '' }];
    return [
      numberCell(found.open, pen),
      numberCell(found.assessed, pen),
      { ...numberCell(found.unknown, pen), ...(found.unknown > 0 ? { tone: 'none' as const } : {}) },
    ];
  };
  const moments: readonly { readonly day: string; readonly board: Board }[] = [
    { day: endText(rows.period.closing, pen), board: closing },
    ...(later === null || rows.period.later === null
      ? []
      : [{ day: dateText(rows.period.later, pen), board: later }]),
  ];
  return [
    heading,
    { kind: 'paragraph', text: words.implementation.deficitIntro },
    {
      kind: 'table',
      caption: words.implementation.deficit,
      columns: [
        { title: words.implementation.state, kind: 'name' },
        { title: words.implementation.moment, kind: 'text' },
        { title: words.implementation.open, kind: 'figure' },
        { title: words.implementation.assessed, kind: 'figure' },
        { title: words.implementation.unknown, kind: 'figure' },
      ],
      rows: deficit.flatMap(({ party }) =>
        moments.map(({ day, board }) => [nameCell(party, pen), { text: day }, ...at(board, party)]),
      ),
    },
    ...(closing.rule === null
      ? []
      : [
          {
            kind: 'note' as const,
            tone: 'none' as const,
            title: union.law.deficitNote,
            paragraphs: [{ text: closing.rule, language: 'en' }],
          },
        ]),
  ];
}
