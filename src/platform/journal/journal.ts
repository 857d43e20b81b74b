import { sql } from 'kysely';
import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { randomOf } from '#platform/random.ts';

/**
 * What happened, for the journal. `register` and `subject` (`kind/id`) name what it happened to; `party`, `instrument`
 * and `purpose` are set where data of another party are touched.
 */
export type JournalEntry = {
  readonly event: string;
  readonly actor: string;
  readonly effectiveOn?: string | null;
  readonly party?: string | null;
  readonly register?: string | null;
  readonly subject?: string | null;
  readonly instrument?: string | null;
  readonly purpose?: string | null;
  readonly payload: unknown;
};

/** What is about to be shown of records that are not for everybody; who reads, and by what grant, is not its to say. */
export type Reading = Pick<JournalEntry, 'event' | 'subject' | 'payload'>;

/** The reading of some records of a kind, as pages that list several of them and pages of one write it down. */
export function readingOf(kind: string, ids: readonly string[]): Reading {
  const subject = ids.length === 1 ? `${kind}/${ids[0]}` : null;
  return { event: `${kind}.read`, subject, payload: { records: ids } };
}

export type RecordedEntry = {
  readonly id: string;
  readonly recordedAt: string;
  readonly effectiveOn: string | null;
  readonly actor: string;
  readonly party: string | null;
  readonly event: string;
  readonly register: string | null;
  readonly subject: string | null;
  readonly instrument: string | null;
  readonly purpose: string | null;
  readonly payloadHash: string;
  readonly leafHash: string;
};

/** Salted, so that a deleted payload of few possible values cannot be guessed back from its hash. */
export function payloadHashOf(salt: string, payload: unknown): string {
  return hashOf([salt, payload]);
}

/** The leaf that `exchange` will build its Merkle tree from: every field of the entry and the salted payload's hash. */
export function leafHashOf(entry: Omit<RecordedEntry, 'leafHash'>): string {
  const {
    id,
    recordedAt,
    effectiveOn,
    actor,
    party,
    event,
    register,
    subject,
    instrument,
    purpose,
    payloadHash,
  } = entry;
  return hashOf({
    id,
    recordedAt,
    effectiveOn,
    actor,
    party,
    event,
    register,
    subject,
    instrument,
    purpose,
    payloadHash,
  });
}

/** Name of the job that gives committed entries their place. */
export const sequenceTask = 'sequence-journal';

/** Rows a statement. */
export const batchSize = 2_000;

/** An entry as it will stand, hashes and all: nothing is left to do but to write it. */
export type PreparedEntry = RecordedEntry & { readonly salt: string; readonly payload: string };

/** Gives entries their ids, times, salts and hashes. Throws a TypeError on a payload that JSON cannot hold. */
export function prepareEntries(clock: Clock, entries: readonly JournalEntry[]): readonly PreparedEntry[] {
  return entries.map((entry) => {
    const salt = randomOf(16).toString('hex');
    const leaf = {
      id: newId(clock),
      recordedAt: clock.now().toString({ fractionalSecondDigits: 3 }),
      effectiveOn: entry.effectiveOn ?? null,
      actor: entry.actor,
      party: entry.party ?? null,
      event: entry.event,
      register: entry.register ?? null,
      subject: entry.subject ?? null,
      instrument: entry.instrument ?? null,
      purpose: entry.purpose ?? null,
      payloadHash: payloadHashOf(salt, entry.payload),
    };
    return { ...leaf, leafHash: leafHashOf(leaf), salt, payload: JSON.stringify(entry.payload) };
  });
}

export type AppendOptions = {
  /**
   * `queued` (default): a job is queued that gives them their place. `swept`: whoever runs `sequenceJournal` every few seconds
   * does, and this transaction waits for no other that appends.
   */
  readonly placed?: 'queued' | 'swept';
};

