import { type RawBuilder, sql } from 'kysely';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import { appendJournal, batchSize, type Vouched } from '#platform/journal/journal.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import type { Transition } from '#platform/records/transition.ts';
import {
  insertTransitions,
  listKnownSteps,
  type StepRow,
  stepsToWrite,
} from '#platform/records/transitions.ts';
import { searchQuery, searchTextsOf } from '#platform/search/search.ts';

/** One version of one record, by its natural key. */
export type StoredRecord = {
  readonly kind: string;
  readonly id: string;
  readonly position: number;
  readonly knownFrom: PartialDate;
  readonly recordedAt: string;
  readonly body: RecordBody;
};

/** What a source says of one record, ready to be written. */
export type RecordDraft = {
  readonly kind: Kind;
  readonly id: string;
  readonly position: number;
  readonly body: RecordBody;
  readonly transitions: readonly Transition[];
};

export type WriteCounts = { readonly added: number; readonly corrected: number; readonly unchanged: number };

/** What a version's hash is taken over: all that its source says, nothing of the machine. */
export function contentHashOf(
  register: string,
  kind: string,
  id: string,
  knownFrom: string,
  body: RecordBody,
): string {
  return hashOf({ register, kind, id, knownFrom, body });
}

export type WriteOrder = {
  readonly register: string;
  /** Since when the source of these drafts says so. */
  readonly knownFrom: PartialDate;
  readonly actor: string;
  readonly drafts: readonly RecordDraft[];
};

/**
 * Writes what a source says: new records are added, changed ones get a new version, equal ones are left alone, and a
 * record that the source does not name stays. Steps of lifecycles follow their record: one that a new version no
 * longer says is withdrawn by a correction. Journalled in the same transaction, one entry a record.
 */
export async function writeRecords(tx: Transaction, clock: Clock, order: WriteOrder): Promise<WriteCounts> {
  const { register, knownFrom, actor, drafts } = order;
  const existing = await loadExisting(tx, register, knownFrom);
  const later = await loadLater(tx, register, knownFrom);
  const changed = drafts.flatMap((draft) => {
    const before = existing.get(`${draft.kind.name}/${draft.id}`);
    const same =
      before !== undefined &&
      before.content_hash ===
        contentHashOf(register, draft.kind.name, draft.id, before.known_from, draft.body);
    return same ? [] : [{ draft, isNew: before === undefined, version: newId(clock) }];
  });
  const hasOthers = changed
    .map(({ draft }) => `${draft.kind.name}/${draft.id}`)
    .filter((key) => existing.has(key) || later.has(key));
  const steps = await listKnownSteps(tx, register, hasOthers);
  const writes = changed.map(({ draft, isNew, version }) => {
    const subject = { register, kind: draft.kind.name, subject: draft.id, knownFrom };
    const key = `${draft.kind.name}/${draft.id}`;
    return {
      draft,
      isNew,
      version,
      content: contentHashOf(register, draft.kind.name, draft.id, knownFrom, draft.body),
      steps: stepsToWrite(clock, subject, draft.transitions, steps.get(key) ?? [], later.get(key) ?? []),
    };
  });
  const recordedAt = clock.now().toString({ fractionalSecondDigits: 3 });
  const entries = await appendJournal(
    tx,
    clock,
    writes.map(({ draft, isNew, version, content, steps }) => ({
      event: isNew ? 'record.added' : 'record.corrected',
      actor,
      register,
      subject: `${draft.kind.name}/${draft.id}`,
      effectiveOn: knownFrom,
      payload: {
        version,
        position: draft.position,
        recordedAt,
        content,
        transitions: steps.map((step) => step.content_hash),
      } satisfies Vouched,
    })),
  );
  const records = writes.map(({ draft, version, content }, index) =>
    recordRow({ register, knownFrom, recordedAt, entry: entryAt(entries, index), version, content, draft }),
  );
  await insertRecords(tx, records);
  const written: StepRow[] = writes.flatMap((write, index) =>
    write.steps.map((step) => ({ ...step, recorded_at: recordedAt, entry: entryAt(entries, index) })),
  );
  await insertTransitions(tx, written);
  await closeReplaced(tx, register, hasOthers);
  const added = writes.filter(({ isNew }) => isNew).length;
  return { added, corrected: writes.length - added, unchanged: drafts.length - writes.length };
}

