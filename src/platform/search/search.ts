import type { Kind, RecordBody } from '#platform/records/kind.ts';

/** A text as `platform.search_vector` takes it. `plain` is searched by word only. */
export type SearchText = { readonly language: string; readonly weight: 'A' | 'C'; readonly text: string };

/** PostgreSQL refuses a vector above one megabyte; what a record says beyond this is not searched. */
const longestText = 200_000;

/** All that can be found of a record: its id and titles first, then every text in it. */
export function searchTextsOf(kind: Kind, id: string, body: RecordBody): readonly SearchText[] {
  const title = kind.title(body);
  const texts: SearchText[] = [{ language: 'plain', weight: 'A', text: id }];
  for (const [language, text] of Object.entries(title.texts)) texts.push({ language, weight: 'A', text });
  collectTexts(body, 'en', texts);
  return texts;
}

/** Keys of two small letters hold the original term in that language; all else is in English (import layout). */
function collectTexts(value: unknown, language: string, texts: SearchText[]): void {
  if (typeof value === 'string') texts.push({ language, weight: 'C', text: value.slice(0, longestText) });
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, language, texts);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      collectTexts(inner, /^[a-z]{2}$/.test(key) ? key : language, texts);
}
