import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { commands } from '../../src/app/commands.ts';
import { modules } from '../../src/app/modules.ts';
import { ok } from '../../src/kernel/result.ts';
import { type Clock, fixedClock, systemClock, todayOn } from '../../src/platform/clock.ts';
import { listRegisters } from '../../src/platform/records/registers.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import type { Browser } from '../support/browser.ts';
import { openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** The plan of a made-up year from its draft to the frozen report, through the API and a form. */

type File = ReturnType<typeof makeDemonstration>;
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let file: File;

async function load(content: File, clock: Clock = fixedClock('2026-11-26T08:00:00Z')) {
  const work = {
    database: opened.database,
    clock,
    actor: 'operator',
    progress: () => {},
  };
  const loaded = await importFile(work, JSON.stringify(content));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
}

let sg: Browser;
let council: Browser;
let ministers: Browser;
beforeAll(async () => {
  opened = await openFirstRegister();
  file = makeDemonstration(JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8')), 1);
  await load(file);
  [sg, council, ministers] = (await Promise.all(['sg', 'council', 'com'].map(actingFor))) as [
    Browser,
    Browser,
    Browser,
  ];
});
afterAll(() => opened.close());

async function actingFor(body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', {
    register: 'demo-2020',
    role: 'file-holder',
    party: '',
    body,
  });
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

async function page(browser: Browser, path: string, language = 'en'): Promise<string> {
  const answer = await browser.get(`/${language}/demo-2020${path}`);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
}

const signs = {
  key: 'signs',
  plan: '2020',
  name: 'Signs along the paths',
  dossier: 'cycling',
  proposed_by: 'NL',
  responsible: 'cycling-strategy',
  presidency: 'presidency-2020',
  priority: 'cycling',
  expected: 'One set of signs',
  indicator: 'cycling-uses',
  target: '1000',
  on: '2019-09-10',
};
const lending = {
  key: 'lending',
  plan: '2020',
  name: 'One card for libraries',
  dossier: 'libraries',
  proposed_by: 'council',
  responsible: 'libraries-strategy',
  expected: 'A card that is valid everywhere',
  on: '2019-09-10',
};

describe('A plan is drafted', () => {
  test('within the years of its programme, one a year, by the body that drafts plans', async () => {
    const plan = { year: 2020, programme: 'programme-2017-2020', on: '2019-09-01' };
    expect(await act(council, 'plans/draft', plan)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'plans/draft', { ...plan, year: 2021 })).toEqual([
      'year_outside_programme body.year',
    ]);
    expect(await act(sg, 'plans/draft', { ...plan, programme: 'none', on: '2030' })).toEqual([
      'date_in_future body.on',
      'reference_dangling body.programme',
    ]);
    expect(await act(sg, 'plans/draft', plan)).toEqual([]);
    expect(await act(sg, 'plans/draft', plan)).toEqual(['plan_exists body.year']);
    expect(await act(sg, 'plans/coordinate', { id: '2020', on: '2019-09-05' })).toEqual([
      'plan_empty body.id',
    ]);
  });

  test('what a presidency puts first is written down for items to come from, and stays where one did', async () => {
    const first = { year: 2021, party: 'BE', priorities: 'Bridges\nFerries\n\nBridges' };
    expect(await act(council, 'presidencies/put_forward', first)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'presidencies/put_forward', { ...first, party: 'XX' })).toEqual([
      'reference_dangling body.party',
      'priorities_alike body.priorities',
    ]);
    const put = { ...first, priorities: 'Bridges\n Ferries ' };
    expect(await act(sg, 'presidencies/put_forward', put)).toEqual([]);
    expect(await act(sg, 'presidencies/put_forward', { ...put, party: 'LU' })).toEqual([
      'presidency_of_another body.party',
    ]);
    // An item of the plan of 2020 comes from what the presidency of that year said.
    const added = { year: 2020, party: 'NL', priorities: 'cycling\nrepair\norchards' };
    expect(await act(sg, 'presidencies/put_forward', added)).toEqual([]);
    expect(await page(sg, '/plans/2020')).toContain('orchards');
  });

  test('its items have one responsible, a theme, and a target with its indicator; all that is wrong at once', async () => {
    const wrong = {
      key: 'signs',
      plan: '2020',
      name: 'Signs',
      proposed_by: 'nobody',
      responsible: 'nobody',
      presidency: 'presidency-2020',
      priority: 'fish',
      expected: 'Signs',
      target: 12,
      on: '2019-09-10',
    };
    expect(await act(sg, 'plan_items/add', wrong)).toEqual([
      'item_without_theme body.theme',
      'reference_dangling body.proposed_by',
      'reference_dangling body.responsible',
      'priority_unknown body.priority',
      'target_and_indicator body.indicator',
    ]);
    const { priority: _priority, ...without } = signs;
    expect(await act(sg, 'plan_items/add', without)).toEqual(['priority_and_presidency body.priority']);
    expect(await act(sg, 'plan_items/add', { ...signs, responsible: 'cycling-strategy,NL' })).toEqual([
      'field_invalid body.responsible',
    ]);
    expect(await act(sg, 'plan_items/add', signs)).toEqual([]);
    expect(await act(sg, 'plan_items/add', signs)).toEqual(['id_taken body.key']);
    expect(await act(sg, 'plan_items/add', lending)).toEqual([]);
    for (const key of ['orchards', 'repairs'])
      expect(
        await act(sg, 'plan_items/add', {
          ...lending,
          key,
          name: key,
          responsible: 'NL',
          dossier: 'orchards',
        }),
      ).toEqual([]);
    expect(
      await act(council, 'plan_items/drop', { id: '2020-lending', on: '2019-09-11', reason: 'x' }),
    ).toEqual(['action_not_allowed']);
  });

  test('a form revises an item, and what it leaves empty is no longer said', async () => {
    const path = '/fr/demo-2020/do/plan_items/revise';
    const form = await sg.get(`${path}?id=2020-lending`);
    expect(form.body).toContain('A card that is valid everywhere');
    const { key: _key, plan: _plan, on: _on, ...promised } = lending;
    const entered = { id: '2020-lending', ...promised, text: '', expected: 'Une carte', name: 'Une carte' };
    const answer = await sg.post(path, entered);
    expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(303);
    const shown = await page(sg, '/plans/2020/items/2020-lending', 'fr');
    expect(shown).toContain('Une carte');
    expect(await page(sg, '/plans/2020/items/2020-lending')).toContain('One card for libraries');
  });

  test('what is heard is answered, with the reason where it is not taken over, before the Council agrees', async () => {
    const heard = {
      id: 'assembly-1',
      plan: '2020',
      consulted: 'parliament',
      on: '2019-10-05',
      point: 'More',
    };
    expect(await act(sg, 'consultations/record', { ...heard, consulted: 'x' })).toEqual([
      'reference_dangling body.consulted',
    ]);
    const { point: _point, ...silent } = heard;
    const region = { ...silent, id: 'region-1', consulted: 'DE-NW' };
    expect(await act(sg, 'consultations/record', region)).toEqual([]);
    expect(await act(sg, 'consultations/answer', { id: 'region-1', outcome: 'taken_over' })).toEqual([
      'consultation_without_point body.id',
    ]);
    for (const [name, on] of [
      ['coordinate', '2019-10-01'],
      ['consult_ministries', '2019-10-03'],
      ['present', '2019-10-04'],
    ])
      expect(await act(sg, `plans/${name}`, { id: '2020', on })).toEqual([]);
    expect(await act(sg, 'plans/agree', { id: '2020', on: '2019-11-15' })).toEqual(['action_not_allowed']);
    expect(await act(council, 'plans/agree', { id: '2020', on: '2019-11-15' })).toEqual(['unheard body.id']);
    expect(await act(sg, 'consultations/record', heard)).toEqual([]);
    expect(await act(council, 'plans/agree', { id: '2020', on: '2019-11-15' })).toEqual([
      'consultation_unanswered body.id',
    ]);
    const answer = { id: 'assembly-1', outcome: 'not_taken_over' };
    expect(await act(sg, 'consultations/answer', answer)).toEqual(['outcome_reason_missing body.reason']);
    expect(await act(sg, 'consultations/answer', { ...answer, reason: 'No money' })).toEqual([]);
    expect(await act(council, 'plans/agree', { id: '2020', on: '2019-11-15' })).toEqual([]);
    expect(await act(council, 'plans/return', { id: '2020', on: '2019-11-20', reason: 'x' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(await act(sg, 'plan_items/add', { ...lending, key: 'late' })).toEqual(['plan_fixed body.plan']);
  });

  test('it runs once the Committee of Ministers has adopted it and its year has begun', async () => {
    expect(await act(council, 'plans/adopt', { id: '2020', on: '2019-12-10' })).toEqual([
      'action_not_allowed',
    ]);
    expect(await act(ministers, 'plans/adopt', { id: '2020', on: '2019-12-10' })).toEqual([]);
    expect(await act(sg, 'plan_items/begin', { id: '2020-signs', on: '2020-02-01' })).toEqual([
      'plan_not_running body.on',
    ]);
    expect(await act(sg, 'plans/start', { id: '2020', on: '2019-12-20' })).toEqual([
      'year_not_begun body.on',
    ]);
    expect(await act(sg, 'plans/start', { id: '2020', on: '2020-01-01' })).toEqual([]);
    expect(await act(sg, 'plan_items/begin', { id: '2020-signs', on: '2020-02-01' })).toEqual([]);
  });
});

describe('A year is closed', () => {
  const end = { on: '2020-12-15', reason: 'As the year went' };

  test('an end says why and on what evidence; an observation is named where there is one', async () => {
    expect(await act(sg, 'plan_items/realise', { ...end, id: '2020-lending' })).toEqual([
      'item_evidence_missing body.evidence',
    ]);
    expect(await act(sg, 'plan_items/realise', { id: '2020-lending', on: end.on })).toEqual([
      'input_missing body.reason',
    ]);
    await load({
      ...file,
      meta: { ...file.meta, known_from: '2020-12-31' },
      observations: [
        ...(file.observations as readonly unknown[]),
        { id: 'cycling-uses-2020', indicator: 'cycling-uses', period: '2020', value: 900, source: ['x'] },
      ],
    } as File);
    const signed = { ...end, id: '2020-signs' };
    expect(await act(sg, 'plan_items/realise', { ...signed, evidence: 'Seen' })).toEqual([
      'observation_uncited body.observation',
    ]);
    const other = { ...signed, observation: 'cycling-uses-2019' };
    expect(await act(sg, 'plan_items/realise', other)).toEqual(['observation_of_another body.observation']);
    const cited = { ...signed, observation: 'cycling-uses-2020' };
    expect(await act(sg, 'plan_items/realise', cited)).toEqual(['target_missed body.observation']);
    expect(await act(sg, 'plan_items/realise_partly', cited)).toEqual([]);
    expect(await act(sg, 'plan_items/drop', cited)).toEqual(['state_forbids body.id']);
  });

  test('not while an item is open, not before the year is over, and not by everybody', async () => {
    expect(await act(council, 'plans/close', { id: '2020', on: '2021-01-31' })).toEqual([
      'action_not_allowed',
    ]);
    expect(await act(sg, 'plans/close', { id: '2020', on: '2020-12-30' })).toEqual([
      'year_not_over body.on',
      'year_has_open_items body.id',
    ]);
    const answer = await sg.postJson('/api/demo-2020/plans/close', { id: '2020', on: '2021-01-31' });
    expect(answer.body).toContain('2020-lending, 2020-orchards, 2020-repairs');
    expect(answer.body).not.toContain('2020-signs');
    const form = await sg.post('/de/demo-2020/do/plans/close', { id: '2020', on: '2021-01-31', note: '' });
    expect(form.statusCode).toBe(400);
    expect(form.body).toContain('2020 kann nicht abgeschlossen werden: 3 der Punkte sind offen.');
  });

  test('what is deferred stands in the next plan, with a link back, or nothing is changed', async () => {
    const defer = { ...end, id: '2020-lending' };
    expect(await act(sg, 'plan_items/defer', defer)).toEqual(['next_plan_missing body.id']);
    const programme = { id: 'programme-2021', name: 'The next', start: '2021', years: '2', plans: '1' };
    expect(await act(sg, 'programmes/write', programme)).toEqual([]);
    expect(await act(sg, 'programmes/write', programme)).toEqual(['id_taken body.id']);
    const next = { year: 2021, programme: 'programme-2021', on: '2020-09-01' };
    expect(await act(sg, 'plans/draft', next)).toEqual([]);
    expect(await act(sg, 'plans/draft', { ...next, year: 2022 })).toEqual(['programme_full body.programme']);
    expect(await act(sg, 'plan_items/defer', defer)).toEqual([]);
    expect(await act(sg, 'plan_items/defer', defer)).toEqual(['state_forbids body.id']);
    const shown = await page(sg, '/plans/2021/items/2021-lending');
    expect(shown).toContain('Planned');
    expect(shown).toContain('/plans/2020/items/2020-lending');
    expect(await page(sg, '/plans/2020/items/2020-lending')).toContain('/plans/2021/items/2021-lending');
    const passOn = { ...end, id: '2021-lending', responsible: 'BE' };
    expect(await act(sg, 'plan_items/assign', passOn)).toEqual([]);
    expect(await act(sg, 'plan_items/assign', { ...passOn, responsible: 'LU', on: '2020-12-01' })).toEqual([
      'passed_on_later body.on',
    ]);
    const responsibleOn = async (asOf: string) => {
      const shown = await sg.get(`/en/demo-2020/plans/2021?format=json&as-of=${asOf}`);
      return JSON.parse(shown.body).rows.map(({ responsible }: { responsible: string }) => responsible);
    };
    expect(await responsibleOn('2020-12-31')).toEqual(['BE']);
    expect(await responsibleOn('2020-12-14')).not.toEqual(['BE']);
    // Of a day before it its own page tells nothing of what came later.
    const itemOn = (asOf: string) => page(sg, `/plans/2021/items/2021-lending?as-of=${asOf}`);
    expect(await itemOn('2020-12-31')).toContain('Passed on');
    expect(await itemOn('2020-12-14')).not.toContain('Passed on');
  });

  test('once every item has ended', async () => {
    expect(await act(sg, 'plan_items/fail', { ...end, id: '2020-orchards' })).toEqual([]);
    expect(await act(sg, 'plan_items/drop', { ...end, id: '2020-repairs' })).toEqual([]);
    expect(await act(sg, 'plans/close', { id: '2020', on: '2021-01-31' })).toEqual([]);
    expect(await act(sg, 'plans/close', { id: '2020', on: '2021-01-31' })).toEqual(['state_forbids body.id']);
  });

  test('a calendar holds each item until the end of its year, and what was put off or given up stays as cancelled', async () => {
    const feed = await sg.get('/en/demo-2020/deadlines.ics?body=cycling-strategy', { accept: '*/*' });
    expect(feed.statusCode, feed.body).toBe(200);
    expect(feed.body).toContain('X-WR-CALNAME:Deadlines of Cycle paths across the border');
    expect(feed.body).not.toContain('2020-orchards');
    const all = await sg.get('/en/demo-2020/deadlines.ics', { accept: '*/*' });
    const todos = all.body.replaceAll('\r\n ', '').split('BEGIN:VTODO');
    const statusOf = (id: string) => {
      const todo = todos.find((one) => one.includes(`/plans/2020/items/${id}`)) ?? '';
      expect(todo, id).toContain('DUE;VALUE=DATE:20201231');
      return /STATUS:(\S+)/.exec(todo)?.[1];
    };
    expect(statusOf('2020-signs')).toBe('COMPLETED');
    for (const id of ['2020-lending', '2020-orchards', '2020-repairs'])
      expect(statusOf(id)).toBe('CANCELLED');
    // A draft promises nothing.
    expect(all.body).not.toContain('/plans/2021/items/2021-lending');
    const unknown = await sg.get('/en/demo-2020/deadlines.ics?body=nobody', { accept: '*/*' });
    expect(unknown.json().findings[0]).toMatchObject({ code: 'record_not_found', place: 'query.body' });
  });

  test('pages show it in every language: what came from the priorities, and what led to none', async () => {
    const fewer = { year: 2020, party: 'NL', priorities: 'repair' };
    expect(await act(sg, 'presidencies/put_forward', fewer)).toEqual(['priority_in_use body.priorities']);
    for (const language of ['nl', 'fr', 'de', 'en'])
      for (const path of ['/plans', '/plans/2020', '/plans/2020/items/2020-signs', '/plans/2021'])
        await page(sg, path, language);
    const plan = await page(sg, '/plans/2020');
    // What cannot be done any more is not offered.
    expect(plan).not.toContain('/do/plan_items/add');
    expect(await page(sg, '/plans/2021')).toContain('/do/plan_items/add');
    expect(plan).toContain('Led to no item');
    expect(plan).toContain('No money');
    expect(plan).toContain('Partly realised');
    // The state is that of the date asked about.
    expect(await page(sg, '/plans/2020?as-of=2020-06-01')).not.toContain('Partly realised');
    const rows = await sg.get('/en/demo-2020/plans/2020?format=json');
    const { rows: items } = JSON.parse(rows.body) as {
      rows: { id: string; state: string; reason: string }[];
    };
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      ['2020-signs', 'partly_realised'],
      ['2020-lending', 'deferred'],
      ['2020-orchards', 'not_realised'],
      ['2020-repairs', 'dropped'],
    ]);
    expect((await sg.get('/en/demo-2020/plans/1999')).statusCode).toBe(404);
  });
});

