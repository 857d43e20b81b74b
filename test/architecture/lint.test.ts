import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What the linter must refuse, each under the rule that refuses it. */
const planted: readonly (readonly [path: string, rule: string, text: string])[] = [
  ['src/kernel/planted-a.ts', 'noRestrictedImports', "import { now } from '#platform/clock.ts';\nnow();\n"],
  ['src/kernel/planted-b.ts', 'noRestrictedImports', "export type { union } from '#union';\n"],
  ['src/platform/planted.ts', 'noRestrictedImports', "import { figures } from '#evidence';\nfigures();\n"],
  [
    'src/evidence/rules/planted.ts',
    'noRestrictedImports',
    "import type { union } from '#union';\nexport type One = union;\n",
  ],
  ['src/union/law/planted-a.ts', 'noRestrictedImports', "export { modules } from '../../app/modules.ts';\n"],
  ['src/union/law/planted-b.ts', 'noRestrictedImports', "export { list } from '#evidence/store.ts';\n"],
  ['src/union/law/planted-c.ts', 'noRestrictedImports', "export { day } from '../../kernel/dates.ts';\n"],
  ['src/exchange/planted.ts', 'noRestrictedImports', "export type { vat } from '#vat';\n"],
  ['src/vat/intake/planted.ts', 'noRestrictedImports', "export { list } from '../../exchange/store.ts';\n"],
  ['src/app/planted.ts', 'noRestrictedImports', "export { list } from '../union/law/store.ts';\n"],
  ['src/evidence/planted-now.ts', 'plugin', 'export const now = Date.now();\n'],
  ['src/evidence/planted-date.ts', 'plugin', "export const day = new Date('2020');\n"],
  ['test/planted-chance.ts', 'plugin', 'export const chance = Math.random();\n'],
  ['src/evidence/planted-instant.ts', 'plugin', 'export const now = Temporal.Now.instant();\n'],
  ['src/kernel/planted-default.ts', 'noDefaultExport', 'export default 1;\n'],
  ['src/kernel/plantedName.ts', 'useFilenamingConvention', 'export const one = 1;\n'],
  [
    'src/kernel/planted-null.ts',
    'noNonNullAssertion',
    'export const one = (text?: string) => text!.length;\n',
  ],
  ['src/kernel/planted-any.ts', 'noExplicitAny', 'export const one = (text: any) => text;\n'],
];
const sound: readonly (readonly [path: string, text: string])[] = [
  ['src/platform/clock.ts', 'export const now = () => Temporal.Now.instant();\n'],
  [
    'src/union/law/sound.ts',
    "import { figures } from '#evidence';\nimport { day } from '#kernel/dates.ts';\n\nfigures(day);\n",
  ],
];

test('The linter refuses what was planted, under our settings, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-lint-'));
  try {
    cpSync('biome.json', join(folder, 'biome.json'));
    cpSync('tools/clock.grit', join(folder, 'tools/clock.grit'));
    for (const [path, text] of [...planted.map(([path, , text]) => [path, text] as const), ...sound]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // No repository here whose ignore file could be asked.
    const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', 'src', 'test'];
    const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' });
    const found: readonly { category: string; location: { path: string } }[] = JSON.parse(stdout).diagnostics;
    const refused = found.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`);
    expect([...new Set(refused)].sort()).toEqual(planted.map(([path, rule]) => `${path} ${rule}`).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
