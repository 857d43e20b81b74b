/** A thread of `join-in-thread.ts`: one question, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import type { JoinWork } from './join-in-thread.ts';
import { findCarousels, pairsToAsk } from './rules/join.ts';

const work = workerData as JoinWork;
parentPort?.postMessage(work.what === 'pairs' ? pairsToAsk(...work.given) : findCarousels(...work.given));
