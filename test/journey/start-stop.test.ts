import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import {
  createDataFolder,
  listProcesses,
  projectFolder,
  startRunningNode,
  waitForSilence,
} from '../support/running-node.ts';

/** `npm start` as a person types it: the port, the data, and what is left of it however it ends. */

/** Beside the running node, on the same data. */
async function readStateHash(dataFolder: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'tripoint', '--', 'state-hash', '--json'],
    {
      cwd: projectFolder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TRIPOINT_DATA: dataFolder },
    },
  );
  return JSON.parse(stdout);
}

test('npm start honours PORT, keeps its data, and leaves no process behind, neither after Ctrl-C nor after kill -9', async () => {
  const dataFolder = await createDataFolder();
  const port = await findFreePort();
  const start = () =>
    startRunningNode({ dataFolder, env: { PORT: String(port) }, command: ['npm', 'start'] });
  const isUp = async () => (await fetch(`http://localhost:${port}/en/benelux`)).status === 200;
  const kinds = () =>
    ['src/app/main.ts', 'supervisor.ts', 'postgres'].map((part) =>
      listProcesses(dataFolder).some((line) => line.includes(part)),
    );

  const first = await start();
  expect(first.url).toBe(`http://localhost:${port}`);
  expect(await isUp()).toBe(true);
  expect(kinds()).toEqual([true, true, true]);
  const hash = await readStateHash(dataFolder);
  expect(JSON.stringify(hash)).toMatch(/[0-9a-f]{64}/);
  await first.signal('SIGINT');
  await waitForSilence(dataFolder);
  await expect(isUp()).rejects.toThrow();

  const second = await start();
  expect(second.said.join('\n')).not.toMatch(/Creating|Loading/);
  expect(await isUp()).toBe(true);
  expect(await readStateHash(dataFolder)).toEqual(hash);
  await second.signal('SIGKILL');
  await waitForSilence(dataFolder);

  const third = await start();
  expect(await readStateHash(dataFolder)).toEqual(hash);
  await third.signal('SIGTERM');
  await waitForSilence(dataFolder);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const started = await start();
    expect(await isUp()).toBe(true);
    await started.signal(signal, 'alone');
    await waitForSilence(dataFolder);
    expect(started.said.join('\n')).toContain('Stopping');
    expect(started.said.join('\n')).not.toMatch(/Unhandled|terminating connection|secretKey/);
  }
  await rm(dataFolder, { recursive: true });
});
