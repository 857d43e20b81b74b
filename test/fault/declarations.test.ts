import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#platform/database/database.ts';
import { sequenceJournal, verifyJournal } from '#platform/journal/journal.ts';
import { migrations } from '../../src/app/open.ts';
import { runCommand } from '../support/run-command.ts';

/** Rounds in which something was killed in the middle of its work, each of many starts; test:long asks for more. */
const rounds = Math.ceil(Number(process.env.TRIPOINT_ROUNDS ?? 3) / 3);
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-declarations-'));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true }));

/** The same lines each time, of which every tenth is broken. */
function linesOf(count: number): string {
  const lines = ['supplier,acquirer,kind,period,amount,received,correction'];
  for (let line = 0; line < count; line++) {
    const serial = String(100_000 + (line % 5_000));
    const supplier = `LU${serial}${String(Number(serial) % 89).padStart(2, '0')}`;
    const amount = line % 10 === 0 ? '1.234' : `${line}.00`;
    lines.push(
      `${supplier},BE0403019261,L,2019-${String(1 + (line % 12)).padStart(2, '0')},${amount},2020-01-20,`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Starts a command and kills it after some milliseconds, wherever it is then. */
async function killed(dataFolder: string, words: readonly string[], after: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/cli.ts', ...words], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, TRIPOINT_DATA: dataFolder },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  await Promise.race([wait(after), closed]);
  child.kill('SIGKILL');
  await closed;
}

async function answer(dataFolder: string, words: readonly string[]) {
  const ran = await runCommand(dataFolder, [...words, '--json']);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** Every file below a folder, by its name there, as a hash. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(
      async (file) =>
        [
          file.slice(folder.length),
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ] as const,
    ),
  );
  return Object.fromEntries(hashes);
}

test('Whoever is killed while it takes declarations in or matches them goes on the next time, and nothing is lost or doubled', async () => {
  const file = join(home, 'lines.csv');
  await writeFile(file, linesOf(150_000));
  const declared = join(home, 'declared.csv');
  await writeFile(
    declared,
    'acquirer,kind,period,amount,received,correction\nBE0403019261,L,2019,1.00,2020-01-20,\n',
  );
  const ingest = ['vat', 'ingest', file, '--state', 'LU'];
  const ingestOther = ['vat', 'ingest', declared, '--state', 'BE'];

  const whole = join(home, 'whole');
  const loadRegister = ['vat', 'files'];
  await answer(whole, loadRegister);
  const start = performance.now();
  const receipt = await answer(whole, ingest);
  const took = performance.now() - start;
  await answer(whole, ingestOther);
  const matchStart = performance.now();
  const { file: _, ...matching } = await answer(whole, ['vat', 'match']);
  const matchTook = performance.now() - matchStart;
  expect(receipt.files[0].rows).toEqual({
    in: 150_000,
    accepted: 135_000,
    corrected: 0,
    quarantined: 15_000,
  });
  const expected = await filesOf(join(whole, 'vat'));
  expect(Object.keys(expected)).toHaveLength(8);

  const portions = fc.sample(fc.double({ min: 0.05, max: 1, noNaN: true }), {
    seed: 20200531,
    numRuns: rounds,
  });
  for (const [round, portion] of portions.entries()) {
    const folder = join(home, `round-${round}`);
    await answer(folder, loadRegister);
    await killed(folder, ingest, took * portion);
    await killed(folder, ingest, took * (1 - portion / 2));
    const again = await answer(folder, ingest);
    expect(again.files[0]).toEqual({ ...receipt.files[0], wasThere: again.files[0].wasThere });
    await answer(folder, ingestOther);
    await killed(folder, ['vat', 'match'], matchTook * portion);
    const { file: __, ...matched } = await answer(folder, ['vat', 'match']);
    expect(matched).toEqual(matching);
    expect(await filesOf(join(folder, 'vat'))).toEqual(expected);

    const database = await openDatabase(
      { databaseUrl: null, dataFolder: folder, readTimeout: 30_000 },
      { modules: migrations },
    );
    try {
      await sequenceJournal(database);
      expect((await verifyJournal(database)).faults).toEqual([]);
      const { rows } = await database.read((tx) =>
        sql<{ event: string; count: string }>`
          select event, count(*) from platform.journal where event = 'vat.file_taken_in' group by event`.execute(
          tx,
        ),
      );
      expect(rows).toEqual([{ event: 'vat.file_taken_in', count: '2' }]);
    } finally {
      await database.close();
    }
    await rm(folder, { recursive: true });
  }
}, 1_200_000);
