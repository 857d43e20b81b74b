import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { makeStudyRun, studiesFolder } from './kept-studies.ts';
import { madeUpStudy } from './made-up-study.ts';
import { makeStudy, type StudyPlace } from './make-studies.ts';
import {
  countUnderWay,
  findAsked,
  listAsked,
  listStudiesToMake,
  saveStudy,
  stopStudy,
  waitAgain,
} from './store.ts';
import { writeStudyRun } from './study-run.ts';

const register = 'benelux';
let database: Database;
let place: StudyPlace;
beforeAll(async () => {
  database = await createTestDatabase();
  place = { database, clock: systemClock, dataFolder: mkdtempSync(join(tmpdir(), 'tripoint-making-')) };
});
afterAll(async () => {
  await database?.close();
  rmSync(place.dataFolder, { recursive: true });
});

const asked = { register, source: 'synthetic:3', years: 100, seed: 1, askedBy: 'system' };
const ask = (id: string, more: Partial<typeof asked> = {}) =>
  database.write((tx) => saveStudy(tx, systemClock, { id, ...asked, ...more }));
const found = (id: string) => database.read((tx) => findAsked(tx, register, id));
const keptFiles = (dataFolder = place.dataFolder) => {
  try {
    return readdirSync(studiesFolder(dataFolder));
  } catch {
    return [];
  }
};
const never = new AbortController().signal;

/** Waits until some years are made. */
async function untilUnderWay(id: string): Promise<void> {
  for (let time = 0; time < 600; time++) {
    if (((await found(id))?.done ?? 0) > 0) return;
    await wait(100);
  }
  throw new Error('Nothing was made');
}

describe('A study that somebody asked for', () => {
  test('ends with the node, keeps nothing half, and is made anew to the bytes of one that never ended', async () => {
    await ask('ends', { years: 20_000 });
    const ending = new AbortController();
    const making = makeStudy(place, 'ends', ending.signal);
    await untilUnderWay('ends');
    ending.abort(new Error('The node ends'));
    await making;
    expect(await found('ends')).toMatchObject({ state: 'running', kept: null });
    expect(keptFiles()).toEqual([]);
    // It is what the next start begins with; a smaller one, so that this test is done in time.
    expect(await database.read(listStudiesToMake)).toEqual(['ends']);
    expect(await database.write((tx) => stopStudy(tx, systemClock, 'ends'))).toBe(true);

    await ask('whole');
    await makeStudy(place, 'whole', never);
    const study = await found('whole');
    expect(study).toMatchObject({ state: 'done', done: 100, problem: null });
    expect(keptFiles()).toEqual([`${study?.kept}.json`]);
    const alone = await makeStudyRun(madeUpStudy(3), asked, { workers: 1 });
    const file = join(studiesFolder(place.dataFolder), `${study?.kept}.json`);
    expect(readFileSync(file, 'utf8') === writeStudyRun(alone)).toBe(true);

    await ask('again', { source: study?.kept ?? '' });
    await makeStudy(place, 'again', never);
    // Of the kept study with the same years nothing else comes.
    expect(await found('again')).toMatchObject({ state: 'done', kept: study?.kept });
  });

  test('is stopped by whoever may, and is made when it is started again', async () => {
    await ask('stopped', { years: 20_000 });
    const making = makeStudy(place, 'stopped', never);
    await untilUnderWay('stopped');
    expect(await database.write((tx) => stopStudy(tx, systemClock, 'stopped'))).toBe(true);
    await making;
    expect(await found('stopped')).toMatchObject({ state: 'stopped', kept: null });
    expect(await database.write((tx) => stopStudy(tx, systemClock, 'stopped'))).toBe(false);
    // What does not wait is not made.
    await makeStudy(place, 'stopped', never);
    expect(await found('stopped')).toMatchObject({ state: 'stopped' });
    expect(await database.write((tx) => waitAgain(tx, 'stopped'))).toBe(true);
    expect(await database.write((tx) => waitAgain(tx, 'stopped'))).toBe(false);
    expect(await found('stopped')).toMatchObject({ state: 'waiting', done: 0 });
    expect(await database.read((tx) => countUnderWay(tx, register))).toBe(1);
    await database.write((tx) => stopStudy(tx, systemClock, 'stopped'));
  });

  test('of a study that is not kept fails and says so', async () => {
    await ask('of-none', { source: 'no-such-study' });
    await makeStudy(place, 'of-none', never);
    expect(await found('of-none')).toMatchObject({
      ...{ state: 'failed', kept: null },
      problem: { code: 'energy_study_not_found' },
    });
    expect(await database.read((tx) => listAsked(tx, 'nordic', 10))).toEqual([]);
  });
});

test('A process that is killed while it keeps studies leaves whole files alone', {
  timeout: 600_000,
}, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tripoint-killed-'));
  const words = [
    'energy',
    'adequacy',
    'run',
    'synthetic:3',
    '--years',
    '2000',
    '--seed',
    '1',
    '--workers',
    '1',
  ];
  const run = (more: readonly string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'src/app/cli.ts', ...words, '--keep', ...more], {
      env: { PATH: process.env.PATH, TRIPOINT_DATA: dataFolder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const killed = run([]);
  const closed = once(killed, 'close');
  killed.stderr.setEncoding('utf8').on('data', (told: string) => {
    if (told.includes('of 2000 years')) killed.kill('SIGKILL');
  });
  await closed;
  expect(killed.signalCode).toBe('SIGKILL');
  expect(keptFiles(dataFolder).filter((name) => name.endsWith('.json'))).toEqual([]);
  rmSync(dataFolder, { recursive: true });
});
