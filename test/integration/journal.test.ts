import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import type { RegisterId } from '#kernel/references.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { listJournal } from '#platform/journal/journal.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { toldToAll } from '../../src/union/register/answers.ts';
import { eventName } from '../../src/union/register/pages/event-name.ts';
import { applicationJson, invoiceJson } from '../../src/vat/refunds/fixtures/applications.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/test-database.ts';

/**
 * Who is told what of the journal: nobody of records that are not for everybody, through whatever door; and what forms hand out of such
 * records is in it first.
 */

const register = 'demo-2020' as RegisterId;
const today = todayOn(systemClock);
const [belgian, dutch] = ['BE0400000086', 'NL004495445B01'];
const closedKinds = modules
  .flatMap(({ kinds }) => kinds)
  .filter(({ visibility }) => visibility !== 'public')
  .map(({ name }) => name);

let folder: string;
let database: Database;
let server: HttpServer;
/** Who works on cases for Belgium, on claims for the Netherlands and Belgium; and all who do neither. */
let analyst: Browser;
let dutchRefunds: Browser;
let belgianRefunds: Browser;
let others: ReadonlyMap<string, Browser>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-journal-'));
  const config = readConfig({ TRIPOINT_DATA: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, systemClock);
  server = await createNodeServer(config.value, database, createLogger('silent'), { clock: systemClock });
  analyst = await signIn('fraud-analyst', 'BE', 'fisc-mtic');
  dutchRefunds = await signIn('player', 'NL', 'fisc-vrp');
  belgianRefunds = await signIn('player', 'BE', 'fisc-vrp');
  others = new Map([
    ['a visitor', openBrowser(server)],
    ['another state in the same field', await signIn('liaison-official', 'NL', 'fisc-mtic')],
    ['a ministry of the same state', await signIn('line-ministry', 'BE', '')],
    ['who coordinates the field', await signIn('field-coordinator', '', 'fisc-mtic')],
  ]);
}, 180_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(role: string, party: string, body: string, of: string = register): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register: of, role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}
async function done(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  expect(answer.statusCode, `${name} ${answer.body}`).toBe(200);
  return (JSON.parse(answer.body) as { subject: string }).subject.split('/')[1] ?? '';
}
const page = (browser: Browser, path: string, language = 'en') =>
  browser.get(`/${language}/${register}${path}`);
const asked = async (browser: Browser, path: string) =>
  (await browser.get(`/api/${register}${path}`, { accept: 'application/json' })).json();
const openCase = () =>
  done(analyst, 'vat-cases/open', { party: 'BE', traders: `${belgian}\n${dutch}`, reason: 'A tip' });
const referenceOf = async (id: string) =>
  /[A-Z]{2}-\d{4}-\d{3}/.exec((await page(analyst, `/practice/vat/cases/${id}`)).body)?.[0] ?? '';
/** Of one record, oldest first. */
async function entriesOn(subject: string) {
  const { entries } = await database.read((tx) =>
    listJournal(tx, { register, subject, limit: 100, offset: 0 }),
  );
  return entries.toReversed();
}
const readingsOn = async (subject: string) =>
  (await entriesOn(subject)).filter(({ event }) => event.endsWith('.read'));

let references = 0;
/** Of the Netherlands, synthetic. */
function registerClaim(): Promise<string> {
  references += 1;
  const invoice = { number: `S-${references}`, date: '2025-03-04', taxable_cents: 25_000_00 };
  const application = applicationJson({
    id: `synthetic-journal-${references}`,
    period: { from: '2025-01-01', to: '2025-12-31' },
    submitted_on: addDays(today as PlainDate, -100),
    invoices: [invoiceJson({ ...invoice, vat_cents: 5_000_00, deductible_cents: 5_000_00 })],
  });
  const file = Buffer.from(JSON.stringify(application)).toString('base64');
  return done(dutchRefunds, 'refunds/register', { party: 'NL', file });
}
const registerDebt = (reference: string) =>
  done(dutchRefunds, 'tax-debts/register', {
    ...{ party: 'NL', reference, debtor: dutch, tax: 'vat', amount: '1000' },
    assessed_on: addDays(today as PlainDate, -300),
    due_on: addDays(today as PlainDate, -270),
    enforceable_from: addDays(today as PlainDate, -200),
  });