export function entryAt(entries: readonly string[], index: number): string {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`No journal entry was written for change ${index}`);
  return entry;
}

type ExistingRow = { kind: string; id: string; known_from: string; content_hash: string };

/** The version of each record that a source of this date would correct. */
async function loadExisting(
  tx: Transaction,
  register: string,
  knownFrom: PartialDate,
): Promise<Map<string, ExistingRow>> {
  const rows = await sql<ExistingRow>`
    select kind, id, known_from, content_hash from platform.record
    where register = ${register} and ${knownOn(knownFrom)}`.execute(tx);
  return new Map(rows.rows.map((row) => [`${row.kind}/${row.id}`, row]));
}

/** Since when sources that are known later than this date speak of a record, in order. */
async function loadLater(
  tx: Transaction,
  register: string,
  knownFrom: PartialDate,
): Promise<ReadonlyMap<string, readonly PartialDate[]>> {
  const { rows } = await sql<{ key: string; days: PartialDate[] }>`
    select kind || '/' || id as key, array_agg(distinct known_from_day::text order by known_from_day::text) as days
    from platform.record where register = ${register} and known_from_day > ${lastDay(knownFrom)}
    group by kind, id`.execute(tx);
  return new Map(rows.map(({ key, days }) => [key, days]));
}

/** Condition on `platform.record`: the version that was known on the last day of a date. */
export function knownOn(date: PartialDate): RawBuilder<boolean> {
  const day = lastDay(date);
  return sql<boolean>`(known_from_day <= ${day} and (known_until_day is null or known_until_day > ${day}))`;
}

export type RecordRow = {
  readonly version: string;
  readonly register: string;
  readonly kind: string;
  readonly id: string;
  readonly position: number;
  readonly known_from: string;
  readonly known_from_day: string;
  readonly recorded_at: string;
  readonly entry: string;
  readonly body: RecordBody;
  readonly content_hash: string;
  readonly facets: readonly string[];
  readonly texts: unknown;
};

/** A table row of a record's version, with what it is found by. */
export function recordRow(from: {
  readonly register: string;
  readonly knownFrom: PartialDate;
  readonly recordedAt: string;
  readonly entry: string;
  readonly version: string;
  readonly content: string;
  readonly draft: Omit<RecordDraft, 'transitions'>;
}): RecordRow {
  const { draft } = from;
  const facets = Object.entries(draft.kind.facets(draft.body));
  return {
    version: from.version,
    register: from.register,
    kind: draft.kind.name,
    id: draft.id,
    position: draft.position,
    known_from: from.knownFrom,
    known_from_day: lastDay(from.knownFrom),
    recorded_at: from.recordedAt,
    entry: from.entry,
    body: draft.body,
    content_hash: from.content,
    facets: facets.flatMap(([name, values]) => values.map((value) => `${name}=${value}`)),
    texts: searchTextsOf(draft.kind, draft.id, draft.body),
  };
}

export async function insertRecords(tx: Transaction, rows: readonly RecordRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize)
    await sql`
      insert into platform.record (version, register, kind, id, position, known_from, known_from_day, recorded_at, entry,
        body, content_hash, facets, search)
      select version, register, kind, id, position, known_from, known_from_day, recorded_at, entry, body, content_hash,
        facets, platform.search_vector(texts)
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + batchSize))}::jsonb) as row (
        version uuid, register text, kind text, id text, position integer, known_from text, known_from_day date,
        recorded_at timestamptz, entry uuid, body jsonb, content_hash text, facets text[], texts jsonb)`.execute(
      tx,
    );
}

/** A version counts until the next one of the same record is known; a correction of the same date replaces it at once. */
export async function closeReplaced(
  tx: Transaction,
  register: string,
  subjects: readonly string[] | 'all',
): Promise<void> {
  if (subjects.length === 0) return;
  const chosen = subjects === 'all' ? sql`true` : sql`kind || '/' || id = any(${subjects})`;
  await sql`
    update platform.record set known_until_day = follower.day
    from (select version, lead(known_from_day) over (partition by kind, id order by known_from_day, recorded_at, version) as day
      from platform.record where register = ${register} and ${chosen}) as follower
    where record.version = follower.version and record.known_until_day is distinct from follower.day`.execute(
    tx,
  );
}

