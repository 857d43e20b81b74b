import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { openNode, type Rounds, startRounds, verifierKeys, wholeNode } from '#exchange';
import type { RegisterId } from '#kernel/references.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createLogger } from '#platform/telemetry.ts';
import { feedbackService } from '#vat';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { listOpenCases } from '../../src/vat/cases/open-cases.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import { recordFile } from '../../src/vat/intake/store.ts';
import { takeIn } from '../../src/vat/intake/take-in.ts';
import type { AlertBundle } from '../../src/vat/runs/model.ts';
import { keepPlan } from '../../src/vat/runs/stages.ts';
import { beginRun, finishRun, saveRun } from '../../src/vat/runs/store.ts';
import { type FeatureValues, featureNames } from '../../src/vat/scoring/feature-names.ts';
import { hashOfModel, madeUpModelFile, readModelFile } from '../../src/vat/scoring/model-file.ts';
import { scoreOf } from '../../src/vat/scoring/score.ts';
import type { VatNumber } from '../../src/vat/vat-number.ts';
import { bridgePurpose } from '../../tools/federation/made-up-bridges.ts';
import { type Browser, openBrowser } from './browser.ts';
import { createTestDatabase } from './test-database.ts';

/** Cases of states, by those who sit in the field for them; on a node that has both parties, which ask each other as any two do. */

export const register = 'demo-2020' as RegisterId;
export const path = `/en/${register}/practice/vat`;
export const dutch = 'NL004495445B01';
export const belgian = 'BE0400000086';
export const luxembourgish = 'LU10000356';
export const german = 'DE136695976';

export let folder: string;
export let database: Database;
let server: HttpServer;
let rounds: Rounds;
/** Two who sit for Belgium, one for the Netherlands; Belgium's ministry without that seat; who coordinates the field. */
export let analyst: Browser;
export let liaison: Browser;
export let nl: Browser;
export let ministry: Browser;
export let coordinator: Browser;
export let visitor: Browser;

/** Has the tests of a file run on such a node, of their own. */
export function onNodeWithCases(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tripoint-cases-'));
    const config = readConfig({ TRIPOINT_DATA: folder });
    if (!config.ok) throw new Error(JSON.stringify(config.problems));
    database = await createTestDatabase();
    await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
    await loadDemonstration(database, systemClock);
    const log = createLogger('silent');
    server = await createNodeServer(config.value, database, log, { clock: systemClock });
    const services = [feedbackService({ database, clock: systemClock })];
    const own = { database, clock: systemClock, log, dataFolder: folder, self: wholeNode, services };
    rounds = await startRounds(await openNode(own), { every: 200 });
    analyst = await signIn('fraud-analyst', 'BE', 'fisc-mtic');
    liaison = await signIn('liaison-official', 'BE', 'fisc-mtic');
    nl = await signIn('liaison-official', 'NL', 'fisc-mtic');
    ministry = await signIn('line-ministry', 'BE', '');
    coordinator = await signIn('field-coordinator', '', 'fisc-mtic');
    visitor = openBrowser(server);
  }, 120_000);
  afterAll(async () => {
    await rounds?.stop();
    await server?.close();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });
}

/** Keys of nodes as they publish them for their logs. */
export const logKeys = async () =>
  (await database.read(verifierKeys)).filter(
    (key) => Buffer.from(key.split('+')[2] ?? '', 'base64')[0] === 1,
  );
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}

