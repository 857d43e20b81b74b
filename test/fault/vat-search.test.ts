import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namesIn } from '../../src/vat/intake/receipts.ts';
import { runCommand } from '../support/run-command.ts';

/** Rounds in which a search is killed twice; test:long asks for more. */
const rounds = Math.ceil(Number(process.env.TRIPOINT_ROUNDS ?? 3) / 3);
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const limits = ['--max-length', '5', '--workers', '1'];
const inPeriods = ['vat', 'search', '--from', '2026-01', '--until', '2026-03', ...limits];
const inInvoices = ['vat', 'search', '--invoices', '--state', 'LU', '--days', '10', ...limits];

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-search-'));
  await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true }));

/** Supplies, or invoices, among some thousands, in no order, the same each time. */
function linesOf(count: number, kind: 'supplies' | 'invoices'): string {
  let state = 7;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const trader = () => {
    const serial = 100_000 + draw(3_000);
    return `LU${serial}${String(serial % 89).padStart(2, '0')}`;
  };
  const lines = [
    kind === 'supplies'
      ? 'supplier,acquirer,kind,period,amount,received,correction'
      : 'seller,buyer,number,date,amount,vat,received',
  ];
  for (let line = 0; line < count; line++) {
    const [seller, buyer, month] = [trader(), trader(), `2026-0${1 + draw(3)}`];
    const amount = `${100 + draw(4_000)}.00`;
    lines.push(
      kind === 'supplies'
        ? `${seller},${buyer},L,${month},${amount},2026-04-20,`
        : `${seller},${buyer},${line},${month}-${10 + draw(18)},${amount},0.00,2026-04-20`,
    );
  }
  return `${lines.join('\n')}\n`;
}

async function answer(words: readonly string[]) {
  const ran = await runCommand(home, [...words, '--json']);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** Every file below a folder, by its name there, as a hash. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes: [string, string][] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    hashes.push([
      file.slice(folder.length),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]);
  }
  return Object.fromEntries(hashes.sort());
}

/** Starts the search, and signals it when so many parts are on the disk, or it has ended before; with what it said. */
async function signalled(search: readonly string[], folder: string, parts: number, signal: NodeJS.Signals) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/app/cli.ts', ...search, '--json'],
    {
      cwd: projectFolder,
      env: { PATH: process.env.PATH, TRIPOINT_DATA: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = once(child, 'close');
  while (child.exitCode === null && (await namesIn(join(folder, 'parts'))).length < parts) await wait(5);
  child.kill(signal);
  const [status] = await closed;
  return { status, said };
}

test('Whoever is killed or stopped while he searches goes on the next time, and finds what he would have found', async () => {
  await takeIn('supplies', 60_000);
  await killedAndGoneOn(inPeriods);
}, 1_200_000);

test('Whoever is killed or stopped while he searches invoices goes on the next time, and loses and doubles nothing', async () => {
  await takeIn('invoices', 60_000);
  await killedAndGoneOn([...inInvoices, '--from', '2026-01-01', '--until', '2026-03-31']);
}, 1_200_000);

test('A search for what came since that is killed has seen nothing until it has found all', async () => {
  await takeIn('invoices', 60_000);
  const search = [...inInvoices, '--since-last'];
  const found = await answer(search);
  expect(found.bundles).toBeGreaterThan(10);
  expect(await answer(search)).toEqual({ nothingNew: true, searches: 1 });
  const folder = join(found.file, '..');
  const expected = await filesOf(folder);
  const notes = (await namesIn(join(folder, '..'))).filter((name) => name.startsWith('since-'));
  expect(notes).toHaveLength(1);
  for (const name of [...notes, found.id]) await rm(join(folder, '..', name), { recursive: true });
  expect(await signalled(search, folder, 2, 'SIGKILL')).toEqual({ status: null, said: '' });
  expect((await namesIn(join(folder, '..'))).filter((name) => name.startsWith('since-'))).toEqual([]);
  expect(await answer(search)).toEqual(found);
  expect(await filesOf(folder)).toEqual(expected);
  expect(await answer(search)).toEqual({ nothingNew: true, searches: 1 });
}, 1_200_000);

async function takeIn(kind: 'supplies' | 'invoices', count: number): Promise<void> {
  const file = join(home, 'lines.csv');
  await writeFile(file, linesOf(count, kind));
  await answer(['vat', 'files']);
  await answer(['vat', 'ingest', file, '--state', 'LU']);
}

async function killedAndGoneOn(search: readonly string[]): Promise<void> {
  const found = await answer(search);
  expect(found.bundles).toBeGreaterThan(10);
  const folder = join(found.file, '..');
  const expected = await filesOf(folder);
  const { parts } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  expect(parts).toBeGreaterThan(8);
  expect(Object.keys(expected)).toHaveLength(parts + 3);

  for (let round = 0; round < rounds; round++) {
    await rm(folder, { recursive: true });
    const half = 1 + ((5 * round) % Math.floor(parts / 2));
    expect(await signalled(search, folder, half, 'SIGKILL')).toEqual({ status: null, said: '' });
    const left = await namesIn(join(folder, 'parts'));
    expect(left.length).toBeGreaterThanOrEqual(half);
    expect(await namesIn(folder)).not.toContain('result.json');
    // What was done is as it will be.
    const kept = await filesOf(folder);
    expect(expected).toMatchObject(kept);
    const stopped = await signalled(search, folder, left.length + 1, 'SIGINT');
    expect(stopped.status).toBe(1);
    expect(JSON.parse(stopped.said)).toMatchObject({ stopped: true, parts });
    await signalled(search, folder, parts, 'SIGKILL');
    expect(await answer(search)).toEqual(found);
    expect(await filesOf(folder)).toEqual(expected);
    expect(await namesIn(join(folder, '..', '..', 'incoming'))).toEqual([]);
  }
}
