import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read.ts';

/** Runs in a thread of its own, for one file. */
parentPort?.postMessage(await readDocument(workerData as Uint8Array));
