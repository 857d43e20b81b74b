import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Figure, FigureRow, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, type PageOfRows, Pagination } from '#platform/page/table.tsx';
import { countRecords, listRecords, type StoredRecord } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, loadNames } from '../../bodies/store.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { instrumentsFeed } from '../../feeds/instruments.ts';
import { plainName } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { instruments } from '../model.ts';
import { type BoardRow, listBoardRows, loadBoard, outlineBoard } from '../store.ts';
import { InLaw, InstrumentTitle } from './cells.tsx';

const pageSize = 100;

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

/** The board and the list of all instruments turn their pages apart: the address names both. */
const pageNames = { board: 'page', all: 'all-page' } as const;

async function load(context: PageContext) {
  const moment = momentOf(context);
  const from = (name: keyof typeof pageNames) => (pageOf(context.query, pageNames[name]) - 1) * pageSize;
  return context.read(async (tx) => {
    const board = await outlineBoard(tx, context.register, moment);
    const ids = board.ids.slice(from('board'), from('board') + pageSize);
    const query = { ...moment, kinds: [instruments.name] };
    const total = () => countRecords(tx, query).then((counted) => counted.total);
    return {
      board,
      rows: await listBoardRows(tx, moment, board.members, ids),
      names: await loadNames(tx, moment, [board.members, board.others]),
      all: await listRecords(tx, query, { limit: pageSize, offset: from('all') }),
      total: await remember(context.register, ['instruments', lastDay(moment.knownAt)], total),
    };
  });
}

/** The implementation board: instrument by state, the deficit beside what is not known. */
export const lawPage: Page = {
  path: '/law',
  navigation: 'law',
  key: 'l',
  render: async (context) => {
    const words = unionTexts(context.language);
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.law.title,
        body: <EmptyState why={words.nothingKnown(context.knownAt, context.register.knownFrom)} />,
      });
    const { board, rows, names, all, total } = await load(context);
    const { others } = board;
    const name = (party: string) => plainName(party, names, context.language);
    return ok({
      title: words.law.title,
      lede: words.law.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: instrumentsFeed }, { feed: deadlinesFeed }],
      body: (
        <Stack>
          <Section title={words.law.deficit} id="deficit">
            {board.deficit === null ? (
              <EmptyState why={words.law.deficitNone} />
            ) : (
              <>
                <FigureRow>
                  {board.deficit.map((deficit) => (
                    <Figure
                      value={words.law.deficitOf(deficit.open, deficit.assessed)}
                      label={name(deficit.party)}
                      detail={words.law.deficitUnknown(deficit.unknown)}
                    />
                  ))}
                </FigureRow>
                <p>
                  <strong>{words.law.deficitNote}:</strong>{' '}
                  {board.countedKinds.map((kind) => wordFor(kind, context.language)).join(', ')}
                  <span lang="en">{board.rule !== null && `; ${board.rule}`}</span>
                </p>
              </>
            )}
          </Section>
          <Section title={words.law.board} id="board">
            {rows.length === 0 ? (
              <EmptyState why={words.law.notRecorded} />
            ) : (
              <DataTable<BoardRow>
                caption={words.law.board}
                rows={rows}
                rowHref={(row) => context.href(instruments.href(row.id))}
                columns={[
                  { title: words.law.instrument, cell: (row) => <InstrumentTitle title={row.title} /> },
                  ...board.members.map((party) => ({
                    title: name(party),
                    cell: (row: BoardRow) => {
                      const cell = row.cells.find((one) => one.party === party);
                      return cell === undefined ? null : <InLaw cell={cell} />;
                    },
                  })),
                  ...(others.length === 0
                    ? []
                    : [
                        {
                          title: words.law.others,
                          cell: (row: BoardRow) =>
                            row.cells
                              .filter((cell) => others.includes(cell.party))
                              .map((cell) => (
                                <div>
                                  {name(cell.party)} <InLaw cell={cell} />
                                </div>
                              )),
                        },
                      ]),
                ]}
              />
            )}
            <Pagination {...pageOfRows(context, 'board', board.ids.length)} />
          </Section>
          <Section title={words.law.all} id="all">
            <DataTable<StoredRecord>
              caption={words.law.all}
              rows={all}
              rowHref={(row) => context.href(instruments.href(row.id))}
              columns={[
                {
                  title: words.law.instrument,
                  cell: (row) => <InstrumentTitle title={instruments.title(row.body)} />,
                },
                {
                  title: words.law.kind,
                  cell: (row) => wordFor(String(row.body.kind ?? ''), context.language),
                },
                {
                  title: words.law.adopted,
                  cell: (row) =>
                    typeof row.body.adopted === 'string'
                      ? formatDate(row.body.adopted as PartialDate, context.language)
                      : texts(context.language).missing.not_stated,
                },
              ]}
            />
            <Pagination {...pageOfRows(context, 'all', total)} />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const board = await context.read((tx) => loadBoard(tx, momentOf(context)));
    return ok(boardTable(context, board.rows));
  },
};

function pageOfRows(context: PageContext, list: keyof typeof pageNames, total: number): PageOfRows {
  const other = pageNames[list === 'board' ? 'all' : 'board'];
  return {
    number: pageOf(context.query, pageNames[list]),
    size: pageSize,
    total,
    label: unionTexts(context.language).law[list],
    hrefOf: (page) =>
      `${context.href('/law', { [other]: context.query.get(other), [pageNames[list]]: String(page) })}#${list}`,
  };
}

function boardTable(context: PageContext, rows: readonly BoardRow[]): ExportTable {
  const words = unionTexts(context.language).columns;
  const shared = texts(context.language).exports;
  const notes = {
    instrument: shared.id,
    title: shared.title,
    party: shared.party,
    inLaw: words.inLaw,
    inPractice: words.inPractice,
    asOf: words.asOf,
    reason: words.reason,
    source: shared.source,
  };
  return {
    name: `${context.register.id}-implementation`,
    title: unionTexts(context.language).law.board,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: rows.flatMap((row) =>
      row.cells.map((cell) => ({
        instrument: row.id,
        title: localize(row.title, context.language, ['en']).text,
        party: cell.party,
        inLaw: cell.inLaw,
        inPractice: cell.inPractice,
        asOf: cell.asOf,
        reason: [cell.detail, ...cell.reasons].filter((reason) => reason !== null).join('; ') || null,
        source: Array.isArray(row.record.body.source) ? row.record.body.source.join(', ') : null,
      })),
    ),
    notes: exportNotes(context),
  };
}
