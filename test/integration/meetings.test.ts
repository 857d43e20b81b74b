import { readFileSync } from 'node:fs';
import ical from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor as nobody } from '../../src/platform/access/access.ts';
import { fixedClock, systemClock, todayOn } from '../../src/platform/clock.ts';
import { listRegisters, type Register } from '../../src/platform/records/registers.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { meetingActions } from '../../src/union/meetings/actions.ts';
import type { Browser } from '../support/browser.ts';
import { openBrowser } from '../support/browser.ts';
import { countQueries } from '../support/count-queries.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** Meetings of made-up groups, from the call for points to adopted minutes; who sees what of them; decisions in writing. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
const ministries = new Map<string, Browser>();
let region: Browser;
let council: Browser;
let visitor: Browser;

beforeAll(async () => {
  opened = await openFirstRegister();
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  const clock = fixedClock('2026-11-26T08:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(JSON.parse(file), 1)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  sg = await actingAs('file-holder', '', 'sg');
  for (const party of ['NL', 'BE', 'LU']) ministries.set(party, await actingAs('contact-point', party, ''));
  region = await actingAs('contact-point', 'DE-NW', '');
  council = await actingAs('file-holder', '', 'council');
  visitor = openBrowser(opened.server);
});
afterAll(() => opened.close());

async function actingAs(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

const of = (party: string) => ministries.get(party) as Browser;

/** What came of an action through the API: nothing, or the codes of what is wrong. */
async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

async function page(browser: Browser, path: string, language = 'en') {
  const answer = await browser.get(`/${language}/demo-2020${path}`);
  return { status: answer.statusCode, body: answer.body };
}

async function api(path: string) {
  const answer = await visitor.get(`/api/demo-2020${path}`, { accept: 'application/json' });
  return { status: answer.statusCode, json: JSON.parse(answer.body) };
}

const meeting = (id: string, body: string, date: string) => ({
  id,
  name: `Meeting ${id}`,
  body,
  date,
  minutes: '90',
  on: '2020-01-10',
});
const point = (id: string, title: string, kind: string, minutes: number, audience = 'members') => ({
  id,
  title,
  point: kind,
  minutes: String(minutes),
  open_to: audience,
  on: '2020-02-01',
});
const promise = { what: 'One sign for both sides', owner: 'NL', watcher: 'sg', due: '2020-12-31' };

describe('From a call for points to minutes', () => {
  test('a meeting is planned by the body that convenes, and by nobody else', async () => {
    const first = { ...meeting('data-1', 'cycling-data', '2020-03-10'), points_until: '2020-02-25' };
    expect(await act(of('NL'), 'meetings/plan', first)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'meetings/plan', { ...first, body: 'nowhere', on: '2050' })).toEqual([
      'date_in_future body.on',
      'reference_dangling body.body',
    ]);
    expect(await act(sg, 'meetings/plan', { ...first, points_until: '2030', starts_at: '9.30' })).toEqual([
      'form_unlike body.starts_at',
    ]);
    expect(await act(sg, 'meetings/plan', { ...first, points_until: '2030' })).toEqual([
      'call_after_meeting body.points_until',
    ]);
    expect(await act(sg, 'meetings/plan', first)).toEqual([]);
    expect(await act(sg, 'meetings/plan', first)).toEqual(['id_taken body.id']);
    expect(await act(sg, 'meetings/plan', meeting('data-2', 'cycling-data', '2020-06-10'))).toEqual([]);
  });

  test('without points nobody convenes: cancelling is offered', async () => {
    expect(await act(sg, 'meetings/convene', { id: 'data-1', on: '2020-03-01' })).toEqual([
      'agenda_empty body.id',
    ]);
    const empty = await page(sg, '/meetings/data-1');
    expect(empty.body).toContain('/do/meetings/cancel?id=data-1&amp;reason=no_agenda');
    expect((await page(of('NL'), '/meetings/data-1')).body).not.toContain('reason=no_agenda');
    expect(await act(sg, 'meetings/plan', meeting('funds-1', 'cycling-funding', '2020-03-12'))).toEqual([]);
    expect(await act(sg, 'meetings/cancel', { id: 'funds-1', on: '2020-03-01', reason: 'other' })).toEqual([
      'cancel_reason_missing body.note',
    ]);
    expect(
      await act(sg, 'meetings/cancel', { id: 'funds-1', on: '2020-03-01', reason: 'no_agenda' }),
    ).toEqual([]);
    expect(await act(sg, 'agenda/add', point('funds-1', 'Late', 'decision', 10))).toEqual([
      'meeting_closed body.id',
    ]);
  });

  test('a dormant group does not convene, points or not', async () => {
    expect(await act(sg, 'meetings/plan', meeting('signs-1', 'repair-signs', '2020-03-20'))).toEqual([]);
    expect(await act(sg, 'agenda/add', point('signs-1', 'Wake up?', 'decision', 10))).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'signs-1', on: '2020-03-01' })).toEqual([
      'group_dormant body.id',
    ]);
  });

  test('parties that take part put points, in time and not longer than the meeting', async () => {
    const own = { ...point('data-1', 'Counting cyclists at the border', 'presentation', 60), party: 'NL' };
    expect(await act(of('NL'), 'agenda/propose', { ...own, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    expect(await act(region, 'agenda/propose', { ...own, party: 'DE-NW' })).toEqual(['action_not_allowed']);
    expect(
      await act(of('NL'), 'agenda/propose', { ...own, minutes: '91', on: '2020-03-01', origin: 'nothing' }),
    ).toEqual(['call_closed body.on', 'point_too_long body.minutes', 'reference_dangling body.origin']);
    expect(await act(of('NL'), 'agenda/propose', own)).toEqual([]);
    const signs = point('data-1', 'Common signs for cycle paths', 'decision', 40);
    expect(await act(of('BE'), 'agenda/propose', { ...signs, party: 'BE' })).toEqual([]);
    expect(
      await act(sg, 'agenda/add', point('data-1', 'Calendar of 2021', 'information', 10, 'all')),
    ).toEqual([]);
    expect(await act(sg, 'agenda/add', point('data-1', 'Money for bridges', 'discussion', 20))).toEqual([]);
    expect((await page(sg, '/meetings/data-1')).body).toContain(
      '130 minutes are asked for and 90 are there: 1 point would be put off, presentations first.',
    );
    // Of the groups on cycle paths the others, and not the one that meets.
    const { body } = await page(sg, '/agenda/data-1-2');
    expect(body).toContain('/groups/cycling-funding');
    expect(body).not.toContain('/groups/cycling-data');
  });

  test('a party states its own position, and is shown what the others say', async () => {
    const said = { id: 'data-1-2', party: 'NL', position: 'in_favour', text: 'Cheaper for all' };
    expect(await act(of('BE'), 'agenda/position', said)).toEqual(['party_not_allowed body.party']);
    expect(await act(region, 'agenda/position', { ...said, party: 'DE-NW' })).toEqual(['action_not_allowed']);
    expect(await act(of('NL'), 'agenda/position', said)).toEqual([]);
    expect(
      await act(of('BE'), 'agenda/position', { id: 'data-1-2', party: 'BE', position: 'reservation' }),
    ).toEqual([]);
    const seen = await page(of('LU'), '/agenda/data-1-2');
    expect(seen.body).toContain('Cheaper for all');
    expect(seen.body).toContain('By these positions it is not decided');
    const waits = 'agenda/position?id=data-1-2&amp;party=';
    expect((await page(of('LU'), '/desk')).body).toContain(`${waits}LU`);
    expect((await page(of('NL'), '/desk')).body).not.toContain(waits);
    expect((await page(region, '/desk')).body).not.toContain(waits);
    const form = await of('NL').get('/en/demo-2020/do/agenda/position?id=data-1-2&party=NL');
    expect(form.body).toContain('Cheaper for all');
  });

  test('convening puts off what does not fit, presentations first, to the next meeting of the body', async () => {
    expect(await act(sg, 'meetings/convene', { id: 'data-1', on: '2020-03-01' })).toEqual([]);
    expect(
      await act(of('NL'), 'agenda/propose', { ...point('data-1', 'More', 'decision', 5), party: 'NL' }),
    ).toEqual(['meeting_closed body.id']);
    const next = await page(sg, '/meetings/data-2?format=json');
    expect(JSON.parse(next.body).rows).toMatchObject([
      { number: 1, title: 'Counting cyclists at the border', point: 'presentation', carried: 1 },
    ]);
    expect((await page(sg, '/agenda/data-1-1')).body).toContain('Put off');
    expect((await page(sg, '/agenda/data-2-1')).body).toContain('/agenda/data-1-1');
  });

  test('minutes record a decision only by the rule of the body, and make it a commitment in the same form', async () => {
    const decided = { id: 'data-1-2', outcome: 'decided', conclusion: 'Agreed', ...promise };
    expect(await act(sg, 'agenda/minute', decided)).toEqual([
      'meeting_closed body.id',
      'decision_not_carried body.outcome',
    ]);
    expect(await act(sg, 'meetings/hold', { id: 'data-1', on: '2020-03-10' })).toEqual([]);
    await act(of('BE'), 'agenda/position', { id: 'data-1-2', party: 'BE', position: 'abstention' });
    const { due: _due, ...undated } = decided;
    expect(await act(sg, 'agenda/minute', { ...undated, watcher: 'NL' })).toEqual([
      'positions_missing body.outcome',
      'commitment_field_missing body.due',
      'decision_owner_watches body.watcher',
    ]);
    await act(of('LU'), 'agenda/position', { id: 'data-1-2', party: 'LU', position: 'in_favour' });
    expect(await act(of('NL'), 'agenda/minute', decided)).toEqual(['action_not_allowed']);

    const path = '/en/demo-2020/do/agenda/minute';
    const form = await sg.get(`${path}?id=data-1-2`);
    expect(form.statusCode).toBe(200);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    const refused = await sg.post(path, { ...decided, seen, owner: 'nobody' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Agreed');
    expect((await sg.post(path, { ...decided, seen })).statusCode).toBe(303);

    const made = await api('/records/promises/data-1-2');
    expect(made.json.body).toMatchObject({
      what: promise.what,
      owner: 'NL',
      watcher: 'sg',
      due: '2020-12-31',
      origin: 'minutes',
      made_in: 'data-1',
      made: '2020-03-10',
    });
    expect(await act(sg, 'agenda/minute', decided)).toEqual(['point_minuted body.id']);
    expect(
      await act(of('LU'), 'agenda/position', { id: 'data-1-2', party: 'LU', position: 'against' }),
    ).toEqual(['point_minuted body.id']);
  });

  test('what is put off or escalated waits for the next meeting of its body, and is told by a counter', async () => {
    const discussed = { id: 'data-1-4', conclusion: 'Not for us' };
    expect(await act(sg, 'agenda/minute', { ...discussed, outcome: 'escalated' })).toEqual([
      'escalation_target_missing body.escalated_to',
    ]);
    expect(
      await act(sg, 'agenda/minute', {
        ...discussed,
        outcome: 'escalated',
        escalated_to: 'cycling-strategy',
        what: 'Pay',
      }),
    ).toEqual(['commitment_without_decision body.what']);
    expect(
      await act(sg, 'agenda/minute', {
        ...discussed,
        outcome: 'escalated',
        escalated_to: 'cycling-strategy',
      }),
    ).toEqual([]);
    expect(await act(sg, 'meetings/plan', meeting('strategy-1', 'cycling-strategy', '2020-04-01'))).toEqual(
      [],
    );
    const planned = await page(sg, '/meetings/strategy-1?format=json');
    expect(JSON.parse(planned.body).rows).toMatchObject([{ title: 'Money for bridges', carried: 1 }]);
  });

  test('minutes are adopted when every point has an outcome and every seat is accounted for; then all of it stands', async () => {
    const adopt = { id: 'data-1', on: '2020-04-01' };
    expect(await act(sg, 'meetings/adopt_minutes', adopt)).toEqual([
      'points_unminuted body.id',
      'attendance_missing body.id',
    ]);
    expect(await act(sg, 'agenda/minute', { id: 'data-1-3', outcome: 'noted', conclusion: 'Read' })).toEqual(
      [],
    );
    for (const [attending, level] of [
      ['NL', 'minister'],
      ['BE', 'official'],
      ['LU', 'not_represented'],
      ['DE-NW', 'expert'],
    ])
      expect(await act(sg, 'meetings/attend', { id: 'data-1', attending, level })).toEqual([]);
    expect(await act(sg, 'meetings/adopt_minutes', adopt)).toEqual([]);
    expect(await act(sg, 'meetings/attend', { id: 'data-1', attending: 'LU', level: 'expert' })).toEqual([
      'meeting_closed body.id',
    ]);
    expect(await act(sg, 'meetings/cancel', { id: 'data-1', on: '2020-05-01', reason: 'no_agenda' })).toEqual(
      ['state_forbids body.id'],
    );
    const shown = await page(visitor, '/meetings/data-1');
    expect(shown.body).toContain('Not represented');
    expect(shown.body).toContain('Minutes adopted');
  });

  test('points of a meeting that is cancelled wait for the next one', async () => {
    expect(await act(sg, 'meetings/cancel', { id: 'data-2', on: '2020-05-01', reason: 'no_agenda' })).toEqual(
      ['agenda_not_empty body.reason'],
    );
    const other = { id: 'data-2', on: '2020-05-01', reason: 'other', note: 'A strike' };
    expect(await act(sg, 'meetings/cancel', other)).toEqual([]);
    expect(await act(sg, 'meetings/plan', meeting('data-3', 'cycling-data', '2020-09-10'))).toEqual([]);
    const rows = JSON.parse((await page(sg, '/meetings/data-3?format=json')).body).rows;
    expect(rows).toMatchObject([{ title: 'Counting cyclists at the border', carried: 2 }]);
  });

  test('what a group said of a point is not what the states say of it where it is escalated to', async () => {
    expect(await act(sg, 'meetings/plan', meeting('funds-4', 'cycling-funding', '2020-04-10'))).toEqual([]);
    for (const title of ['Who pays for the counters', 'Who owns the counters'])
      expect(await act(sg, 'agenda/add', point('funds-4', title, 'decision', 20))).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'funds-4', on: '2020-04-01' })).toEqual([]);
    expect(await act(sg, 'meetings/hold', { id: 'funds-4', on: '2020-04-10' })).toEqual([]);
    for (const party of ['NL', 'BE', 'LU'])
      for (const number of [1, 2]) {
        const said = { id: `funds-4-${number}`, party, position: 'in_favour', text: `${party} as experts` };
        expect(await act(of(party), 'agenda/position', said)).toEqual([]);
      }
    const minute = { outcome: 'escalated', conclusion: 'For the Council', escalated_to: 'council' };
    // One waits for a meeting of the Council to be planned, the other goes to it.
    expect(await act(sg, 'agenda/minute', { ...minute, id: 'funds-4-1' })).toEqual([]);
    expect(await act(sg, 'meetings/plan', meeting('council-1', 'council', '2020-11-10'))).toEqual([]);
    expect(await act(sg, 'agenda/minute', { ...minute, id: 'funds-4-2' })).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'council-1', on: '2020-11-01' })).toEqual([]);
    expect(await act(sg, 'meetings/hold', { id: 'council-1', on: '2020-11-10' })).toEqual([]);
    const decided = { outcome: 'decided', conclusion: 'Agreed', ...promise };
    for (const number of [1, 2]) {
      expect(await act(sg, 'agenda/minute', { ...decided, id: `council-1-${number}` })).toEqual([
        'positions_missing body.outcome',
      ]);
      const shown = (await page(sg, `/agenda/council-1-${number}`)).body;
      expect(shown).not.toContain('as experts');
      expect(shown).toContain(`/agenda/funds-4-${number}`);
      expect((await page(sg, `/agenda/funds-4-${number}`)).body).toContain('NL as experts');
    }
  });

  test('what has been convened is not made shorter than its points', async () => {
    const moved = { id: 'strategy-1', date: '2020-04-02', minutes: '15' };
    expect(await act(sg, 'meetings/move', moved)).toEqual([]);
    expect(await act(sg, 'meetings/move', { ...moved, minutes: '90' })).toEqual([]);
    expect(await act(sg, 'agenda/add', point('strategy-1', 'A film', 'presentation', 80))).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'strategy-1', on: '2020-03-25' })).toEqual([]);
    expect(await act(sg, 'meetings/move', moved)).toEqual(['point_too_long body.minutes']);
    // What was put off when it was convened asks for no time.
    expect(await act(sg, 'meetings/move', { ...moved, minutes: '20' })).toEqual([]);
  });

  test('a group that was put to sleep after it was convened does not meet', async () => {
    expect(await act(sg, 'meetings/plan', meeting('funds-2', 'cycling-funding', '2020-06-12'))).toEqual([]);
    expect(await act(sg, 'agenda/add', point('funds-2', 'Bridges', 'decision', 10))).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'funds-2', on: '2020-05-01' })).toEqual([]);
    const sleep = { id: 'cycling-funding', on: '2020-06-01', reason: 'quiet', months: '12' };
    expect(await act(council, 'groups/put_to_sleep', sleep)).toEqual([]);
    expect(await act(sg, 'meetings/hold', { id: 'funds-2', on: '2020-06-12' })).toEqual([
      'meeting_of_dormant body.on',
    ]);
    expect(await act(sg, 'meetings/hold', { id: 'funds-2', on: '2020-05-31' })).toEqual([]);
  });

  test('a call that is over is over for an earlier date, too, as long as the meeting is to come', async () => {
    const ahead = { ...meeting('funds-9', 'cycling-funding', '2099-03-10'), points_until: '2020-02-25' };
    expect(await act(sg, 'meetings/plan', ahead)).toEqual([]);
    const late = { ...point('funds-9', 'Too late', 'discussion', 10), party: 'NL' };
    expect(await act(of('NL'), 'agenda/propose', late)).toEqual(['call_closed body.on']);
    expect(await act(sg, 'agenda/add', point('funds-9', 'Of the convener', 'discussion', 10))).toEqual([]);
  });

  test('where the data do not say how a body decides, nothing is recorded as decided', async () => {
    expect(await act(sg, 'meetings/plan', meeting('office-1', 'sg', '2020-03-15'))).toEqual([]);
    expect(await act(sg, 'agenda/add', point('office-1', 'Own house', 'decision', 10))).toEqual([]);
    expect(await act(sg, 'meetings/convene', { id: 'office-1', on: '2020-03-01' })).toEqual([]);
    expect(await act(sg, 'meetings/hold', { id: 'office-1', on: '2020-03-15' })).toEqual([]);
    const decided = { id: 'office-1-1', outcome: 'decided', conclusion: 'Yes', ...promise, watcher: 'com' };
    const refused = await act(sg, 'agenda/minute', decided);
    expect(refused).toEqual(['decision_rule_missing body.outcome']);
  });
});