describe('Attack: the journal is asked about records that are not for everybody', () => {
  test('and no page, export, feed, search, record or count tells that one was opened, read or closed', async () => {
    const doors = (id: string) => [
      ...['/journal', '/journal?page=2', '/journal?format=csv', '/journal?format=json'],
      ...[
        '/journal?event=vat_cases.read',
        '/journal?event=vat-cases%2Fclose',
        '/journal?event=vat_claims.read',
      ],
      ...[`/journal?subject=vat_cases%2F${id}`, `/journal?subject=vat_cases%2F${id}&format=json`],
      ...['/desk', '/changes.atom', '/catalogue.rdf', '/about', '', '/find?kind=vat_cases', `/find?q=${id}`],
      ...[`/record/vat_cases/${id}`, `/practice/vat/cases/${id}`, '/practice/vat/cases', '/practice/vat'],
    ];
    const counted = async () =>
      Promise.all(
        ['/journal', '/journal?event=vat_cases.read', '/journal?event=vat-cases/open', '/records'].map(
          async (path) => (await asked(openBrowser(server), path)).total as number,
        ),
      );
    const before = await counted();
    const id = await openCase();
    const reference = await referenceOf(id);
    await done(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'Checked' });
    const claim = await registerClaim();
    expect((await page(belgianRefunds, `/practice/vat/refunds/${claim}`)).body).toContain(
      'synthetic-journal',
    );
    expect((await entriesOn(`vat_cases/${id}`)).map(({ event }) => event)).toEqual([
      'vat-cases/open',
      'vat_cases.read',
      'vat-cases/close',
    ]);
    expect(await counted(), 'before and after').toEqual(before);
    let looked = 0;
    for (const [who, browser] of others)
      for (const door of doors(id))
        for (const language of door.includes('format') ? ['en'] : languages) {
          const { body } = await page(browser, door, language);
          // What was asked for stands in the address of what refuses it, and in links to the same in other languages.
          const isNamed = /vat_c|vat-c/.test(door) || door.includes(id);
          const told = isNamed ? body.replaceAll(/(href|value|action)="[^"]*"/g, '') : body;
          const words = [
            reference,
            'synthetic-journal',
            claim,
            'vat_cases/',
            'vat_cases.read',
            'vat_claims',
            'vat-cases/close',
            'Checked',
          ];
          const isAsked = (word: string) => decodeURIComponent(door).includes(word);
          for (const word of words.filter((one) => !isAsked(one)))
            expect(told.includes(word), `${who} ${language}${door} ${word}`).toBe(false);
          if (!door.includes(id)) expect(told.includes(id), `${who} ${door}`).toBe(false);
          looked += 1;
        }
    expect(looked).toBeGreaterThan(200);
    for (const browser of others.values()) {
      expect(await asked(browser, `/journal?subject=vat_cases/${id}`)).toMatchObject({
        total: 0,
        entries: [],
      });
      expect(await asked(browser, '/journal?event=vat_cases.read')).toMatchObject({ total: 0, entries: [] });
      expect((await asked(browser, '/records?kind=vat_cases')).total).toBe(0);
      expect((await browser.get(`/api/${register}/records/vat_cases/${id}`)).statusCode).toBe(404);
    }
  });

  test('and what the API tells, to its last page, is of public records and of the register alone', async () => {
    // Several at once are read without a subject: the event alone would tell.
    await Promise.all([openCase(), openCase()]);
    expect((await page(analyst, '/practice/vat/cases/all')).statusCode).toBe(200);
    const { kinds, events } = toldToAll({ modules });
    const { entries: all, total: written } = await database.read((tx) =>
      listJournal(tx, { register, limit: 20_000, offset: 0 }),
    );
    const kindOf = (subject: string | null) => subject?.split('/')[0] ?? null;
    expect(all.some(({ subject, event }) => subject === null && event === 'vat_cases.read')).toBe(true);
    expect(all.some(({ subject }) => closedKinds.includes(kindOf(subject) ?? ''))).toBe(true);
    const told: { event: string; subject: string | null }[] = [];
    for (let number = 1; ; number += 1) {
      const answer = await asked(openBrowser(server), `/journal?page-size=200&page=${number}`);
      told.push(...answer.entries);
      if (answer.entries.length === 0) {
        expect(told.length).toBe(answer.total);
        break;
      }
    }
    expect(told.length).toBeGreaterThan(100);
    expect(told.length).toBeLessThan(written);
    for (const { event, subject } of told) {
      expect(events, event).toContain(event);
      expect(event).not.toMatch(/\.read$/);
      if (subject !== null) expect(kinds, subject).toContain(kindOf(subject));
    }
  });

  test('and every event that it tells has words in four languages, on the journal and on a desk', async () => {
    const { events } = toldToAll({ modules });
    expect(events.length).toBeGreaterThan(100);
    for (const language of languages)
      for (const event of events)
        expect(eventName(event, { modules, language }), `${event} ${language}`).not.toMatch(
          /^[\w-]+[./][\w-]+$/,
        );
    const desk = await signIn('player', 'BE', '');
    for (const language of languages)
      for (const path of ['/desk', '/journal']) {
        const { body } = await page(desk, path, language);
        const changes = path === '/desk' ? (/id="changes".*?<\/section>/s.exec(body)?.[0] ?? '') : body;
        expect(changes.length).toBeGreaterThan(100);
        const told = changes.replaceAll(/\s(href|value|action|id|name)="[^"]*"/g, '');
        expect(told, `${language}${path}`).not.toMatch(/>[a-z_-]+[./][a-z_-]+\s*</);
      }
  });
});

