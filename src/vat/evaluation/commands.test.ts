import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import type { AloneContext } from '#platform/module.ts';
import { presets } from '../made-up/presets.ts';
import { evaluationCommands } from './commands.ts';
import { evaluateWorld } from './evaluate.ts';
import { methodNames } from './methods.ts';
import { reportOf } from './report.ts';
import { splitOf } from './split.ts';
import { evaluationTexts } from './text/texts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-vat-evaluation-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (options: AloneContext['options']) => {
  const command = evaluationCommands[0];
  if (command?.alone !== true) throw new Error('It asks nothing of a node');
  return command.run({ positionals: [], options, language: 'en', dataFolder: '', progress: () => {} });
};

describe('vat evaluate', () => {
  test('writes a table of each preset, the same again', async () => {
    const out = join(folder, 'table.md');
    const asked = { seeds: '1', presets: 'easy', traders: '1500', out };
    const first = await run(asked);
    expect(first).toMatchObject({
      kind: 'answer',
      json: { presets: [{ name: 'easy', worlds: [{ seed: 1 }] }] },
    });
    const text = await readFile(out, 'utf8');
    expect(text).toContain('All data are synthetic');
    expect(
      text.split('\n').filter((line) => line.startsWith('| scorecard with bridges, by trade at stake'))
        .length,
    ).toBe(2);
    expect(text).not.toMatch(/NaN|undefined/);
    expect(await run(asked)).toEqual(first);
    expect(await readFile(out, 'utf8')).toBe(text);
  });

  test('says all that is wrong with what was asked', async () => {
    const codes = async (options: AloneContext['options']) => {
      const result = await run(options);
      return [
        result.kind,
        ...(result.kind === 'usage' ? result.problems : []).map(({ code, path }) => `${path} ${code}`),
      ];
    };
    expect(await codes({})).toEqual(['usage']);
    expect(await codes({ seeds: '0', presets: 'easy,soft,odd', traders: '10', out: 'x' })).toEqual([
      'usage',
      '--seeds vat_number_invalid',
      '--presets choice_unknown',
      '--presets choice_unknown',
      '--traders vat_number_invalid',
    ]);
    const out = join(folder, 'not-there', 'x.md');
    expect(await codes({ seeds: '1', presets: 'easy', traders: '1000', out })).toEqual([
      'usage',
      '--out vat_file_unwritable',
    ]);
  });

  test('tells its progress in four languages', () => {
    const said = languages.map((language) =>
      evaluationTexts(language).progress({ preset: 'medium', seed: 4, precision: '0.50', recall: '0.25' }),
    );
    expect(new Set(said).size).toBe(4);
    for (const line of said) expect(line).toMatch(/medium.*4.*0\.50.*0\.25/);
    for (const language of languages)
      expect(evaluationTexts(language).done({ worlds: 2, presets: 'easy', file: 'x.md' })).toContain('x.md');
  });
});

describe('An evaluated world', () => {
  const world = evaluateWorld({ ...presets.easy, traders: 2_000 }, 9);

  test('learns from nothing of the months that measure', () => {
    const { learnFrom, learnTo, testFrom } = splitOf(36);
    expect([learnFrom, learnTo, testFrom]).toEqual([8, 20, 24]);
    expect(world.learnedFrom).toBeGreaterThan(0);
  });

  test('has measures of every ranking, each a share or some days', () => {
    expect(world.sought).toBeGreaterThan(5);
    for (const method of methodNames) {
      const { measures, caught } = world.measures[method];
      for (const [name, value] of Object.entries(measures)) {
        if (Number.isNaN(value)) continue;
        expect(value, name).toBeGreaterThanOrEqual(0);
        if (!name.toLowerCase().includes('days')) expect(value, name).toBeLessThanOrEqual(1);
      }
      expect(caught.length).toBeGreaterThan(0);
    }
    const { bridged, cycles } = world.measures;
    expect(bridged.measures.prAuc).toBeGreaterThan(cycles.measures.prAuc);
  });

  test('says whose euros its list does not have, and that adds up', () => {
    const { sought, measures } = world.measures.expected;
    const share = (list: typeof sought) => list.reduce((sum, one) => sum + one.share, 0);
    expect(sought.length).toBe(world.sought);
    expect(share(sought)).toBeCloseTo(1, 9);
    expect(share(sought.filter(({ isCaught }) => isCaught))).toBeCloseTo(measures.euroRecall1, 9);
    expect(sought.some(({ isCaught, isRanked }) => isCaught && !isRanked)).toBe(false);
    const text = reportOf({ seeds: [9], presets: [{ name: 'medium', worlds: [world] }] }, 'c');
    const line =
      text.split('\n').find((one) => one.startsWith('Of all euros that are sought on medium')) ?? '';
    const [all, ...parts] = [...line.matchAll(/\d\.\d\d(?! ±)/g)].map(([figure]) => Number(figure));
    expect(all).toBeCloseTo(1 - measures.euroRecall1, 2);
    expect(parts.slice(0, 3).reduce((sum, part) => sum + part, 0)).toBeCloseTo(all as number, 1);
    expect(text).toContain('median detection within one filing period of the first turn');
    expect(text).toContain('| medium | scorecard, statements only |');
  });
});
