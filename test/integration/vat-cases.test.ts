import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNode, type Rounds, startRounds, verifierKeys, wholeNode } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { sequenceJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createLogger } from '#platform/telemetry.ts';
import { importFile } from '#union';
import { feedbackService, vatDemonstration } from '#vat';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { startRun } from '../../src/vat/alerts/actions.ts';
import { checkCaseFile } from '../../src/vat/cases/case-file.ts';
import { listConfirmed, listOpenCases } from '../../src/vat/cases/open-cases.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import { recordFile } from '../../src/vat/intake/store.ts';
import { takeIn } from '../../src/vat/intake/take-in.ts';
import type { AlertBundle, RunPlan } from '../../src/vat/runs/model.ts';
import { keepPlan, runFolder } from '../../src/vat/runs/stages.ts';
import { beginRun, finishRun, saveRun } from '../../src/vat/runs/store.ts';
import {
  type FeatureName,
  type FeatureValues,
  featureNames,
  features,
} from '../../src/vat/scoring/feature-names.ts';
import { hashOfModel, madeUpModelFile, readModelFile } from '../../src/vat/scoring/model-file.ts';
import { scoreOf } from '../../src/vat/scoring/score.ts';
import type { VatNumber } from '../../src/vat/vat-number.ts';
import { bridgeInstrument, bridgePurpose, madeUpBridges } from '../../tools/federation/made-up-bridges.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { projectFolder } from '../support/running-node.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Cases of states, by those who sit in the field for them; on a node that has both parties, which ask each other as any two do. */

const register = 'demo-2020' as RegisterId;
const path = `/en/${register}/practice/vat`;
const dutch = 'NL004495445B01';
const belgian = 'BE0400000086';
const luxembourgish = 'LU10000356';
const german = 'DE136695976';

let folder: string;
let database: Database;
let server: HttpServer;
let rounds: Rounds;
/** Two who sit for Belgium, one for the Netherlands; Belgium's ministry without that seat; who coordinates the field. */
let analyst: Browser;
let liaison: Browser;
let nl: Browser;
let ministry: Browser;
let coordinator: Browser;
let visitor: Browser;

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

/** Keys of nodes as they publish them for their logs. */
const logKeys = async () =>
  (await database.read(verifierKeys)).filter(
    (key) => Buffer.from(key.split('+')[2] ?? '', 'base64')[0] === 1,
  );
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}

