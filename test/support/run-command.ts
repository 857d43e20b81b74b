import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs `tripoint` as people do, in a process of its own, on the embedded database of a data folder. */
export function runCommand(
  dataFolder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/cli.ts', ...words], {
      cwd: projectFolder,
      env: { PATH: process.env.PATH, TRIPOINT_DATA: dataFolder, ...env },
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
