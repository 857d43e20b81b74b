import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/kernel/languages.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister, signInAs } from '../support/first-register.ts';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

const signedIn = (role: string, party: string) => signInAs(server, role, party);

const pageOf = async (browser: Browser, path: string) => {
  const answer = await browser.get(path);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
};

describe('The desk', () => {
  test('says to a visitor that it is there after signing in, and holds nothing', async () => {
    const page = await pageOf(openBrowser(server), '/en/benelux/desk');
    expect(page).toContain('/sign-in?return=%2Fen%2Fbenelux%2Fdesk');
    expect(page).not.toContain('eow-paper');
  });

  test('shows a member what it owes, alone or with the others, and what its law lacks', async () => {
    const page = await pageOf(await signedIn('line-ministry', 'NL'), '/en/benelux/desk');
    expect(page).toContain('Desk of Netherlands');
    expect(page).toContain('/en/benelux/law/eow-paper');
    // Implemented by NL: not open for it.
    expect(page).not.toContain('/en/benelux/law/ecmr-protocol');
    // Owed by the Committee of Ministers, whose members the register does not list.
    expect(page).toContain('/en/benelux/parliament/parl-rec-circular-2018');
    const belgian = await pageOf(await signedIn('line-ministry', 'BE'), '/en/benelux/desk');
    expect(belgian).toContain('/en/benelux/law/ecmr-protocol');
  });

  test('shows a party that is no member nothing that only members owe', async () => {
    const page = await pageOf(await signedIn('observer', 'NO'), '/en/benelux/desk');
    expect(page).not.toContain('parl-rec-circular-2018');
    expect(page).not.toContain('eow-paper');
    expect(page).toContain('id="guide"');
  });

  test('of who holds several grants is one for each, and says as what and for whom', async () => {
    const browser = await signedIn('contact-point', 'BE');
    await opened.database.write((tx) =>
      sql`insert into platform.access_grant (id, person, register, role, party, basis, granted_at)
        select gen_random_uuid(), person, 'benelux', 'line-ministry', 'LU', 'test', now()
        from platform.identity where subject = 'benelux/contact-point/BE'`.execute(tx),
    );
    expect(await pageOf(browser, '/en/benelux/desk')).toContain('Desk of Belgium');
    const other = await pageOf(browser, '/en/benelux/desk?grant=2');
    expect(other).toContain('Desk of Luxembourg');
    expect(other).toMatch(/href="[^"]*grant=1">[^<]+, Belgium</);
    expect(await pageOf(browser, '/en/benelux/desk?grant=9')).toContain('Desk of Luxembourg');
  });

  test('of somebody without a party shows what waits for all', async () => {
    const page = await pageOf(await signedIn('file-holder', ''), '/en/benelux/desk');
    expect(page).toContain('Desk of all parties');
    expect(page).toContain('eow-paper');
    expect(page).toContain('ecmr-protocol');
    expect(page).toContain('fisc-moss');
  });
});

