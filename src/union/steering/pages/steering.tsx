import type { ComponentChildren } from 'preact';
import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Sources, Stack, StatusMark, type Tone } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { type Column, DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt } from '../../bodies/store.ts';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { fieldName } from '../../text/fields/fields.ts';
import { actsOfSection } from '../actions.ts';
import { loadNamedSteering, type NamedSteering, rowAnswer } from '../answers.ts';
import type { Replaced, Uptake } from '../model.ts';
import type { SteeringRow } from '../row.ts';
import { countStandings, type Standing, type SteeringSection, steeringSections } from '../rules/standing.ts';
import { steeringTexts } from '../text/texts.ts';

/** Rows of a part on the page; the exports have all of them. */
const mostShown = 50;

const tones: Readonly<Partial<Record<Standing, Tone>>> = {
  absent: 'bad',
  present: 'good',
  vacant: 'bad',
  named: 'good',
  waiting: 'part',
  begun: 'good',
  fewer: 'bad',
  running: 'part',
  kept: 'good',
  asked: 'part',
  held: 'good',
  told: 'good',
  still_weighed: 'part',
  taken_over: 'good',
  overdue: 'bad',
  due: 'part',
  presented: 'good',
};

/** What each part shows, the first naming the row. */
const shown = {
  strategic: ['subject', 'standing', 'links', 'said'],
  contacts: ['subject', 'party', 'standing'],
  signals: ['subject', 'who', 'standing', 'said', 'links'],
  rhythm: ['party', 'year', 'count', 'agreed', 'standing', 'said'],
  bureau: ['year', 'party', 'standing', 'who', 'said'],
  account: ['subject', 'party', 'said', 'links', 'standing', 'who'],
  pilots: ['subject', 'standing', 'said'],
  arrears: ['year', 'standing', 'said'],
} as const satisfies Readonly<Record<SteeringSection, readonly ColumnName[]>>;
type ColumnName =
  | 'source'
  | 'subject'
  | 'party'
  | 'year'
  | 'standing'
  | 'count'
  | 'agreed'
  | 'who'
  | 'said'
  | 'links';

/** The part that the address asks for, in an export; null: all of them. */
function askedSection({ query }: PageContext): SteeringSection | null {
  return steeringSections.find((section) => section === query.get('section')) ?? null;
}

/**
 * Where nobody steers (§9.2.3, §15.2.1), rhythms against what was agreed (§3.4), the yearly meeting with parliament's bureau (§6.2.1),
 * accounts to national parliaments (§3.6.1), pilots and Europe (§15.1.3), and arrears of accounts (§8.1).
 */
export const steeringPage: Page = {
  path: '/steering',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, sections } = steeringTexts(context.language);
    if (!isKnownAt(context.register, context.knownAt))
      return ok({ title: words.title, body: <NothingKnown context={context} /> });
    const { steering, names, offers } = await context.read(async (tx) => ({
      ...(await loadNamedSteering(tx, context)),
      offers: Object.fromEntries(
        await Promise.all(
          steeringSections.map(async (section) => [
            section,
            await offersToMake(tx, context, actsOfSection[section]),
          ]),
        ),
      ) as Readonly<Record<SteeringSection, readonly Offer[]>>,
    }));
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          {steeringSections.map((section) => (
            <Section title={sections[section].title} id={section} tools={toolsOf(section, context)}>
              <Acts offers={offers[section]} />
              <Part section={section} rows={steering[section]} names={names} context={context} />
            </Section>
          ))}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { steering, names } = await context.read((tx) => loadNamedSteering(tx, context));
    return ok(steeringTable(context, { steering, names }));
  },
};

function toolsOf(section: SteeringSection, context: PageContext) {
  const { page: words, sections } = steeringTexts(context.language);
  return [
    ...(section === 'contacts' ? [{ text: words.toContacts, href: context.href('/contacts') }] : []),
    ...(section === 'arrears' ? [{ text: words.toBudget, href: context.href('/budget') }] : []),
    ...sectionExports(sections[section].title, context.language, (format) =>
      context.href('/steering', { section, format }),
    ),
  ];
}

/** What can be done about a part, in its sheet. */
function Acts({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <p class="chips">
      {offers.map(({ title, href }) => (
        <a class="chip" href={href}>
          {title}
        </a>
      ))}
    </p>
  );
}

type PartProps = {
  readonly section: SteeringSection;
  readonly rows: readonly SteeringRow[];
  readonly names: NamedSteering['names'];
  readonly context: PageContext;
};

function Part({ section, rows, names, context }: PartProps) {
  const { page: words, sections, standings: called } = steeringTexts(context.language);
  const part = sections[section];
  if (rows.length === 0)
    return <EmptyState why={part.why} what={part.what} who={<Doers section={section} context={context} />} />;
  const counts = countStandings(section, rows).filter(({ count }) => count > 0);
  return (
    <>
      <p>
        {counts.map(({ standing, count }) => `${called[standing]}: ${count}`).join(' · ')}{' '}
        <Sources register={context.register} sections={[...new Set(rows.flatMap(({ source }) => source))]} />
      </p>
      {counts.every(({ standing }) => standing === 'unknown') && (
        <p>
          {part.what} <Doers section={section} context={context} />
        </p>
      )}
      <DataTable<SteeringRow>
        caption={part.title}
        rows={rows.slice(0, mostShown)}
        columns={[...shown[section], 'source' as const].map((name) =>
          columnOf(name, { section, names, context }),
        )}
      />
      {rows.length > mostShown && <p>{words.part(mostShown, rows.length)}</p>}
    </>
  );
}