async function signIn(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register, role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

/** What came of an act through the API: the id of its subject, or the codes of what is wrong. */
async function act(browser: Browser, name: string, input: object): Promise<string | readonly string[]> {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  const said = JSON.parse(answer.body) as { subject?: string; findings?: { code: string }[] };
  return answer.statusCode === 200
    ? (said.subject?.split('/')[1] ?? '')
    : (said.findings ?? []).map(({ code }) => code);
}
async function done(browser: Browser, name: string, input: object): Promise<string> {
  const came = await act(browser, name, input);
  expect(typeof came, `${name} ${JSON.stringify(came)}`).toBe('string');
  return came as string;
}
const read = async (browser: Browser, address: string) => (await browser.get(address)).body;
const opening = { party: 'BE', traders: `${belgian}\n${dutch}`, reason: 'A tip by telephone' };
const openOne = () => done(analyst, 'vat-cases/open', opening);
const referenceOf = async (id: string) =>
  /<h1[^>]*>(?:<[^>]*>)*([A-Z]{2}-\d{4}-\d{3})/.exec(await read(analyst, `${path}/cases/${id}`))?.[1] ?? '';
const draft = (id: string, more: object = {}) => ({
  ...{ id, to: 'NL', what: 'feedback', asked: dutch, purpose: bridgePurpose },
  ...{ instrument: 'police-2018', ...more },
});
/** A statement of one line, taken in by a state; its hash. */
async function takeInFile(state: string, supplier: string, acquirer: string): Promise<string> {
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
async function makeAlert(file: string) {
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
    },
  };
  const bundle = { ...rest, hash: hashOf(rest) } as unknown as AlertBundle;
  const [least, most] = score.interval;
  const alert = {
    ...{ run, trader: belgian as VatNumber, place: 1, probability: score.probability, least, most },
    ...{ expectedCents: 7_654_321, archetypes: [], bundle },
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
const openOf = (party: string) =>
  database.read(async (tx) => {
    const one = (await listRegisters(tx)).find((known) => known.id === register);
    if (one === undefined) throw new Error('no register');
    return listOpenCases(tx, { register: one, clock: systemClock }, party);
  });
/** The id of the only request of a case. */
async function requestOf(id: string): Promise<string> {
  const { rows } = await database.read((tx) =>
    sql<{
      id: string;
    }>`select id from platform.record where kind = 'vat_case_requests' and body->>'case' = ${id}
      order by recorded_at desc limit 1`.execute(tx),
  );
  return rows[0]?.id ?? '';
}

describe('A case of a state', () => {
  test('is opened by who sits in the field, has a reference, and is read by nobody else', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    expect(reference).toMatch(/^BE-20\d\d-\d{3}$/);
    for (const browser of [analyst, liaison])
      for (const words of [belgian, dutch, 'A tip by telephone', 'not known'])
        expect(await read(browser, `${path}/cases/${id}`)).toContain(words);
    for (const browser of [nl, ministry, coordinator, visitor])
      for (const language of ['en', 'nl', 'fr', 'de'])
        for (const format of ['', '?format=json', '?format=csv']) {
          const shown = await read(browser, `/${language}/${register}/practice/vat/cases/${id}${format}`);
          for (const words of [reference, belgian, dutch, 'A tip by telephone'])
            expect(shown).not.toContain(words);
        }
    const { rows } = await database.read((tx) =>
      sql<{ count: string }>`select count(*) from platform.journal where event = 'vat_cases.read'
        and subject = ${`vat_cases/${id}`}`.execute(tx),
    );
    expect(Number(rows[0]?.count), 'who reads it is in the journal').toBeGreaterThanOrEqual(2);
  });

  test('is found in the list of its own people, who open one there, and in its file; and in nobody else’s', async () => {
    const [closed, id] = [await openOne(), await openOne()];
    const [ended, reference] = [await referenceOf(closed), await referenceOf(id)];
    const closing = await read(analyst, `/en/${register}/do/vat-cases/close?id=${closed}`);
    expect(closing).toContain(
      'Of whom fraud is confirmed<small> (needed where fraud is confirmed; else left empty)',
    );
    await done(analyst, 'vat-cases/close', { id: closed, outcome: 'honest', reason: 'Checked' });
    for (const address of [`${path}/cases`, `${path}/cases/all`]) {
      const listed = await read(liaison, address);
      for (const words of [reference, `/practice/vat/cases/${id}`, 'do/vat-cases/open?party=BE'])
        expect(listed, address).toContain(words);
      expect(listed, 'what another state told waits, in the made-up year').toContain(
        'synthetic-feedback-nl-be-1',
      );
    }
    const all = await read(liaison, `${path}/cases/all`);
    expect(all.indexOf(reference), 'open ones first').toBeLessThan(all.indexOf(ended));
    const { rows } = JSON.parse(await read(liaison, `${path}/cases/all?format=json`)) as { rows: object[] };
    expect(rows).toContainEqual(expect.objectContaining({ id, reference, state: 'open', traders: belgian }));
    for (const browser of [nl, ministry, coordinator, visitor])
      for (const address of ['/cases', '/cases/all', '/cases/all?format=json'])
        expect(await read(browser, `${path}${address}`)).not.toContain(reference);
    await done(analyst, 'vat-cases/reopen', { id: closed, reason: 'Once more' });
  });

  test('is found by its state, and by words in its reference or a number', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    const listed = (asked: string) => read(liaison, `${path}/cases/all?${asked}`);
    for (const asked of ['state=open', `q=${reference}`, `q=${dutch.slice(2, 9)}`, 'party=BE'])
      expect(await listed(asked), asked).toContain(reference);
    for (const asked of ['state=closed', 'q=BE-1999', `q=${reference}&state=closed`, 'party=NL'])
      expect(await listed(asked), asked).not.toContain(`cases/${id}`);
    const { rows } = JSON.parse(await listed('state=closed&format=json')) as { rows: { state: string }[] };
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['closed']));
  });

  test('has notes that its own people read, and that leave with no file of it', async () => {
    const id = await openOne();
    const note = { id, note: 'The landlord has not seen him since May' };
    for (const browser of [nl, ministry, coordinator])
      expect(await act(browser, 'vat-cases/note', note)).toEqual(['action_not_allowed']);
    await done(analyst, 'vat-cases/note', note);
    expect(await read(liaison, `${path}/cases/${id}`)).toContain(note.note);
    for (const browser of [nl, ministry, coordinator, visitor])
      expect(await read(browser, `${path}/cases/${id}`)).not.toContain(note.note);
    const file = await analyst.get(`${path}/cases/${id}/file`);
    expect(file.statusCode).toBe(200);
    expect(file.body).not.toContain('landlord');
    await done(analyst, 'vat-cases/close', { id, outcome: 'unknown', reason: 'Gone' });
    expect(await act(analyst, 'vat-cases/note', note)).toEqual(['vat_case_closed']);
    await done(analyst, 'vat-cases/reopen', { id, reason: 'Back' });
  });

  test('of another state is neither read nor touched by its id', async () => {
    const id = await openOne();
    const [close, refused] = [{ id, outcome: 'honest', reason: 'x' }, ['action_not_allowed']];
    for (const browser of [nl, ministry, coordinator]) {
      expect(await act(browser, 'vat-cases/close', close)).toEqual(refused);
      expect(await act(browser, 'vat-cases/revise', { id, traders: dutch, reason: 'x' })).toEqual(refused);
      expect(await act(browser, 'vat-case-requests/draft', draft(id))).toEqual(refused);
      expect(await act(browser, 'vat-cases/open', opening)).toHaveLength(1);
      for (const form of ['vat-cases/close', 'vat-cases/revise', 'vat-case-rows/keep_reason'])
        expect(await read(browser, `/en/${register}/do/${form}?id=${id}`)).not.toContain(dutch);
      expect((await browser.get(`${path}/cases/${id}/file`)).statusCode).toBe(404);
    }
    expect(await read(analyst, `${path}/cases/${id}`)).not.toContain('Closed');
  });

  test('is closed with what came of it by a person with a reason, and opened again; what was said stays in its history', async () => {
    const id = await openOne();
    expect(
      await act(analyst, 'vat-cases/close', { id, outcome: 'missing_trader', reason: 'Found empty' }),
    ).toEqual(['vat_case_confirmed_nobody']);
    const ended = {
      id,
      outcome: 'missing_trader',
      confirmed: dutch,
      stopped: '1.250,50',
      cost: '480',
      reason: 'Found empty',
    };
    await done(analyst, 'vat-cases/close', ended);
    const closed = await read(liaison, `${path}/cases/${id}`);
    for (const words of ['Missing trader, confirmed', '1,250.50', '€480', 'Found empty', 'Closed'])
      expect(closed).toContain(words);
    expect(await act(liaison, 'vat-cases/close', ended)).toEqual(['state_forbids']);
    await done(liaison, 'vat-cases/reopen', { id, reason: 'Somebody came back' });
    const again = await read(liaison, `${path}/cases/${id}`);
    expect(again).toContain('Found empty');
    expect(again).toContain('Somebody came back');
    expect(again).not.toContain('1,250.50');
  });

  test('keeps rows of files that are here, and opens none that are another state’s', async () => {
    const id = await openOne();
    const row = { id, kind: 'invoices', file: 'a'.repeat(64), row: 3, why: 'Goes round' };
    expect(await act(analyst, 'vat-case-rows/keep', row)).toEqual(['vat_row_file_unknown']);
    const [own, foreign] = [
      await takeInFile('BE', belgian, dutch),
      await takeInFile('NL', dutch, luxembourgish),
    ];
    const supplies = { id, kind: 'supplies', row: 1, why: 'Goes round' };
    await done(analyst, 'vat-case-rows/keep', { ...supplies, file: own });
    expect(await act(analyst, 'vat-case-rows/keep', { ...supplies, file: own })).toEqual(['vat_row_kept']);
    expect(
      await act(analyst, 'vat-case-rows/keep', { ...supplies, file: foreign }),
      'a Dutch statement to Luxembourg',
    ).toEqual(['vat_row_closed']);
    expect(await act(analyst, 'vat-case-rows/keep', { ...supplies, file: own, row: 999 })).toEqual([
      'vat_row_closed',
    ]);
    const form = await read(analyst, `/en/${register}/do/vat-case-rows/keep?id=${id}`);
    expect(form, 'a file is chosen by its name').toContain(`<option value="${own}"`);
    expect(form).toContain('synthetic.csv');
    const other = await openOne();
    await done(analyst, 'vat-case-rows/keep', { id: other, file: own, row: 1, why: 'Of one kind' });
    expect(await read(analyst, `${path}/cases/${id}`), 'only when they are opened').not.toContain('100000');
    const opened = await read(analyst, `${path}/cases/${id}?rows=open`);
    for (const words of ['Goes round', 'cents 100000']) expect(opened).toContain(words);
    expect(opened).not.toContain(luxembourgish);
    const { rows } = await database.read((tx) =>
      sql<{
        id: string;
      }>`select id from platform.record where kind = 'vat_case_rows' and body->>'case' = ${id}`.execute(tx),
    );
    expect(await act(nl, 'vat-case-rows/remove', { id: rows[0]?.id ?? '', reason: 'x' })).toEqual([
      'action_not_allowed',
    ]);
    await done(liaison, 'vat-case-rows/remove', { id: rows[0]?.id ?? '', reason: 'A credit note' });
    const removed = await read(analyst, `${path}/cases/${id}`);
    for (const words of ['removed', 'Goes round', 'A credit note']) expect(removed).toContain(words);
  });
});