/** Writes entries in the transaction of the change that they record; returns their ids in the same order. */
export async function appendJournal(
  tx: Transaction,
  clock: Clock,
  entries: readonly JournalEntry[],
  options: AppendOptions = {},
): Promise<readonly string[]> {
  const prepared = prepareEntries(clock, entries);
  await appendPrepared(tx, prepared, options);
  return prepared.map(({ id }) => id);
}

/**
 * Writes entries that were prepared before. That they wait for their place is queued with them: until this transaction ends,
 * every other that queues it waits at that one job, so whoever writes many entries a second does it by `group-writes.ts`, or
 * leaves them to be `swept`.
 */
export async function appendPrepared(
  tx: Transaction,
  entries: readonly PreparedEntry[],
  { placed = 'queued' }: AppendOptions = {},
): Promise<void> {
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    const column = (key: keyof PreparedEntry) => batch.map((entry) => entry[key]);
    // One statement: the payload's reference to its entry is checked when it ends.
    await sql`
      with batch as (
        select * from unnest(${column('id')}::uuid[], ${column('recordedAt')}::timestamptz[],
          ${column('effectiveOn')}::text[], ${column('actor')}::text[], ${column('party')}::text[],
          ${column('event')}::text[], ${column('register')}::text[], ${column('subject')}::text[],
          ${column('instrument')}::text[], ${column('purpose')}::text[], ${column('payloadHash')}::text[],
          ${column('leafHash')}::text[], ${column('salt')}::text[], ${column('payload')}::jsonb[])
          as row (id, recorded_at, effective_on, actor, party, event, register, subject, instrument, purpose,
            payload_hash, leaf_hash, salt, payload)
      ), written as (
        insert into platform.journal (id, recorded_at, effective_on, actor, party, event, register, subject, instrument,
          purpose, payload_hash, leaf_hash)
        select id, recorded_at, effective_on, actor, party, event, register, subject, instrument, purpose, payload_hash,
          leaf_hash from batch
      )
      insert into platform.journal_payload (entry, salt, payload) select id, salt, payload from batch`.execute(
      tx,
    );
  }
  if (entries.length > 0 && placed === 'queued') await enqueue(tx, sequenceTask);
}

/** Any constant will do as long as nothing else locks on it. */
const sequencerLock = 7_206_113;

/**
 * Gives committed entries their place in the log. An entry that commits later gets a later place, whatever its clock
 * said. Returns how many were placed.
 */
