import type { Brand } from './brand.ts';
import { kernelProblem } from './problems.ts';
import { combine, fail, ok, type Result } from './result.ts';

/** An id as people see it in URLs and type it in commands: 1 to 128 letters, digits, `.`, `_`, `-`; the first a letter or digit. */
export type Slug = Brand<string, 'Slug'>;
/** Names one union's body of records: `benelux`. */
export type RegisterId = Brand<Slug, 'RegisterId'>;
/** A record's id, unique within its register and kind; as the source wrote it: `eow-paper`, `OBS-001`. */
export type RecordId = Brand<Slug, 'RecordId'>;

/** Points at a record without importing its owner: modules hold references upward as opaque values. */
export type Reference = { readonly register: RegisterId; readonly kind: string; readonly id: RecordId };

const slugPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Problem: `id_invalid`. */
export function parseSlug(text: string, path = ''): Result<Slug> {
  return slugPattern.test(text)
    ? ok(text as Slug)
    : fail(kernelProblem('id_invalid', path, { received: text }));
}

export function parseRegisterId(text: string, path = ''): Result<RegisterId> {
  return parseSlug(text, path) as Result<RegisterId>;
}

export function parseRecordId(text: string, path = ''): Result<RecordId> {
  return parseSlug(text, path) as Result<RecordId>;
}

/** `register/kind/id`; none of the three can hold a slash. */
export function formatReference({ register, kind, id }: Reference): string {
  return `${register}/${kind}/${id}`;
}

/** Problems: `reference_invalid`, `id_invalid`. */
export function parseReference(text: string, path = ''): Result<Reference> {
  const [register, kind, id, ...rest] = text.split('/', 4);
  if (register === undefined || kind === undefined || id === undefined || rest.length > 0)
    return fail(kernelProblem('reference_invalid', path, { received: text }));
  const parts = combine<[RegisterId, Slug, RecordId]>([
    parseRegisterId(register, path),
    parseSlug(kind, path),
    parseRecordId(id, path),
  ]);
  return parts.ok ? ok({ register: parts.value[0], kind: parts.value[1], id: parts.value[2] }) : parts;
}
