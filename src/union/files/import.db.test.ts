import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { getValue, listCodes } from '#kernel/fixtures/results.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { stateHash } from '#platform/records/state.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { listGroups } from '../bodies/store.ts';
import { makeAnotherUnion, variants } from '../fixtures/another-union.ts';
import { loadBoard } from '../law/store.ts';
import { listBudgets } from '../money/store.ts';
import { documentsFile, exportFolder, manifestFile, recordsFile, transitionsFile } from './export.ts';
import { importFile } from './import.ts';
import { restoreFolder } from './restore.ts';

fc.configureGlobal({ seed: 20200531 });

const first = new URL('../../../data/union/benelux-2013-2019.json', import.meta.url);
let benelux: string;
let database: Database;
let folder: string;
beforeAll(async () => {
  benelux = await readFile(first, 'utf8');
});
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tripoint-export-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const contextOf = (on: Database) => ({ database: on, clock: systemClock, actor: 'test', progress: () => {} });
const load = (text: string, on = database) => importFile(contextOf(on), text);
const restore = (from: string, on = database) => restoreFolder(contextOf(on), from);

type JsonFile = Record<string, unknown> & { meta: Record<string, unknown> };

function changed(text: string, change: (file: JsonFile) => void): string {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
}

/** All that an import may write to. */
async function countRows(on = database) {
  const { rows } = await sql<Record<string, string>>`
    select (select count(*) from platform.record) as records, (select count(*) from platform.transition) as transitions,
      (select count(*) from platform.journal) as entries, (select count(*) from platform.journal_payload) as payloads`.execute(
    on.owner,
  );
  return { ...rows[0], ...(await on.read(stateHash)) };
}

const recordIn = (file: JsonFile, list: string, id: string) => {
  const found = (file[list] as Record<string, unknown>[]).find((record) => record.id === id);
  if (found === undefined) throw new Error(`No ${id} in ${list}`);
  return found;
};

test('Loading the same file again changes nothing', async () => {
  const report = getValue(await load(benelux));
  expect(report).toMatchObject({
    register: 'benelux',
    added: report.records,
    corrected: 0,
    unchanged: 0,
    warnings: [],
  });
  const before = await countRows();
  expect(getValue(await load(benelux))).toMatchObject({ added: 0, corrected: 0, unchanged: report.records });
  expect(await countRows()).toEqual(before);
});

test('A correction replaces what its source said; a later source leaves what was known before it', async () => {
  await load(benelux);
  await load(
    changed(benelux, (file) => {
      recordIn(file, 'working_groups', 'fisc-strat').created = '2013';
    }),
  );
  await load(
    changed(benelux, (file) => {
      file.meta.known_from = '2022-06';
      const group = recordIn(file, 'working_groups', 'fisc-strat');
      Object.assign(group, {
        created: '2013',
        status: 'abolished',
        ended: '2021-03-01',
        status_as_of: '2022-06',
      });
    }),
  );
  const stateAt = async (asOf: string, knownAt: string) => {
    const moment = { register: 'benelux', asOf: date(asOf), knownAt: date(knownAt) };
    const groups = await database.read((tx) => listGroups(tx, moment));
    return groups.find(({ id }) => id === 'fisc-strat')?.state;
  };
  expect(await stateAt('2016-07-01', '2016-07-01')).toBeUndefined();
  expect(await stateAt('2016-07-01', '2020-06-01')).toMatchObject({ state: 'active', since: '2013' });
  expect(await stateAt('2012-12-31', '2020-06-01')).toMatchObject({ state: 'none' });
  expect(await stateAt('2021-12-31', '2020-06-01')).toMatchObject({ state: 'active', since: '2013' });
  expect(await stateAt('2021-12-31', '2022-06-30')).toMatchObject({
    state: 'abolished',
    since: '2021-03-01',
  });
  expect(await stateAt('2020', '2022-06-30')).toMatchObject({ state: 'active', since: '2013' });
  const [register] = await database.read(listRegisters);
  expect(register).toMatchObject({ id: 'benelux', knownFrom: '2022-06' });
  expect((await verifyJournal(database)).faults).toEqual([]);
});

