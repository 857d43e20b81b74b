import { dossierTitles } from '#evidence';
import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Figure, FigureRow, Section, Stack } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable, type PageOfRows, Pagination } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, loadNames } from '../../bodies/store.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { instrumentsFeed } from '../../feeds/instruments.ts';
import { type Names, plainName } from '../../names.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { instruments } from '../model.ts';
import {
  type BoardRow,
  cutOffBefore,
  findInstruments,
  type InstrumentEntry,
  listBoardRows,
  listChanges,
  listInstrumentEntries,
  loadBoard,
  outlineBoard,
} from '../store.ts';
import { InLaw, InstrumentStateMark, InstrumentTitle } from './cells.tsx';
import { Figures, loadFiguresTable } from './figures.tsx';

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
    const entries = await listInstrumentEntries(tx, context.register, moment);
    const found = chosen(context, entries);
    const listed = found.slice(from('all'), from('all') + pageSize).map(({ id }) => id);
    const issuers = [...new Set(entries.map(({ issuer }) => issuer))];
    return {
      entries,
      board,
      changes: await listChanges(tx, context.register, moment, cutOffBefore(context.asOf)),
      offers: await offersToMake(tx, context, ['instruments/draft']),
      rows: await listBoardRows(tx, moment, board.members, ids),
      names: await loadNames(tx, moment, [board.members, board.others, issuers]),
      titleOf: await dossierTitles(tx, context.register, context.knownAt, context.language),
      all: await findInstruments(tx, moment, listed),
      total: found.length,
    };
  });
}

/** The implementation board: instrument by state, the deficit beside what is not known. */
export const lawPage: Page = {
  path: '/law',
  navigation: 'law',
  key: 'l',
  filters: true,
  render: async (context) => {
    const words = unionTexts(context.language);
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.law.title,
        body: <NothingKnown context={context} />,
      });
    const { board, changes, offers, rows, names, entries, all, total, titleOf } = await load(context);
    const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
    const { others } = board;
    const name = (party: string) => plainName(party, names, context.language);
    return ok({
      title: words.law.title,
      lede: words.law.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: instrumentsFeed }, { feed: deadlinesFeed }],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section
            title={words.law.deficit}
            id="deficit"
            tools={
              board.deficit === null
                ? []
                : sectionExports(words.law.deficit, context.language, (format) =>
                    context.href('/law', { list: 'figures', format }),
                  )
            }
          >
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
                <Figures
                  rows={board.deficit}
                  changes={changes}
                  cutOff={lastDay(context.asOf)}
                  before={cutOffBefore(context.asOf)}
                  names={names}
                  context={context}
                />
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
          <section class="stack" id="all">
            <header class="sheet-head">
              <h2>{words.law.all}</h2>
              <span class="tools">
                {words.lawList.take}:{' '}
                {(['csv', 'xlsx', 'json'] as const).map((format) => (
                  <>
                    {' '}
                    <a
                      href={context.href('/law', { ...filters(context), list: 'all', format })}
                      aria-label={`${words.law.all}: ${texts(context.language).shell.exportAs(texts(context.language).shell.exports[format])}`}
                      download
                    >
                      {texts(context.language).shell.exports[format]}
                    </a>
                  </>
                ))}
              </span>
            </header>
            <RecordList<StoredRecord>
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
                  title: words.lawList.state,
                  cell: (row) => <InstrumentStateMark state={entryOf.get(row.id)?.state ?? 'unknown'} />,
                },
                {
                  title: words.law.adopted,
                  cell: (row) =>
                    typeof row.body.adopted === 'string' ? (
                      formatDate(row.body.adopted as PartialDate, context.language)
                    ) : (
                      <MissingMark reason="not_stated" />
                    ),
                },
              ]}
              facets={facetsOf(context, entries, names, titleOf)}
              clearHref={`${context.href('/law')}#all`}
              page={pageOfRows(context, 'all', total)}
            />
          </section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const moment = momentOf(context);
    if (context.query.get('list') === 'figures') return ok(await loadFiguresTable(context));
    if (context.query.get('list') !== 'all') {
      const board = await context.read((tx) => loadBoard(tx, moment));
      return ok(boardTable(context, board.rows));
    }
    const found = await context.read(async (tx) => {
      const entries = chosen(context, await listInstrumentEntries(tx, context.register, moment));
      const records = await findInstruments(
        tx,
        moment,
        entries.map(({ id }) => id),
      );
      return { entries: new Map(entries.map((entry) => [entry.id, entry])), records };
    });
    return ok(instrumentsTable(context, found));
  },
};

