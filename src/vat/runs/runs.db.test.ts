import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { getValue } from '#kernel/fixtures/results.ts';
import type { RegisterId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { enqueue, prepareJobs, startJobs } from '#platform/jobs.ts';
import type { CommandResult } from '#platform/module.ts';
import { createLogger } from '#platform/telemetry.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { vatFolder } from '../intake/commands.ts';
import { foldersOf, listDated, listTaken, rowsFile } from '../intake/receipts.ts';
import { recordFile } from '../intake/store.ts';
import { takeIn } from '../intake/take-in.ts';
import { syntheticFiles } from '../made-up/csv.ts';
import { presets } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { readKnown, usedBy } from '../scoring/known.ts';
import { type ModelFile, madeUpModelFile, readModelFile } from '../scoring/model-file.ts';
import type { VatNumber } from '../vat-number.ts';
import { runCommands } from './commands.ts';
import { startRuns } from './job.ts';
import { type AskedFor, askRun, makeRun, type RunPlace } from './make-run.ts';
import { mostAlerts, type RowBehind, type Run, type RunPlan, runStages } from './model.ts';
import { replayBundle } from './replay.ts';
import { runFolder } from './stages.ts';
import {
  beginRun,
  countRuns,
  findAlert,
  findLatestRun,
  findRun,
  finishRun,
  listAlerts,
  listRuns,
  saveRun,
  stopRun,
} from './store.ts';

const { world } = makeUpWorld({ ...presets.easy, traders: 1_500, months: 14 }, 11);
const register = 'benelux' as RegisterId;
const [state, month] = ['NL', '2002-02'];

let database: Database;
let home = '';
let model: ModelFile;
beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(join(tmpdir(), 'tripoint-runs-'));
  model = getValue(await readModelFile(madeUpModelFile, ''));
  const folder = vatFolder(join(home, 'whole'), register);
  await withAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') }, async (analytics) => {
    for (const { name, state: whose, kind, chunks } of syntheticFiles(world)) {
      if (kind !== 'supplies' && whose !== state) continue;
      const file = join(home, name);
      await writeFile(file, [...chunks()].join(''));
      const { receipt } = getValue(await takeIn(analytics, folder, { file, state: whose, received: null }));
      await database.write((tx) =>
        recordFile(tx, systemClock, { register, receipt, name, actor: 'operator' }),
      );
    }
  });
});
afterAll(async () => {
  await database?.close();
  await rm(home, { recursive: true });
});

/** What was taken in, as that of another register of another node: a run of its own. */
const copyTo = (name: string) =>
  cp(
    join(vatFolder(join(home, 'whole'), register), 'declarations'),
    join(vatFolder(join(home, name), name as RegisterId), 'declarations'),
    { recursive: true },
  );
const placeOf = (name = 'whole'): RunPlace => ({
  database,
  clock: systemClock,
  dataFolder: join(home, name),
});
const asked = (changes: Partial<AskedFor> = {}) => ({
  register,
  state,
  month,
  model,
  cases: [],
  askedBy: 'operator',
  ...changes,
});
const alertsOf = (id: string) => database.read((tx) => listAlerts(tx, id, { limit: 1_000, offset: 0 }));
const stateOfRun = async (id: string) => (await database.read((tx) => findRun(tx, id)))?.state;

/** One of these traders with a supplier abroad, of a recent statement. */
async function tradingPair(named: readonly VatNumber[]): Promise<readonly [VatNumber, VatNumber]> {
  const folder = vatFolder(join(home, 'whole'), register);
  const files = await listDated(folder, usedBy(await listTaken(folder), [state]));
  const taken = await withAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') }, (analytics) =>
    readKnown(analytics, folder, files, { month: 2002 * 12 + 1, inside: [state] }),
  );
  if (taken === null) throw new Error('Nothing was declared');
  const { known, sources } = taken;
  const nameOf = (trader: number | undefined) => sources.numbers[trader as number] as VatNumber;
  const recent = known.months - 4;
  const row = known.supplies.acquirer.findIndex(
    (acquirer, row) => named.includes(nameOf(acquirer)) && known.supplies.month[row] === recent,
  );
  if (row < 0) throw new Error('Nobody who is named bought abroad');
  return [nameOf(known.supplies.acquirer[row]), nameOf(known.supplies.supplier[row])];
}