describe('A page that shows what is not for everybody', () => {
  test('has its readings in the journal before it leaves, also those that its parts note down while it is drawn', async () => {
    const ids = [await openCase(), await openCase()];
    const readings = async () => {
      const { entries } = await database.read((tx) =>
        listJournal(tx, { register, event: 'vat_cases.read', limit: 1_000, offset: 0 }),
      );
      return entries;
    };
    const before = await readings();
    const list = await page(analyst, '/practice/vat/cases/all');
    for (const id of ids) expect(list.body).toContain(id);
    const [reading, ...more] = (await readings()).slice(0, -before.length || undefined);
    expect(more).toEqual([]);
    const payload = { records: expect.arrayContaining(ids) };
    expect(reading).toMatchObject({ event: 'vat_cases.read', party: 'BE', subject: null, payload });
  });
});

describe('A form that shows what is not for everybody', () => {
  test('writes the reading down first, for the party and by the grant by which it is open', async () => {
    const id = await openCase();
    for (const [count, name] of ['close', 'revise'].entries()) {
      const form = await page(analyst, `/do/vat-cases/${name}?id=${id}`);
      expect(form.statusCode).toBe(200);
      expect(form.body).toContain(dutch);
      const readings = await readingsOn(`vat_cases/${id}`);
      expect(readings).toHaveLength(count + 1);
      expect(readings.at(-1)).toMatchObject({
        event: 'vat_cases.read',
        party: 'BE',
        actor: expect.stringMatching(/^person:/),
        purpose: expect.any(String),
        payload: { records: [id] },
      });
    }
    // Sent back with what is wrong with it, it shows the same again.
    const refused = await analyst.post(`/en/${register}/do/vat-cases/close`, { id, outcome: 'honest' });
    expect(refused.statusCode).toBe(400);
    expect(await readingsOn(`vat_cases/${id}`)).toHaveLength(3);
  });

  test('writes down, too, the records among which it lets choose', async () => {
    const [debt, claim] = [await registerDebt('synthetic-owed'), await registerClaim()];
    await done(dutchRefunds, 'refunds/forward', { id: claim });
    await done(belgianRefunds, 'refunds/receive', { id: claim });
    const form = await page(dutchRefunds, `/do/refunds/consent?id=${claim}`);
    expect(form.body).toContain('synthetic-owed');
    expect((await readingsOn(`vat_claims/${claim}`)).map(({ party }) => party)).toEqual(['NL']);
    expect(await readingsOn(`vat_debts/${debt}`)).toMatchObject([
      { event: 'vat_debts.read', party: 'NL', payload: { records: [debt] } },
    ]);
  });

  test('is shown to nobody else, who are not told whether there is such a record either, and nothing is written of it', async () => {
    const id = await openCase();
    const reference = await referenceOf(id);
    const before = await entriesOn(`vat_cases/${id}`);
    for (const [who, browser] of others) {
      const answers = await Promise.all(
        [id, 'no-such-case'].map((one) => page(browser, `/do/vat-cases/close?id=${one}`)),
      );
      const [there, missing] = answers.map(({ statusCode, body }) => [
        statusCode,
        body.replaceAll(id, 'no-such-case').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''),
      ]);
      expect(there, who).toEqual(missing);
      expect(there?.[1]).not.toContain(reference);
      expect(there?.[1]).not.toContain(dutch);
    }
    expect(await entriesOn(`vat_cases/${id}`)).toEqual(before);
  });

  test('shows nothing where its record is not open to it, and then nothing is written of it', async () => {
    const id = await openCase();
    const reference = await referenceOf(id);
    const before = await entriesOn(`vat_cases/${id}`);
    const form = await page(analyst, `/do/vat-cases/reopen?id=${id}`);
    expect(form.statusCode).toBe(200);
    expect(form.body).not.toContain(reference);
    expect(form.body).not.toContain('<textarea');
    expect(await entriesOn(`vat_cases/${id}`)).toEqual(before);
  });
});

