import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { isStorable } from '#platform/database/storable.ts';
import { IdField } from '#platform/records/fields.ts';
import { AccessRequest } from '../model.ts';
import { Instant, longestConsentNote } from './model.ts';

/** What a request holds on the wire. The query is the service's own; the log of the one who asks keeps it, the other's its hash. */
export const Asking = z.strictObject({
  register: IdField,
  request: AccessRequest,
  query: z.unknown().refine(isStorable),
  /** Notes of the consents that it names; absent: none is shown. */
  presented: z.array(z.string().max(longestConsentNote)).max(20).optional(),
});
export type Asking = z.infer<typeof Asking>;

const Digest = z.string().regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What was found, that nothing was, why it was denied, or that it failed: signed, all of one form. */
export const Answer = z.strictObject({
  request: z.string(),
  /** Of the request's body, and of the query in it: what was not found was not found of exactly that. */
  asked: Digest,
  query: Hash,
  outcome: z.enum(['content', 'empty', 'denied', 'failed']),
  content: z.unknown().optional(),
  reasons: z.array(z.looseObject({ code: z.string() })).optional(),
  failure: z.string().optional(),
  provision: z.string().nullable(),
  /** The law by which it was decided. */
  feed: z.int(),
  /** The newest checkpoint of the answering node's log, before this answer; null: it has none yet. */
  head: z.strictObject({ origin: z.string(), size: z.int(), root: z.string() }).nullable(),
  /** The leaf that holds the decision, for a receipt. */
  leaf: Hash,
  at: Instant,
});
export type Answer = z.infer<typeof Answer>;

/** An answer with what makes it as long as all others of its provision. */
export const Padded = z.strictObject({ answer: Answer.refine(isStorable), padding: z.string() });

export function queryHash(query: unknown): string {
  return hash('sha256', canonicalJson(query ?? null));
}

/** Null: it does not fit into that many bytes. */
export function pad(answer: Answer, bytes: number | null): Buffer | null {
  const bare = Buffer.from(canonicalJson({ answer, padding: '' }));
  if (bytes === null) return bare;
  if (bare.length > bytes) return null;
  return Buffer.from(canonicalJson({ answer, padding: '0'.repeat(bytes - bare.length) }));
}

/** An answer in its form: a denial with more reasons than it holds says fewer, content that is larger is not told. */
export function shaped(
  answer: Answer,
  bytes: number | null,
): { readonly told: Answer; readonly bytes: Buffer } {
  const { content, reasons = [], ...rest } = answer;
  const told: readonly Answer[] = [
    answer,
    ...(content === undefined ? [] : [{ ...rest, outcome: 'failed' as const, failure: 'answer_too_large' }]),
    ...reasons.map((_, left) => ({ ...rest, reasons: reasons.slice(0, reasons.length - left - 1) })),
  ];
  for (const one of told) {
    const padded = pad(one, bytes);
    if (padded !== null) return { told: one, bytes: padded };
  }
  throw new Error('An answer does not fit into the form of its provision');
}