describe('A run', () => {
  test('is made of files, model, month and state alone, and names traders by trade at stake', async () => {
    const run = getValue(await askRun(placeOf(), asked()));
    expect(run).toMatchObject({ state: 'waiting', party: 'NL', month, synthetic: true });
    const told: string[] = [];
    expect(await makeRun(placeOf(), run.id, { progress: ({ stage }) => void told.push(stage) })).toBe('done');
    expect(runStages.filter((stage) => told.includes(stage)).length).toBeGreaterThan(0);
    const alerts = await alertsOf(run.id);
    expect(alerts.length).toBeGreaterThan(20);
    expect(alerts.length).toBeLessThanOrEqual(mostAlerts);
    expect(alerts.map(({ place }) => place)).toEqual(alerts.map((_, at) => at + 1));
    const expected = alerts.map(({ atStakeCents }) => atStakeCents);
    expect(expected).toEqual(expected.toSorted((a, b) => b - a));
    for (const { trader, probability, least, most, bundle } of alerts) {
      expect(trader.slice(0, 2)).toBe('NL');
      expect(least).toBeLessThanOrEqual(probability);
      expect(most).toBeGreaterThanOrEqual(probability);
      expect(bundle).toMatchObject({ number: trader, run: run.id, period: month, snapshot: run.snapshot });
      expect(replayBundle(model.model, bundle)).toMatchObject({ ok: true, value: { probability } });
    }
    expect(await database.read((tx) => findLatestRun(tx, register, 'NL'))).toMatchObject({ id: run.id });
    expect(await database.read((tx) => findLatestRun(tx, register, 'BE'))).toBeNull();
    // Of so many: all that it scored are named, up to the length of a list.
    const { scored } = (await database.read((tx) => findRun(tx, run.id))) as Run;
    expect(alerts).toHaveLength(Math.min(scored ?? 0, mostAlerts));
    const runsOf = (of: string, page: Parameters<typeof listRuns>[3]) =>
      database.read((tx) => listRuns(tx, of, ['BE', 'NL'], page));
    expect(await runsOf(register, { limit: 5 })).toHaveLength(1);
    expect(await runsOf(register, { limit: 5, state: 'done' })).toHaveLength(1);
    expect(await runsOf(register, { limit: 5, state: 'failed' })).toEqual([]);
    expect(await runsOf(register, { limit: 5, offset: 1 })).toEqual([]);
    expect(await runsOf('nordic', { limit: 5 })).toEqual([]);
    expect(await database.read((tx) => countRuns(tx, register, ['NL']))).toMatchObject({
      done: 1,
      failed: 0,
    });
    const [second] = await database.read((tx) => listAlerts(tx, run.id, { limit: 1, offset: 1 }));
    expect(second).toEqual(alerts[1]);
    expect(await database.read((tx) => findAlert(tx, run.id, second?.trader ?? ''))).toEqual(second);
    expect(await database.read((tx) => findAlert(tx, run.id, 'NL0'))).toBeNull();
    // Asked for again it is there; of another month, state, register or model it is another.
    expect(getValue(await askRun(placeOf(), asked()))).toMatchObject({ id: run.id, state: 'done' });
    for (const changes of [
      { month: '2002-01' },
      { model: { ...model, model: { ...model.model, bridged: false } } },
    ])
      expect(getValue(await askRun(placeOf(), asked(changes))).id).not.toBe(run.id);
  });

  test('tells by its snapshot which day of receipt held for rows that say none, of the same bytes', async () => {
    const file = join(home, 'undated.csv');
    const head = 'supplier,acquirer,kind,period,amount,received,correction';
    await writeFile(file, `${head}\nBE0400000086,NL004495445B01,L,2002-01,1000.00,,\n`);
    const snapshots: string[] = [];
    for (const [name, received] of [
      ['early', '2002-01-20'],
      ['early-too', '2002-01-20'],
      ['late', '2002-03-20'],
    ] as const) {
      const folder = vatFolder(join(home, name), register);
      const limits = { threads: 1, megabytes: 256, spill: join(home, 'spill') };
      getValue(
        await withAnalytics(limits, (analytics) =>
          takeIn(analytics, folder, { file, state: 'BE', received }),
        ),
      );
      const run = getValue(await askRun(placeOf(name), asked()));
      snapshots.push(run.snapshot);
      await database.write((tx) => stopRun(tx, systemClock, run.id));
    }
    expect(snapshots[1]).toBe(snapshots[0]);
    expect(snapshots[2]).not.toBe(snapshots[0]);
  });

  test('has behind every reason rows that can be opened in the files, about the trader', async () => {
    const run = getValue(await askRun(placeOf(), asked()));
    const alerts = (await alertsOf(run.id)).slice(0, 25);
    const opened = await openAll(alerts.flatMap(({ bundle }) => Object.values(bundle.rows).flat()));
    let count = 0;
    for (const { trader, bundle } of alerts) {
      for (const { input: name } of bundle.score.reasons) {
        const rows = bundle.rows[name] ?? [];
        expect(rows.length, `${name} of ${trader}`).toBeGreaterThan(0);
        count += rows.length;
        if (['inflow', 'gap', 'gap_cents', 'few_suppliers'].includes(name))
          for (const row of rows.filter(({ kind }) => kind === 'supplies'))
            expect(opened.get(JSON.stringify(row))?.acquirer, name).toBe(trader);
      }
    }
    expect(count).toBeGreaterThan(100);
    for (const [row, found] of opened) expect(found, row).toBeDefined();
  });

  test('that was interrupted anywhere goes on after its last whole stage, to the same result', async () => {
    const whole = getValue(await askRun(placeOf(), asked()));
    const expected = await alertsOf(whole.id);
    const interrupted: string[] = [];
    for (const [at, stage] of runStages.entries()) {
      const name = `interrupted-${at}`;
      await copyTo(name);
      const run = getValue(await askRun(placeOf(name), asked({ register: name as RegisterId })));
      const ending = new AbortController();
      // Ends it as soon as it says that it is at this stage, or after it.
      const progress = (now: { readonly stage: string }) => {
        if (runStages.indexOf(now.stage as never) >= at) ending.abort();
      };
      const first = await makeRun(placeOf(name), run.id, { signal: ending.signal, progress });
      if (first === 'running') interrupted.push(stage);
      expect(await makeRun(placeOf(name), run.id)).toBe('done');
      const made = await alertsOf(run.id);
      expect(made.map(withoutRun)).toEqual(expected.map(withoutRun));
      for (const one of runStages)
        expect(await readFile(firstFile(name, run.id, one)), one).toEqual(
          await readFile(firstFile('whole', whole.id, one)),
        );
    }
    expect(interrupted.length).toBeGreaterThan(1);
  });

  test('is stopped between two parts, and goes on when it is asked for again', async () => {
    const name = 'stopped';
    await copyTo(name);
    const run = getValue(await askRun(placeOf(name), asked({ register: name as RegisterId })));
    const making = makeRun(placeOf(name), run.id);
    await wait(50);
    expect(await database.write((tx) => stopRun(tx, systemClock, run.id))).toBe(true);
    expect(await making).toBe('stopped');
    expect(await alertsOf(run.id)).toEqual([]);
    expect(await database.write((tx) => stopRun(tx, systemClock, run.id))).toBe(false);
    expect(await makeRun(placeOf(name), run.id)).toBe('stopped');
    expect(getValue(await askRun(placeOf(name), asked({ register: name as RegisterId })))).toMatchObject({
      state: 'waiting',
    });
    expect(await makeRun(placeOf(name), run.id)).toBe('done');
    expect((await alertsOf(run.id)).length).toBeGreaterThan(20);
  });

  test('that was begun by other rules does not go on, whatever of it is there', async () => {
    const name = 'other-rules';
    await copyTo(name);
    const run = getValue(await askRun(placeOf(name), asked({ register: name as RegisterId })));
    const folder = vatFolder(join(home, name), name as RegisterId);
    const file = join(runFolder(folder, run.id), 'plan', 'plan.json');
    const plan = JSON.parse(await readFile(file, 'utf8')) as RunPlan;
    await writeFile(file, JSON.stringify({ ...plan, rules: plan.rules - 1 }));
    expect(await makeRun(placeOf(name), run.id)).toBe('failed');
    expect((await database.read((tx) => findRun(tx, run.id)))?.problem).toMatchObject({
      code: 'vat_run_other_rules',
    });
    expect(await alertsOf(run.id)).toEqual([]);
  });

  test('that somebody stopped when all of it was made stays stopped, and leaves no alerts', async () => {
    const whole = getValue(await askRun(placeOf(), asked()));
    const id = 'f'.repeat(32);
    await database.write(async (tx) => {
      await saveRun(tx, { ...whole, id, register: 'stopped-last' as RegisterId });
      expect(await beginRun(tx, systemClock, id)).not.toBeNull();
      expect(await stopRun(tx, systemClock, id)).toBe(true);
      const alerts = (await listAlerts(tx, whole.id, { limit: 3, offset: 0 })).map((alert) => ({
        ...alert,
        run: id,
      }));
      await finishRun(tx, systemClock, id, { alerts, scored: null });
    });
    expect(await stateOfRun(id)).toBe('stopped');
    expect(await alertsOf(id)).toEqual([]);
  });

  test('counts who trades with a confirmed case as near one, and names nobody who is one', async () => {
    const before = await alertsOf(getValue(await askRun(placeOf(), asked())).id);
    const nearOf = ({ bundle }: (typeof before)[number]) => bundle.values.near_cases ?? 0;
    expect(before.map(nearOf).filter((near) => near > 0)).toEqual([]);
    const named = before.map(({ trader }) => trader);
    const [partner, abroad] = await tradingPair(named);
    const own = named.find((one) => one !== partner) as VatNumber;
    const days = { confirmed: '2002-02-10' as PlainDate, from: '2001-11-01' as PlainDate, until: null };
    const confirmed = [abroad, own].map((number) => ({ ...days, number }));
    const later = { ...days, number: partner, confirmed: '2002-03-01' as PlainDate };
    const run = getValue(await askRun(placeOf(), asked({ cases: [later, ...confirmed, ...confirmed] })));
    expect(await makeRun(placeOf(), run.id)).toBe('done');
    const after = await alertsOf(run.id);
    expect(after.map(({ trader }) => trader)).not.toContain(own);
    const near = after.find(({ trader }) => trader === partner);
    expect(near === undefined ? null : nearOf(near)).toBeGreaterThan(0);
    // What was confirmed after the month changes nothing of it; what was before does, and whoever asks again has the same.
    expect(run.id).not.toBe(getValue(await askRun(placeOf(), asked())).id);
    expect(getValue(await askRun(placeOf(), asked({ cases: confirmed.toReversed() }))).id).toBe(run.id);
    expect(getValue(await askRun(placeOf(), asked({ cases: [later] }))).id).toBe(
      getValue(await askRun(placeOf(), asked())).id,
    );
  });

  test('fails with words where nothing was due yet, and is refused where nothing was taken in', async () => {
    const early = getValue(await askRun(placeOf(), asked({ month: '2000-12' })));
    expect(await makeRun(placeOf(), early.id)).toBe('failed');
    expect(await database.read((tx) => findRun(tx, early.id))).toMatchObject({
      problem: { code: 'vat_nothing_declared' },
    });
    expect(await askRun(placeOf('empty'), asked())).toMatchObject({
      problems: [{ code: 'vat_nothing_taken_in' }],
    });
  });

  test('is made by the node’s job, which no other job waits for', async () => {
    const name = 'job';
    await copyTo(name);
    await prepareJobs(database);
    let others = 0;
    const runs = startRuns(placeOf(name), createLogger('silent'));
    const other = { task: 'other', run: async () => void others++ };
    const jobs = await startJobs(database, [runs.job, other], createLogger('silent'));
    try {
      const run = getValue(await askRun(placeOf(name), asked({ register: name as RegisterId })));
      await database.write((tx) => enqueue(tx, 'other'));
      while (others < 2) await wait(20);
      expect(await stateOfRun(run.id)).not.toBe('done');
      while ((await stateOfRun(run.id)) !== 'done') await wait(50);
      expect((await alertsOf(run.id)).length).toBeGreaterThan(20);
    } finally {
      await jobs.stop();
      await runs.stop();
    }
  });
});