describe('Who sees what', () => {
  const secret = 'Price of a library card';
  const places = ['/meetings/cards-1', '/meetings/cards-1?format=json', '/meetings', '/agenda/cards-1-2'];

  beforeAll(async () => {
    expect(await act(sg, 'meetings/plan', meeting('cards-1', 'libraries-signs', '2020-05-05'))).toEqual([]);
    expect(await act(sg, 'agenda/add', point('cards-1', secret, 'decision', 30))).toEqual([]);
    expect(await act(sg, 'agenda/add', point('cards-1', 'Opening hours', 'discussion', 30, 'all'))).toEqual(
      [],
    );
    const position = { id: 'cards-1-1', party: 'NL', position: 'against', text: 'Too dear' };
    expect(await act(of('NL'), 'agenda/position', position)).toEqual([]);
    await act(of('BE'), 'agenda/position', { id: 'cards-1-2', party: 'BE', position: 'against' });
  });

  /** Whether a member's point is open to somebody, and that where it is not nothing of it is told. */
  async function sees(browser: Browser): Promise<boolean> {
    const answer = await browser.get('/en/demo-2020/agenda/cards-1-1', { accept: 'application/json' });
    if (answer.statusCode === 200) {
      expect((await page(browser, '/meetings/cards-1')).body).toContain(secret);
      return true;
    }
    expect([answer.statusCode, answer.body.includes('agenda_item_not_allowed')]).toEqual([403, true]);
    for (const path of [...places, '/agenda/cards-1-1', '/do/agenda/position?id=cards-1-1&party=DE-NW']) {
      const { body } = await page(browser, path);
      expect(body, path).not.toMatch(/library card|Too dear/);
    }
    const told = await page(browser, '/meetings/cards-1');
    expect(told.body).toContain('1 point of this meeting is not open to you.');
    expect(told.body).toContain('Opening hours');
    return false;
  }

  test('those who take part and the body that convenes see a point that is open to members; a visitor does not', async () => {
    expect(await sees(of('LU'))).toBe(true);
    expect(await sees(sg)).toBe(true);
    expect(await sees(visitor)).toBe(false);
    // Who acts for a member in one group alone sees the papers of that one.
    expect(await sees(await actingAs('contact-point', 'NL', 'cycling-data'))).toBe(false);
    expect(await sees(await actingAs('contact-point', 'NL', 'libraries-signs'))).toBe(true);
  });

  test('a region sees it while it takes part: not before, not as an observer, not after', async () => {
    expect(await sees(region)).toBe(false);
    const join = { id: 'libraries-signs', party: 'DE-NW', organisation: 'Staatskanzlei' };
    expect(await act(region, 'groups/join', { ...join, role: 'observer', on: '2020-01-01' })).toEqual([]);
    expect(await sees(region)).toBe(false);
    const leave = { id: 'libraries-signs', party: 'DE-NW', reason: 'to take part' };
    expect(await act(region, 'groups/leave', { ...leave, on: '2020-02-01' })).toEqual([]);
    const part = { ...join, role: 'participant', on: '2020-03-01' };
    expect(await act(region, 'groups/join', part)).toEqual(['admission_needed body.role']);
    expect(await act(region, 'groups/admit', part)).toEqual(['action_not_allowed']);
    expect(await sees(region)).toBe(false);
    expect(await act(council, 'groups/admit', part)).toEqual([]);
    expect(await sees(region)).toBe(true);
    expect(await act(region, 'groups/leave', { ...leave, on: '2020-08-01' })).toEqual([]);
    expect(await sees(region)).toBe(false);
    // The dates of the page open nothing: on this one it took part.
    expect((await page(region, '/agenda/cards-1-1?as-of=2020-05-01')).status).toBe(403);
  });

  test('positions on a point that is open to everybody are for those who take part', async () => {
    expect((await page(of('LU'), '/agenda/cards-1-2')).body).toContain('Against');
    const open = await page(region, '/agenda/cards-1-2');
    expect(open.body).toContain('Positions are shown to the parties that take part');
    expect(open.body).not.toContain('Against');
  });

  test('no search, export, feed, record or journal tells of it', async () => {
    for (const path of [
      '/find?q=library+card',
      '/find?kind=agenda_items',
      '/find?format=json',
      '/record/agenda_items/cards-1-1',
      '/changes.atom',
      '/meetings.ics',
      '/journal',
      '/journal?format=csv',
      '/desk',
    ]) {
      const { body } = await page(region, path);
      expect(body, path).not.toMatch(/Price of a|Too dear/);
      // What was asked for stands in the address of the page that refuses it.
      if (!path.endsWith('cards-1-1')) expect(body, path).not.toContain('cards-1-1');
    }
    const point = await api('/agenda/cards-1-1');
    expect([point.status, point.json.findings[0].code]).toEqual([403, 'agenda_item_not_allowed']);
    expect((await api('/agenda/cards-1-2')).json).toMatchObject({ title: 'Opening hours', openTo: 'all' });
    const dossier = await api('/meetings/cards-1');
    expect(dossier.json.meeting).toMatchObject({ points: 1, closedPoints: 1, state: 'planned' });
    expect(JSON.stringify(dossier.json)).not.toContain(secret);
    expect((await api('/records/agenda_items/cards-1-1')).status).toBe(404);
    const found = await api(`/records?q=${encodeURIComponent(`"${secret}"`)}`);
    expect([found.status, found.json.total]).toEqual([200, 0]);
    expect(JSON.stringify((await api('/records?page-size=200')).json)).not.toContain('agenda_items');
    const journal = JSON.stringify((await api('/journal?page-size=200')).json);
    expect(journal).not.toContain('cards-1-1');
    // Of what is not for everybody not even that there was one; of the meeting itself all.
    expect(journal).not.toContain('agenda/add');
    expect(journal).toContain('meetings/plan');
  });

  test('overlaps do not tell of it either', async () => {
    const same = point('cards-1', `${secret}, again`, 'information', 5, 'all');
    expect(await act(sg, 'agenda/add', same)).toEqual([]);
    expect((await page(of('LU'), '/agenda/cards-1-3')).body).toContain('/agenda/cards-1-1');
    expect((await page(region, '/agenda/cards-1-3')).body).not.toContain('/agenda/cards-1-1');
  });

  test('what a plan, parliament or an initiative has of the same is told, and lists of references are read', async () => {
    const signal = { id: 'moor-signal', name: 'Restoring peatland', signal: 'Farmers ask' };
    expect(await act(sg, 'initiatives/record', { ...signal, on: '2020-01-10' })).toEqual([]);
    const act1 = { id: 'moor-act', title: 'Moor act', kind: 'agreement', on: '2020-01-10' };
    expect(await act(sg, 'instruments/draft', act1)).toEqual([]);
    const act2 = { id: 'other-act', title: 'Something else', kind: 'agreement', on: '2020-01-10' };
    expect(await act(sg, 'instruments/draft', { ...act2, based_on: 'moor-act' })).toEqual([]);
    const plan = { year: 2020, programme: 'programme-2017-2020', on: '2019-09-01' };
    expect(await act(sg, 'plans/draft', plan)).toEqual([]);
    const item = {
      key: 'wet',
      plan: '2020',
      name: 'Wetlands',
      responsible: 'cycling-strategy',
      proposed_by: 'NL',
      on: '2019-09-10',
    };
    expect(
      await act(sg, 'plan_items/add', {
        ...item,
        dossier: 'cycling',
        expected: 'One map',
        instruments: 'moor-act',
      }),
    ).toEqual([]);
    const assembly = await actingAs('file-holder', '', 'parliament');
    const question = { id: 'moor-question', kind: 'written_question', subject: 'Peatland: restoring it' };
    expect(
      await act(assembly, 'parliament/table', { ...question, addressees: 'NL', on: '2020-03-01' }),
    ).toEqual([]);
    const moor = { ...point('cards-1', 'Restoring peatland', 'information', 5), origin: 'moor-act' };
    expect(await act(sg, 'agenda/add', moor)).toEqual([]);
    const { body } = await page(sg, '/agenda/cards-1-4');
    for (const path of ['/law/other-act', '/plans/2020/items/2020-wet', '/initiatives/moor-signal'])
      expect(body, path).toContain(`/en/demo-2020${path}`);
    expect(body).toContain('/parliament/moor-question');
  });
});

