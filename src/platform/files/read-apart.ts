import { Worker } from 'node:worker_threads';

/** What reading one file may take. */
export type Bounds = { readonly seconds: number; readonly megabytes: number };

/** What came of reading: its value, that it took more than it may, or how it broke. */
export type ReadApart<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'too_costly' }
  | { readonly kind: 'broken'; readonly detail: string };

/** How often it is looked at how much room a reader has taken, in milliseconds. */
const lookEvery = 50;

/** One file at a time: so what the process grows by is what the one that is being read takes. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file that somebody brought in a thread of its own, which answers with one message and is ended whatever it does:
 * however a file is built, it takes no more time and memory than it is given, and the server goes on answering.
 */
export function readApart<T>(worker: URL, bytes: Uint8Array, bounds: Bounds): Promise<ReadApart<T>> {
  const reading = last.then(() => readOne<T>(worker, bytes, bounds));
  last = reading.catch(() => {});
  return reading;
}

function readOne<T>(script: URL, bytes: Uint8Array, bounds: Bounds): Promise<ReadApart<T>> {
  const worker = new Worker(script, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    // Readers warn of what they read; nobody looks there.
    stdout: true,
    stderr: true,
  });
  // The thread's own limit is of its heap. What readers unpack lies beside it, and only the whole process tells of that.
  const before = process.memoryUsage.rss();
  const most = before + 2 * bounds.megabytes * 1024 * 1024;
  return new Promise<ReadApart<T>>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'too_costly' }), bounds.seconds * 1000);
    const look = setInterval(() => {
      if (process.memoryUsage.rss() > most) resolve({ kind: 'too_costly' });
    }, lookEvery);
    worker.once('message', (value: T) => resolve({ kind: 'read', value }));
    // Out of memory, or a file that no reader was made for.
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'too_costly' }
          : { kind: 'broken', detail: error.message.slice(0, 200) },
      ),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      clearInterval(look);
      resolve({ kind: 'broken', detail: 'its reader ended' });
    });
  }).finally(() => worker.terminate());
}

/** Reads a file once for one request, before others have to wait for it: who asks again gets the reading that was begun. */
export function onceForEach<T>(read: (bytes: Uint8Array) => Promise<T>): (bytes: Uint8Array) => Promise<T> {
  const readings = new WeakMap<Uint8Array, Promise<T>>();
  return (bytes) => {
    const reading = readings.get(bytes) ?? read(bytes);
    readings.set(bytes, reading);
    return reading;
  };
}
