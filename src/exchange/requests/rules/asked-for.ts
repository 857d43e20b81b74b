import type { Condition } from '../../model.ts';
import { candidatesFor, coveredBy, isRule, type Law, versionOf } from '../../rules/law.ts';

/** What is asked for, as `police-2018/13/anpr.reference_list` says it: one article of an instrument and what it opens. */
export type AskedFor = { readonly instrument: string; readonly article?: string; readonly operation: string };

/** Null where the text names none. */
export function askedForIn(provision: string): AskedFor | null {
  const [instrument = '', article = '', ...operation] = provision.split('/');
  if (instrument === '' || operation.length === 0) return null;
  return { instrument, operation: operation.join('/'), ...(article === '' ? {} : { article }) };
}

type Simple = Exclude<Condition, { readonly type: 'any_of' }>;

/**
 * Every condition that may be held against a request for it, by whichever way it is open: its own, those that hold for every
 * article, and those of agreements that carry it out. Of nothing in particular: all that the law knows.
 */
export function conditionsFor(law: Law, asked: AskedFor | null): readonly Simple[] {
  const opening = asked === null ? null : new Set(candidatesFor(law, asked.instrument, asked));
  return [...law.provision.values()]
    .filter((one) => !isRule(one))
    .filter(({ id }) => opening === null || coveredBy(law, id).some((covered) => opening.has(covered)))
    .flatMap(({ conditions }) => conditions ?? [])
    .flatMap((condition) => (condition.type === 'any_of' ? condition.of : [condition]));
}

/** Fields that may have to be one of certain words. */
export const wordFields = ['purpose', 'data_set', 'service', 'function', 'offence', 'place'] as const;
export type WordField = (typeof wordFields)[number];

/** The words among which a field must be, in the law's order; none where the law does not say. */
export function wordsOf(conditions: readonly Simple[], field: WordField): readonly string[] {
  return [
    ...new Set(conditions.flatMap((one) => (one.type === field && 'among' in one ? (one.among ?? []) : []))),
  ];
}

/** What somebody who asks may have to state. */
export function statementsOf(conditions: readonly Simple[]): readonly string[] {
  return [...new Set(conditions.flatMap((one) => (one.type === 'stated' ? [one.what] : [])))];
}

/** The fields of a request by which conditions are met; of nobody else than who is listed by name it matters where he is. */
export function fieldsFor(conditions: readonly Simple[]): readonly (WordField | 'stated' | 'consents')[] {
  const needed = conditions.flatMap((one): readonly (WordField | 'stated' | 'consents')[] => {
    switch (one.type) {
      case 'authorisation':
      case 'training':
      case 'screening':
        return ['data_set', 'service', 'place'];
      case 'consent':
        return ['consents'];
      case 'quota':
        return one.per === 'service' ? ['service'] : [];
      case 'agreement':
      case 'case_reference':
      case 'hours':
        return [];
      default:
        return [one.type];
    }
  });
  return [...new Set(needed)];
}

/** Who may be asked: parties of the instrument, or of any that opens something; null where one does not name its parties. */
export function askedParties(law: Law, asked: AskedFor | null): ReadonlySet<string> | null {
  const instruments = asked === null ? [...law.provisions.keys()] : [asked.instrument];
  const each = instruments.map((instrument) => versionOf(law, instrument)?.parties ?? null);
  return each.includes(null) ? null : new Set(each.flatMap((parties) => parties ?? []));
}
