import { Worker } from 'node:worker_threads';
import type { FoundInPart, Part, PartFound, SharedParts } from './part-worker.ts';

/** Parts of about as many supplies each, the same for the same graph. */
export function partsOf(
  { outStart, vertices }: { readonly outStart: Uint32Array; readonly vertices: number },
  suppliesOfEach: number,
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let until = 1; until <= vertices; until++)
    if (until === vertices || (outStart[until] as number) - (outStart[from] as number) >= suppliesOfEach) {
      parts.push({ number: parts.length, from, until });
      from = until;
    }
  return parts;
}

/**
 * Searches parts in several threads that share one graph, and hands each on when it is found, one after the other. Throws what ends
 * it: the signal's reason, what a worker broke by, what `keep` threw.
 */
export async function searchParts(
  { searched, parts }: Omit<SharedParts, 'taken'>,
  keep: (number: number, found: FoundInPart) => Promise<void>,
  { workers, signal }: { readonly workers: number; readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: SharedParts = { searched, parts, taken };
  const threads = Array.from(
    { length: Math.min(workers, parts.length) },
    () => new Worker(new URL('part-worker.ts', import.meta.url), { workerData }),
  );
  let kept = Promise.resolve();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const ended = threads.map(
    (thread) =>
      new Promise<void>((resolve, reject) => {
        thread.on('message', ({ number, found }: PartFound) => {
          kept = kept.then(() => (signal.aborted ? undefined : keep(number, found)));
          kept.catch(reject);
        });
        thread.once('error', reject);
        thread.once('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`A thread of the search ended with ${code}`)),
        );
      }),
  );
  try {
    await Promise.race([Promise.all(ended), stopped]);
  } finally {
    await Promise.allSettled(threads.map((thread) => thread.terminate()));
    await Promise.allSettled([kept, ...ended]);
  }
  await kept;
  // Threads may have ended before it, with what they found not handed on.
  signal.throwIfAborted();
}
