import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  BarRow,
  EmptyState,
  FieldList,
  Note,
  Section,
  Stack,
  StatusMark,
  Timeline,
  Verdict,
} from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { listMembers, loadNames } from '../../bodies/store.ts';
import { promises } from '../../commitments/model.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { meetingsFeed } from '../../feeds/meetings.ts';
import { Named, plainName } from '../../names.tsx';
import {
  type AttendanceLevel,
  agendaItems,
  type cancelReasons,
  type MeetingState,
  meetings,
  type PointOutcome,
  pointKinds,
} from '../model.ts';
import { type Agenda, fitAgenda } from '../rules/agenda.ts';
import {
  type BodyRule,
  dateOf,
  expectedAt,
  findBody,
  findMeeting,
  findRule,
  type Known,
  listItems,
  listSeats,
  listSeries,
  listWaiting,
  meetingStatesOn,
  positionsOf,
  timedPoint,
} from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import { type Hint, HintList, listHints } from './hints.tsx';
import { isShown, openPapers } from './papers.ts';
import { meetingTones, outcomeTones, positionTones } from './tones.ts';

async function load(context: PageContext) {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const moment = { ...known, asOf: context.asOf };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findMeeting(tx, known, id);
    if (record === undefined) return null;
    const bodyId = String(record.body.body);
    const series = (await listSeries(tx, known, bodyId)).filter((one) => one.id !== id);
    const states = await meetingStatesOn(tx, moment, [id, ...series.map((one) => one.id)]);
    const papers = (await openPapers(tx, context, [bodyId])).has(bodyId);
    const all = await listItems(tx, known, [id]);
    const items = all.filter((item) => isShown(item, papers));
    const waiting = (await listWaiting(tx, known, bodyId)).filter((item) => isShown(item, papers));
    const columns = papers ? await columnsOf(tx, known, record, items) : [];
    return {
      record,
      bodyId,
      state: states.get(id) ?? null,
      papers,
      items,
      closed: all.length - items.length,
      agenda: fitAgenda(items.map(timedPoint), Number(record.body.duration_minutes)),
      series,
      states,
      waiting,
      columns,
      rule: await findRule(tx, known, bodyId),
      hints: await listHints(tx, context, known, items),
      steps: await listTransitions(tx, { ...known, kind: meetings.name, subject: id }),
      names: await loadNames(tx, known, [record.body, columns], [meetings]),
      lacking: await listLacking(tx, context, meetings.name, id),
      documents: await listAttached(tx, context, meetings.name, id),
      offers: await listOffers(tx, context, meetings.name, id),
    };
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** The parties whose positions stand side by side: those at the table, and whoever else has said one. */
async function columnsOf(
  tx: Transaction,
  known: Known,
  meeting: StoredRecord,
  items: readonly StoredRecord[],
): Promise<readonly string[]> {
  const body = await findBody(tx, known, String(meeting.body.body));
  const seats = body === undefined ? [] : await listSeats(tx, known, body);
  const expected = expectedAt(seats, lastDay(dateOf(meeting)));
  const members = (await listMembers(tx, known)).map(({ id }) => id);
  return [...new Set([...expected, ...members, ...items.flatMap((item) => Object.keys(positionsOf(item)))])];
}

/** One meeting: its agenda with the time that it asks for, positions side by side, what overlaps, and what came of it. */
export const meetingPage: Page = {
  path: '/meetings/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, states: stateNames } = meetingTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, state, items, closed, offers, names, bodyId, hints, waiting } = loaded;
    const hinted = items.filter(({ id }) => (hints.get(id)?.length ?? 0) > 0);
    return ok({
      title: localize(meetings.title(record.body), context.language, ['en']),
      crumbs: [{ text: words.title, href: context.href('/meetings') }],
      lede: (
        <>
          <Named id={bodyId} names={names} context={context} kinds={[groups, bodies]} />,{' '}
          {formatDate(dateOf(record), context.language)}{' '}
          {state !== null && <StatusMark tone={meetingTones[state]} text={stateNames[state]} />}
        </>
      ),
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: meetingsFeed }],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          <Facts loaded={loaded} context={context} />
          <Section
            title={words.agenda}
            id="agenda"
            tools={[
              {
                text: `${words.feedOf(plainName(bodyId, names, context.language, [groups, bodies]))} (iCal)`,
                href: context.href(meetingsFeed.path, { body: bodyId }),
              },
            ]}
          >
            {items.length > 0 ? (
              <AgendaTable loaded={loaded} context={context} />
            ) : (
              closed === 0 && <NoPoints loaded={loaded} context={context} />
            )}
            {closed > 0 && (
              <Note>
                {words.closedPoints(closed)} {words.closedWho}
              </Note>
            )}
          </Section>
          {items.length > 0 && <Time loaded={loaded} context={context} />}
          {items.length > 0 && (
            <Section title={words.positions} id="positions">
              <Positions loaded={loaded} context={context} />
            </Section>
          )}
          {hinted.length > 0 && (
            <Section title={words.hints} id="hints">
              <FieldList
                fields={hinted.map((item) => ({
                  label: `${item.body.number}. ${titleOf(item, context)}`,
                  value: <HintList hints={hints.get(item.id) as readonly Hint[]} context={context} />,
                }))}
              />
            </Section>
          )}
          {(state === 'held' || state === 'minutes_adopted') && (
            <Section title={words.attendance} id="attendance">
              <Attendance loaded={loaded} context={context} />
            </Section>
          )}
          {waiting.length > 0 && (
            <Section title={words.waiting} id="waiting">
              <p>{words.waitingWhat}</p>
              <PointLinks items={waiting} context={context} />
            </Section>
          )}
          <Series loaded={loaded} context={context} />
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { columns } = meetingTexts(context.language);
    const { record, items, closed } = loaded;
    const notes = {
      number: columns.number,
      title: texts(context.language).exports.title,
      point: columns.point,
      minutes: columns.pointMinutes,
      openTo: columns.openTo,
      carried: columns.carried,
      outcome: columns.outcome,
      conclusion: columns.conclusion,
    };
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return ok({
      name: `${context.register.id}-${record.id}`,
      title: localize(meetings.title(record.body), context.language, ['en']).text,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: items.map((item) => ({
        number: Number(item.body.number),
        title: titleOf(item, context),
        point: text(item.body.point),
        minutes: Number(item.body.duration_minutes),
        openTo: text(item.body.open_to),
        carried: Number(item.body.carried ?? 0),
        outcome: text(item.body.outcome),
        conclusion: text(item.body.conclusion),
      })),
      notes: [
        ...exportNotes(context),
        ...(closed === 0 ? [] : [meetingTexts(context.language).page.closedPoints(closed)]),
      ],
    });
  },
};

