import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { localize, type Said } from '#kernel/localized-text.ts';
import type { RegisterId } from '#kernel/references.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from './kind.ts';
import { allRecords, type StoredRecord } from './records.ts';

type Naming = {
  readonly register: RegisterId;
  readonly knownAt: PartialDate;
  /** All kinds of the house: a record can be called after one of another module. */
  readonly kinds: readonly Kind[];
  readonly language: Language;
};

/**
 * What records are called where nothing around them says what they are, in their order: a title that is a year has its kind before
 * it, and what has no title but another's id is called after that other.
 */
export async function nameRecords(
  tx: Transaction,
  { register, knownAt, kinds, language }: Naming,
  records: readonly Pick<StoredRecord, 'kind' | 'id' | 'body'>[],
): Promise<readonly Said[]> {
  const kindOf = new Map(kinds.map((kind) => [kind.name, kind]));
  const afters = records.map(({ kind, body }) => {
    const after = kindOf.get(kind)?.calledAfter;
    const id = after === undefined ? undefined : body[after.key];
    return after === undefined || typeof id !== 'string' ? null : { kind: after.kind, id };
  });
  const asked = afters.flatMap((one) => one ?? []);
  const found =
    asked.length === 0
      ? []
      : await allRecords(tx, {
          register,
          knownAt,
          kinds: [...new Set(asked.map(({ kind }) => kind))],
          ids: [...new Set(asked.map(({ id }) => id))],
        });
  return records.map((record, index) => {
    const after = afters[index];
    const other = found.find(({ kind, id }) => kind === after?.kind && id === after.id);
    return nameOf(kindOf, other ?? record, language);
  });
}

function nameOf(
  kinds: ReadonlyMap<string, Kind>,
  { kind: name, id, body }: Pick<StoredRecord, 'kind' | 'id' | 'body'>,
  language: Language,
): Said {
  const kind = kinds.get(name);
  const said = localize(kind?.title(body) ?? { texts: { en: id }, authentic: [] }, language, ['en']);
  if (kind === undefined || !/^\d+$/.test(said.text)) return said;
  return { text: `${kind.label[language].one} ${said.text}`, language };
}
