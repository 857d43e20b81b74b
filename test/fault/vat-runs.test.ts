import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import { takeIn } from '../../src/vat/intake/take-in.ts';
import { syntheticFiles } from '../../src/vat/made-up/csv.ts';
import { presets } from '../../src/vat/made-up/presets.ts';
import { makeUpWorld } from '../../src/vat/made-up/world.ts';
import { runCommand } from '../support/run-command.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-vat-runs-'));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true }));

async function answer(dataFolder: string, words: readonly string[]) {
  const ran = await runCommand(dataFolder, [...words, '--json']);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** Kills it as soon as it says that it is at this stage; false: it was done before. */
async function killedAt(dataFolder: string, words: readonly string[], stage: string): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/cli.ts', ...words], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, TRIPOINT_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes(stage)) child.kill('SIGKILL');
  });
  await Promise.race([closed, wait(120_000)]);
  child.kill('SIGKILL');
  await closed;
  return child.signalCode === 'SIGKILL';
}

test('A run that is killed goes on the next time, and names the same traders as one that never was', async () => {
  const { world } = makeUpWorld({ ...presets.easy, traders: 4_000, months: 14 }, 12);
  const [whole, killed] = [join(home, 'whole'), join(home, 'killed')];
  await withAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') }, async (analytics) => {
    for (const { name, state, kind, chunks } of syntheticFiles(world)) {
      if (kind !== 'supplies' && state !== 'NL') continue;
      const file = join(home, name);
      await writeFile(file, [...chunks()].join(''));
      for (const folder of [whole, killed]) {
        const taken = await takeIn(analytics, vatFolder(folder, 'benelux' as RegisterId), {
          file,
          state,
          received: null,
        });
        expect(taken.ok).toBe(true);
      }
    }
  });
  const score = ['vat', 'score', '--state', 'NL', '--month', '2002-02', '--union', 'benelux'];
  const { run, alerts } = await answer(whole, score);
  expect(run).toMatchObject({ state: 'done', synthetic: true });
  expect(alerts.length).toBeGreaterThan(50);
  const killedIn: string[] = [];
  for (const stage of ['holding both sides', 'bridges at home', 'counting features', 'scoring'])
    if (await killedAt(killed, score, stage)) killedIn.push(stage);
  expect(killedIn.length).toBeGreaterThan(1);
  const again = await answer(killed, score);
  expect(again.run).toMatchObject({ id: run.id, state: 'done' });
  expect(again.alerts).toEqual(alerts);
  // Asked for once more nothing is made, and nobody is named twice.
  expect((await answer(killed, score)).alerts).toEqual(alerts);
}, 600_000);
