import { Contradictions, cases, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { formatDate, lastDay } from '#kernel/dates.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import {
  BarRow,
  Columns,
  EmptyState,
  Section,
  Sources,
  Stack,
  Tag,
  Tree,
} from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { type Commitment, obligationsOf } from '../../commitments/rules/commitment.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { instruments } from '../../law/model.ts';
import { InstrumentStateMark, InstrumentTitle } from '../../law/pages/cells.tsx';
import { hasEndedBy, mayExistOn } from '../../law/rules/timeline.ts';
import {
  findInstruments,
  type InstrumentEntry,
  listBinding,
  listInstrumentEntries,
} from '../../law/store.ts';
import { findName, type Names } from '../../names.tsx';
import { parliamentItems } from '../../parliament/model.ts';
import { daysText } from '../../parliament/pages/clock-bar.tsx';
import { type ItemWithClocks, listItemsFor } from '../../parliament/store.ts';
import { RecordFields } from '../../register/pages/fields.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { bodies, parties } from '../model.ts';
import { membersOf } from '../rules/members.ts';
import {
  bodyKey,
  bodyTree,
  type Group,
  listBodies,
  listContacts,
  listGroupEntries,
  listGroups,
  listParts,
  loadNames,
} from '../store.ts';
import { ContactPoints, hangingOnContacts, openContacts, recordReading } from './contact-points.tsx';
import { Participation } from './participation.tsx';
import { BodyFacts, GroupStateMark } from './state.tsx';
import { branchesOf, groupIdsIn, pathTo, type TreeShown } from './tree.tsx';

/** Rows of a list on this page before the rest is left to the list itself. */
const mostListed = 25;

async function load(context: PageContext) {
  const { register } = context;
  const moment = { register: register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: bodies.name, id });
    if (record === undefined) return null;
    const described = await listBodies(tx, moment);
    const entries = await listGroupEntries(tx, register, moment);
    const path = pathTo(bodyTree(described, entries), bodyKey(id));
    const under = entries.filter(({ parent }) => parent === id);
    const listed = under.slice(0, mostListed).map((group) => group.id);
    const shown = await listGroups(tx, moment, [...new Set([...listed, ...groupIdsIn(path.slice(-1))])]);
    const groups = new Map(shown.map((group) => [group.id, group]));
    const laws = await listInstrumentEntries(tx, register, moment);
    const issued = laws.filter(({ issuer }) => issuer === id);
    const parts = await listParts(tx, moment, record);
    const contacts = await listContacts(tx, moment, record);
    const named = [record.body, parts, contacts.map(({ party }) => party)];
    const opened = (await openContacts(tx, context, [bodyKey(id)])).get(bodyKey(id));
    const told = contacts.flatMap(({ contact }) => contact?.id ?? []);
    return {
      record,
      documents: await listAttached(tx, context, bodies.name, id),
      offers: await listOffers(tx, context, bodies.name, id),
      bodies: new Map(described.map((one) => [one.id, one])),
      path,
      groups,
      under: { total: under.length, rows: listed.flatMap((group) => groups.get(group) ?? []) },
      issued: {
        entries: new Map(issued.map((entry) => [entry.id, entry])),
        rows: await findInstruments(
          tx,
          moment,
          issued.slice(0, mostListed).map((law) => law.id),
        ),
      },
      binding: await listBinding(tx, moment, id),
      items: await listItemsFor(tx, moment, id),
      parts,
      contacts,
      opened,
      onContacts: await hangingOnContacts(tx, context, opened, told),
      names: await loadNames(tx, moment, named, [cases, instruments, indicators]),
      contradictions: await listDiscrepancies(tx, moment, [record.id], sectionsOf(record.body)),
    };
  });
}

