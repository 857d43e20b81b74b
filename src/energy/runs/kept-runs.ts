import { join } from 'node:path';
import { fail, problem, type Result } from '#kernel/result.ts';
import type { Clearing } from '../clearing/model.ts';
import { findKept, headOf, keepFile, listKept } from './kept-files.ts';
import { type Run, readRunFile } from './read-runs.ts';
import { type About, readAbout, writeRun } from './run-file.ts';

/** Where a node keeps its runs, for its pages. */
export const runsFolder = (dataFolder: string): string => join(dataFolder, 'energy', 'runs');

/** Writes a run whole or not at all, under a name of its day, steps and mode. The path of its file. */
export async function keepRun(folder: string, about: About, clearing: Clearing): Promise<string> {
  const [first, last] = [about.periods[0] ?? 0, about.periods.at(-1) ?? 0];
  const two = (period: number) => String(period).padStart(2, '0');
  const steps = first === last ? two(first) : `${two(first)}-${two(last)}`;
  return keepFile(folder, `${about.day} ${steps} ${about.mode}`, writeRun(about, clearing));
}

/** Names of the runs that are kept, in their order; none where nothing was ever kept. */
export const listRunNames = listKept;

/** What a kept run says of itself, without the rest of it; null: it cannot be read. */
export async function aboutOf(folder: string, name: string): Promise<About | null> {
  const head = await headOf(folder, name);
  return head === null ? null : readAbout(head);
}

/** Problems: `energy_run_not_found`, and those of `readRunFile`. */
export async function findRun(folder: string, name: string): Promise<Result<Run>> {
  const file = await findKept(folder, name);
  return file === null
    ? fail(problem('energy_run_not_found', '', { run: name.slice(0, 80) }))
    : readRunFile(file);
}
