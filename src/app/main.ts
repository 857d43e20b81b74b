import { checkSignInConfig } from '#platform/access/sign-in.tsx';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { type Job, startJobs } from '#platform/jobs.ts';
import { sequenceJournal, sequenceTask } from '#platform/journal/journal.ts';
import { openMailer } from '#platform/mail/mailer.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadFirstData } from './first-data.ts';
import { createNodeServer } from './node-server.ts';
import { open } from './open.ts';
import { explain } from './problem-texts.ts';
import { reminderJob } from './reminder-job.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** `npm start`: the database, the first data set, the jobs and the server, and all of them ended by Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const faults = config.ok ? checkSignInConfig(config.value) : config.problems;
  for (const fault of faults) say(`${fault.path}: ${explain(fault, 'en')}`);
  if (!config.ok || faults.some((fault) => fault.severity === 'error')) {
    process.exitCode = 2;
    return;
  }
  const { host, port, logLevel, baseUrl } = config.value;
  const closing: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const close of closing.reverse()) await close();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      say('Stopping');
      void stop().then(() => process.exit(0));
    });
  try {
    // Whoever keeps the node running starts it again; a server without its database only fails more slowly.
    const database = await open(config.value, say, () => void stop().finally(() => process.exit(3)));
    closing.push(() => database.close());
    await loadFirstData(database, systemClock, config.value, say);
    const logger = createLogger(logLevel);
    const jobs: Job[] = [{ task: sequenceTask, run: () => sequenceJournal(database) }];
    if (config.value.mail !== null) {
      const mailer = openMailer(config.value.mail);
      closing.push(async () => mailer.close());
      const reminding = { database, clock: systemClock, address: baseUrl ?? `http://localhost:${port}` };
      jobs.push(reminderJob(reminding, mailer, logger));
    }
    const worker = await startJobs(database, jobs, logger);
    closing.push(() => worker.stop());
    const server = await createNodeServer(config.value, database, logger);
    closing.push(() => server.close());
    await server.listen({ host, port });
    const address = server.server.address();
    const bound = typeof address === 'object' && address !== null ? address.port : port;
    say(`Tripoint is at ${baseUrl ?? `http://localhost:${bound}`}`);
  } catch (error) {
    await stop();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
