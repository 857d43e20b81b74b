import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What a page says is lacking for the next step is what the step is refused for, and what it leads to brings it. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
let council: Browser;
let ministers: Browser;
let region: Browser;
beforeAll(async () => {
  opened = await openFirstRegister();
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const work = {
    database: opened.database,
    clock: fixedClock('2026-11-26T08:00:00Z'),
    actor: 'operator',
    progress: () => {},
  };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(union, 1)));
  expect(loaded.ok).toBe(true);
  sg = await actingFor({ body: 'sg' });
  council = await actingFor({ body: 'council' });
  ministers = await actingFor({ body: 'com' });
  region = await actingFor({ party: 'DE-NW' });
});
afterAll(() => opened.close());

async function actingFor({ party = '', body = '' }: { party?: string; body?: string }): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const sent = { register: 'demo-2020', role: 'file-holder', party, body };
  expect((await browser.post('/sign-in', sent)).statusCode).toBe(303);
  return browser;
}

type Refusal = { readonly code: string; readonly text: string };

/** What came of an action through the API: nothing, or the findings of the refusal. */
async function refused(browser: Browser, name: string, input: unknown): Promise<readonly Refusal[]> {
  const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
  return answer.statusCode === 200 ? [] : (JSON.parse(answer.body) as { findings: Refusal[] }).findings;
}
const done = async (browser: Browser, name: string, input: unknown) =>
  expect(await refused(browser, name, input), `${name} ${JSON.stringify(input)}`).toEqual([]);

async function page(browser: Browser, path: string, language = 'en'): Promise<string> {
  const answer = await browser.get(`/${language}/demo-2020${path}`);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
}

/** The entries below a title `Still lacking for: …`, as HTML; null where the page has no such title. */
function lackingIn(html: string, title: string): readonly string[] | null {
  const after = html.split(`<strong>${title}</strong>`)[1];
  if (after === undefined) return null;
  const list = after.slice(0, after.indexOf('</div>'));
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, entry]) => entry ?? '');
}

/** The page says exactly what the step is refused for; the entries, with their links. */
async function sameReasons(
  browser: Browser,
  path: string,
  title: string,
  name: string,
  input: unknown,
): Promise<readonly string[]> {
  const reasons = await refused(browser, name, input);
  expect(reasons.length).toBeGreaterThan(0);
  const said = lackingIn(await page(browser, path), `Still lacking for: ${title}`);
  expect(said?.length, path).toBe(reasons.length);
  reasons.forEach(({ text }, index) => {
    expect(said?.[index]).toContain(text);
  });
  return said ?? [];
}

const item = {
  key: 'signs',
  plan: '2027',
  name: 'Signs along the paths',
  dossier: 'cycling',
  proposed_by: 'NL',
  responsible: 'cycling-strategy',
  expected: 'One set of signs',
  on: '2026-09-10',
};

