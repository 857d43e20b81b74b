import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AloneContext } from '#platform/module.ts';
import { vatCommands } from './commands.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-vat-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Options = AloneContext['options'];
const run = async (name: string, positionals: readonly string[], options: Options) => {
  const command = vatCommands.find((one) => one.name === name);
  if (command?.alone !== true) throw new Error(`No command ${name} that asks nothing of a node`);
  return command.run({ positionals, options, language: 'en', dataFolder: '', progress: () => {} });
};
const refusals = async (name: string, positionals: readonly string[], options: Options) => {
  const result = await run(name, positionals, options);
  const problems = result.kind === 'usage' ? result.problems : (result.findings ?? []);
  return [result.kind, ...problems.map(({ code, path }) => `${path} ${code}`)];
};
const small = { vertices: '1000', edges: '20000', days: '30' };

describe('vat cycles', () => {
  test('counts the cycles of a made-up graph by their lengths, from its lines', async () => {
    const file = join(folder, 'graph.txt');
    const made = await run('vat graph', [], { ...small, seed: '7', out: file });
    expect(made).toMatchObject({
      kind: 'answer',
      json: { vertices: 1_000, edges: 20_000, seed: 7, days: 30 },
    });
    expect((await readFile(file, 'utf8')).split('\n').length).toBe(20_001);
    const found = await run('vat cycles', [file], { window: '2d', 'max-length': '5' });
    expect(found).toMatchObject({ kind: 'answer', json: { truncated: false } });
    const { counts } = (found as unknown as { json: { counts: Record<string, number> } }).json;
    expect(Object.keys(counts)).toEqual(['2', '3', '4', '5']);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
    expect(await run('vat cycles', [file], { window: '48h', 'max-length': '5' })).toEqual(found);
    expect(await run('vat cycles', [file], { window: '2880m', 'max-length': '5' })).toEqual(found);
    expect(await run('vat cycles', [file], { window: '2d', 'max-length': '5', budget: '3' })).toMatchObject({
      json: { truncated: true },
      text: expect.stringContaining('Not all'),
    });
  });

  test('says through whom cycles go and what they are worth, in the numbers and times of the file', async () => {
    const file = join(folder, 'round.txt');
    const lines = ['900 7 1000 100', '7 8 1010 40', '7 8 1020 60', '8 900 1030 99', '5 5 1000 1'];
    await writeFile(file, `${lines.join('\n')}\n`);
    const asked = { window: '1m', 'max-length': '4', bundles: true };
    const counts = { 2: 0, 3: 0, 4: 0 };
    expect(await run('vat cycles', [file], asked)).toMatchObject({
      json: { counts, truncated: false, bundles: [] },
    });
    const bundle = { traders: [7, 8, 900], count: 2, volume: 99, first: 1_000, last: 1_030 };
    for (const margin of ['0.15', '0.01'])
      expect(await run('vat cycles', [file], { ...asked, margin, together: true })).toMatchObject({
        json: { counts: { ...counts, 3: 2 }, truncated: false, bundles: [bundle] },
        text: expect.stringContaining('7 → 8 → 900: 2 cycles, 99 cents, from 1000 to 1030'),
      });
    const narrow = await run('vat cycles', [file], { ...asked, margin: '0.001', together: true });
    expect(narrow).toMatchObject({ json: { bundles: [] } });
    // Without bundles amounts say nothing, and the answer is what it always was.
    expect(await run('vat cycles', [file], { window: '1m', 'max-length': '4' })).toMatchObject({
      json: { counts: { ...counts, 3: 2 }, truncated: false },
      text: expect.not.stringContaining('rounds'),
    });
    expect(await refusals('vat cycles', [file], { window: '1m', together: true })).toEqual(['usage']);
    expect(await refusals('vat cycles', [file], { ...asked, margin: '-1' })).toEqual([
      'usage',
      '--margin vat_margin_invalid',
    ]);
  });

  test('says all that is wrong with what was asked, and with the file', async () => {
    expect(await refusals('vat cycles', [], { window: '2d' })).toEqual(['usage']);
    expect(await refusals('vat cycles', ['x'], {})).toEqual(['usage']);
    const wrong = { window: '2', 'max-length': '33', budget: '0' };
    expect(await refusals('vat cycles', ['x'], wrong)).toEqual([
      'usage',
      '--window vat_window_invalid',
      '--max-length vat_number_invalid',
      '--budget vat_number_invalid',
    ]);
    for (const window of ['', 'd', '1w', '-1d', '1.5d', '99999d', '1e3s'])
      expect(await refusals('vat cycles', ['x'], { window })).toEqual([
        'usage',
        '--window vat_window_invalid',
      ]);
    const [away, broken] = [join(folder, 'not-there'), join(folder, 'broken')];
    expect(await refusals('vat cycles', [away], { window: '2d' })).toEqual([
      'findings',
      'FILE file_unreadable',
    ]);
    await writeFile(broken, '1 2 3\nx\n4 5\n');
    expect(await refusals('vat cycles', [broken], { window: '2d' })).toEqual([
      'findings',
      `${broken}:2 vat_line_invalid`,
      `${broken}:3 vat_line_invalid`,
    ]);
  });
});

describe('vat graph', () => {
  test('writes the graph that everybody measures on, byte for byte', { timeout: 300_000 }, async () => {
    const file = join(folder, 'g1m');
    const asked = { vertices: '100000', edges: '1000000', seed: '42', days: '365', out: file, binary: true };
    expect(await run('vat graph', [], asked)).toMatchObject({ kind: 'answer' });
    const md5 = createHash('md5')
      .update(await readFile(file))
      .digest('hex');
    // Facts on VAT, section 3.
    expect(md5).toBe('50443b6ef6de53577896d09c805796eb');
  });

  test('says all that is wrong with what was asked', async () => {
    expect(await refusals('vat graph', [], small)).toEqual(['usage']);
    expect(await refusals('vat graph', [], { out: 'x', seed: '0' })).toEqual([
      'usage',
      '--vertices vat_number_invalid',
      '--edges vat_number_invalid',
      '--seed vat_number_invalid',
    ]);
    const out = join(folder, 'not-there', 'x');
    expect(await refusals('vat graph', [], { ...small, out })).toEqual([
      'usage',
      '--out vat_file_unwritable',
    ]);
  });
});