/** Who can do something about a part, by the names of what they can do. */
function Doers({ section, context }: { section: SteeringSection; context: PageContext }) {
  const { page: words } = steeringTexts(context.language);
  const actions = context.modules.flatMap((module) => module.actions);
  const titles = actsOfSection[section].flatMap(
    (name) => actions.find((one) => one.name === name)?.texts(context.language).title ?? [],
  );
  return titles.length === 0 ? null : words.whoCan(titles.join(', '));
}

function columnOf(name: ColumnName, shared: Omit<PartProps, 'rows'>): Column<SteeringRow> {
  const { section, names, context } = shared;
  const { page: words, sections, whys } = steeringTexts(context.language);
  const part = sections[section];
  const titles = { ...words, subject: part.subject, who: part.who, said: part.said, links: part.links };
  const missing = (text: string) => <span class="missing">{text}</span>;
  const cells: Readonly<Record<ColumnName, (row: SteeringRow) => ComponentChildren>> = {
    source: ({ source }) => <Sources register={context.register} sections={source} />,
    subject: ({ subject }) => <Linked reference={subject} names={names} context={context} />,
    party: ({ party }) =>
      party === null ? (
        missing(words.notStated)
      ) : (
        <Linked reference={`parties/${party}`} names={names} context={context} />
      ),
    year: ({ year }) => year ?? missing(words.unknown),
    standing: (row) => <StandingMark row={row} context={context} />,
    count: ({ count }) => count ?? missing(words.unknown),
    agreed: ({ agreed }) => agreed ?? missing(words.noneAgreed),
    who: ({ who }) => who ?? missing(words.notStated),
    said: (row) => (
      <>
        {row.said !== null && <span lang={isOfSource(row, section) ? 'en' : undefined}>{row.said}</span>}
        {row.earlier.map((one) => (
          <small>{earlierText(one, context)}</small>
        ))}
      </>
    ),
    links: ({ links, why }) =>
      links.length === 0
        ? why !== null && missing(whys[why])
        : links.map((link, index) => (
            <>
              {index > 0 && ', '}
              <Linked reference={link} names={names} context={context} />
            </>
          )),
  };
  const isFigure = name === 'count' || name === 'agreed';
  return {
    title: titles[name],
    cell: cells[name],
    ...(isFigure ? { figure: true } : {}),
  };
}

/** The words of the first sources are English; what people wrote down is in whatever language they did. */
function isOfSource({ standing, agreed }: SteeringRow, section: SteeringSection): boolean {
  if (section === 'account') return true;
  return section === 'signals' ? standing === 'told' : section === 'rhythm' && agreed === null;
}

/** What stood before, in the reader's words: `Before: due on 30 June 2021; replaced on 1 July 2021: a reason`. */
function earlierText({ field, stood, on, reason }: Replaced, { language }: PageContext): string {
  const { page: words, uptakes: called } = steeringTexts(language);
  const isDate = ['due', 'presented', 'asked', 'held'].includes(field);
  const value = isDate
    ? formatDate(stood as PartialDate, language)
    : field === 'uptake'
      ? (called[stood as Uptake] ?? stood)
      : stood;
  return words.earlier(fieldName(field, language), value, formatDate(on as PartialDate, language), reason);
}

function StandingMark({ row, context }: { row: SteeringRow; context: PageContext }) {
  const { standings: called } = steeringTexts(context.language);
  return (
    <>
      <StatusMark tone={tones[row.standing] ?? 'none'} text={called[row.standing]} />
      {row.on !== null && <small>{formatDate(row.on, context.language)}</small>}
    </>
  );
}

function Linked(props: { reference: string | null; names: NamedSteering['names']; context: PageContext }) {
  const { reference, names, context } = props;
  const name = reference === null ? undefined : names.get(reference);
  if (name === undefined) return <>{reference?.slice(reference.indexOf('/') + 1) ?? null}</>;
  return (
    <a href={context.href(name.path)}>
      <Lang text={name.title} />
    </a>
  );
}

function steeringTable(context: PageContext, { steering, names }: NamedSteering): ExportTable {
  const { page: words, columns } = steeringTexts(context.language);
  const asked = askedSection(context);
  const source = texts(context.language).exports.source;
  const sections = steeringSections.filter((section) => asked === null || section === asked);
  return {
    name: `${context.register.id}-steering${asked === null ? '' : `-${asked}`}`,
    title: asked === null ? words.title : steeringTexts(context.language).sections[asked].title,
    columns: Object.entries({ ...columns, source }).map(([key, note]) => ({ key, title: key, note })),
    rows: sections.flatMap((section) =>
      steering[section].map((row) => {
        const { links, earlier, source: told, ...rest } = rowAnswer(row, names, context.language);
        return {
          section,
          ...rest,
          links: links.join(', ') || null,
          earlier:
            earlier
              .map(({ field, stood, on, reason }) => `${field} ${stood} (${on}: ${reason})`)
              .join('; ') || null,
          source: told.join(', ') || null,
        };
      }),
    ),
    notes: exportNotes(context),
  };
}

/** A way to the view of steering from pages that show a part of it. */
export function steeringTool(context: PageContext, section?: SteeringSection) {
  const href = context.href('/steering');
  return {
    text: steeringTexts(context.language).page.link,
    href: section === undefined ? href : `${href}#${section}`,
  };
}
