import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import {
  Basis,
  EmptyState,
  Figure,
  FigureRow,
  Note,
  Section,
  Sources,
  Stack,
} from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { Lang } from '#platform/page/missing.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { findName, Named, type Names, plainName } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { steeringTool } from '../../steering/pages/steering.tsx';
import { unionTexts } from '../../text/texts.ts';
import { bodies, groups, parties } from '../model.ts';
import type { ContactStanding } from '../rules/contacts.ts';
import { type ContactEntry, findContacts, isKnownAt, listContactDirectory, loadNames } from '../store.ts';
import {
  ContactName,
  ContactPeriod,
  ContactStandingMark,
  openContacts,
  recordReading,
} from './contact-points.tsx';

const pageSize = 50;

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

const filterNames = ['standing', 'party'] as const;
type FilterName = (typeof filterNames)[number];

const keyOf = ({ bodyKind, body }: ContactEntry) => `${bodyKind}/${body}`;

function chosen(context: PageContext, all: readonly ContactEntry[]): readonly ContactEntry[] {
  return all.filter((entry) =>
    filterNames.every((name) => {
      const asked = context.query.get(name);
      return asked === null || entry[name] === asked;
    }),
  );
}

type Row = { readonly entry: ContactEntry; readonly contact: StoredRecord | null };

async function load(context: PageContext) {
  const moment = momentOf(context);
  const number = pageOf(context.query);
  return context.read(async (tx) => {
    const directory = await listContactDirectory(tx, context.register, moment);
    const found = chosen(context, directory.entries);
    const shown = found.slice((number - 1) * pageSize, number * pageSize);
    const ids = shown.flatMap(({ contact }) => contact ?? []);
    const contacts = await findContacts(tx, moment, ids);
    const keys = new Set(shown.filter(({ contact }) => contact !== null).map(keyOf));
    return {
      directory,
      total: found.length,
      number,
      rows: shown.map(
        (entry): Row => ({
          entry,
          contact: entry.contact === null ? null : (contacts.get(entry.contact) ?? null),
        }),
      ),
      opened: await openContacts(tx, context, [...keys]),
      names: await loadNames(tx, moment, [
        shown.map(({ body }) => body),
        [...new Set(directory.entries.map(({ party }) => party))],
      ]),
    };
  });
}

