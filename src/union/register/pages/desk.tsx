import { formatInstant } from '#kernel/dates.ts';
import { localize, type Said } from '#kernel/localized-text.ts';
import type { RecordId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { type Grant, grantsOn } from '#platform/access/access.ts';
import { offersToMake } from '#platform/actions/offers.ts';
import { listWaiting, recordWaiting, type Waiting } from '#platform/actions/waiting.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { listSavedFilters } from '#platform/filters/saved-filters.ts';
import { listJournal } from '#platform/journal/journal.ts';
import type { FeedLink, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Columns, EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { Lang, SaidText } from '#platform/page/missing.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import { SavedFilterList } from '#platform/page/saved-filters.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { nameRecords } from '#platform/records/naming.ts';
import { allRecords } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { roles } from '../../bodies/model.ts';
import { GroupStateMark } from '../../bodies/pages/state.tsx';
import { type Group, loadNames } from '../../bodies/store.ts';
import { findReminderBox, ReminderNote } from '../../commitments/pages/reminder-note.tsx';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { meetingsFeed } from '../../feeds/meetings.ts';
import { instruments } from '../../law/model.ts';
import { InLaw, InstrumentTitle, Reasons } from '../../law/pages/cells.tsx';
import type { BoardRow } from '../../law/store.ts';
import { meetingTexts } from '../../meetings/text/texts.ts';
import { type Names, plainName } from '../../names.tsx';
import { steeringTool } from '../../steering/pages/steering.tsx';
import { unionTexts } from '../../text/texts.ts';
import { publicKinds, toldToAll } from '../answers.ts';
import { type Desk, loadDesk } from '../desk.ts';
import { type GroupToRenew, type HeldUp, loadSecretariat } from '../secretariat.ts';
import { Due } from './due.tsx';
import { eventName } from './event-name.ts';
import { renewalSentence } from './renewal-sentence.ts';

const shownChanges = 8;

/** What a piece of work begins with; each is offered to whoever may do it. */
const beginnings = [
  'initiatives/record',
  'groups/propose',
  'plans/draft',
  'meetings/plan',
  'instruments/draft',
  'parliament/table',
  'budgets/propose',
  'commitments/record',
  'dossiers/hand_over',
];

async function load(context: PageContext, grant: Grant, grants: readonly Grant[]) {
  const { actor } = context;
  const { party } = grant;
  const moment = { register: context.register.id, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const desk = await loadDesk(tx, context, party);
    const saved =
      actor.kind === 'person' ? await listSavedFilters(tx, context.clock, actor, moment.register) : [];
    const waiting = actor.kind === 'person' ? await listWaiting(tx, { ...context, actor }, grant) : [];
    const { entries } = await listJournal(tx, {
      register: moment.register,
      limit: shownChanges,
      offset: 0,
      told: toldToAll(context),
    });
    const own = actor.kind === 'person' ? { ...context, actor: { ...actor, grants: [grant] } } : context;
    const named = [
      party,
      desk.members,
      desk.due,
      desk.laws.map(({ cells }) => cells.map((one) => one.party)),
    ];
    return {
      desk,
      secretariat: grant.party === null ? await loadSecretariat(tx, context, grant) : null,
      waiting,
      toBegin: await offersToMake(tx, own, beginnings),
      entries,
      changed: await titlesOf(tx, context, entries),
      box: await findReminderBox(tx, context, grant),
      saved: saved.filter((one) => !one.removed),
      names: await loadNames(tx, moment, [...named, grants], [roles]),
    };
  });
}

/** Titles of the records that entries of the journal are about, by `kind/id`, as far as they are for everybody. */
async function titlesOf(
  tx: Transaction,
  context: PageContext,
  entries: readonly { readonly subject: string | null }[],
): Promise<ReadonlyMap<string, Said>> {
  const shown = publicKinds(context);
  const subjects = entries.flatMap(({ subject }) => {
    const [kind = '', ...rest] = (subject ?? '').split('/');
    return shown.has(kind) ? [{ kind, id: rest.join('/') }] : [];
  });
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const [kinds, ids] = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
  const records = subjects.length === 0 ? [] : await allRecords(tx, { ...moment, kinds, ids });
  const naming = { ...moment, kinds: [...shown.values()], language: context.language };
  const named = await nameRecords(tx, naming, records);
  return new Map(records.map(({ kind, id }, index) => [`${kind}/${id}`, named[index] as Said] as const));
}

/** What a calendar keeps for the reader: for all parties and bodies that they act for, so that one is enough for one person. */
function feedsOf(grants: readonly Grant[], names: Names, context: PageContext): readonly FeedLink[] {
  const { language } = context;
  const party = [...new Set(grants.flatMap((grant) => grant.party ?? []))];
  const body = [...new Set(grants.flatMap((grant) => (grant.party === null ? (grant.body ?? []) : [])))];
  if (party.length + body.length === 0) return [{ feed: deadlinesFeed }, { feed: meetingsFeed }];
  const name = [...party, ...body].map((id) => plainName(id, names, language)).join(', ');
  const query = {
    ...(party.length === 0 ? {} : { party: party.join(',') }),
    ...(body.length === 0 ? {} : { body: body.join(',') }),
  };
  return [
    { feed: deadlinesFeed, query, title: unionTexts(language).feeds.deadlinesOf(name) },
    { feed: meetingsFeed, query, title: meetingTexts(language).page.feedOf(name) },
  ];
}

/** What waits for the reader: for the party that the grant is for, or for all parties where it is for none. */
export const deskPage: Page = {
  path: '/desk',
  navigation: 'desk',
  key: 'd',
  render: async (context) => {
    const { desk: words, journal } = unionTexts(context.language);
    if (context.actor.kind !== 'person')
      return ok({
        title: words.title,
        body: (
          <EmptyState
            why={words.visitor}
            what={
              <a href={`/sign-in?${new URLSearchParams({ return: context.href('/desk') })}`}>
                {words.signIn}
              </a>
            }
          />
        ),
      });
    const grants = grantsOn(context.actor, context.register.id, todayOn(context.clock));
    const grant = grants[Math.min(pageOf(context.query, 'grant'), grants.length) - 1];
    if (grant === undefined)
      return ok({ title: words.title, body: <EmptyState why={words.noGrant} what={words.noGrantWhat} /> });
    const loaded = await load(context, grant, grants);
    const panels = await loadPanels(deskPage, context);
    const { desk, secretariat, waiting, toBegin, entries, changed, saved, names, box } = loaded;
    const party = grant.party === null ? null : plainName(grant.party, names, context.language);
    // Whoever acts for a body has that body's desk, on which everything stands that waits for any party.
    const owner = party ?? (grant.body === null ? null : plainName(grant.body, names, context.language));
    const { due, laws, groups, vacancies } = desk;
    const { renewals = [], heldUp = [] } = secretariat ?? {};
    recordWaiting(context, waiting);
    const lists = [waiting, due, laws, groups, vacancies, renewals, heldUp];
    const nothing = lists.every((list) => list.length === 0);
    const kinds = publicKinds(context);
    const steering = steeringTool(context);
    return ok({
      title: owner === null ? words.titleAll : words.titleOf(owner),
      lede: (
        <>
          {context.actor.session.demonstration ? words.demonstration : words.basis(grant.basis)}{' '}
          <a href={context.href('/brief', { party: grant.party })}>{words.toBrief}</a>
          {', '}
          <a href={steering.href}>{steering.text}</a>
        </>
      ),
      feeds: feedsOf(grants, names, context),
      body: (
        <Stack>
          {grants.length > 1 && (
            <p class="chips">
              {grants.map((one, index) => (
                <a
                  class="chip"
                  href={context.href('/desk', { grant: String(index + 1) })}
                  aria-current={one === grant ? 'page' : undefined}
                >
                  {grantName(one, names, context)}
                </a>
              ))}
            </p>
          )}
          {nothing && <Guide party={grant.party} context={context} />}
          <Columns
            main={
              <>
                {waiting.length > 0 && (
                  <Section title={words.waiting} id="waiting">
                    <WaitingList waiting={waiting} />
                  </Section>
                )}
                {toBegin.length > 0 && (
                  <Section title={words.begin} id="begin">
                    <p class="chips">
                      {toBegin.map(({ title, href }) => (
                        <a class="chip" href={href}>
                          {title}
                        </a>
                      ))}
                    </p>
                  </Section>
                )}
                {renewals.length > 0 && (
                  <Section title={words.renewals} id="renewals">
                    <Renewals rows={renewals} context={context} />
                  </Section>
                )}
                {heldUp.length > 0 && (
                  <Section title={words.heldUp} id="held-up">
                    <HeldUpList rows={heldUp} context={context} />
                  </Section>
                )}
                <Section
                  title={words.laws}
                  id="laws"
                  tools={[{ text: words.all, href: context.href('/law') }]}
                >
                  <OpenLaws desk={desk} party={grant.party} names={names} context={context} />
                </Section>
                <Section
                  title={words.groups}
                  id="groups"
                  tools={[{ text: words.all, href: context.href('/groups') }]}
                >
                  <Groups rows={desk.groups} empty={words.groupsNone} context={context} />
                </Section>
                {desk.vacancies.length > 0 && (
                  <Section title={words.vacancies} id="vacancies">
                    <Groups rows={desk.vacancies} empty="" context={context} />
                  </Section>
                )}
              </>
            }
            aside={
              <>
                <Section
                  title={words.due}
                  id="due"
                  tools={[{ text: words.all, href: context.href('/commitments', { state: 'open' }) }]}
                >
                  <Due due={desk.due} names={names} context={context} />
                  <ReminderNote box={box} context={context} />
                </Section>
                <Section title={texts(context.language).filters.title} id="filters">
                  <SavedFilterList filters={saved} />
                </Section>
                <Section
                  title={words.changes}
                  id="changes"
                  tools={[{ text: words.all, href: context.href('/journal') }]}
                >
                  <ul class="plain">
                    {entries.map((entry) => {
                      const [kind = '', ...rest] = (entry.subject ?? '').split('/');
                      const href = kinds.get(kind)?.href(rest.join('/'));
                      const said = changed.get(entry.subject ?? '');
                      const named = said === undefined ? rest.join('/') : <SaidText said={said} />;
                      return (
                        <li>
                          {eventName(entry.event, context)}{' '}
                          {href === undefined ? journal.whole : <a href={context.href(href)}>{named}</a>}{' '}
                          <small>{formatInstant(entry.recordedAt, context.language)} UTC</small>
                        </li>
                      );
                    })}
                  </ul>
                </Section>
                {panels}
              </>
            }
          />
          {!nothing && <Guide party={grant.party} context={context} />}
        </Stack>
      ),
    });
  },
};

/** What the reader can do now, and to what. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <ul class="plain">
      {waiting.map(({ title, href, record, recordHref }) => (
        <li>
          <a href={href}>{title}</a>:{' '}
          <a href={recordHref}>
            <SaidText said={record} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What somebody acts as, and for whom: "Contact point, Netherlands". */
function grantName({ role, party, body }: Grant, names: Names, { language }: PageContext): string {
  const title = names.get(`${roles.name}/${role}`)?.title;
  const acts = title === undefined ? role : localize(title, language, ['en']).text;
  const bounds = [party, body].flatMap((id) => (id === null ? [] : [plainName(id, names, language)]));
  return [acts, ...bounds].join(', ');
}

export function OpenLaws({
  desk,
  party,
  names,
  context,
}: {
  desk: Desk;
  party: RecordId | null;
  names: Names;
  context: PageContext;
}) {
  const { desk: words, law } = unionTexts(context.language);
  if (desk.laws.length === 0) return <EmptyState why={words.lawsNone} />;
  const cellOf = (row: BoardRow, id: string) => row.cells.find((cell) => cell.party === id);
  return (
    <DataTable<BoardRow>
      caption={words.laws}
      rows={desk.laws}
      rowHref={(row) => context.href(instruments.href(row.id))}
      columns={[
        { title: law.instrument, cell: (row) => <InstrumentTitle title={row.title} /> },
        ...(party === null ? desk.members : [party]).map((id) => ({
          title: plainName(id, names, context.language),
          cell: (row: BoardRow) => {
            const cell = cellOf(row, id);
            return cell === undefined ? null : <InLaw cell={cell} />;
          },
        })),
        ...(party === null
          ? []
          : [
              {
                title: law.reason,
                cell: (row: BoardRow) => {
                  const cell = cellOf(row, party);
                  return cell === undefined ? null : <Reasons cell={cell} />;
                },
              },
            ]),
      ]}
    />
  );
}

function Groups({ rows, empty, context }: { rows: readonly Group[]; empty: string; context: PageContext }) {
  const words = unionTexts(context.language).groups;
  if (rows.length === 0) return <EmptyState why={empty} />;
  return (
    <DataTable<Group>
      caption={words.title}
      rows={rows}
      rowHref={(group) => context.href(`/groups/${group.id}`)}
      columns={[
        { title: words.group, cell: (group) => <Lang text={group.title} /> },
        {
          title: words.state,
          cell: (group) => <GroupStateMark state={group.state} missing={group.record.body.status_missing} />,
        },
      ]}
    />
  );
}

function Renewals({ rows, context }: { rows: readonly GroupToRenew[]; context: PageContext }) {
  const { groups: words, desk } = unionTexts(context.language);
  return (
    <DataTable<GroupToRenew>
      caption={desk.renewals}
      rows={rows}
      rowHref={({ group }) => context.href(`/groups/${group.id}`)}
      columns={[
        { title: words.group, cell: ({ group }) => <Lang text={group.title} /> },
        { title: desk.renewal, cell: ({ renewal }) => renewalSentence(renewal, context) },
      ]}
    />
  );
}

/** Points that were put off, how often, and items of plans whose group is not at work. */
function HeldUpList({ rows, context }: { rows: readonly HeldUp[]; context: PageContext }) {
  const words = unionTexts(context.language).desk;
  return (
    <ul class="plain">
      {rows.map(({ title, path, times, group }) => (
        <li>
          <a href={context.href(path)}>
            <Lang text={title} />
          </a>
          : {times !== null && words.putOff(times)}
          {group !== null && (
            <>
              {words.resting}{' '}
              <a href={context.href(`/groups/${group.id}`)}>
                <Lang text={group.title} />
              </a>{' '}
              <GroupStateMark state={group.state} missing={group.record.body.status_missing} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** For whoever sits here for the first time. */
function Guide({ party, context }: { party: RecordId | null; context: PageContext }) {
  const words = unionTexts(context.language).desk;
  return (
    <Section title={words.guide} id="guide">
      <ol class="steps">
        <li>
          <a href={context.href('/deadlines.ics', { party })}>{words.guideFeed}</a>
        </li>
        <li>
          <a href={context.href('/brief', { party })}>{words.guideBrief}</a>
        </li>
        <li>
          <a href={context.href('/about')}>{words.guideData}</a>
        </li>
      </ol>
    </Section>
  );
}
