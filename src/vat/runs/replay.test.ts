import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { hashOf } from '#platform/hash.ts';
import { presets } from '../made-up/presets.ts';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { bundleOf } from '../scoring/bundle.ts';
import { featuresAsOf } from '../scoring/features.ts';
import { asDeclared } from '../scoring/known.ts';
import { type ModelFile, madeUpModelFile, readModelFile, readModelOfBefore } from '../scoring/model-file.ts';
import { prepare } from '../scoring/prepare.ts';
import { scoreRules } from '../scoring/score.ts';
import { type AlertBundle, usualThreshold } from './model.ts';
import { readBundle, replayBundle } from './replay.ts';

/** Of the system, where it has one of another engine that is not too old for our source. */
const otherNode = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => {
  const { stdout, status } = spawnSync(node, ['-p', 'process.versions.v8'], { encoding: 'utf8' });
  return status === 0 && Number(stdout.split('.')[0]) >= 11 && stdout.trim() !== process.versions.v8;
});

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
/** Made up, and written by the code of 54a60a9, before features were added and reasons that are not known were left out. */
const [bundleOfBefore, modelOfBefore] = ['bundle', 'model'].map((name) =>
  fileURLToPath(new URL(`fixtures/${name}-of-before.json`, import.meta.url)),
) as [string, string];
let folder = '';
let file: ModelFile;
let bundle: AlertBundle;
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-replay-'));
  file = getValue(await readModelFile(madeUpModelFile, ''));
  const prepared = prepare(asDeclared(makeUpWorld({ ...presets.easy, traders: 1_200, months: 14 }, 4).world));
  const table = featuresAsOf(prepared, 13);
  const asked = { model: file.model, threshold: usualThreshold };
  const [best] = [...table.candidates]
    .map((trader) => bundleOf(prepared, table, trader, asked))
    .toSorted((one, other) => other.score.probability - one.score.probability);
  if (best === undefined) throw new Error('Nobody can be scored');
  const { rows: _, ...own } = best;
  const whole = {
    ...own,
    ...{ run: 'r', number: madeUpVatNumber('NL', best.trader), state: 'NL', period: '2002-02' },
    ...{ snapshot: '0'.repeat(64), synthetic: true, rows: {}, leftOut: {}, discrepancies: [] },
  };
  bundle = { ...whole, hash: hashOf(whole) };
  path = join(folder, 'bundle.json');
  await writeFile(path, JSON.stringify(bundle));
});
afterAll(() => rm(folder, { recursive: true }));

/** As on a machine for which there is no DuckDB. */
const withoutDuckDb = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(name, context, next) {
      if (name.startsWith('@duckdb/')) throw new Error('No DuckDB here');
      return next(name, context);
    },
  });`)}`;

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** `vat replay` in a process of its own, which has nothing of this one but the two files. */
function replayElsewhere(
  words: readonly string[],
  {
    flags = [],
    env = {},
  }: { readonly flags?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', ...flags, 'src/app/cli.ts', 'vat', 'replay', ...words];
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        heard[name] += text;
      });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, ...heard }));
  });
}

