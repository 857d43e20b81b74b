import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { standings, steeringSections } from '../../src/union/steering/rules/standing.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { year } from '../support/year.ts';

/** Where nobody steers, what is still owed, and what must not be forgotten: the first register as it is, and a made-up one. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
let assembly: Browser;
let nl: Browser;
let be: Browser;

beforeAll(async () => {
  opened = await openFirstRegister();
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  await load(makeDemonstration(union, 1));
  sg = await actingFor({ body: 'sg' });
  assembly = await actingFor({ body: 'parliament' });
  nl = await actingFor({ party: 'NL' });
  be = await actingFor({ party: 'BE' });
});
afterAll(() => opened.close());

async function load(content: unknown): Promise<void> {
  const clock = fixedClock('2026-11-26T08:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(content));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
}

async function actingFor({ party = '', body = '' }): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const chosen = { register: 'demo-2020', role: 'player', party, body };
  expect((await browser.post('/sign-in', chosen)).statusCode).toBe(303);
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

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly standing: string };
type Part = {
  readonly section: (typeof steeringSections)[number];
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
};

async function steeringOf(register: string, dates = ''): Promise<ReadonlyMap<string, Part>> {
  const answer = await openBrowser(opened.server).get(`/api/${register}/steering${dates}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  const { sections } = JSON.parse(answer.body) as { sections: readonly Part[] };
  return new Map(sections.map((part) => [part.section, part]));
}

async function rowOf(register: string, section: string, id: string, dates = ''): Promise<Row | undefined> {
  return (await steeringOf(register, dates)).get(section)?.rows.find((row) => row.id === id);
}

async function page(path: string, browser = openBrowser(opened.server)): Promise<string> {
  const answer = await browser.get(path);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
}

describe('What the first register says of steering, and what it does not', () => {
  test('the counts of every part add up to its rows, in the API, on the page and in the export', async () => {
    for (const register of ['benelux', 'demo-2020']) {
      const parts = await steeringOf(register);
      expect([...parts.keys()]).toEqual([...steeringSections]);
      const body = await page(`/en/${register}/steering?format=csv`);
      const exported: Readonly<Record<string, string>>[] = parse(body, {
        columns: true,
        bom: true,
        comment: '#',
        relax_column_count: true,
      });
      for (const { section, counts, rows } of parts.values()) {
        expect(Object.keys(counts).sort()).toEqual([...standings[section]].sort());
        const sum = Object.values(counts).reduce((total, count) => total + count, 0);
        expect(sum, section).toBe(rows.length);
        expect(exported.filter((row) => row.section === section).map(({ id }) => id)).toEqual(
          rows.map(({ id }) => id),
        );
      }
    }
  });

  test('waste has no strategic consultation and no contact at two ministries (§9.2.3)', async () => {
    expect(await rowOf('benelux', 'strategic', 'waste')).toMatchObject({
      standing: 'absent',
      links: ['working_groups/waste'],
      source: ['9.1', '9.2', '9.2.3', '9.2.4'],
    });
    expect(await rowOf('benelux', 'strategic', 'vat')).toMatchObject({ standing: 'present' });
    // Of energy the register names none and does not say that there is none.
    expect(await rowOf('benelux', 'strategic', 'energy')).toMatchObject({ standing: 'unknown', links: [] });
    // What was seen in 2020 says nothing of 2016.
    expect(await rowOf('benelux', 'strategic', 'waste', '?as-of=2016')).toMatchObject({
      standing: 'unknown',
    });
    const contacts = (await steeringOf('benelux')).get('contacts');
    expect(contacts?.counts).toMatchObject({ vacant: 2, named: 0 });
    expect(contacts?.counts.unknown).toBe(31);
  });

  test('interdepartmental meetings are counted where they were counted, against nothing where nothing was agreed (§3.4)', async () => {
    for (const [year, count] of [
      ['2017', 7],
      ['2018', 3],
      ['2019', 4],
    ] as const)
      expect(await rowOf('benelux', 'rhythm', `NL-${year}`)).toMatchObject({
        count,
        agreed: null,
        standing: 'not_agreed',
        said: 'fixed rhythm, e.g. every quarter',
      });
    // A year that nobody counted is not a year without a meeting.
    expect(await rowOf('benelux', 'rhythm', 'NL-2020')).toMatchObject({ count: null, standing: 'unknown' });
    expect(await rowOf('benelux', 'rhythm', 'BE')).toMatchObject({ count: null, standing: 'unknown' });
    const body = await page('/en/benelux/steering');
    expect(body).toContain('No rhythm agreed: 3');
    expect(body).toContain('nothing agreed');
  });

  test('the bureau was met in 2018 and 2019 and has asked for 2020 (§6.2.1); of other years nothing is said', async () => {
    expect(await rowOf('benelux', 'bureau', '2018')).toMatchObject({
      standing: 'held',
      who: 'minister Reynders (BE)',
    });
    expect(await rowOf('benelux', 'bureau', '2020')).toMatchObject({ standing: 'asked', party: 'NL' });
    expect(await rowOf('benelux', 'bureau', '2016')).toMatchObject({ standing: 'unknown', who: null });
  });

  test('signals, pilots and accounts say what the source says, and else that it is not known', async () => {
    expect(await rowOf('benelux', 'signals', 'signal-followups-03')).toMatchObject({
      standing: 'told',
      said: 'no EU interest',
    });
    expect(await rowOf('benelux', 'pilots', 'euriec')).toMatchObject({ standing: 'unknown', on: null });
    expect(await rowOf('benelux', 'pilots', 'm-2017-12')).toMatchObject({ standing: 'unknown' });
    expect(await rowOf('benelux', 'pilots', 'm-2017-12', '?as-of=2016')).toBeUndefined();
    expect(await rowOf('benelux', 'account', 'presidencies-04-1')).toMatchObject({
      standing: 'unknown',
      said: 'growth',
      why: 'no_plan',
    });
    expect(await rowOf('benelux', 'account', 'presidencies-01')).toMatchObject({ why: 'no_priorities' });
    expect((await steeringOf('benelux')).get('arrears')?.counts).toEqual({
      overdue: 0,
      unknown: 7,
      due: 0,
      presented: 0,
    });
  });

  test('before the date of the source nothing is said at all', async () => {
    expect([...(await steeringOf('benelux', '?known-at=2016')).keys()]).toEqual([]);
    expect(await page('/de/benelux/steering?known-at=2016')).not.toContain('id="rhythm"');
  });

  test('each part is exported by itself, and a visitor is offered nothing', async () => {
    const csv = await page('/nl/benelux/steering?section=bureau&format=csv');
    expect(csv).toContain('bureau');
    expect(csv).not.toContain('strategic');
    const body = await page('/nl/benelux/steering');
    expect(body).toContain('section=bureau&amp;format=xlsx');
    expect(body).not.toContain('/do/');
  });
});

describe('What people record about steering', () => {
  test('a state agrees its rhythm and records its meetings, and no other does it for it', async () => {
    const rhythm = { party: 'NL', per_year: 4, from: '2019-12-01', agreement: 'Minutes of November' };
    expect(await act(be, 'steering/agree_rhythm', rhythm)).toEqual(['party_not_allowed body.party']);
    expect(await act(sg, 'steering/agree_rhythm', rhythm)).toEqual(['action_not_allowed']);
    expect(await act(nl, 'steering/agree_rhythm', { ...rhythm, per_year: 0 })).toEqual([
      'field_invalid body.per_year',
    ]);
    expect(await act(nl, 'steering/agree_rhythm', rhythm)).toEqual([]);
    const held = { party: 'NL', on: '2020-03-12', evidence: 'Minutes' };
    expect(await act(be, 'steering/record_coordination', held)).toEqual(['party_not_allowed body.party']);
    expect(await act(nl, 'steering/record_coordination', { ...held, on: '2030-01-01' })).toEqual([
      'date_in_future body.on',
    ]);
    expect(await act(nl, 'steering/record_coordination', held)).toEqual([]);
    expect(await act(nl, 'steering/record_coordination', held)).toEqual(['coordination_recorded body.on']);
    expect(await act(nl, 'steering/record_coordination', { ...held, on: '2020-06' })).toEqual([]);
    const dates = '?as-of=2020-12-31';
    expect(await rowOf('demo-2020', 'rhythm', 'NL-2020', dates)).toMatchObject({
      count: 2,
      agreed: 4,
      standing: 'fewer',
      said: 'Minutes of November',
    });
    expect(await rowOf('demo-2020', 'rhythm', 'NL-2020', '?as-of=2020-06-30')).toMatchObject({
      standing: 'running',
    });
    // It was agreed in the course of 2019 and counts from 2020.
    expect(await rowOf('demo-2020', 'rhythm', 'NL-2019', dates)).toMatchObject({
      agreed: null,
      standing: 'not_agreed',
    });
    expect(await rowOf('demo-2020', 'rhythm', 'LU', dates)).toMatchObject({ standing: 'unknown' });
  });

  test('parliament says when it asked for the meeting on priorities and when it was held', async () => {
    const meeting = { year: 2020, counterpart: 'The minister' };
    expect(await act(sg, 'steering/record_priorities_meeting', { ...meeting, asked: '2020-01-10' })).toEqual([
      'action_not_allowed',
    ]);
    expect(await act(assembly, 'steering/record_priorities_meeting', meeting)).toEqual([
      'meeting_neither_asked_nor_held body.held',
    ]);
    expect(
      await act(assembly, 'steering/record_priorities_meeting', { ...meeting, asked: '2020-01-10' }),
    ).toEqual([]);
    expect(await rowOf('demo-2020', 'bureau', '2020', '?as-of=2020-12-31')).toMatchObject({
      standing: 'asked',
      on: '2020-01-10',
    });
    expect(
      await act(assembly, 'steering/record_priorities_meeting', { year: 2020, held: '2019-12-30' }),
    ).toEqual(['held_before_asked body.held']);
    expect(
      await act(assembly, 'steering/record_priorities_meeting', { year: 2020, held: '2020-04-02' }),
    ).toEqual([]);
    expect(await rowOf('demo-2020', 'bureau', '2020', '?as-of=2020-12-31')).toMatchObject({
      standing: 'held',
      on: '2020-04-02',
      who: 'The minister',
    });
    // What somebody else wrote down is not replaced unseen; put right it is, with a reason.
    const other = { year: 2020, held: '2020-04-03', counterpart: 'A state secretary' };
    expect(await act(assembly, 'steering/record_priorities_meeting', other)).toEqual([
      'recorded_otherwise body.held',
      'recorded_otherwise body.counterpart',
    ]);
    const reason = 'The minutes give the third of April';
    expect(await act(assembly, 'steering/record_priorities_meeting', { ...other, reason })).toEqual([]);
    expect(await rowOf('demo-2020', 'bureau', '2020', '?as-of=2020-12-31')).toMatchObject({
      on: '2020-04-03',
      who: 'A state secretary',
    });
  });

  test('a priority is traced to the plan that it came from, and its parliament is told so', async () => {
    const priority = 'presidency-2020-1';
    const dates = '?as-of=2021-12-31';
    expect(await rowOf('demo-2020', 'account', priority, dates)).toMatchObject({
      said: 'cycling',
      why: 'no_plan',
    });
    const plan = { year: 2020, programme: 'programme-2017-2020', on: '2019-09-01' };
    expect(await act(sg, 'plans/draft', plan)).toEqual([]);
    const item = {
      key: 'signs',
      plan: '2020',
      name: 'Signs',
      dossier: 'cycling',
      proposed_by: 'NL',
      responsible: 'cycling-strategy',
      presidency: 'presidency-2020',
      priority: 'cycling',
      expected: 'One set',
      on: '2019-09-10',
    };
    expect(await act(sg, 'plan_items/add', item)).toEqual([]);
    expect(await rowOf('demo-2020', 'account', priority, dates)).toMatchObject({
      links: ['plan_items/2020-signs'],
      why: null,
      standing: 'unknown',
    });
    expect(await rowOf('demo-2020', 'account', 'presidency-2020-2', dates)).toMatchObject({ why: 'no_item' });
    const account = {
      party: 'NL',
      presidency: 'presidency-2020',
      on: '2021-02-01',
      chamber: 'Second Chamber',
      document: 'Letter 1',
    };
    expect(await act(be, 'steering/record_account', account)).toEqual(['party_not_allowed body.party']);
    expect(await act(be, 'steering/record_account', { ...account, party: 'BE' })).toEqual([
      'presidency_held_by_another body.presidency',
    ]);
    expect(await act(nl, 'steering/record_account', { ...account, presidency: 'none' })).toEqual([
      'reference_dangling body.presidency',
    ]);
    expect(await act(nl, 'steering/record_account', account)).toEqual([]);
    expect(await rowOf('demo-2020', 'account', priority, dates)).toMatchObject({
      standing: 'told',
      who: 'Second Chamber, Letter 1',
    });
    expect(await rowOf('demo-2020', 'account', priority, '?as-of=2020-12-31')).toMatchObject({
      standing: 'unknown',
    });
    // Of two chambers on one day each has its own (Belgium: Chamber and Senate), and none is told twice.
    const senate = { ...account, chamber: 'First Chamber', document: 'Letter 2' };
    expect(await act(nl, 'steering/record_account', senate)).toEqual([]);
    expect(await act(nl, 'steering/record_account', senate)).toEqual(['account_recorded body.document']);
    expect(await rowOf('demo-2020', 'account', priority, dates)).toMatchObject({
      on: '2021-02-01',
      who: 'Second Chamber, Letter 1; First Chamber, Letter 2',
    });
  });

  test('what Europe made of a pilot needs evidence, and what was known before stays known as of then', async () => {
    const uptake = {
      pilot: 'cycling-strategy',
      uptake: 'still_weighed',
      on: '2020-02-01',
      evidence: 'A letter',
    };
    expect(await act(nl, 'steering/record_uptake', uptake)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'steering/record_uptake', { ...uptake, evidence: undefined })).toEqual([
      'input_missing body.evidence',
    ]);
    expect(await act(sg, 'steering/record_uptake', { ...uptake, pilot: 'nothing' })).toEqual([
      'reference_dangling body.pilot',
    ]);
    expect(await act(sg, 'steering/record_uptake', uptake)).toEqual([]);
    const taken = { ...uptake, uptake: 'taken_over', on: '2020-10-01', evidence: 'A regulation' };
    expect(await act(sg, 'steering/record_uptake', taken)).toEqual([]);
    expect(await rowOf('demo-2020', 'pilots', 'cycling-strategy', '?as-of=2020-09-30')).toMatchObject({
      standing: 'still_weighed',
    });
    expect(await rowOf('demo-2020', 'pilots', 'cycling-strategy', '?as-of=2020-10-01')).toMatchObject({
      standing: 'taken_over',
      said: 'A regulation',
    });
  });

  test('accounts are in arrears after the day on which they are due, until they are presented', async () => {
    const due = { year: 2020, due: '2021-06-30' };
    expect(await act(nl, 'steering/set_account_due', due)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'steering/set_account_due', { ...due, due: '2020-12-31' })).toEqual([
      'account_year_running body.due',
    ]);
    expect(await act(sg, 'steering/set_account_due', due)).toEqual([]);
    const presented = { year: 2020, on: '2021-08-01', evidence: 'Document 12' };
    const standingOn = async (day: string) =>
      (await rowOf('demo-2020', 'arrears', '2020', `?as-of=${day}`))?.standing;
    expect(await standingOn('2020-12-31')).toBeUndefined();
    expect(await standingOn('2021-06-30')).toBe('due');
    expect(await standingOn('2021-09-01')).toBe('overdue');
    expect(await act(sg, 'steering/present_account', { ...presented, on: '2030-01-01' })).toEqual([
      'date_in_future body.on',
    ]);
    expect(await act(sg, 'steering/present_account', presented)).toEqual([]);
    expect(await standingOn('2021-07-31')).toBe('overdue');
    expect(await standingOn('2021-09-01')).toBe('presented');
  });

  test('what stands is replaced by whoever says why, and what stood before stays on the page', async () => {
    const due = { year: 2020, due: '2021-07-31' };
    const stands = ['recorded_otherwise body.due'];
    expect(await act(sg, 'steering/set_account_due', due)).toEqual(stands);
    expect(await act(sg, 'steering/set_account_due', { ...due, due: '2021-06-30' })).toEqual([]);
    expect(await act(sg, 'steering/set_account_due', { ...due, reason: 'Put off by the Council' })).toEqual(
      [],
    );
    const presented = { year: 2020, on: '2021-08-02', evidence: 'Document 12' };
    expect(await act(sg, 'steering/present_account', presented)).toEqual(['recorded_otherwise body.on']);
    expect(await act(sg, 'steering/present_account', { ...presented, reason: 'Misread' })).toEqual([]);
    expect(await rowOf('demo-2020', 'arrears', '2020', '?as-of=2021-09-01')).toMatchObject({
      on: '2021-08-02',
      earlier: [
        { field: 'due', stood: '2021-06-30', reason: 'Put off by the Council' },
        { field: 'presented', stood: '2021-08-01', reason: 'Misread' },
      ],
    });
    const rhythm = { party: 'NL', per_year: 6, from: '2019-12-01', agreement: 'Minutes of December' };
    expect(await act(nl, 'steering/agree_rhythm', rhythm)).toEqual([
      'recorded_otherwise body.per_year',
      'recorded_otherwise body.agreement',
    ]);
    expect(await act(nl, 'steering/agree_rhythm', { ...rhythm, reason: 'Miscounted' })).toEqual([]);
    // Another day is another fact, beside the first.
    expect(await act(nl, 'steering/agree_rhythm', { ...rhythm, per_year: 2, from: '2024-01-01' })).toEqual(
      [],
    );
    const uptake = {
      pilot: 'cycling-strategy',
      uptake: 'not_taken_over',
      on: '2020-10-01',
      evidence: 'A regulation',
    };
    expect(await act(sg, 'steering/record_uptake', uptake)).toEqual(['recorded_otherwise body.uptake']);
    expect(await act(sg, 'steering/record_uptake', { ...uptake, reason: 'Read again' })).toEqual([]);
    const shown = await page('/en/demo-2020/steering?as-of=2022-06-30');
    for (const before of [
      'Before (Due): 30 June 2021',
      ': Put off by the Council',
      'Before (Per year): 4;',
      'Before (Uptake in Europe): Taken over;',
    ])
      expect(shown).toContain(before);
    expect(await page('/nl/demo-2020/steering?section=arrears&format=csv&as-of=2022')).toContain(
      'due 2021-06-30 (',
    );
  });

  test('the page offers each act to whoever may do it, in a form', async () => {
    expect(await page('/fr/demo-2020/steering', sg)).toContain('/do/steering/record_uptake');
    const shown = await page('/en/demo-2020/steering', nl);
    expect(shown).toContain('/do/steering/agree_rhythm');
    expect(shown).not.toContain('/do/steering/record_uptake');
    expect(await page('/de/demo-2020/do/steering/record_uptake', sg)).toContain('Wird noch abgewogen');
    expect(await page('/en/demo-2020/desk', nl)).toContain('/en/demo-2020/steering');
  });
});

describe('The evaluations side by side', () => {
  test('those of 2012 and 2020 stand in the first register', async () => {
    const [first, more] = ['2013-2019', 'evaluations'].map((name) =>
      JSON.parse(readFileSync(`data/union/benelux-${name}.json`, 'utf8')),
    );
    // What it repeats so that its references lead somewhere is as the first file has it.
    expect(more.parties).toEqual(first.parties);
    for (const kind of ['cases', 'events', 'signal_followups'])
      expect(first[kind]).toEqual(expect.arrayContaining(more[kind]));
    const rows = JSON.parse(await page('/en/benelux/recommendations?format=json')).rows as readonly Row[];
    const of = (evaluation: number, kind: string) =>
      rows.filter((row) => row.evaluation === evaluation && row.kind === kind).length;
    expect([of(2012, 'recommendations'), of(2020, 'recommendations')]).toEqual([5, 17]);
    const shown = await page('/en/benelux/recommendations');
    expect(shown).toContain('id="recommendations-2012"');
    expect(shown).toContain('Coordination between officials was light');
    expect(shown).toContain('In general political steering has increased since the previous evaluation');
    expect(shown).not.toContain('/do/');
    expect(await rowOf('benelux', 'pilots', 'EV-018')).toMatchObject({
      standing: 'taken_over',
      source: ['12.2.2'],
    });
    expect(await rowOf('benelux', 'pilots', 'signal-followups-03')).toMatchObject({
      standing: 'not_taken_over',
    });
    expect(await rowOf('benelux', 'strategic', 'waste')).toMatchObject({ standing: 'absent' });
  });

  test('a recommendation is open, done or declined by what was promised; nobody took over the rest', async () => {
    const recommendation = { id: 'old-1', evaluation: 2012, recommendation: 'More focus' };
    expect(await act(nl, 'recommendations/record', recommendation)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'recommendations/record', recommendation)).toEqual([]);
    expect(await act(sg, 'recommendations/record', recommendation)).toEqual(['id_taken body.id']);
    const finding = { id: 'found-1', evaluation: 2012, question: 'research-questions-04', finding: 'Light' };
    expect(await act(sg, 'findings/record', { ...finding, question: 'none' })).toEqual([
      'reference_dangling body.question',
    ]);
    expect(await act(sg, 'findings/record', finding)).toEqual([]);
    const asked = { id: 'found-1', owner: 'NL', what: 'Two more', watcher: 'sg', due: '2021-06-01' };
    expect(await act(nl, 'findings/take_over', { ...asked, on: '2020-06-01' })).toEqual([]);
    expect(await act(nl, 'findings/take_over', { ...asked, on: '2020-06-01' })).toEqual([
      'recommendation_taken_over body.owner',
    ]);
    const statusOf = async (id: string) =>
      (JSON.parse(await page('/en/demo-2020/recommendations?format=json')).rows as readonly Row[]).find(
        (row) => row.id === id,
      )?.status;
    expect(await statusOf('old-1')).toBe('unknown');
    expect(await statusOf('found-1')).toBe('open');
    const promise = {
      id: 'old-1',
      owner: 'NL',
      what: 'Fewer themes',
      watcher: 'sg',
      due: '2021',
      on: '2020-02-01',
    };
    expect(await act(nl, 'recommendations/take_over', promise)).toEqual([]);
    expect(await statusOf('old-1')).toBe('open');
    expect(
      await act(nl, 'commitments/decline', { id: 'old-1-NL', on: '2020-03-01', reason: 'No time' }),
    ).toEqual([]);
    expect(await statusOf('old-1')).toBe('declined');
    const shown = await page('/nl/demo-2020/recommendations', sg);
    expect(shown).toContain('Aanbevelingen van 2012');
    expect(shown).toContain('/do/findings/record');
    expect(shown).toContain('Light');
  });

  test('an initiative goes nowhere before every factor has an answer, and a yes or no its evidence', async () => {
    const signal = {
      id: 'bells',
      name: 'Bells',
      signal: 'Nobody hears them',
      sector: 'Bell founders',
      on: '2020-01-10',
    };
    expect(await act(sg, 'initiatives/record', signal)).toEqual([]);
    expect(await rowOf('demo-2020', 'signals', 'bells')).toMatchObject({
      standing: 'waiting',
      who: 'Bell founders',
    });
    const proposal = { id: 'bells', on: '2020-02-01', text: 'A group' };
    const assessment = {
      id: 'bells-start',
      title: 'Bells',
      subject: 'bells',
      moment: 'start',
      criteria_set: 'aiv-2007',
      on: '2020-02-01',
    };
    const two = { trust: { answer: 'yes' }, secretariat: { answer: 'no' } };
    expect(await act(sg, 'initiatives/consider', { id: 'bells', factors: two })).toEqual([
      'factor_without_evidence body.factors.trust',
      'factor_without_evidence body.factors.secretariat',
    ]);
    expect(await page('/en/demo-2020/initiatives/bells', sg)).toContain('20 factors have no answer yet');
    for (const { name, input } of year.filter((one) => one.name === 'initiatives/consider')) {
      expect(await act(sg, 'initiatives/propose', proposal)).toEqual(['factors_unconsidered body.id']);
      expect(await act(sg, 'assessments/open', assessment)).toEqual(['factors_unconsidered body.subject']);
      expect(await act(sg, name, { ...input, id: 'bells' })).toEqual([]);
    }
    expect(await page('/en/demo-2020/initiatives/bells', sg)).toContain('20 of 20 considered');
    expect(await act(sg, 'assessments/open', assessment)).toEqual([]);
    expect(await act(sg, 'initiatives/propose', proposal)).toEqual([]);
  });
});

describe('What must not leave with those who leave', () => {
  let region: Browser;
  beforeAll(async () => {
    region = await actingFor({ party: 'DE-NW' });
    const joined = { id: 'cycling-strategy', role: 'participant', on: '2020-01-01' };
    expect(
      await act(nl, 'groups/join', { ...joined, party: 'NL', role: 'member', organisation: 'Ministry' }),
    ).toEqual(
      // It stands in the list of the group already.
      ['part_taken body.party'],
    );
    expect(await act(region, 'groups/join', { ...joined, party: 'DE-NW', role: 'observer' })).toEqual([]);
  });

  test('a handover leaves a note on the group’s page and on that of whoever takes over, for those who take part', async () => {
    const handover = {
      id: 'cycling-strategy',
      party: 'NL',
      on: '2020-06-01',
      organisation: 'Directorate of paths',
      handover: 'The bridge is promised for spring',
    };
    expect(await act(be, 'groups/hand_over', handover)).toEqual(['party_not_allowed body.party']);
    expect(await act(nl, 'groups/hand_over', handover)).toEqual([]);
    const [onGroup, onHandover] = ['', '/handover'].map(
      (end) => `/en/demo-2020/groups/cycling-strategy${end}?as-of=2020-06-01`,
    );
    for (const path of [onGroup, onHandover] as readonly string[]) {
      expect(await page(path, be), path).toContain('The bridge is promised for spring');
      for (const other of [openBrowser(opened.server), region, sg])
        expect(await page(path, other), path).not.toContain('The bridge is promised for spring');
    }
    expect(await page(String(onHandover))).toContain(
      'Handover notes are open to the parties that take part.',
    );
    const then = '/en/demo-2020/groups/cycling-strategy/handover?as-of=2020-06-01';
    expect(await page('/en/demo-2020/groups/cycling-strategy', be)).toContain(`href="${then}"`);
    // Before that day there was none.
    const before = await page('/nl/demo-2020/groups/cycling-strategy/handover?as-of=2020-05-31', be);
    expect(before).toContain('Er is geen overdracht vastgelegd.');
  });

  test('what a group must remember is written by who takes part and read by who does', async () => {
    const note = {
      id: 'cycling-strategy',
      party: 'NL',
      on: '2020-06-02',
      remember: 'The mayor answers by letter',
    };
    expect(await act(region, 'groups/remember', { ...note, party: 'DE-NW' })).toEqual([
      'part_missing body.party',
    ]);
    expect(await act(be, 'groups/remember', note)).toEqual(['party_not_allowed body.party']);
    expect(await act(nl, 'groups/remember', note)).toEqual([]);
    const path = '/de/demo-2020/groups/cycling-strategy';
    expect(await page(path, be)).toContain('The mayor answers by letter');
    const shown = await page(path);
    expect(shown).not.toContain('The mayor answers by letter');
    expect(shown).toContain('Die Gruppe führt Notizen');
    // No other way leads to it.
    for (const way of ['/en/demo-2020/find?q=mayor', '/en/demo-2020/find?q=mayor&format=json'])
      expect(await page(way), way).not.toContain('answers by letter');
    expect(
      (await openBrowser(opened.server).get('/en/demo-2020/record/group_notes/cycling-strategy-note-1'))
        .statusCode,
    ).toBe(404);
    // A group of which nothing is kept has no such section.
    expect(await page('/en/benelux/groups/fisc-strat')).not.toContain('id="notes"');
  });

  test('whoever takes over finds all that is open on that day, and nothing that is over', async () => {
    const promise = {
      id: 'bridge',
      what: 'Open the bridge',
      owner: 'NL',
      watcher: 'cycling-strategy',
      due: '2020-09',
      origin: 'other',
      on: '2020-02-01',
    };
    expect(await act(nl, 'commitments/record', promise)).toEqual([]);
    const meeting = {
      name: 'Paths',
      body: 'cycling-strategy',
      minutes: '60',
      points_until: '2020-06-20',
      on: '2020-05-01',
    };
    expect(await act(sg, 'meetings/plan', { ...meeting, id: 'paths-1', date: '2020-07-01' })).toEqual([]);
    const question = {
      id: 'q-paths',
      kind: 'written_question',
      subject: 'Paths',
      text: 'Where?',
      number: 'Q1',
      dossier: 'cycling',
      addressees: 'NL',
      on: '2020-05-01',
    };
    expect(await act(assembly, 'parliament/table', question)).toEqual([]);
    const assigned = { id: 'q-paths', addressee: 'NL', group: 'cycling-strategy', on: '2020-05-05' };
    expect(await act(sg, 'parliament/assign', assigned)).toEqual([]);
    const openOn = async (day: string, of = 'groups/cycling-strategy') => {
      const body = await page(`/en/demo-2020/${of}/handover?format=json&as-of=${day}`);
      const rows = JSON.parse(body).rows as readonly { section: string; id: string }[];
      return rows.map(({ section, id }) => `${section} ${id}`);
    };
    const all = ['promises bridge', 'questions q-paths', 'planItems 2020-signs', 'meetings paths-1'];
    expect(await openOn('2020-06-01')).toEqual(all);
    expect(await openOn('2020-07-02')).toEqual(all.slice(0, 3));
    expect(await openOn('2020-06-01', 'dossiers/cycling')).toEqual(all);
    expect(await openOn('2020-06-01', 'groups/orchards-strategy')).toEqual([]);
    expect(
      await act(nl, 'commitments/keep', { id: 'bridge', on: '2020-08-01', evidence: 'It is open' }),
    ).toEqual([]);
    expect(await openOn('2020-07-31')).toContain('promises bridge');
    expect(await openOn('2020-08-02')).not.toContain('promises bridge');
    expect((await sg.get('/en/demo-2020/groups/nothing/handover')).statusCode).toBe(404);
  });

  test('a region says which capital holds the competence, and its page what it sees', async () => {
    const competence = {
      id: 'mobility',
      party: 'DE-NW',
      field: 'Rules on mobility',
      held_by: 'DE',
      government: 'Federal ministry',
      on: '2020-01-05',
      evidence: 'A letter',
    };
    expect(await act(sg, 'regions/state_competence', competence)).toEqual(['action_not_allowed']);
    expect(await act(nl, 'regions/state_competence', { ...competence, party: 'NL' })).toEqual([
      'party_acts_alone body.party',
    ]);
    expect(await act(region, 'regions/state_competence', { ...competence, held_by: 'DE-NW' })).toEqual([
      'competence_own body.held_by',
    ]);
    expect(await act(region, 'regions/state_competence', { ...competence, held_by: 'XX' })).toEqual([
      'reference_dangling body.held_by',
    ]);
    expect(await act(region, 'regions/state_competence', competence)).toEqual([]);
    const shown = await page('/en/demo-2020/regions/DE-NW', region);
    expect(shown).toContain('Rules on mobility');
    expect(shown).toContain('Federal ministry');
    expect(shown).toContain('/do/regions/state_competence?party=DE-NW');
    const rows = JSON.parse(await page('/en/demo-2020/regions?format=json&as-of=2020-06-01'))
      .rows as readonly Readonly<Record<string, unknown>>[];
    expect(rows).toContainEqual({
      party: 'DE-NW',
      body: 'working_groups/cycling-strategy',
      role: 'observer',
      from: '2020-01-01',
      to: null,
      sees: 'open',
    });
    expect(rows.some(({ party }) => party === 'NL')).toBe(false);
  });

  test('of the first register it says what the source says, and that the competence is not stated', async () => {
    const shown = await page('/en/benelux/regions/DE-NW');
    expect(shown).toContain('legal instruments of the Benelux Union');
    expect(shown).toContain('Which capital holds which competence is not stated.');
    const rows = JSON.parse(await page('/fr/benelux/regions?format=json')).rows as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(rows).toContainEqual({
      party: 'DE-NW',
      body: 'working_groups/ecmr',
      role: 'observer',
      from: '2018',
      to: null,
      sees: 'open',
    });
    expect((await sg.get('/en/benelux/regions/NL')).statusCode).toBe(404);
  });
});
