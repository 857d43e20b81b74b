import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, problem, type Result } from '#kernel/result.ts';
import { findKept, headOf, keepFile, listKept } from '../runs/kept-files.ts';
import { runYears, type Together } from './in-threads.ts';
import type { Study } from './model.ts';
import { resultOf } from './study-result.ts';
import {
  type AboutStudy,
  aboutOfStudy,
  readAboutStudy,
  readStudyRun,
  type StudyRun,
  writeStudyRun,
} from './study-run.ts';

/** Where a node keeps its studies, for its pages. */
export const studiesFolder = (dataFolder: string): string => join(dataFolder, 'energy', 'studies');

/** Some MB for each climate year of seven areas. */
const largestStudy = 256 * 1024 * 1024;

/** The years of a study, made by so many threads: the same bytes for any number of them. Throws what the signal ends. */
export async function makeStudyRun(
  study: Study,
  asked: { readonly years: number; readonly seed: number },
  together: Together,
): Promise<StudyRun> {
  const years = await runYears(study, asked.seed, asked.years, together);
  return { about: aboutOfStudy(study, asked), study, result: resultOf(study, years) };
}

/** Writes a study whole or not at all, under a name of what it is called, its years and its seed. The path of its file. */
export function keepStudy(folder: string, run: StudyRun): Promise<string> {
  const { name, years, seed } = run.about;
  return keepFile(folder, `${name.slice(0, 40)} ${years} ${seed}`, writeStudyRun(run));
}

/** Names of the studies that are kept, in their order; none where nothing was ever kept. */
export const listStudyNames = listKept;

/** What a kept study says of itself, without the rest of it; null: it cannot be read. */
export async function aboutOfKept(folder: string, name: string): Promise<AboutStudy | null> {
  const head = await headOf(folder, name);
  return head === null ? null : readAboutStudy(head);
}

/** Problems: `energy_study_not_found`, and those of `readStudyRunFile`. */
export async function findStudy(folder: string, name: string): Promise<Result<StudyRun>> {
  const file = await findKept(folder, name);
  return file === null
    ? fail(problem('energy_study_not_found', '', { study: name.slice(0, 80) }))
    : readStudyRunFile(file);
}

/** Problems: `energy_study_unreadable`, and those of `readStudyRun`. */
export async function readStudyRunFile(file: string): Promise<Result<StudyRun>> {
  const size = await stat(file).catch(() => null);
  if (size === null || !size.isFile() || size.size > largestStudy)
    return fail(problem('energy_study_unreadable', file));
  return readStudyRun(await readFile(file, 'utf8'));
}