describe('The report of the closed year is frozen', () => {
  const report = '/en/demo-2020/report/2020';
  const bytes = async (path: string) => (await sg.get(path)).body;
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  type Frozen = {
    readonly hash: string;
    readonly hashes: Readonly<Record<string, string>>;
    readonly verified: boolean;
    readonly broken: readonly string[];
    readonly errata: readonly Readonly<Record<string, string | null>>[];
  };
  const today = todayOn(systemClock);

  async function run(name: string, year: string, options: Readonly<Record<string, string | boolean>> = {}) {
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`There is no command ${name}`);
    const register = (await opened.database.read(listRegisters)).find(({ id }) => id === 'demo-2020');
    if (register === undefined) throw new Error('The register is not there');
    return command.run({
      database: opened.database,
      clock: systemClock,
      modules,
      positionals: [year],
      options: { json: true, 'as-of': today, ...options },
      language: 'en',
      register: async () => ok(register),
      dataFolder: '',
      untilStopped: async () => {},
      progress: () => {},
    });
  }
  async function frozen(): Promise<Frozen> {
    const answer = await run('union frozen-report', '2020');
    if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer));
    return answer.json as Frozen;
  }

  let before: string;
  test('once, by the body that closes the year, and only of a year that is closed', async () => {
    expect(await run('union frozen-report', '2020')).toMatchObject({
      kind: 'usage',
      problems: [{ code: 'frozen_report_not_found' }],
    });
    expect((await sg.get('/en/demo-2020/report/2020/errata')).statusCode).toBe(404);
    expect(await act(council, 'reports/freeze', { id: '2020' })).toEqual(['action_not_allowed']);
    expect(await act(sg, 'reports/freeze', { id: '2021' })).toEqual(['year_not_closed body.id']);
    expect(await page(sg, '/report/2020')).toContain('/do/reports/freeze');
    const form = await sg.post('/nl/demo-2020/do/reports/freeze', { id: '2020' });
    expect(form.statusCode, form.body.slice(0, 1000)).toBe(303);
    expect(await act(sg, 'reports/freeze', { id: '2020' })).toEqual(['report_frozen_already body.id']);
    expect(await page(sg, '/report/2020')).not.toContain('/do/reports/freeze');
  });

  test('its downloads have the fingerprints that it names, in every language', async () => {
    before = await bytes(`${report}?format=json`);
    const { hash, hashes, verified, errata } = await frozen();
    expect(verified).toBe(true);
    expect(errata).toEqual([]);
    for (const language of ['nl', 'fr', 'de', 'en']) {
      expect(sha256(await bytes(`/${language}/demo-2020/report/2020?format=json`))).toBe(hashes[language]);
      const shown = await page(sg, '/report/2020', language);
      expect(shown).toContain(hash);
      expect(shown).toContain(hashes[language]);
    }
    const shown = await page(sg, '/report/2020');
    expect(shown).toContain('Planned beside realised');
    expect(shown).toContain('target: 1,000');
    expect(shown).toContain('Nothing that became known since then contradicts the report.');
  });

  test('before it was frozen, and on a day before the year was closed, it is not there', async () => {
    expect(await page(sg, '/report/2020?known-at=2021-06-01')).not.toContain('The frozen report');
    expect(await page(sg, '/report/2020?as-of=2020-12-31')).not.toContain('Verifies');
    expect(await page(sg, '/report/2020?as-of=2021-01-31')).toContain('Verifies');
  });

  test('what becomes known later changes the live report and adds an erratum, and no byte of the frozen one', async () => {
    await load(
      {
        ...file,
        meta: { ...file.meta, known_from: today },
        observations: [
          ...(file.observations as readonly unknown[]),
          { id: 'cycling-uses-2020', indicator: 'cycling-uses', period: '2020', value: 954, source: ['y'] },
        ],
      } as File,
      systemClock,
    );
    expect(await bytes(`${report}?format=json`)).toBe(before);
    const live = await bytes(`${report}/live?format=json`);
    expect(before).toContain('900 uses');
    expect(before).not.toContain('954');
    expect(live).toContain('954 uses');
    const { errata, verified, hashes } = await frozen();
    expect(verified).toBe(true);
    expect(hashes.en).toBe(sha256(before));
    const planned = errata.find(({ column }) => column === 'Measured in the year');
    expect(planned).toMatchObject({
      section: 'Planned beside realised',
      row: 'Signs along the paths',
      frozen: '900 uses',
      live: '954 uses',
      since: today,
    });
    const rows = JSON.parse(await bytes(`${report}/errata?format=json`)) as { rows: unknown[] };
    expect(rows.rows).toEqual(errata);
    for (const language of ['nl', 'fr', 'de', 'en'])
      for (const path of ['/report/2020', '/report/2020/errata', '/report/2020/live', '/report'])
        await page(sg, path, language);
    expect(await page(sg, '/report/2020')).toContain('954 uses');
  });

  test('a command gives the frozen one, and the live one where that is asked for', async () => {
    const said = async (options: Readonly<Record<string, boolean>>) => {
      const answer = await run('union report', '2020', options);
      if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer));
      return canonicalJson(answer.json);
    };
    expect(await said({})).toBe(before);
    expect(await said({ live: true })).toContain('954 uses');
  });

  test('a word that was changed in the database is found', async () => {
    await sql`update platform.record
      set body = jsonb_set(body, '{documents,fr,title}', '"Un autre rapport"')
      where register = 'demo-2020' and kind = 'frozen_reports'`.execute(opened.database.owner);
    const answer = await run('union frozen-report', '2020');
    expect(answer).toMatchObject({
      json: { verified: false, broken: ['*', 'fr'] },
      findings: [{ code: 'frozen_report_broken' }],
    });
    expect(await page(sg, '/report/2020', 'fr')).toContain('Non vérifié');
  });
});
