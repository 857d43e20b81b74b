import { parentPort } from 'node:worker_threads';
import { clear, type Market } from './clear.ts';
import { loadSolver } from './solver.ts';

const solver = await loadSolver();
parentPort?.on('message', (market: Market) => parentPort?.postMessage(clear(solver, market)));