describe('A series', () => {
  const series = {
    id: 'signs-month',
    name: 'Signs of the month',
    body: 'orchards-signs',
    first: '2021-01-31',
    every: 'month',
    count: '4',
    minutes: '60',
    on: '2020-01-10',
  };

  test('is planned at once by the body that convenes, and each of its meetings goes its own way', async () => {
    expect(await act(of('NL'), 'meetings/plan_series', series)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'meetings/plan_series', { ...series, first: '2021-01', count: '25' })).toEqual([
      'field_invalid body.count',
    ]);
    expect(await act(sg, 'meetings/plan_series', { ...series, first: '2021-01' })).toEqual([
      'series_day_needed body.first',
    ]);
    expect(await act(sg, 'meetings/plan_series', series)).toEqual([]);
    expect(await act(sg, 'meetings/plan_series', series)).toEqual(['id_taken body.id']);
    const { body } = await page(sg, '/meetings?body=orchards-signs');
    for (const day of ['31 January 2021', '28 February 2021', '31 March 2021', '30 April 2021'])
      expect(body).toContain(day);
    expect(
      await act(sg, 'meetings/cancel', { id: 'signs-month-2', on: '2020-06-01', reason: 'no_agenda' }),
    ).toEqual([]);
    expect((await page(sg, '/meetings/signs-month-3')).body).toContain('Planned');
    expect((await page(sg, '/meetings/signs-month-2')).body).toContain('Cancelled');
  });
});

