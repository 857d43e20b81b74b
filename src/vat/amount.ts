import { z } from 'zod';
import type { Field } from '#platform/actions/field.ts';
import { amount } from './intake/fields.ts';

/** How an amount that people write in a form is read: as in the files that they bring, so that the same signs mean the same everywhere. */

/**
 * Whole cents of an amount with at most two digits behind, as people write it: `1250.50`, `1.250,50`, `1 250,5`, `-3`. Null: it is none, or it could
 * mean two things, as `1.250` could.
 */
export function centsIn(written: string): number | null {
  const { text, code } = amount(written);
  return code === null || code === 'written_otherwise' ? Number(text) : null;
}

/** A field of a form: an amount from nothing to `most` cents, in the currency of what it is about. Programs may give it as a number. */
export const amountUpTo = (most: number) =>
  ({
    schema: z.union([z.string().max(40), z.number()]).transform((given, context): number => {
      const cents = centsIn(String(given));
      if (cents !== null && cents >= 0 && cents <= most) return cents;
      context.addIssue({ code: 'invalid_format', format: 'regex', message: 'amount' });
      return z.NEVER;
    }),
    control: 'line',
    like: '1250.50',
  }) as const satisfies Field;
