import type { ComponentChildren } from 'preact';
import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { languages, localeOf } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import { listPresent, loadTexts } from '#platform/files/stored-files.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section, Stack, StatusMark, Tag } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { knownNow } from '#platform/records/registers.ts';
import { languageNames } from '#platform/text/texts.ts';
import { loadNames } from '../../bodies/store.ts';
import { plainName } from '../../names.tsx';
import { attachableKind, isForEverybody, readableDocuments } from '../actions/readable.ts';
import { attachments, longestDocumentText, subjectOf, type Version, versionsOf } from '../model.ts';
import { currentVersions } from '../rules/versions.ts';
import { findDocument } from '../store.ts';
import { documentTexts } from '../text/texts.ts';
import { fateOf, sizeText, TranslationMark } from './cells.tsx';
import { subjectsOf } from './documents.tsx';

/** Characters of each language version that stand side by side. */
const longestExcerpt = 700;

async function load(context: PageContext) {
  const { register, knownAt } = context;
  const known = { register: register.id, knownAt };
  const id = context.params.id ?? '';
  const acting = actionContextOf(context);
  return context.read(async (tx) => {
    const found = await findDocument(tx, known, id);
    const [record] = found === undefined ? [] : await readableDocuments(tx, acting, [found]);
    if (record === undefined) return null;
    // As the page's dates have it, but what has been withdrawn since is not handed out on any date.
    const versions = versionsOf(record.body);
    const today = await findDocument(tx, { ...known, knownAt: knownNow(register, acting.today) }, id);
    const gone = new Set(
      versionsOf((today ?? record).body).flatMap(({ number, withdrawn }) =>
        withdrawn == null ? [] : [number],
      ),
    );
    const here = versions.filter(({ number, withdrawn }) => withdrawn == null && !gone.has(number));
    const hashes = here.map(({ hash }) => hash);
    return {
      record,
      versions,
      current: currentVersions(versions).toSorted(
        (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language),
      ),
      handed: new Set(here.map(({ number }) => number)),
      present: await listPresent(tx, hashes),
      excerpts: await loadTexts(tx, hashes, longestExcerpt + 1),
      subject: (await subjectsOf(tx, context, [record])).get(subjectOf(record.body)),
      names: await loadNames(
        tx,
        known,
        versions.map(({ added_by: by }) => by ?? ''),
      ),
      offers: await listOffers(tx, context, attachments.name, id),
    };
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;
type Shown = { readonly loaded: Loaded; readonly context: PageContext };

/** A document: its language versions side by side, what each is and says, and all versions that there were. */
export const documentPage: Page = {
  path: '/documents/:id',
  navigation: null,
  render: async (context) => {
    const { page: words } = documentTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, subject, offers, current } = loaded;
    const kind = attachableKind(String(record.body.attached_kind));
    return ok({
      title: localize(attachments.title(record.body), context.language, ['en']),
      crumbs: [{ text: words.title, href: context.href('/documents') }],
      lede: (
        <>
          {words.attachedTo}:{' '}
          {subject === undefined ? (
            subjectOf(record.body)
          ) : (
            <a href={context.href(subject.path)}>
              <Lang text={subject.title} />
            </a>
          )}{' '}
          {kind !== undefined && <Tag>{kind.label[context.language].one}</Tag>}
        </>
      ),
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section title={words.sideBySide} id="languages">
            {current.length === 0 ? (
              <EmptyState why={words.noneStands} what={words.noneStandsWhat} />
            ) : (
              <SideBySide loaded={loaded} context={context} />
            )}
            <Note>
              {words.handedOut} {!isForEverybody(record) && words.closed}
            </Note>
          </Section>
          <Section title={words.earlier} id="versions">
            <AllVersions loaded={loaded} context={context} />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words } = documentTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, versions } = loaded;
    const notes = {
      version: words.number,
      language: words.languages,
      translation: words.state,
      authentic: words.authentic,
      type: words.type,
      size: words.size,
      hash: words.hash,
      name: words.name,
      added: words.added,
      supersedes: words.supersedes,
      fate: words.what,
    };
    return ok({
      name: `${context.register.id}-document-${record.id}`,
      title: localize(attachments.title(record.body), context.language, ['en']).text,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: versions.map((version) => ({
        version: version.number,
        language: version.language,
        translation: version.translation,
        authentic: version.authentic,
        type: version.media_type,
        size: version.size,
        hash: version.hash,
        name: version.name,
        added: version.added,
        supersedes: version.supersedes ?? null,
        fate: fateOf(version, versions, context.language).text,
      })),
      notes: exportNotes(context),
    });
  },
};

type Aspect = { readonly title: string; readonly of: (version: Version) => ComponentChildren };

/** One column a language, one row for each thing that is said of it. */
function SideBySide({ loaded, context }: Shown) {
  const { page: words, types } = documentTexts(context.language);
  const { current } = loaded;
  const aspects: readonly Aspect[] = [
    { title: words.state, of: ({ translation }) => <TranslationMark state={translation} /> },
    {
      title: words.authentic,
      of: ({ authentic }) =>
        authentic ? <StatusMark tone="good" text={words.isAuthentic} /> : words.notAuthentic,
    },
    { title: words.number, of: ({ number }) => String(number) },
    { title: words.added, of: (version) => addedText(version, { loaded, context }) },
    { title: words.type, of: ({ media_type: type }) => types[type] },
    { title: words.size, of: ({ size }) => sizeText(size, context.language) },
    { title: words.download, of: (version) => <Fetch version={version} loaded={loaded} context={context} /> },
    { title: words.hash, of: ({ hash }) => <Hash hash={hash} /> },
    {
      title: words.excerpt,
      of: (version) => <Excerpt version={version} loaded={loaded} context={context} />,
    },
  ];
  return (
    <DataTable<Aspect>
      caption={words.sideBySide}
      rows={aspects}
      columns={[
        { title: words.aspect, cell: ({ title }) => title },
        ...current.map((version) => ({
          title: languageNames[version.language],
          cell: ({ of }: Aspect) => of(version),
        })),
      ]}
    />
  );
}

/** A line may break within it. */
function Hash({ hash }: { hash: string }) {
  const parts = hash.match(/.{1,8}/g) ?? [];
  return (
    <code>
      {parts.map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </code>
  );
}

function addedText({ added, added_by: by }: Version, { loaded: { names }, context }: Shown): string {
  const { page: words } = documentTexts(context.language);
  return words.addedOn(
    formatDate(added as PartialDate, context.language),
    by == null ? null : plainName(by, names, context.language),
  );
}

function Fetch({ version, loaded: { record, handed, present }, context }: Shown & { version: Version }) {
  const { page: words } = documentTexts(context.language);
  if (!handed.has(version.number)) return null;
  if (!present.has(version.hash)) return <>{words.notHere}</>;
  return (
    <a href={context.href(`${attachments.href(record.id)}/files/${version.hash}`)}>
      {words.fetch} <span class="unseen">({version.name})</span>
    </a>
  );
}

function Excerpt({ version, loaded: { excerpts, handed }, context }: Shown & { version: Version }) {
  const { page: words } = documentTexts(context.language);
  if (!handed.has(version.number)) return null;
  const text = excerpts.get(version.hash);
  if (version.text === 'none') return <>{words.noText}</>;
  if (text === undefined) return <>{words.notHere}</>;
  const shown = text.slice(0, longestExcerpt).toWellFormed();
  const characters = new Intl.NumberFormat(localeOf(context.language)).format(longestDocumentText);
  return (
    <>
      <span lang={version.language === context.language ? undefined : version.language}>
        {shown}
        {shown.length < text.length && ' …'}
      </span>
      {version.text === 'cut' && <small>{words.textCut(characters)}</small>}
    </>
  );
}

function AllVersions({ loaded, context }: Shown) {
  const { page: words } = documentTexts(context.language);
  const { versions } = loaded;
  return (
    <DataTable<Version>
      caption={words.earlier}
      rows={versions.toReversed()}
      columns={[
        { title: words.number, cell: ({ number }) => String(number) },
        { title: words.languages, cell: ({ language }) => languageNames[language] },
        { title: words.name, cell: ({ name }) => name },
        { title: words.added, cell: (version) => addedText(version, { loaded, context }) },
        {
          title: words.what,
          cell: (version) => {
            const { tone, text, detail } = fateOf(version, versions, context.language);
            return (
              <>
                <StatusMark tone={tone} text={text} />
                {detail !== null && <small>{detail}</small>}
              </>
            );
          },
        },
        {
          title: words.download,
          cell: (version) => <Fetch version={version} loaded={loaded} context={context} />,
        },
      ]}
    />
  );
}