describe('A score', () => {
  test('is made again from its bundle by another process, whatever its time zone and language', async () => {
    expect(bundle.score.probability).toBeGreaterThan(0.2);
    for (const env of [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ]) {
      const ran = await replayElsewhere([path, '--json'], { env });
      expect(ran.status).toBe(0);
      const told = JSON.parse(ran.stdout);
      expect(told.score).toEqual(JSON.parse(JSON.stringify(bundle.score)));
      expect(told).toMatchObject({ trader: bundle.number, hash: bundle.hash, model: bundle.model });
    }
    const said = await replayElsewhere([path, '--lang', 'nl']);
    expect(said.stdout).toContain(`${bundle.number}: ${bundle.score.probability}, hetzelfde`);
  });

  test('is made again where there is no DuckDB', async () => {
    const { status, stdout, stderr } = await replayElsewhere([path, '--json'], {
      flags: ['--import', withoutDuckDb],
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).score).toEqual(JSON.parse(JSON.stringify(bundle.score)));
  });

  test.skipIf(otherNode === undefined)('is made again by another Node than ours, of another engine', () => {
    const script = `import { readBundle, replayBundle } from './src/vat/runs/replay.ts';
      import { readModelFile } from './src/vat/scoring/model-file.ts';
      const [bundle, model] = [await readBundle(process.argv[1]), await readModelFile(process.argv[2], '')];
      console.log(JSON.stringify({ engine: process.versions.v8, made: replayBundle(model.value.model, bundle.value) }));`;
    const { stdout, stderr } = spawnSync(
      otherNode ?? '',
      ['--import', 'tsx', '--input-type=module', '-e', script, path, madeUpModelFile],
      { cwd: projectFolder, env: { PATH: process.env.PATH }, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const { engine, made } = JSON.parse(stdout);
    expect(engine).not.toBe(process.versions.v8);
    expect(made).toEqual({ ok: true, value: JSON.parse(JSON.stringify(bundle.score)) });
  });

  test('is not taken from a bundle that was changed, of another model, or that says another score', async () => {
    const codes = async (changed: object, model = madeUpModelFile) => {
      const other = join(folder, 'changed.json');
      await writeFile(other, JSON.stringify(changed));
      const { status, stdout } = await replayElsewhere([other, '--model', model, '--json']);
      return [status, ...JSON.parse(stdout).findings.map(({ code }: { code: string }) => code)];
    };
    const { hash: _, ...rest } = bundle;
    expect(await codes({ ...bundle, period: '2002-03' })).toEqual([1, 'vat_bundle_hash_differs']);
    const better = { ...rest, score: { ...rest.score, probability: 0.0001 } };
    expect(await codes({ ...better, hash: hashOf(better) })).toEqual([1, 'vat_bundle_score_differs']);
    const otherModel = join(folder, 'model.json');
    const usual = file.model.usual.map((own) => own + 0.001);
    await writeFile(otherModel, JSON.stringify({ ...file, model: { ...file.model, usual } }));
    expect(await codes(bundle, otherModel)).toEqual([1, 'vat_bundle_model_differs']);
  });

  test('is made again from a bundle of before, with the model of then: fewer features, and reasons that are not known', async () => {
    const before = JSON.parse(await readFile(bundleOfBefore, 'utf8')) as AlertBundle;
    expect(before.values).not.toHaveProperty('passing');
    expect(before.score.reasons.map(({ value }) => value)).toContain(null);
    const ran = await replayElsewhere([bundleOfBefore, '--model', modelOfBefore, '--json']);
    expect({ status: ran.status, ...JSON.parse(ran.stdout) }).toMatchObject({
      ...{ status: 0, trader: before.number, hash: before.hash, score: before.score },
    });
    // Whoever says that it is of the rules of now says something else.
    const { hash: _, ...rest } = before;
    const ofNow = { ...rest, rules: scoreRules };
    const { model } = getValue(await readModelOfBefore(modelOfBefore, ''));
    expect(replayBundle(model, { ...ofNow, hash: hashOf(ofNow) })).toMatchObject({
      problems: [{ code: 'vat_bundle_score_differs' }],
    });
    // Of before, and of no reason that is not known: left out is what neither rules would tell.
    const { rules: own, ...unsaid } = { ...bundle, hash: undefined };
    expect(own).toBe(scoreRules);
    expect(replayBundle(file.model, { ...unsaid, hash: hashOf(unsaid) })).toMatchObject({ ok: true });
  });

  test('is of a bundle that can be read', async () => {
    const written = async (text: string) => {
      const other = join(folder, 'odd.json');
      await writeFile(other, text);
      const read = await readBundle(other);
      return read.ok ? [] : read.problems.map(({ code }) => code);
    };
    expect(await written(JSON.stringify(bundle))).toEqual([]);
    expect(await written('{')).toEqual(['json_invalid']);
    expect(await written('{}')).toEqual(['vat_bundle_invalid']);
    expect(await readBundle(join(folder, 'nothing'))).toMatchObject({
      problems: [{ code: 'file_unreadable' }],
    });
  });

  test('changes where a value in it does', () => {
    const { hash: _, ...rest } = bundle;
    const [name] = bundle.score.reasons.flatMap(({ input }) => (input === 'archetypes' ? [] : [input]));
    if (name === undefined) throw new Error('No reason');
    const whole = { ...rest, values: { ...rest.values, [name]: null } };
    expect(replayBundle(file.model, { ...whole, hash: hashOf(whole) })).toMatchObject({
      problems: [{ code: 'vat_bundle_score_differs' }],
    });
  });
});
