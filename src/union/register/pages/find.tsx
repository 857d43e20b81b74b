import { dossierTitles, sectionsOf } from '#evidence';
import { lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Sources, Tag } from '#platform/page/components.tsx';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { PassageText } from '#platform/page/passage.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { listRecords, type RecordQuery, type StoredRecord } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { findPassages, type Passage } from '#platform/search/search.ts';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, loadNames } from '../../bodies/store.ts';
import { attachments } from '../../documents/model.ts';
import { documentsFor, quotedFiles } from '../../documents/pages/found.ts';
import { type Names, plainName } from '../../names.tsx';
import { fieldName } from '../../text/fields/fields.ts';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { publicKinds, recordQuery, rememberCounts } from '../answers.ts';
import { type FacetName, facetNames } from '../contract.ts';

const pageSize = 50;
/** More rows than any reader scrolls; an export of the whole register is the export command's. */
const mostExported = 10_000;

function queryOf(context: PageContext): RecordQuery {
  const facets = Object.fromEntries(facetNames.map((name) => [name, context.query.getAll(name)]));
  return recordQuery(
    context,
    context.query.get('q') ?? '',
    facets as Record<FacetName, string[]>,
    context.query.getAll('source'),
  );
}

/** All that everybody may see, and documents, of which each is open to some. */
function listedKinds(context: PageContext): ReadonlyMap<string, Kind> {
  return new Map([...publicKinds(context), [attachments.name, attachments]]);
}

/** Lists that narrow differently mostly name the same few parties. */
async function rememberNames(
  tx: Transaction,
  { register, knownAt }: PageContext,
  ids: readonly string[],
): Promise<Names> {
  const question = ['names', lastDay(knownAt), ids.toSorted()];
  const names = await remember(register, question, async () => [
    ...(await loadNames(tx, { register: register.id, knownAt }, ids)),
  ]);
  return new Map(names);
}

/** Everything in one list: words, filters, both in the address. */
export const findPage: Page = {
  path: '/find',
  navigation: null,
  filters: true,
  render: async (context) => {
    const words = unionTexts(context.language);
    const kinds = listedKinds(context);
    const asked = queryOf(context).words ?? '';
    const number = pageOf(context.query);
    const { rows, counts, names, passages, titleOf } = await context.read(async (tx) => {
      const documents = await documentsFor(tx, context, asked);
      const query = { ...queryOf(context), ...documents.query };
      const counted = await rememberCounts(tx, context.register, query);
      const found = await listRecords(tx, query, { limit: pageSize, offset: (number - 1) * pageSize });
      const filesOf = await quotedFiles(tx, documents.hits, found);
      return {
        rows: found,
        counts: counted,
        names: await rememberNames(tx, context, Object.keys(counted.facets.party ?? {})),
        passages: await findPassages(
          tx,
          asked,
          found.flatMap((row) => {
            const { kind: name, body } = row;
            const kind = kinds.get(name);
            if (kind === undefined) return [];
            const shown = localize(kind.title(body), context.language, ['en']).text;
            return [{ kind, body, shown, files: filesOf(row) }];
          }),
        ),
        titleOf: await dossierTitles(tx, context.register, context.knownAt, context.language),
      };
    });
    const passageOf = new Map(rows.map((row, index) => [row, passages[index]]));
    const labelOf = labels(context, kinds, names, titleOf);
    return ok({
      title: asked === '' ? words.find.title : words.find.titleFor(asked),
      lede: words.find.lede,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <RecordList<StoredRecord>
          caption={words.find.title}
          rows={rows}
          rowHref={(row) => context.href(kinds.get(row.kind)?.href(row.id) ?? '/find')}
          columns={[
            {
              title: words.find.record,
              cell: (row) => (
                <Lang
                  text={kinds.get(row.kind)?.title(row.body) ?? { texts: { en: row.id }, authentic: [] }}
                />
              ),
              below: (row) => <Found passage={passageOf.get(row)} context={context} />,
            },
            {
              title: words.find.kind,
              cell: (row) => <Tag>{kinds.get(row.kind)?.label[context.language].one ?? row.kind}</Tag>,
            },
            {
              title: words.find.facets.year,
              cell: (row) => kinds.get(row.kind)?.facets(row.body).year?.join(', '),
            },
            {
              title: words.find.passage,
              cell: (row) => <Sources register={context.register} sections={sectionsOf(row.body)} />,
            },
          ]}
          facets={[
            ...facetNames.map((name) => facetOf(context, name, counts.facets[name] ?? {}, labelOf)),
            citedFacet(context, counts.total),
          ]}
          search={{
            action: context.href('/find').split('?')[0] ?? '',
            text: asked,
            kept: [...context.query].filter(([name]) => name !== 'q' && name !== 'page'),
          }}
          clearHref={context.href('/find')}
          {...(isKnownAt(context.register, context.knownAt)
            ? {}
            : { empty: { why: words.nothingKnown(context.knownAt, context.register.knownFrom) } })}
          page={{
            number,
            size: pageSize,
            total: counts.total,
            hrefOf: (page) => addressWith(context, 'page', String(page)),
          }}
        />
      ),
    });
  },
  exportTable: async (context) => {
    const kinds = listedKinds(context);
    const { rows, counts } = await context.read(async (tx) => {
      const asked = queryOf(context);
      const query = { ...asked, ...(await documentsFor(tx, context, asked.words ?? '')).query };
      return {
        rows: await listRecords(tx, query, { limit: mostExported, offset: 0 }),
        counts: await rememberCounts(tx, context.register, query),
      };
    });
    return ok(recordsTable(context, kinds, rows, counts.total));
  },
};

