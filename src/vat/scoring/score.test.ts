import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { languages } from '#kernel/languages.ts';
import { archetypeNames } from '../made-up/model.ts';
import { presets } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { archetypes, becauseOf, countArchetypes } from './archetypes.ts';
import { type Bundle, bundleOf, modelHash, replay } from './bundle.ts';
import {
  type FeatureName,
  type FeatureValues,
  featureNames,
  features,
  isIndicator,
} from './feature-names.ts';
import { featuresAsOf, valuesOf } from './features.ts';
import { type LearningSet, learn } from './learn.ts';
import { prepare } from './prepare.ts';
import { taught } from './prior.ts';
import { type Input, scoreOf, sumsOf, withReturnsFiled } from './score.ts';

const { world } = makeUpWorld({ ...presets.easy, traders: 3_000 }, 3);
const prepared = prepare(world);
const table = featuresAsOf(prepared, 30);
const inputs: readonly Input[] = [...featureNames, 'archetypes'];
const cases = new Set(world.cases.trader);
const read = (trader: number) => (name: FeatureName) => table.columns[name][trader] as number;
const set: LearningSet = {
  inputs,
  columns: inputs.map((input) =>
    Float64Array.from(table.candidates, (trader) =>
      input === 'archetypes' ? countArchetypes(archetypes, read(trader)) : read(trader)(input),
    ),
  ),
  outcome: Uint8Array.from(table.candidates, (trader) => (cases.has(trader) ? 1 : 0)),
  weight: new Float64Array(table.candidates.length).fill(1),
  trader: table.candidates,
};
const model = learn(set, {
  ...{
    bridged: true,
    thought: taught(true),
    bins: 6,
    ridge: 3,
    sweeps: 12,
    replicates: 12,
    draw: diceOf(1, 'replicates').draw,
  },
});
const threshold = 0.1;
const ranked = [...table.candidates].sort(
  (one, other) =>
    scoreOf(model, valuesOf(table, other), threshold).probability -
    scoreOf(model, valuesOf(table, one), threshold).probability,
);
const top = ranked[0] as number;

describe('A score', () => {
  test('never falls where more speaks for fraud, nor rises where less does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...table.candidates),
        fc.constantFrom(...featureNames),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trader, name, part) => {
          const values = valuesOf(table, trader);
          if (Number.isNaN(values[name])) return;
          const more = {
            ...values,
            [name]: values[name] + features[name].sign * part * (1 + Math.abs(values[name])),
          };
          const [before, after] = [values, more].map((one) => scoreOf(model, one, threshold).probability);
          // Archetypes that ask for at most so much of something are of features that speak against fraud alone.
          expect(after).toBeGreaterThanOrEqual(before as number);
        },
      ),
      { numRuns: 500, seed: 20200901 },
    );
  });

  test('has bounds around it, reasons in order, and is found for many at once as for one', () => {
    const sums = sumsOf(model, table.columns, table.candidates);
    const order = [...table.candidates.keys()].sort(
      (one, other) => (sums[other] as number) - (sums[one] as number),
    );
    const highest = scoreOf(
      model,
      valuesOf(table, table.candidates[order[0] as number] as number),
      threshold,
    );
    expect(highest.probability).toBe(scoreOf(model, valuesOf(table, top), threshold).probability);
    for (const trader of ranked.slice(0, 50)) {
      const { probability, interval, reasons } = scoreOf(model, valuesOf(table, trader), threshold);
      expect(interval[0]).toBeLessThanOrEqual(probability);
      expect(interval[1]).toBeGreaterThanOrEqual(probability);
      expect(reasons.map(({ weight }) => weight)).toEqual(
        reasons.map(({ weight }) => weight).toSorted((a, b) => b - a),
      );
      expect(reasons.every(({ weight }) => weight > 0)).toBe(true);
    }
    const widths = ranked.slice(0, 50).map((trader) => {
      const [least, most] = scoreOf(model, valuesOf(table, trader), threshold).interval;
      return most - least;
    });
    expect(Math.max(...widths)).toBeGreaterThan(0.05);
    expect(highest.reasons.length).toBeGreaterThan(2);
  });

  test('says what would clear him, and that is so', () => {
    let [filed, others] = [0, 0];
    for (const trader of ranked.slice(0, 60)) {
      const values = valuesOf(table, trader);
      const { clearing, probability } = scoreOf(model, values, threshold);
      if (probability < threshold) expect(clearing).toBeNull();
      if (clearing === null) continue;
      const changed: FeatureValues =
        clearing.kind === 'returns_filed'
          ? withReturnsFiled(values)
          : {
              ...values,
              ...Object.fromEntries(
                clearing.features.map((name) => [name, features[name].sign > 0 ? 0 : 4_000]),
              ),
            };
      expect(scoreOf(model, changed, threshold).probability).toBeLessThanOrEqual(threshold);
      if (clearing.kind === 'returns_filed') filed++;
      else others++;
    }
    expect(filed + others).toBeGreaterThan(3);
  });
});

