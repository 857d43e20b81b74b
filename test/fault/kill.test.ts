import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { sequenceJournal, verifyJournal } from '#platform/journal/journal.ts';
import { allRecords } from '#platform/records/records.ts';
import { migrations } from '../../src/app/open.ts';
import { notes } from '../../src/platform/records/fixtures/notes.ts';
import { makeLargeUnion } from '../../src/union/fixtures/large-union.ts';
import { waitingAfter } from '../../src/vat/refunds/rules/history.ts';
import { balanceOf } from '../../src/vat/refunds/rules/ledger.ts';
import { lastOfClaim, listLoopClaims, placeOf, wholeBalance } from './refund-acts.ts';

/** Rounds in which something was killed in the middle of its work; test:long asks for more. */
const rounds = Number(process.env.TRIPOINT_ROUNDS ?? 3);
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let children: ChildProcess[];
/** Listened for from the start: whoever has closed says so once. */
const closings = new WeakMap<ChildProcess, Promise<unknown>>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-kill-'));
  await chmod(folder, 0o755);
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Runs a program of the project, to be killed; tells its lines of both outputs. */
function start(program: readonly string[], onLine: (line: string) => void): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, TRIPOINT_DATA: folder, TRIPOINT_EMPTY: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', onLine);
  children.push(child);
  closings.set(child, once(child, 'close'));
  return child;
}

/** The same milliseconds in every run of the suite. */
const waitsOf = (most: number) =>
  fc.sample(fc.integer({ min: 0, max: most }), { seed: 20200531, numRuns: rounds * 4 });

