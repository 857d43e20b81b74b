/** Joins what was told in a thread of its own, so that a node answers others meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Joiner } from './analyse.ts';
import type { findCarousels, pairsToAsk } from './rules/join.ts';

export type JoinWork =
  | { readonly what: 'pairs'; readonly given: Parameters<typeof pairsToAsk> }
  | { readonly what: 'carousels'; readonly given: Parameters<typeof findCarousels> };

/** Each call has its thread; it ends with the signal, and the promise is then rejected. */
export function joinInThread(signal: AbortSignal): Joiner {
  const inThread = <Found>(workerData: JoinWork) =>
    new Promise<Found>((resolve, reject) => {
      signal.throwIfAborted();
      const worker = new Worker(new URL('join-worker.ts', import.meta.url), { workerData });
      const end = () => void worker.terminate();
      signal.addEventListener('abort', end, { once: true });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        signal.removeEventListener('abort', end);
        // After a message this says nothing any more.
        reject(new Error('The thread that joins ended'));
      });
    });
  return {
    pairs: (...given) => inThread({ what: 'pairs', given }),
    carousels: (...given) => inThread({ what: 'carousels', given }),
  };
}
