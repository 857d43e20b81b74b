import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const reads = 5_000_000;

/** Nanoseconds of a read in memory whose place is known only when the one before has ended, while some threads do nothing else. */
export async function randomRead(threads: number): Promise<number> {
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const each = await Promise.all(
    Array.from({ length: threads }, (_, at) => chasedBy({ seed: at + 42, threads, ready })),
  );
  return Math.max(...each);
}

/** `ready`: one number, of those who have made their round and wait for the others. */
type Chase = { readonly seed: number; readonly threads: number; readonly ready: Int32Array };

function chasedBy(chase: Chase): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: chase });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** Round through all of 64 MiB, in no order (Sattolo). */
function chase({ seed, threads, ready }: Chase): number {
  const places = 2 ** 24;
  const next = Uint32Array.from({ length: places }, (_, place) => place);
  let state = seed;
  for (let place = places - 1; place > 0; place--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = Math.floor(((state >>> 0) / 2 ** 32) * place);
    const kept = next[place] as number;
    next[place] = next[other] as number;
    next[other] = kept;
  }
  let at = 0;
  const read = (times: number) => {
    for (let one = 0; one < times; one++) at = next[at] as number;
  };
  read(1_000_000);
  Atomics.add(ready, 0, 1);
  Atomics.notify(ready, 0);
  for (let there = Atomics.load(ready, 0); there < threads; there = Atomics.load(ready, 0))
    Atomics.wait(ready, 0, there);
  const start = performance.now();
  read(reads);
  const took = performance.now() - start;
  if (at < 0) throw new Error('never');
  return (took * 1e6) / reads;
}

if (!isMainThread) parentPort?.postMessage(chase(workerData as Chase));