export async function sequenceJournal(database: Database): Promise<number> {
  return database.write(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sequencerLock})`.execute(tx);
    const placed = await sql`
      with awaited as (delete from platform.journal_unplaced returning entry)
      insert into platform.journal_sequence (place, entry)
      select (select coalesce(max(place), 0) from platform.journal_sequence)
        + row_number() over (order by recorded_at, id), id
      from awaited join platform.journal on id = entry`.execute(tx);
    return Number(placed.numAffectedRows ?? 0n);
  });
}

/** An entry as outsiders check it: all its leaf is a hash of and, where they are not erased, what its payload's hash is of. */
export type PlacedEntry = {
  readonly entry: Omit<RecordedEntry, 'leafHash'>;
  readonly salt?: string;
  readonly payload?: unknown;
};

/** Entries in the order of the log, from place `from` (1 is the first) to place `to`, both included. */
export async function listPlaced(tx: Transaction, from: number, to: number): Promise<readonly PlacedEntry[]> {
  const { rows } = await sql<JournalRow & { salt: string | null; payload: unknown }>`
    select journal.*, payload.salt, payload.payload
    from platform.journal_sequence sequence
    join platform.journal on journal.id = sequence.entry
    left join platform.journal_payload payload on payload.entry = journal.id
    where place between ${from} and ${to} order by place`.execute(tx);
  return rows.map((row) => {
    const { leafHash: _, ...entry } = entryOf(row);
    return row.salt === null ? { entry } : { entry, salt: row.salt, payload: row.payload };
  });
}

/** What may be told: entries on records of these kinds, or on none, of these events. What is in no list is not told. */
export type Told = { readonly kinds: readonly string[]; readonly events: readonly string[] };

export type JournalQuery = {
  readonly register: string;
  readonly subject?: string;
  readonly event?: string;
  /** Where whoever asks may not be told of every entry; absent: all of them. */
  readonly told?: Told;
  readonly limit: number;
  readonly offset: number;
};

/** `true` for entries that may be told: neither kind, nor moment, nor number of the others is anywhere in what is answered. */
const mayBeTold = ({ kinds, events }: Told) => sql`journal.event = any(${events})
  and (journal.subject is null or split_part(journal.subject, '/', 1) = any(${kinds}))`;

/** Entries of one register, or of one subject in it, newest first, with their place in the log where they have one. */
export async function listJournal(
  tx: Transaction,
  query: JournalQuery,
): Promise<{
  readonly entries: readonly (RecordedEntry & { readonly place: number | null; readonly payload: unknown })[];
  readonly total: number;
}> {
  const condition = sql`register = ${query.register}
    and (${query.subject ?? null}::text is null or subject = ${query.subject ?? null})
    and (${query.event ?? null}::text is null or event = ${query.event ?? null})
    and ${query.told === undefined ? sql`true` : mayBeTold(query.told)}`;
  const rows = await sql<JournalRow & { place: string | null; payload: unknown }>`
    select journal.*, sequence.place, payload.payload
    from platform.journal
    left join platform.journal_sequence sequence on sequence.entry = journal.id
    left join platform.journal_payload payload on payload.entry = journal.id
    where ${condition}
    order by recorded_at desc, id desc limit ${query.limit} offset ${query.offset}`.execute(tx);
  const count = await sql<{ total: string }>`
    select count(*) as total from platform.journal where ${condition}`.execute(tx);
  return {
    entries: rows.rows.map((row) => ({
      ...entryOf(row),
      place: row.place === null ? null : Number(row.place),
      payload: row.payload,
    })),
    total: Number(count.rows[0]?.total ?? 0),
  };
}

/**
 * How many entries there are on one record (`kind/id`), without those of its reading: who looks at it changes nothing. `besides`: other
 * events that are not counted.
 */
export async function countEntries(
  tx: Transaction,
  register: string,
  subject: string,
  besides: readonly string[] = [],
): Promise<number> {
  const { rows } = await sql<{ entries: string }>`
    select count(*) as entries from platform.journal
    where register = ${register} and subject = ${subject} and event not like '%.read'
      and event <> all(${[...besides]}::text[])`.execute(tx);
  return Number(rows[0]?.entries ?? 0);
}

/**
 * What was written to records of some kinds, and of the register as a whole, newest first: for a reader who may see these
 * kinds and no others, and of what was known by a date.
 */
export async function listChanges(
  tx: Transaction,
  query: {
    readonly register: string;
    readonly knownAt: PartialDate;
    readonly told: Told;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly RecordedEntry[]> {
  const rows = await sql<JournalRow>`
    select journal.* from platform.journal
    left join platform.record on record.entry = journal.id
    -- What is no record is known since the day that its date stands for with the records of the same source.
    where journal.register = ${query.register} and ${mayBeTold(query.told)}
      -- What was taken back is in the journal, and was no change of what is known.
      and not exists (select from platform.withdrawn_record gone where gone.entry = journal.id)
      and coalesce(record.known_from_day, (
        select min(known_from_day) from platform.transition step where step.entry = journal.id
      ), (
        select min(known_from_day) from platform.record
        where register = ${query.register} and known_from = journal.effective_on
      ), '-infinity') <= ${lastDay(query.knownAt)}
    order by journal.recorded_at desc, journal.id desc limit ${query.limit} offset ${query.offset}`.execute(
    tx,
  );
  return rows.rows.map(entryOf);
}

type JournalRow = {
  id: string;
  recorded_at: Date;
  effective_on: string | null;
  actor: string;
  party: string | null;
  event: string;
  register: string | null;
  subject: string | null;
  instrument: string | null;
  purpose: string | null;
  payload_hash: string;
  leaf_hash: string;
};

function entryOf(row: JournalRow): RecordedEntry {
  return {
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    effectiveOn: row.effective_on,
    actor: row.actor,
    party: row.party,
    event: row.event,
    register: row.register,
    subject: row.subject,
    instrument: row.instrument,
    purpose: row.purpose,
    payloadHash: row.payload_hash,
    leafHash: row.leaf_hash,
  };
}

/** One row that does not hold what the journal says it held. `row` names table and key. */
export type JournalFault = { readonly row: string; readonly entry: string; readonly fault: JournalFaultCode };
export type JournalFaultCode =
  | 'leaf_differs'
  | 'payload_differs'
  | 'record_differs'
  | 'record_missing'
  | 'transition_differs'
  | 'transition_missing'
  | 'withdrawal_differs'
  | 'sequence_gap';

export type JournalVerdict = {
  readonly entries: number;
  readonly payloads: number;
  readonly sequenced: number;
  readonly records: number;
  readonly transitions: number;
  readonly faults: readonly JournalFault[];
};

/** Reads every entry, and every record and transition that an entry vouches for, and recomputes their hashes. */
export async function verifyJournal(database: Database): Promise<JournalVerdict> {
  return database.read(async (tx) => {
    const faults: JournalFault[] = [];
    const counted = { entries: 0, payloads: 0, records: 0, transitions: 0 };
    for await (const row of chunks(tx)) {
      const entry = entryOf(row);
      counted.entries += 1;
      if (leafHashOf(entry) !== entry.leafHash)
        faults.push({ row: `platform.journal ${entry.id}`, entry: entry.id, fault: 'leaf_differs' });
      if (row.salt !== null) {
        counted.payloads += 1;
        if (payloadHashOf(row.salt, row.payload) !== entry.payloadHash)
          faults.push({
            row: `platform.journal_payload ${entry.id}`,
            entry: entry.id,
            fault: 'payload_differs',
          });
      }
      checkVouched(row, counted, faults);
    }
    const misdated = await sql<{ kind: string; id: string; version: string; entry: string }>`
      select kind, id, version, entry from (
        select *, lead(known_from_day) over (partition by register, kind, id
          order by known_from_day, recorded_at, version) as replaced_day from platform.record) as record
      where known_until_day is distinct from replaced_day`.execute(tx);
    for (const { kind, id, version, entry } of misdated.rows)
      faults.push({
        row: `platform.record ${kind}/${id} version ${version}`,
        entry,
        fault: 'record_differs',
      });
    const sequence = await sql<{ placed: string; last: string | null }>`
      select count(*) as placed, max(place) as last from platform.journal_sequence`.execute(tx);
    const placed = Number(sequence.rows[0]?.placed ?? 0);
    if (placed !== Number(sequence.rows[0]?.last ?? 0))
      faults.push({ row: 'platform.journal_sequence', entry: '', fault: 'sequence_gap' });
    return { ...counted, sequenced: placed, faults };
  });
}

/** What a record's entry vouches for in its payload. */
export type Vouched = {
  readonly version: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly content: string;
  readonly transitions: readonly string[];
  /** Ids of versions and steps that it took out of the register's state. */
  readonly withdrawn?: { readonly versions: readonly string[]; readonly steps: readonly string[] };
};

type VerifiedRow = JournalRow & {
  salt: string | null;
  payload: Partial<Vouched> | null;
  records:
    | readonly (Held & {
        readonly version: string;
        readonly position: number;
        readonly recorded_ms: number;
      })[]
    | null;
  transitions: readonly (Held & { readonly id: string })[] | null;
  /** Ids of the versions and steps that were taken back by this entry. */
  withdrawn: readonly string[] | null;
};

/** A row with what its hash is taken over, and the days that its table works out from its dates. */
type Held = {
  readonly content_hash: string;
  readonly content: { readonly knownFrom: PartialDate; readonly effectiveOn?: PartialDate };
  readonly days: readonly string[];
};

function holds({ content_hash, content, days }: Held, hash: string): boolean {
  const { knownFrom, effectiveOn = knownFrom } = content;
  // Not dates at all: nobody but a change by SQL writes them.
  if (!parsePartialDate(knownFrom).ok || !parsePartialDate(effectiveOn).ok) return false;
  const expected = [lastDay(knownFrom), firstDay(effectiveOn), lastDay(effectiveOn)];
  return content_hash === hash && days.every((day, index) => day === expected[index]);
}

function checkVouched(
  row: VerifiedRow,
  counted: { records: number; transitions: number },
  faults: JournalFault[],
): void {
  const vouched = row.payload;
  const records = row.records ?? [];
  for (const record of records) {
    counted.records += 1;
    const actual = hashOf(record.content);
    const {
      content = actual,
      position = record.position,
      recordedAt,
      version = record.version,
    } = vouched ?? {};
    if (
      !holds(record, actual) ||
      content !== actual ||
      // A row that the entry did not bring, planted beside the one that it did.
      version !== record.version ||
      position !== record.position ||
      (recordedAt !== undefined && Date.parse(recordedAt) !== record.recorded_ms)
    )
      faults.push({
        row: `platform.record ${row.subject} version ${record.version}`,
        entry: row.id,
        fault: 'record_differs',
      });
  }
  if (vouched?.version !== undefined && !records.some(({ version }) => version === vouched.version))
    faults.push({
      row: `platform.record ${row.subject} version ${vouched.version}`,
      entry: row.id,
      fault: 'record_missing',
    });
  const promised = vouched?.transitions;
  const found = row.transitions ?? [];
  for (const transition of found) {
    counted.transitions += 1;
    const actual = hashOf(transition.content);
    if (!holds(transition, actual) || promised?.includes(actual) === false)
      faults.push({
        row: `platform.transition ${transition.id}`,
        entry: row.id,
        fault: 'transition_differs',
      });
  }
  if (promised !== undefined && found.length < promised.length)
    faults.push({ row: `platform.transition of ${row.subject}`, entry: row.id, fault: 'transition_missing' });
  // Erased, it can no longer say what it took back.
  if (row.payload === null) return;
  const { versions = [], steps = [] } = vouched?.withdrawn ?? {};
  const [said, gone] = [new Set([...versions, ...steps]), new Set(row.withdrawn ?? [])];
  if (said.symmetricDifference(gone).size > 0)
    faults.push({ row: `platform.withdrawn of ${row.subject}`, entry: row.id, fault: 'withdrawal_differs' });
}

/** Entries with what they vouch for, in key order, a batch at a time so that memory stays flat. */
async function* chunks(tx: Transaction): AsyncGenerator<VerifiedRow> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await sql<VerifiedRow>`
      select journal.*, payload.salt, payload.payload,
        (select jsonb_agg(jsonb_build_object('version', version, 'position', position, 'content_hash', content_hash,
            'recorded_ms', (extract(epoch from recorded_at) * 1000)::bigint,
            'days', jsonb_build_array(known_from_day), 'content',
            jsonb_build_object('register', register, 'kind', kind, 'id', id, 'knownFrom', known_from, 'body', body)))
          from platform.vouched_record held where held.entry = journal.id) as records,
        (select jsonb_agg(jsonb_build_object('id', id, 'content_hash', content_hash,
            'days', jsonb_build_array(known_from_day, effective_first, effective_last), 'content',
            jsonb_build_object('register', register, 'kind', kind, 'subject', subject, 'axis', axis,
              'from', from_state, 'to', to_state, 'effectiveOn', effective_on, 'observed', observed,
              'knownFrom', known_from, 'details', details, 'withdraws', withdraws)))
          from platform.vouched_transition held where held.entry = journal.id) as transitions,
        (select jsonb_agg(row) from (
          select version as row from platform.withdrawn_record where withdrawn_by = journal.id
          union all select id from platform.withdrawn_transition where withdrawn_by = journal.id) as gone) as withdrawn
      from platform.journal
      left join platform.journal_payload payload on payload.entry = journal.id
      where journal.id > ${after} order by journal.id limit ${batchSize}`.execute(tx);
    yield* batch.rows;
    const last = batch.rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
