import { parentPort, workerData } from 'node:worker_threads';
import type { Study } from './model.ts';
import { simulateYears, type Years } from './monte-carlo.ts';

export type SharedYears = {
  readonly study: Study;
  readonly seed: number;
  readonly years: number;
  /** Years that one thread takes at once. */
  readonly atOnce: number;
  /** One number: the first year that nobody has taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
};

const { study, seed, years, atOnce, taken } = workerData as SharedYears;
const found: Years[] = [];
for (;;) {
  const from = Atomics.add(taken, 0, atOnce);
  if (from >= years) break;
  found.push(simulateYears(study, seed, from, Math.min(from + atOnce, years)));
}
parentPort?.postMessage(found);
