import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNode, type Rounds, startRounds, wholeNode } from '#exchange';
import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/telemetry.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** One node for all parties, as `npm start` makes it: asking by form and API, who sees what of it, and the ledger of several. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let rounds: Rounds;
let folder: string;
let nl: Browser;
let be: Browser;
let lu: Browser;
let visitor: Browser;

beforeAll(async () => {
  opened = await openFirstRegister();
  folder = await mkdtemp(join(tmpdir(), 'tripoint-requests-'));
  const node = await openNode({
    database: opened.database,
    clock: systemClock,
    log: createLogger('silent'),
    dataFolder: folder,
    self: wholeNode,
    services: [
      {
        operations: ['anpr.reference_list', 'info.request'],
        answer: async ({ query }) =>
          (query as { wanted: string }).wanted === 'SYN-1'
            ? { synthetic: true, list: { name: 'made up' } }
            : null,
      },
    ],
  });
  rounds = await startRounds(node, { every: 200 });
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
  const answer = await browser.post('/sign-in', {
    register: 'benelux',
    role: 'line-ministry',
    party,
    body: '',
  });
  expect(answer.statusCode).toBe(303);
  return browser;
}

const stated = [
  'follow_up_action_per_entry',
  'legal_basis_of_receiver',
  'automated_comparison_only',
  'necessary_and_proportionate',
  'individual_persons_or_objects',
  'geofence_agreed',
].join(',');
const plates = {
  party: 'NL',
  to: 'BE',
  provision: 'police-2018/13/anpr.reference_list',
  wanted: 'SYN-1',
  case_reference: 'SYN-CASE-9',
  stated,
};

/** Through the API: the path of the page that shows it. */
async function asked(browser: Browser, input: object): Promise<string> {
  const answer = await browser.postJson('/api/benelux/exchange/ask', input);
  expect(answer.statusCode, answer.body).toBe(200);
  return (JSON.parse(answer.body) as { page: string }).page.replace(/^\/\w\w\//, '/en/');
}

async function refused(browser: Browser, input: object): Promise<readonly string[]> {
  const answer = await browser.postJson('/api/benelux/exchange/ask', input);
  const { findings } = JSON.parse(answer.body) as { findings?: { code: string; place: string }[] };
  return [String(answer.statusCode), ...(findings ?? []).map(({ code, place }) => `${code} ${place}`.trim())];
}

const read = async (browser: Browser, path: string) => (await browser.get(path)).body;

test('what is open is asked, answered and shown with its article, and each look at it is in the journal and on the page', async () => {
  const page = await asked(nl, plates);
  const first = await read(nl, page);
  for (const said of ['Answered', 'made up', 'SYN-CASE-9', 'Article 13', 'Nobody before you'])
    expect(first).toContain(said);
  expect(await read(nl, page)).toMatch(/Who looked at it before:[^<]*person:|person:/);
  const id = page.split('/').at(-1);
  const { rows } = await opened.database.read((tx) =>
    sql<{
      event: string;
    }>`select event from platform.journal where subject = ${`exchange_requests/${id}`} order by id`.execute(
      tx,
    ),
  );
  expect(rows.map(({ event }) => event)).toEqual([
    'exchange.asked',
    'exchange.decided',
    'exchange.answered',
    'exchange.told',
    'exchange_requests.read',
    'exchange_requests.read',
  ]);
});

test('nothing found is an answer, and denied says the agreement that is missing, in four languages', async () => {
  expect(await read(nl, await asked(nl, { ...plates, wanted: 'SYN-404' }))).toContain('Nothing found');
  const denied = await asked(nl, { ...plates, provision: 'police-2018/14/hitnohit' });
  for (const [language, word] of [
    ['en', 'Denied'],
    ['nl', 'Geweigerd'],
    ['fr', 'Refusé'],
    ['de', 'Verweigert'],
  ] as const) {
    const body = await read(nl, denied.replace(/^\/\w\w\//, `/${language}/`));
    expect(body).toContain(word);
    expect(body).toContain('14(5)');
  }
});

test('who acts for the other party reads what was put to it, and nobody else reads anything', async () => {
  const page = await asked(nl, { ...plates, case_reference: 'SYN-SECRET-CASE' });
  expect(await read(be, page)).toContain('SYN-SECRET-CASE');
  expect(await read(be, page)).toContain('Put to us');
  for (const stranger of [lu, visitor]) {
    expect(await read(stranger, page)).not.toContain('SYN-SECRET-CASE');
    expect(await read(stranger, '/en/benelux/practice/exchange/requests')).not.toContain('SYN-');
    const exported = await stranger.get('/en/benelux/practice/exchange/requests?format=json');
    expect([exported.statusCode, exported.body.includes('SYN-')]).toEqual([403, false]);
  }
  const own = await nl.get('/en/benelux/practice/exchange/requests?format=json');
  expect(own.statusCode).toBe(200);
  expect(own.body).toContain('SYN-SECRET-CASE');
  // What is asked and what comes of it stands in no public list of what happened.
  for (const path of [
    '/api/benelux/journal?page-size=100',
    '/en/benelux/find?q=SECRET',
    '/en/benelux/changes.atom',
  ])
    expect((await visitor.get(path)).body).not.toContain('SYN-SECRET-CASE');
});

test('what our own node denies is not the other’s to see: it never got it', async () => {
  const page = await asked(nl, {
    ...plates,
    provision: 'police-2018/14/hitnohit',
    case_reference: 'SYN-NEVER-SENT',
  });
  expect(await read(nl, page)).toContain('SYN-NEVER-SENT');
  expect(await read(be, page)).not.toContain('SYN-NEVER-SENT');
});

test('several parties have a ledger that says who did not answer', async () => {
  const page = await asked(nl, { ...plates, to: 'BE,LU' });
  expect(page).toContain('/askings/');
  const ledger = await read(nl, page);
  expect(ledger).toContain('Incomplete: of 1 there is no answer.');
  expect(ledger).toContain('Denied');
  expect(await read(lu, page)).not.toContain('Incomplete');
});

test('nobody asks for a party that is not theirs, itself, nor for what no article opens', async () => {
  expect(await refused(lu, plates)).toEqual(['403', 'party_not_allowed body.party']);
  expect((await refused(visitor, plates))[0]).toBe('403');
  expect(await refused(nl, { ...plates, to: 'NL' })).toEqual(['400', 'request_to_oneself body.to']);
  expect(await refused(nl, { ...plates, provision: 'police-2018/99/anything' })).toEqual([
    '400',
    'request_not_openable body.provision',
  ]);
  expect(await refused(nl, { ...plates, to: 'XX' })).toEqual(['400', expect.stringContaining('body.to')]);
});