describe('A run that is asked for', () => {
  test('is made of the cases that are confirmed to the state that asks, and of nobody else’s', async () => {
    await takeInFile('BE', belgian, dutch);
    const id = await openOne();
    const ended = { id, outcome: 'missing_trader', confirmed: dutch, reason: 'Found empty' };
    await done(analyst, 'vat-cases/close', { ...ended, stopped: '100', days: 10 });
    const whole = (await database.read((tx) => listRegisters(tx))).find((one) => one.id === register);
    if (whole === undefined) throw new Error('no register');
    const today = todayOn(systemClock);
    const casesOf = async (party: string) => {
      const context = {
        ...{ register: whole, actor: { kind: 'operator' as const }, clock: systemClock, grant: null },
        // The month of today is over by then.
        ...{ today: '2100-01-01' as PlainDate, language: 'en' as const, dataFolder: folder },
      };
      const input = { party, month: today.slice(0, 7) } as never;
      const asked = await database.write((tx) => startRun.perform(tx, context, input));
      if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
      const run = String(asked.value.subject).split('/')[1] ?? '';
      const plan = join(runFolder(vatFolder(folder, register), run), 'plan', 'plan.json');
      return (JSON.parse(await readFile(plan, 'utf8')) as RunPlan).cases;
    };
    expect(await casesOf('BE')).toContainEqual({ number: dutch, confirmed: today, from: null, until: null });
    expect((await casesOf('NL')).map(({ number }) => number)).not.toContain(dutch);
  });
});

