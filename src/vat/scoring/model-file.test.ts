import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { learnMadeUp } from '../evaluation/learn-made-up.ts';
import { presets } from '../made-up/presets.ts';
import { statementFeatures } from './feature-names.ts';
import {
  hasOtherArchetypes,
  isStale,
  type ModelFile,
  madeUpModelFile,
  readModelFile,
  readModelOfBefore,
} from './model-file.ts';

let folder = '';
let shipped: ModelFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-model-'));
  shipped = getValue(await readModelFile(madeUpModelFile, ''));
});
afterAll(() => rm(folder, { recursive: true }));

async function codesOf(content: unknown): Promise<readonly string[]> {
  const file = join(folder, 'model.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  const read = await readModelFile(file, '--model');
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe('The model of made-up worlds', () => {
  test('is of the features and archetypes that there are (else: npm run -s tripoint -- vat learn --out src/vat/scoring/made-up-model.json)', () => {
    expect(isStale(shipped.model.inputs)).toBe(false);
    expect(hasOtherArchetypes(shipped.model)).toBe(false);
  });

  test('says that it is made up and decides nothing', () => {
    expect(shipped.synthetic).toBe(true);
    expect(shipped.learned).toContain('not for decisions');
  });

  test('is learned the same from the same worlds, and otherwise from others', () => {
    const preset = { ...presets.easy, traders: 1_000, months: 20 };
    const seeds: number[] = [];
    const first = learnMadeUp(preset, [1, 2], (seed) => void seeds.push(seed));
    expect(seeds).toEqual([1, 2]);
    expect(learnMadeUp(preset, [1, 2], () => {})).toEqual(first);
    expect(learnMadeUp(preset, [1, 3], () => {}).model).not.toEqual(first.model);
    expect(first.model.replicates.length).toBe(20);
    expect(first.synthetic).toBe(true);
  });
});

describe('A file of a model', () => {
  test('is taken as it was written', async () => {
    expect(await codesOf(shipped)).toEqual([]);
  });

  test('is refused where it is none, does not fit together, or is of other features', async () => {
    const { model } = shipped;
    expect(await readModelFile(join(folder, 'not-there'), '--model')).toMatchObject({
      problems: [{ code: 'file_unreadable', path: '--model' }],
    });
    expect(await codesOf('{')).toEqual(['json_invalid']);
    expect(await codesOf({})).toEqual(['vat_model_invalid']);
    expect(await codesOf({ ...shipped, model: { ...model, usual: [] } })).toEqual(['vat_model_invalid']);
    const shorter = { ...model.card, weights: model.card.weights.map((own) => own.slice(1)) };
    expect(await codesOf({ ...shipped, model: { ...model, card: shorter } })).toEqual(['vat_model_invalid']);
    const archetypes = [{ ...model.archetypes[0], all: [{ feature: 'odd', atLeast: 1 }] }];
    expect(await codesOf({ ...shipped, model: { ...model, archetypes } })).toEqual(['vat_model_invalid']);
    for (const inputs of [model.inputs.toReversed(), model.inputs.slice(1), [...model.inputs, 'odd']])
      expect(await codesOf({ ...shipped, model: { ...model, inputs } })).toEqual(['vat_model_stale']);
    expect(isStale([...statementFeatures, 'archetypes'])).toBe(false);
  });

  test('is taken with fewer features where a score of before is made again, and never with one that is not known', async () => {
    const { model } = shipped;
    const file = join(folder, 'of-before.json');
    const read = async (inputs: readonly string[]) => {
      const [edges, usual] = [model.edges, model.usual].map((own) => own.slice(0, inputs.length));
      const cards = [model.card, ...model.replicates].map((card) => ({
        ...card,
        weights: card.weights.slice(0, inputs.length),
      }));
      const [card, ...replicates] = cards;
      const shorter = { ...model, inputs, edges, usual, card, replicates };
      await writeFile(file, JSON.stringify({ ...shipped, model: shorter }));
      const found = await readModelOfBefore(file, '--model');
      return found.ok ? [] : found.problems.map(({ code }) => code);
    };
    const few = model.inputs.slice(0, 5);
    expect(await read(few)).toEqual([]);
    expect(await read([...few.slice(1), 'odd'])).toEqual(['vat_model_stale']);
  });
});