describe('What an operator does with runs', () => {
  const commands = runCommands(async (_tx, { register: { id } }, party) =>
    id === register && party === 'NL'
      ? [
          {
            number: 'NL000000000B00' as VatNumber,
            confirmed: '2001-02-03' as PlainDate,
            from: null,
            until: null,
          },
        ]
      : [],
  );
  const command = (name: string, positionals: readonly string[], options: object = {}) => {
    const context = {
      ...{ positionals, options, language: 'en', clock: systemClock, database },
      ...{ dataFolder: join(home, 'whole'), progress: () => {} },
      register: async () => ok({ id: register }),
    };
    const found = commands.find((one) => one.name === name) as {
      run: (given: object) => Promise<CommandResult>;
    };
    return found.run(context);
  };
  const journalled = async (subject: string) => {
    const { rows } = await sql<{ event: string; party: string; payload: { traders?: string[] } }>`
      select event, party, payload from platform.journal join platform.journal_payload on entry = id
      where actor = 'operator' and subject = ${`vat_runs/${subject}`} order by id`.execute(database.owner);
    return rows;
  };

  test('is in the journal: who was named to him, what he took out, and what he stopped', async () => {
    const scored = await command('vat score', [], { state: 'NL', month });
    if (scored.kind !== 'answer') throw new Error(JSON.stringify(scored));
    const { run, alerts } = scored.json as { run: { id: string }; alerts: { trader: string }[] };
    expect(alerts.length).toBeGreaterThan(20);
    // Cases that he does not name himself are in what it is made of.
    const plan = await readFile(
      join(runFolder(vatFolder(join(home, 'whole'), register), run.id), 'plan', 'plan.json'),
    );
    expect(JSON.parse(plan.toString()).cases).toMatchObject([
      { number: 'NL000000000B00', confirmed: '2001-02-03' },
    ]);
    const trader = alerts[0]?.trader ?? '';
    const out = join(home, 'bundle.json');
    expect(await command('vat bundle', [run.id, trader], { out })).toMatchObject({ kind: 'answer' });
    expect(await journalled(run.id)).toMatchObject([
      { event: 'vat.run_asked', party: 'NL' },
      { event: 'vat_alerts.read', party: 'NL', payload: { traders: alerts.map((one) => one.trader) } },
      { event: 'vat_alerts.bundle', party: 'NL', payload: { traders: [trader] } },
    ]);
    // What is not there was not handed out; what was done before was not stopped.
    expect(await command('vat bundle', [run.id, 'NL0'], { out })).toMatchObject({ kind: 'findings' });
    expect(await command('vat stop', [run.id])).toMatchObject({ kind: 'findings' });
    expect(await journalled(run.id)).toHaveLength(3);
    const waiting = getValue(await askRun(placeOf(), asked({ month: '2001-12' })));
    expect(await command('vat stop', [waiting.id])).toMatchObject({ kind: 'answer' });
    expect((await journalled(waiting.id)).map(({ event }) => event)).toEqual([
      'vat.run_asked',
      'vat.run_stopped',
    ]);
  });
});