describe('A case that is opened from an alert', () => {
  test('keeps what the run said, and the rows behind its reasons; its file makes the score again on another machine', async () => {
    const file = await takeInFile('BE', belgian, dutch);
    const { run, score, model } = await makeAlert(file);
    const alert = { party: 'BE', run, trader: belgian, reason: 'Buys and files nothing' };
    expect(await act(nl, 'vat-cases/open_from_alert', { ...alert, party: 'NL' })).toEqual([
      'vat_alert_unknown',
    ]);
    expect(await act(nl, 'vat-cases/open_from_alert', alert)).toHaveLength(1);
    expect(await act(analyst, 'vat-cases/open_from_alert', { ...alert, trader: luxembourgish })).toEqual([
      'vat_alert_unknown',
    ]);
    const form = `/en/${register}/do/vat-cases/open_from_alert?party=BE&run=${run}&trader=${belgian}`;
    expect(await read(analyst, form)).toContain('76543.21');
    expect(await read(nl, form)).not.toContain('76543.21');
    const id = await done(analyst, 'vat-cases/open_from_alert', alert);
    const shown = await read(liaison, `${path}/cases/${id}`);
    for (const words of ['€76,543.21', run.slice(0, 8), 'of a made-up model']) expect(shown).toContain(words);
    const rows = await read(analyst, `${path}/alerts/${run}/${belgian}/rows/inflow`);
    expect(rows, 'a row is kept from where it is looked at').toContain(
      `do/vat-case-rows/keep?id=${id}&amp;kind=supplies&amp;file=${file}&amp;row=1`,
    );
    expect(await read(liaison, `${path}/cases/all?q=${belgian.slice(3, 9)}`)).toContain(
      features[score.reasons.find(({ input }) => input !== 'archetypes')?.input as FeatureName].words.en,
    );
    const kept = { id, reason: 'inflow', why: 'All of it from one' };
    await done(analyst, 'vat-case-rows/keep_reason', kept);
    expect(await act(analyst, 'vat-case-rows/keep_reason', kept)).toEqual(['vat_reason_without_rows']);
    expect(await act(analyst, 'vat-case-rows/keep_reason', { ...kept, reason: 'age' })).toEqual([
      'vat_reason_without_rows',
    ]);
    const table = JSON.parse(await read(analyst, `${path}/cases/${id}?format=json`)) as { rows: object[] };
    expect(table.rows).toEqual([
      expect.objectContaining({ kind: 'supplies', file, row: 1, reason: 'inflow', state: 'kept' }),
    ]);
    const signed = (await analyst.get(`${path}/cases/${id}/file`)).body;
    const keys = await logKeys();
    expect(checkCaseFile(signed, keys, null)).toMatchObject({
      ok: true,
      value: { replayed: { trader: belgian, score } },
    });
    expect(signed).toContain('"cents":100000');
    const other = checkCaseFile(signed, keys, {
      ...model,
      model: { ...model.model, bridged: !model.model.bridged },
    });
    expect(other.ok ? [] : other.problems.map(({ code }) => code)).toEqual(['vat_bundle_model_differs']);
  });
});

