import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { RecordList } from '#platform/page/list.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { bodies, groups } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { meetingsFeed } from '../../feeds/meetings.ts';
import { Named, plainName } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { type MeetingState, meetings, type ProcedureState, writtenProcedures } from '../model.ts';
import { readWrittenProcedures } from '../permissions.ts';
import { dateOf, inOrder, listItems, meetingStatesOn } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import { isShown, openPapers } from './papers.ts';
import { meetingTones, procedureTones } from './tones.ts';

const pageSize = 50;

type Row = {
  readonly record: StoredRecord;
  readonly body: string;
  readonly state: MeetingState | null;
  /** Points that the reader may see, and those that not. */
  readonly shown: number;
  readonly closed: number;
};

const filterNames = ['body', 'state'] as const;
const filters = ({ query }: PageContext) =>
  Object.fromEntries(filterNames.map((name) => [name, query.get(name)]));

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    // The next meeting is looked for more often than the first.
    const records = inOrder(await allRecords(tx, { ...moment, kinds: [meetings.name] })).toReversed();
    const states = await meetingStatesOn(tx, moment);
    const procedures = await allRecords(tx, { ...moment, kinds: [writtenProcedures.name] });
    const bodyIds = [...records, ...procedures].map(({ body }) => String(body.body));
    const open = await openPapers(tx, context, bodyIds);
    const readable = await openPapers(tx, context, bodyIds, readWrittenProcedures);
    const items = Map.groupBy(
      await listItems(
        tx,
        moment,
        records.map(({ id }) => id),
      ),
      ({ body }) => String(body.meeting),
    );
    const all = records.map((record): Row => {
      const own = items.get(record.id) ?? [];
      const body = String(record.body.body);
      const shown = own.filter((item) => isShown(item, open.has(body))).length;
      return { record, body, state: states.get(record.id) ?? null, shown, closed: own.length - shown };
    });
    const asked = filters(context);
    const procedureStates = await listStates(tx, { ...moment, kind: writtenProcedures.name });
    return {
      all,
      found: all.filter(
        ({ body, state }) =>
          (asked.body == null || body === asked.body) && (asked.state == null || state === asked.state),
      ),
      procedures: procedures.filter(({ body }) => readable.has(String(body.body))),
      closedProcedures: procedures.filter(({ body }) => !readable.has(String(body.body))).length,
      procedureStates: new Map(procedureStates.map(({ subject, state }) => [subject, state])),
      names: await loadNames(tx, moment, [bodyIds, asked.body]),
      offers: await offersToMake(
        tx,
        context,
        ['meetings/plan', 'meetings/plan_series', 'procedures/open'],
        asked.body == null ? {} : { body: asked.body },
      ),
    };
  });
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** When each body meets, and what is decided in writing. */
export const meetingsPage: Page = {
  path: '/meetings',
  navigation: 'programme',
  filters: true,
  render: async (context) => {
    const { page: words, states } = meetingTexts(context.language);
    const loaded = await load(context);
    const { all, found, names, offers } = loaded;
    const number = pageOf(context.query);
    const facet = (
      key: (typeof filterNames)[number],
      label: string,
      values: readonly string[],
      labelOf: (value: string) => string,
    ) =>
      countedFacet(context, { key, label }, values, {
        labelOf,
        hrefOf: (value) => context.href('/meetings', { ...filters(context), [key]: value }),
      });
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: meetingsFeed }],
      body: (
        <Stack>
          <ProgrammeTabs current="meetings" context={context} />
          <Offered offers={offers} context={context} />
          <RecordList<Row>
            caption={words.title}
            rows={found.slice((number - 1) * pageSize, number * pageSize)}
            rowHref={({ record }) => context.href(meetings.href(record.id))}
            columns={[
              { title: words.meeting, cell: ({ record }) => <Lang text={meetings.title(record.body)} /> },
              {
                title: words.body,
                cell: ({ body }) => (
                  <Named id={body} names={names} context={context} kinds={[groups, bodies]} />
                ),
              },
              { title: words.date, cell: ({ record }) => formatDate(dateOf(record), context.language) },
              {
                title: words.state,
                cell: ({ state }) =>
                  state === null ? null : <StatusMark tone={meetingTones[state]} text={states[state]} />,
              },
              {
                title: words.points,
                cell: ({ shown, closed }) => (
                  <>
                    {shown}
                    {closed > 0 && <small>{words.closedPoints(closed)}</small>}
                  </>
                ),
              },
            ]}
            facets={[
              facet(
                'body',
                words.body,
                all.map(({ body }) => body),
                (value) => plainName(value, names, context.language, [groups, bodies]),
              ),
              facet(
                'state',
                words.state,
                all.flatMap(({ state }) => state ?? []),
                (value) => states[value as MeetingState] ?? value,
              ),
            ]}
            clearHref={context.href('/meetings')}
            {...(all.length === 0
              ? { empty: { why: words.none, what: words.noneWhat, who: words.noneWho } }
              : {})}
            page={{
              number,
              size: pageSize,
              total: found.length,
              hrefOf: (page) => context.href('/meetings', { ...filters(context), page: String(page) }),
            }}
          />
          <Section title={words.procedures} id="procedures">
            <Procedures loaded={loaded} context={context} />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { found } = await load(context);
    const { page: words, columns } = meetingTexts(context.language);
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      title: shared.title,
      body: columns.body,
      date: columns.date,
      minutes: columns.minutes,
      state: columns.state,
      points: columns.points,
      closed: columns.closed,
    };
    return ok({
      name: `${context.register.id}-meetings`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.map(({ record, body, state, shown, closed }) => ({
        id: record.id,
        title: localize(meetings.title(record.body), context.language, ['en']).text,
        body,
        date: dateOf(record),
        minutes: Number(record.body.duration_minutes),
        state,
        points: shown,
        closed,
      })),
      notes: exportNotes(context),
    });
  },
};

function Procedures({ loaded, context }: { loaded: Loaded; context: PageContext }) {
  const { page: words, procedureStates: stateNames } = meetingTexts(context.language);
  const { procedures, closedProcedures, procedureStates, names } = loaded;
  if (procedures.length + closedProcedures === 0)
    return <EmptyState why={words.proceduresNone} who={words.proceduresNoneWho} />;
  return (
    <Stack>
      {procedures.length > 0 && (
        <DataTable<StoredRecord>
          caption={words.procedures}
          rows={procedures}
          rowHref={({ id }) => context.href(writtenProcedures.href(id))}
          columns={[
            { title: words.proposal, cell: ({ body }) => <Lang text={writtenProcedures.title(body)} /> },
            {
              title: words.body,
              cell: ({ body }) => (
                <Named id={String(body.body)} names={names} context={context} kinds={[groups, bodies]} />
              ),
            },
            {
              title: words.state,
              cell: ({ id }) => {
                const state = procedureStates.get(id) as ProcedureState | 'unknown' | undefined;
                return state === undefined || state === 'unknown' ? null : (
                  <StatusMark tone={procedureTones[state]} text={stateNames[state]} />
                );
              },
            },
            {
              title: words.deadline,
              cell: ({ body }) => formatDate(body.deadline as ReturnType<typeof dateOf>, context.language),
            },
          ]}
        />
      )}
      {closedProcedures > 0 && (
        <Note>
          {words.proceduresClosed(closedProcedures)} {words.closedWho}
        </Note>
      )}
    </Stack>
  );
}
