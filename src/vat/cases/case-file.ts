import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openSignedFile } from '#exchange';
import type { RegisterId } from '#kernel/references.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { hashOf } from '#platform/hash.ts';
import { vatFolder } from '../intake/commands.ts';
import type { AlertBundle } from '../runs/model.ts';
import { replayBundle } from '../runs/replay.ts';
import { runFolder } from '../runs/stages.ts';
import { modelHash } from '../scoring/bundle.ts';
import type { ModelFile } from '../scoring/model-file.ts';
import type { Score } from '../scoring/score.ts';

/** Of the signed file of a case, as its signature says it. */
export const caseFileForm = 'vat-case/1';

/** What is looked at when a file is checked; everything else is for who reads it, and under the signature too. */
const CaseFile = z.looseObject({
  case: z.looseObject({ reference: z.string() }),
  /** Null: it was opened from none. */
  alert: z.looseObject({ sha256: z.string(), bundle: z.unknown() }).nullable(),
  /** With which the score was made, as the run kept it; null: it was not at hand. */
  model: z.looseObject({ model: z.unknown() }).nullable(),
});

/** The model with which a run scored, as it stands in the folder of the run (`../runs/stages.ts`); null: it is not there any more. */
export async function modelOfRun(dataFolder: string, register: RegisterId, run: string): Promise<unknown> {
  if (!/^[0-9a-f]{32}$/.test(run)) return null;
  const file = join(runFolder(vatFolder(dataFolder, register), run), 'plan', 'model.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
}

export type CheckedCase = {
  readonly by: string;
  readonly reference: string;
  /** Null: the case was opened from no alert. */
  readonly replayed: { readonly trader: string; readonly model: string; readonly score: Score } | null;
};

/**
 * Whether a node signed the file and nothing in it was changed, and whether the score is made again from what it holds. Problems: those of
 * `openSignedFile`, `vat_bundle_other_case`, `vat_bundle_model_missing`, `vat_bundle_hash_differs`, `vat_bundle_model_differs`, `vat_bundle_score_differs`.
 */
export function checkCaseFile(
  text: string,
  keys: readonly string[],
  given: ModelFile | null,
): Result<CheckedCase> {
  const opened = openSignedFile(caseFileForm, text, keys);
  if (!opened.ok) return opened;
  const read = CaseFile.safeParse(opened.value.content);
  if (!read.success) return fail(problem('exchange_file_unreadable', 'FILE'));
  const { alert, model, case: about } = read.data;
  const { by } = opened.value;
  if (alert === null) return ok({ by, reference: about.reference, replayed: null });
  const bundle = alert.bundle as AlertBundle;
  const named = (about.alert as { readonly bundle?: string } | undefined)?.bundle;
  if (hashOf(bundle) !== alert.sha256 || alert.sha256 !== named)
    return fail(problem('vat_bundle_other_case', 'FILE'));
  const file = (given ?? model) as Pick<ModelFile, 'model'> | null;
  if (file === null) return fail(problem('vat_bundle_model_missing', '--model'));
  const made = replayBundle(file.model, bundle);
  return made.ok
    ? ok({
        by,
        reference: about.reference,
        replayed: { trader: bundle.number, model: modelHash(file.model), score: made.value },
      })
    : made;
}
