import { sectionsOf } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Block, Cell, DocumentSection } from '#platform/document/content.ts';
import { groups } from '../../bodies/model.ts';
import { instruments } from '../../law/model.ts';
import type { Cell as BoardCell, BoardRow } from '../../law/store.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { isOwed } from '../../parliament/rules/clock.ts';
import { signalFollowups } from '../../programme/model.ts';
import {
  dateText,
  endText,
  lawCell,
  missingCell,
  nameCell,
  ofSource,
  type Pen,
  sourceCell,
  stateCell,
  titleCell,
} from './cells.ts';
import { unrealisedItems } from './plan.ts';

/**
 * What was planned, agreed, asked or signalled and did not come about, as far as the source says so. Where the register has no
 * plan of the year, none is made up: the section says first that it is not there.
 */
export function unrealisedSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  return {
    id: 'unrealised',
    title: words.unrealised.title,
    blocks: [
      ...(rows.plan === null
        ? [
            {
              kind: 'note',
              tone: 'none',
              title: words.unrealised.noPlanItems(rows.year),
              paragraphs: [{ text: words.unrealised.noPlanItemsWhat }],
            } as const,
          ]
        : unrealisedItems(rows.plan, pen)),
      ...signals(pen),
      ...groupsEnded(pen),
      ...instrumentsOpen(pen),
      ...unanswered(pen),
      ...promisesDue(pen),
    ],
  };
}

function tableOr(
  title: string,
  none: string,
  table: { readonly intro?: string; readonly columns: Extract<Block, { kind: 'table' }>['columns'] },
  rows: readonly (readonly Cell[])[],
): readonly Block[] {
  const heading: Block = { kind: 'heading', text: title };
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: none }];
  return [
    heading,
    ...(table.intro === undefined ? [] : [{ kind: 'paragraph', text: table.intro } as const]),
    { kind: 'table', caption: title, columns: table.columns, rows },
  ];
}

function signals(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  return tableOr(
    words.unrealised.signals,
    words.unrealised.signalsNone,
    {
      intro: words.unrealised.signalsIntro,
      columns: [
        { title: words.unrealised.signal, kind: 'name' },
        { title: words.unrealised.outcome, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
    },
    rows.signals.map(({ id, body }) => [
      titleCell(signalFollowups.title(body), pen, signalFollowups.href(id)),
      typeof body.outcome === 'string' ? ofSource(body.outcome) : missingCell('not_stated', pen),
      sourceCell(sectionsOf(body), pen),
    ]),
  );
}

/** Every state in which a group no longer does what it was founded for. */
const endedStates = ['dormant', 'abolished', 'merged', 'converted', 'rejected'];

function groupsEnded(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const shown = rows.groups.filter(({ closing, later }) =>
    [closing, later].some((state) => state !== null && endedStates.includes(state.state)),
  );
  return tableOr(
    words.unrealised.groups,
    words.unrealised.groupsNone,
    {
      intro: words.unrealised.groupsIntro(endText(rows.period.closing, pen)),
      columns: [
        { title: words.groups.group, kind: 'name' },
        { title: endText(rows.period.closing, pen), kind: 'status' },
        { title: words.reason, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
    },
    shown.map((group) => [
      titleCell(group.title, pen, groups.href(group.id)),
      stateCell(group.closing, pen),
      typeof group.record.body.reason === 'string'
        ? ofSource(group.record.body.reason)
        : missingCell('not_stated', pen),
      sourceCell(sectionsOf(group.record.body), pen),
    ]),
  );
}

/** What is open in law at the end of the year, or was seen to be open later. */
function instrumentsOpen(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const isOpen = ({ inLaw }: BoardCell) =>
    inLaw === 'declined' || inLaw === 'not_implemented' || inLaw === 'partial';
  const openIn = (row: BoardRow) => row.cells.filter(isOpen).map((cell) => ({ row, cell, seenLater: false }));
  const { closing, later } = rows.board;
  const told = closing.rows.flatMap(openIn);
  const seen = new Set(told.map(({ row, cell }) => `${row.id}/${cell.party}`));
  const laterOnly = (later?.rows ?? [])
    .flatMap((row) => row.cells.filter(isOpen).map((cell) => ({ row, cell, seenLater: true })))
    .filter(({ row, cell }) => !seen.has(`${row.id}/${cell.party}`));
  return tableOr(
    words.unrealised.instruments,
    words.unrealised.instrumentsNone,
    {
      columns: [
        { title: words.implementation.instrument, kind: 'name' },
        { title: words.implementation.state, kind: 'text' },
        { title: words.implementation.inLaw, kind: 'status' },
        { title: words.reason, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
    },
    [...told, ...laterOnly].map(({ row, cell, seenLater }) => {
      const law = lawCell(cell, pen);
      const moment =
        seenLater && rows.period.later !== null
          ? [{ text: words.seenOnly(dateText(cell.asOf ?? rows.period.later, pen)) }]
          : [];
      return [
        titleCell(row.title, pen, instruments.href(row.id)),
        nameCell(cell.party, pen),
        { ...law, details: [...(law.details ?? []), ...moment] },
        reasonCell(cell, pen),
        sourceCell(sectionsOf(row.record.body), pen),
      ];
    }),
  );
}

function reasonCell(cell: BoardCell, pen: Pen): Cell {
  const ofInstrument =
    cell.reasonsOf === 'instrument' ? [{ text: `(${pen.union.law.reasonOfInstrument})` }] : [];
  const detail = cell.detail === null ? [] : [ofSource(cell.detail)];
  if (cell.reasons.length > 0)
    return { ...ofSource(cell.reasons.join('; ')), details: [...ofInstrument, ...detail] };
  return { ...missingCell('not_stated', pen), details: detail };
}

function unanswered(pen: Pen): readonly Block[] {
  const { rows, words, union } = pen;
  const open = rows.items.closing.flatMap((item) =>
    item.clocks.filter(({ state }) => isOwed(state)).map((clock) => ({ item, clock })),
  );
  return tableOr(
    words.unrealised.parliament,
    words.unrealised.parliamentNone,
    {
      columns: [
        { title: union.parliament.item, kind: 'name' },
        { title: union.parliament.addressee, kind: 'text' },
        { title: union.parliament.tabled, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
    },
    open.map(({ item, clock }) => [
      titleCell(item.title, pen, parliamentItems.href(item.id)),
      nameCell(clock.addressee, pen),
      item.tabled === null ? missingCell('not_stated', pen) : { text: dateText(item.tabled, pen) },
      sourceCell(sectionsOf(item.record.body), pen),
    ]),
  );
}

/** Obligations that fall due by the end of the year: whether they were met, the source need not say. */
function promisesDue(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const end = lastDay(rows.period.closing);
  const due = rows.commitments.filter(({ dueLatest }) => dueLatest !== null && dueLatest <= end);
  return tableOr(
    words.unrealised.promises,
    words.unrealised.promisesNone(endText(rows.period.closing, pen)),
    {
      intro: words.unrealised.promisesIntro,
      columns: [
        { title: words.unrealised.promise, kind: 'name' },
        { title: words.unrealised.owner, kind: 'text' },
        { title: words.unrealised.due, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
    },
    due.map((one) => [
      { ...ofSource(one.text), path: instruments.href(one.origin.id) },
      one.owner === null ? missingCell('not_stated', pen) : nameCell(one.owner, pen),
      { text: dateText((one.stated ?? one.dueLatest) as PartialDate, pen) },
      sourceCell(one.source, pen),
    ]),
  );
}
