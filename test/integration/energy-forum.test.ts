import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** The energy forum through the real server: who is invited to which matter and sees it, how often groups met and who was missing. Market parties are made up. */

const clock = fixedClock('2026-11-20T12:00:00Z');
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
const path = '/en/demo-2020/practice/energy/forum';
const [platform, exchange, consumers] = [
  'demo-market-platform',
  'demo-exchange',
  'demo-large-consumers',
] as const;

async function signIn(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role: 'player', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

beforeAll(async () => {
  opened = await openFirstRegister({ clock });
  await loadDemonstration(opened.database, clock);
}, 60_000);
afterAll(() => opened.close());

/** What came of an action through the API: the id of what was acted on, or what is against it. */
async function ask(browser: Browser, name: string, input: object) {
  const answer = await browser.postJson(`/api/demo-2020/energy-forum/${name}`, input);
  const body = JSON.parse(answer.body) as {
    subject?: string;
    findings?: readonly { code: string; place: string }[];
  };
  const refused = (body.findings ?? []).map(({ code, place }) => `${code} ${place}`);
  return { status: answer.statusCode, id: body.subject?.split('/')[1] ?? '', refused };
}
const read = async (browser: Browser) => (await browser.get(path)).body;

const matter = {
  body: 'plef-sg2',
  title: 'Room left on lines in winter',
  sensitive: 'no',
  paper: 'Paper 12-B',
};

describe('A matter of a support group', () => {
  test('is seen by those who sit there; once it is market-sensitive the platform of market parties sees nothing of it', async () => {
    const leads = await signIn('', 'plef-sg2');
    const [belgium, commission, market] = await Promise.all([
      signIn('BE', 'plef-sg2'),
      signIn('EU-COM', 'plef-sg2'),
      signIn(platform, 'plef-sg2'),
    ]);
    const { id, status } = await ask(leads, 'put', matter);
    expect(status).toBe(200);
    for (const browser of [leads, belgium, commission, market]) {
      const page = await read(browser);
      for (const word of [matter.title, matter.paper]) expect(page).toContain(word);
    }
    expect((await ask(leads, 'call_sensitive', { id, reason: 'It tells where prices go' })).status).toBe(200);
    for (const browser of [leads, belgium, commission]) expect(await read(browser)).toContain(matter.paper);
    const closed = await read(market);
    for (const word of [matter.title, matter.paper, id]) expect(closed).not.toContain(word);
    const again = await ask(leads, 'call_sensitive', { id, reason: 'x' });
    expect(again.refused).toEqual(['energy_forum_sensitive_already body.id']);
    const forced = { ...matter, sensitive: 'yes', invited: [platform] };
    expect((await ask(leads, 'put', forced)).refused).toEqual(['energy_forum_market_sensitive body.invited']);
  });

  test('is open by a seat in that group alone', async () => {
    const leads = await signIn('', 'plef-sg2');
    await ask(leads, 'put', { ...matter, title: 'By a seat alone' });
    const others = [
      openBrowser(opened.server),
      await signIn('BE', ''),
      await signIn('BE', 'plef-sg1'),
      await signIn('', 'plef-sg1'),
      // Its party has no part in this group.
      await signIn(exchange, 'plef-sg2'),
      await signIn('DE-NW', 'plef-sg2'),
    ];
    for (const browser of others) expect(await read(browser)).not.toContain('By a seat alone');
  });

  test('is put by who acts for the group, and by nobody else', async () => {
    for (const browser of [await signIn('BE', 'plef-sg2'), await signIn('', 'plef-sg1')])
      expect((await ask(browser, 'put', matter)).status).toBe(403);
    const leads = await signIn('', 'plef-sg2');
    expect((await ask(leads, 'put', { ...matter, body: 'council' })).status).toBe(403);
    expect((await ask(leads, 'put', { ...matter, meeting: 'none', invited: ['nobody'] })).refused).toEqual([
      'reference_dangling body.meeting',
      'reference_dangling body.invited',
    ]);
  });

  test('of flexibility is seen by large consumers once they are invited', async () => {
    const leads = await signIn('', 'plef-sg3');
    const large = await signIn(consumers, 'plef-sg3');
    const { id } = await ask(leads, 'put', { ...matter, body: 'plef-sg3', title: 'Shifting of load' });
    expect(await read(large)).not.toContain('Shifting of load');
    expect((await ask(leads, 'invite', { id, invited: [consumers] })).status).toBe(200);
    expect(await read(large)).toContain('Shifting of load');
    expect(
      (await ask(leads, 'invite', { id, invited: ['BE', exchange, 'demo-renewables'] })).refused,
    ).toEqual([
      'energy_forum_sits_already body.invited',
      'energy_forum_not_of_group body.invited',
      'energy_forum_without_part body.invited',
    ]);
  });

  test('of market integration is seen by exchanges', async () => {
    const leads = await signIn('', 'plef-sg1');
    await ask(leads, 'put', { ...matter, body: 'plef-sg1', title: 'Steps of a quarter of an hour' });
    expect(await read(await signIn(exchange, 'plef-sg1'))).toContain('Steps of a quarter of an hour');
  });

  test('leaves no trace of itself where everybody looks', async () => {
    const visitor = openBrowser(opened.server);
    for (const where of ['/find?q=winter', '/journal', '/practice/energy/forum?format=csv'])
      expect((await visitor.get(`/en/demo-2020${where}`)).body).not.toContain(matter.title);
  });
});

test('Groups show how often they met in the year that is asked about, and who was missing', async () => {
  const sg = await signIn('', 'sg');
  const act = async (name: string, input: object) => {
    const answer = await sg.postJson(`/api/demo-2020/${name}`, input);
    expect(answer.statusCode, `${name} ${answer.body}`).toBe(200);
  };
  const first = { id: 'sg2-1', name: 'Winter', body: 'plef-sg2', date: '2026-02-10', minutes: '90' };
  await act('meetings/plan', { ...first, on: '2026-01-10' });
  expect(await read(sg)).toContain('No meeting on record');
  const point = { title: 'Winter outlook', point: 'discussion', minutes: '30', open_to: 'all' };
  await act('agenda/add', { id: 'sg2-1', ...point, on: '2026-01-10' });
  await act('meetings/convene', { id: 'sg2-1', on: '2026-01-20' });
  await act('meetings/hold', { id: 'sg2-1', on: '2026-02-10' });
  await act('meetings/attend', { id: 'sg2-1', attending: 'BE', level: 'expert' });
  await act('meetings/attend', { id: 'sg2-1', attending: 'LU', level: 'not_represented' });
  const page = await read(sg);
  expect(page).toContain('Year under way');
  const table = (await sg.get(`${path}?format=csv`)).body;
  const row = table.split('\n').find((line) => line.includes('plef-sg2'));
  expect(row).toContain('group,4,1,under_way');
  expect(row).toMatch(/LU 1/);
  const over = (await sg.get(`${path}?format=csv&as-of=2026-12-31`)).body;
  expect(over.split('\n').find((line) => line.includes('plef-sg2'))).toContain('missed');
  expect(row, 'who was there is no gap').not.toMatch(/BE 1/);
});

test('The first register shows the forum as the evaluation has it, and nothing can be put to a group', async () => {
  const browser = openBrowser(opened.server);
  for (const [language, word] of [
    ['en', 'Luxembourg were missing'],
    ['nl', 'Luxemburgse partijen'],
    ['fr', 'parties luxembourgeoises'],
    ['de', 'luxemburgische Parteien'],
  ] as const) {
    const { body, statusCode } = await browser.get(`/${language}/benelux/practice/energy/forum`);
    expect(statusCode).toBe(200);
    expect(body).toContain(word);
    expect(body).not.toContain('/do/energy-forum/');
  }
  const page = (await browser.get('/en/benelux/practice/energy/forum')).body;
  expect(page).toContain('Directors-general: at least 2 a year');
  expect(page).toContain('Group: at least 4 a year');
  expect(page).toContain('those of the group above');
});
