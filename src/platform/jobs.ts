import { Logger, run, runMigrations, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger as Log } from 'pino';
import type { Database, Transaction } from '#platform/database/database.ts';

/** Work that a transaction leaves to be done after it; done at least once, in any order, so it must bear repeating. */
export type Job = {
  readonly task: string;
  readonly run: () => Promise<unknown>;
  /** How often it runs by itself, in minutes: what depends on the time is queued by nobody. However many nodes there are, once. */
  readonly everyMinutes?: number;
};

function taskOf(job: unknown): string | null {
  const { task_identifier: task } = (job ?? {}) as { readonly task_identifier?: unknown };
  return typeof task === 'string' ? task : null;
}

/** Queues a job in the transaction that causes it: it runs when that commits, and not when it does not. */
export async function enqueue(tx: Transaction, task: string): Promise<void> {
  await sql`select platform.enqueue(${task}, '{}')`.execute(tx);
}

/** Brings the queue's own tables up to date. Its first run takes a moment. */
export async function prepareJobs(database: Database): Promise<void> {
  await runMigrations({ connectionString: database.url, logger: new Logger(() => () => {}) });
}

/** Runs every job once, for what was queued where nobody listened, and then each as it comes. */
export async function startJobs(
  database: Database,
  jobs: readonly Job[],
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map(({ task, run: work }) => [
      task,
      async () => {
        await work();
      },
    ]),
  );
  for (const { run: work } of jobs) await work();
  const pool = new pg.Pool({ connectionString: database.url, application_name: 'tripoint jobs', max: 4 });
  // An idle connection that breaks, as when the database is told to end first, is dropped; the next query says what is wrong.
  pool.on('error', () => {});
  // So too of one that is in use: whoever uses it is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner = await run({
    pgPool: pool,
    taskList,
    crontab: jobs
      .flatMap(({ task, everyMinutes }) =>
        everyMinutes === undefined ? [] : [`*/${everyMinutes} * * * * ${task}`],
      )
      .join('\n'),
    concurrency: 1,
    // Ctrl-C is ours to handle: first the server stops, then the jobs, then the database.
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      // Its sentence on a job that failed holds the words of the error.
      if (level === 'error') log.error({ err: meta?.error, task: taskOf(meta?.job) }, 'a job failed');
      else log.debug(message);
    }),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