test('A file with faults writes nothing', async () => {
  await load(benelux);
  const before = await countRows();
  const faulty = changed(benelux, (file) => {
    recordIn(file, 'working_groups', 'plef-sg1').parent = 'nowhere';
    recordIn(file, 'working_groups', 'fisc-strat').created = '2014';
  });
  expect(listCodes(await load(faulty))).toEqual(['reference_dangling']);
  expect(listCodes(await load('{"meta": '))).toEqual(['json_invalid']);
  expect(await countRows()).toEqual(before);
});

test('Two imports of one file at once load it once', async () => {
  const reports = await Promise.all([load(benelux), load(benelux)]);
  const added = reports.map((report) => getValue(report).added).toSorted((a, b) => a - b);
  expect(added).toEqual([0, getValue(await load(benelux)).records]);
});

/** The first data set with corrections of the same and of a later date, and two other unions. */
async function loadMuch(): Promise<void> {
  await load(benelux);
  for (const variant of variants) await load(JSON.stringify(makeAnotherUnion(variant)));
  await load(
    changed(benelux, (file) => {
      recordIn(file, 'working_groups', 'fisc-strat').created = '2013';
      file['egna ord'] = { kept: true };
      file.participations = [];
    }),
  );
  await load(
    changed(benelux, (file) => {
      file.meta.known_from = '2022';
      Object.assign(recordIn(file, 'working_groups', 'fisc-strat'), {
        status: 'dormant',
        status_as_of: '2022',
      });
      recordIn(file, 'instruments', 'eow-paper').implementation = {
        NL: { in_law: 'implemented', in_practice: 'unknown' },
      };
    }),
  );
}

test('An export that is restored into an empty database is the same state, with all its times', async () => {
  await loadMuch();
  const exported = getValue(await exportFolder(database, folder));
  expect((await readdir(folder)).toSorted()).toEqual(
    [
      'benelux.json',
      'nordkust-1.json',
      'nordkust-2.json',
      manifestFile,
      recordsFile,
      transitionsFile,
      documentsFile,
    ].toSorted(),
  );
  expect(exported).toMatchObject(
    await database.read(stateHash).then(({ hash, ...counts }) => ({ stateHash: hash, ...counts })),
  );
  const other = await createTestDatabase();
  const again = await mkdtemp(join(tmpdir(), 'tripoint-export-'));
  try {
    expect(getValue(await restore(folder, other))).toMatchObject({ stateHash: exported.stateHash });
    expect(await other.read(stateHash)).toEqual(await database.read(stateHash));
    expect((await verifyJournal(other)).faults).toEqual([]);
    await exportFolder(other, again);
    for (const file of await readdir(folder))
      expect(await readFile(join(again, file), 'utf8'), file).toBe(
        await readFile(join(folder, file), 'utf8'),
      );
    // Life goes on: the restored register takes the next file as the first one would.
    const next = changed(benelux, (file) => {
      file.meta.known_from = '2024';
      recordIn(file, 'working_groups', 'fisc-strat').status_as_of = '2024';
    });
    expect(getValue(await load(next, other))).toEqual(getValue(await load(next)));
    expect(await other.read(stateHash)).toEqual(await database.read(stateHash));
  } finally {
    await other.close();
    await rm(again, { recursive: true });
  }
});

test('The layout file of an export loads into an empty database as the register was last known', async () => {
  await load(
    JSON.stringify(makeAnotherUnion({ seed: 3, currency: 'SEK', statesFormula: true, statesDeficit: true })),
  );
  await exportFolder(database, folder);
  const other = await createTestDatabase();
  try {
    getValue(await load(await readFile(join(folder, 'nordkust-3.json'), 'utf8'), other));
    expect(await other.read(stateHash)).toEqual(await database.read(stateHash));
  } finally {
    await other.close();
  }
});