describe('A request to another state', () => {
  test('an official cannot release his own request', async () => {
    const id = await openOne();
    await done(analyst, 'vat-case-requests/draft', draft(id));
    const request = await requestOf(id);
    expect(await act(analyst, 'vat-case-requests/release', { id: request })).toEqual([
      'vat_request_own_draft',
    ]);
    expect(await act(nl, 'vat-case-requests/release', { id: request })).toEqual(['action_not_allowed']);
    expect(await read(analyst, `${path}/cases/${id}`)).toContain('another official of your state must');
    expect(await read(liaison, `${path}/cases/${id}`)).toContain('do/vat-case-requests/release');
    const way = `do/vat-case-requests/release?id=${request}`;
    expect(await read(liaison, `/en/${register}/desk`)).toContain(way);
    expect(await read(analyst, `/en/${register}/desk`)).not.toContain(way);
    await done(liaison, 'vat-case-requests/release', { id: request });
    expect(await act(liaison, 'vat-case-requests/release', { id: request }), 'once').toEqual([
      'state_forbids',
    ]);
  });

  test('is denied with its reason where no instrument opens it, and nothing leaves', async () => {
    const id = await openOne();
    await done(analyst, 'vat-case-requests/draft', draft(id));
    await done(liaison, 'vat-case-requests/release', { id: await requestOf(id) });
    const shown = await read(analyst, `${path}/cases/${id}`);
    expect(shown).toContain('Denied by this node before it left');
    expect(shown).toMatch(/class="reasons"><li>[^<]{10,}/);
    const refused = await referenceOf(id);
    // That it was decided so is in the log, for who may see the case.
    const receipt = `${path}/cases/${id}/receipts/${/<code>([0-9a-f-]{36})<\/code><\/dd><\/div><div><dt>Place/.exec(shown)?.[1]}`;
    await sequenceJournal(database);
    await until(async () => (await analyst.get(receipt)).statusCode === 200);
    expect(JSON.parse((await analyst.get(receipt)).body)).toMatchObject({ checkpoint: expect.any(String) });
    for (const browser of [nl, ministry, visitor]) expect((await browser.get(receipt)).statusCode).toBe(404);
    const { rows } = await database.read((tx) =>
      sql<{ direction: string; allowed: boolean }>`select direction, allowed from exchange.request
        where operation = 'vat.feedback'`.execute(tx),
    );
    expect(rows.every(({ direction, allowed }) => direction === 'asked' && !allowed)).toBe(true);
    expect(await read(nl, `/en/${register}/desk`)).not.toContain(await referenceOf(id));
    // Whoever was told nothing asks nothing by its reference; the state itself may ask its own gateway.
    const [one] = (await openOf('BE')).filter(({ reference }) => reference === refused);
    expect(one?.parties).toEqual(['BE']);
  });

  test('to the Netherlands leaves by the made-up treaty of the year once a second official released it, and is answered', async () => {
    const id = await openOne();
    const form = await read(analyst, `/en/${register}/do/vat-case-requests/draft?id=${id}`);
    expect(form, 'what opens something stands first').toMatch(
      /<option value="synthetic-vat-cases"[^>]*>SYNTHETIC[^<]*opens “What came of traders”/,
    );
    for (const prefilled of [dutch, '<option value="vat_fraud" selected', '<option value="NL" selected'])
      expect(form).toContain(prefilled);
    const more = { instrument: 'synthetic-vat-cases', purpose: 'vat_fraud' };
    await done(analyst, 'vat-case-requests/draft', draft(id, more));
    const request = await requestOf(id);
    const release = `/en/${register}/do/vat-case-requests/release?id=${request}`;
    expect(await read(analyst, release), 'why not, and what to do').toContain('Ask a colleague');
    const looked = await read(liaison, release);
    for (const words of [
      await referenceOf(id),
      dutch,
      'Netherlands',
      'What came of traders',
      'vat_fraud',
      'SYNTHETIC',
    ])
      expect(looked).toContain(words);
    await done(liaison, 'vat-case-requests/release', { id: request });
    const answered = await read(analyst, `${path}/cases/${id}`);
    expect(answered).toContain('Answered');
    const feedback = /practice\/vat\/cases\/feedback\/([0-9a-f-]{36})/.exec(answered)?.[1] ?? '';
    await done(nl, 'vat-feedback/give', { id: feedback, outcome: 'honest', reason: 'Goods are there' });
    expect(await read(analyst, `${path}/cases/${id}`)).toContain('Honest');
  });

  test('names nobody whom the case is not about, and is withdrawn by one and released by nobody then', async () => {
    const id = await openOne();
    expect(await act(analyst, 'vat-case-requests/draft', draft(id, { asked: 'NL001234567B01' }))).not.toEqual(
      [],
    );
    expect(await act(analyst, 'vat-case-requests/draft', draft(id, { asked: belgian }))).toEqual([
      'vat_asked_elsewhere',
    ]);
    await done(analyst, 'vat-case-requests/draft', draft(id));
    const request = await requestOf(id);
    await done(analyst, 'vat-case-requests/withdraw', { id: request, reason: 'Too early' });
    expect(await act(liaison, 'vat-case-requests/release', { id: request })).toEqual(['state_forbids']);
  });
});