/** The process of the server; null when the program has finished its work and stopped it by itself. */
function serverUnder(): number | null {
  const path = join(folder, 'pg', 'postmaster.pid');
  try {
    return Number(readFileSync(path, 'utf8').split('\n')[0]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Kills the program, and in every other round the server under it as well, as a machine that stops would. */
async function kill(child: ChildProcess, round: number): Promise<void> {
  if (round % 2 === 1) {
    const postmaster = serverUnder();
    if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
  }
  child.kill('SIGKILL');
  // What it had said before is heard. It may have ended, and closed, before it was killed.
  await closings.get(child);
}

/** What stands in the database after it was started again; its journal must be whole. */
async function look<T>(at: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(
    { databaseUrl: null, dataFolder: folder, readTimeout: 30_000 },
    { modules: migrations },
  );
  try {
    await sequenceJournal(database);
    expect((await verifyJournal(database)).faults).toEqual([]);
    return await at(database);
  } finally {
    await database.close();
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(5);
}

test(`An import that is killed has written all of its file or nothing: ${rounds} rounds`, async () => {
  const records = 5_000;
  const waits = waitsOf(2_000);
  const seen = { killed: 0, none: 0, whole: 0, finished: 0 };
  for (let round = 0; seen.killed < rounds && round < waits.length; round += 1) {
    const register = `large-${round}`;
    const file = makeLargeUnion({ seed: round, records });
    const path = join(folder, `${register}.json`);
    await writeFile(path, JSON.stringify({ ...file, meta: { ...(file.meta as object), id: register } }));
    const heard: string[] = [];
    const child = start(['src/app/cli.ts', 'import', path, '--json'], (line) => heard.push(line));
    await until(() => heard.some((line) => line.startsWith('Writing')) || child.exitCode !== null);
    expect(child.exitCode, heard.join('\n')).toBe(null);
    await wait(waits[round]);
    const answered = heard.some((line) => line.startsWith('{'));
    await kill(child, round);
    const { rows } = await look((database) =>
      sql<{ records: number; entries: number }>`
        select (select count(*)::integer from platform.record where register = ${register}) as records,
          (select count(*)::integer from platform.journal where register = ${register}) as entries`.execute(
        database.owner,
      ),
    );
    // One entry a record, and one for the file.
    expect([
      [0, 0],
      [records, records + 1],
    ]).toContainEqual([rows[0]?.records, rows[0]?.entries]);
    if (answered) {
      expect(rows[0]?.records).toBe(records);
      seen.finished += 1;
    } else {
      seen.killed += 1;
      if (rows[0]?.records === 0) seen.none += 1;
      else seen.whole += 1;
    }
  }
  process.stdout.write(`import: ${JSON.stringify(seen)}\n`);
  expect(seen.killed).toBe(rounds);
});

test(`No write that was acknowledged is lost when the writer is killed: ${rounds} rounds`, async () => {
  const waits = waitsOf(1_000);
  const seen = { killed: 0, acknowledged: 0, oneMore: 0 };
  let last = 0;
  for (let round = 0; seen.killed < rounds && round < waits.length; round += 1) {
    const before = last;
    const child = start(['test/fault/write-loop.ts', folder], (line) => {
      if (/^\d+$/.test(line)) last = Number(line);
    });
    await until(() => last > before || child.exitCode !== null);
    await wait(waits[round]);
    await kill(child, round);
    expect(last).toBeGreaterThan(before);
    const stored = await look(async (database) => {
      const [newest] = await database.read((tx) =>
        allRecords(tx, { register: 'loop', knownAt: date('2021'), kinds: [notes.name] }),
      );
      const { rows } = await sql<{ versions: number }>`
        select count(*)::integer as versions from platform.record where register = 'loop'`.execute(
        database.owner,
      );
      expect(rows[0]?.versions).toBe(newest?.body.year);
      return Number(newest?.body.year);
    });
    // The last one may have been written and its acknowledgement not have come through.
    expect([last, last + 1]).toContain(stored);
    seen.killed += 1;
    seen.acknowledged += last - before;
    if (stored > last) seen.oneMore += 1;
    last = stored;
  }
  process.stdout.write(`write loop: ${JSON.stringify(seen)}\n`);
  expect(seen.killed).toBe(rounds);
  expect(seen.acknowledged).toBeGreaterThan(rounds);
});

test(`No act on a refund and no cent of it is lost, doubled or half done when the node is killed: ${rounds} rounds`, async () => {
  const waits = waitsOf(1_000);
  const seen = { killed: 0, acknowledged: 0, oneMore: 0, claims: 0 };
  let last = 0;
  for (let round = 0; seen.killed < rounds && round < waits.length; round += 1) {
    const before = last;
    const child = start(['test/fault/refund-loop.ts', folder], (line) => {
      if (/^\d+$/.test(line)) last = Number(line);
    });
    // So far each round that those of one run come to whole claims.
    await until(() => last >= before + 6 || child.exitCode !== null);
    await wait(waits[round]);
    await kill(child, round);
    expect(last).toBeGreaterThan(before);
    const stored = await look(async (database) => {
      const place = await database.read(placeOf);
      const claims = await database.read(listLoopClaims);
      for (const { kept, ledger, acts } of claims) {
        // What happened, what the ledger has of it and the journal go together, or none of them is there.
        expect(ledger.length).toBe(kept.at(-1)?.entries);
        expect(acts).toBe(kept.length);
        const { refund, paid, setOff, retained, waiting } = balanceOf(ledger);
        expect(refund).toBe(paid + setOff + retained);
        expect(waitingAfter(kept.map(({ event }) => event)).at(-1)?.waits).toBe(waiting);
        if (kept.length === lastOfClaim) expect(balanceOf(ledger)).toEqual(wholeBalance);
      }
      expect(claims.slice(0, -1).every(({ kept }) => kept.length === lastOfClaim)).toBe(true);
      seen.claims = claims.length;
      return place;
    });
    // The last one may have been written and its acknowledgement not have come through.
    expect([last, last + 1]).toContain(stored);
    seen.killed += 1;
    seen.acknowledged += last - before;
    if (stored > last) seen.oneMore += 1;
    last = stored;
  }
  process.stdout.write(`refunds: ${JSON.stringify(seen)}\n`);
  expect(seen.killed).toBe(rounds);
  expect(seen.acknowledged).toBeGreaterThan(rounds);
});
