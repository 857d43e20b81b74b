/** A model as a file: what it learned from, and whether that was made up. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { archetypes } from './archetypes.ts';
import { modelHash } from './bundle.ts';
import { featureNames, statementFeatures } from './feature-names.ts';
import { type Input, inputNames, type Model } from './score.ts';

/**
 * Learned from made-up worlds, so that a node can show what it would say: no state's cases are in it, and nothing is decided by it. Made
 * anew by `vat learn` whenever features or archetypes change.
 */
export const madeUpModelFile = fileURLToPath(new URL('made-up-model.json', import.meta.url));

export type ModelFile = {
  readonly version: 1;
  /** Trained on made-up worlds: not for decisions. */
  readonly synthetic: boolean;
  /** What it learned from, in a line. */
  readonly learned: string;
  readonly model: Model;
};

const Numbers = z.array(z.number());
const Card = z.object({ intercept: z.number(), weights: z.array(Numbers) });
const Words = z.object({ nl: z.string(), fr: z.string(), de: z.string(), en: z.string() });
const Feature = z.enum(featureNames as readonly [string, ...string[]]);
const Conditions = z.array(
  z.union([
    z.strictObject({ feature: Feature, atLeast: z.number() }),
    z.strictObject({ feature: Feature, atMost: z.number() }),
  ]),
);
const ModelForm = z.looseObject({
  version: z.literal(1),
  bridged: z.boolean(),
  inputs: z.array(z.string()),
  edges: z.array(Numbers),
  card: Card,
  replicates: z.array(Card),
  calibration: z.object({ scores: Numbers, shares: Numbers }),
  usual: Numbers,
  archetypes: z.array(
    z.object({ id: z.string(), version: z.int(), all: Conditions, any: Conditions, words: Words }),
  ),
});
const Form = z.strictObject({
  version: z.literal(1),
  synthetic: z.boolean(),
  learned: z.string(),
  model: ModelForm,
});

/** To score with. Problems: `file_unreadable`, `json_invalid`, `vat_model_invalid`, `vat_model_stale`. */
export const readModelFile = (path: string, option: string): Promise<Result<ModelFile>> =>
  readFileOf(isStale, path, option);

/** To make scores of before again: also one that looks at fewer features than there are now. Problems: as `readModelFile`. */
export const readModelOfBefore = (path: string, option: string): Promise<Result<ModelFile>> =>
  readFileOf(
    (inputs) => inputs.some((name) => !(inputNames as readonly string[]).includes(name)),
    path,
    option,
  );

async function readFileOf(
  isOther: (inputs: readonly string[]) => boolean,
  path: string,
  option: string,
): Promise<Result<ModelFile>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(problem('file_unreadable', option, { file: path }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail(problem('json_invalid', option, { detail: error instanceof Error ? error.message : '' }));
  }
  const inputs = z.object({ model: z.object({ inputs: z.array(z.string()) }) }).safeParse(json);
  if (inputs.success && isOther(inputs.data.model.inputs))
    return fail(problem('vat_model_stale', option, { file: path }));
  const read = Form.safeParse(json);
  if (!read.success)
    return fail(problem('vat_model_invalid', option, { message: z.prettifyError(read.error) }));
  const file = read.data as unknown as ModelFile;
  const fault = faultOf(file.model);
  return fault === null ? ok(file) : fail(problem('vat_model_invalid', option, { message: fault }));
}

/** Whether a model looks at other features than there are now. */
export function isStale(inputs: readonly string[]): boolean {
  const now: readonly Input[][] = [
    [...featureNames, 'archetypes'],
    [...statementFeatures, 'archetypes'],
  ];
  return !now.some(
    (names) => names.length === inputs.length && names.every((name, at) => name === inputs[at]),
  );
}

/** Whether it counts by other archetypes than there are now. */
export const hasOtherArchetypes = (model: Model): boolean =>
  JSON.stringify(model.archetypes) !== JSON.stringify(archetypes);

/** What does not fit together in it. */
function faultOf({ inputs, edges, card, replicates, usual, calibration }: Model): string | null {
  const fits = ({ weights }: Model['card']) =>
    weights.length === inputs.length &&
    weights.every((own, at) => own.length === (edges[at]?.length ?? -3) + 2);
  if (edges.length !== inputs.length || usual.length !== inputs.length) return 'edges, usual';
  if (![card, ...replicates].every(fits)) return 'card.weights';
  return calibration.scores.length === calibration.shares.length ? null : 'calibration';
}

export const hashOfModel = ({ model }: ModelFile): string => modelHash(model);
