import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from './read.ts';

/** Runs in a thread of its own, for one file: however it is built, it takes no more time and memory than it is given. */
parentPort?.postMessage(await readContent(workerData as Uint8Array));
