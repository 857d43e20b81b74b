import { sectionsOf, statements } from '#evidence';
import { formatDate, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Section, Sources, Stack } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { findRecord } from '#platform/records/records.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, listBodies, listMembers, loadNames } from '../../bodies/store.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { parliamentItems } from '../model.ts';
import { type Clock, clockStates } from '../rules/clock.ts';
import { plenaryRows } from '../rules/presidency.ts';
import { daysTaken } from '../rules/times.ts';
import {
  answeredItemOf,
  findPresidencyYears,
  type ItemEntry,
  type ItemWithClocks,
  listAttendance,
  listItemEntries,
  listItems,
  loadAnswerTimes,
} from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import { AnswerTimesSection, timesNotes, timesTable } from './answer-times.tsx';
import { AttendanceSection, attendanceTable, attendedOf } from './attendance.tsx';
import { ClockBar, dueText } from './clock-bar.tsx';
import { ParliamentFigures, ParliamentWays, parliamentKind } from './cycle.tsx';

/** One clock; an item that is addressed to nobody has a row without one. */
type Row = { readonly item: ItemWithClocks; readonly clock: Clock | null };

const pageSize = 50;

/** The newest plenaries; the list of attendance has them all. */
const plenariesShown = 6;

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

const filterNames = ['kind', 'clock', 'addressee'] as const;
type FilterName = (typeof filterNames)[number];

/** The values of an item that the address can ask for. */
function valuesOf({ kind, clocks }: ItemEntry): Readonly<Record<FilterName, readonly string[]>> {
  return {
    kind: kind === null ? [] : [kind],
    clock: [...new Set(clocks.map(({ state }) => state))],
    addressee: clocks.map(({ addressee }) => addressee),
  };
}

function chosen(context: PageContext, all: readonly ItemEntry[]): readonly ItemEntry[] {
  return all.filter((entry) => {
    const values = valuesOf(entry);
    return filterNames.every((name) => {
      const asked = context.query.get(name);
      return asked === null || values[name].includes(asked);
    });
  });
}

async function load(context: PageContext) {
  const moment = momentOf(context);
  const number = pageOf(context.query);
  return context.read(async (tx) => {
    const entries = await listItemEntries(tx, context.register, moment);
    const found = chosen(context, entries);
    const ids = found.slice((number - 1) * pageSize, number * pageSize).map(({ id }) => id);
    const { items, targetMonths } = await listItems(tx, moment, { ids });
    const states = await listStates(tx, { ...moment, kind: parliamentItems.name, subjects: ids });
    const said = await findRecord(tx, { ...moment, kind: statements.name, id: 'parliament_cycle' });
    const addressees = [
      ...new Set(entries.flatMap(({ clocks }) => clocks.map(({ addressee }) => addressee))),
    ];
    const content = (said?.body.content ?? null) as RecordBody | null;
    const { parties, plenaries } = await loadPlenaries(tx, moment);
    return {
      stateOf: new Map(states.map((state) => [state.subject, state])),
      parties,
      plenaries: plenaries.slice(0, plenariesShown),
      answers: await loadAnswerTimes(tx, context.register, moment),
      presidencyYears: await findPresidencyYears(tx, moment),
      offers: await offersToMake(tx, context, ['parliament/table', 'parliament/record_attendance']),
      entries,
      items,
      total: found.length,
      number,
      targetMonths,
      content,
      parliaments: (await listBodies(tx, moment)).filter(({ body }) => body.kind === parliamentKind),
      names: await loadNames(tx, moment, [addressees, content, parties]),
    };
  });
}

/** Plenaries on record by the moment, and the parties of which something could be: members, and who was told of. */
async function loadPlenaries(tx: Transaction, moment: ReturnType<typeof momentOf>) {
  const attended = (await listAttendance(tx, moment)).map(attendedOf);
  const members = (await listMembers(tx, moment)).map(({ id }) => id);
  const parties = [...new Set([...members, ...attended.map(({ party }) => party)])];
  return { parties, plenaries: plenaryRows(attended, parties) };
}

