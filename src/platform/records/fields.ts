import { z } from 'zod';
import { parsePartialDate } from '#kernel/dates.ts';
import { missingReasons } from '#kernel/observation-value.ts';

/** Building blocks of record schemas. The code of a custom refusal travels in the issue's `params`. */

/** An id as it stands in URLs, commands and references. */
export const IdField = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);

/** A date of reduced precision: `2017`, `2017-09` or `2018-06-11`. */
export const DateField = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((text) => parsePartialDate(text).ok);

/** Sections of the source that say so. */
export const SourceField = z.array(z.string());

export const MissingField = z.object({ reason: z.enum(missingReasons), note: z.string().nullish() });

export const TextField = z.string();
export const TextList = z.array(z.string());

/** Facts that the source tells in a structure of its own; kept and shown as they are. */
export const FreeField = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
]);

type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * A record of the import layout. Every field but those of `required` may be absent or null: the source does not treat
 * it. Keys that the shape does not name are kept.
 */
export function recordSchema(required: Shape, optional: Shape) {
  const fields = Object.entries({ source: SourceField, note: TextField, missing: MissingField, ...optional });
  return z.looseObject({
    ...required,
    ...Object.fromEntries(fields.map(([key, type]) => [key, type.nullish()])),
  });
}
