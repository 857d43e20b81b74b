import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNode, type Rounds, startRounds, wholeNode } from '#exchange';
import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fixedClock, type MovableClock, movableClock, todayOn } from '#platform/clock.ts';
import { allRecords, writeRecords } from '#platform/records/records.ts';
import { createLogger } from '#platform/telemetry.ts';
import { supervisionOf } from '../../src/exchange/readers.ts';
import { bodies, powers, provisions } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { findInDatabase } from '../support/find-in-database.ts';
import { openFirstRegister } from '../support/first-register.ts';

/**
 * What pages and exports say once the retention of a request has ended. The sources set none for what the police treaty opens, so that
 * one is made up here, in the agreement by which it is open; supervisor, officer, case and plate are made up, too.
 */

const register = 'benelux' as RegisterId;
const days = 30;
const secrets = ['SYN-RETAINED-PLATE', 'SYN-RETAINED-CASE', 'SYN-RETAINED-SERVICE', 'SYN-RETAINED-FOUND'];
const base = '/benelux/practice/exchange';

let clock: MovableClock;
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let folder: string;
let rounds: Rounds;
let paths: { readonly one: string; readonly several: string };

beforeAll(async () => {
  clock = movableClock();
  opened = await openFirstRegister({ clock });
  folder = await mkdtemp(join(tmpdir(), 'tripoint-retention-'));
  const { database } = opened;
  const knownAt = todayOn(clock) as PartialDate;
  const body = 'synthetic-supervisor';
  await database.write(async (tx) => {
    const id = 'police-2018-13-be-nl-list';
    const [list] = await allRecords(tx, { register, knownAt, kinds: [provisions.name], ids: [id] });
    if (list === undefined) throw new Error(`No provision ${id}`);
    const { conditions } = list.body as { readonly conditions: object };
    const draft = (kind: typeof provisions, recordId: string, said: object, place: number) => ({
      kind,
      id: recordId as RecordId,
      body: { id: recordId, ...said },
      position: 900 + place,
      transitions: [],
    });
    const limited = { ...list.body, conditions: { ...conditions, retention_days: days } };
    await writeRecords(tx, clock, {
      register,
      knownFrom: knownAt,
      actor: 'test',
      drafts: [draft(provisions, id, limited, 0)],
    });
    // Who supervises the exchange for NL: the source names no authority.
    await writeRecords(tx, fixedClock('2020-06-01T08:00:00Z'), {
      register,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: [
        draft(bodies, body, { name: 'Supervisor (synthetic)' }, 1),
        draft(powers, supervisionOf('NL'), { body }, 2),
      ],
    });
  });
  const node = await openNode({
    database,
    clock,
    log: createLogger('silent'),
    dataFolder: folder,
    self: wholeNode,
    services: [{ operations: ['anpr.reference_list'], answer: async () => ({ list: 'SYN-RETAINED-FOUND' }) }],
  });
  rounds = await startRounds(node, { every: 200 });
  const nl = await signIn('NL');
  const asking = {
    party: 'NL',
    to: 'BE',
    provision: 'police-2018/13/anpr.reference_list',
    wanted: 'SYN-RETAINED-PLATE',
    case_reference: 'SYN-RETAINED-CASE',
    service: 'SYN-RETAINED-SERVICE',
    stated: [
      'follow_up_action_per_entry',
      'legal_basis_of_receiver',
      'automated_comparison_only',
      'necessary_and_proportionate',
      'individual_persons_or_objects',
      'geofence_agreed',
    ].join(','),
  };
  const ask = async (to: string) => {
    const answer = await nl.postJson('/api/benelux/exchange/ask', { ...asking, to });
    expect(answer.statusCode, answer.body).toBe(200);
    return (JSON.parse(answer.body) as { page: string }).page.replace(/^\/\w\w/, '');
  };
  paths = { one: await ask('BE'), several: await ask('BE,LU') };
}, 60_000);
afterAll(async () => {
  await rounds?.stop();
  await opened?.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(party: string, body = ''): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register, role: 'line-ministry', party, body });
  expect(answer.statusCode).toBe(303);
  return browser;
}
const read = async (browser: Browser, path: string) => (await browser.get(path)).body.replace(/\s+/g, ' ');
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 50));
}

test('A request says for how long it is kept: the days that the agreement sets, by which it was open', async () => {
  const page = await read(await signIn('NL'), `/en${paths.one}`);
  expect(page).toMatch(new RegExp(`To be erased on [^<]+, ${days} days after the decision\\.`));
  for (const secret of secrets.filter((one) => one !== 'SYN-RETAINED-PLATE')) expect(page).toContain(secret);
});

test('and on the day of its end that it was erased, when and why: on its page, lists, ledger, sample and exports, in four languages', async () => {
  const end = clock.now().add({ hours: 24 * days });
  clock.moveTo(end);
  const [nl, be, supervisor] = [
    await signIn('NL'),
    await signIn('BE'),
    await signIn('', 'synthetic-supervisor'),
  ];
  const on = todayOn(clock);
  const said = `erased on ${formatDate(on, 'en')}: the retention of ${days} days had ended`;
  await until(async () => (await read(nl, `/en${paths.one}`)).includes(said));
  for (const reader of [nl, be]) {
    const page = await read(reader, `/en${paths.one}`);
    expect(page).toContain(`Erased on ${formatDate(on, 'en')}: the retention of ${days} days had ended.`);
    // It ended as it ended, and what is gone is not taken for what nobody stated.
    for (const word of ['Answered', 'is gone', 'erased</dd>', 'In the log']) expect(page).toContain(word);
    // The case, the service and the officer; of what was never stated it says that.
    expect(page.split('erased</dd>').length - 1).toBeGreaterThanOrEqual(3);
  }
  for (const path of [`/en${base}/requests`, `/en${paths.several}`])
    expect(await read(nl, path)).toContain(said);
  // LU denied it: kept no longer than if it had answered.
  expect((await read(nl, `/en${paths.several}`)).split(said).length).toBe(3);
  const sample = await read(
    supervisor,
    `/en${base}/supervision?sample=10&seed=s&until=${clock.now().toString().slice(0, 19)}.000Z`,
  );
  expect(sample).toContain(said);
  expect(sample).toContain('Officer: erased');
  expect(await read(nl, `/en${base}/log`)).toContain(said);
  const exported = JSON.parse((await nl.get(`/en${base}/requests?format=json`)).body) as {
    rows: { to: string; case: string | null; outcome: string; erased: string | null }[];
  };
  const rows = exported.rows.map(({ to, outcome, case: file, erased }) => [to, outcome, file, erased]);
  expect(rows.toSorted()).toEqual([
    ['BE', 'content', null, on],
    ['BE', 'content', null, on],
    ['LU', 'denied', null, on],
  ]);
  for (const secret of ['SYN-RETAINED-PLATE', 'SYN-RETAINED-FOUND'])
    expect([secret, ...(await findInDatabase(opened.database, secret))]).toEqual([secret]);
  for (const language of languages) {
    const page = await read(nl, `/${language}${paths.one}`);
    expect(page).toContain(formatDate(on, language));
    for (const secret of secrets) expect(page).not.toContain(secret);
  }
});
