import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { searchQuery } from '#platform/search/search.ts';

/** A file by the hash of its bytes, and what was read in it: `text` is null where nothing was found. */
export type StoredFile = {
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly text: string | null;
  /** The file says more than was read. */
  readonly textCut: boolean;
};

/** SHA-256 of the bytes, in hexadecimal. */
export function fileHashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same bytes are stored once, whoever brings them. */
export async function saveFile(tx: Transaction, clock: Clock, file: StoredFile): Promise<void> {
  const { hash, mediaType, bytes, text, textCut } = file;
  if (fileHashOf(bytes) !== hash) throw new Error(`Bytes that do not hash to ${hash}`);
  await sql`
    insert into platform.stored_file (hash, media_type, bytes, text, text_cut, stored_at)
    values (${hash}, ${mediaType}, ${Buffer.from(bytes)}, ${text}, ${textCut}, ${clock.now().toString()})
    on conflict (hash) do nothing`.execute(tx);
}

/** The bytes of a hash; undefined where they never were, were erased, or are no longer what they were. */
export async function loadBytes(tx: Transaction, hash: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from platform.stored_file where hash = ${hash}`.execute(tx);
  const bytes = rows[0]?.bytes;
  return bytes !== undefined && fileHashOf(bytes) === hash ? bytes : undefined;
}

/** What was read in some files, each up to so many characters; those that are not here, or hold no text, are left out. */
export async function loadTexts(
  tx: Transaction,
  hashes: readonly string[],
  longest: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ hash: string; text: string }>`
    select hash, left(text, ${longest}) as text from platform.stored_file
    where hash = any(${hashes}) and text is not null`.execute(tx);
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}

/** Which of some files are here. */
export async function listPresent(tx: Transaction, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hash: string }>`
    select hash from platform.stored_file where hash = any(${hashes})`.execute(tx);
  return new Set(rows.map(({ hash }) => hash));
}

/** All files, one after the other, in the order of their hashes. */
export async function* eachFile(tx: Transaction): AsyncGenerator<StoredFile> {
  const { rows } = await sql<{ hash: string }>`
    select hash from platform.stored_file order by hash collate "C"`.execute(tx);
  for (const { hash } of rows) {
    const found = await sql<{ media_type: string; bytes: Buffer; text: string | null; text_cut: boolean }>`
      select media_type, bytes, text, text_cut from platform.stored_file where hash = ${hash}`.execute(tx);
    for (const { media_type: mediaType, bytes, text, text_cut: textCut } of found.rows)
      yield { hash, mediaType, bytes, text, textCut };
  }
}

/** One version of what a record has files for: it is found by the words in the file from one day of knowledge to another. */
export type FileUse = {
  readonly version: number;
  readonly hash: string;
  readonly language: string;
  readonly knownFrom: PartialDate;
  readonly knownUntil: PlainDate | PartialDate | null;
};

export type FileOwner = { readonly register: string; readonly kind: string; readonly id: string };

/** As for a record's own words: PostgreSQL refuses a vector above one megabyte. Longer texts have several. */
const longestPart = 100_000;

/**
 * Makes a record found by the words in these files, with its own title beside them, and by no others; files that are not
 * here are left out.
 */
export async function indexFiles(
  tx: Transaction,
  { register, kind, id }: FileOwner,
  title: string,
  uses: readonly FileUse[],
): Promise<void> {
  await sql`delete from platform.file_text
    where register = ${register} and kind = ${kind} and id = ${id}`.execute(tx);
  const rows = uses.map(({ knownFrom, knownUntil, ...use }) => ({
    ...use,
    from: lastDay(knownFrom),
    until: knownUntil === null ? null : lastDay(knownUntil),
  }));
  await sql`
    insert into platform.file_text (register, kind, id, version, part, hash, language, known_from_day, known_until_day, search)
    select ${register}, ${kind}, ${id}, version, part, file.hash, use.language, "from", until,
      platform.search_vector(jsonb_build_array(
        jsonb_build_object('language', use.language, 'weight', 'A', 'text', ${title}::text),
        jsonb_build_object('language', use.language, 'weight', 'C',
          'text', substr(file.text, part * ${sql.lit(longestPart)} + 1, ${sql.lit(longestPart)}))))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as use (version integer, hash text, language text, "from" date, until date)
    join platform.stored_file file on file.hash = use.hash
    cross join lateral generate_series(0, (length(file.text) - 1) / ${sql.lit(longestPart)}) as part
    where file.text is not null`.execute(tx);
}

/** A record in one of whose files words stand, and in which. */
export type FileHit = { readonly id: string; readonly hash: string; readonly language: string };

/** The records of a kind in whose files words as people type them stand, as the files were known on a date; best match first. */
export async function findInFiles(
  tx: Transaction,
  query: {
    readonly register: string;
    readonly knownAt: PartialDate;
    readonly kind: string;
    readonly words: string;
  },
): Promise<readonly FileHit[]> {
  if (query.words.trim() === '') return [];
  const day = lastDay(query.knownAt);
  const { rows } = await sql<FileHit>`
    select id, hash, language from platform.file_text
    where register = ${query.register} and kind = ${query.kind} and search @@ ${searchQuery(query.words)}
      and known_from_day <= ${day} and (known_until_day is null or known_until_day > ${day})
    order by ts_rank(search, ${searchQuery(query.words)}) desc, id, version, part`.execute(tx);
  return rows;
}