type Shown = { loaded: Loaded; context: PageContext };

const titleOf = (item: StoredRecord, { language }: PageContext) =>
  localize(agendaItems.title(item.body), language, ['en']).text;

function Facts({ loaded: { record, rule }, context }: Shown) {
  const { page: words, cancelReasons: reasons } = meetingTexts(context.language);
  const {
    place,
    starts_at: starts,
    points_until: until,
    held,
    cancelled_because: because,
    reason,
  } = record.body;
  const fields = [
    ...(typeof starts === 'string' ? [{ label: words.startsAt, value: starts }] : []),
    { label: words.minutes, value: String(record.body.duration_minutes) },
    ...(typeof place === 'string' ? [{ label: words.place, value: place }] : []),
    ...(typeof until === 'string'
      ? [{ label: words.callUntil, value: formatDate(until as PartialDate, context.language) }]
      : []),
    ...(typeof held === 'string'
      ? [{ label: words.held, value: formatDate(held as PartialDate, context.language) }]
      : []),
    ...(because == null
      ? []
      : [
          {
            label: words.because,
            value: typeof reason === 'string' ? reason : reasons[because as (typeof cancelReasons)[number]],
          },
        ]),
    ...(rule === null ? [] : [{ label: words.rule, value: ruleText(rule, context) }]),
  ];
  return <FieldList fields={fields} />;
}

export function ruleText(rule: BodyRule, { language }: PageContext): string {
  return meetingTexts(language).page.ruleSays(rule.abstention);
}

/** Without points a meeting is not convened, so the way to cancel it stands here for who may. */
function NoPoints({ loaded: { record, state, offers }, context }: Shown) {
  const { page: words } = meetingTexts(context.language);
  const mayCancel = offers.some(({ href }) => href.includes('/do/meetings/cancel'));
  return (
    <EmptyState
      why={words.agendaEmpty}
      what={
        state === 'planned' && mayCancel ? (
          <>
            {words.agendaEmptyWhat}{' '}
            <a href={context.href('/do/meetings/cancel', { id: record.id, reason: 'no_agenda' })}>
              {words.cancelIt}
            </a>
            .
          </>
        ) : undefined
      }
      who={words.agendaEmptyWho}
    />
  );
}