/** The address of this list with one filter value switched: a filter is an address. */
function addressWith(context: PageContext, name: string, value: string): string {
  const query = new URLSearchParams(context.query);
  if (name === 'page') query.set('page', value);
  else {
    const values = query.getAll(name);
    query.delete(name);
    query.delete('page');
    for (const other of values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
      query.append(name, other);
  }
  const base = context.href('/find').split('?')[0] ?? '';
  const text = query.toString();
  return text === '' ? base : `${base}?${text}`;
}

/** Where in the record the words were found. */
function Found({ passage, context }: { passage: Passage | undefined; context: PageContext }) {
  if (passage === undefined) return null;
  return (
    <p class="found">
      {fieldName(passage.field, context.language)}: <PassageText passage={passage} />
    </p>
  );
}

type LabelOf = (facet: string, value: string) => string;

function labels(
  context: PageContext,
  kinds: ReadonlyMap<string, Kind>,
  names: Names,
  titleOf: (dossier: string) => string,
): LabelOf {
  return (facet, value) => {
    if (facet === 'dossier') return titleOf(value);
    if (facet === 'type') return wordFor(value, context.language);
    if (facet === 'kind') return kinds.get(value)?.label[context.language].many ?? value;
    return facet === 'party' ? plainName(value, names, context.language) : value.replaceAll('_', ' ');
  };
}

function facetOf(
  context: PageContext,
  name: FacetName,
  counts: Readonly<Record<string, number>>,
  labelOf: LabelOf,
): Facet {
  const active = context.query.getAll(name);
  const values = Object.entries(counts).map(([value, count]) => ({
    value,
    label: labelOf(name, value),
    count,
    active: active.includes(value),
    href: addressWith(context, name, value),
  }));
  const byCount =
    name === 'year'
      ? values.sort((a, b) => b.value.localeCompare(a.value))
      : values.sort((a, b) => b.count - a.count);
  return { key: name, label: unionTexts(context.language).find.facets[name], values: byCount };
}

/** Sections that the reader came by: there are too many to choose from. */
function citedFacet(context: PageContext, count: number): Facet {
  return {
    key: 'source',
    label: unionTexts(context.language).find.passage,
    values: context.query.getAll('source').map((section) => ({
      value: section,
      label: `§ ${section}`,
      count,
      active: true,
      href: addressWith(context, 'source', section),
    })),
  };
}

function recordsTable(
  context: PageContext,
  kinds: ReadonlyMap<string, Kind>,
  rows: readonly StoredRecord[],
  total: number,
): ExportTable {
  const words = texts(context.language).exports;
  const notes = {
    kind: words.kind,
    id: words.id,
    title: words.title,
    titleLanguage: words.titleLanguage,
    source: words.source,
  };
  return {
    name: `${context.register.id}-records`,
    title: unionTexts(context.language).find.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: rows.map((row) => {
      const title = kinds.get(row.kind)?.title(row.body);
      const shown = title === undefined ? null : localize(title, context.language, ['en']);
      return {
        kind: row.kind,
        id: row.id,
        title: shown?.text ?? row.id,
        titleLanguage: shown?.language ?? null,
        source: sectionsOf(row.body).join(', '),
      };
    }),
    notes: exportNotes(context, { rows: rows.length, total }),
  };
}
