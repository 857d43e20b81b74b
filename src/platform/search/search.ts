import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#platform/database/database.ts';
import { type Kind, languageKeysOf, type RecordBody } from '#platform/records/kind.ts';

/** A text as `platform.search_vector` takes it. `plain` is searched by word only. */
export type SearchText = { readonly language: string; readonly weight: 'A' | 'C'; readonly text: string };

/**
 * PostgreSQL refuses a vector above one megabyte, and each text is in it twice, at up to three bytes a character; what a
 * record says beyond this many characters is not searched.
 */
const longestText = 100_000;

/** All that can be found of a record: its id and titles first, then every text in it. */
export function searchTextsOf(kind: Kind, id: string, body: RecordBody): readonly SearchText[] {
  const title = kind.title(body);
  const texts: SearchText[] = [{ language: 'plain', weight: 'A', text: id }];
  for (const [language, text] of Object.entries(title.texts)) texts.push({ language, weight: 'A', text });
  collectTexts(body, 'en', texts);
  // One text of each language and weight: making a vector costs more by the text than by the word.
  const together = new Map<string, SearchText>();
  let left = longestText;
  for (const { language, weight, text } of texts) {
    const searched = text.slice(0, left).toWellFormed();
    left -= searched.length;
    const key = `${language} ${weight}`;
    const before = together.get(key)?.text ?? '';
    together.set(key, { language, weight, text: `${before}\n${searched}` });
  }
  return [...together.values()];
}

const excluded = /(?<=^|\s)-("[^"]*"?|\S+)/g;

/** Words as people type them, without those that a minus excludes. */
function wantedWords(words: string): string {
  return words.replace(excluded, ' ').trim();
}

/**
 * What words as people type them look for. What a minus excludes is taken out of the query first: a record that names
 * it in any language is left out, while the rest may match in any one.
 */
export function searchQuery(words: string): RawBuilder<string> {
  const wanted = wantedWords(words);
  // In quotes, so that a word is not taken for a beginning.
  const unwanted = [...words.matchAll(excluded)].map(
    ([, term = '']) => sql`!!platform.search_query(${`"${term.replaceAll('"', '')}"`})`,
  );
  const parts = [...(wanted === '' ? [] : [sql`platform.search_query(${wanted})`]), ...unwanted];
  return sql`(${sql.join(parts, sql` && `)})`;
}

/** Keys of two small letters hold the original term in that language; all else is in English (import layout). */
function collectTexts(value: unknown, language: string, texts: SearchText[]): void {
  if (typeof value === 'string') texts.push({ language, weight: 'C', text: value });
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, language, texts);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      collectTexts(inner, /^[a-z]{2}$/.test(key) ? key : language, texts);
}

/** Part of a text in which words were found: those that match and those between them, in turn. */
export type Passage = {
  /** Key of the record's body under which the text stands. */
  readonly field: string;
  readonly language: string;
  readonly parts: readonly { readonly text: string; readonly match: boolean }[];
  /** The text goes on before it, after it. */
  readonly cut: readonly [before: boolean, after: boolean];
};

/** What a passage is looked for in; a record that says more is found by all of it and quoted from its beginning. */
const longestQuoted = 20_000;
/** Marks that no text holds, for PostgreSQL to set around a match. */
const [open, shut] = ['\u0002', '\u0003'];

/** A record that was found, and the text of it that the reader sees anyway. */
type Quoted = {
  readonly kind: Kind;
  readonly body: RecordBody;
  readonly shown: string;
  /** What stands in its files, under the name that a reader is told for it. */
  readonly files?: readonly QuotedText[];
};
type QuotedText = { readonly field: string; readonly language: string; readonly text: string };

/** A long text is looked through piece by piece: a sentence of it is quoted, and not all of it is cut into words for that. */
const pieceOfFile = 2_000;

/**
 * For each record the passage that matches the words best, undefined where they match nowhere but in what is shown. Texts
 * of several words go before names and codes: who looks for words wants to read a sentence.
 */
export async function findPassages(
  tx: Transaction,
  words: string,
  found: readonly Quoted[],
): Promise<readonly (Passage | undefined)[]> {
  const wanted = wantedWords(words);
  if (wanted === '' || found.length === 0) return found.map(() => undefined);
  const items = found.flatMap((one, row) => quotable(one).map((item, place) => ({ row, place, ...item })));
  const { rows } = await sql<{ row: number; field: string; language: string; text: string; found: string }>`
    with item as (
      select *, case when language in ('nl', 'fr', 'de', 'en') then 'platform.' || language else 'platform.plain' end
        ::regconfig as own
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item (row int, place int, field text, language text, text text)
    ), sought as (
      -- Words that a record has in several texts stand together in none of them.
      select replace(platform.search_query(${wanted})::text, ' & ', ' | ')::tsquery as query
    ), best as (
      select distinct on (row) row, field, language, text, config, query
      from item cross join sought cross join lateral (values (own), ('platform.plain'::regconfig)) as way (config)
      cross join lateral (select to_tsvector(config, text) as words) as made
      where words @@ query
      order by row, position(' ' in text) > 0 desc, ts_rank(words, query) desc, place, config = own desc
    )
    select row, field, language, text, ts_headline(config, text, query,
      ${`StartSel=${open}, StopSel=${shut}, MaxFragments=1, MaxWords=26, MinWords=8`}) as found from best`.execute(
    tx,
  );
  const passages = new Map(rows.map((row) => [row.row, passageOf(row)]));
  return found.map((_, row) => passages.get(row));
}

function quotable({ kind, body, shown, files = [] }: Quoted): readonly QuotedText[] {
  return [...quotableIn({ kind, body, shown }), ...files.flatMap(piecesOf)];
}

function piecesOf({ text, ...rest }: QuotedText): readonly QuotedText[] {
  const pieces: QuotedText[] = [];
  for (let start = 0; start < text.length; start += pieceOfFile) {
    // Up to the next gap between words.
    const end = text.slice(start + pieceOfFile).search(/\s/);
    const stop = end < 0 || end > pieceOfFile ? start + pieceOfFile : start + pieceOfFile + end;
    pieces.push({ ...rest, text: text.slice(start, stop).toWellFormed() });
    start = stop - pieceOfFile;
  }
  return pieces;
}

function quotableIn({ kind, body, shown }: Quoted): readonly QuotedText[] {
  const languages = languageKeysOf(kind.schema, body);
  let left = longestQuoted;
  return Object.entries(body).flatMap(([field, value]) => {
    const texts: SearchText[] = [];
    collectTexts(value, languages.includes(field) ? field : 'en', texts);
    return texts.flatMap(({ language, text }) => {
      const quoted = text.slice(0, Math.max(0, left)).toWellFormed();
      left -= quoted.length;
      return quoted === '' || text === shown ? [] : [{ field, language, text: quoted }];
    });
  });
}

function passageOf(found: { field: string; language: string; text: string; found: string }): Passage {
  const parts = found.found
    .split(new RegExp(`(${open}[^${shut}]*${shut})`))
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(open) ? { text: part.slice(1, -1), match: true } : { text: part, match: false },
    );
  const bare = parts.map(({ text }) => text).join('');
  const { field, language, text } = found;
  return { field, language, parts, cut: [!text.startsWith(bare), !text.endsWith(bare)] };
}
