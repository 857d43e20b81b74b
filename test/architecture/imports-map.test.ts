import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const open = ['#union', '#evidence', '#kernel/dates.ts', '#platform/clock.ts'];
const closed = [
  '#union/law/store.ts',
  '#union/index.ts',
  '#evidence/store.ts',
  '#app',
  '#app/modules.ts',
  '#kernel',
];

test('The imports map of package.json opens the doors and nothing behind them', { timeout: 60_000 }, () => {
  // In a process of its own: the test runner resolves imports in its own way.
  const code = `
    const outcomes = {};
    for (const specifier of ${JSON.stringify([...open, ...closed])})
      outcomes[specifier] = await import(specifier).then(() => 'open', (error) => error.code);
    process.stdout.write(JSON.stringify(outcomes));
    process.exit();`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(
    Object.fromEntries([
      ...open.map((specifier) => [specifier, 'open']),
      ...closed.map((specifier) => [specifier, 'ERR_PACKAGE_IMPORT_NOT_DEFINED']),
    ]),
  );
});
