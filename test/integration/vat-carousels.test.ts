import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { newId } from '#platform/id.ts';
import { createLogger } from '#platform/telemetry.ts';
import { importFile } from '#union';
import { startSearches } from '#vat';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { bridgeInstrument, bridgePurpose, madeUpBridges } from '../../tools/federation/made-up-bridges.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { projectFolder } from '../support/running-node.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Bridges that officials ask for in a case, up to where questions leave: no node here takes them, so that a search stays under way. */

const register = 'demo-2020';
const path = `/en/${register}/practice/vat/cases`;

let folder: string;
let database: Database;
let server: HttpServer;
/** Two who sit for Belgium, and one for the Netherlands. */
let analyst: Browser;
let liaison: Browser;
let nl: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-carousels-'));
  const config = readConfig({ TRIPOINT_DATA: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, systemClock);
  server = await createNodeServer(config.value, database, createLogger('silent'), { clock: systemClock });
  analyst = await signIn('fraud-analyst', 'BE');
  liaison = await signIn('liaison-official', 'BE');
  nl = await signIn('liaison-official', 'NL');
}, 120_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(role: string, party: string): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register, role, party, body: 'fisc-mtic' });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

/** The id of the subject, or the codes of what is wrong. */
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
const openOne = () =>
  done(analyst, 'vat-cases/open', { party: 'BE', traders: 'BE0400000086', reason: 'A tip by telephone' });
const asked = (id: string) => ({
  ...{ id, states: 'NL,LU', from: '2026-01', until: '2026-03' },
  ...{ instrument: bridgeInstrument, purpose: bridgePurpose, epoch: 1 },
});
const draft = (id: string) => done(analyst, 'vat-carousels/draft', asked(id));
const release = (id: string, by = liaison) => act(by, 'vat-carousels/release', { id });
const read = async (browser: Browser, address: string) => (await browser.get(address)).body;
const pageOf = (browser: Browser, id: string) => read(browser, `${path}/${id}`);

/** Questions that were left for a node to put, of all that tests here had. */
const questions = () =>
  database.read(async (tx) => {
    const { rows } = await sql<{ to: string; officer: string | null }>`
      select request->>'to' as "to", request->'from'->>'officer' as officer from exchange.outgoing order by id`.execute(
      tx,
    );
    return rows;
  });
const stateOf = (id: string) =>
  database.read(async (tx) => {
    const { rows } = await sql<{ state: string }>`
      select state from vat.carousel_search where case_id = ${id} order by drafted_at desc, id desc`.execute(
      tx,
    );
    return rows[0]?.state;
  });
/** The question that was left last, as a node logs it that did not reach whom it asked. */
const answerLast = () =>
  database.write(async (tx) => {
    const { rows } = await sql<{
      request: { id: string; to: string; instrument: string; operation: string };
    }>`
      delete from exchange.outgoing where id = (select max(id) from exchange.outgoing) returning request`.execute(
      tx,
    );
    const [left] = rows;
    if (left === undefined) throw new Error('No question was left');
    const { id, to, instrument, operation } = left.request;
    const [entry, answer, now] = [newId(systemClock), newId(systemClock), systemClock.now().toString()];
    await sql`insert into exchange.request (entry, id, direction, register, from_party, to_party, instrument,
      operation, allowed, reasons, feed_sequence, day, decided_at) values (${entry}, ${id}, 'asked', ${register},
      'BE', ${to}, ${instrument}, ${operation}, true, '[]', 0, ${now.slice(0, 10)}, ${now})`.execute(tx);
    await sql`insert into exchange.answer (entry, request_entry, outcome, detail, answered_at) values (${answer},
      ${entry}, 'failed', '{"by": null, "failure": "unreachable", "reasons": []}', ${now})`.execute(tx);
  });
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}
/** As a node that starts on this database. */
async function begin() {
  const searches = startSearches({ database, clock: systemClock }, createLogger('silent'));
  await searches.job.run();
  return searches;
}