/** Questions and recommendations of parliament, one clock for each addressee, for everybody to see. */
export const parliamentPage: Page = {
  path: '/parliament',
  navigation: 'parliament',
  key: 'm',
  filters: true,
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.parliament;
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.title,
        body: <NothingKnown context={context} />,
      });
    const { entries, items, total, number, targetMonths, content, parliaments, names, ...loaded } =
      await load(context);
    const first = Number(lastDay(context.asOf).slice(0, 4)) - loaded.presidencyYears + 1;
    const { presidency } = parliamentTexts(context.language);
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: deadlinesFeed }],
      body: (
        <Stack>
          <Offered offers={loaded.offers} context={context} />
          <ParliamentFigures
            records={parliaments}
            targetMonths={targetMonths}
            content={content}
            context={context}
          />
          {entries.length > 0 && <Counts entries={entries} context={context} />}
          {entries.length > 0 && <AnswerTimesSection answers={loaded.answers} context={context} />}
          {entries.length === 0 ? (
            <Section title={words.item} id="items">
              <EmptyState why={words.empty} what={all.parliamentItem.emptyWhat} who={all.whoCan.file} />
            </Section>
          ) : (
            <section class="stack" id="items">
              <h2>{words.item}</h2>
              <RecordList<Row>
                caption={words.item}
                rows={items.flatMap((item): readonly Row[] =>
                  item.clocks.length === 0
                    ? [{ item, clock: null }]
                    : item.clocks.map((clock) => ({ item, clock })),
                )}
                rowHref={({ item }) => context.href(parliamentItems.href(item.id))}
                columns={columnsOf(context, names, loaded.stateOf)}
                facets={facetsOf(context, entries, names)}
                clearHref={context.href('/parliament')}
                page={{
                  number,
                  size: pageSize,
                  total,
                  hrefOf: (page) => context.href('/parliament', { ...filters(context), page: String(page) }),
                }}
              />
            </section>
          )}
          <AttendanceSection
            rows={loaded.plenaries}
            parties={loaded.parties}
            names={names}
            context={context}
          />
          <p>
            <a href={context.href(`/parliament/presidency/${first}`)}>{presidency.link}</a>
          </p>
          <ParliamentWays content={content} names={names} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const list = context.query.get('list');
    if (list === 'attendance') {
      const { parties, plenaries } = await context.read((tx) => loadPlenaries(tx, momentOf(context)));
      return ok(attendanceTable(context, plenaries, parties));
    }
    if (list === 'times')
      return ok(
        timesTable(
          context,
          await context.read((tx) => loadAnswerTimes(tx, context.register, momentOf(context))),
        ),
      );
    const { items, answers, stateOf } = await context.read(async (tx) => {
      const moment = momentOf(context);
      const ids = chosen(context, await listItemEntries(tx, context.register, moment)).map(({ id }) => id);
      const states = await listStates(tx, { ...moment, kind: parliamentItems.name, subjects: ids });
      return {
        stateOf: new Map(states.map(({ subject, state }) => [subject, state])),
        items: (await listItems(tx, moment, { ids })).items,
        answers: await loadAnswerTimes(tx, context.register, moment),
      };
    });
    const { times, item: said } = parliamentTexts(context.language);
    const day = lastDay(context.asOf);
    const taken = (item: ItemWithClocks, clock: Clock | null) =>
      clock === null ? null : daysTaken(answeredItemOf(item.record.body), clock.addressee, day);
    const words = unionTexts(context.language);
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      title: shared.title,
      kind: words.parliamentItem.columns.kind,
      tabled: words.parliamentItem.columns.tabled,
      addressee: words.columns.addressee,
      due: words.columns.due,
      clock: words.columns.clock,
      daysLeast: words.parliamentItem.columns.daysLeast,
      daysMost: words.parliamentItem.columns.daysMost,
      answered: words.parliamentItem.columns.answered,
      state: said.stateNote,
      takenLeast: times.columns.takenLeast,
      takenMost: times.columns.takenMost,
      source: shared.source,
    };
    return ok({
      name: `${context.register.id}-parliament`,
      title: words.parliament.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      // An item that is addressed to nobody has a row without a clock, as on the page.
      rows: items.flatMap((item) => {
        const { id, title, record, tabled, clocks } = item;
        return (clocks.length === 0 ? [null] : clocks).map((clock) => ({
          id,
          title: localize(title, context.language, ['en']).text,
          kind: typeof record.body.kind === 'string' ? record.body.kind : null,
          tabled,
          addressee: clock?.addressee ?? null,
          due: clock?.dueLatest ?? null,
          clock: clock?.state ?? null,
          daysLeast: openDays(clock)?.least ?? null,
          daysMost: openDays(clock)?.most ?? null,
          answered: clock?.answeredOn ?? null,
          state: stateOf.get(id) ?? null,
          takenLeast: taken(item, clock)?.least ?? null,
          takenMost: taken(item, clock)?.most ?? null,
          source: sectionsOf(record.body).join(', ') || null,
        }));
      }),
      notes: [...exportNotes(context), ...timesNotes(answers, context.language)],
    });
  },
};