describe('In writing', () => {
  const proposal = {
    id: 'fees',
    body: 'libraries-signs',
    title: 'Hours of the counter',
    text: 'Nine to five',
    on: '2020-04-01',
  };

  test('blocked by an objection of one who votes', async () => {
    expect(await act(sg, 'procedures/open', proposal)).toEqual([]);
    const objection = { id: 'fees', reason: 'Free for all', on: '2020-04-10' };
    expect(await act(of('LU'), 'procedures/object', { ...objection, party: 'NL' })).toEqual([
      'party_not_allowed body.party',
    ]);
    expect(
      await act(council, 'groups/admit', {
        id: 'libraries-signs',
        party: 'DE-NW',
        role: 'participant',
        on: '2020-10-01',
      }),
    ).toEqual([]);
    expect(await act(region, 'procedures/object', { ...objection, party: 'DE-NW' })).toEqual([
      'objection_without_vote body.party',
    ]);
    expect(await act(of('LU'), 'procedures/object', { ...objection, party: 'LU' })).toEqual([]);
    expect(await act(sg, 'procedures/close', { id: 'fees', on: '2020-04-11' })).toEqual([]);
    const shown = await page(of('NL'), '/procedures/fees');
    expect(shown.body).toContain('Blocked by an objection');
    expect(shown.body).toContain('Free for all');
    const closed = await page(visitor, '/procedures/fees');
    expect([closed.status, closed.body.includes('Free for all')]).toEqual([403, false]);
    expect((await page(visitor, '/meetings')).body).toContain('1 written procedure is not open to you.');
  });
});

