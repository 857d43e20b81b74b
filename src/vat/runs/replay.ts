/** Makes a score again from its bundle, with nothing but the bundle and the model. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { hashOf } from '#platform/hash.ts';
import { replay } from '../scoring/bundle.ts';
import { featureNames } from '../scoring/feature-names.ts';
import type { Model, Score } from '../scoring/score.ts';
import type { AlertBundle } from './model.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** What is looked at; all the rest is in the hash. */
const Form = z.looseObject({
  hash,
  model: hash,
  number: z.string(),
  threshold: z.number(),
  values: z.partialRecord(z.enum(featureNames as readonly [string, ...string[]]), z.number().nullable()),
  score: z.looseObject({ probability: z.number() }),
});

/** Problems: `file_unreadable`, `json_invalid`, `vat_bundle_invalid`. */
export async function readBundle(path: string): Promise<Result<AlertBundle>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(problem('file_unreadable', 'BUNDLE', { file: path }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail(problem('json_invalid', 'BUNDLE', { detail: error instanceof Error ? error.message : '' }));
  }
  const read = Form.safeParse(json);
  return read.success
    ? ok(json as AlertBundle)
    : fail(problem('vat_bundle_invalid', 'BUNDLE', { message: z.prettifyError(read.error) }));
}

/** Problems: `vat_bundle_hash_differs`, `vat_bundle_model_differs`, `vat_bundle_score_differs`. */
export function replayBundle(model: Model, { hash: named, ...bundle }: AlertBundle): Result<Score> {
  const made = hashOf(bundle);
  if (made !== named) return fail(problem('vat_bundle_hash_differs', 'BUNDLE', { named, made }));
  return replay(model, { ...bundle, rows: {} });
}