describe('A bundle', () => {
  const bundle = bundleOf(prepared, table, top, { model, threshold });

  test('written down and read again gives the same score, with rows behind every reason', () => {
    const read_ = JSON.parse(JSON.stringify(bundle)) as Bundle;
    const model_ = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(replay(model_, read_)).toEqual({ ok: true, value: bundle.score });
    for (const { input } of bundle.score.reasons)
      expect(bundle.rows[input]?.length, input).toBeGreaterThan(0);
  });

  test('has rows behind every reason that the model gives of anybody, an archetype among them', () => {
    const seen = new Map<string, number>();
    for (const trader of ranked) {
      const { score, rows } = bundleOf(prepared, table, trader, { model, threshold });
      for (const { input, value } of score.reasons) {
        seen.set(input, (seen.get(input) ?? 0) + 1);
        expect(value, input).not.toBeNull();
        expect(rows[input]?.length ?? 0, `${input} of ${trader}`).toBeGreaterThan(0);
        if (input !== 'archetypes') continue;
        const because = new Set(score.archetypes.flatMap((one) => one.because));
        expect(because.size).toBeGreaterThan(0);
        expect(new Set(rows.archetypes)).toEqual(new Set([...because].flatMap((name) => rows[name] ?? [])));
      }
    }
    expect(seen.get('archetypes') ?? 0).toBeGreaterThan(5);
    expect(seen.size).toBeGreaterThan(15);
  });

  test('is not taken with another model, nor with a value or a score that was changed', () => {
    const codes = (result: ReturnType<typeof replay>) =>
      result.ok ? [] : result.problems.map(({ code }) => code);
    const other = { ...model, card: { ...model.card, intercept: model.card.intercept + 1e-9 } };
    expect(modelHash(other)).not.toBe(bundle.model);
    expect(codes(replay(other, bundle))).toEqual(['vat_bundle_model_differs']);
    const score = { ...bundle.score, probability: bundle.score.probability - 0.0001 };
    expect(codes(replay(model, { ...bundle, score }))).toEqual(['vat_bundle_score_differs']);
    const [reason] = bundle.score.reasons.flatMap(({ input }) => (input === 'archetypes' ? [] : [input]));
    const values = {
      ...bundle.values,
      [reason as FeatureName]: features[reason as FeatureName].sign > 0 ? 0 : 1e9,
    };
    expect(codes(replay(model, { ...bundle, values }))).toEqual(['vat_bundle_score_differs']);
  });
});

describe('Archetypes', () => {
  test('are the eight, said in four languages, and so are features', () => {
    expect(archetypes.map(({ id }) => id)).toEqual([...archetypeNames]);
    for (const { words } of [...archetypes, ...Object.values(features)])
      for (const language of languages) expect(words[language].length).toBeGreaterThan(5);
  });

  test('hold where their conditions do, and by nothing that is not known', () => {
    const unknown = () => Number.NaN;
    const zero = () => 0;
    for (const one of archetypes) {
      const met = new Map(
        [...one.all, ...one.any.slice(0, 1)].map((condition) => [
          condition.feature,
          'atLeast' in condition ? condition.atLeast : condition.atMost,
        ]),
      );
      expect(becauseOf(one, (name) => met.get(name) ?? Number.NaN)?.length, one.id).toBe(one.all.length + 1);
      for (const { feature } of one.all)
        expect(
          becauseOf(one, (name) => (name === feature ? Number.NaN : (met.get(name) ?? Number.NaN))),
          one.id,
        ).toBeNull();
      expect(becauseOf(one, unknown), one.id).toBeNull();
      expect(becauseOf(one, zero), one.id).toBeNull();
    }
  });

  test('stand beside indicators that are counted one by one', () => {
    expect([isIndicator('age', 100), isIndicator('age', 200), isIndicator('age', Number.NaN)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isIndicator('step', 12), isIndicator('step', 3), isIndicator('inflow', 1e12)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