describe('A programme', () => {
  const id = 'programme-2025-2028';
  const path = `/programmes/${id}`;

  test('is drafted, put to parliament and regions, and adopted once they were heard', async () => {
    const written = { id, name: 'The next', start: '2025', years: '4', plans: '4', on: '2026-01-10' };
    await done(sg, 'programmes/write', written);
    expect(await refused(ministers, 'programmes/adopt', { id, on: '2026-02-01' })).toMatchObject([
      { code: 'state_forbids' },
    ]);
    expect(await page(ministers, path)).not.toContain('Still lacking for');
    expect(await refused(ministers, 'programmes/consult', { id, on: '2026-02-01' })).toMatchObject([
      { code: 'action_not_allowed' },
    ]);
    await done(sg, 'programmes/consult', { id, on: '2026-02-01' });
    const adopt = ['Adopt', 'programmes/adopt', { id, on: '2026-06-01' }] as const;
    const unheard = await sameReasons(ministers, path, ...adopt);
    expect(unheard.length).toBe(2);
    expect(unheard[0]).toContain('href="/en/demo-2020/bodies/parliament"');
    expect(unheard[1]).toContain('North Rhine-Westphalia');
    // The way to the form is for who may go it.
    expect(unheard[1]).not.toContain('/do/');
    const [, ofRegion] = lackingIn(await page(sg, path), 'Still lacking for: Adopt') ?? [];
    expect(ofRegion).toContain(`/do/consultations/record?plan=${id}&amp;consulted=DE-NW`);
    const told = { plan: id, on: '2026-03-01' };
    await done(sg, 'consultations/record', { ...told, id: 'next-region', consulted: 'DE-NW' });
    const said = { id: 'next-parliament', consulted: 'parliament', point: 'Fewer themes' };
    await done(sg, 'consultations/record', { ...told, ...said });
    const [open] = await sameReasons(ministers, path, ...adopt);
    expect(open).toContain('Fewer themes');
    await done(sg, 'consultations/answer', { id: said.id, outcome: 'taken_over' });
    expect(await page(ministers, path)).toContain('Nothing is lacking for: Adopt');
    // What was said afterwards was not heard before.
    const early = { id, on: '2026-02-20' };
    expect((await refused(ministers, 'programmes/adopt', early)).map(({ code }) => code)).toEqual([
      'unheard',
      'unheard',
    ]);
    await done(ministers, 'programmes/return', { id, on: '2026-04-01', reason: 'Shorter' });
    await done(sg, 'programmes/consult', { id, on: '2026-04-10' });
    await done(ministers, 'programmes/adopt', { id, on: '2026-06-01' });
    const shown = await page(ministers, path);
    expect(shown).not.toContain('Nothing is lacking for');
    for (const word of ['In consultation', 'Adopted', 'Taken over', 'Shorter']) expect(shown).toContain(word);
    const late = { ...told, id: 'late', consulted: 'BE' };
    expect(await refused(sg, 'consultations/record', late)).toMatchObject([{ code: 'programme_fixed' }]);
  });

  test('that a source brought stays as it is: in no state of which anybody could say more', async () => {
    const id = 'programme-2017-2020';
    expect(await page(sg, `/programmes/${id}`)).toContain('No step of it is on record');
    expect(await refused(ministers, 'programmes/adopt', { id, on: '2026-06-01' })).toMatchObject([
      { code: 'state_unknown' },
    ]);
    const told = { id: 'old', plan: id, consulted: 'parliament', on: '2026-03-01' };
    expect(await refused(sg, 'consultations/record', told)).toMatchObject([{ code: 'programme_fixed' }]);
  });
});

