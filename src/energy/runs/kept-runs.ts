import { hash } from 'node:crypto';
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, problem, type Result } from '#kernel/result.ts';
import type { Clearing } from '../clearing/model.ts';
import { type Run, readRunFile } from './read-runs.ts';
import { type About, readAbout, writeRun } from './run-file.ts';

/** Names under which runs are kept: day, steps, mode and the beginning of the hash of their bytes. */
const runName = /^[0-9A-Za-z][0-9A-Za-z-]{0,120}$/;

/** Where a node keeps its runs, for its pages. */
export const runsFolder = (dataFolder: string): string => join(dataFolder, 'energy', 'runs');

/** Writes a run whole or not at all, under a name that says what it is. The path of its file. */
export async function keepRun(folder: string, about: About, clearing: Clearing): Promise<string> {
  const text = writeRun(about, clearing);
  const [first, last] = [about.periods[0] ?? 0, about.periods.at(-1) ?? 0];
  const two = (period: number) => String(period).padStart(2, '0');
  const steps = first === last ? two(first) : `${two(first)}-${two(last)}`;
  const words = `${about.day} ${steps} ${about.mode}`.replaceAll(/[^0-9A-Za-z]+/g, '-').slice(0, 80);
  const file = join(folder, `${words}-${hash('sha256', text).slice(0, 12)}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
  return file;
}

/** Names of the runs that are kept, in their order; none where nothing was ever kept. */
export async function listRunNames(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : [])).sort();
}

/** Bytes in which a run says what it is. */
const headBytes = 4096;

/** What a kept run says of itself, without the rest of it; null: it cannot be read. */
export async function aboutOf(folder: string, name: string): Promise<About | null> {
  const file = await open(join(folder, `${name}.json`)).catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return readAbout(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Problems: `energy_run_not_found`, and those of `readRunFile`. */
export async function findRun(folder: string, name: string): Promise<Result<Run>> {
  if (!runName.test(name) || !(await listRunNames(folder)).includes(name))
    return fail(problem('energy_run_not_found', '', { run: name.slice(0, 80) }));
  return readRunFile(join(folder, `${name}.json`));
}
