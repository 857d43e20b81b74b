import { expect, test } from 'vitest';
import { presets } from '../made-up/presets.ts';
import { featureNames, statementFeatures } from '../scoring/feature-names.ts';
import { learnedSeeds, learnTaught, taughtSeeds } from './learn-made-up.ts';

test('What worlds teach before there are cases is of every input, the same for the same worlds, and of none that measure', () => {
  const preset = { ...presets.easy, traders: 1_000, months: 20 };
  const seeds: number[] = [];
  const taught = learnTaught(preset, [1], (seed) => void seeds.push(seed));
  expect(seeds).toEqual([1]);
  expect(Object.keys(taught.bridged)).toEqual([...featureNames, 'archetypes']);
  expect(Object.keys(taught.statements)).toEqual([...statementFeatures, 'archetypes']);
  expect(Object.values(taught.bridged).some(({ steps }) => steps.length > 0)).toBe(true);
  expect(learnTaught(preset, [1], () => {})).toEqual(taught);
  for (const seed of [...taughtSeeds, ...learnedSeeds]) expect(seed).toBeGreaterThan(100);
});
