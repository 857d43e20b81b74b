/**
 * All that a score was made of, so that anybody can make it again: the model by its hash, the values of all features, and the rows behind
 * each reason. Numbers are rounded where they are written, and made by additions and multiplications alone (`exponential.ts`) or a
 * square root, which IEEE 754 fixes too: another machine comes to the same.
 */
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { hashOf } from '#platform/hash.ts';
import { type FeatureName, type FeatureValues, featureNames } from './feature-names.ts';
import { type FeatureTable, valuesOf } from './features.ts';
import type { Prepared } from './prepare.ts';
import { rowsBehind } from './rows.ts';
import { type Input, inputNames, type Model, type Score, scoreOf, scoreRules } from './score.ts';

export type Bundle = {
  readonly model: string;
  readonly trader: number;
  /** At the end of which month. */
  readonly month: number;
  readonly threshold: number;
  /** By which rules it was scored; absent: it was written before bundles said so. */
  readonly rules?: number;
  /** null: not known; absent: there was no such feature yet. */
  readonly values: Readonly<Partial<Record<FeatureName, number | null>>>;
  readonly score: Score;
  /** Of each reason its rows, and of each feature because of which an archetype holds; behind archetypes are the rows of all of these. */
  readonly rows: Readonly<Partial<Record<Input, readonly string[]>>>;
};

export const modelHash = (model: Model): string => hashOf(model);

export function bundleOf(
  prepared: Prepared,
  table: FeatureTable,
  trader: number,
  { model, threshold }: { readonly model: Model; readonly threshold: number },
): Bundle {
  const values = valuesOf(table, trader);
  const score = scoreOf(model, values, threshold);
  const because = new Set(score.archetypes.flatMap((one) => one.because));
  const named = new Set<Input>([...score.reasons.map(({ input }) => input), ...because]);
  const rowsOf = (input: Input): readonly string[] =>
    input === 'archetypes'
      ? [...new Set(featureNames.filter((name) => because.has(name)).flatMap(rowsOf))]
      : rowsBehind(prepared, table, trader, input);
  return {
    ...{ model: modelHash(model), trader, month: table.month, threshold, rules: scoreRules, score },
    values: Object.fromEntries(
      featureNames.map((name) => [name, Number.isNaN(values[name]) ? null : values[name]]),
    ) as Bundle['values'],
    rows: Object.fromEntries(
      inputNames.filter((input) => named.has(input)).map((input) => [input, rowsOf(input)]),
    ),
  };
}

/** Of bundles that do not say it: only the first rules gave what was not known as a reason. Where none is, both say the same. */
const rulesOf = ({ rules, score }: Bundle): number =>
  rules ?? (score.reasons.some(({ value }) => value === null) ? 1 : 2);

/** The score made again. Problems: `vat_bundle_model_differs`, `vat_bundle_score_differs`. */
export function replay(model: Model, bundle: Bundle): Result<Score> {
  const own = modelHash(model);
  if (own !== bundle.model)
    return fail(problem('vat_bundle_model_differs', 'model', { named: bundle.model, given: own }));
  const values = Object.fromEntries(
    featureNames.map((name) => [name, bundle.values[name] ?? Number.NaN]),
  ) as FeatureValues;
  const score = scoreOf(model, values, bundle.threshold, rulesOf(bundle));
  return hashOf(score) === hashOf(bundle.score)
    ? ok(score)
    : fail(
        problem('vat_bundle_score_differs', 'score', {
          written: bundle.score.probability,
          made: score.probability,
        }),
      );
}
