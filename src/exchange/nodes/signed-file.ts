import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { openNote, readVerifierKey, signNote } from '../log/signed-note.ts';
import { fingerprintOf, readSecretKeys } from './keys.ts';
import { originOf } from './model.ts';
import { findSelf, listKeys } from './store.ts';

/**
 * A file that leaves the node under its signature: canonical JSON with what it holds and a signed note over the hash of that, so that it
 * may be of any size. `form` stands in the note, too, and no file of one form passes as one of another.
 */
const SignedFile = z.strictObject({ form: z.string(), content: z.unknown(), note: z.string() });

const noteOf = (form: string, content: unknown) => `tripoint ${form}\n${hashOf(content)}\n`;

/** Null: this node has no key that signs now. */
export async function signFile(
  tx: Transaction,
  { dataFolder, clock }: { readonly dataFolder: string; readonly clock: Clock },
  form: string,
  content: unknown,
): Promise<string | null> {
  const self = await findSelf(tx);
  if (self === null) return null;
  const now = clock.now().epochMilliseconds;
  const secrets = await readSecretKeys(join(dataFolder, 'keys'));
  const own = (await listKeys(tx)).findLast(({ node, epoch, fingerprint, from, until }) => {
    const secret = secrets.get(epoch);
    const isOurs = node === self.name && secret !== undefined;
    return (
      isOurs &&
      from <= now &&
      (until === null || now < until) &&
      fingerprintOf(createPublicKey(secret)) === fingerprint
    );
  });
  const key = own === undefined ? undefined : secrets.get(own.epoch);
  if (key === undefined) return null;
  const note = signNote(noteOf(form, content), { name: originOf(self.name), key });
  return `${canonicalJson({ form, content, note })}\n`;
}

/**
 * What such a file holds, with the name of who signed it. `keys`: those of nodes as they publish them (`name+hash+key`). Problems:
 * `exchange_file_unreadable`, `exchange_file_other_form`, `exchange_key_invalid` of each, `exchange_file_not_signed` where none of them did or
 * the file was changed since.
 */
export function openSignedFile(
  form: string,
  text: string,
  keys: readonly string[],
): Result<{ readonly content: unknown; readonly by: string }> {
  const read = SignedFile.safeParse(parseJson(text));
  if (!read.success) return fail(problem('exchange_file_unreadable', 'FILE'));
  const { content, note } = read.data;
  if (read.data.form !== form)
    return fail(
      problem('exchange_file_other_form', 'FILE', { form: read.data.form.slice(0, 80), wanted: form }),
    );
  const verifiers = keys.map((key) => ({ key, verifier: readVerifierKey(key) }));
  const wrong = verifiers.filter(({ verifier }) => verifier === null);
  if (wrong.length > 0)
    return fail(
      ...wrong.map(({ key }) => problem('exchange_key_invalid', '--key', { given: key.slice(0, 120) })),
    );
  const opened = openNote(
    note,
    verifiers.flatMap(({ verifier }) => verifier ?? []),
  );
  const by = opened?.signatures[0]?.name;
  return opened === null || by === undefined || opened.text !== noteOf(form, content)
    ? fail(problem('exchange_file_not_signed', 'FILE'))
    : ok({ content, by });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
