import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyConsistency, verifyInclusion } from '#kernel/merkle.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { appendJournal, listPlaced, sequenceJournal } from '#platform/journal/journal.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { checkpointText } from './checkpoint.ts';
import { makeReceipt, writeLog } from './export.ts';
import { cosignNote, signNote, verifierKey } from './signed-note.ts';
import { growLog, loadConsistencyProof, loadRoot, sha256, sizeOf } from './store.ts';

const program = fileURLToPath(new URL('../../../verify/tripoint-verify.mjs', import.meta.url));
const signerOf = (name: string) => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  return { name, key, publicKey };
};
/** Enough for a tile of the second level, which takes 65,536 entries. */
const largest = 65_700;
const [keeper, witness] = [signerOf('tripoint/NL'), signerOf('tripoint/witness')];
const keys = ['--key', verifierKey(keeper, 'log'), '--key', verifierKey(witness, 'cosigner')];

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tripoint-log-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function grow(count: number): Promise<void> {
  const size = await database.read(sizeOf);
  const entries = Array.from({ length: count }, (_, index) => ({
    event: 'exchange.tried',
    actor: 'test',
    party: 'NL',
    payload: { canary: `plate-${size + index}`, né: [1.5, null, 'ü'] },
  }));
  await database.write((tx) => appendJournal(tx, systemClock, entries));
  await sequenceJournal(database);
  await growLog(database);
}

async function checkpoint(origin = keeper.name) {
  return database.read(async (tx) => {
    const size = await sizeOf(tx);
    const text = checkpointText({ origin, size, root: await loadRoot(tx, size) });
    return { size, note: cosignNote(signNote(text, keeper), witness, 1_770_000_000) };
  });
}

type Verdict = { readonly faults: readonly { readonly fault: string }[]; readonly erased?: number };

/** The program itself, as an outsider starts it, with nothing of ours on its path. */
function verified(...args: readonly string[]): Verdict & { readonly status: number | null } {
  const { stdout, status } = spawnSync('/usr/bin/env', ['node', program, ...args], {
    encoding: 'utf8',
    cwd: '/',
  });
  return { status, ...(JSON.parse(stdout) as Verdict) };
}
const faultsOf = (...args: readonly string[]) => verified(...args).faults.map(({ fault }) => fault);

test('The verifier shares no code with what it verifies', async () => {
  const imported = [...(await readFile(program, 'utf8')).matchAll(/from '([^']+)'|import\(|require\(/g)];
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter(([, name]) => name?.startsWith('node:') !== true)).toEqual([]);
});