test('a yearly plan says what it lacks to be coordinated, agreed and started', async () => {
  const path = '/plans/2027';
  await done(sg, 'plans/draft', { year: 2027, programme: 'programme-2025-2028', on: '2026-09-01' });
  const step = { id: '2027', on: '2026-10-01' };
  const [empty] = await sameReasons(sg, path, 'Coordinate', 'plans/coordinate', step);
  expect(empty).toContain('/do/plan_items/add?plan=2027');
  // Everybody who acts in the register is told, in their language; a visitor sees the page as it was.
  expect(lackingIn(await page(region, path, 'de'), 'Es fehlt noch für: Abstimmen')?.length).toBe(1);
  expect(lackingIn(await page(region, path, 'nl'), 'Nog nodig voor: Afstemmen')?.length).toBe(1);
  expect(lackingIn(await page(region, path, 'fr'), 'Il manque encore pour\u00a0: Coordonner')?.length).toBe(
    1,
  );
  expect(await page(openBrowser(opened.server), path)).not.toContain('Still lacking');
  await done(sg, 'plan_items/add', item);
  expect(await page(sg, path)).toContain('Nothing is lacking for: Coordinate');
  for (const act of ['coordinate', 'consult_ministries', 'present']) await done(sg, `plans/${act}`, step);
  const agree = ['Agree', 'plans/agree', { id: '2027', on: '2026-11-15' }] as const;
  expect((await sameReasons(council, path, ...agree)).length).toBe(2);
  for (const consulted of ['parliament', 'DE-NW'])
    await done(sg, 'consultations/record', {
      id: `2027-${consulted.toLowerCase()}`,
      plan: '2027',
      consulted,
      on: '2026-10-10',
      point: `What ${consulted} said`,
    });
  // A year alone says nothing: on a desk a plan is called one, and whose desk it is. English last, which refusals then speak.
  const desks = [
    ['nl', 'Jaarplan 2027', 'Werkplek van Benelux-Raad'],
    ['fr', 'Plan annuel 2027', 'Bureau\u00a0: Conseil Benelux'],
    ['de', 'Jahresplan 2027', 'Arbeitsplatz: Benelux-Rat'],
    ['en', 'Yearly plan 2027', 'Desk of Benelux Council'],
  ] as const;
  for (const [language, plan, title] of desks) {
    const desk = await page(council, '/desk', language);
    expect(desk).toContain(`>${plan}<`);
    expect(desk).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
    expect(await page(council, '/do/plans/agree?id=2027', language)).toContain(plan);
  }
  const points = await sameReasons(council, path, ...agree);
  expect(points.map((one) => one.includes('What DE-NW said'))).toContain(true);
  for (const id of ['2027-parliament', '2027-de-nw'])
    await done(sg, 'consultations/answer', { id, outcome: 'taken_over' });
  await done(council, 'plans/agree', { id: '2027', on: '2026-11-15' });
  await done(ministers, 'plans/adopt', { id: '2027', on: '2026-11-20' });
  const start = { id: '2027', on: '2026-11-26' };
  await sameReasons(sg, path, 'Start the year', 'plans/start', start);
});

test('a group says what it lacks to be activated, and its initiative what it lacks to be proposed and begun', async () => {
  const on = '2026-10-01';
  const signal = { id: 'ferries', name: 'Ferries', signal: 'Two ferries, no timetable', on };
  await done(sg, 'initiatives/record', signal);
  const propose = { id: 'ferries', on, text: 'A group' };
  const [factors] = await sameReasons(
    sg,
    '/initiatives/ferries',
    'Make it a proposal',
    'initiatives/propose',
    propose,
  );
  expect(factors).toContain('/do/initiatives/consider?id=ferries');
  const group = { id: 'ferry-times', name: 'Ferry times', mandate: 'One timetable', parent: 'sg', on };
  await done(council, 'groups/propose', group);
  const activate = ['Activate', 'groups/activate', { id: 'ferry-times', on }] as const;
  const wanting = await sameReasons(council, '/groups/ferry-times', ...activate);
  expect(wanting.length).toBe(3);
  const [assessed, steered] = wanting;
  expect(assessed).not.toContain('/do/');
  expect(steered).toContain('/do/groups/place?id=ferry-times');
  const mayAssess = lackingIn(await page(sg, '/groups/ferry-times'), 'Still lacking for: Activate');
  expect(mayAssess?.[0]).toContain('/do/assessments/open?subject=ferry-times');
  await done(council, 'groups/place', { id: 'ferry-times', parent: 'council', reason: 'It steers groups' });
  expect((await sameReasons(council, '/groups/ferry-times', ...activate)).length).toBe(2);
});

test('a meeting without points says what it lacks to be convened', async () => {
  const meeting = {
    id: 'council-1',
    name: 'Council',
    body: 'council',
    date: '2026-12-10',
    minutes: 60,
    on: '2026-11-01',
  };
  await done(sg, 'meetings/plan', meeting);
  const convene = { id: 'council-1', on: '2026-11-20' };
  const [empty] = await sameReasons(sg, '/meetings/council-1', 'Convene', 'meetings/convene', convene);
  expect(empty).toContain('/do/agenda/add?id=council-1');
});