function AgendaTable({ loaded: { items, agenda, state }, context }: Shown) {
  const { page: words, points, outcomes, audiences } = meetingTexts(context.language);
  const isCut = (id: string) => state === 'planned' && agenda.cut.some((point) => point.id === id);
  return (
    <DataTable<StoredRecord>
      caption={words.agenda}
      rows={items}
      rowHref={({ id }) => context.href(agendaItems.href(id))}
      columns={[
        {
          title: words.point,
          cell: ({ body }) => (
            <>
              {String(body.number)}. <Lang text={agendaItems.title(body)} />
            </>
          ),
        },
        { title: words.asks, cell: ({ body }) => points[body.point as keyof typeof points] },
        {
          title: words.minutes,
          cell: ({ id, body }) => (
            <>
              {String(body.duration_minutes)}
              {isCut(id) && <small>{words.tooLate}</small>}
              {Number(body.carried ?? 0) > 0 && <small>{words.carried(Number(body.carried))}</small>}
            </>
          ),
        },
        { title: words.openTo, cell: ({ body }) => audiences[body.open_to as keyof typeof audiences] },
        {
          title: words.outcome,
          cell: ({ body }) =>
            body.outcome == null ? null : (
              <>
                <StatusMark
                  tone={outcomeTones[body.outcome as PointOutcome]}
                  text={outcomes[body.outcome as PointOutcome]}
                />
                {body.cut === true && body.conclusion == null && state !== 'cancelled' && (
                  <small>{words.cut}</small>
                )}
                {typeof body.conclusion === 'string' && <small>{body.conclusion}</small>}
                {typeof body.promise === 'string' && (
                  <small>
                    <a href={context.href(promises.href(body.promise))}>{words.commitment}</a>
                  </small>
                )}
              </>
            ),
        },
      ]}
    />
  );
}

/** The time as a sentence, and how it is shared between what points ask for. */
function Time({ loaded: { agenda, closed, state }, context }: Shown) {
  const { page: words, points } = meetingTexts(context.language);
  const { asked, available, cut, byKind }: Agenda = agenda;
  const longest = Math.max(asked, available);
  return (
    <Section title={words.time} id="time">
      <Verdict
        tone={cut.length === 0 ? 'good' : 'part'}
        title={
          cut.length === 0 || state !== 'planned'
            ? words.timeFits(asked, available)
            : words.timeOver(asked, available, cut.length)
        }
      >
        {closed > 0 && <p>{words.timeOpen}</p>}
      </Verdict>
      {pointKinds.map((kind) => (
        <BarRow
          label={points[kind]}
          share={byKind[kind] / longest}
          text={byKind[kind]}
          faint={kind === 'presentation'}
        />
      ))}
    </Section>
  );
}

function Positions({ loaded: { items, columns, papers, names }, context }: Shown) {
  const { page: words, positions } = meetingTexts(context.language);
  if (!papers) return <EmptyState why={words.positionsClosed} who={words.closedWho} />;
  return (
    <DataTable<StoredRecord>
      caption={words.positions}
      rows={items}
      columns={[
        { title: words.point, cell: (item) => `${item.body.number}. ${titleOf(item, context)}` },
        ...columns.map((party) => ({
          title: plainName(party, names, context.language, [parties]),
          cell: (item: StoredRecord) => {
            const said = positionsOf(item)[party];
            return said === undefined ? (
              words.noPosition
            ) : (
              <>
                <StatusMark tone={positionTones[said.position]} text={positions[said.position]} />
                {said.text != null && <small>{said.text}</small>}
              </>
            );
          },
        })),
      ]}
    />
  );
}

function Attendance({ loaded: { record, names }, context }: Shown) {
  const { page: words, levels } = meetingTexts(context.language);
  const told = Object.entries((record.body.attendance ?? {}) as Readonly<Record<string, AttendanceLevel>>);
  if (told.length === 0) return <EmptyState why={words.attendanceNone} who={words.noneWho} />;
  return (
    <FieldList
      fields={told.map(([party, level]) => ({
        label: <Named id={party} names={names} context={context} kinds={[parties]} />,
        value: levels[level],
      }))}
    />
  );
}

export function PointLinks({ items, context }: { items: readonly StoredRecord[]; context: PageContext }) {
  const { page: words } = meetingTexts(context.language);
  return (
    <ul class="plain">
      {items.map((item) => (
        <li>
          <a href={context.href(agendaItems.href(item.id))}>
            <Lang text={agendaItems.title(item.body)} />
          </a>
          {Number(item.body.carried ?? 0) > 0 && <small> {words.carried(Number(item.body.carried))}</small>}
        </li>
      ))}
    </ul>
  );
}

function Series({ loaded: { series, states, steps, bodyId }, context }: Shown) {
  const { page: words, states: stateNames } = meetingTexts(context.language);
  return (
    <>
      {series.length > 0 && (
        <Section
          title={words.series}
          id="series"
          tools={[{ text: words.title, href: context.href('/meetings', { body: bodyId }) }]}
        >
          <ul class="plain">
            {series.map((one) => {
              const state = states.get(one.id);
              return (
                <li>
                  <a href={context.href(meetings.href(one.id))}>
                    <Lang text={meetings.title(one.body)} />
                  </a>{' '}
                  <small>{formatDate(dateOf(one), context.language)}</small>{' '}
                  {state !== undefined && <StatusMark tone={meetingTones[state]} text={stateNames[state]} />}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <Section title={words.history} id="history">
        <Timeline
          moments={steps
            .filter(({ withdrawn }) => !withdrawn)
            .map((step) => ({
              when: formatDate(step.effectiveOn, context.language),
              what: stateNames[step.to as MeetingState] ?? step.to,
              tone: meetingTones[step.to as MeetingState] ?? ('none' as const),
            }))}
        />
      </Section>
    </>
  );
}
