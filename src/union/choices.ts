import { localize } from '#kernel/localized-text.ts';
import type { Field } from '#platform/actions/field.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';

/** The records of some kinds, by name in the reader's language, for a field that holds the id of one. */
export const recordsOf = (...kinds: readonly Kind[]) => recordsWhere(() => true, ...kinds);

/** Those of them that can be chosen. */
export function recordsWhere(
  canBe: (body: RecordBody) => boolean,
  ...kinds: readonly Kind[]
): NonNullable<Field['options']> {
  return async (tx, { register, today, language }) => {
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const records = await allRecords(tx, { ...known, kinds: kinds.map(({ name }) => name) });
    const titles = new Map(kinds.map((kind) => [kind.name, kind]));
    return records
      .filter(({ body }) => canBe(body))
      .map(({ kind, id, body }) => ({
        value: id,
        title: localize(titles.get(kind)?.title(body) ?? { texts: { en: id }, authentic: [] }, language, [
          'en',
        ]).text,
      }))
      .sort((a, b) => a.title.localeCompare(b.title, language));
  };
}
