import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { startMakings } from './make-up.ts';
import { listMakings, saveMaking } from './store.ts';
import { alertTexts } from './text/texts.ts';

const register = 'benelux' as RegisterId;
let database: Database;
let dataFolder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'tripoint-makings-'));
});
afterAll(async () => {
  await database?.close();
  await rm(dataFolder, { recursive: true });
});

test('A world that cannot be made up ends as failed, with what to do, and who asked is not left waiting', async () => {
  const making = {
    ...{ id: '019ac000-0000-7000-8000-000000000001', register, party: 'BE', seed: 1 },
    // Fewer than none: no world has as many.
    ...{ traders: -1, months: 3, lastMonth: '2000-03', askedBy: 'operator' },
  };
  await database.write((tx) => saveMaking(tx, systemClock, making));
  const makings = startMakings({ database, clock: systemClock, dataFolder }, createLogger('silent'));
  const stateNow = async () => (await database.read((tx) => listMakings(tx, register)))[0];
  await makings.job.run();
  for (let time = 0; time < 100 && (await stateNow())?.state !== 'failed'; time++) await wait(20);
  await makings.stop();
  const ended = await stateNow();
  expect(ended).toMatchObject({ state: 'failed', problem: { code: 'vat_making_failed' } });
  const said = alertTexts('en').problems.vat_making_failed();
  expect(said).toContain('Ask for them again');
});