describe('The history of a record', () => {
  const historyIn = (body: string) =>
    (/id="history".*?<\/section>/s.exec(body)?.[0] ?? '')
      .split('<li')
      .slice(1)
      .map((one) => one.replaceAll(/<[^>]*>/g, ' '));

  test('goes from the oldest to the newest, of one day as it was done, with who and when', async () => {
    const id = await openCase();
    await done(analyst, 'vat-case-requests/draft', {
      ...{ id, to: 'NL', what: 'feedback', asked: dutch },
      ...{ purpose: 'vat-analysis', instrument: 'police-2018' },
    });
    await done(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'Checked' });
    const steps = historyIn((await page(analyst, `/practice/vat/cases/${id}`)).body);
    expect(steps.map((one) => /Opened|Request drafted|Closed/.exec(one)?.[0])).toEqual([
      'Opened',
      'Request drafted',
      'Closed',
    ]);
    for (const step of steps) {
      expect(step).toContain('Belgium');
      expect(step).toMatch(/taken in .*\d{2}:\d{2}.*UTC/);
    }
  });

  test('says so of claims and debts alike, in every language', async () => {
    const [claim, debt] = [await registerClaim(), await registerDebt('synthetic-told')];
    await done(dutchRefunds, 'refunds/forward', { id: claim });
    const words = { en: 'taken in', nl: 'opgenomen op', fr: 'enregistré le', de: 'aufgenommen am' };
    for (const language of languages) {
      const steps = historyIn((await page(dutchRefunds, `/practice/vat/refunds/${claim}`, language)).body);
      expect(steps).toHaveLength(2);
      for (const step of steps) expect(step).toMatch(new RegExp(`${words[language]} .*UTC`));
    }
    const [step] = historyIn((await page(dutchRefunds, `/practice/vat/debts/${debt}`)).body);
    expect(step).toContain('Netherlands');
    expect(step).toMatch(/taken in .*UTC/);
  });
});

describe('After something was done', () => {
  test('no day stays in the address, whatever day was looked at before, and what was done is seen', async () => {
    const id = await openCase();
    const form = `/en/${register}/do/vat-cases/revise?as-of=2020-03-01`;
    const sent = await analyst.post(form, {
      id,
      traders: dutch,
      reason: 'One of them only',
      at_stake: '77',
    });
    expect(sent.statusCode, sent.body.slice(0, 300)).toBe(303);
    expect(String(sent.headers.location)).not.toContain('as-of');
    const shown = await analyst.get(String(sent.headers.location));
    expect(shown.body).toContain('One of them only');
    expect(shown.body).not.toContain('as-of=2020-03-01');
  });

  test('a register that opens on the day of its source shows today, on which it was done', async () => {
    const ministry = await signIn('line-ministry', 'BE', '', 'benelux');
    const form = '/en/benelux/do/reminders/address?as-of=2019';
    const sent = await ministry.post(form, { holder: 'BE', address: 'a@example.org', language: 'en' });
    expect(sent.statusCode, sent.body.slice(0, 300)).toBe(303);
    expect(sent.headers.location).toBe(`/en/benelux/desk?as-of=${today}&done=reminders%2Faddress`);
  });
});
