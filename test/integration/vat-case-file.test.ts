import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { hashOf } from '#platform/hash.ts';
import type { AloneContext } from '#platform/module.ts';
import { signNote, verifierKey } from '../../src/exchange/log/signed-note.ts';
import { caseFileForm } from '../../src/vat/cases/case-file.ts';
import { caseCommands } from '../../src/vat/cases/commands.ts';
import { type FeatureValues, featureNames } from '../../src/vat/scoring/feature-names.ts';
import {
  hashOfModel,
  type ModelFile,
  madeUpModelFile,
  readModelFile,
} from '../../src/vat/scoring/model-file.ts';
import { scoreOf } from '../../src/vat/scoring/score.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = verifierKey({ name: 'tripoint/BE', publicKey }, 'log');
const signed = (content: unknown) =>
  canonicalJson({
    ...{ form: caseFileForm, content },
    note: signNote(`tripoint ${caseFileForm}\n${hashOf(content)}\n`, {
      name: 'tripoint/BE',
      key: privateKey,
    }),
  });

let folder: string;
let model: ModelFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-case-file-'));
  const read = await readModelFile(madeUpModelFile, '');
  if (!read.ok) throw new Error('no model');
  model = read.value;
});
afterAll(() => rm(folder, { recursive: true }));

/** A case that was opened from an alert on a trader who files nothing. */
function content(changes: { probability?: number; model?: unknown; bundle?: string } = {}) {
  const values = {
    ...Object.fromEntries(featureNames.map((name) => [name, null])),
    age: 20,
    missing_returns: 5,
  };
  const read = featureNames.map((name) => [
    name,
    (values as Record<string, number | null>)[name] ?? Number.NaN,
  ]);
  const score = scoreOf(model.model, Object.fromEntries(read) as FeatureValues, 0.2);
  const { probability = score.probability } = changes;
  const rest = {
    ...{ model: hashOfModel(model), trader: 0, month: 1, threshold: 0.2, values, number: 'BE0400000086' },
    score: { ...score, probability },
    rows: {},
  };
  const bundle = { ...rest, hash: hashOf(rest) };
  return {
    case: { reference: 'BE-2026-001', alert: { bundle: changes.bundle ?? hashOf(bundle) } },
    alert: { sha256: hashOf(bundle), bundle },
    model: changes.model === undefined ? model : changes.model,
  };
}

async function check(text: string, options: Readonly<Record<string, string>> = { key }) {
  const file = join(folder, 'case.json');
  await writeFile(file, text);
  const [command] = caseCommands;
  const context = {
    positionals: [file],
    options,
    language: 'en',
    dataFolder: '',
    progress: () => {},
  } as AloneContext;
  if (command?.alone !== true) throw new Error('not alone');
  const result = await command.run(context);
  if (result.kind === 'answer') return result.text;
  return (result.kind === 'findings' ? result.findings : result.problems).map(({ code }) => code);
}

describe('The file of a case, on another machine', () => {
  test('shows who signed it, and makes the score again from what it holds', async () => {
    expect(await check(signed(content()))).toMatch(
      /^Signed by tripoint\/BE: case BE-2026-001, unchanged\.\nThe score of BE0400000086 made again is 0\.\d+/,
    );
    expect(await check(signed({ case: { reference: 'BE-2026-002' }, alert: null, model: null }))).toContain(
      'opened from no alert',
    );
  });
  test('is refused without the key of who signed it, or changed', async () => {
    expect(await check(signed(content()), {})).toEqual(['exchange_file_not_signed']);
    expect(await check(signed(content()).replace('BE-2026-001', 'BE-2026-009'))).toEqual([
      'exchange_file_not_signed',
    ]);
    expect(await check('{}')).toEqual(['exchange_file_unreadable']);
  });
  test('is refused where its own node signed a score that does not follow', async () => {
    expect(await check(signed(content({ probability: 0.9999 })))).toEqual(['vat_bundle_score_differs']);
    expect(await check(signed(content({ bundle: 'f'.repeat(64) })))).toEqual(['vat_bundle_other_case']);
  });
  test('without a model is checked with one that is given', async () => {
    const bare = signed(content({ model: null }));
    expect(await check(bare)).toEqual(['vat_bundle_model_missing']);
    expect(await check(bare, { key, model: madeUpModelFile })).toContain('made again');
  });
});
