import { sectionsOf } from '#evidence';
import { lastDay } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { type JournalQuery, listJournal, type RecordedEntry, type Told } from '#platform/journal/journal.ts';
import type { ReadContext } from '#platform/module.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import {
  allRecords,
  countRecords,
  findRecord,
  listRecords,
  listVersions,
  type RecordQuery,
  type StoredRecord,
} from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { parties } from '../bodies/model.ts';
import { documentsForAll, isDocumentForAll } from '../documents/actions/readable.ts';
import { attachments } from '../documents/model.ts';
import { unknownKeysOf } from '../files/unknown-keys.ts';
import { unionTexts } from '../text/texts.ts';
import {
  type FacetName,
  facetNames,
  type JournalAnswer,
  type RecordAnswer,
  type RecordListAnswer,
} from './contract.ts';

/** The kinds that everybody may see. Records of a body's members are shown on the body's page, to its members. */
export function publicKinds({ modules }: Pick<ReadContext, 'modules'>): ReadonlyMap<string, Kind> {
  const kinds = modules.flatMap((module) => module.kinds).filter((kind) => kind.visibility === 'public');
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/**
 * What of the journal is for everybody: what became of records that everybody may see and of the register as a whole. Of a kind that is
 * not for everybody nothing is told, neither that a record of it was changed nor that somebody read one; and an event that nobody gave
 * words for everybody is told to nobody. Who may read such a record finds its history on its own page.
 */
export function toldToAll(context: Pick<ReadContext, 'modules'>): Told {
  const acts = context.modules.flatMap(({ actions }) => actions.map(({ name }) => name));
  return {
    kinds: [...publicKinds(context).keys()],
    events: [...Object.keys(unionTexts('en').journal.events), ...acts],
  };
}

/** Those, and documents, of which the API has the ones that everybody may see. */
function answeredKinds(context: Pick<ReadContext, 'modules'>): ReadonlyMap<string, Kind> {
  return new Map([...publicKinds(context), [attachments.name, attachments]]);
}

/** Longer than what anyone types; words are cut there. */
const longestWords = 200;

/** As many as the API takes. */
const mostSections = 50;

/** A record says itself what it cites; a statement, which is an object of the file, inside its content. */
const citing = (section: string): readonly RecordBody[] => [
  { source: [section] },
  { content: { source: [section] } },
];

/** What is looked for among all that everybody may see. */
export function recordQuery(
  context: ReadContext,
  words: string,
  facets: Readonly<Record<FacetName, readonly string[]>>,
  /** Sections of the source; what cites one of them. */
  sections: readonly string[] = [],
): RecordQuery {
  return {
    register: context.register.id,
    knownAt: context.knownAt,
    kinds: [...publicKinds(context).keys()],
    words: words.slice(0, longestWords),
    facets,
    ...(sections.length === 0 ? {} : { says: sections.slice(0, mostSections).flatMap(citing) }),
  };
}

/** How many records a query finds, by the values that a list can be filtered by. */
export function rememberCounts(tx: Transaction, register: Register, query: RecordQuery) {
  return remember(register, ['counts', { ...query, knownAt: lastDay(query.knownAt) }], () =>
    countRecords(tx, query),
  );
}

type AskedPage = { readonly page: number; readonly 'page-size': number };

const rowsOf = (asked: AskedPage) => ({
  limit: asked['page-size'],
  offset: (asked.page - 1) * asked['page-size'],
});

export async function listRecordAnswers(
  context: ReadContext,
  asked: AskedPage & {
    readonly q?: string | undefined;
    readonly source?: readonly string[] | undefined;
  } & Readonly<Partial<Record<FacetName, readonly string[] | undefined>>>,
): Promise<Result<RecordListAnswer>> {
  const kinds = answeredKinds(context);
  const facets = Object.fromEntries(facetNames.map((name) => [name, asked[name] ?? []]));
  const query = recordQuery(
    context,
    asked.q ?? '',
    facets as Record<FacetName, readonly string[]>,
    asked.source,
  );
  const { rows, counts } = await context.read(async (tx) => {
    // By what is said of them, not by what stands in their files.
    const found = { ...query, ...(await documentsForAll(tx, query.register)) };
    return {
      rows: await listRecords(tx, found, rowsOf(asked)),
      counts: await rememberCounts(tx, context.register, found),
    };
  });
  return ok({
    register: query.register,
    knownAt: query.knownAt,
    total: counts.total,
    page: asked.page,
    pageSize: asked['page-size'],
    facets: counts.facets as RecordListAnswer['facets'],
    records: rows.map((row) => ({
      ...headOf(row, kinds.get(row.kind), context.language),
      source: [...sectionsOf(row.body)],
    })),
  });
}

/** Problem: `record_not_found`, also for a record of a kind that is not for everybody, and for a document that is not. */
export async function getRecord(
  context: ReadContext,
  asked: { readonly kind: string; readonly id: string },
): Promise<Result<RecordAnswer>> {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const kind = answeredKinds(context).get(asked.kind);
  return context.read(async (tx) => {
    const record = kind && (await findForAll(tx, moment, asked));
    if (kind === undefined || record === undefined)
      return fail(problem('record_not_found', 'id', { id: `${asked.kind}/${asked.id}` }));
    const named = await allRecords(tx, { ...moment, kinds: [parties.name] });
    const partyIds = new Set(named.map((party) => party.id));
    const versions = await listVersions(tx, { register: moment.register, ...asked });
    return ok({
      ...moment,
      ...headOf(record, kind, context.language),
      ...timesOf(record),
      body: { ...record.body },
      unknownKeys: [...unknownKeysOf({ kind, body: record.body }, (id) => partyIds.has(id))],
      versions: versions.map(timesOf),
    });
  });
}

async function findForAll(
  tx: Transaction,
  moment: Pick<RecordQuery, 'register' | 'knownAt'>,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<StoredRecord | undefined> {
  const found = await findRecord(tx, { ...moment, kind, id });
  if (found === undefined || kind !== attachments.name) return found;
  return (await isDocumentForAll(tx, moment.register, found)) ? found : undefined;
}

function headOf({ kind, id, body }: StoredRecord, known: Kind | undefined, language: Language) {
  const title = localize(known?.title(body) ?? { texts: { en: id }, authentic: [] }, language, ['en']);
  return { kind, id, title: title.text, titleLanguage: title.language };
}

const timesOf = ({ knownFrom, recordedAt }: StoredRecord) => ({ knownFrom, recordedAt });

export async function listJournalAnswers(
  context: ReadContext,
  asked: AskedPage & Readonly<Partial<Pick<JournalQuery, 'subject' | 'event'>>>,
): Promise<Result<JournalAnswer>> {
  const { subject, event } = asked;
  const query = {
    register: context.register.id,
    ...(subject === undefined ? {} : { subject }),
    ...(event === undefined ? {} : { event }),
    ...rowsOf(asked),
    told: toldToAll(context),
  };
  const { entries, total } = await context.read((tx) => listJournal(tx, query));
  return ok({
    register: query.register,
    total,
    page: asked.page,
    pageSize: asked['page-size'],
    entries: entries.map(entryAnswer),
  });
}

/** An entry that may be told (`toldToAll`), for the public: who did it by role, never by name. */
export function entryAnswer(
  entry: RecordedEntry & { readonly place: number | null },
): JournalAnswer['entries'][number] {
  const { id, recordedAt, event, subject, actor, place, leafHash } = entry;
  return {
    id,
    recordedAt,
    event,
    subject,
    // The operator of a node may have done it for somebody: for whom is not for the public either.
    actor: actor.startsWith('operator for') ? 'operator' : actor.startsWith('person:') ? 'person' : actor,
    place,
    leafHash,
  };
}