test('An export that was tampered with, or a database that holds something, is refused and nothing is written', async () => {
  await load(benelux);
  await exportFolder(database, folder);
  expect(listCodes(await exportFolder(database, folder))).toEqual(['folder_not_empty']);
  expect(listCodes(await restore(folder))).toEqual(['database_not_empty']);
  const other = await createTestDatabase();
  try {
    const empty = await countRows(other);
    const tamper: readonly (readonly [string, (text: string) => string])[] = [
      [recordsFile, (text) => text.replace('Netherlands', 'Neverland')],
      [recordsFile, (text) => text.replace(/"recordedAt":"2/, '"recordedAt":"1')],
      [recordsFile, (text) => text.split('\n').slice(1).join('\n')],
      [recordsFile, (text) => `${text}{}\n`],
      [recordsFile, () => ''],
      [transitionsFile, (text) => text.replace('"to":"active"', '"to":"merged"')],
      [transitionsFile, (text) => text.slice(0, -30)],
      [manifestFile, (text) => text.replace(/"stateHash":"./, '"stateHash":"0')],
      [manifestFile, (text) => text.replace('tripoint-export-1', 'tripoint-export-9')],
      [manifestFile, () => '{'],
    ];
    for (const [index, [name, change]] of tamper.entries()) {
      const whole = await readFile(join(folder, name), 'utf8');
      expect(change(whole)).not.toBe(whole);
      await writeFile(join(folder, name), change(whole));
      const codes = listCodes(await restore(folder, other));
      expect(codes, `tampering ${index}`).toHaveLength(1);
      await writeFile(join(folder, name), whole);
    }
    for (const name of [manifestFile, recordsFile, transitionsFile, documentsFile]) {
      const whole = await readFile(join(folder, name), 'utf8');
      await rm(join(folder, name));
      expect(listCodes(await restore(folder, other)), name).toEqual(['export_incomplete']);
      await writeFile(join(folder, name), whole);
    }
    expect(await countRows(other)).toEqual(empty);
    getValue(await restore(folder, other));
  } finally {
    await other.close();
  }
});

test('Another union has its own members, money and words, beside the first', async () => {
  await load(benelux);
  for (const variant of variants) {
    const report = getValue(await load(JSON.stringify(makeAnotherUnion(variant))));
    const moment = { register: report.register, asOf: date('2024'), knownAt: date('2025') };
    const board = await database.read((tx) => loadBoard(tx, moment));
    expect(board.members).toEqual(['AV', 'BJ', 'KO', 'TR']);
    expect(board.deficit === null).toBe(!variant.statesDeficit);
    const { years } = await database.read((tx) => listBudgets(tx, moment));
    const [unknown, known] = years;
    expect(unknown).toMatchObject({
      year: '2022',
      amount: null,
      contributions: null,
      missing: { reason: 'withheld' },
    });
    expect(known?.contributions?.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(
      known?.amount?.minor,
    );
  }
  const registers = await database.read(listRegisters);
  expect(registers.map(({ id }) => id)).toEqual(['benelux', 'nordkust-1', 'nordkust-2']);
});

test('Whatever a file is changed to, it is loaded whole or not at all, and never again on a second time', async () => {
  const whole = JSON.stringify(
    makeAnotherUnion({ seed: 4, currency: 'ISK', statesFormula: true, statesDeficit: true }),
  );
  const places = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
  const outcomes = { loaded: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      places,
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, [], {}, '2017-13', 'AV', -1, 1e300)),
      async (place, value) => {
        const text = changed(whole, (file) => {
          let holder: Record<string, unknown> = file;
          for (const [depth, choice] of place.entries()) {
            const keys = Object.keys(holder);
            const key = keys[choice % Math.max(keys.length, 1)] ?? 'new';
            const inner = holder[key];
            if (depth < place.length - 1 && typeof inner === 'object' && inner !== null)
              holder = inner as Record<string, unknown>;
            else {
              holder[key] = value;
              return;
            }
          }
        });
        const before = await countRows();
        const report = await load(text);
        if (!report.ok) {
          outcomes.refused += 1;
          expect(await countRows()).toEqual(before);
          return;
        }
        outcomes.loaded += 1;
        const after = await countRows();
        expect(getValue(await load(text))).toMatchObject({ added: 0, corrected: 0 });
        expect(await countRows()).toEqual(after);
      },
    ),
    { numRuns: 80 },
  );
  expect(outcomes.loaded).toBeGreaterThan(10);
  expect(outcomes.refused).toBeGreaterThan(10);
  expect((await verifyJournal(database)).faults).toEqual([]);
  const exported = getValue(await exportFolder(database, folder));
  const other = await createTestDatabase();
  try {
    expect(getValue(await restore(folder, other)).stateHash).toBe(exported.stateHash);
  } finally {
    await other.close();
  }
});
