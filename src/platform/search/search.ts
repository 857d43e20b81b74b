import { type RawBuilder, sql } from 'kysely';
import type { Kind, RecordBody } from '#platform/records/kind.ts';

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

/**
 * What words as people type them look for. What a minus excludes is taken out of the query first: a record that names
 * it in any language is left out, while the rest may match in any one.
 */
export function searchQuery(words: string): RawBuilder<string> {
  const excluded = /(?<=^|\s)-("[^"]*"?|\S+)/g;
  const wanted = words.replace(excluded, ' ').trim();
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
