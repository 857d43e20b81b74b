import { type Kind, languageKeysOf, type RecordBody } from '#platform/records/kind.ts';
import { contributionKeys } from '../money/model.ts';

/** Keys of a record that the layout does not know: no field, no language, no reason of a field, no party's share. */
export function unknownKeysOf(
  record: { readonly kind: Kind; readonly body: RecordBody },
  isParty: (id: string) => boolean,
): readonly string[] {
  const { schema } = record.kind;
  const languages = new Set(languageKeysOf(schema, record.body));
  return Object.keys(record.body).filter((key) => {
    if (Object.hasOwn(schema.shape, key) || languages.has(key)) return false;
    const field = key.endsWith('_missing') ? key.slice(0, -'_missing'.length) : key.replace(/^missing_/, '');
    if (field !== key && Object.hasOwn(schema.shape, field)) return false;
    return !(record.kind === contributionKeys && isParty(key));
  });
}
