import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { featureNames, features, isIndicator, statementFeatures } from './feature-names.ts';
import { type LearningSet, learn, shareTold } from './learn.ts';
import { shareAt } from './monotone.ts';
import { counted, taughtBefore as known, type Steps, taught, thoughtOf } from './prior.ts';
import { type Input, signOf } from './score.ts';
import { binOf } from './scorecard.ts';

const inputs: readonly Input[] = ['gap', 'step', 'margin'];
/** Of 4,000 traders 200 are frauds, known by high gaps and steps; one in four of these was told. */
function setOf(told: number): { readonly set: LearningSet; readonly fraud: Uint8Array } {
  const dice = diceOf(7, 'learn');
  const fraud = Uint8Array.from({ length: 4_000 }, () => (dice.chance(0.05) ? 1 : 0));
  const column = (high: readonly [number, number], low: readonly [number, number]) =>
    Float64Array.from(fraud, (one) => dice.between(...(one === 1 ? high : low)));
  return {
    fraud,
    set: {
      inputs,
      columns: [column([0.5, 1], [0, 0.7]), column([5, 50], [0, 20]), column([0, 0.2], [0, 0.9])],
      outcome: fraud.map((one) => (one === 1 && dice.chance(told) ? 1 : 0)),
      weight: new Float64Array(4_000).fill(1),
      trader: Int32Array.from({ length: 4_000 }, (_, trader) => trader),
    },
  };
}
const learning = {
  ...{ bridged: false, thought: counted, bins: 6, ridge: 3, sweeps: 12, replicates: 0 },
  draw: () => 0,
};

describe('Learning from what was told', () => {
  test('says of frauds how many they are, although most were not told', () => {
    const { set, fraud } = setOf(0.25);
    const { edges, card, calibration } = learn(set, learning);
    const shares = Array.from(fraud, (_, row) => {
      const sum = inputs.reduce(
        (total, _input, place) =>
          total +
          (card.weights[place]?.[binOf(edges[place] ?? [], set.columns[place]?.[row] as number)] as number),
        card.intercept,
      );
      return shareAt(calibration, sum);
    });
    const said = shares.reduce((sum, share) => sum + share, 0);
    const frauds = fraud.reduce((sum, one) => sum + one, 0);
    const told = set.outcome.reduce((sum, one) => sum + one, 0);
    expect(told).toBeLessThan(0.35 * frauds);
    // As many as were told would be a quarter of them.
    expect(said).toBeGreaterThan(0.6 * frauds);
    expect(said).toBeLessThan(1.4 * frauds);
  });

  test('takes the share that was told from the highest scores', () => {
    const outcome = Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0);
    const one = new Float64Array(8).fill(1);
    // Two were told, and one of the two highest.
    expect(shareTold(Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2), outcome, one)).toBe(0.5);
    expect(shareTold(Float64Array.of(9, 1, 1, 8, 1, 1, 1, 1), outcome, one)).toBe(1);
    expect(shareTold(Float64Array.of(1, 9, 8, 2, 7, 6, 5, 4), outcome, one)).toBe(0.05);
  });
});

describe('What is thought before there are cases', () => {
  const all: readonly Input[] = [...featureNames, 'archetypes'];
  test('never falls where more speaks for fraud', () => {
    for (const thought of [taught(true), taught(false), counted])
      for (const input of all) {
        const steps: Steps = thought(input).steps;
        for (const [place, [value, weight]] of steps.entries()) {
          expect(weight, input).toBeGreaterThan(place === 0 ? 0 : (steps[place - 1] as Steps[number])[1]);
          if (place === 0) continue;
          const further = (value - (steps[place - 1] as Steps[number])[0]) * signOf(input);
          expect(further, input).toBeGreaterThan(0);
        }
      }
  });

  test('is of the features that there are (else: npm run -s tripoint -- vat learn --taught src/vat/scoring/taught.json --out …)', () => {
    expect(Object.keys(known.bridged)).toEqual(all);
    expect(Object.keys(known.statements)).toEqual([...statementFeatures, 'archetypes']);
    expect(known.learned).toContain('made-up worlds');
  });

  test('is read off a card, in tenths, from what looks most harmless on', () => {
    // More of a gap speaks for fraud, more of a margin against it.
    expect(thoughtOf('gap', [0.2, 0.8], [0.33, -0.5, -0.5, 0.71])).toEqual({
      unknown: 0.8,
      steps: [[0.8, 1.2]],
    });
    expect(thoughtOf('margin', [0.0212, 0.3], [-0.2, 1, 0.5, -0.5])).toEqual({
      unknown: 0.3,
      steps: [
        [0.3, 1],
        [0.0212, 1.5],
      ],
    });
  });

  test('is a count of indicators where no other worlds taught anything', () => {
    for (const name of featureNames) {
      const { from, sign } = features[name];
      expect(counted(name).steps.length, name).toBe(from === null ? 0 : 1);
      if (from !== null) expect(isIndicator(name, from + sign * 1e-9), name).toBe(true);
    }
  });
});
