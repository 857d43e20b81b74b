import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** An exercise of two states, the Commission and the secretariat through the real server, from what happens first to the report. */

const clock = fixedClock('2026-11-20T12:00:00Z');
const path = '/en/demo-2020/practice/energy/exercises';
const body = 'plef-sg2';
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let lead: Browser;
let be: Browser;
let nl: Browser;
let commission: Browser;
let ministry: Browser;
let absent: Browser;

async function signIn(who: { readonly party?: string; readonly body?: string }): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const { party = '', body: seat = '' } = who;
  const answer = await browser.post('/sign-in', {
    ...{ register: 'demo-2020', role: 'player', party, body: seat },
  });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

beforeAll(async () => {
  opened = await openFirstRegister({ clock });
  await loadDemonstration(opened.database, clock);
  lead = await signIn({ body });
  be = await signIn({ party: 'BE', body });
  nl = await signIn({ party: 'NL', body });
  commission = await signIn({ party: 'EU-COM', body });
  ministry = await signIn({ party: 'BE' });
  absent = await signIn({ party: 'FR', body });
}, 60_000);
afterAll(() => opened.close());

async function ask(browser: Browser, name: string, input: object) {
  const answer = await browser.postJson(`/api/demo-2020/energy-exercises/${name}`, input);
  const said = JSON.parse(answer.body) as {
    subject?: string;
    findings?: readonly { code: string; place: string }[];
  };
  return {
    status: answer.statusCode,
    id: said.subject?.split('/')[1] ?? '',
    refused: (said.findings ?? []).map(({ code }) => code),
    body: answer.body,
  };
}
async function done(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await ask(browser, name, input);
  expect(answer.status, `${name} ${answer.body}`).toBe(200);
  return answer.id;
}
const open = (template = 'pentex-2018') =>
  done(lead, 'open', { template, seed: 7, parties: ['BE', 'NL', 'EU-COM'], acknowledge_within: 15 });
const room = async (browser: Browser, id: string) => (await browser.get(`${path}/${id}`)).body;
const report = async (browser: Browser, id: string, more = '') => browser.get(`${path}/${id}/report${more}`);

/** The part of a page that has an id, up to the next. */
const part = (page: string, id: string) =>
  /^[\s\S]*?(?=<section class="sheet"|$)/.exec(page.slice(page.indexOf(`id="${id}"`)))?.[0] ?? '';