const withoutRun = ({
  run: _,
  bundle: { run: __, hash: ___, ...bundle },
  ...alert
}: Awaited<ReturnType<typeof alertsOf>>[number]) => ({ ...alert, bundle });

const files = {
  match: 'matching.json',
  bridges: 'bridges.json',
  features: 'columns.bin',
  scores: '',
} as const;
const firstFile = (name: string, id: string, stage: keyof typeof files) =>
  join(
    runFolder(vatFolder(join(home, name), name === 'whole' ? register : (name as RegisterId)), id),
    ...(stage === 'scores' ? ['features', 'features.json'] : [stage, files[stage]]),
  );

/** Rows of files as they stand there, by what is said of them. */
async function openAll(rows: readonly RowBehind[]) {
  const found = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  const states = ['NL', ...world.states];
  await withAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') }, async (analytics) => {
    const byFile = Map.groupBy(
      rows.filter((row) => 'file' in row),
      ({ kind, file }) => `${kind}/${file}`,
    );
    for (const [key, own] of byFile) {
      const [kind = '', file = ''] = key.split('/');
      for (const whose of states) {
        const path = join(
          foldersOf(vatFolder(join(home, 'whole'), register), whose, kind as 'supplies'),
          file,
          rowsFile,
        );
        const there = await readFile(path).then(
          () => true,
          () => false,
        );
        if (!there) continue;
        const stored = await analytics.rows(`SELECT * FROM read_parquet('${path}')`);
        const byRow = new Map(stored.map((row) => [row.row, row]));
        for (const row of own) found.set(JSON.stringify(row), byRow.get(row.row));
        break;
      }
    }
  });
  return found;
}
