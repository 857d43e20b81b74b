import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNode, type Rounds, startRounds, wholeNode } from '#exchange';
import { addDays, formatDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { allRecords, type StoredRecord, writeRecords } from '#platform/records/records.ts';
import { createLogger } from '#platform/telemetry.ts';
import { provisions } from '#union';
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
  // By name where this node knows it; nobody is shown as a number of a database.
  const again = await read(nl, page);
  expect(again).toMatch(/Who looked at it before: line ministry, Netherlands \d/);
  expect(again).not.toContain('person:');
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

test('all that a request said is on its page and on the ledger, and of a list that showed it the readers are named', async () => {
  const said = {
    ...plates,
    provision: 'police-2018/4(1)/info.request',
    purpose: 'detect_offences',
    data_set: 'syn_vehicles',
    service: 'syn_unit',
    function: 'syn_inspector',
    offence: 'syn_theft',
    place: 'syn_post',
  };
  const page = await asked(nl, said);
  const ledger = await asked(nl, { ...said, provision: plates.provision, to: 'BE,LU' });
  for (const body of [await read(nl, page), await read(be, page), await read(nl, ledger)])
    for (const word of [
      ...[
        'Benelux police treaty',
        'detecting offences',
        'syn vehicles',
        'syn unit',
        'syn inspector',
        'syn theft',
        'syn post',
      ],
      'it is necessary and proportionate',
      'SYN-CASE-9',
    ])
      expect(body).toContain(word);
  await read(be, '/en/benelux/practice/exchange/requests');
  expect(await read(nl, page)).toContain('(in a list)');
  expect(await read(nl, page)).toContain('line ministry, Belgium');
});

test('what was looked for is on the page where the log has it; an erased entry leaves what the node keeps of every request', async () => {
  const page = await asked(nl, { ...plates, offence: 'syn_theft', wanted: 'SYN-404' });
  expect(await read(nl, page)).toContain('syn theft');
  const subject = `exchange_requests/${page.split('/').at(-1)}`;
  const erase = () =>
    opened.database.write(async (tx) => {
      await sql`set local role tripoint_retention`.execute(tx);
      await sql`delete from platform.journal_payload where entry in (
        select id from platform.journal where subject = ${subject})`.execute(tx);
    });
  await erase();
  const payload = JSON.stringify({ request: { offence: 'syn_fraud' }, asked: { wanted: 'SYN-404' } });
  await opened.database.write((tx) =>
    sql`insert into platform.journal_payload (entry, salt, payload)
      select id, '', ${payload} from platform.journal where subject = ${subject} and event = 'exchange.asked'`.execute(
      tx,
    ),
  );
  const kept = await read(nl, page);
  for (const word of ['syn fraud', 'SYN-404']) expect(kept).toContain(word);
  await erase();
  const body = await read(nl, page);
  for (const gone of ['syn fraud', 'SYN-404']) expect(body).not.toContain(gone);
  for (const stays of ['SYN-CASE-9', 'erased', 'Nothing found']) expect(body).toContain(stays);
});

test('the form asks for what its article needs, in words; a fault brings a field back', async () => {
  const form = '/en/benelux/do/exchange/ask';
  const whole = parseHTML(await read(nl, form)).document;
  const names = (document: Document) => [
    ...new Set([...document.querySelectorAll('main [name]')].map((one) => one.getAttribute('name') ?? '')),
  ];
  const boxes = (document: Document, name: string) =>
    [...document.querySelectorAll(`main input[name=${name}]`)].map((one) => one.getAttribute('value'));
  expect(names(whole)).toContain('offence');
  expect(boxes(whole, 'stated').length).toBeGreaterThan(25);
  // Neither the asker himself nor who is bound by nothing that opens anything.
  expect(boxes(whole, 'to').toSorted()).toEqual(['BE', 'LU']);

  const path = `${form}?party=NL&to=BE&provision=${encodeURIComponent('police-2018/4(1)/info.request')}`;
  const one = parseHTML(await read(nl, path)).document;
  expect(names(one)).toEqual([
    ...['party', 'to', 'provision', 'wanted', 'purpose', 'case_reference', 'stated', 'seconds', 'wait_hours'],
  ]);
  expect(boxes(one, 'stated')).toEqual(['necessary_and_proportionate', 'individual_persons_or_objects']);
  const purposes = [...one.querySelectorAll('#field-purpose option')].map((option) => option.textContent);
  expect(purposes).toContain('investigating offences');
  expect(one.querySelector('main .note')?.textContent).toMatch(/Your number as an officer: [0-9a-f-]{36}/);

  const sent = await nl.post('/en/benelux/do/exchange/ask', { ...plates, offence: 'x'.repeat(90) });
  expect(names(parseHTML(sent.body).document)).toContain('offence');
});

test('the what-if leads whoever may ask to the form, filled in, and the desk says the number', async () => {
  const may = '/en/benelux/practice/exchange/may?from=NL&to=BE&provision=police-2018/13';
  const links = (body: string) =>
    [...parseHTML(body).document.querySelectorAll('#actions a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
  const [way = '', ...more] = links(await read(nl, may));
  expect(more).toEqual([]);
  expect(Object.fromEntries(new URL(way, 'http://node').searchParams)).toEqual({
    party: 'NL',
    to: 'BE',
    provision: 'police-2018/13/anpr.reference_list',
  });
  expect((await nl.get(way)).statusCode).toBe(200);
  // Nor is it offered to who may not, of what is closed, or of another day.
  expect(links(await read(be, may))).toEqual([]);
  expect(links(await read(nl, `${may.replace('/13', '/14')}`))).toEqual([]);
  expect(links(await read(nl, `${may}&as-of=2026-01-15`))).toEqual([]);
  expect(await read(nl, '/en/benelux/desk')).toMatch(/Your number as an officer.*<code>[0-9a-f-]{36}/);
});

test('the list is narrowed by outcome, direction and the other party, and its export with it', async () => {
  const list = '/en/benelux/practice/exchange/requests';
  const taken = async (query: string) => {
    const answer = await nl.get(`${list}?format=json${query}`);
    expect(answer.statusCode, answer.body.slice(-3000)).toBe(200);
    return (JSON.parse(answer.body) as { rows: { direction: string; outcome: string; to: string }[] }).rows;
  };
  const all = await taken('');
  const denied = await taken('&outcome=denied');
  expect(denied.length).toBeGreaterThan(0);
  expect(denied.length).toBeLessThan(all.length);
  expect(denied).toEqual(all.filter(({ outcome }) => outcome === 'denied'));
  expect(await taken('&other=LU&direction=asked')).toEqual(all.filter(({ to }) => to === 'LU'));
  expect((await nl.get(`${list}?format=json&outcome=nothing`)).statusCode).toBe(403);
  const body = await read(nl, `${list}?outcome=denied&other=BE`);
  expect(body).toContain('Other party: Belgium');
  const { document } = parseHTML(body);
  const count = [...document.querySelectorAll('.facet .chosen .count')].map((one) => one.textContent);
  expect(count).toEqual([String(denied.filter(({ to }) => to === 'BE').length), expect.any(String)]);
  expect(await read(nl, `${list}?outcome=nothing`)).toContain('Outcome: nothing');
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
    expect((await visitor.get(path)).body).not.toMatch(
      /SYN-SECRET-CASE|exchange\.(asked|decided|answered|told)/,
    );
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

test('where the article says how long it is kept, the day on which it is erased is told', async () => {
  const page = await asked(nl, plates);
  expect(await read(nl, page)).toContain('The article sets no time after which it is erased.');
  const known = { register: 'benelux' as RegisterId, knownAt: todayOn(systemClock) };
  await opened.database.write(async (tx) => {
    const [held] = await allRecords(tx, { ...known, kinds: [provisions.name], ids: ['police-2018-13'] });
    const { body } = held as StoredRecord;
    const conditions = { ...(body.conditions as object), retention_days: 30 };
    const draft = { kind: provisions, id: 'police-2018-13' as RecordId, position: 900, transitions: [] };
    const drafts = [{ ...draft, body: { ...body, conditions } }];
    await writeRecords(tx, systemClock, { ...known, knownFrom: known.knownAt, actor: 'test', drafts });
  });
  const day = formatDate(addDays(todayOn(systemClock), 30), 'en');
  expect(await read(nl, page)).toContain(`To be erased on ${day}, 30 days after the decision.`);
});