describe('Where no instrument on record opens bridges', () => {
  test('none are asked for: the page says why, what has to come and who brings it, and a draft is refused', async () => {
    const id = await openOne();
    const page = await pageOf(analyst, id);
    for (const words of [
      'No instrument on record opens bridges',
      'When a treaty or a law that opens',
      'Whoever keeps the register records it',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('do/vat-carousels/draft');
    const form = await read(analyst, `/en/${register}/do/vat-carousels/draft?id=${id}`);
    expect(form).toContain('No instrument on record opens bridges');
    expect(form).not.toContain('<form method="post" action="/en/demo-2020/do/vat-carousels');
    // What the made-up year has opens feedback, and nothing else.
    for (const instrument of ['synthetic-vat-cases', 'police-2018', bridgeInstrument])
      expect(await act(analyst, 'vat-carousels/draft', { ...asked(id), instrument })).toEqual([
        'vat_carousels_not_opened',
      ]);
    expect(await stateOf(id)).toBeUndefined();
  });
});

describe('A request for bridges', () => {
  beforeAll(async () => {
    const file = (await madeUpBridges(projectFolder, todayOn(systemClock))) as { meta: object };
    const loaded = await importFile(
      { database, clock: systemClock, actor: 'system', progress: () => {} },
      JSON.stringify({ ...file, meta: { ...file.meta, id: register } }),
    );
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  });

  test('names an instrument that opens bridges, and no other is offered', async () => {
    const id = await openOne();
    expect(await pageOf(analyst, id)).toContain('do/vat-carousels/draft');
    const form = await read(analyst, `/en/${register}/do/vat-carousels/draft?id=${id}`);
    expect(form).toContain(`<option value="${bridgeInstrument}" selected`);
    for (const other of ['synthetic-vat-cases', 'police-2018']) expect(form).not.toContain(other);
    const other = { ...asked(id), instrument: 'synthetic-vat-cases' };
    expect(await act(analyst, 'vat-carousels/draft', other)).toEqual(['vat_carousels_not_opened']);
  });

  test('is drafted once, by whoever of two is first that draft in one case at the same moment', async () => {
    for (let time = 0; time < 5; time += 1) {
      const id = await openOne();
      const came = await Promise.all(
        [analyst, liaison, analyst].map((one) => act(one, 'vat-carousels/draft', asked(id))),
      );
      expect(came.filter((one) => typeof one === 'string')).toEqual([id]);
      for (const refused of came.filter((one) => typeof one !== 'string'))
        expect(refused).toEqual(['vat_carousels_drafted']);
      const { rows } = await database.read((tx) =>
        sql`select from vat.carousel_search where case_id = ${id}`.execute(tx),
      );
      expect(rows).toHaveLength(1);
    }
  });

  test('leaves on the word of two people: nobody releases his own, nor another state’s', async () => {
    const id = await openOne();
    const before = (await questions()).length;
    await draft(id);
    const searches = await begin();
    try {
      expect(await release(id, analyst)).toEqual(['vat_request_own_draft']);
      expect(await release(id, nl)).toEqual(['action_not_allowed']);
      expect(await act(liaison, 'vat-carousels/draft', asked(id))).toEqual(['vat_carousels_drafted']);
      expect([await stateOf(id), (await questions()).length]).toEqual(['drafted', before]);
      const own = await pageOf(analyst, id);
      expect(own).toContain('You drafted it: another official of your state must release it');
      expect(own).not.toContain('do/vat-carousels/release');
      const others = await pageOf(liaison, id);
      for (const words of ['Another official of your state drafted it', 'do/vat-carousels/release'])
        expect(others).toContain(words);
      const way = `do/vat-carousels/release?id=${id}`;
      expect(await read(liaison, `/en/${register}/desk`)).toContain(way);
      expect(await read(analyst, `/en/${register}/desk`)).not.toContain(way);
      const form = await read(liaison, `/en/${register}/do/vat-carousels/release?id=${id}`);
      for (const words of [
        'Netherlands',
        'Luxembourg',
        '2026-01 – 2026-03',
        'fighting VAT fraud across borders',
        'statements',
      ])
        expect(form).toContain(words);
      await done(liaison, 'vat-carousels/release', { id });
      expect(await release(id), 'once').toEqual(['vat_carousels_no_draft']);
      await searches.job.run();
      await until(async () => (await questions()).length > before);
      const [{ officer = null } = {}] = (await questions()).slice(before);
      // The exchange counts it for who released it.
      const released = await database.read(async (tx) => {
        const { rows } = await sql<{ by: string; drafted: string }>`
          select released_by as by, drafted_by as drafted from vat.carousel_search where case_id = ${id}`.execute(
          tx,
        );
        return rows[0];
      });
      expect(released?.by).toBe(`person:${officer}`);
      expect(released?.drafted).not.toBe(released?.by);
      await done(analyst, 'vat-carousels/stop', { id });
    } finally {
      await searches.stop();
    }
  }, 60_000);

  test('is withdrawn as a draft, with why, and does not leave', async () => {
    const id = await openOne();
    await draft(id);
    expect(await act(nl, 'vat-carousels/withdraw', { id, reason: 'x' })).toEqual(['action_not_allowed']);
    await done(analyst, 'vat-carousels/withdraw', { id, reason: 'Too early' });
    expect(await release(id)).toEqual(['vat_carousels_no_draft']);
    expect(await pageOf(analyst, id)).toContain('Withdrawn');
    await draft(id);
    await done(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'Checked' });
    expect(await release(id)).toEqual(['vat_case_closed']);
    await done(liaison, 'vat-carousels/withdraw', { id, reason: 'Closed' });
  }, 60_000);

  test('is not released as another one than was looked at', async () => {
    const id = await openOne();
    await draft(id);
    const form = await read(liaison, `/en/${register}/do/vat-carousels/release?id=${id}`);
    const seen = Number(/name="seen" value="(\d+)"/.exec(form)?.[1]);
    await done(analyst, 'vat-carousels/withdraw', { id, reason: 'Another purpose' });
    await done(analyst, 'vat-carousels/draft', { ...asked(id), purpose: 'another' });
    expect(await act(liaison, 'vat-carousels/release', { id, seen })).toEqual(['changed_meanwhile']);
    expect(await stateOf(id)).toBe('drafted');
    await done(analyst, 'vat-carousels/withdraw', { id, reason: 'Tried' });
  }, 60_000);

  test('is stopped on the page while states are asked, and what waits behind it has its turn', async () => {
    const [first, second] = [await openOne(), await openOne()];
    const before = (await questions()).length;
    for (const id of [first, second]) {
      await draft(id);
      await done(liaison, 'vat-carousels/release', { id });
    }
    const searches = await begin();
    try {
      await until(async () => (await questions()).length === before + 1);
      expect([await stateOf(first), await stateOf(second)]).toEqual(['running', 'waiting']);
      const asking = await pageOf(analyst, first);
      for (const words of ['do/vat-carousels/stop', 'States are being asked.', 'Load it again'])
        expect(asking).toContain(words);
      // Each look at the case is in the journal: a page that is left open writes none.
      expect(asking).not.toContain('data-live');
      expect(await act(nl, 'vat-carousels/stop', { id: first })).toEqual(['action_not_allowed']);
      const stoppedAt = performance.now();
      await done(analyst, 'vat-carousels/stop', { id: first });
      await until(async () => (await questions()).length === before + 2);
      // An answer is waited for as long as 45 seconds; nobody waits for one here.
      expect(performance.now() - stoppedAt).toBeLessThan(20_000);
      expect([await stateOf(first), await stateOf(second)]).toEqual(['stopped', 'running']);
      const page = await pageOf(analyst, first);
      expect(page).toContain('Somebody stopped it');
      expect(page).not.toContain('do/vat-carousels/stop');
      expect(await act(analyst, 'vat-carousels/stop', { id: first })).toEqual(['vat_carousels_not_running']);
      await done(analyst, 'vat-carousels/stop', { id: second });
      expect((await questions()).length).toBe(before + 2);
    } finally {
      await searches.stop();
    }
  }, 60_000);

  test('asks nobody more once its case was closed while another state was asked', async () => {
    const id = await openOne();
    const before = (await questions()).length;
    await draft(id);
    await done(liaison, 'vat-carousels/release', { id });
    const searches = await begin();
    try {
      await until(async () => (await questions()).length === before + 1);
      await done(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'Checked' });
      await answerLast();
      await until(async () => (await stateOf(id)) !== 'running');
      expect([await stateOf(id), (await questions()).length]).toEqual(['failed', before]);
      const problems = await database.read((tx) =>
        sql<{ problems: { code: string }[] }>`select problems from vat.carousel_search where case_id = ${id}`
          .execute(tx)
          .then(({ rows }) => rows[0]?.problems.map(({ code }) => code)),
      );
      expect(problems).toEqual(['vat_case_closed']);
    } finally {
      await searches.stop();
    }
  }, 60_000);

  test('that a restart interrupted asks nobody twice, and says what to do', async () => {
    const id = await openOne();
    const before = (await questions()).length;
    await draft(id);
    await done(liaison, 'vat-carousels/release', { id });
    const ended = await begin();
    await until(async () => (await questions()).length === before + 1);
    await ended.stop();
    expect(await stateOf(id)).toBe('running');
    const next = await begin();
    try {
      await until(async () => (await stateOf(id)) !== 'running');
      expect(await stateOf(id)).toBe('failed');
      expect(await pageOf(analyst, id)).toContain('This node ended while it asked');
      await next.job.run();
      expect((await questions()).length).toBe(before + 1);
    } finally {
      await next.stop();
    }
  }, 60_000);
});