describe('The calendar', () => {
  type Entry = { sequence: number; status: string; start: string; uid: string };

  async function calendar(query = ''): Promise<ReadonlyMap<string, Entry>> {
    const answer = await visitor.get(`/en/demo-2020/meetings.ics${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const events = new ical.Component(ical.parse(answer.body)).getAllSubcomponents('vevent');
    return new Map(
      events.map((one) => {
        const value = (name: string) => String(one.getFirstPropertyValue(name));
        const entry = {
          uid: value('uid'),
          sequence: Number(value('sequence')),
          status: value('status'),
          start: value('dtstart'),
        };
        return [value('summary'), entry];
      }),
    );
  }

  test('a meeting keeps its id, is counted up when it moves, and stays when it is cancelled', async () => {
    const key = 'Meeting moved';
    expect(await act(sg, 'meetings/plan', meeting('moved', 'orchards-signs', '2020-07-01'))).toEqual([]);
    const planned = (await calendar()).get(key);
    expect(planned).toMatchObject({ status: 'TENTATIVE', sequence: 0, start: '2020-07-01' });
    expect(await act(sg, 'meetings/move', { id: 'moved', date: '2020-07-08', minutes: '60' })).toEqual([]);
    const moved = (await calendar()).get(key);
    expect(moved).toEqual({ ...planned, sequence: 1, start: '2020-07-08' });
    const timed = { id: 'moved', date: '2020-07-08', minutes: '60' };
    expect(await act(sg, 'meetings/move', { ...timed, starts_at: '25:00' })).toEqual([
      'form_unlike body.starts_at',
    ]);
    expect(await act(sg, 'meetings/move', { ...timed, starts_at: '09:30', place: 'Luxembourg' })).toEqual([]);
    // Summer time in Brussels is two hours before UTC.
    expect((await calendar()).get(key)).toMatchObject({ start: '2020-07-08T07:30:00Z', sequence: 2 });
    expect(await act(sg, 'meetings/cancel', { id: 'moved', on: '2020-06-01', reason: 'no_agenda' })).toEqual(
      [],
    );
    expect((await calendar()).get(key)).toEqual({
      ...moved,
      start: '2020-07-08T07:30:00Z',
      sequence: 3,
      status: 'CANCELLED',
    });
    expect(await act(sg, 'meetings/move', { id: 'moved', date: '2020-07-09', minutes: '60' })).toEqual([
      'meeting_closed body.id',
    ]);
  });

  test('of a body it has its meetings, of a party those of the bodies in which it has a part', async () => {
    expect([...(await calendar('?body=cycling-data')).keys()].toSorted()).toEqual([
      'Meeting data-1',
      'Meeting data-2',
      'Meeting data-3',
    ]);
    const own = await calendar('?party=DE-NW');
    expect([...own.keys()]).toContain('Meeting data-1');
    expect([...own.keys()]).not.toContain('Meeting strategy-1');
    expect((await calendar()).get('Meeting data-1')?.status).toBe('CONFIRMED');
    const wrong = await visitor.get('/en/demo-2020/meetings.ics?body=nowhere&party=XX', {
      accept: 'application/json',
    });
    expect(wrong.json().findings.map(({ place }: { place: string }) => place)).toEqual([
      'query.body',
      'query.party',
    ]);
  });
});

test('every page and form of the room is there in every language', async () => {
  for (const language of ['nl', 'fr', 'de', 'en'])
    for (const path of [
      '/meetings',
      '/meetings?body=cycling-data&state=planned',
      '/meetings/data-1',
      '/meetings/cards-1',
      '/agenda/data-1-2',
      '/procedures/fees',
      '/do/meetings/plan',
      '/do/agenda/add?id=cards-1',
    ]) {
      const shown = await page(sg, path, language);
      expect(shown.status, `${language} ${path}`).toBe(200);
      expect(shown.body, `${language} ${path}`).not.toMatch(/\bundefined\b|NaN/);
    }
  for (const format of ['csv', 'xlsx', 'json']) {
    const list = await sg.get(`/nl/demo-2020/meetings?format=${format}`);
    expect(list.statusCode, format).toBe(200);
  }
});

test('a desk reads of each body once who takes part in it, and tells a party of the bodies that are its own alone', async () => {
  const context = { actor: nobody, today: todayOn(systemClock), clock: systemClock };
  const waiting = (party: string) =>
    opened.database.read(async (tx) => {
      const register = (await listRegisters(tx)).find(({ id }) => id === 'demo-2020') as Register;
      const action = meetingActions.find((one) => one.name === 'agenda/position');
      const acting = { ...context, register, language: 'en' } as const;
      return countQueries(tx, async (counting) => {
        const ids = (await action?.waits?.(counting, acting, party)) ?? [];
        for (const id of ids) await action?.object(counting, acting, { id, party });
        return ids;
      });
    });
  expect(await act(sg, 'meetings/plan', meeting('many-1', 'libraries-signs', '2020-05-05'))).toEqual([]);
  expect(await act(sg, 'agenda/add', point('many-1', 'One', 'decision', 5))).toEqual([]);
  const few = await waiting('NL');
  for (const title of ['Two', 'Three', 'Four'])
    expect(await act(sg, 'agenda/add', point('many-1', title, 'decision', 5))).toEqual([]);
  const many = await waiting('NL');
  expect(many.value.length).toBe(few.value.length + 3);
  // Each point itself and its meeting.
  expect(many.queries - few.queries).toBe(3 * 2);
  // The region takes part in this body, and not in that one.
  expect(await act(sg, 'agenda/add', point('data-3', 'Elsewhere', 'decision', 5))).toEqual([]);
  expect((await waiting('NL')).value).toContain('data-3-2');
  const theirs = (await waiting('DE-NW')).value;
  expect(theirs).toContain('many-1-1');
  expect(theirs).not.toContain('data-3-2');
});