/** The list of instruments that the address asks for, with its filters; `?list=all` tells it from the board. */
function instrumentsTable(
  context: PageContext,
  found: {
    readonly entries: ReadonlyMap<string, InstrumentEntry>;
    readonly records: readonly StoredRecord[];
  },
): ExportTable {
  const words = unionTexts(context.language);
  const shared = texts(context.language).exports;
  const { kind, number, state, dossier, issuer, adopted, inForce, until } = words.lawList.columns;
  const notes = {
    id: shared.id,
    title: shared.title,
    titleLanguage: shared.titleLanguage,
    kind,
    number,
    state,
    dossier,
    issuer,
    adopted,
    inForce,
    until,
    source: shared.source,
  };
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    name: `${context.register.id}-instruments`,
    title: words.law.all,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: found.records.map(({ id, body }) => {
      const title = localize(instruments.title(body), context.language, ['en']);
      const entry = found.entries.get(id);
      return {
        id,
        title: title.text,
        titleLanguage: title.language,
        kind: entry?.kind ?? null,
        number: textOf(body.number),
        state: entry?.state ?? 'unknown',
        dossier: entry?.dossier ?? null,
        issuer: entry?.issuer ?? null,
        adopted: textOf(body.adopted),
        inForce: textOf(body.in_force),
        until: textOf(body.in_force_until),
        source: Array.isArray(body.source) ? body.source.join(', ') : null,
      };
    }),
    notes: exportNotes(context),
  };
}

function pageOfRows(context: PageContext, list: keyof typeof pageNames, total: number): PageOfRows {
  const other = pageNames[list === 'board' ? 'all' : 'board'];
  return {
    number: pageOf(context.query, pageNames[list]),
    size: pageSize,
    total,
    label: unionTexts(context.language).law[list],
    hrefOf: (page) =>
      `${context.href('/law', { ...filters(context), [other]: context.query.get(other), [pageNames[list]]: String(page) })}#${list}`,
  };
}

const filterNames = ['kind', 'dossier', 'state', 'issuer'] as const;
type FilterName = (typeof filterNames)[number];

/** The value of a filter for instruments of which the source does not say; no id begins so. */
const notStated = '-';

/** The instruments that the address asks for. */
function chosen(context: PageContext, all: readonly InstrumentEntry[]): readonly InstrumentEntry[] {
  return all.filter((entry) =>
    filterNames.every((name) => {
      const asked = context.query.get(name);
      return asked === null || (entry[name] ?? notStated) === asked;
    }),
  );
}

/** The address's own filters; `href` takes one value a name, and the list offers one of each. */
function filters(context: PageContext): Readonly<Record<FilterName, string | null>> {
  const asked = (name: FilterName) => context.query.get(name);
  return { kind: asked('kind'), dossier: asked('dossier'), state: asked('state'), issuer: asked('issuer') };
}

function facetsOf(
  context: PageContext,
  all: readonly InstrumentEntry[],
  names: Names,
  titleOf: (dossier: string) => string,
): readonly Facet[] {
  const words = unionTexts(context.language);
  const labels: Readonly<Record<FilterName, string>> = {
    kind: words.law.kind,
    dossier: words.groups.dossier,
    state: words.lawList.state,
    issuer: words.lawList.issuer,
  };
  const labelOf: Readonly<Record<FilterName, (value: string) => string>> = {
    kind: (value) => wordFor(value, context.language),
    dossier: titleOf,
    state: (value) => words.instrumentStates[value as keyof typeof words.instrumentStates] ?? value,
    issuer: (value) => plainName(value, names, context.language),
  };
  return filterNames.map((key) => {
    const facet = countedFacet(
      context,
      { key, label: labels[key] },
      all.map((entry) => entry[key] ?? notStated),
      {
        labelOf: (value) =>
          value === notStated ? texts(context.language).missing.not_stated : labelOf[key](value),
        hrefOf: (value) => `${context.href('/law', { ...filters(context), [key]: value })}#all`,
      },
    );
    return { ...facet, values: facet.values.toSorted((a, b) => b.count - a.count) };
  });
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
