import { Worker } from 'node:worker_threads';
import { fail, problem, type Result } from '#kernel/result.ts';
import type { SheetContent } from '../model.ts';

/** What reading one file may take. */
const longest = 30_000;
const mostMegabytes = 512;

/** Reads a file apart from all else. Problems: those of reading, and `sheet_too_costly`. */
export function readBounded(bytes: Uint8Array): Promise<Result<SheetContent>> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const tooCostly = fail(problem('sheet_too_costly', 'body.file', { seconds: longest / 1000 }));
  return new Promise<Result<SheetContent>>((resolve) => {
    const timer = setTimeout(() => resolve(tooCostly), longest);
    worker.once('message', (read: Result<SheetContent>) => resolve(read));
    // Out of memory, or a file that no reader was made for.
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooCostly
          : fail(problem('sheet_broken', 'body.file', { detail: error.message.slice(0, 200) })),
      ),
    );
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