describe('Where an instrument opens it', () => {
  beforeAll(async () => {
    const file = (await madeUpBridges(projectFolder, todayOn(systemClock))) as { meta: object };
    const loaded = await importFile(
      { database, clock: systemClock, actor: 'system', progress: () => {} },
      JSON.stringify({ ...file, meta: { ...file.meta, id: register } }),
    );
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    // The node asks by the law that it has published to itself.
    const isHeard = async () => {
      const { rows } = await database.read((tx) =>
        sql`select from exchange.feed_item where register = ${register} and note like ${`%${bridgeInstrument}-5%`}`.execute(
          tx,
        ),
      );
      return rows.length > 0;
    };
    await until(isHeard);
  }, 60_000);

  test('a state is told of a case, owes feedback by a day, and gives it; both see that, and nobody else', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    await done(analyst, 'vat-case-requests/draft', draft(id, { instrument: bridgeInstrument }));
    await done(liaison, 'vat-case-requests/release', { id: await requestOf(id) });
    const answered = await read(analyst, `${path}/cases/${id}`);
    expect(answered).toContain('Answered');
    const feedback = /practice\/vat\/cases\/feedback\/([0-9a-f-]{36})/.exec(answered)?.[1] ?? '';
    const address = `${path}/cases/feedback/${feedback}`;
    for (const browser of [analyst, nl]) {
      const shown = await read(browser, address);
      for (const words of [reference, dutch, 'Owed', 'The term is ours']) expect(shown).toContain(words);
    }
    for (const browser of [ministry, coordinator, visitor])
      expect(await read(browser, address)).not.toContain(dutch);
    expect(await read(nl, `/en/${register}/desk`)).toContain(`do/vat-feedback/give?id=${feedback}`);
    const owed = `/practice/vat/cases/feedback/${feedback}`;
    expect(await read(nl, `${path}/cases`), 'what it owes').toContain(owed);
    expect(await read(nl, `${path}/cases`)).toContain(reference);
    expect(await read(analyst, `${path}/cases`)).not.toContain(owed);
    const given = {
      id: feedback,
      outcome: 'missing_trader',
      confirmed: dutch,
      days: 40,
      reason: 'Nobody at the door',
    };
    expect(await act(analyst, 'vat-feedback/give', given), 'it is for who owes it').toEqual([
      'action_not_allowed',
    ]);
    await done(nl, 'vat-feedback/give', given);
    expect(await read(nl, `${path}/cases`), 'no longer').not.toContain(owed);
    for (const words of ['Missing trader, confirmed', 'Nobody at the door', 'not known'])
      expect(await read(analyst, address)).toContain(words);
    // Asked again it is what was said meanwhile, and no second debt.
    await done(liaison, 'vat-case-requests/draft', draft(id, { instrument: bridgeInstrument }));
    await done(analyst, 'vat-case-requests/release', { id: await requestOf(id) });
    const again = await read(analyst, `${path}/cases/${id}`);
    expect(again.split('id="requests"')[1]?.split('id="feedback"')[0]).toContain(
      'Missing trader, confirmed.',
    );
    expect(
      again.match(/practice\/vat\/cases\/feedback\/[0-9a-f-]{36}/g)?.every((one) => one.endsWith(feedback)),
    ).toBe(true);
    // The Dutch open one of their own on it, under the other's reference, too.
    const joined = await done(nl, 'vat-cases/join', { id: feedback, reason: 'We look, too' });
    expect(await read(nl, `${path}/cases/${joined}`)).toContain(reference);
    expect(await act(nl, 'vat-cases/join', { id: feedback, reason: 'x' })).toEqual(['vat_case_joined']);
    const held = await database.read(async (tx) => {
      const one = (await listRegisters(tx)).find((known) => known.id === register);
      if (one === undefined) throw new Error('no register');
      const asked = { register: one, clock: systemClock };
      return {
        open: await listOpenCases(tx, asked, 'NL'),
        confirmed: await listConfirmed(tx, asked, 'BE'),
      };
    });
    expect(held.open).toContainEqual({
      reference,
      // To who told of it alone: nobody else asks by a reference that is his.
      parties: ['BE'],
      traders: [dutch],
      opened: todayOn(systemClock),
      until: null,
    });
    expect(held.open.filter((one) => one.reference === reference)).toHaveLength(1);
    expect(held.confirmed).toContainEqual(
      expect.objectContaining({
        number: dutch,
        outcome: 'missing_trader',
        confirmed: todayOn(systemClock),
        from: null,
      }),
    );
    expect(await read(analyst, `${path}/cases/${joined}`)).not.toContain(dutch);
    expect((await openOf('BE')).find((open) => open.reference === reference)?.parties).toEqual(['BE', 'NL']);
  });

  test('a state takes notice of no trader of another and of no other case than the one that was decided', async () => {
    const service = feedbackService({ database, clock: systemClock });
    const request = {
      ...{
        id: 'r',
        from: { party: 'BE' },
        to: 'NL',
        instrument: bridgeInstrument,
        operation: 'vat.feedback',
      },
      ...{ stated: [], consents: [], case: 'BE-2026-999' },
    };
    const ask = (query: object) => service.answer({ register, request, query }, new AbortController().signal);
    for (const query of [
      { reference: 'BE-2026-999', traders: [belgian] },
      { reference: 'BE-2026-001', traders: [dutch] },
      { reference: 'BE-2026-999', traders: ['NL123456789B01'] },
      { reference: 'BE-2026-999', traders: [] },
      { reference: 'BE-2026-999', traders: [dutch], more: 1 },
    ])
      expect(await ask(query)).toEqual({ refused: 'query_invalid' });
    // A party that takes no part in the field owes nothing, and is owed nothing.
    const told = { reference: 'BE-2026-999', traders: [german] };
    const toGermany = { ...request, to: 'DE' };
    const signal = new AbortController().signal;
    expect(await service.answer({ register, request: toGermany, query: told }, signal)).toEqual({
      refused: 'no_basis',
    });
    const fromGermany = { ...request, from: { party: 'DE' } };
    expect(
      await service.answer({ register, request: fromGermany, query: { ...told, traders: [dutch] } }, signal),
    ).toEqual({ refused: 'no_basis' });
  });

  test('the file of a case is signed by the node, and is no longer when a word of it is changed', async () => {
    const id = await done(analyst, 'vat-cases/open', { ...opening, analyst: 'J. Peeters' });
    expect(await read(analyst, `${path}/cases/${id}`)).toContain('J. Peeters');
    const file = await analyst.get(`${path}/cases/${id}/file`);
    expect(file.statusCode, file.body.slice(0, 300)).toBe(200);
    const log = await logKeys();
    expect(checkCaseFile(file.body, log, null)).toMatchObject({ ok: true, value: { replayed: null } });
    const changed = checkCaseFile(file.body.replace('A tip by telephone', 'A tip by letter'), log, null);
    expect(changed.ok ? [] : changed.problems.map(({ code }) => code)).toEqual(['exchange_file_not_signed']);
    for (const person of ['person:', 'J. Peeters', 'analyst'])
      expect(file.body, 'no names of persons leave').not.toContain(person);
  });
});