export type RecordQuery = {
  readonly register: string;
  readonly knownAt: PartialDate;
  readonly kinds: readonly string[];
  readonly ids?: readonly string[];
  /** Only records whose body contains one of these: `[{ indicator: 'IND-1' }]` finds what names that indicator. */
  readonly says?: readonly RecordBody[];
  /** Words as people type them; absent or blank finds everything. */
  readonly words?: string;
  /** Records of a kind in whose files the words stand: found besides those that say the words themselves. */
  readonly inFiles?: OfKind;
  /** Records of a kind that is not among `kinds` because they are open one by one: those that say one of `says`, and those named. */
  readonly also?: OfKind & { readonly says: readonly RecordBody[] };
  /** Facet to wanted values: any of one facet, all facets together. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
};

type OfKind = { readonly kind: string; readonly ids: readonly string[] };

function isOfKind({ also, kinds }: RecordQuery): RawBuilder<unknown> {
  if (also === undefined) return sql`kind = any(${kinds})`;
  const says = also.says.map((body) => JSON.stringify(body));
  return sql`(kind = any(${kinds}) or (kind = ${also.kind}
    and (id = any(${also.ids}) or body @> any(${says}::jsonb[]))))`;
}

function says(words: string, inFiles: OfKind | undefined): RawBuilder<unknown> {
  const own = sql`search @@ ${searchQuery(words)}`;
  if (inFiles === undefined || inFiles.ids.length === 0) return own;
  return sql`(${own} or (kind = ${inFiles.kind} and id = any(${inFiles.ids})))`;
}

function conditionOf(query: RecordQuery, without?: string): RawBuilder<boolean> {
  const parts = [sql`register = ${query.register}`, isOfKind(query), knownOn(query.knownAt)];
  if (query.ids !== undefined) parts.push(sql`id = any(${query.ids})`);
  if (query.says !== undefined) {
    const said = query.says.map((body) => sql`body @> ${JSON.stringify(body)}::jsonb`);
    parts.push(said.length === 0 ? sql`false` : sql`(${sql.join(said, sql` or `)})`);
  }
  const words = query.words?.trim() ?? '';
  if (words !== '') parts.push(says(words, query.inFiles));
  for (const [name, values] of Object.entries(query.facets ?? {})) {
    if (values.length === 0 || name === without) continue;
    if (name === 'kind') parts.push(sql`kind = any(${values})`);
    else parts.push(sql`facets && ${values.map((value) => `${name}=${value}`)}::text[]`);
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

type Row = {
  kind: string;
  id: string;
  position: number;
  known_from: PartialDate;
  recorded_at: Date;
  body: RecordBody;
};

function storedRecord(row: Row): StoredRecord {
  return {
    kind: row.kind,
    id: row.id,
    position: row.position,
    knownFrom: row.known_from,
    recordedAt: row.recorded_at.toISOString(),
    body: row.body,
  };
}

/** One page of a list: best match first when words are asked for, else in the order of the source. */
export async function listRecords(
  tx: Transaction,
  query: RecordQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly StoredRecord[]> {
  const words = query.words?.trim() ?? '';
  const order =
    words === ''
      ? sql`kind, position, id`
      : sql`ts_rank(search, ${searchQuery(words)}) desc, kind, position, id`;
  const rows = await sql<Row>`
    select kind, id, position, known_from, recorded_at, body from platform.record
    where ${conditionOf(query)} order by ${order} limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows.rows.map(storedRecord);
}

/** All records of some kinds, in the order of the source. */
export async function allRecords(tx: Transaction, query: RecordQuery): Promise<readonly StoredRecord[]> {
  const rows = await sql<Row>`
    select kind, id, position, known_from, recorded_at, body from platform.record
    where ${conditionOf(query)} order by kind, position, id`.execute(tx);
  return rows.rows.map(storedRecord);
}

export async function findRecord(
  tx: Transaction,
  query: {
    readonly register: string;
    readonly knownAt: PartialDate;
    readonly kind: string;
    readonly id: string;
  },
): Promise<StoredRecord | undefined> {
  const found = await allRecords(tx, {
    register: query.register,
    knownAt: query.knownAt,
    kinds: [query.kind],
    ids: [query.id],
  });
  return found[0];
}

/** All versions of a record, the newest knowledge first. */
export async function listVersions(
  tx: Transaction,
  record: { readonly register: string; readonly kind: string; readonly id: string },
): Promise<readonly StoredRecord[]> {
  const rows = await sql<Row>`
    select kind, id, position, known_from, recorded_at, body from platform.record
    where register = ${record.register} and kind = ${record.kind} and id = ${record.id}
    order by known_from_day desc, recorded_at desc, version desc`.execute(tx);
  return rows.rows.map(storedRecord);
}

/** Every version of the records of some kinds that was known by a date, those that it replaced included, oldest first. */
export async function listKnownVersions(
  tx: Transaction,
  query: { readonly register: string; readonly knownAt: PartialDate; readonly kinds: readonly string[] },
): Promise<readonly StoredRecord[]> {
  const rows = await sql<Row>`
    select kind, id, position, known_from, recorded_at, body from platform.record
    where register = ${query.register} and kind = any(${query.kinds}) and known_from_day <= ${lastDay(query.knownAt)}
    order by kind, id, known_from_day, recorded_at, version`.execute(tx);
  return rows.rows.map(storedRecord);
}

/** When the newest of the versions known by a date was taken in; null where there is none. */
export async function newestRecording(
  tx: Transaction,
  query: { readonly register: string; readonly knownAt: PartialDate; readonly kinds: readonly string[] },
): Promise<string | null> {
  const rows = await sql<{ newest: Date | null }>`
    select max(recorded_at) as newest from platform.record
    where register = ${query.register} and kind = any(${query.kinds}) and known_from_day <= ${lastDay(query.knownAt)}`.execute(
    tx,
  );
  return rows.rows[0]?.newest?.toISOString() ?? null;
}

export type FacetCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * How many records a list holds, and how many it would hold for each value of each facet. A facet's own choice does not
 * narrow its own counts, so that a reader sees what else could be chosen.
 */
export async function countRecords(
  tx: Transaction,
  query: RecordQuery,
): Promise<{ readonly total: number; readonly facets: FacetCounts }> {
  const chosen = Object.entries(query.facets ?? {}).flatMap(([name, values]) =>
    values.length > 0 ? [name] : [],
  );
  const looks = [countsOf(query, null), ...chosen.map((name) => countsOf(query, name))];
  // One question for all of them: each by itself is answered faster than it is asked.
  const { rows } = await sql<{
    without: string | null;
    total: string;
    facets: Record<string, number> | null;
  }>`
    ${sql.join(looks, sql` union all `)}`.execute(tx);
  const counts: Record<string, Record<string, number>> = {};
  let total = 0;
  for (const row of rows) {
    if (row.without === null) total = Number(row.total);
    for (const [facet, count] of Object.entries(row.facets ?? {})) {
      const [name, value] = splitFacet(facet);
      if (row.without === null ? chosen.includes(name) : name !== row.without) continue;
      counts[name] = { ...counts[name], [value]: count };
    }
  }
  return { total, facets: counts };
}

/** One look at what is found, for the total and for every facet; `without` is the facet whose choice does not narrow. */
function countsOf(query: RecordQuery, without: string | null): RawBuilder<unknown> {
  return sql`(with found as materialized (select kind, facets from platform.record
      where ${conditionOf(query, without ?? undefined)})
    select ${without}::text as without, (select count(*) from found) as total,
      (select json_object_agg(facet, count order by facet) from (
        select facet, count(*) as count from (
          select unnest(facets) as facet from found union all select 'kind=' || kind from found) as one
        group by facet) as counted) as facets)`;
}

function splitFacet(facet: string): readonly [string, string] {
  const at = facet.indexOf('=');
  return [facet.slice(0, at), facet.slice(at + 1)];
}