/** Whom each body finds at each party. A vacancy is a row; persons are named by the rule of each body's own page. */
export const contactsPage: Page = {
  path: '/contacts',
  navigation: 'programme',
  filters: true,
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.contacts;
    const crumbs = [{ text: all.programme.title, href: context.href('/programme') }];
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.title,
        crumbs,
        body: <NothingKnown context={context} />,
      });
    const { directory, rows, total, number, opened, names } = await load(context);
    const { entries } = directory;
    const steering = steeringTool(context, 'contacts');
    for (const [key, decision] of opened) {
      const read = rows.flatMap(({ entry, contact }) =>
        keyOf(entry) === key && contact !== null ? [contact.id] : [],
      );
      recordReading(context, key, decision, read);
    }
    const isNamed = (entry: ContactEntry) => opened.get(keyOf(entry))?.allowed === true;
    const count = (standing: ContactStanding) =>
      entries.filter((entry) => entry.standing === standing).length;
    const linkTo = (standing: 'vacant' | 'named') => {
      const text = words[standing](count(standing));
      return count(standing) === 0 ? text : <a href={context.href('/contacts', { standing })}>{text}</a>;
    };
    return ok({
      title: words.title,
      lede: (
        <>
          {words.lede} <a href={steering.href}>{steering.text}</a>
        </>
      ),
      crumbs,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="contacts" context={context} />
          <FigureRow>
            <Figure value={count('vacant')} label={linkTo('vacant')} detail={words.vacantDetail} />
            <Figure value={count('named')} label={linkTo('named')} />
            <Figure
              value={words.silent(directory.groups - directory.told, directory.groups)}
              label={words.silentLabel}
              detail={words.silentDetail}
            />
          </FigureRow>
          {entries.length === 0 ? (
            <Section title={words.title} id="contacts">
              <EmptyState why={words.empty} what={words.emptyWhat} who={words.emptyWho} />
            </Section>
          ) : (
            <>
              {rows.some(({ entry }) => isNamed(entry)) ? (
                <Basis>{words.open}</Basis>
              ) : (
                <Note>{words.closed}</Note>
              )}
              <RecordList<Row>
                caption={words.title}
                rows={rows}
                rowHref={({ entry }) =>
                  context.href((entry.bodyKind === groups.name ? groups : bodies).href(entry.body))
                }
                columns={[
                  {
                    title: words.body,
                    cell: ({ entry }) => {
                      const kind = entry.bodyKind === groups.name ? groups : bodies;
                      const name = findName(entry.body, names, [kind]);
                      return name === undefined ? entry.body : <Lang text={name.title} />;
                    },
                  },
                  {
                    title: words.party,
                    cell: ({ entry }) => (
                      <Named id={entry.party} names={names} context={context} kinds={[parties]} />
                    ),
                  },
                  {
                    title: words.standing,
                    cell: ({ entry }) => <ContactStandingMark standing={entry.standing} />,
                  },
                  {
                    title: words.contact,
                    cell: ({ entry, contact }) =>
                      contact === null ? (
                        entry.standing === 'vacant' &&
                        all.groups.vacancyWho(plainName(entry.party, names, context.language, [parties]))
                      ) : (
                        <ContactName body={contact.body} named={isNamed(entry)} />
                      ),
                  },
                  {
                    title: words.period,
                    cell: ({ entry, contact }) => (
                      <>
                        <ContactPeriod
                          from={contact?.body.from}
                          to={contact?.body.to}
                          seenOn={entry.seenOn}
                        />{' '}
                        <Sources register={context.register} sections={entry.source} />
                      </>
                    ),
                  },
                ]}
                facets={facetsOf(context, entries, names)}
                clearHref={context.href('/contacts')}
                page={{
                  number,
                  size: pageSize,
                  total,
                  hrefOf: (page) => context.href('/contacts', { ...filters(context), page: String(page) }),
                }}
              />
            </>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const moment = momentOf(context);
    const found = await context.read(async (tx) => {
      const { entries } = await listContactDirectory(tx, context.register, moment);
      const asked = chosen(context, entries);
      const contacts = await findContacts(
        tx,
        moment,
        asked.flatMap(({ contact }) => contact ?? []),
      );
      const names = await loadNames(
        tx,
        moment,
        asked.map(({ body }) => body),
      );
      return { asked, contacts, names };
    });
    return ok(contactsTable(context, found));
  },
};

/** The address's own filters; `href` takes one value a name, and the list offers one of each. */
function filters(context: PageContext): Readonly<Record<FilterName, string | null>> {
  return { standing: context.query.get('standing'), party: context.query.get('party') };
}

function facetsOf(context: PageContext, all: readonly ContactEntry[], names: Names): readonly Facet[] {
  const words = unionTexts(context.language).contacts;
  const facet = (key: FilterName, label: string, labelOf: (value: string) => string | undefined): Facet =>
    countedFacet(
      context,
      { key, label },
      all.map((entry) => entry[key]),
      {
        labelOf,
        hrefOf: (value) => context.href('/contacts', { ...filters(context), [key]: value }),
      },
    );
  return [
    facet('standing', words.standing, (value) => words.standings[value as ContactStanding]),
    facet('party', words.party, (value) => plainName(value, names, context.language, [parties])),
  ];
}

/** Organisations and vacancies. A person is in no export: what has left the node cannot be closed again. */
function contactsTable(
  context: PageContext,
  found: {
    readonly asked: readonly ContactEntry[];
    readonly contacts: ReadonlyMap<string, StoredRecord>;
    readonly names: Names;
  },
): ExportTable {
  const words = unionTexts(context.language).contacts;
  const shared = texts(context.language).exports;
  const notes = {
    body: shared.id,
    title: words.columns.body,
    party: shared.party,
    standing: words.columns.standing,
    organisation: words.columns.organisation,
    from: words.columns.from,
    to: words.columns.to,
    source: shared.source,
  };
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    name: `${context.register.id}-contacts`,
    title: words.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: found.asked.map((entry) => {
      const contact = entry.contact === null ? undefined : found.contacts.get(entry.contact);
      return {
        body: entry.body,
        title: plainName(entry.body, found.names, context.language, [
          entry.bodyKind === groups.name ? groups : bodies,
        ]),
        party: entry.party,
        standing: entry.standing,
        organisation: textOf(contact?.body.organisation),
        from: textOf(contact?.body.from),
        to: textOf(contact?.body.to),
        source: entry.source.join(', ') || null,
      };
    }),
    notes: [...exportNotes(context), words.closed],
  };
}
