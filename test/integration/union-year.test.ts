import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { year } from '../support/year.ts';

/** The year of a union, done by those who do it; through the API and the forms of the pages. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
beforeAll(async () => {
  opened = await openFirstRegister();
  // As a new user does who has pressed the button.
  const browser = openBrowser(opened.server);
  expect((await browser.get('/sign-in')).body).toContain('action="/sign-in/year"');
  const answer = await browser.post('/sign-in/year');
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  const offered = (await browser.get(String(answer.headers.location).split('#')[0] ?? '')).body;
  expect(offered).not.toContain('action="/sign-in/year"');
  expect(offered).toContain('name="body" value="council"');
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
  const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

describe('From a signal to an active group', () => {
  let sg: Browser;
  let council: Browser;
  const ministries = new Map<string, Browser>();
  beforeAll(async () => {
    sg = await actingAs('player', '', 'sg');
    council = await actingAs('player', '', 'council');
    for (const party of ['NL', 'BE', 'LU']) ministries.set(party, await actingAs('player', party, ''));
  });

  test('a signal is recorded by the secretariat alone', async () => {
    const signal = { id: 'ferries', name: 'Ferries', signal: 'Two ferries a day', on: '2020-01-10' };
    expect(await act(council, 'initiatives/record', signal)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'initiatives/record', signal)).toEqual([]);
    expect(await act(sg, 'initiatives/record', signal)).toEqual(['id_taken body.id']);
    const proposal = { id: 'ferries', on: '2020-01-20', text: 'A group' };
    expect(await act(sg, 'initiatives/propose', proposal)).toEqual(['factors_unconsidered body.id']);
    for (const { name, input } of year.filter((one) => one.name === 'initiatives/consider'))
      expect(await act(sg, name, input)).toEqual([]);
    expect(await act(sg, 'initiatives/propose', proposal)).toEqual([]);
    expect(
      await act(sg, 'initiatives/hold_seminar', { id: 'ferries', on: '2020-01-21', report: 'x' }),
    ).toEqual(['state_forbids body.id']);
    expect(await act(sg, 'initiatives/begin', { id: 'ferries', on: '2020-02-01', form: 'group' })).toEqual([
      'initiative_unassessed body.id',
    ]);
  });

  test('a group is not active without a decided assessment, a body that steers and contact points', async () => {
    const group = {
      id: 'ferry-times',
      name: 'Ferry times',
      mandate: 'One timetable',
      parent: 'cycling-signs',
      initiative: 'ferries',
      on: '2020-02-01',
    };
    expect(await act(council, 'groups/propose', { ...group, parent: 'nowhere' })).toEqual([
      'reference_dangling body.parent',
    ]);
    expect(await act(council, 'groups/propose', { ...group, parent: 'cycling-strategy' })).toEqual([]);
    expect(await act(council, 'groups/activate', { id: 'ferry-times', on: '2020-03-01' })).toEqual([
      'assessment_undecided body.id',
      'contacts_missing body.id',
    ]);
    const asked = { id: 'ferry-times', on: '2020-03-01' };
    const refused = await (ministries.get('NL') as Browser).postJson('/api/demo-2020/groups/activate', asked);
    expect(refused.body).toContain('it is for those who act for council. You act for NL.');
  });

  test('an assessment is answered by each state for itself, submitted whole, decided by the Council, and then frozen', async () => {
    const assessment = {
      id: 'ferries-start',
      title: 'Ferries',
      subject: 'ferries',
      moment: 'start',
      criteria_set: 'aiv-2007',
      on: '2020-02-02',
    };
    expect(await act(sg, 'assessments/open', { ...assessment, criteria_set: 'iob-2012' })).toEqual([
      'criteria_unknown body.criteria_set',
    ]);
    expect(await act(sg, 'assessments/open', assessment)).toEqual([]);
    const nl = ministries.get('NL') as Browser;
    const answer = { id: 'ferries-start', criterion: 'C1', met: 'yes' };
    // Its form offers it no other party.
    const form = (await nl.get('/en/demo-2020/do/assessments/answer?id=ferries-start')).body;
    expect(form).toMatch(/<option[^>]*value="NL"/);
    expect(form).not.toMatch(/<option[^>]*value="BE"/);
    const opening = (await sg.get('/en/demo-2020/do/assessments/open?as-of=2020-02-02')).body;
    expect(opening).toMatch(/<input[^>]*name="on"[^>]*value="2020-02-02"/);
    expect(await act(nl, 'assessments/answer', { ...answer, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    expect(await act(sg, 'assessments/submit', { id: 'ferries-start', on: '2020-02-10' })).toEqual([
      'answers_missing body.id',
      'alternatives_missing body.id',
      'capacity_missing body.id',
    ]);
    for (const [party, browser] of ministries)
      for (const criterion of ['C1', 'C2', 'C3', 'C4']) {
        const met = criterion === 'C3' ? 'unknown' : 'yes';
        const given = { id: 'ferries-start', party, criterion, met };
        expect(await act(browser, 'assessments/answer', given)).toEqual([]);
      }
    expect(await act(sg, 'assessments/submit', { id: 'ferries-start', on: '2020-02-20' })).toEqual([
      'evidence_missing body.id',
      'alternatives_missing body.id',
      'capacity_missing body.id',
    ]);
    for (const [party, browser] of ministries) {
      for (const criterion of ['C1', 'C2', 'C4'])
        expect(
          await act(browser, 'assessments/answer', { ...answer, party, criterion, evidence: 'seen' }),
        ).toEqual([]);
      const capacity = { id: 'ferries-start', party, capacity: 'Half a post' };
      expect(await act(browser, 'assessments/capacity', capacity)).toEqual([]);
    }
    for (const level of ['national', 'bilateral', 'eu'])
      expect(
        await act(sg, 'assessments/weigh', { id: 'ferries-start', level, finding: 'Not known' }),
      ).toEqual([]);
    expect(await act(sg, 'assessments/submit', { id: 'ferries-start', on: '2020-02-20' })).toEqual([]);
    expect(await act(nl, 'assessments/answer', { ...answer, party: 'NL', met: 'no' })).toEqual([
      'assessment_closed body.id',
    ]);
    const decision = { id: 'ferries-start', on: '2020-02-28', outcome: 'in_favour' };
    expect(await act(sg, 'assessments/decide', decision)).toEqual(['action_not_allowed']);
    expect(await act(council, 'assessments/decide', { ...decision, outcome: 'against' })).toEqual([
      'override_reason_missing body.reason',
    ]);
    expect(await act(council, 'assessments/decide', { ...decision, valid_until: '2020-02-27' })).toEqual([
      'validity_over body.valid_until',
    ]);
    const decided = { ...decision, reason: 'All have seen it' };
    expect(await act(council, 'assessments/decide', decided)).toEqual([]);
    // As the rule says, so that a reason is no reason against it.
    const told = (await council.get('/en/demo-2020/assessments/ferries-start')).body;
    expect(told).toContain('All have seen it');
    expect(told).not.toContain('Decided otherwise than the rule says');
    expect(told).toContain('id="decision"');
    expect(told).toContain('all of these hold: a clear need for cross-border cooperation exists (C1); ');
    expect(told).toContain('<code>C1 AND (C2 AND/OR C3) AND C4</code>');
    const before = (await council.get('/en/demo-2020/assessments/ferries-start?as-of=2020-02-27')).body;
    expect(before).not.toContain('id="decision"');
    expect(before).not.toContain('All have seen it');
    expect(await act(nl, 'assessments/answer', { ...answer, party: 'NL', met: 'no' })).toEqual([
      'assessment_closed body.id',
    ]);
  });

  test('the group is activated once each state takes part with a contact point or an open vacancy', async () => {
    for (const [party, browser] of ministries) {
      const organisation = party === 'LU' ? {} : { organisation: `Ministry of ${party}` };
      const part = { id: 'ferry-times', party, role: 'member', on: '2020-02-15', ...organisation };
      expect(await act(browser, 'groups/join', part)).toEqual([]);
    }
    expect(await act(council, 'groups/activate', { id: 'ferry-times', on: '2020-03-01' })).toEqual([]);
    expect(await act(council, 'groups/activate', { id: 'ferry-times', on: '2020-03-02' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(
      await act(council, 'groups/reject', { id: 'ferry-times', on: '2020-02-20', reason: 'no' }),
    ).toEqual(['later_step_contradicts body.on']);
    const shown = await council.get('/en/demo-2020/groups/ferry-times?as-of=2020-03-01');
    expect(shown.body).toContain('Active');
    expect((await council.get('/en/demo-2020/groups/ferry-times?as-of=2020-02-20')).body).toContain(
      'Proposed',
    );
  });

  test('a date that was wrong is put right, and what was known before stays known as it was', async () => {
    const right = { id: 'ferry-times', on: '2020-03-15', reason: 'The minutes say the fifteenth' };
    expect(await act(council, 'groups/correct', { ...right, on: '2020-01-15' })).toEqual([
      'earlier_step_contradicts body.on',
    ]);
    // Proposed on the first of February, it had neither an assessment nor contact points before the end of that month.
    expect(await act(council, 'groups/correct', { ...right, on: '2020-02-10' })).toEqual([
      'assessment_undecided body.on',
      'contacts_missing body.on',
    ]);
    expect(await act(council, 'groups/correct', right)).toEqual([]);
    const stateOn = async (asOf: string) => {
      const answer = await council.get(`/api/demo-2020/groups?as-of=${asOf}`, { accept: 'application/json' });
      const { groups } = JSON.parse(answer.body) as { groups: { id: string; state: string }[] };
      return groups.find(({ id }) => id === 'ferry-times')?.state;
    };
    expect(await stateOn('2020-03-05')).toBe('proposed');
    expect(await stateOn('2020-03-20')).toBe('active');
  });

  test('a review begins with the questions of the start and what was answered then', async () => {
    const review = {
      id: 'ferries-review',
      title: 'Ferries, after a year',
      subject: 'ferries',
      moment: 'review',
      criteria_set: 'aiv-2007',
      on: '2020-12-01',
    };
    const set = {
      id: 'other',
      name: 'Other',
      operator: 'A AND B',
      criteria: 'A: is it needed\nB: is it dear',
    };
    const twice = { ...set, criteria: `${set.criteria}\nA: is it fair` };
    expect(await act(council, 'criteria/write', twice)).toEqual(['criterion_twice body.criteria']);
    expect(await act(council, 'criteria/write', set)).toEqual([]);
    for (const subject of ['ferries', 'ferry-times'])
      expect(await act(sg, 'assessments/open', { ...review, subject, criteria_set: 'other' })).toEqual([
        'criteria_not_of_start body.criteria_set',
      ]);
    expect(await act(sg, 'assessments/open', review)).toEqual([]);
    expect((await sg.get('/en/demo-2020/assessments/ferries-review')).body).toContain('At the start: Yes');
  });

  test('a form that is refused holds what was entered, and says what somebody else has written meanwhile', async () => {
    const path = '/nl/demo-2020/do/assessments/weigh';
    const form = await sg.get(`${path}?id=ferries-review`);
    expect(form.statusCode).toBe(200);
    const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
    const entered = { id: 'ferries-review', seen: seenIn(form.body), level: 'eu', finding: 'Too slow' };
    const refused = await sg.post(path, { ...entered, level: 'moon' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Too slow');
    expect(refused.body).toContain('aria-invalid="true"');

    const other = await actingAs('file-holder', '', 'sg');
    const first = { id: 'ferries-review', level: 'eu', finding: 'Not before 2030' };
    expect(await act(other, 'assessments/weigh', first)).toEqual([]);
    const late = await sg.post(path, entered);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Too slow');
    expect(late.body).toContain('Nu staat er: Not before 2030');
    const done = await sg.post(path, { ...entered, seen: seenIn(late.body) });
    expect(done.statusCode).toBe(303);
    const after = await sg.get(String(done.headers.location));
    expect(after.body).toContain('Gedaan: Ander niveau wegen');
    expect(after.body).toContain('Too slow');
  });

  test('a desk says what waits for whoever reads it, and for nobody else', async () => {
    const waits = async (browser: Browser) =>
      (await browser.get('/en/demo-2020/desk')).body.includes(
        '/en/demo-2020/do/assessments/answer?id=ferries-review',
      );
    expect(await waits(ministries.get('BE') as Browser)).toBe(true);
    expect(await waits(council)).toBe(false);
    expect(await waits(await actingAs('player', 'DE-NW', ''))).toBe(false);
  });

  test('a group that is put to sleep is to be looked at again: its calendar entry is cancelled when it wakes', async () => {
    const review = async () => {
      const feed = await sg.get('/en/demo-2020/deadlines.ics?body=council', { accept: '*/*' });
      const todos = feed.body.replaceAll('\r\n ', '').split('BEGIN:VTODO');
      return todos.find((one) => one.includes('/groups/ferry-times'));
    };
    expect(await review()).toBeUndefined();
    const asleep = { id: 'ferry-times', on: '2020-11-15', reason: 'Quiet', months: '12' };
    expect(await act(council, 'groups/put_to_sleep', asleep)).toEqual([]);
    const owed = await review();
    expect(owed).toContain('DUE;VALUE=DATE:20211115');
    expect(owed).toContain('review of a dormant group');
    expect(owed).toContain('STATUS:NEEDS-ACTION');
    const desk = (await council.get('/en/demo-2020/desk')).body;
    expect(desk).toContain('deadlines.ics?body=council');
    expect(desk).toContain('meetings.ics?body=council');
    const awake = { id: 'ferry-times', on: '2020-12-01', reason: 'Needed again' };
    expect(await act(council, 'groups/revive', awake)).toEqual([]);
    const lapsed = await review();
    expect(lapsed).toContain('STATUS:CANCELLED');
    expect(/UID:(\S+)/.exec(lapsed ?? '')?.[1]).toBe(/UID:(\S+)/.exec(owed ?? '')?.[1]);
    const sequence = (text = '') => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(lapsed)).toBeGreaterThan(sequence(owed));
  });

  test('the file of a dossier passes from post to post, with a note for who comes after', async () => {
    const hold = { dossier: 'cycling', holder: 'Unit A', on: '2020-01-01' };
    expect(await act(council, 'dossiers/hand_over', hold)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'dossiers/hand_over', { ...hold, dossier: 'boats', on: '2050' })).toEqual([
      'reference_dangling body.dossier',
      'date_in_future body.on',
    ]);
    expect(await act(sg, 'dossiers/hand_over', hold)).toEqual([]);
    const next = { ...hold, holder: 'Unit B', on: '2020-06-01' };
    expect(await act(sg, 'dossiers/hand_over', next)).toEqual(['handover_missing body.handover']);
    const noted = { ...next, handover: 'Ask the province' };
    expect(await act(sg, 'dossiers/hand_over', { ...noted, on: '2019-12-01' })).toEqual([
      'holder_began_later body.on',
    ]);
    expect(await act(sg, 'dossiers/hand_over', noted)).toEqual([]);
    const shown = async (asOf: string) =>
      (await council.get(`/en/demo-2020/dossiers/cycling/handover?as-of=${asOf}`)).body;
    const before = await shown('2020-03-01');
    expect(before).toContain('Unit A');
    expect(before).not.toContain('Unit B');
    expect(before).not.toContain('Ask the province');
    const after = await shown('2020-07-01');
    expect(after).toContain('Unit B');
    expect(after).toContain('Ask the province');
    const own = (await sg.get('/en/demo-2020/dossiers/cycling/handover')).body;
    expect(own).toContain('/do/dossiers/hand_over');
  });

  test('an initiative that begins as a project runs until it is finished, with what it brought', async () => {
    const end = { id: 'ferries', on: '2020-06-01', result: 'Forty passengers a day' };
    expect(await act(sg, 'initiatives/finish', end)).toEqual(['state_forbids body.id']);
    const begin = { id: 'ferries', on: '2020-03-01', form: 'project' };
    expect(await act(sg, 'initiatives/begin', begin)).toEqual([]);
    const running = (await sg.get('/nl/demo-2020/initiatives/ferries')).body;
    expect(running).toContain('Project loopt');
    expect(running).toContain('/do/initiatives/finish?id=ferries');
    expect(running).not.toContain('/do/initiatives/begin?id=ferries');
    expect(await act(council, 'initiatives/finish', end)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'initiatives/finish', { ...end, on: '2020-02-01' })).toEqual([
      'date_too_early body.on',
    ]);
    expect(await act(sg, 'initiatives/finish', end)).toEqual([]);
    const finished = (await sg.get('/fr/demo-2020/initiatives/ferries')).body;
    expect(finished).toContain('Projet achevé');
    expect(finished).toContain('Forty passengers a day');
    const stop = { id: 'ferries', on: '2020-07-01', reason: 'eu-development' };
    expect(await act(sg, 'initiatives/stop', stop)).toEqual(['state_forbids body.id']);
  });

  test('criteria of a set that nobody knew can become known, once; those of another stay what they are', async () => {
    const known = { name: 'Conditions of 2012', operator: 'K1', criteria: 'K1: It is needed' };
    const write = (id: string) => act(council, 'criteria/write', { ...known, id });
    expect(await act(sg, 'criteria/write', { ...known, id: 'iob-2012' })).toEqual(['action_not_allowed']);
    expect(await write('aiv-2007')).toEqual(['id_taken body.id']);
    const offered = async () => (await sg.get('/en/demo-2020/do/assessments/open')).body;
    expect(await offered()).not.toContain('value="iob-2012"');
    expect(await write('iob-2012')).toEqual([]);
    expect(await write('iob-2012')).toEqual(['id_taken body.id']);
    expect(await offered()).toContain('value="iob-2012"');
  });

  test('pages show what was done, in every language', async () => {
    for (const language of ['nl', 'fr', 'de', 'en'])
      for (const path of [
        'initiatives',
        'initiatives/ferries',
        'assessments',
        'assessments/ferries-start',
        'groups',
      ]) {
        const page = await sg.get(`/${language}/demo-2020/${path}`);
        expect(page.statusCode, path).toBe(200);
      }
  });
});