describe('An exercise', () => {
  test('goes from what happens to its report, each seat with what is addressed to it', async () => {
    const exercise = await open();
    const rest = { exercise, party: 'BE' };
    await done(lead, 'advance', { exercise });
    for (const browser of [be, nl, commission, lead])
      expect(part(await room(browser, exercise), 'inbox')).toContain('5 degrees colder');

    // The unit of BE at minute 40: BE alone is told.
    await done(lead, 'advance', { exercise });
    expect(part(await room(be, exercise), 'happened')).toContain('lost in');
    expect(part(await room(nl, exercise), 'happened')).not.toContain('lost in');
    expect(part(await room(lead, exercise), 'happened')).toContain('lost in');

    // Acknowledged with the button that stands on the page.
    const form = { exercise, party: 'BE', of: 'unit-be' };
    const pressed = await be.post('/en/demo-2020/do/energy-exercises/acknowledge', form);
    expect(pressed.statusCode, pressed.body.slice(0, 300)).toBe(303);
    await done(lead, 'advance', { exercise, minutes: 6 });
    const words = 'We have lost a unit';
    await done(be, 'message', { ...rest, to: 'NL,secretariat', inject: 'unit-be', text: words });
    expect(part(await room(nl, exercise), 'inbox')).toContain(words);
    expect(part(await room(nl, exercise), 'happened'), 'who is written to knows').toContain('lost in');
    expect(await room(commission, exercise)).not.toContain(words);
    const message = /name="of" value="(\d+)"/.exec(await room(nl, exercise))?.[1] ?? '';
    await done(nl, 'acknowledge', { exercise, party: 'NL', of: message });
    await done(be, 'decide', { ...rest, inject: 'unit-be', decision: 'call_reserve', text: 'All of it' });

    // Two states say different things of one zone.
    await done(be, 'state', { ...rest, zone: 'BE', claim: 'supply.short' });
    await done(nl, 'state', { exercise, party: 'NL', zone: 'BE', claim: 'supply.enough' });
    expect(part(await room(commission, exercise), 'contradictions')).toMatch(/supply: short[\s\S]*enough/);

    expect((await report(be, exercise)).body).toContain('opens to all seats once the exercise has ended');
    expect((await report(be, exercise, '?format=csv')).body).not.toContain('unit-be');
    expect((await report(lead, exercise)).body).toContain('The exercise still runs');
    await done(lead, 'end', { exercise });
    for (const browser of [be, nl, commission, lead]) {
      const shown = (await report(browser, exercise)).body;
      for (const one of [words, 'All of it', 'Made up from seed 7', '19 and 20 June 2018'])
        expect(shown).toContain(one);
      expect(part(shown, 'unacknowledged'), 'nobody acknowledged the cold in time').toContain('colder');
    }
    const rows = JSON.parse((await report(commission, exercise, '?format=json')).body) as {
      rows: readonly Readonly<Record<string, unknown>>[];
    };
    expect(rows.rows.find(({ inject, seat }) => inject === 'unit-be' && seat === 'BE')).toMatchObject({
      ...{ told: true, detect: 0, inform: 6, decide: 6 },
    });
    expect(rows.rows.find(({ inject, seat }) => inject === 'unit-be' && seat === 'EU-COM')).toMatchObject({
      ...{ told: false, detect: null, inform: null, decide: null },
    });
    expect((await report(nl, exercise, '?format=csv')).body).toContain('unit-be,unit_loss,40,BE,');
    const late = await ask(be, 'message', { ...rest, to: 'NL', text: 'Too late' });
    expect(late.refused).toEqual(['energy_exercise_ended']);
  });

  test('is not there for whom it gives no seat: the ministry without one, a state that is not seated, a visitor', async () => {
    const exercise = await open();
    await done(lead, 'advance', { exercise });
    const visitor = openBrowser(opened.server);
    for (const browser of [ministry, absent, visitor])
      for (const language of ['en', 'nl', 'fr', 'de'])
        for (const more of ['', '/report', '/report?format=csv', '/report?format=json']) {
          const shown = await browser.get(
            `/${language}/demo-2020/practice/energy/exercises/${exercise}${more}`,
          );
          expect(shown.body).not.toMatch(/Pentex|data-live|unit_loss|cold_wave/);
        }
    for (const browser of [ministry, absent, visitor])
      expect((await browser.get(path)).body).not.toContain(exercise);
    const asFrance = { exercise, party: 'FR', to: 'BE', text: 'x' };
    expect((await ask(absent, 'message', asFrance)).refused).toEqual(['energy_exercise_not_found']);
    const others = await absent.get(
      `/en/demo-2020/do/energy-exercises/message?exercise=${exercise}&party=FR`,
    );
    expect(others.body, 'who sits in it is not for who does not').not.toContain('value="EU-COM"');
  });

  test('is led by the body alone, and nobody acts at another seat', async () => {
    const exercise = await open();
    for (const [name, input] of [
      ['advance', { exercise }],
      ['end', { exercise }],
      ['lead_message', { exercise, to: 'NL', text: 'x' }],
      ['lead_acknowledge', { exercise, of: 'cold' }],
      ['open', { template: 'pentex-2018', seed: 1, parties: 'BE', acknowledge_within: 15 }],
    ] as const)
      for (const browser of [be, commission, ministry])
        expect((await ask(browser, name, input)).status, name).toBe(403);
    const asOther = { exercise, party: 'NL', to: 'BE', text: 'x' };
    expect((await ask(be, 'message', asOther)).status).toBe(403);
    expect((await ask(lead, 'message', asOther)).status, 'not even the lead').toBe(403);
    expect((await ask(ministry, 'message', { ...asOther, party: 'BE', to: 'NL' })).status).toBe(403);
  });

  test('keeps what is sent over a lost channel until that is back, and shows it then', async () => {
    const exercise = await open('pentex-2023');
    await done(lead, 'advance', { exercise });
    await done(be, 'message', { exercise, party: 'BE', to: 'NL,EU-COM', text: 'Do you hear us?' });
    expect(await room(commission, exercise)).toContain('Do you hear us?');
    expect(await room(nl, exercise)).not.toContain('Do you hear us?');
    await done(lead, 'advance', { exercise, minutes: 60 });
    expect(part(await room(nl, exercise), 'inbox')).toContain('Do you hear us?');
  });

  test('says all that is wrong at once, and journals who did what without its words', async () => {
    const outside = { template: 'pentex-2018', seed: 1, parties: 'BE,DE-NW,GB', acknowledge_within: 15 };
    expect((await ask(lead, 'open', outside)).refused).toEqual([
      'energy_exercise_party_outside',
      'energy_exercise_party_outside',
    ]);
    const exercise = await open();
    const faults = { exercise, party: 'EU-COM', zone: 'XX', claim: 'supply.short' };
    expect((await ask(commission, 'state', faults)).refused).toEqual([
      'energy_exercise_no_state',
      'energy_exercise_zone_unknown',
    ]);
    await done(be, 'message', { exercise, party: 'BE', to: 'NL', text: 'Between us' });
    const { rows } = await opened.database.read((tx) =>
      sql<{ event: string; payload: string }>`select event, payload::text from platform.journal
        join platform.journal_payload on entry = id
        where subject = ${`energy_exercises/${exercise}`} order by recorded_at, id`.execute(tx),
    );
    expect(rows.map(({ event }) => event)).toEqual(['energy_exercises.open', 'energy_exercises.message']);
    expect(JSON.stringify(rows)).not.toContain('Between us');
  });
});