async function signIn(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register, role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

/** What came of an act through the API: the id of its subject, or the codes of what is wrong. */
export async function act(
  browser: Browser,
  name: string,
  input: object,
): Promise<string | readonly string[]> {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  const said = JSON.parse(answer.body) as { subject?: string; findings?: { code: string }[] };
  return answer.statusCode === 200
    ? (said.subject?.split('/')[1] ?? '')
    : (said.findings ?? []).map(({ code }) => code);
}
export async function done(browser: Browser, name: string, input: object): Promise<string> {
  const came = await act(browser, name, input);
  expect(typeof came, `${name} ${JSON.stringify(came)}`).toBe('string');
  return came as string;
}
export const read = async (browser: Browser, address: string) => (await browser.get(address)).body;
export const opening = { party: 'BE', traders: `${belgian}\n${dutch}`, reason: 'A tip by telephone' };
export const openOne = () => done(analyst, 'vat-cases/open', opening);
export const referenceOf = async (id: string) =>
  /<h1[^>]*>(?:<[^>]*>)*([A-Z]{2}-\d{4}-\d{3})/.exec(await read(analyst, `${path}/cases/${id}`))?.[1] ?? '';
export const draft = (id: string, more: object = {}) => ({
  ...{ id, to: 'NL', what: 'feedback', asked: dutch, purpose: bridgePurpose },
  ...{ instrument: 'police-2018', ...more },
});
/** A statement of one line, taken in by a state; its hash. */
export async function takeInFile(state: string, supplier: string, acquirer: string): Promise<string> {
  const file = join(folder, `${state}.csv`);
  const head = 'supplier,acquirer,kind,period,amount,received,correction';
  await writeFile(file, `${head}\n${supplier},${acquirer},L,2026-03,1000.00,2026-04-20,\n`);
  const limits = { threads: 1, megabytes: 256, spill: join(folder, 'spill') };
  const place = vatFolder(folder, register);
  const taken = await withAnalytics(limits, (analytics) =>
    takeIn(analytics, place, { file, state, received: null }),
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  const { receipt } = taken.value;
  const recorded = { register: register, receipt, name: 'synthetic.csv', actor: 'operator' };
  await database.write((tx) => recordFile(tx, systemClock, recorded));
  return receipt.sha256;
}
/** What a run of Belgium says of one of its traders, by the model that comes with the product and values that are made up. */
export async function makeAlert(file: string) {
  const model = await readModelFile(madeUpModelFile, '');
  if (!model.ok) throw new Error('no model');
  const values = {
    ...Object.fromEntries(featureNames.map((name) => [name, null])),
    age: 20,
    missing_returns: 5,
    gap: 1,
  };
  const read = Object.fromEntries(
    featureNames.map((name) => [
      name,
      (values as Readonly<Record<string, number | null>>)[name] ?? Number.NaN,
    ]),
  );
  const [threshold, month] = [0.2, '2026-03'];
  const score = scoreOf(model.value.model, read as unknown as FeatureValues, threshold);
  const plan = {
    register,
    state: 'BE',
    month,
    files: [],
    cases: [],
    model: hashOfModel(model.value),
    threshold,
    rules: 1,
    synthetic: true,
  };
  const run = await keepPlan(vatFolder(folder, register), plan, model.value);
  const rest = {
    ...{
      model: plan.model,
      trader: 0,
      month: 1,
      threshold,
      values,
      score,
      run,
      number: belgian,
      state: 'BE',
    },
    ...{ period: month, snapshot: 'c'.repeat(64), synthetic: true, leftOut: {}, discrepancies: [] },
    rows: {
      inflow: [
        { kind: 'supplies', file, row: 1 },
        { kind: 'missing_return', trader: belgian, month },
      ],
      archetypes: [{ kind: 'supplies', file, row: 1 }],
    },
  };
  const bundle = { ...rest, hash: hashOf(rest) } as unknown as AlertBundle;
  const [least, most] = score.interval;
  const alert = {
    ...{ run, trader: belgian as VatNumber, place: 1, probability: score.probability, least, most },
    ...{ atStakeCents: 7_654_321, archetypes: [], bundle },
  };
  await database.write(async (tx) => {
    const asked = { id: run, register, party: 'BE', month, model: plan.model, snapshot: 'c'.repeat(64) };
    await saveRun(tx, { ...asked, synthetic: true, askedBy: 'operator' });
    await beginRun(tx, systemClock, run);
    await finishRun(tx, systemClock, run, { alerts: [alert], scored: null });
  });
  return { run, score, model: model.value };
}
/** What the gateway of a party is told of its cases. */
export const openOf = (party: string) =>
  database.read(async (tx) => {
    const one = (await listRegisters(tx)).find((known) => known.id === register);
    if (one === undefined) throw new Error('no register');
    return listOpenCases(tx, { register: one, clock: systemClock }, party);
  });
/** The id of the only request of a case. */
export async function requestOf(id: string): Promise<string> {
  const { rows } = await database.read((tx) =>
    sql<{
      id: string;
    }>`select id from platform.record where kind = 'vat_case_requests' and body->>'case' = ${id}
      order by recorded_at desc limit 1`.execute(tx),
  );
  return rows[0]?.id ?? '';
}