/** A clock that was answered counts no days any more. */
function openDays(clock: Clock | null): Clock['daysOver'] {
  return clock === null || clock.state === 'answered' || clock.state === 'withdrawn' ? null : clock.daysOver;
}

function columnsOf(context: PageContext, names: Names, stateOf: ReadonlyMap<string, StateAt>) {
  const words = unionTexts(context.language).parliament;
  return [
    {
      title: words.item,
      cell: ({ item }: Row) => (
        <>
          <Lang text={item.title} />
          {typeof item.record.body.kind === 'string' && (
            <small>{wordFor(item.record.body.kind, context.language)}</small>
          )}
        </>
      ),
      below: ({ item }: Row) => {
        const state = stateOf.get(item.id)?.state;
        return state === undefined ? null : <small>{wordFor(state, context.language)}</small>;
      },
    },
    {
      title: words.tabled,
      cell: ({ item }: Row) => (
        <>
          {item.tabled === null ? (
            <MissingMark reason="not_stated" />
          ) : (
            formatDate(item.tabled, context.language)
          )}{' '}
          <Sources register={context.register} sections={sectionsOf(item.record.body)} />
        </>
      ),
    },
    {
      title: words.addressee,
      cell: ({ clock }: Row) =>
        clock === null ? (
          <MissingMark reason="not_stated" />
        ) : (
          <Named id={clock.addressee} names={names} context={context} />
        ),
    },
    {
      title: words.due,
      cell: ({ clock }: Row) => (clock === null ? '' : dueText(clock, context.language)),
    },
    {
      title: words.clock,
      cell: ({ clock }: Row) =>
        clock === null ? '' : <ClockBar clock={clock} day={lastDay(context.asOf)} />,
    },
  ];
}

type Counted = { readonly kind: string | null; readonly states: readonly Clock['state'][] };

/** Answers owed by kind and state: one for each addressee of each item. */
function Counts({ entries, context }: { entries: readonly ItemEntry[]; context: PageContext }) {
  const all = unionTexts(context.language);
  const words = all.parliamentItem;
  const rows: readonly Counted[] = [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, some]) => ({
    kind,
    states: some.flatMap(({ clocks }) => clocks.map(({ state }) => state)),
  }));
  return (
    <Section title={words.counts} id="counts">
      <DataTable<Counted>
        caption={words.counts}
        rows={rows}
        columns={[
          {
            title: words.kind,
            cell: ({ kind }) => (kind === null ? words.kindMissing : wordFor(kind, context.language)),
          },
          ...clockStates.map((state) => ({
            title: all.parliament.states[state],
            figure: true,
            cell: ({ kind, states }: Counted) => {
              const count = states.filter((one) => one === state).length;
              return count === 0 ? (
                count
              ) : (
                <a href={context.href('/parliament', { kind, clock: state })}>{count}</a>
              );
            },
          })),
        ]}
      />
    </Section>
  );
}

/** The address's own filters; `href` takes one value a name, and the list offers one of each. */
function filters(context: PageContext): Readonly<Record<FilterName, string | null>> {
  const asked = (name: FilterName) => context.query.get(name);
  return { kind: asked('kind'), clock: asked('clock'), addressee: asked('addressee') };
}

function facetsOf(context: PageContext, all: readonly ItemEntry[], names: Names): readonly Facet[] {
  const words = unionTexts(context.language);
  const labels: Readonly<Record<FilterName, string>> = {
    kind: words.parliamentItem.kind,
    clock: words.parliament.clock,
    addressee: words.parliament.addressee,
  };
  const labelOf: Readonly<Record<FilterName, (value: string) => string | undefined>> = {
    kind: (value) => wordFor(value, context.language),
    clock: (value) => words.parliament.states[value as Clock['state']],
    addressee: (value) => plainName(value, names, context.language),
  };
  return filterNames.map((key) =>
    countedFacet(
      context,
      { key, label: labels[key] },
      all.flatMap((entry) => valuesOf(entry)[key]),
      {
        labelOf: labelOf[key],
        hrefOf: (value) => context.href('/parliament', { ...filters(context), [key]: value }),
      },
    ),
  );
}
