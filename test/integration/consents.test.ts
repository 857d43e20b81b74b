import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNode, type Rounds, startRounds, wholeNode } from '#exchange';
import type { PartialDate } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { createLogger } from '#platform/telemetry.ts';
import { insertNote } from '../../src/exchange/nodes/consents/store.ts';
import { readConsentNote } from '../../src/exchange/nodes/consents.ts';
import { consentForm, instantOf } from '../../src/exchange/nodes/model.ts';
import { signStatement } from '../../src/exchange/nodes/statement.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** Signed notes of consents on pages and in files: of consents that were given here, and of those that another node handed over. */

const path = '/en/benelux/practice/exchange/consents';
const today = todayOn(systemClock);

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let rounds: Rounds;
let folder: string;
let nl: Browser;
let be: Browser;
let lu: Browser;
let visitor: Browser;
beforeAll(async () => {
  opened = await openFirstRegister();
  folder = await mkdtemp(join(tmpdir(), 'tripoint-consents-'));
  const log = createLogger('silent');
  const { database } = opened;
  const own = { database, clock: systemClock, log, dataFolder: folder, self: wholeNode, services: [] };
  rounds = await startRounds(await openNode(own), { every: 200 });
  [nl, be, lu] = await Promise.all([signIn('NL'), signIn('BE'), signIn('LU')]);
  visitor = openBrowser(opened.server);
}, 60_000);
afterAll(async () => {
  await rounds.stop();
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(party: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const role = { register: 'benelux', role: 'line-ministry', party, body: '' };
  expect((await browser.post('/sign-in', role)).statusCode).toBe(303);
  return browser;
}

async function done(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await browser.postJson(`/api/benelux/${name}`, input);
  expect(answer.statusCode, answer.body).toBe(200);
  return (JSON.parse(answer.body) as { subject: string }).subject.split('/')[1] ?? '';
}
const given = {
  party: 'BE',
  receiver: 'NL',
  instrument: 'police-2018',
  case_reference: 'synthetic-case-8',
  purpose: 'evidence',
  conditions: 'Only in this trial',
  from: today,
};
const read = async (browser: Browser, address: string) => (await browser.get(address)).body;
const fileOf = (browser: Browser, id: string, what: string) => browser.get(`${path}/${id}/notes/${what}`);
async function untilThere(id: string, what: string): Promise<void> {
  while ((await fileOf(nl, id, what)).statusCode !== 200) await wait(50);
}

test('what was given and withdrawn is signed by the node and handed out to both parties alone, in the journal each time', async () => {
  const id = await done(be, 'consents/give', given);
  await untilThere(id, 'given');
  const file = await fileOf(be, id, 'given');
  expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(readConsentNote(file.body)).toMatchObject({
    what: 'given',
    said: { id, supplier: 'BE', receiver: 'NL', case_reference: 'synthetic-case-8', given: today },
  });
  for (const browser of [lu, visitor])
    for (const what of ['given', 'withdrawn', 'other'])
      expect((await fileOf(browser, id, what)).statusCode).toBe(404);
  for (const language of ['en', 'nl', 'fr', 'de']) {
    const answer = await lu.get(`${path.replace('/en/', `/${language}/`)}/${id}/notes/given`);
    expect(answer.body).not.toContain('synthetic-case-8');
  }
  expect((await fileOf(be, id, 'withdrawn')).statusCode).toBe(404);
  expect(await read(be, path)).toContain('for a party of this node');
  expect(await read(nl, `${path}/${id}`)).toContain('Signed by the node');
  await done(be, 'consents/withdraw', { id, reason: 'The trial is over' });
  await untilThere(id, 'withdrawn');
  const ended = (await fileOf(be, id, 'withdrawn')).body;
  expect(readConsentNote(ended)).toMatchObject({ what: 'withdrawn', said: { id, on: today } });
  expect(ended, 'nobody else is told why').not.toContain('The trial is over');
  const { rows } = await opened.database.read((tx) =>
    sql<{ event: string; register: string | null }>`
      select event, register from platform.journal where subject = ${`consents/${id}`}
        and event in ('exchange.consent_signed', 'consents.note') order by id`.execute(tx),
  );
  expect(rows.filter(({ event }) => event === 'exchange.consent_signed')).toEqual([
    { event: 'exchange.consent_signed', register: null },
    { event: 'exchange.consent_signed', register: null },
  ]);
  expect(rows.filter(({ event }) => event === 'consents.note').length).toBeGreaterThanOrEqual(4);
});

test('a form for a question offers what its party may show and what still holds, and to nobody else', async () => {
  const form = '/en/benelux/do/exchange/ask';
  const [held, ended] = [await done(be, 'consents/give', given), await done(be, 'consents/give', given)];
  await untilThere(held, 'given');
  await done(be, 'consents/withdraw', { id: ended, reason: 'x' });
  const offered = await read(nl, form);
  expect(offered).toContain(held);
  const about = (provision: string) => read(nl, `${form}?provision=${encodeURIComponent(provision)}`);
  expect(await about('police-2018/9/none')).toMatch(
    new RegExp(`Use as evidence: Belgium, Benelux police treaty, [^<]*${held}`),
  );
  expect(await about('eow-paper/1/none')).not.toContain(held);
  expect(offered, 'of persons, and for the page of consents').not.toContain('synthetic-case-8');
  expect(await read(be, form)).not.toContain(held);
  expect(await read(lu, form)).not.toContain(held);
  while ((await read(nl, form)).includes(ended)) await wait(50);
  const several = Array.from({ length: 21 }, (_, index) => `c${index}`);
  const asked = { party: 'NL', to: 'BE', provision: 'police-2018/13/anpr.reference_list', wanted: 'SYN-1' };
  const answer = await nl.postJson('/api/benelux/exchange/ask', { ...asked, consents: several });
  expect([answer.statusCode, answer.body.includes('body.consents')]).toEqual([400, true]);
});

test('what another node handed over is shown to the people of its receiver, as it stands by its notes', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const id = 'synthetic-received';
  const now = systemClock.now().epochMilliseconds;
  const said = {
    register: 'benelux',
    id,
    supplier: 'LU',
    receiver: 'NL',
    instrument: 'police-2018',
    data_set: 'plates',
    case_reference: 'synthetic-case-9',
    purpose: 'disclosure' as const,
    conditions: null,
    from: '2020' as PartialDate,
    until: null,
    given: '2026-01-01' as PartialDate,
    at: instantOf(now),
  };
  const note = signStatement(consentForm, said, { name: 'tripoint/LU', key: privateKey });
  const kept = {
    register: 'benelux',
    supplier: 'LU',
    id,
    what: 'given',
    receiver: 'NL',
    node: 'LU',
    note,
  } as const;
  await opened.database.write((tx) => insertNote(tx, kept, { signedAt: now, now }));
  const page = await read(nl, `${path}/${id}`);
  for (const words of ['synthetic-case-9', 'Disclosure', 'received', 'Luxembourg', 'none are set', 'plates'])
    expect(page).toContain(words);
  expect((await fileOf(nl, id, 'given')).body).toBe(note);
  // What this node does not have on record it does not withdraw.
  expect(page).not.toContain('do/consents/withdraw');
  const table = JSON.parse(await read(nl, `${path}?format=json`)) as { rows: readonly object[] };
  expect(table.rows).toContainEqual(
    expect.objectContaining({
      id,
      supplier: 'LU',
      state: 'given',
      note: 'received',
      note_since: instantOf(now),
    }),
  );
  for (const browser of [be, visitor])
    expect(await read(browser, `${path}/${id}`)).not.toContain('synthetic-case-9');
});