describe('Counts over cases', () => {
  test('are for who coordinates the field, and none of few', async () => {
    for (const browser of [analyst, nl, ministry, visitor]) {
      expect(await read(browser, `${path}/evidence`)).toContain('for who coordinates the field');
      expect((await browser.get(`${path}/evidence?format=json`)).statusCode).toBe(403);
    }
    expect(await read(visitor, '/en/benelux/practice/vat/evidence')).toContain(
      '/evidence/VAT-HORSE-CORRECTIONS',
    );
    for (let count = 0; count < 5; count++) {
      const id = await openOne();
      const ended = {
        id,
        outcome: 'missing_trader',
        confirmed: dutch,
        stopped: '100',
        days: 10,
        reason: 'x',
      };
      await done(analyst, 'vat-cases/close', ended);
    }
    const shown = await read(coordinator, `${path}/evidence`);
    // With that of the run above, and what the year comes with: 10 in Belgium, and too few of each other state.
    for (const words of ['€787,050', '69%', 'known of 16 of 16', 'withheld', '€33,150', 'known of 5 of 16'])
      expect(shown).toContain(words);
    expect(shown, 'why').toContain('somebody could tell which case or trader is meant');
    expect(shown).not.toContain(dutch);
    expect(await read(coordinator, `/en/${register}/practice/vat`)).toContain('/practice/vat/evidence');
  });
});