describe('A log that grew', () => {
  const folders: string[] = [];
  let first: { readonly size: number; readonly note: string };
  let last: typeof first;
  let earlier: string;

  beforeAll(async () => {
    await grow(300);
    first = await checkpoint();
    earlier = join(folder, 'earlier');
    await writeFile(earlier, first.note);
    await grow(largest - 300);
    last = await checkpoint();
    folders.push(join(folder, 'log'));
    await database.read((tx) => writeLog(tx, folders[0] as string, last));
  });

  /** The log as somebody changed it: its lines, and its checkpoint signed again by its own keeper. */
  async function changed(
    name: string,
    change: (lines: string[]) => readonly string[],
    note: string = last.note,
  ): Promise<string> {
    const copy = join(folder, name);
    await cp(folders[0] as string, copy, { recursive: true });
    const lines = (await readFile(join(copy, 'entries.jsonl'), 'utf8')).trimEnd().split('\n');
    await writeFile(join(copy, 'entries.jsonl'), `${change(lines).join('\n')}\n`);
    await writeFile(join(copy, 'checkpoint'), note);
    return copy;
  }

  test('is whole to who kept an earlier checkpoint', () => {
    const verdict = verified('log', folders[0] as string, ...keys, '--earlier', earlier);
    expect(verdict).toMatchObject({
      status: 0,
      origin: 'tripoint/NL',
      size: largest,
      earlier: 300,
      erased: 0,
      faults: [],
    });
  });

  test('has tiles of two levels, written once each', async () => {
    const { rows } = await database.read((tx) =>
      sql<{ level: number; count: string }>`
        select level, count(*) as count from exchange.log_tile group by level order by level`.execute(tx),
    );
    expect(rows).toEqual([
      { level: 0, count: String(Math.floor(largest / 256)) },
      { level: 1, count: '1' },
    ]);
    expect(await growLog(database)).toBe(0);
    await expect(
      database.write((tx) => sql`update exchange.log_tile set root = hashes`.execute(tx)),
    ).rejects.toThrow('permission denied');
  });

  test('proves by its tiles that it goes on from before, and that an entry is in it', async () => {
    const [root, before, proof] = await database.read(async (tx) => [
      await loadRoot(tx, last.size),
      await loadRoot(tx, first.size),
      await loadConsistencyProof(tx, first.size, last.size),
    ]);
    const from = { size: first.size, root: before };
    expect(verifyConsistency(sha256, proof, from, { size: last.size, root })).toBe(true);
    const receipt = await database.read((tx) => makeReceipt(tx, 65_600, last));
    const file = join(folder, 'receipt.json');
    await writeFile(file, JSON.stringify(receipt));
    expect(verified('receipt', file, ...keys)).toMatchObject({ status: 0, index: 65_600, faults: [] });
    await writeFile(file, JSON.stringify({ ...receipt, index: 65_601 }));
    expect(faultsOf('receipt', file, ...keys)).toEqual(['not_in_the_log']);
    await writeFile(file, JSON.stringify({ ...receipt, payload: { canary: 'plate-1' } }));
    expect(faultsOf('receipt', file, ...keys)).toEqual(['payload_differs']);
    expect(verifyInclusion(sha256, [], { leaf: root, index: 0, size: 2, root })).toBe(false);
  });

  test('from which an entry was deleted is found out', async () => {
    const log = await changed('deleted', (lines) => lines.toSpliced(100, 1));
    expect(faultsOf('log', log, ...keys, '--earlier', earlier)).toEqual([
      'entries_missing',
      'not_a_continuation',
    ]);
  });

  test('of which an entry was altered is found out, in its fields and in its payload', async () => {
    const fields = await changed('altered', (lines) =>
      lines.with(100, (lines[100] as string).replace('"actor":"test"', '"actor":"nobody"')),
    );
    expect(faultsOf('log', fields, ...keys, '--earlier', earlier)).toEqual([
      'root_differs',
      'not_a_continuation',
    ]);
    const payload = await changed('payload', (lines) =>
      lines.with(100, (lines[100] as string).replace('plate-100', 'plate-101')),
    );
    expect(faultsOf('log', payload, ...keys, '--earlier', earlier)).toEqual(['payload_differs']);
  });

  test('of which two entries changed places is found out', async () => {
    const log = await changed('reordered', (lines) =>
      lines.with(10, lines[11] as string).with(11, lines[10] as string),
    );
    expect(faultsOf('log', log, ...keys, '--earlier', earlier)).toEqual([
      'root_differs',
      'not_a_continuation',
    ]);
  });

  test('that was cut off and signed again is found out', async () => {
    const text = await database.read(async (tx) =>
      checkpointText({ origin: keeper.name, size: 200, root: await loadRoot(tx, 200) }),
    );
    const log = await changed('truncated', (lines) => lines.slice(0, 200), signNote(text, keeper));
    expect(faultsOf('log', log, ...keys)).toEqual([]);
    expect(faultsOf('log', log, ...keys, '--earlier', earlier)).toEqual(['truncated']);
  });

  test('that shows others another history, well signed, is found out', async () => {
    // A fork: the keeper writes a log of its own for this reader, whole in itself, of the same name and more entries.
    const other = await createTestDatabase();
    try {
      const entries = Array.from({ length: 400 }, () => ({
        event: 'exchange.tried',
        actor: 'test',
        payload: {},
      }));
      await other.write((tx) => appendJournal(tx, systemClock, entries));
      await sequenceJournal(other);
      await growLog(other);
      const forked = join(folder, 'forked');
      await other.read(async (tx) => {
        const text = checkpointText({ origin: keeper.name, size: 400, root: await loadRoot(tx, 400) });
        await writeLog(tx, forked, { size: 400, note: signNote(text, keeper) });
      });
      expect(faultsOf('log', forked, ...keys)).toEqual([]);
      expect(faultsOf('log', forked, ...keys, '--earlier', earlier)).toEqual(['not_a_continuation']);
    } finally {
      await other.close();
    }
  });

  test('whose checkpoint somebody else signed is nobody’s', async () => {
    const text = checkpointText({ origin: keeper.name, size: 3, root: sha256(new Uint8Array()) });
    const log = await changed('unsigned', (lines) => lines, signNote(text, signerOf(keeper.name)));
    expect(faultsOf('log', log, ...keys)).toEqual(['checkpoint_unsigned']);
  });

  test('whose checkpoint only others signed is nobody’s, whichever of their keys is given', async () => {
    const other = signerOf('tripoint/BE');
    const text = await database.read(async (tx) =>
      checkpointText({ origin: keeper.name, size: last.size, root: await loadRoot(tx, last.size) }),
    );
    const [own, cosigner] = [verifierKey(keeper, 'log'), verifierKey(other, 'cosigner')];
    const byLog = await changed('by-log', (lines) => lines, signNote(text, other));
    expect(faultsOf('log', byLog, '--key', own, '--key', verifierKey(other, 'log'))).toEqual([
      'checkpoint_unsigned',
    ]);
    // Only the line of the one who saw it, without that of the log.
    const seen = cosignNote(`${text}\n`, other, 1_770_000_000);
    const byWitness = await changed('by-witness', (lines) => lines, seen);
    expect(faultsOf('log', byWitness, '--key', own, '--key', cosigner)).toEqual(['checkpoint_unsigned']);
    const forged = join(folder, 'forged-earlier');
    await writeFile(forged, seen);
    const [whole = ''] = folders;
    expect(faultsOf('log', whole, ...keys, '--key', cosigner, '--earlier', forged)).toEqual([
      'earlier_unsigned',
    ]);
    const receipt = await database.read((tx) => makeReceipt(tx, 3, { size: last.size, note: seen }));
    const file = join(folder, 'unsigned-receipt.json');
    await writeFile(file, JSON.stringify(receipt));
    expect(faultsOf('receipt', file, '--key', own, '--key', cosigner)).toEqual(['unreadable']);
    await writeFile(file, '{}');
    expect(verified('receipt', file, '--key', own)).toMatchObject({
      status: 1,
      faults: [{ fault: 'unreadable', reason: 'It is no receipt' }],
    });
  });

  test('that cannot be looked at, or with what is no key, is wrong usage and no verdict', () => {
    const run = (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync('/usr/bin/env', ['node', program, ...words], {
        encoding: 'utf8',
        cwd: '/',
      });
      return [status, stdout, stderr];
    };
    const own = verifierKey(keeper, 'log');
    const away = join(folder, 'not-there');
    const [whole = ''] = folders;
    expect(run('log', away, '--key', own)).toEqual([2, '', expect.stringContaining('cannot be read')]);
    expect(run('receipt', away, '--key', own)).toEqual([2, '', expect.stringContaining('cannot be read')]);
    expect(run('log', whole, '--key', 'x')).toEqual([2, '', 'x is no key\n']);
    expect(run('log', whole, '--key', own, '--earlier', away)).toEqual([
      2,
      '',
      expect.stringContaining('cannot be read'),
    ]);
  });

  test('of which a payload was altered and its salt taken away is found out, and not taken for erased', async () => {
    const without = (line: string, { payload: other }: { readonly payload?: unknown } = {}) => {
      const { salt: _, ...rest } = JSON.parse(line) as Readonly<Record<string, unknown>>;
      return JSON.stringify({ ...rest, ...(other === undefined ? {} : { payload: other }) });
    };
    const log = await changed('saltless', (lines) =>
      lines.with(100, without(lines[100] as string, { payload: { canary: 'plate-101', note: '"salt"' } })),
    );
    expect(verified('log', log, ...keys)).toMatchObject({
      status: 1,
      erased: 0,
      faults: [{ fault: 'payload_differs', entry: 100 }],
    });
    const payloadless = await changed('payloadless', (lines) => {
      const { payload: _, ...rest } = JSON.parse(lines[100] as string) as Readonly<Record<string, unknown>>;
      return lines.with(100, JSON.stringify(rest));
    });
    expect(faultsOf('log', payloadless, ...keys)).toEqual(['payload_differs']);
    const receipt = await database.read((tx) => makeReceipt(tx, 100, last));
    const file = join(folder, 'saltless.json');
    await writeFile(file, without(JSON.stringify(receipt)));
    expect(faultsOf('receipt', file, ...keys)).toEqual(['payload_differs']);
  });

  test('keeps every proof when a payload is erased at the end of its retention, and the payload is gone', async () => {
    const erased = 42;
    const [placed] = await database.read((tx) => listPlaced(tx, erased + 1, erased + 1));
    expect(JSON.stringify(placed)).toContain(`plate-${erased}"`);
    await database.owner.transaction().execute(async (tx) => {
      await sql`set local role tripoint_retention`.execute(tx);
      await sql`delete from platform.journal_payload where entry = ${placed?.entry.id}`.execute(tx);
    });
    const log = join(folder, 'erased');
    await database.read((tx) => writeLog(tx, log, last));
    expect(verified('log', log, ...keys, '--earlier', earlier)).toMatchObject({
      status: 0,
      erased: 1,
      faults: [],
    });
    const text = await readFile(join(log, 'entries.jsonl'), 'utf8');
    expect(text).not.toContain(`plate-${erased}"`);
    // What is left is a hash over a salt that is gone too: the few values that it could have are not told apart.
    expect(text).not.toContain(placed?.salt);
    const beside = await database.read((tx) => makeReceipt(tx, erased + 1, last));
    const file = join(folder, 'beside.json');
    await writeFile(file, JSON.stringify(beside));
    expect(faultsOf('receipt', file, ...keys)).toEqual([]);
  });
});
