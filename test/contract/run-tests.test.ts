import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** A small project for the gate to look at, below ours so that it finds the same tools. */
const outputFolder = fileURLToPath(new URL('../output', import.meta.url));
const runner = fileURLToPath(new URL('../../tools/run-tests.ts', import.meta.url));
let folder: string;
vi.setConfig({ testTimeout: 60_000 }); // each starts vitest or a compiler

const files = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "types": [] }, "files": ["good.ts"] }',
  'tsconfig.bad.json': '{ "compilerOptions": { "types": [] }, "files": ["bad.ts"] }',
  'good.ts': 'export const one: number = 1;',
  'bad.ts': "export const one: number = 'one';",
  'vitest.config.ts': `export default { test: { projects: [
    { test: { name: 'unit', include: ['mixed/*'] } },
    { test: { name: 'integration', include: ['broken/*'] } },
    { test: { name: 'journey', include: ['skipped/*'] } },
    { test: { name: 'fault', include: ['passing/*'] } },
    { test: { name: 'contract', include: ['none/*'] } },
  ] } };`,
  'mixed/a.ts':
    "import { expect, test } from 'vitest'; test('a', () => {}); test('b', () => expect(1).toBe(2)); test.skip('c', () => {});",
  'broken/a.ts': "import { test } from 'vitest'; test('a', () => {});",
  'broken/b.ts': "import 'no-such-package'; import { test } from 'vitest'; test('b', () => {});",
  'skipped/a.ts': "import { test } from 'vitest'; test.skip('a', () => {}); test.todo('b');",
  'passing/a.ts': "import { test } from 'vitest'; test('a', () => {}); test('b', () => {});",
};

beforeAll(() => {
  mkdirSync(outputFolder, { recursive: true });
  folder = mkdtempSync(join(outputFolder, 'gate-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit status and last line of the gate's run of these levels. */
function runGate(...levels: readonly string[]): readonly [number | null, string | undefined] {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), runner, ...levels],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return [status, stdout.trimEnd().split('\n').at(-1)];
}

test('Levels that pass are added up', () => {
  expect(runGate('types', 'fault')).toEqual([0, '3 passed, 0 failed, 0 skipped']);
});

test('A failed test fails the gate, a skipped one is counted as such', () => {
  expect(runGate('unit', 'fault')).toEqual([1, '3 passed, 1 failed, 1 skipped']);
});

test('A test file that cannot be read fails its level', () => {
  expect(runGate('integration')).toEqual([1, '1 passed, 1 failed, 0 skipped']);
});

test('A level in which no test ran fails, whether there are none or all are skipped', () => {
  expect(runGate('contract', 'journey')).toEqual([1, '0 passed, 2 failed, 2 skipped']);
});

test('A fault in the types fails the gate, and so does a checker that saw no file', () => {
  writeFileSync(join(folder, 'tsconfig.json'), files['tsconfig.bad.json']);
  // Nothing here for the linter: git ignores the folder.
  expect(runGate('types', 'lint')).toEqual([1, '0 passed, 2 failed, 0 skipped']);
  writeFileSync(join(folder, 'tsconfig.json'), files['tsconfig.json']);
});

test('A level that does not exist is wrong usage', () => {
  expect(runGate('unti')[0]).toBe(2);
});