test('a case of a party that left the field is closed to its own people from that day on', async () => {
  const id = await openOne();
  const union = JSON.parse(await readFile(join(projectFolder, 'data/union/benelux-2013-2019.json'), 'utf8'));
  const made = vatDemonstration(union);
  const groups = (made.working_groups ?? []).map((group) =>
    group.id === 'fisc-mtic'
      ? { ...group, participants: ['NL', 'LU'], former: [{ party: 'BE', to: '2020-01-01' }] }
      : group,
  );
  const meta = { id: register, title: 'Left', later_knowledge: true, synthetic: true };
  const file = {
    meta: { ...meta, known_from: todayOn(systemClock) },
    ...{ parties: union.parties, bodies: union.bodies, cases: made.cases, working_groups: groups },
  };
  const loaded = await importFile(
    { database, clock: systemClock, actor: 'system', progress: () => {} },
    JSON.stringify(file),
  );
  expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  expect(await read(analyst, `${path}/cases/${id}`)).not.toContain(dutch);
  for (const party of ['BE', 'NL'])
    for (const { reference, parties } of await openOf(party)) {
      if (party === 'BE') expect(parties, reference).toEqual([]);
      expect(parties, reference).not.toContain('BE');
    }
  expect(await act(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'x' })).toEqual([
    'action_not_allowed',
  ]);
  expect((await analyst.get(`${path}/cases/${id}/file`)).statusCode).toBe(404);
});
