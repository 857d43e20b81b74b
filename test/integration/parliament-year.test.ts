import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '../../src/platform/access/access.ts';
import { fixedClock, systemClock, todayOn } from '../../src/platform/clock.ts';
import { listRegisters, type Register } from '../../src/platform/records/registers.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { parliamentActions } from '../../src/union/parliament/actions.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { countQueries } from '../support/count-queries.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What parliament asks and what becomes of it, by parliament's staff, the secretariat and three governments. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let parliament: Browser;
let sg: Browser;
let nl: Browser;
let be: Browser;
let lu: Browser;
beforeAll(async () => {
  opened = await openFirstRegister();
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  const clock = fixedClock('2026-11-26T08:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(JSON.parse(file), 1)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  parliament = await actingAs('file-holder', '', 'parliament');
  sg = await actingAs('file-holder', '', 'sg');
  nl = await actingAs('contact-point', 'NL', '');
  be = await actingAs('contact-point', 'BE', '');
  lu = await actingAs('contact-point', 'LU', '');
});
afterAll(() => opened.close());

async function actingAs(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

/** What came of an action through the API: nothing, or the codes of what is wrong. */
async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/demo-2020/parliament/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

const page = async (browser: Browser, path: string) => {
  const answer = await browser.get(`/en/demo-2020/${path}`);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
};

type Listed = { id: string; clocks: { addressee: string; state: string; dueLatest: string }[] };
async function clocksOf(id: string, asOf: string): Promise<readonly string[]> {
  const answer = await parliament.get(`/api/demo-2020/parliament?as-of=${asOf}`, {
    accept: 'application/json',
  });
  const { items } = JSON.parse(answer.body) as { items: Listed[] };
  const clocks = items.find((item) => item.id === id)?.clocks ?? [];
  return clocks.map(({ addressee, state }) => `${addressee} ${state}`);
}

const question = {
  id: 'q-cycle-paths',
  kind: 'written_question',
  subject: 'Cycle paths that end at the border',
  text: 'How many are there, and when will they go on?',
  number: 'Q 7/2020',
  dossier: 'cycling',
  addressees: 'NL, BE, LU',
  on: '2020-02-29',
};

describe('A question to three governments', () => {
  test('is tabled by parliament alone, to whom the register knows; every fault is named at once', async () => {
    expect(await act(sg, 'table', question)).toEqual(['action_not_allowed']);
    const wrong = { ...question, addressees: 'NL, XX', dossier: 'nowhere', on: '2999-01-01' };
    expect(await act(parliament, 'table', wrong)).toEqual([
      'date_in_future body.on',
      'reference_dangling body.addressees',
      'reference_dangling body.dossier',
    ]);
    expect(await act(parliament, 'table', { ...question, addressees: ',' })).toEqual([
      'input_missing body.addressees',
    ]);
    expect(await act(parliament, 'table', question)).toEqual([]);
    expect(await act(parliament, 'table', question)).toEqual(['id_taken body.id']);
  });

  test('its form lists by name whom it can ask, and keeps who was ticked when something is wrong', async () => {
    const path = '/fr/demo-2020/do/parliament/table';
    const form = (await parliament.get(path)).body;
    expect(form).toMatch(/<label><input type="checkbox" name="addressees" value="NL"\/?> Pays-Bas<\/label>/);
    const { addressees: _, ...rest } = question;
    const back = await parliament.post(path, { ...rest, addressees: 'LU,XX', items: '', on: '2999-01-01' });
    expect(back.statusCode).toBe(400);
    const ticked = [...back.body.matchAll(/name="addressees" value="(\w+)" checked/g)].map(([, id]) => id);
    expect(ticked).toEqual(['XX', 'LU']);
    expect(back.body).toContain('href="#field-addressees"');
    const listed = { ...rest, id: 'q-none', addressees: [] };
    expect(await act(parliament, 'table', listed as never)).toEqual(['input_missing body.addressees']);
  });

  test('has a clock for each addressee: twelve months from 29 February end on 28 February', async () => {
    expect(await clocksOf(question.id, '2020-02-28')).toEqual([]);
    expect(await clocksOf(question.id, '2021-02-28')).toEqual(['NL running', 'BE running', 'LU running']);
    expect(await clocksOf(question.id, '2021-03-01')).toEqual(['NL overdue', 'BE overdue', 'LU overdue']);
  });

  test('is assigned by the secretariat, and answered only then', async () => {
    const draft = { id: question.id, party: 'NL', text: 'Eleven.', on: '2020-05-01' };
    expect(await act(nl, 'draft_answer', draft)).toEqual(['state_forbids body.id']);
    const assignment = { id: question.id, addressee: 'NL', group: 'cycling-strategy', on: '2020-03-10' };
    expect(await act(parliament, 'assign', assignment)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'assign', { ...assignment, addressee: 'com', group: 'nobody' })).toEqual([
      'addressee_not_asked body.addressee',
      'reference_dangling body.group',
    ]);
    expect(await act(sg, 'assign', { ...assignment, on: '2020-02-01' })).toEqual(['date_too_early body.on']);
    expect(await act(sg, 'assign', assignment)).toEqual([]);
    expect(await page(sg, `parliament/${question.id}?as-of=2020-03-10`)).toContain('Assigned');
    expect(await page(sg, `parliament/${question.id}?as-of=2020-03-09`)).not.toContain('Assigned');
  });

  test('an answer that one of three has signed off is not the answer of all', async () => {
    const given = { id: question.id, party: 'NL', on: '2020-06-01' };
    expect(await act(nl, 'give_answer', given)).toEqual(['draft_missing body.id']);
    const draft = { id: question.id, party: 'NL', text: 'There are eleven.', on: '2020-05-01' };
    expect(await act(nl, 'draft_answer', { ...draft, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    const region = await actingAs('contact-point', 'DE-NW', '');
    expect(await act(region, 'draft_answer', { ...draft, party: 'DE-NW' })).toEqual([
      'party_not_asked body.party',
    ]);
    expect(await act(nl, 'draft_answer', draft)).toEqual([]);
    expect(await act(be, 'draft_answer', { ...draft, party: 'BE' })).toEqual(['draft_exists body.id']);
    const signature = { id: `${question.id}-answer-1`, party: 'NL', on: '2020-05-10' };
    expect(await act(nl, 'sign_off', { ...signature, on: '2020-04-30' })).toEqual(['draft_later body.on']);
    expect(await act(nl, 'sign_off', signature)).toEqual([]);
    expect(await act(nl, 'sign_off', signature)).toEqual(['signed_off_before body.party']);
    expect(await act(nl, 'give_answer', given)).toEqual(['answer_not_signed_off body.id']);
    expect(await clocksOf(question.id, '2020-06-30')).toEqual(['NL running', 'BE running', 'LU running']);
    const said = {
      nl: 'Het is nog niet het antwoord van alle. Niet afgetekend door: BE, LU.',
      fr: 'Ce n’est pas encore la réponse de tous. Non approuvée par : BE, LU.',
      de: 'Es ist noch nicht die Antwort aller. Nicht gezeichnet von: BE, LU.',
      en: 'It is not the answer of all yet. Not signed off by: BE, LU.',
    };
    for (const [language, sentence] of Object.entries(said)) {
      const form = await nl.post(`/${language}/demo-2020/do/parliament/give_answer`, given);
      expect(form.statusCode).toBe(400);
      expect(form.body, language).toContain(sentence);
    }
  });

  test('the draft is the governments’ own: who asked does not read it', async () => {
    const text = 'There are eleven.';
    const path = `parliament/${question.id}`;
    for (const browser of [nl, be, lu, sg]) expect(await page(browser, path)).toContain(text);
    const region = await actingAs('contact-point', 'DE-NW', '');
    const visitor = openBrowser(opened.server);
    for (const browser of [parliament, region, visitor])
      for (const where of [path, `${path}/fact-sheet`, 'find?q=eleven', 'find?kind=answer_drafts', 'journal'])
        expect(await page(browser, where), where).not.toContain(text);
    expect(await page(parliament, path)).toContain('until they are answers');
    const record = await parliament.get(`/en/demo-2020/record/answer_drafts/${question.id}-answer-1`);
    expect(record.statusCode).toBe(404);
  });

  test('a changed text has no signature: what was signed off was another', async () => {
    const draft = `${question.id}-answer-1`;
    const revised = { id: draft, party: 'BE', text: 'There are twelve.', on: '2020-05-20' };
    expect(await act(be, 'revise_draft', { ...revised, on: '2020-04-01' })).toEqual(['draft_later body.on']);
    expect(await act(be, 'revise_draft', revised)).toEqual([]);
    for (const [party, browser] of [
      ['BE', be],
      ['LU', lu],
    ] as const)
      expect(await act(browser, 'sign_off', { id: draft, party, on: '2020-05-25' })).toEqual([]);
    const given = { id: question.id, party: 'BE', on: '2020-06-01', document: 'Letter 12' };
    expect(await act(be, 'give_answer', given)).toEqual(['answer_not_signed_off body.id']);
    expect(await page(lu, `parliament/${question.id}/fact-sheet`)).toContain('1 government has not signed');
    expect(await act(nl, 'sign_off', { id: draft, party: 'NL', on: '2020-06-02' })).toEqual([]);
    expect(await act(be, 'give_answer', given)).toEqual(['draft_later body.on']);
    // Of a day before the last signature the sheet says that it is still lacking.
    const before = await page(lu, `parliament/${question.id}/fact-sheet?as-of=2020-05-31`);
    expect(before).toContain('1 government has not signed');
    expect(before).not.toContain('signed on 2 June 2020');
  });

  test('two who change the same draft: the second is told', async () => {
    const draft = `${question.id}-answer-1`;
    // All have signed it off as it is: there is nothing left to sign, but it can be written anew.
    expect((await lu.get(`/en/demo-2020/do/parliament/sign_off?id=${draft}`)).body).not.toContain(
      'name="seen"',
    );
    const path = `/en/demo-2020/do/parliament/revise_draft?id=${draft}`;
    const form = await lu.get(path);
    expect(form.statusCode).toBe(200);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1];
    const text = { id: draft, party: 'BE', text: 'There are thirteen.', on: '2020-06-02' };
    expect(await act(be, 'revise_draft', text)).toEqual([]);
    expect(await act(lu, 'sign_off', { id: draft, party: 'LU', on: '2020-06-03', seen })).toEqual([
      'changed_meanwhile body.seen',
    ]);
  });

  test('one government answers for itself, and its clock stops; the joint answer of all three stops the others', async () => {
    const own = { id: question.id, party: 'LU', text: 'None here.', on: '2020-06-10' };
    expect(await act(lu, 'answer_for_itself', own)).toEqual([]);
    expect(await act(lu, 'answer_for_itself', own)).toEqual(['answered_before body.party']);
    expect(await clocksOf(question.id, '2020-06-10')).toEqual(['NL running', 'BE running', 'LU answered']);
    expect(await page(nl, `parliament/${question.id}?as-of=2020-06-10`)).toContain('Partly answered');

    const draft = `${question.id}-answer-1`;
    for (const [party, browser] of [
      ['NL', nl],
      ['BE', be],
      ['LU', lu],
    ] as const)
      expect(await act(browser, 'sign_off', { id: draft, party, on: '2020-07-01' })).toEqual([]);
    const form = await be.get(`/de/demo-2020/do/parliament/give_answer?id=${question.id}`);
    expect(form.body).toContain('Gemeinsame Antwort geben');
    const sent = await be.post('/de/demo-2020/do/parliament/give_answer', {
      id: question.id,
      party: 'BE',
      document: 'Letter 12',
      on: '2020-07-02',
    });
    expect(sent.statusCode, sent.body.slice(0, 2000)).toBe(303);
    expect(await clocksOf(question.id, '2020-07-01')).toEqual(['NL running', 'BE running', 'LU answered']);
    expect(await clocksOf(question.id, '2020-07-02')).toEqual(['NL answered', 'BE answered', 'LU answered']);
    const shown = await page(parliament, `parliament/${question.id}`);
    for (const part of ['There are thirteen.', 'Joint answer, signed off by all', 'Letter 12', 'None here.'])
      expect(shown).toContain(part);
    expect(await act(be, 'revise_draft', { id: draft, party: 'BE', text: 'x', on: '2020-08-01' })).toEqual([
      'draft_given body.id',
    ]);
  });

  test('is tabled again in a committee, answered anew and closed; what is closed stays so', async () => {
    const again = { id: question.id, on: '2020-09-15', committee: 'Mobility', reason: 'Thirteen of what?' };
    expect(await act(nl, 'retable', again)).toEqual(['action_not_allowed']);
    expect(await act(parliament, 'retable', again)).toEqual([]);
    expect(await act(parliament, 'withdraw', { id: question.id, on: '2020-09-16', reason: 'x' })).toEqual([
      'state_forbids body.id',
    ]);
    // Each owes an answer anew, and its desk says so.
    expect(await clocksOf(question.id, '2020-09-14')).toEqual(['NL answered', 'BE answered', 'LU answered']);
    expect(await clocksOf(question.id, '2020-09-30')).toEqual(['NL running', 'BE running', 'LU running']);
    expect(await page(be, 'desk')).toContain(`/do/parliament/draft_answer?id=${question.id}`);
    for (const [party, browser] of [
      ['NL', nl],
      ['BE', be],
      ['LU', lu],
    ] as const)
      expect(
        await act(browser, 'answer_for_itself', { id: question.id, party, text: 'Paths.', on: '2020-10-01' }),
      ).toEqual([]);
    const atTheEnd = await page(nl, `parliament/${question.id}?as-of=2020-10-01`);
    expect(atTheEnd).toContain('Thirteen of what?');
    expect(await act(parliament, 'close', { id: question.id, on: '2020-10-20' })).toEqual([]);
    expect(await act(parliament, 'close', { id: question.id, on: '2020-10-21' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(await clocksOf(question.id, '2020-12-31')).toEqual(['NL answered', 'BE answered', 'LU answered']);
  });
});

test('A recommendation to a body of the union is answered when every member state has signed off', async () => {
  const item = {
    id: 'r-repair',
    kind: 'recommendation',
    subject: 'Repair',
    addressees: 'com',
    on: '2020-03-01',
  };
  expect(await act(parliament, 'table', item)).toEqual([]);
  expect(await act(sg, 'assign', { id: item.id, addressee: 'com', office: 'SG', on: '2020-03-02' })).toEqual(
    [],
  );
  const own = { id: item.id, party: 'LU', document: 'LU 3', on: '2020-04-01' };
  expect(await act(lu, 'answer_for_itself', own)).toEqual([]);
  expect(await clocksOf(item.id, '2020-05-01'), 'one of three is not the body').toEqual(['com running']);
  const draft = { id: item.id, party: 'LU', text: 'Yes.', on: '2020-05-01' };
  expect(await act(lu, 'draft_answer', draft)).toEqual([]);
  const signature = { id: `${item.id}-answer-1`, on: '2020-05-02' };
  expect(await act(lu, 'sign_off', { ...signature, party: 'LU' })).toEqual([]);
  expect(await act(nl, 'sign_off', { ...signature, party: 'NL' })).toEqual([]);
  const given = { id: item.id, party: 'LU', on: '2020-05-03' };
  expect(await act(lu, 'give_answer', given)).toEqual(['answer_not_signed_off body.id']);
  expect(await act(be, 'sign_off', { ...signature, party: 'BE' })).toEqual([]);
  expect(await act(lu, 'give_answer', given)).toEqual([]);
  expect(await clocksOf(item.id, '2020-05-03')).toEqual(['com answered']);
});

test('A question that only a source brought is taken up: it was tabled on the date that its source gives', async () => {
  const id = 'question-libraries-2019';
  const assignment = { id, addressee: 'LU', on: '2020-01-10' };
  expect(await act(lu, 'answer_for_itself', { id, party: 'LU', text: 'x', on: '2020-01-20' })).toEqual([
    'state_forbids body.id',
  ]);
  expect(await act(sg, 'assign', { ...assignment, on: '2019-11-01' })).toEqual(['state_unknown body.on']);
  expect(await act(sg, 'assign', assignment)).toEqual([]);
  expect(await page(sg, `parliament/${id}?as-of=2020-01-09`)).toContain('Tabled</span>');
  expect(await page(sg, `parliament/${id}?as-of=2020-01-10`)).toContain('Assigned</span>');
  expect(await act(lu, 'answer_for_itself', { id, party: 'LU', text: 'x', on: '2020-01-20' })).toEqual([]);
});

test('Answers that are not written down in their order: all had answered when the last of them came', async () => {
  const item = { ...question, id: 'q-order', number: 'Q 10/2020', addressees: 'NL BE LU', on: '2020-02-01' };
  expect(await act(parliament, 'table', item)).toEqual([]);
  expect(await act(sg, 'assign', { id: item.id, addressee: 'BE', on: '2020-02-05' })).toEqual([]);
  const answer = { id: item.id, text: 'Here.' };
  expect(await act(nl, 'answer_for_itself', { ...answer, party: 'NL', on: '2020-05-01' })).toEqual([]);
  expect(await act(lu, 'answer_for_itself', { ...answer, party: 'LU', on: '2020-02-03' })).toEqual([
    'state_forbids body.id',
  ]);
  expect(await act(lu, 'answer_for_itself', { ...answer, party: 'LU', on: '2020-01-03' })).toEqual([
    'state_unknown body.on',
  ]);
  expect(await act(lu, 'answer_for_itself', { ...answer, party: 'LU', on: '2020-06-01' })).toEqual([]);
  expect(await act(be, 'answer_for_itself', { ...answer, party: 'BE', on: '2020-04-01' })).toEqual([]);
  expect(await clocksOf(item.id, '2020-04-15')).toEqual(['NL running', 'BE answered', 'LU running']);
  expect(await page(be, `parliament/${item.id}?as-of=2020-05-31`)).toContain('Partly answered</span>');
  expect(await page(be, `parliament/${item.id}?as-of=2020-06-01`)).not.toContain('Partly answered</span>');
  const listed = await be.get('/en/demo-2020/parliament?as-of=2020-06-01&format=json');
  const { rows } = JSON.parse(listed.body) as { rows: { id: string; state: string }[] };
  expect(rows.find(({ id }) => id === item.id)?.state).toBe('answered');
});

test('What parliament takes back is owed no longer', async () => {
  const item = { ...question, id: 'q-back', number: 'Q 8/2020', addressees: 'NL', on: '2020-04-01' };
  expect(await act(parliament, 'table', item)).toEqual([]);
  const back = { id: item.id, on: '2020-05-01', reason: 'Asked elsewhere' };
  expect(await act(parliament, 'withdraw', back)).toEqual([]);
  expect(await clocksOf(item.id, '2020-04-30')).toEqual(['NL running']);
  expect(await clocksOf(item.id, '2022-04-30')).toEqual(['NL withdrawn']);
  const calendar = await openBrowser(opened.server).get('/en/demo-2020/deadlines.ics?as-of=2022-04-30');
  const todos = calendar.body.replaceAll('\r\n ', '').split('BEGIN:VTODO');
  const taken = todos.filter((todo) => todo.includes(item.id));
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('STATUS:CANCELLED');
});

describe('Ten questions, four of them unanswered after thirty months', () => {
  const waits = [
    '2017-04-15',
    '2017-05-15',
    '2017-06-14',
    '2017-08-03',
    '2017-11-11',
    '2018-05-30',
    ...[null, null, null, null],
  ];
  beforeAll(async () => {
    for (const [index, answered] of waits.entries()) {
      const id = `q-ten-${index}`;
      const item = { id, kind: 'written_question', subject: `Question ${index}`, addressees: 'NL' };
      expect(await act(parliament, 'table', { ...item, on: '2017-01-15' })).toEqual([]);
      if (answered === null) continue;
      expect(await act(sg, 'assign', { id, addressee: 'NL', on: '2017-01-16' })).toEqual([]);
      const answer = { id, party: 'NL', document: `Answer ${index}`, on: answered };
      expect(await act(nl, 'answer_for_itself', answer)).toEqual([]);
    }
  });

  test('the page and what is taken along count all ten', async () => {
    const shown = await page(parliament, 'parliament?as-of=2019-07-15');
    expect(shown).toContain('Over 10 owed: 6 answered, 4 open, 0 taken back unanswered');
    expect(shown).toMatch(/<strong>400<\/strong><span>Median time to an answer, in days/);
    expect(shown).toContain('5 of 10');
    expect(shown).toContain('50 %');
    const answer = await parliament.get('/api/demo-2020/parliament?as-of=2019-07-15', {
      accept: 'application/json',
    });
    expect(JSON.parse(answer.body)).toMatchObject({
      answerTimes: { owed: 10, medianDays: { least: 400, most: 400 }, late: { least: 5, most: 5 } },
    });
    const taken = await parliament.get('/en/demo-2020/parliament?as-of=2019-07-15&format=json');
    const { rows, notes } = JSON.parse(taken.body) as {
      rows: { id: string; takenLeast: number; takenMost: number | null }[];
      notes: string[];
    };
    expect(rows).toHaveLength(10);
    expect(rows.filter(({ takenMost }) => takenMost === null).map(({ takenLeast }) => takenLeast)).toEqual([
      911, 911, 911, 911,
    ]);
    expect(notes.join('\n')).toContain('5 of 10 (50 %)');
  });

  test('where the median falls in one that is open it is at least its age', async () => {
    expect(await page(parliament, 'parliament?as-of=2017-07-15')).toContain('at least 181');
  });
});

describe('Ministers at plenaries, and the years of a presidency', () => {
  test('attendance is recorded by parliament, for a day and a state; the newer word counts', async () => {
    const there = { plenary: '2020-06-13', party: 'BE', present: 'yes' };
    expect(await act(sg, 'record_attendance', there)).toEqual(['action_not_allowed']);
    expect(await act(parliament, 'record_attendance', { ...there, plenary: '2020-06', party: 'XX' })).toEqual(
      ['plenary_day_needed body.plenary', 'reference_dangling body.party'],
    );
    expect(await act(parliament, 'record_attendance', { ...there, plenary: '2999-06-13' })).toEqual([
      'date_in_future body.plenary',
    ]);
    expect(await act(parliament, 'record_attendance', { ...there, present: 'no' })).toEqual([]);
    expect(await act(parliament, 'record_attendance', there)).toEqual([]);
    expect(await act(parliament, 'record_attendance', { ...there, party: 'NL', present: 'unknown' })).toEqual(
      [],
    );
    const listed = await parliament.get('/en/demo-2020/find?kind=plenary_attendance&format=json');
    expect((JSON.parse(listed.body) as { rows: unknown[] }).rows).toHaveLength(2);
  });

  test('attendance and the times of answers are tables of their own; what is not recorded is empty', async () => {
    const rowsOf = async (list: string) => {
      const answer = await parliament.get(
        `/en/demo-2020/parliament?list=${list}&format=json&as-of=2021-06-30`,
      );
      return (JSON.parse(answer.body) as { rows: Record<string, unknown>[] }).rows;
    };
    expect(await rowsOf('attendance')).toEqual([
      { plenary: '2020-06-13', party: 'NL', present: 'unknown' },
      { plenary: '2020-06-13', party: 'BE', present: 'yes' },
      { plenary: '2020-06-13', party: 'LU', present: null },
    ]);
    const [times, ...more] = await rowsOf('times');
    expect(more).toEqual([]);
    const { owed, answered, open, withdrawn, medianLeast } = times as Record<string, number>;
    expect(owed).toBeGreaterThan(1);
    expect(Number(answered) + Number(open) + Number(withdrawn)).toBe(owed);
    const shown = await page(parliament, 'parliament?as-of=2021-06-30');
    expect(shown).toContain(`Over ${owed} owed: ${answered} answered, ${open} open`);
    expect(shown).toContain(String(medianLeast));
    for (const list of ['attendance', 'times']) expect(shown).toContain(`list=${list}&amp;format=xlsx`);
  });

  test('the overview says what was tabled and answered, who was there, and what is not known', async () => {
    const shown = await page(parliament, 'parliament/presidency/2019?as-of=2021-06-30');
    expect(shown).toContain('Presidency of parliament 1 January 2019 to 31 December 2020');
    expect(shown).toMatch(/<strong>5<\/strong><span>Items tabled/);
    expect(shown).toContain('For 2 places in the table of ministers');
    expect(shown).toContain('Not recorded');
    expect(shown).toContain('Who held this presidency');
    const taken = await parliament.get('/en/demo-2020/parliament/presidency/2019?format=json&as-of=2021');
    expect((JSON.parse(taken.body) as { rows: unknown[] }).rows).toHaveLength(11);
    expect((await parliament.get('/en/demo-2020/parliament/presidency/soon')).statusCode).toBe(404);
  });

  test('every page stands in every language, of the first register too', async () => {
    const paths = [
      'demo-2020/parliament',
      `demo-2020/parliament/${question.id}`,
      `demo-2020/parliament/${question.id}/fact-sheet`,
      'demo-2020/parliament/presidency/2019',
      'benelux/parliament',
      'benelux/parliament/parl-rec-circular-2018/fact-sheet',
      'benelux/parliament/presidency/2018',
    ];
    for (const language of ['nl', 'fr', 'de', 'en'])
      for (const path of paths)
        expect((await nl.get(`/${language}/${path}`)).statusCode, `${language} ${path}`).toBe(200);
  });
});

test('What is on a page is offered to those whose turn it is', async () => {
  const item = { ...question, id: 'q-turn', number: 'Q 9/2020', addressees: 'NL, BE' };
  expect(await act(parliament, 'table', item)).toEqual([]);
  expect(await act(sg, 'assign', { id: item.id, addressee: 'NL', on: '2020-03-05' })).toEqual([]);
  const offered = async (browser: Browser) => {
    const shown = await page(browser, `parliament/${item.id}`);
    return [...new Set([...shown.matchAll(/\/do\/parliament\/(\w+)\?/g)].map(([, name]) => name))];
  };
  expect(await offered(parliament)).toEqual(['withdraw']);
  expect(await offered(sg)).toEqual(['assign']);
  expect(await offered(nl)).toEqual(['draft_answer', 'answer_for_itself']);
  expect(await offered(lu)).toEqual([]);
  const draft = { id: item.id, party: 'NL', text: 'Soon.', on: '2020-03-06' };
  expect(await act(nl, 'draft_answer', draft)).toEqual([]);
  expect(await offered(be)).toEqual(['answer_for_itself', 'give_answer', 'revise_draft', 'sign_off']);
  expect(await offered(openBrowser(opened.server))).toEqual([]);
  // Whose signatures the joint answer lacks is said to those who can give it, and to nobody else.
  const lacking = 'It is not the answer of all yet. Not signed off by: ';
  expect(await page(be, `parliament/${item.id}`)).toContain(`Still lacking for: Give the joint answer`);
  expect(await page(be, `parliament/${item.id}`)).toContain(lacking);
  for (const browser of [lu, parliament, openBrowser(opened.server)])
    expect(await page(browser, `parliament/${item.id}`)).not.toContain(lacking);
});

test('A desk reads what is common to all answers that wait once, however many there are', async () => {
  // What is done here is known from the day on which the test runs.
  const context = { actor: visitor, today: todayOn(systemClock), clock: systemClock };
  const waiting = (name: string) =>
    opened.database.read(async (tx) => {
      const register = (await listRegisters(tx)).find(({ id }) => id === 'demo-2020') as Register;
      const action = parliamentActions.find((one) => one.name === `parliament/${name}`);
      return countQueries(
        tx,
        async (counting) =>
          (await action?.waits?.(counting, { ...context, register, language: 'en' }, 'LU')) ?? [],
      );
    });
  const item = { ...question, addressees: 'LU' };
  const assign = async (id: string) => {
    expect(await act(parliament, 'table', { ...item, id, number: id })).toEqual([]);
    expect(await act(sg, 'assign', { id, addressee: 'LU', on: '2020-03-05' })).toEqual([]);
  };
  await assign('q-lu-1');
  const few = await waiting('draft_answer');
  for (const id of ['q-lu-2', 'q-lu-3', 'q-lu-4']) await assign(id);
  const many = await waiting('draft_answer');
  expect(few.value).toContain('q-lu-1');
  expect(many.value).toEqual([...few.value, 'q-lu-2', 'q-lu-3', 'q-lu-4']);
  expect(many.queries).toBe(few.queries);
  expect(
    await act(lu, 'draft_answer', { id: 'q-lu-1', party: 'LU', text: 'None.', on: '2020-03-06' }),
  ).toEqual([]);
  expect((await waiting('draft_answer')).value).not.toContain('q-lu-1');
  expect((await waiting('sign_off')).value).toContain('q-lu-1-answer-1');
  // A draft has no title but the question's own.
  const desk = (await lu.get('/en/demo-2020/desk')).body;
  const href = '/en/demo-2020/do/parliament/sign_off?id=q-lu-1-answer-1&amp;party=LU';
  const [, line] = new RegExp(`<a href="${href.replaceAll('?', '\\?')}">(.*?)</li>`, 's').exec(desk) ?? [];
  expect(line).toContain(item.subject);
  expect(line).not.toContain('>q-lu-1<');
  const form = (await lu.get(href.replaceAll('&amp;', '&'))).body;
  expect(form).toContain(`${item.subject}</`);
});