describe('A lesson of an exercise', () => {
  const lesson = 'Agree who calls whom before load is shed';
  const of = (exercise: string, more: object = {}) => {
    return { exercise, lesson, owner: 'BE', watcher: 'sg', due: '2027-03-01', ...more };
  };

  test('becomes a commitment of the register, offered to who is to carry it out, with links both ways', async () => {
    const exercise = await open();
    await done(lead, 'advance', { exercise });
    expect((await ask(lead, 'lesson', of(exercise))).refused).toEqual(['energy_exercise_running']);
    await done(lead, 'end', { exercise });
    expect((await report(lead, exercise)).body).toContain('/do/energy-exercises/lesson?');
    expect((await report(lead, exercise)).body).toContain('No lesson of this exercise has become');
    const promise = await done(lead, 'lesson', of(exercise));

    // The report leads to the commitment, the commitment to the report, and both say that Belgium has not taken it on.
    const shown = part((await report(nl, exercise)).body, 'lessons');
    expect(shown).toContain(`/commitments/${promise}`);
    expect(shown).toMatch(/Offered on[\s\S]*Belgium/);
    const commitment = (await be.get(`/en/demo-2020/commitments/${promise}`)).body;
    for (const one of [lesson, 'Lesson of an exercise', 'Offered on', `/exercises/${exercise}/report`])
      expect(commitment).toContain(one);
    expect((await be.get('/en/demo-2020/commitments')).body).toContain(lesson);
    const taken = { id: promise, on: '2026-11-20' };
    const took = await ministry.postJson('/api/demo-2020/commitments/take_on', taken);
    expect(took.statusCode, took.body).toBe(200);
    expect(part((await report(nl, exercise)).body, 'lessons')).not.toContain('Offered on');

    const { rows } = await opened.database.read((tx) =>
      sql<{ payload: object }>`select payload from platform.journal
        join platform.journal_payload on entry = id where event = 'energy_exercises.lesson'
          and subject = ${`energy_exercises/${exercise}`}`.execute(tx),
    );
    expect(rows).toEqual([{ payload: { promise } }]);
  });

  test('is recorded by whoever leads exercises, not from another seat, and not without one', async () => {
    const exercise = await open();
    await done(lead, 'end', { exercise });
    for (const browser of [be, nl, commission, absent])
      expect((await ask(browser, 'lesson', of(exercise))).status).toBe(403);
    // May promise for Belgium, and has no seat: the report is not for it.
    expect((await ask(ministry, 'lesson', of(exercise))).refused).toEqual(['energy_exercise_not_found']);
    expect((await ask(lead, 'lesson', of(exercise, { watcher: body }))).refused).toEqual([
      'watcher_is_owner',
    ]);
    expect((await ask(lead, 'lesson', of(exercise, { owner: 'XX', due: '2020-01-01' }))).refused).toEqual([
      'due_before_made',
      'reference_dangling',
    ]);
    expect((await report(be, exercise)).body).not.toContain('/do/energy-exercises/lesson');
    const own = await done(lead, 'lesson', of(exercise, { owner: body }));
    expect((await be.get(`/en/demo-2020/commitments/${own}`)).body).not.toContain('Offered on');
  });
});

test('What a control room shows to whom is journalled before it leaves: once for what is new, not for each look', async () => {
  const exercise = await open();
  const shown = async () => {
    const { rows } = await opened.database.read((tx) =>
      sql<{ party: string | null; payload: object }>`select party, payload from platform.journal
        join platform.journal_payload on entry = id where event = 'energy_exercises.read'
          and subject = ${`energy_exercises/${exercise}`} order by recorded_at, id`.execute(tx),
    );
    return rows.map(({ party, payload }) => [party, payload]);
  };
  for (const browser of [be, be, absent, ministry, openBrowser(opened.server)]) await room(browser, exercise);
  const first = ['BE', { seat: 'BE', minute: 0, line: 0 }];
  expect(await shown()).toEqual([first]);
  await done(lead, 'advance', { exercise });
  for (const browser of [be, lead, be]) await room(browser, exercise);
  expect(await shown()).toEqual([
    first,
    ['BE', { seat: 'BE', minute: 10, line: 1 }],
    [null, { seat: 'secretariat', minute: 10, line: 1 }],
  ]);
});

test('A register that puts exercises in nobody’s hands has none, and says so', async () => {
  const browser = openBrowser(opened.server);
  const page = (await browser.get('/en/benelux/practice/energy/exercises')).body;
  expect(page).toContain('The register does not say which body holds exercises');
  expect((await browser.get('/en/benelux/practice/energy')).body).toContain('/practice/energy/exercises');
});
