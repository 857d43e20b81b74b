import { wholeNode } from '#exchange';
import { checkSignInConfig } from '#platform/access/sign-in.tsx';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/telemetry.ts';
import { feedbackService } from '#vat';
import { loadFirstData } from './first-data.ts';
import { startNode } from './node.ts';
import { open } from './open.ts';
import { explain } from './problem-texts.ts';

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
    const { address, stop: stopNode } = await startNode({
      config: config.value,
      database,
      logger: createLogger(config.value.logLevel),
      self: wholeNode,
      services: [feedbackService({ database, clock: systemClock })],
      testClock: null,
      every: 5_000,
    });
    closing.push(stopNode);
    say(`Tripoint is at ${address}`);
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