describe('In a year that is played', () => {
  const assessed = (id: string, subject: string, until?: string) => ({
    id,
    subject,
    moment: 'start',
    criteria_set: 'aiv-2007',
    title: `Whether ${subject} is needed`,
    opened: '2019-01-01',
    decided: '2019-02-01',
    outcome: 'in_favour',
    valid_until: until,
    source: ['test'],
  });
  const point = (id: string, told: object) => ({
    id,
    meeting: 'council-spring',
    number: 1,
    point: 'decision',
    duration_minutes: 10,
    open_to: 'members',
    title: `Point ${id}`,
    source: ['test'],
    ...told,
  });
  const acting = async (party: string, body: string) => {
    const browser = openBrowser(server);
    const answer = await browser.post('/sign-in', { register: 'demo-2020', role: 'player', party, body });
    expect(answer.statusCode).toBe(303);
    return browser;
  };
  const act = async (browser: Browser, name: string, input: unknown) => {
    const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  };
  /** The part of a page under a heading. */
  const partOf = (page: string, id: string) =>
    new RegExp(`<section[^>]* id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';

  beforeAll(async () => {
    const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
    const work = {
      database: opened.database,
      clock: fixedClock('2026-11-26T08:00:00Z'),
      actor: 'operator',
      progress: () => {},
    };
    const loaded = await importFile(
      work,
      JSON.stringify({
        ...makeDemonstration(JSON.parse(file), 1),
        assessments: [
          assessed('cycling-start', 'cycling-strategy', '2020-06-30'),
          assessed('libraries-start', 'libraries-strategy', '2020-12-31'),
          assessed('orchards-start', 'orchards-strategy'),
        ],
        meetings: [
          {
            id: 'council-spring',
            body: 'council',
            date: '2020-03-01',
            duration_minutes: 60,
            source: ['test'],
          },
        ],
        agenda_items: [
          point('tolls', { carried: 2 }),
          point('fish', { carried: 1, outcome: 'decided' }),
          point('ferries', { outcome: 'deferred' }),
          point('new', { carried: 0 }),
        ],
      }),
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  });

  test('a group that a party joined without a contact point, and that was put to sleep, is on its desk', async () => {
    const region = await acting('DE-NW', '');
    const path = '/en/demo-2020/desk';
    const group = '/en/demo-2020/groups/repair-strategy';
    expect(partOf(await pageOf(region, path), 'vacancies')).not.toContain(group);
    const join = { id: 'repair-strategy', party: 'DE-NW', role: 'observer', on: '2020-01-10' };
    await act(region, 'groups/join', join);
    const joined = await pageOf(region, path);
    expect(partOf(joined, 'vacancies')).toContain(group);
    expect(partOf(joined, 'groups')).not.toContain(group);
    const sleep = { id: 'repair-strategy', on: '2020-03-01', reason: 'done', months: '12' };
    await act(await acting('', 'council'), 'groups/put_to_sleep', sleep);
    expect(partOf(await pageOf(region, path), 'groups')).toContain(group);
    // Of another that takes no part in it, neither.
    const other = await pageOf(await acting('FR', ''), path);
    expect(partOf(other, 'groups')).not.toContain(group);
    expect(partOf(other, 'vacancies')).toBe('');
  });

  test.each([
    ['en', 'Its assessment lapsed on', 'put off 2 times'],
    ['nl', 'De afweging verviel op', '2 keer uitgesteld'],
    ['fr', 'a pris fin', 'reporté 2 fois'],
    ['de', 'Die Prüfung galt bis', '2-mal vertagt'],
  ])(
    'the desk of the secretariat says in %s which groups are to be renewed or ended, and what is held up',
    async (language, lapsed, twice) => {
      const sg = await acting('', 'sg');
      const page = await pageOf(sg, `/${language}/demo-2020/desk?as-of=2020-10-02`);
      const renewals = partOf(page, 'renewals');
      expect(renewals).toContain('/groups/cycling-strategy');
      expect(renewals).toContain(lapsed);
      expect(renewals).toContain('/groups/libraries-strategy');
      expect(renewals).not.toContain('/groups/orchards-strategy');
      const heldUp = partOf(page, 'held-up');
      expect(heldUp).toContain('Point tolls');
      expect(heldUp).toContain(twice);
      expect(heldUp).toContain('Point ferries');
      expect(heldUp).not.toContain('Point fish');
      expect(heldUp).not.toContain('Point new');
      const earlier = await pageOf(sg, `/${language}/demo-2020/desk?as-of=2020-10-01`);
      expect(partOf(earlier, 'renewals')).not.toContain('/groups/libraries-strategy');
      const group = await pageOf(openBrowser(server), `/${language}/demo-2020/groups/cycling-strategy`);
      expect(group).toContain('/assessments/cycling-start');
      expect(group).toContain(lapsed);
    },
  );

  test('the brief of a party says what waits for its decision, to whoever acts for it and to nobody else', async () => {
    const timetable = {
      id: 'timetable',
      what: 'Publish one timetable',
      owner: 'BE',
      watcher: 'sg',
      due: '2020-09',
      origin: 'declaration',
      on: '2020-03-02',
    };
    const be = await acting('BE', '');
    const nl = await acting('NL', '');
    const brief = async (browser: Browser, party: string, dates = '') =>
      pageOf(browser, `/en/demo-2020/brief?party=${party}${dates}`);
    await act(be, 'commitments/record', timetable);
    const offered = { id: 'timetable', to: 'NL', on: '2020-05-10', reason: 'The line is Dutch' };
    expect(await brief(nl, 'NL')).not.toContain('do/commitments/take_on');
    await act(be, 'commitments/offer', offered);
    expect(partOf(await brief(nl, 'NL'), 'decisions')).toContain('do/commitments/take_on');
    expect(await brief(be, 'NL')).not.toContain('id="decisions"');
    expect(await brief(openBrowser(server), 'NL')).not.toContain('id="decisions"');
    expect(partOf(await brief(nl, 'LU'), 'decisions')).toBe('');
    // What was overdue a year before is counted, and what was not known then is said to be so.
    const figures = async (dates: string) =>
      /<div class="figures">[\s\S]*?<section/.exec(await brief(be, 'BE', dates))?.[0] ?? '';
    expect(await figures('&as-of=2021-12-01')).toMatch(/<strong>3<.*A year before: 2</);
    const early = await figures('&as-of=2020-05-01');
    expect(early.match(/A year before: not known/g)).toHaveLength(3);
  });

  test('nobody else’s desk holds what only members may read', async () => {
    for (const [party, body] of [
      ['', ''],
      ['NL', ''],
      ['', 'parliament'],
    ] as const) {
      const page = await pageOf(await acting(party, body), '/en/demo-2020/desk?as-of=2020-10-02');
      expect(page).not.toContain('Point tolls');
      expect(partOf(page, 'renewals')).toBe('');
    }
    const council = await pageOf(await acting('', 'council'), '/en/demo-2020/desk?as-of=2020-10-02');
    expect(partOf(council, 'renewals')).toContain('/groups/cycling-strategy');
  });
});

describe('The brief', () => {
  test.each(languages)('of each member, in %s, for everybody', async (language) => {
    for (const party of ['NL', 'BE', 'LU']) {
      const page = await pageOf(openBrowser(server), `/${language}/benelux/brief?party=${party}`);
      expect(page).toContain('eow-paper');
      expect(page).toContain('aria-current="page"');
    }
  });

  test('says what nobody knows: years of presidency without priorities, instruments without a status', async () => {
    const page = await pageOf(openBrowser(server), '/en/benelux/brief?party=LU');
    expect(page).toContain('priorities not stated');
    expect(page).toContain('instruments of which nothing is known');
    expect(page).toMatch(/1 of 1 open/);
  });

  test('says to whoever acts for the party that nothing waits, and beside each figure what it was or that nobody knows', async () => {
    const nothing = 'Nothing waits for a decision of this party.';
    const own = await pageOf(await signedIn('line-ministry', 'NL'), '/en/benelux/brief');
    expect(own).toContain(nothing);
    const visitor = await pageOf(openBrowser(server), '/en/benelux/brief?party=NL');
    expect(visitor).not.toContain(nothing);
    expect(visitor.match(/A year before: [^<]*/g)).toEqual([
      'A year before: 0',
      'A year before: not known',
      'A year before: not known',
    ]);
  });

  test('refuses a party that there is not', async () => {
    const answer = await openBrowser(server).get('/en/benelux/brief?party=XX');
    expect(answer.statusCode).toBe(404);
  });
});
