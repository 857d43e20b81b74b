/** A thread that makes the stages of a run, so that the node answers others meanwhile. It ends at the flag, between two parts. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeStages, NothingDeclared, OtherRules } from './stages.ts';
import type { RunProgress } from './store.ts';

export type RunWork = {
  readonly folder: string;
  readonly id: string;
  /** One number: not zero, where it is to end. */
  readonly flag: Int32Array<SharedArrayBuffer>;
};
export type RunMessage =
  | RunProgress
  | { readonly ended: 'whole' | 'stopped' | 'nothing_declared' | 'other_rules' };

class Stopped extends Error {}

const { folder, id, flag } = workerData as RunWork;
const say = (message: RunMessage) => parentPort?.postMessage(message);
try {
  await makeStages(folder, id, (stage, done, total) => {
    if (Atomics.load(flag, 0) !== 0) throw new Stopped();
    say({ stage, done, total });
  });
  say({ ended: 'whole' });
} catch (error) {
  if (error instanceof Stopped) say({ ended: 'stopped' });
  else if (error instanceof NothingDeclared) say({ ended: 'nothing_declared' });
  else if (error instanceof OtherRules) say({ ended: 'other_rules' });
  else throw error;
}
