import type { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { type Signer, signNote } from '../log/signed-note.ts';

/**
 * What a node says under its signature, outside of requests and answers: a form, and one line of canonical JSON. Contracts,
 * items of the register's feed, keys and their ends, consents and commands to a clock are such; each form is its own, so that none
 * can be passed off as another.
 */
export type StatementForm<Said extends z.ZodType> = { readonly form: string; readonly said: Said };

export function defineStatement<Said extends z.ZodType>(form: string, said: Said): StatementForm<Said> {
  return { form, said };
}

export function statementText<Said extends z.ZodType>(
  { form }: StatementForm<Said>,
  said: z.output<Said>,
): string {
  return `tripoint ${form}\n${canonicalJson(said)}\n`;
}

export function signStatement<Said extends z.ZodType>(
  form: StatementForm<Said>,
  said: z.output<Said>,
  signer: Signer,
): string {
  return signNote(statementText(form, said), signer);
}

/** What a text says, whoever signed it. */
export function readStatement<Said extends z.ZodType>(
  form: StatementForm<Said>,
  text: string,
): z.output<Said> | null {
  const [head, line, end, ...more] = text.split('\n');
  if (head !== `tripoint ${form.form}` || line === undefined || end !== '' || more.length > 0) return null;
  const read = parseJson(line);
  const parsed = form.said.safeParse(read);
  // Signatures are over one writing of it, so that the same is never said in two.
  return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
