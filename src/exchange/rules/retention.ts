import { z } from 'zod';
import { IdField } from '#platform/records/fields.ts';
import { agreementsFor, candidatesFor, everyOperation, type Law } from './law.ts';

/**
 * Days for which what is shared under a provision may be kept, from the decision on: the fewest of those that the article says, what
 * holds for every operation, and the agreements by which it was open say of it. Null: none says any, so nobody may erase. What is
 * known today counts, also of a provision that holds no longer: what was shared while it did stays under it.
 */
export function retentionOf(law: Law, provision: string, basis: readonly string[] | null): number | null {
  const read = law.provision.get(provision);
  if (read === undefined) return null;
  const said = (basis ?? [read.instrument])
    .flatMap((instrument) => law.provisions.get(instrument) ?? [])
    .filter(
      ({ id, instrument, operation }) =>
        id === provision ||
        operation === everyOperation ||
        (instrument !== read.instrument && operation === read.operation),
    )
    .flatMap(({ said: conditions }) => conditions?.retention_days ?? []);
  return said.length === 0 ? null : Math.min(...said);
}

/** The provisions for which anything sets a retention, each with the fewest days that it can be by any way. */
export function shortestRetentions(law: Law): ReadonlyMap<string, number> {
  return new Map(
    [...law.provision.values()].flatMap((read) => {
      const days = retentionOf(law, read.id, [read.instrument, ...agreementsFor(law, read)]);
      return days === null ? [] : [[read.id, days] as const];
    }),
  );
}

/** What a question asked by, which is all that is known of one that was denied. */
export type AskedBy = {
  readonly instrument: string;
  readonly article: string | null;
  readonly operation: string;
};

/**
 * By which provision, and for how many days, what was denied may be kept: the fewest of all those to which its words point, so that it
 * is kept no longer than what they would have opened. Words that open nothing point to what comes nearest: the operation in another
 * article, or else all of the instrument. Null: none of these sets any.
 */
export function retentionOfDenied(
  law: Law,
  shortest: ReadonlyMap<string, number>,
  { instrument, article, operation }: AskedBy,
): { readonly provision: string; readonly days: number } | null {
  const pointed = [
    candidatesFor(law, instrument, { operation, article: article ?? undefined }),
    candidatesFor(law, instrument, { operation }),
    (law.provisions.get(instrument) ?? []).map(({ id }) => id),
  ].find((ids) => ids.length > 0);
  const kept = (pointed ?? []).flatMap((provision) => {
    const days = shortest.get(provision);
    return days === undefined ? [] : [{ provision, days }];
  });
  return kept.toSorted((one, other) => one.days - other.days)[0] ?? null;
}

const Code = z.string().regex(/^[a-z0-9_]{1,60}$/);
/** What counts of denials are made of: which agreement is missing between whom. */
const Missing = z.object({
  code: z.literal('no_agreement'),
  provision: z.string().max(80),
  instrument: IdField,
  article: z.string().max(20),
  parties: z.tuple([IdField, IdField]),
});
const Detail = z.object({
  by: IdField.nullable().catch(null).optional(),
  failure: Code.nullable().catch(null).optional(),
  reasons: z.array(z.unknown()).catch([]).optional(),
});

/**
 * What stays of how a question ended: who told it, and codes. The words of a reason come from the other node, which may have put
 * anything into them.
 */
export function leftOf(detail: unknown): Readonly<Record<string, unknown>> {
  const { reasons, ...rest } = Detail.catch({}).parse(detail);
  const left = reasons?.flatMap((reason): readonly object[] => {
    const missing = Missing.safeParse(reason);
    if (missing.success) return [{ ...missing.data, candidates: [] }];
    const coded = z.object({ code: Code }).safeParse(reason);
    return coded.success ? [coded.data] : [];
  });
  return { ...rest, ...(left === undefined ? {} : { reasons: left }) };
}
