import type { Logger } from 'pino';
import { startStudies } from '#energy';
import {
  closeDormantJob,
  type ExchangeNode,
  openNode,
  registerExchange,
  type Self,
  type Service,
  startRounds,
} from '#exchange';
import type { MovableClock } from '#platform/clock.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { type Job, startJobs } from '#platform/jobs.ts';
import { sequenceJournal, sequenceTask } from '#platform/journal/journal.ts';
import { openMailer } from '#platform/mail/mailer.ts';
import { startMakings, startRuns, startSearches } from '#vat';
import { createNodeServer } from './node-server.ts';
import { reminderJob } from './reminder-job.ts';

export type NodeOptions = {
  readonly config: Config;
  readonly database: Database;
  readonly logger: Logger;
  readonly self: Self;
  readonly services: readonly Service[];
  /** A clock that the register's keeper may move, for exercises; null: the machine's, which nobody moves. */
  readonly testClock: MovableClock | null;
  /** Milliseconds between two rounds with other nodes. */
  readonly every: number;
  /** Seconds after which its copy of the law opens nothing; absent: a day. */
  readonly copyAtMost?: number;
  /** Requests that it takes from each other node in a second. */
  readonly requestsPerSecond?: number;
};

/**
 * Starts all that a node is besides its database: jobs, exchange with other nodes, and the server. `stop` ends them in the order
 * that lets answers under way end.
 */
export async function startNode(
  options: NodeOptions,
): Promise<{ readonly address: string; readonly node: ExchangeNode; readonly stop: () => Promise<void> }> {
  const { config, database, logger, testClock, every, requestsPerSecond: perSecond } = options;
  const clock: Clock = testClock ?? systemClock;
  const { host, port, baseUrl } = config;
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const jobs: Job[] = [
      { task: sequenceTask, run: () => sequenceJournal(database) },
      closeDormantJob(database, clock),
    ];
    const place = { database, clock, dataFolder: config.dataFolder };
    const works = [startRuns, startMakings, startSearches, startStudies].map((start) => start(place, logger));
    for (const { job, stop: stopWork } of works) {
      closing.push(stopWork);
      jobs.push(job);
    }
    if (config.mail !== null) {
      const mailer = openMailer(config.mail);
      closing.push(async () => mailer.close());
      const reminding = { database, clock, address: baseUrl ?? `http://localhost:${port}` };
      jobs.push(reminderJob(reminding, mailer, logger));
    }
    const worker = await startJobs(database, jobs, logger);
    closing.push(() => worker.stop());
    const node = await openNode({
      database,
      clock,
      log: logger,
      dataFolder: config.dataFolder,
      self: options.self,
      services: options.services,
      ...(options.copyAtMost === undefined ? {} : { copyAtMost: options.copyAtMost }),
      ...(perSecond === undefined ? {} : { limit: { perSecond, atOnce: 2 * perSecond } }),
    });
    const rounds = await startRounds(node, { every });
    closing.push(() => rounds.stop());
    const server = await createNodeServer(config, database, logger, {
      clock,
      extend: (scope) => registerExchange(scope, node, testClock),
    });
    closing.push(() => server.close());
    await server.listen({ host, port });
    const address = server.server.address();
    const bound = typeof address === 'object' && address !== null ? address.port : port;
    return { address: baseUrl ?? `http://localhost:${bound}`, node, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
