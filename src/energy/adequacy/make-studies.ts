import { basename } from 'node:path';
import type { Logger } from 'pino';
import { ok, problem, type Result } from '#kernel/result.ts';
import { type BackgroundJob, inBackground } from '#platform/background-job.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { findStudy, keepStudy, makeStudyRun, studiesFolder } from './kept-studies.ts';
import { madeUpStudy } from './made-up-study.ts';
import type { Study } from './model.ts';
import { beginStudy, failStudy, finishStudy, listStudiesToMake, saveYearsDone, studyTask } from './store.ts';

export type StudyPlace = {
  readonly database: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
};

/** Threads of one study: the node's own has pages to serve. */
const workers = 1;

/** Makes studies one after the other, as they are asked for and after a start those that were left. */
export function startStudies(place: StudyPlace, log: Logger): BackgroundJob {
  return inBackground(
    studyTask,
    async (signal) => {
      for (const id of await place.database.read(listStudiesToMake)) {
        if (signal.aborted) return;
        await makeStudy(place, id, signal);
      }
    },
    (error) => log.error({ err: error }, 'studies of security of supply ended'),
  );
}

/** `synthetic:3`, or what stands in a kept study. Problems: those of `findStudy`. */
export async function studyOf(dataFolder: string, source: string): Promise<Result<Study>> {
  const seed = /^synthetic:(\d{1,9})$/.exec(source)?.[1];
  if (seed !== undefined) return ok(madeUpStudy(Number(seed)));
  const found = await findStudy(studiesFolder(dataFolder), source);
  return found.ok ? ok(found.value.study) : found;
}

/**
 * Makes a study from its first year on and keeps it, until somebody stops it or the node ends: then nothing of it is kept, and whoever begins it
 * again comes to the same bytes. Who made the same at the same time wrote the same file.
 */
export async function makeStudy(
  { database, clock, dataFolder }: StudyPlace,
  id: string,
  ending: AbortSignal,
): Promise<void> {
  const asked = await database.write((tx) => beginStudy(tx, clock, id));
  if (asked === null) return;
  const stopped = new AbortController();
  const tell = (done: number) =>
    database
      .write((tx) => saveYearsDone(tx, id, done))
      .then((goesOn) => goesOn || stopped.abort(new Error('Somebody stopped the study')))
      // A look that fails is made up for by the next.
      .catch(() => {});
  try {
    const study = await studyOf(dataFolder, asked.source);
    if (!study.ok) {
      const [why = problem('energy_study_failed')] = study.problems;
      return await database.write((tx) => failStudy(tx, clock, id, why));
    }
    const signal = AbortSignal.any([ending, stopped.signal]);
    const run = await makeStudyRun(study.value, asked, { workers, signal, progress: tell });
    // One that was stopped since the last look is not kept.
    if (!(await database.write((tx) => saveYearsDone(tx, id, asked.years)))) return;
    const file = await keepStudy(studiesFolder(dataFolder), run);
    await database.write((tx) => finishStudy(tx, clock, id, basename(file, '.json')));
  } catch (error) {
    if (ending.aborted || stopped.signal.aborted) return;
    const message = error instanceof Error ? error.message : '';
    await database.write((tx) => failStudy(tx, clock, id, problem('energy_study_failed', '', { message })));
  }
}