/** One body: what it does and with whom, its place in the tree, what it issued and what it must see to. */
export const bodyPage: Page = {
  path: '/bodies/:id',
  navigation: 'programme',
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.bodiesPage;
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, names, parts, contacts, opened, under, issued, contradictions, path } = loaded;
    const { id, body } = record;
    recordReading(
      context,
      bodyKey(id),
      opened,
      contacts.flatMap(({ contact }) => contact?.id ?? []),
    );
    const title = bodies.title(body);
    const shown = localize(title, context.language, ['en']);
    const english = title.texts.en;
    return ok({
      title: shown,
      crumbs: [
        { text: all.programme.title, href: context.href('/programme') },
        { text: words.title, href: context.href('/bodies') },
      ],
      lede: (
        <>
          {english !== undefined && english !== shown.text && <span lang="en">{english}. </span>}
          <BodyFacts body={body} context={context} />{' '}
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      body: (
        <Stack>
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Columns
            main={
              <>
                <Section title={words.does} id="does">
                  <Tasks body={body} context={context} />
                </Section>
                <Section
                  title={words.working}
                  id="working"
                  tools={[
                    {
                      text: all.journal.title,
                      href: context.href('/journal', { subject: bodyKey(id) }),
                    },
                  ]}
                >
                  <RecordFields kind={bodies} body={withoutShown(body)} names={names} context={context} />
                </Section>
              </>
            }
            aside={
              <>
                <Section title={words.place} id="place">
                  <Place path={path} shown={{ ...loaded, context, current: bodyKey(id) }} />
                </Section>
                <Members body={body} names={names} context={context} />
                <Meetings body={body} context={context} />
                {parts.length > 0 ? (
                  <Section title={all.groups.participation} id="parties">
                    <Participation parts={parts} names={names} context={context} />
                  </Section>
                ) : (
                  // Whose seats are counted, or who it belongs to, is no body that nobody takes part in.
                  membersOf(body).parts.length === 0 &&
                  typeof body.party !== 'string' && (
                    <Section title={all.groups.participation} id="parties">
                      <EmptyState
                        why={words.participationNone}
                        what={words.participationNoneWhat}
                        who={all.whoCan.file}
                      />
                    </Section>
                  )
                )}
                {contacts.length > 0 && (
                  <Section
                    title={all.contacts.title}
                    id="contacts"
                    tools={[{ text: all.contacts.title, href: context.href('/contacts') }]}
                  >
                    <ContactPoints
                      rows={contacts}
                      named={opened?.allowed === true}
                      hanging={loaded.onContacts}
                      names={names}
                      context={context}
                    />
                  </Section>
                )}
              </>
            }
          />
          <Section title={words.promises} id="promises">
            <Promises promises={promisesOf(id, loaded, context)} context={context} />
          </Section>
          <Section
            title={words.issued}
            id="issued"
            tools={
              issued.entries.size === 0
                ? []
                : [{ text: all.law.all, href: `${context.href('/law', { issuer: id })}#all` }]
            }
          >
            <Issued issued={issued} context={context} />
          </Section>
          <Section
            title={words.under}
            id="under"
            tools={
              under.total > under.rows.length
                ? [{ text: words.groups(under.total), href: context.href('/groups', { under: id }) }]
                : []
            }
          >
            {under.total === 0 ? (
              <EmptyState why={words.underNone} what={words.underNoneWhat} who={all.whoCan.file} />
            ) : (
              <DataTable<Group>
                caption={words.under}
                rows={under.rows}
                rowHref={(group) => context.href(`/groups/${group.id}`)}
                columns={[
                  { title: all.groups.group, cell: (group) => <Lang text={group.title} /> },
                  {
                    title: all.groups.state,
                    cell: (group) => (
                      <GroupStateMark state={group.state} missing={group.record.body.status_missing} />
                    ),
                  },
                ]}
              />
            )}
          </Section>
          <Attached documents={loaded.documents} context={context} />
          <Offered offers={loaded.offers} context={context} />
        </Stack>
      ),
    });
  },
};

