import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What is promised, by whom and what becomes of it: through the API, one form and the pages, in the made-up year. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
let council: Browser;
const states = new Map<string, Browser>();
beforeAll(async () => {
  opened = await openFirstRegister();
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  const clock = fixedClock('2026-11-26T08:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(JSON.parse(file), 1)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  sg = await actingAs('file-holder', '', 'sg');
  council = await actingAs('file-holder', '', 'council');
  for (const party of ['NL', 'BE', 'LU']) states.set(party, await actingAs('contact-point', party, ''));
});
afterAll(() => opened.close());

async function actingAs(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

const state = (party: string): Browser => {
  const found = states.get(party);
  if (found === undefined) throw new Error(`${party} has not signed in`);
  return found;
};

/** What came of an action through the API: nothing, or the codes of what is wrong. */
async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

type Row = { readonly [key: string]: string | number | null };
async function rowsOf(path: string): Promise<readonly Row[]> {
  const answer = await sg.get(`/en/demo-2020/${path}${path.includes('?') ? '&' : '?'}format=json`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return (JSON.parse(answer.body) as { rows: Row[] }).rows;
}
const rowOf = async (id: string, query = '') =>
  (await rowsOf(`commitments${query}`)).find(({ record }) => record === `promises/${id}`);

const timetable = {
  id: 'timetable',
  what: 'Publish one timetable',
  owner: 'NL',
  watcher: 'sg',
  due: '2020-09',
  origin: 'declaration',
  on: '2020-03-02',
};

describe('A promise', () => {
  test('is recorded by its owner or by who follows commitments, with all that is wrong said at once', async () => {
    expect(await act(state('BE'), 'commitments/record', timetable)).toEqual(['action_not_allowed']);
    expect(await act(council, 'commitments/record', timetable)).toEqual(['action_not_allowed']);
    expect(await act(openBrowser(opened.server), 'commitments/record', timetable)).toEqual([
      'action_not_allowed',
    ]);
    const faulty = { ...timetable, watcher: 'NL', due: '2019', on: '2099-01-01', dossier: 'nowhere' };
    expect(await act(state('NL'), 'commitments/record', faulty)).toEqual([
      'date_in_future body.on',
      'watcher_is_owner body.watcher',
      'due_before_made body.due',
      'reference_dangling body.dossier',
    ]);
    expect(await act(sg, 'commitments/record', { ...timetable, owner: 'XX', watcher: 'YY' })).toEqual([
      'reference_dangling body.owner',
      'reference_dangling body.watcher',
    ]);
    const fromNowhere = { ...timetable, origin: 'evaluation', made_in: 'nothing' };
    expect(await act(sg, 'commitments/record', fromNowhere)).toEqual(['reference_dangling body.made_in']);
    expect(await act(state('NL'), 'commitments/record', timetable)).toEqual([]);
    expect(await act(sg, 'commitments/record', timetable)).toEqual(['id_taken body.id']);
    expect(await rowOf('timetable')).toMatchObject({
      owner: 'NL',
      watcher: 'sg',
      state: 'open',
      due: '2020-09',
    });
  });

  test('of a body is answered for by who acts for that body', async () => {
    const review = { ...timetable, id: 'review', owner: 'council', what: 'Review the groups', due: '2021' };
    expect(await act(state('NL'), 'commitments/record', review)).toEqual(['action_not_allowed']);
    expect(await act(council, 'commitments/record', review)).toEqual([]);
    const kept = { id: 'review', on: '2020-11-20', evidence: 'The list of the Council' };
    expect(await act(state('NL'), 'commitments/keep', kept)).toEqual(['action_not_allowed']);
    expect(await act(council, 'commitments/keep', kept)).toEqual([]);
    expect(await rowOf('review')).toMatchObject({ state: 'done', doneOn: '2020-11-20', daysOver: null });
  });

  test('is handed over: from that day on another owes it, and before it the first did', async () => {
    const given = { id: 'timetable', to: 'BE', on: '2020-05-10', reason: 'The line is Belgian' };
    expect(await act(state('BE'), 'commitments/offer', given)).toEqual(['action_not_allowed']);
    expect(await act(state('NL'), 'commitments/offer', { ...given, to: 'NL', on: '2020-01-01' })).toEqual([
      'change_out_of_order body.on',
      'owner_unchanged body.to',
    ]);
    expect(await act(state('NL'), 'commitments/offer', { ...given, to: 'sg' })).toEqual([
      'watcher_is_owner body.to',
    ]);
    expect(await act(state('NL'), 'commitments/offer', { ...given, to: 'ZZ' })).toEqual([
      'reference_dangling body.to',
    ]);
    expect(await act(state('NL'), 'commitments/offer', given)).toEqual([]);
    // Nobody is made to owe it: until Belgium takes it on it is the Netherlands'.
    expect((await rowOf('timetable'))?.owner).toBe('NL');
    const taken = { id: 'timetable', on: '2020-05-10' };
    expect(await act(state('LU'), 'commitments/take_on', taken)).toEqual(['action_not_allowed']);
    expect(await act(state('NL'), 'commitments/take_on', taken)).toEqual(['action_not_allowed']);
    expect((await state('BE').get('/en/demo-2020/desk')).body).toContain(
      '/do/commitments/take_on?id=timetable',
    );
    expect(await act(state('BE'), 'commitments/take_on', { ...taken, on: '2020-05-01' })).toEqual([
      'change_out_of_order body.on',
    ]);
    expect(await act(state('BE'), 'commitments/take_on', taken)).toEqual([]);
    expect((await rowOf('timetable', '?as-of=2020-05-09'))?.owner).toBe('NL');
    expect((await rowOf('timetable', '?as-of=2020-05-10'))?.owner).toBe('BE');
    // It is not the Netherlands' any more.
    const kept = { id: 'timetable', on: '2020-06-01', evidence: 'x' };
    expect(await act(state('NL'), 'commitments/keep', kept)).toEqual(['action_not_allowed']);
  });

  test('gets another date with a reason, and is late after its last day', async () => {
    const moved = { id: 'timetable', due: '2020-10-31', on: '2020-09-01', reason: 'Strike' };
    expect(await act(state('BE'), 'commitments/change_due', { ...moved, due: '2020-09' })).toEqual([
      'due_unchanged body.due',
    ]);
    expect(await act(state('BE'), 'commitments/change_due', moved)).toEqual([]);
    expect(await rowOf('timetable', '?as-of=2020-08-31')).toMatchObject({ due: '2020-09', daysOver: -30 });
    expect(await rowOf('timetable', '?as-of=2020-11-02')).toMatchObject({ due: '2020-10-31', daysOver: 2 });
    expect((await rowsOf('commitments?as-of=2020-11-02&overdue=yes')).length).toBeGreaterThan(0);
    expect(await rowOf('timetable', '?as-of=2020-10-31&overdue=yes')).toBeUndefined();
    expect(await rowOf('timetable', '?as-of=2020-03-01')).toBeUndefined();
  });

  test('ends with its reason, is not moved after that, and can be opened again', async () => {
    const gone = { id: 'timetable', on: '2020-11-15' };
    expect(await act(state('BE'), 'commitments/give_up', gone)).toEqual(['input_missing body.reason']);
    const reason = 'The two systems cannot be joined';
    expect(await act(state('BE'), 'commitments/give_up', { ...gone, reason })).toEqual([]);
    expect(await rowOf('timetable')).toMatchObject({ state: 'unsolvable', reason, daysOver: null });
    const given = { id: 'timetable', to: 'LU', on: '2020-11-20', reason: 'x' };
    expect(await act(state('BE'), 'commitments/offer', given)).toEqual(['commitment_closed body.id']);
    expect(await act(state('BE'), 'commitments/keep', { ...gone, on: '2020-11-20', evidence: 'x' })).toEqual([
      'state_forbids body.id',
    ]);
    const again = { id: 'timetable', on: '2020-12-01', reason: 'A new system' };
    expect(await act(sg, 'commitments/reopen', again)).toEqual([]);
    expect(await rowOf('timetable')).toMatchObject({ state: 'open', reason: null });
    const declined = { id: 'timetable', on: '2020-12-10', reason: 'Too dear' };
    expect(await act(state('BE'), 'commitments/decline', declined)).toEqual([]);
    expect(await rowOf('timetable')).toMatchObject({ state: 'declined', reason: 'Too dear' });
    expect(await act(sg, 'commitments/decline', { ...declined, id: 'nothing' })).toEqual([
      'record_not_found body.id',
    ]);
  });

  test('has a page with its whole history in every language, and a form that is offered to who may', async () => {
    for (const language of ['nl', 'fr', 'de', 'en']) {
      const page = await sg.get(`/${language}/demo-2020/commitments/timetable`);
      expect(page.statusCode, page.body.slice(0, 200)).toBe(200);
      for (const said of ['The line is Belgian', 'Strike', 'A new system', 'Too dear'])
        expect(page.body).toContain(said);
      expect((await sg.get(`/${language}/demo-2020/commitments`)).statusCode).toBe(200);
      expect((await sg.get(`/${language}/demo-2020/recommendations`)).statusCode).toBe(200);
    }
    const own = '/en/demo-2020/commitments/timetable';
    expect((await state('BE').get(own)).body).toContain('/do/commitments/reopen');
    expect((await state('LU').get(own)).body).not.toContain('/do/commitments');
    const list = await state('LU').get('/en/demo-2020/commitments');
    expect(list.body).toContain('/do/commitments/record?owner=LU');
    expect((await sg.get('/en/demo-2020/commitments/nothing')).statusCode).toBe(404);

    const path = '/fr/demo-2020/do/commitments/record';
    const entered = { ...timetable, id: 'quai', what: 'Rehausser le quai', owner: 'LU', due: '2020-06-30' };
    const refused = await state('LU').post(path, { ...entered, due: '2020-02' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Rehausser le quai');
    expect(refused.body).toContain('ne peut précéder');
    const done = await state('LU').post(path, entered);
    expect(done.statusCode, done.body.slice(0, 300)).toBe(303);
    const page = await state('LU').get('/en/demo-2020/commitments/quai');
    expect(page.body).toContain('lang="fr"');
  });
});

describe('The one list', () => {
  test('holds what was promised beside what instruments and parliament’s items oblige to', async () => {
    const answer = await sg.get('/en/benelux/commitments?format=json');
    const { rows } = JSON.parse(answer.body) as { rows: Row[] };
    expect(new Set(rows.map(({ origin }) => origin))).toEqual(new Set(['instrument', 'parliament']));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const page = await sg.get('/en/benelux/commitments?origin=parliament&state=open');
    expect(page.body).toContain('/en/benelux/parliament/');
    const csv = await sg.get('/en/demo-2020/commitments?owner=LU&format=csv');
    expect(csv.body).toContain('Rehausser le quai');
    expect(csv.body).not.toContain('Publish one timetable');
  });

  test('is what the desk, the brief and the feed of deadlines read', async () => {
    // The desk also tells what was changed lately, whoever it concerns.
    const dueOf = async (party: string) => {
      const desk = await state(party).get('/en/demo-2020/desk');
      return desk.body.split('id="due"')[1]?.split('</section>')[0] ?? '';
    };
    expect(await dueOf('LU')).toContain('/en/demo-2020/commitments/quai');
    expect(await dueOf('BE')).not.toContain('/commitments/quai');
    const brief = await sg.get('/en/demo-2020/brief?party=LU&as-of=2020-07-01');
    expect(brief.body).toContain('/en/demo-2020/commitments/quai');

    const entry = async (id: string) => {
      const feed = await sg.get('/en/demo-2020/deadlines.ics', { accept: '*/*' });
      const lines = feed.body.replaceAll('\r\n ', '').split('BEGIN:VTODO');
      return lines.find((one) => one.includes(`/commitments/${id}`)) ?? '';
    };
    const before = await entry('quai');
    expect(before).toContain('STATUS:NEEDS-ACTION');
    expect(await entry('timetable')).toContain('STATUS:CANCELLED');
    expect(await entry('review')).toContain('STATUS:COMPLETED');
    const given = { id: 'quai', to: 'BE', on: '2020-04-01', reason: 'x' };
    expect(await act(state('LU'), 'commitments/offer', given)).toEqual([]);
    expect(await act(state('BE'), 'commitments/take_on', { id: 'quai', on: '2020-04-01' })).toEqual([]);
    const after = await entry('quai');
    const uid = (text: string) => /UID:(\S+)/.exec(text)?.[1];
    expect(uid(after)).toBe(uid(before));
    expect(await dueOf('BE')).toContain('/commitments/quai');
    expect(after).toContain('SEQUENCE:2');
    expect(
      await act(state('BE'), 'commitments/keep', { id: 'quai', on: '2020-06-01', evidence: 'x' }),
    ).toEqual([]);
    expect(await entry('quai')).toMatch(
      /SEQUENCE:3[\s\S]*STATUS:COMPLETED|STATUS:COMPLETED[\s\S]*SEQUENCE:3/,
    );
    expect(await dueOf('BE')).not.toContain('/commitments/quai');
  });
});

describe('Where reminders go', () => {
  test('is set by who acts for the holder and shown to nobody else', async () => {
    const own = { holder: 'LU', address: 'timetable@example.org', language: 'fr' };
    expect(await act(state('BE'), 'reminders/address', own)).toEqual(['action_not_allowed']);
    expect(await act(state('LU'), 'reminders/address', { ...own, address: 'not one' })).toEqual([
      'field_invalid body.address',
    ]);
    expect(await act(sg, 'reminders/address', { ...own, holder: 'XX' })).toEqual([
      'reference_dangling body.holder',
    ]);
    expect(await act(state('LU'), 'reminders/address', own)).toEqual([]);
    const form = await state('LU').get('/en/demo-2020/do/reminders/address?holder=LU');
    expect(form.body).toContain('timetable@example.org');
    const path = '/en/demo-2020/record/reminder_addresses/LU';
    expect((await state('BE').get('/en/demo-2020/do/reminders/address?holder=LU')).statusCode).toBe(403);
    expect((await state('LU').get(path)).statusCode).toBe(404);
    const found = await state('LU').get('/en/demo-2020/find?q=timetable@example.org');
    expect(found.body.split('<main')[1]?.split('name="q"')[0]).not.toContain('reminder_addresses');
    // This node has no server for mail, and says so.
    expect((await state('LU').get('/en/demo-2020/desk')).body).toContain('This node has no server for mail');
  });
});

describe('The follow-up of the evaluation', () => {
  test('a recommendation is taken over once by each owner, and its list says what became of it', async () => {
    const taken = {
      id: 'REC-05',
      owner: 'NL',
      what: 'Meet every quarter',
      watcher: 'sg',
      due: '2020-12',
      on: '2020-02-01',
    };
    expect(await act(state('BE'), 'recommendations/take_over', taken)).toEqual(['action_not_allowed']);
    expect(await act(state('NL'), 'recommendations/take_over', taken)).toEqual([]);
    expect(await act(sg, 'recommendations/take_over', taken)).toEqual([
      'recommendation_taken_over body.owner',
    ]);
    expect(await act(sg, 'recommendations/take_over', { ...taken, id: 'REC-99' })).toEqual([
      'record_not_found body.id',
    ]);
    expect(await act(sg, 'recommendations/take_over', { ...taken, owner: 'BE' })).toEqual([]);
    const declined = { id: 'REC-05-BE', on: '2020-03-01', reason: 'Twice a year is enough' };
    expect(await act(state('BE'), 'commitments/decline', declined)).toEqual([]);
    const rows = await rowsOf('recommendations');
    const of = (id: string) =>
      rows.filter((row) => row.id === id).map((row) => [row.owner, row.state, row.reason]);
    expect(of('REC-05')).toEqual([
      ['NL', 'open', null],
      ['BE', 'declined', 'Twice a year is enough'],
    ]);
    expect(of('REC-01')).toEqual([[null, null, null]]);
    const page = await sg.get('/en/demo-2020/recommendations');
    expect(page.body).toContain('1 of 17 taken over');
    expect(page.body).toContain('/do/recommendations/take_over?id=REC-01');
    expect((await openBrowser(opened.server).get('/en/demo-2020/recommendations')).body).not.toContain(
      '/do/',
    );
    const form = await sg.get('/en/demo-2020/do/recommendations/take_over?id=REC-07');
    expect(form.body).toContain('Describe (interim) results in the annual report');
  });

  test('a research question is answered by whoever takes it over', async () => {
    const taken = {
      owner: 'sg',
      what: 'Ask all involved',
      watcher: 'council',
      due: '2021',
      on: '2020-02-01',
    };
    const question = { ...taken, id: 'research-questions-07' };
    expect(await act(sg, 'research_questions/take_over', question)).toEqual([]);
    const row = (await rowsOf('recommendations')).find(({ id }) => id === question.id);
    expect(row).toMatchObject({ commitment: 'research-questions-07-sg', state: 'open' });
  });

  test('an initiative is held against what made others succeed and fail, until it starts', async () => {
    const signal = { id: 'ferries', name: 'Ferries', signal: 'Two ferries a day', on: '2020-01-10' };
    expect(await act(sg, 'initiatives/record', signal)).toEqual([]);
    const trust = { answer: 'yes', evidence: 'They have met for years' };
    const said = { id: 'ferries', factors: { trust } };
    expect(await act(council, 'initiatives/consider', said)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'initiatives/consider', { ...said, factors: { luck: trust } })).toEqual([
      'reference_dangling body.factors',
    ]);
    expect(await act(sg, 'initiatives/consider', { ...said, factors: {} })).toEqual([
      'input_missing body.factors',
    ]);
    const wrong = { trust: { answer: 'perhaps' }, secretariat: { evidence: 'Seen' } };
    expect(await act(sg, 'initiatives/consider', { ...said, factors: wrong })).toEqual([
      'answer_unchosen body.factors.trust',
      'answer_unchosen body.factors.secretariat',
    ]);
    expect(await act(sg, 'initiatives/consider', said)).toEqual([]);
    const failing = { 'failure-factors-14': { answer: 'unknown' } };
    expect(await act(sg, 'initiatives/consider', { id: 'ferries', factors: failing })).toEqual([]);
    const page = await sg.get('/en/demo-2020/initiatives/ferries');
    expect(page.body).toContain('2 of 20 considered');
    expect(page.body).toContain('They have met for years');
    expect(page.body).toContain('/do/initiatives/consider?id=ferries');
    // One form asks all of them, holds what was said, and keeps what is entered when something is wrong with it.
    const path = '/en/demo-2020/do/initiatives/consider?id=ferries';
    const form = await sg.get(path);
    expect(form.body).toContain('They have met for years');
    expect(form.body.match(/type="radio"/g)).toHaveLength(60);
    expect(form.body).toMatch(/name="factors:trust" value="yes" checked/);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    const sent = { id: 'ferries', seen, 'factors:secretariat': 'no', 'factors:trust': 'yes' };
    const back = await sg.post(path, { ...sent, 'factors:trust:evidence': 'Still met' });
    expect(back.statusCode).toBe(400);
    expect(back.body).toContain('href="#field-factors:secretariat"');
    expect(back.body).toContain('Still met');
    expect(back.body).toMatch(/name="factors:secretariat" value="no" checked/);
    const reason = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8')).stop_reasons[0].id;
    expect(await act(sg, 'initiatives/stop', { id: 'ferries', on: '2020-02-01', reason })).toEqual([]);
    expect(await act(sg, 'initiatives/consider', said)).toEqual(['initiative_started body.id']);
    const after = await sg.get('/en/demo-2020/initiatives/ferries');
    expect(after.body).toContain('2 of 20 considered');
    expect(after.body).not.toContain('/do/initiatives/consider');
  });
});
