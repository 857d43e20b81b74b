import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { saveStudy, studyTask } from './store.ts';

/** Small enough to be made in a few seconds, with shortage in every area. */
const demonstrationStudy = { source: 'synthetic:3', years: 300, seed: 1 } as const;

/** Has the made-up study of a made-up year made: by the node's job, so that loading the year waits for nothing. */
export async function askDemonstrationStudy(tx: Transaction, clock: Clock, register: string): Promise<void> {
  await saveStudy(tx, clock, { id: newId(clock), register, ...demonstrationStudy, askedBy: 'system' });
  await enqueue(tx, studyTask);
}