type Shown = { readonly body: RecordBody; readonly context: PageContext };

/** Functions and powers in the words of the source. */
function Tasks({ body, context }: Shown) {
  const all = unionTexts(context.language);
  const words = all.bodiesPage;
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const [functions, powers] = [list(body.functions), list(body.powers)];
  if (functions.length + powers.length === 0)
    return <EmptyState why={words.doesNone} what={words.doesNoneWhat} who={all.whoCan.file} />;
  const items = (texts: readonly string[]) => (
    <ul lang="en">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
  return (
    <>
      {functions.length > 0 && items(functions)}
      {powers.length > 0 && (
        <>
          <h3>{words.powers}</h3>
          {items(powers)}
        </>
      )}
    </>
  );
}

function Place({ path, shown }: { path: ReturnType<typeof pathTo>; shown: TreeShown }) {
  const self = path.at(-1);
  if (self === undefined || (path.length === 1 && self.under.length === 0))
    return <p>{unionTexts(shown.context.language).bodiesPage.placeNone}</p>;
  // Of those above only the way down to this one; below it all that stands there.
  const [top = self, ...rest] = path;
  const chain = rest.reduceRight((inner, node) => ({ ...node, under: [inner] }), self);
  const root = path.length === 1 ? self : { ...top, under: [chain.key === self.key ? self : chain] };
  return <Tree branches={branchesOf([root], shown, { under: '' })} />;
}

/** Seats by party as bars of one scale; whether they add up to what the source gives in all is said. */
function Members({ body, names, context }: Shown & { names: Names }) {
  const words = unionTexts(context.language).bodiesPage;
  const { parts, sum, total } = membersOf(body);
  if (parts.length === 0 && total === null) return null;
  const largest = Math.max(...parts.map(({ count }) => count), 1);
  return (
    <Section title={words.members} id="members">
      {parts.map(({ party, count }) => {
        const name = findName(party, names, [parties]);
        return (
          <BarRow
            label={
              name === undefined ? (
                party
              ) : (
                <a href={context.href(name.path)}>
                  <Lang text={name.title} />
                </a>
              )
            }
            share={count / largest}
            text={count}
          />
        );
      })}
      <p>
        {parts.length > 0 && total !== null && total !== sum
          ? words.membersDiffer(sum, total)
          : words.membersTotal(total ?? sum)}{' '}
        <Sources register={context.register} sections={sectionsOf(body)} />
      </p>
    </Section>
  );
}

/** Meetings that the source counted, as a picture where there is more than one year. */
function Meetings({ body, context }: Shown) {
  const words = unionTexts(context.language).bodiesPage;
  const counted = (body.meetings_counted ?? {}) as Readonly<Record<string, number>>;
  const points = Object.entries(counted).map(([year, value]) => ({ year: Number(year), value }));
  if (points.length === 0) return null;
  return (
    <Section title={words.meetings} id="meetings">
      {points.length > 1 && <SeriesChart title={words.meetings} unit={words.meetings} points={points} />}
      <p>
        {points.map(({ year, value }) => `${year}: ${value}`).join(', ')}{' '}
        <Sources register={context.register} sections={sectionsOf(body)} />
      </p>
    </Section>
  );
}

/** What the page shows in sections of its own. */
function withoutShown(body: RecordBody): RecordBody {
  const shown = new Set(['functions', 'powers', 'members', 'meetings_counted', 'kind', 'name']);
  return Object.fromEntries(Object.entries(body).filter(([key]) => !shown.has(key)));
}

function Issued({
  issued,
  context,
}: {
  issued: {
    readonly entries: ReadonlyMap<string, InstrumentEntry>;
    readonly rows: readonly StoredRecord[];
  };
  context: PageContext;
}) {
  const all = unionTexts(context.language);
  const words = all.bodiesPage;
  if (issued.rows.length === 0)
    return <EmptyState why={words.issuedNone} what={words.issuedNoneWhat} who={all.whoCan.file} />;
  return (
    <DataTable<StoredRecord>
      caption={words.issued}
      rows={issued.rows}
      rowHref={(row) => context.href(instruments.href(row.id))}
      columns={[
        {
          title: all.law.instrument,
          cell: (row) => <InstrumentTitle title={instruments.title(row.body)} />,
        },
        { title: all.law.kind, cell: (row) => wordFor(String(row.body.kind ?? ''), context.language) },
        {
          title: all.lawList.state,
          cell: (row) => <InstrumentStateMark state={issued.entries.get(row.id)?.state ?? 'unknown'} />,
        },
      ]}
    />
  );
}

type Promised = {
  readonly what: LocalizedText;
  readonly href: string;
  readonly part: 'owner' | 'watcher' | 'reminded' | 'answers';
  /** As precise as the source has it; of an answer to parliament the last day on which it can be due. */
  readonly due: Commitment['stated'];
  readonly late: string;
  readonly source: readonly string[];
};

/** Obligations that it carries out or watches, reminders that go to it, and answers that it owes to parliament. */
function promisesOf(
  id: string,
  {
    binding,
    items,
  }: { readonly binding: readonly StoredRecord[]; readonly items: readonly ItemWithClocks[] },
  context: PageContext,
): readonly Promised[] {
  const english = (text: string): LocalizedText => ({ texts: { en: text }, authentic: [] });
  const day = lastDay(context.asOf);
  const standing = binding.filter(({ body }) => mayExistOn(body, day) && !hasEndedBy(body, day));
  const ofInstruments = standing.flatMap((law): readonly Promised[] => {
    const shared = { href: context.href(instruments.href(law.id)), late: '', source: sectionsOf(law.body) };
    const reminded = (law.body.yearly_reminder_to ?? []) as readonly string[];
    return [
      ...obligationsOf(law).flatMap(({ text, owner, watcher, stated }): readonly Promised[] => [
        ...(owner === id ? [{ ...shared, what: english(text), part: 'owner', due: stated } as const] : []),
        ...(watcher === id
          ? [{ ...shared, what: english(text), part: 'watcher', due: stated } as const]
          : []),
      ]),
      ...(reminded.includes(id)
        ? [{ ...shared, what: instruments.title(law.body), part: 'reminded', due: null } as const]
        : []),
    ];
  });
  const ofParliament = items.flatMap((item): readonly Promised[] =>
    item.clocks
      .filter(({ addressee, state }) => addressee === id && state !== 'answered' && state !== 'withdrawn')
      .map((clock) => ({
        what: item.title,
        href: context.href(parliamentItems.href(item.id)),
        part: 'answers',
        due: clock.dueLatest,
        late: daysText(clock, context.language),
        source: sectionsOf(item.record.body),
      })),
  );
  return [...ofParliament, ...ofInstruments];
}

function Promises({ promises, context }: { promises: readonly Promised[]; context: PageContext }) {
  const all = unionTexts(context.language);
  const words = all.bodiesPage;
  if (promises.length === 0)
    return <EmptyState why={words.promisesNone} what={words.promisesNoneWhat} who={all.whoCan.file} />;
  return (
    <DataTable<Promised>
      caption={words.promises}
      rows={promises}
      rowHref={({ href }) => href}
      columns={[
        { title: words.promise, cell: ({ what }) => <Lang text={what} /> },
        { title: words.part, cell: ({ part }) => <Tag>{words.parts[part]}</Tag> },
        {
          title: all.law.due,
          cell: ({ due, late, part }) =>
            part === 'reminded' ? null : due === null ? (
              <MissingMark reason="not_stated" />
            ) : (
              <>
                {formatDate(due, context.language)}
                {late !== '' && <small>{late}</small>}
              </>
            ),
        },
        {
          title: '§',
          cell: ({ source }) => <Sources register={context.register} sections={source} />,
        },
      ]}
    />
  );
}
