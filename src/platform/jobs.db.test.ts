import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/test-database.ts';
import { enqueue, prepareJobs, startJobs } from './jobs.ts';
import { createLogger } from './telemetry.ts';

test('A job that fails is named in the log with where it failed, and without the words of its error', async () => {
  const database = await createTestDatabase();
  const said: string[] = [];
  const log = createLogger('trace', { write: (line) => void said.push(line) });
  let runs = 0;
  try {
    await prepareJobs(database);
    const run = async () => {
      runs += 1;
      // The first is that of the start.
      if (runs === 2) throw new Error('SYN-CANARY');
    };
    const jobs = await startJobs(database, [{ task: 'looks-up', run }], log);
    await database.write((tx) => enqueue(tx, 'looks-up'));
    while (!said.some((line) => line.includes('a job failed'))) await wait(20);
    await jobs.stop();
  } finally {
    await database.close();
  }
  expect(said.find((line) => line.includes('a job failed'))).toContain('"task":"looks-up"');
  expect(said.find((line) => line.includes('a job failed'))).toContain('jobs.db.test.ts');
  expect(said.filter((line) => line.includes('SYN-CANARY'))).toEqual([]);
});
