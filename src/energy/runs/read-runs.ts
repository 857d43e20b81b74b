import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { combine, fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clearing } from '../clearing/model.ts';
import { type About, readRun } from './run-file.ts';

/** A run of a day of quarters with all its rows is some ten MB. */
const largestRun = 512 * 1024 * 1024;

export type Run = { readonly file: string; readonly about: About; readonly clearing: Clearing };

/** One run. Problems: `energy_run_unreadable` and those of `readRun`, in front of their place the name of the file. */
export async function readRunFile(file: string): Promise<Result<Run>> {
  const size = await stat(file).catch(() => null);
  if (size === null || !size.isFile() || size.size > largestRun)
    return fail(problem('energy_run_unreadable', file));
  const run = readRun(await readFile(file, 'utf8'));
  if (run.ok) return ok({ file, ...run.value });
  return fail(
    ...run.problems.map((one) => ({ ...one, path: [basename(file), one.path].filter(Boolean).join(' ') })),
  );
}

/** The run of a file, or all of a folder in the order of their names. Problems: those of `readRunFile`. */
export async function readRuns(path: string): Promise<Result<readonly Run[]>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isDirectory()) {
    const run = await readRunFile(path);
    return run.ok ? ok([run.value]) : run;
  }
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  const runs: Result<Run>[] = [];
  for (const name of names) runs.push(await readRunFile(join(path, name)));
  return combine(runs) as Result<readonly Run[]>;
}
