import type { LocalizedText } from '#kernel/localized-text.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { RecordList } from '#platform/page/list.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { languageNames, texts } from '#platform/text/texts.ts';
import { closedKinds } from '../actions/closed.ts';
import { attachableKind, readableDocuments } from '../actions/readable.ts';
import { attachments, subjectOf, type Version, versionsOf } from '../model.ts';
import { currentVersions } from '../rules/versions.ts';
import { findDocuments, type Known, listDocuments } from '../store.ts';
import { documentTexts } from '../text/texts.ts';
import { TranslationMark } from './cells.tsx';

const pageSize = 50;

type Row = {
  readonly record: StoredRecord;
  readonly current: readonly Version[];
  readonly subject: Subject | undefined;
};

/** What a document hangs on, as its own page calls it. */
export type Subject = { readonly title: LocalizedText; readonly path: string };

const filterNames = ['attached_kind', 'language', 'translation', 'type'] as const;
type FilterName = (typeof filterNames)[number];

/** The records that documents hang on, or on whose pages those stand, by `kind/id`. */
export async function subjectsOf(
  tx: Transaction,
  context: PageContext,
  documents: readonly StoredRecord[],
): Promise<ReadonlyMap<string, Subject>> {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const kinds = [...new Set(documents.map(({ body }) => String(body.attached_kind)))];
  const ids = [...new Set(documents.map(({ body }) => String(body.attached_to)))];
  const found = ids.length === 0 ? [] : await allRecords(tx, { ...known, kinds, ids });
  const subjects = new Map<string, Subject>();
  for (const record of found) {
    const on = await shownOn(tx, known, record);
    const kind = on === undefined ? undefined : attachableKind(on.kind);
    if (kind !== undefined && on !== undefined)
      subjects.set(`${record.kind}/${record.id}`, { title: kind.title(on.body), path: kind.href(on.id) });
  }
  return subjects;
}

/** The record on whose page another stands: mostly its own. */
async function shownOn(
  tx: Transaction,
  known: Known,
  record: StoredRecord,
): Promise<StoredRecord | undefined> {
  const standsOn = closedKinds.get(record.kind)?.standsOn;
  if (standsOn === undefined) return record;
  for (const { name } of standsOn.kinds) {
    const host = await findRecord(tx, { ...known, kind: name, id: standsOn.id(record) });
    if (host !== undefined) return host;
  }
  return undefined;
}

async function load(context: PageContext) {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const words = (context.query.get('q') ?? '').slice(0, 200);
  return context.read(async (tx) => {
    const asked =
      words.trim() === ''
        ? await listDocuments(tx, known)
        : (await findDocuments(tx, known, words)).documents;
    const documents = await readableDocuments(tx, actionContextOf(context), asked);
    const subjects = await subjectsOf(tx, context, documents);
    const rows = documents.map(
      (record): Row => ({
        record,
        current: currentVersions(versionsOf(record.body)),
        subject: subjects.get(subjectOf(record.body)),
      }),
    );
    return { words, rows };
  });
}

const valuesOf: Readonly<Record<FilterName, (row: Row) => readonly string[]>> = {
  attached_kind: ({ record }) => [String(record.body.attached_kind)],
  language: ({ current }) => [...new Set(current.map(({ language }) => language))],
  translation: ({ current }) => [...new Set(current.map(({ translation }) => translation))],
  type: ({ current }) => [...new Set(current.map(({ media_type: type }) => type))],
};

function chosen({ query }: PageContext, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) =>
    filterNames.every((name) => {
      const wanted = query.get(name);
      return wanted === null || valuesOf[name](row).includes(wanted);
    }),
  );
}

/** All documents that the reader may see, on whatever they hang. */
export const documentsPage: Page = {
  path: '/documents',
  navigation: null,
  filters: true,
  render: async (context) => {
    const { page: words, states, types, fields } = documentTexts(context.language);
    const { rows, words: asked } = await load(context);
    const found = chosen(context, rows);
    const number = pageOf(context.query);
    const kept = (change: Readonly<Record<string, string | null>>) => ({
      q: asked === '' ? null : asked,
      ...Object.fromEntries(filterNames.map((name) => [name, context.query.get(name)])),
      ...change,
    });
    const titles: Readonly<Record<FilterName, string>> = {
      attached_kind: fields.kind,
      language: words.languages,
      translation: words.state,
      type: words.type,
    };
    const labels: Readonly<Record<FilterName, (value: string) => string | undefined>> = {
      attached_kind: (value) => attachableKind(value)?.label[context.language].one,
      language: (value) => languageNames[value as Version['language']],
      translation: (value) => states[value as Version['translation']],
      type: (value) => types[value as Version['media_type']],
    };
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <RecordList<Row>
          caption={words.title}
          rows={found.slice((number - 1) * pageSize, number * pageSize)}
          rowHref={({ record }) => context.href(attachments.href(record.id))}
          columns={[
            { title: words.document, cell: ({ record }) => <Lang text={attachments.title(record.body)} /> },
            {
              title: words.attachedTo,
              cell: ({ record, subject }) =>
                subject === undefined ? (
                  String(record.body.attached_to)
                ) : (
                  <a href={context.href(subject.path)}>
                    <Lang text={subject.title} />
                  </a>
                ),
            },
            {
              title: words.languages,
              cell: ({ current }) =>
                current.length === 0
                  ? words.noneStands
                  : current.map(({ language, translation }) => (
                      <div>
                        {languageNames[language]} <TranslationMark state={translation} />
                      </div>
                    )),
            },
          ]}
          facets={filterNames.map((key) =>
            countedFacet(context, { key, label: titles[key] }, rows.flatMap(valuesOf[key]), {
              labelOf: labels[key],
              hrefOf: (value) => context.href('/documents', kept({ [key]: value })),
            }),
          )}
          search={{
            action: context.href('/documents').split('?')[0] ?? '',
            text: asked,
            kept: [...context.query].filter(([name]) => name !== 'q' && name !== 'page'),
          }}
          clearHref={context.href('/documents')}
          {...(rows.length === 0 && asked === ''
            ? { empty: { why: words.none, what: words.noneWhat, who: words.noneWho } }
            : {})}
          page={{
            number,
            size: pageSize,
            total: found.length,
            hrefOf: (page) => context.href('/documents', kept({ page: String(page) })),
          }}
        />
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, fields } = documentTexts(context.language);
    const found = chosen(context, (await load(context)).rows);
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      title: shared.title,
      attachedKind: fields.kind,
      attachedTo: words.attachedTo,
      version: words.number,
      language: words.languages,
      translation: words.state,
      authentic: words.authentic,
      type: words.type,
      size: words.size,
      hash: words.hash,
      added: words.added,
    };
    return ok({
      name: `${context.register.id}-documents`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.flatMap(({ record, current }) =>
        current.map((version) => ({
          id: record.id,
          title: localize(attachments.title(record.body), context.language, ['en']).text,
          attachedKind: String(record.body.attached_kind),
          attachedTo: String(record.body.attached_to),
          version: version.number,
          language: version.language,
          translation: version.translation,
          authentic: version.authentic,
          type: version.media_type,
          size: version.size,
          hash: version.hash,
          added: version.added,
        })),
      ),
      notes: exportNotes(context),
    });
  },
};
