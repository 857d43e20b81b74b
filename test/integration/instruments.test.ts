import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/kernel/fixtures/dates.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { listStates } from '../../src/platform/records/transitions.ts';
import { importFile, inForce, loadSnapshot, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** The life of instruments and what states make of them, through the API and the forms. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
let ministers: Browser;
const ministries = new Map<string, Browser>();
beforeAll(async () => {
  opened = await openFirstRegister();
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  const clock = fixedClock('2026-11-26T08:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(JSON.parse(file), 1)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  sg = await actingAs('file-holder', '', 'sg');
  ministers = await actingAs('file-holder', '', 'com');
  for (const party of ['NL', 'BE', 'LU', 'DE-NW'])
    ministries.set(party, await actingAs('contact-point', party, ''));
});
afterAll(() => opened.close());

async function actingAs(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

const ministry = (party: string) => ministries.get(party) as Browser;

/** What came of an action through the API: nothing, or the codes of what is wrong and where. */
async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/demo-2020/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

/** Whether it is in force, as whoever exchanges data would ask. */
async function ask(
  kind: 'instruments' | 'provisions',
  id: string,
  on: string,
  parties: readonly string[] = ['NL', 'BE'],
) {
  const snapshot = await opened.database.read((tx) =>
    loadSnapshot(tx, { register: 'demo-2020', knownAt: day('2030-01-01') }),
  );
  const found = inForce(snapshot, { kind, id }, parties, day(on), day('2030-01-01'));
  return found.answer === 'yes' ? ['yes'] : [found.answer, ...found.reasons.map(({ code }) => code)];
}

async function scoreboard(query: string) {
  const answer = await sg.get(`/api/demo-2020/scoreboard${query}`, { accept: 'application/json' });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return JSON.parse(answer.body);
}

describe('A treaty, from its draft to its end', () => {
  const treaty = { id: 'ferry-treaty', title: 'Ferry treaty', kind: 'treaty', on: '2020-01-10' };

  test('is drafted by who keeps instruments; regions are no parties, and all that is wrong is said at once', async () => {
    expect(await act(ministers, 'instruments/draft', treaty)).toEqual(['action_not_allowed']);
    const wrong = {
      ...treaty,
      parties: 'NL, DE-NW, XX',
      based_on: 'nowhere',
      reminded: 'nobody',
      on: '2099',
    };
    expect(await act(sg, 'instruments/draft', wrong)).toEqual([
      'date_in_future body.on',
      'reference_dangling body.parties',
      'region_not_a_party body.parties',
      'reference_dangling body.based_on',
      'reference_dangling body.reminded',
    ]);
    const whole = { ...treaty, issuer: 'com', bound_by: 'ratification' };
    expect(await act(sg, 'instruments/draft', whole)).toEqual([]);
    expect(await act(sg, 'instruments/draft', whole)).toEqual(['id_taken body.id']);
    expect(await ask('instruments', 'ferry-treaty', '2020-02-01')).toEqual([
      'no',
      'not_yet_in_force',
      'not_consented',
      'not_consented',
    ]);
  });

  test('an article obliges each party, with a date; nobody owes anything under a draft', async () => {
    const article = { id: 'ferry-treaty', article: '3', text: 'Each state names a harbour' };
    expect(await act(sg, 'instruments/add_article', { ...article, who: 'NL' })).toEqual([
      'obligation_without_content body.what',
    ]);
    const obliging = { ...article, what: 'Name a harbour', watcher: 'sg' };
    expect(await act(sg, 'instruments/add_article', obliging)).toEqual(['obligation_undated body.deadline']);
    expect(
      await act(sg, 'instruments/add_article', { ...obliging, deadline: '2020-12-31', who: 'XX' }),
    ).toEqual(['reference_dangling body.who']);
    expect(await act(sg, 'instruments/add_article', { ...obliging, deadline: '2020-12-31' })).toEqual([]);
    expect((await ministry('NL').get('/en/demo-2020/desk?as-of=2020-12-01')).body).not.toContain(
      'Name a harbour',
    );
  });

  test('is adopted by the body that is to, and from then on its articles are fixed', async () => {
    const other = { ...treaty, id: 'council-treaty', issuer: 'council' };
    expect(await act(sg, 'instruments/draft', other)).toEqual([]);
    expect(await act(ministers, 'instruments/adopt', { id: 'council-treaty', on: '2020-03-01' })).toEqual([
      'adopter_differs body.id',
    ]);
    const adoption = { id: 'ferry-treaty', on: '2020-03-01' };
    expect(await act(ministry('NL'), 'instruments/sign', { ...adoption, party: 'NL' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(await act(sg, 'instruments/adopt', adoption)).toEqual(['action_not_allowed']);
    expect(await act(ministers, 'instruments/adopt', adoption)).toEqual([]);
    expect(await act(ministers, 'instruments/adopt', adoption)).toEqual(['state_forbids body.id']);
    const again = { id: 'ferry-treaty', article: '3', text: 'Each state names two harbours' };
    expect(await act(sg, 'instruments/add_article', again)).toEqual(['article_fixed body.article']);
    const late = { ...again, article: '99' };
    expect(await act(sg, 'instruments/add_article', late)).toEqual(['text_fixed body.article']);
    for (const party of ['NL', 'BE', 'LU'])
      expect((await ministry(party).get('/en/demo-2020/desk?as-of=2020-12-01')).body).toContain(
        'Name a harbour',
      );
  });

  test('whom it obliges says that it is done, for itself; then it is due no longer', async () => {
    const kept = { id: 'ferry-treaty', article: '3', on: '2020-11-15', evidence: 'Den Helder' };
    expect(await act(ministry('BE'), 'instruments/keep_obligation', { ...kept, party: 'LU' })).toEqual([
      'party_not_allowed body.party',
    ]);
    const wrong = { ...kept, party: 'LU', article: '4', on: '2099' };
    expect(await act(ministry('LU'), 'instruments/keep_obligation', wrong)).toEqual([
      'date_in_future body.on',
      'obligation_missing body.article',
    ]);
    const articlesFor = async (party: string) => {
      const form = `/en/demo-2020/do/instruments/keep_obligation?id=ferry-treaty&party=${party}`;
      return [...(await ministry(party).get(form)).body.matchAll(/>(3: [^<]*)</g)].map(([, title]) => title);
    };
    expect(await articlesFor('LU')).toEqual(['3: Name a harbour']);
    expect(await act(ministry('LU'), 'instruments/keep_obligation', { ...kept, party: 'LU' })).toEqual([]);
    // What it has done it is not asked again, while others still owe it.
    expect(await articlesFor('LU')).toEqual([]);
    expect(await articlesFor('BE')).toEqual(['3: Name a harbour']);
    expect(await act(ministry('LU'), 'instruments/keep_obligation', { ...kept, party: 'LU' })).toEqual([
      'obligation_missing body.article',
    ]);
    const desk = async (party: string, asOf: string) =>
      (await ministry(party).get(`/en/demo-2020/desk?as-of=${asOf}`)).body;
    expect(await desk('LU', '2020-12-01')).not.toContain('Name a harbour');
    expect(await desk('LU', '2020-11-01')).toContain('Name a harbour');
    expect(await desk('BE', '2020-12-01')).toContain('Name a harbour');
  });

  test('what obliges a body or a group is kept by who acts for it, and by nobody else', async () => {
    const agreed = { id: 'quay-agreement', title: 'Agreement on quays', kind: 'agreement', on: '2020-01-10' };
    expect(await act(sg, 'instruments/draft', agreed)).toEqual([]);
    const article = {
      id: 'quay-agreement',
      text: 'It lists the quays',
      what: 'List',
      deadline: '2020-12-31',
    };
    expect(await act(sg, 'instruments/add_article', { ...article, article: '1', who: 'com' })).toEqual([]);
    expect(
      await act(sg, 'instruments/add_article', { ...article, article: '2', who: 'cycling-strategy' }),
    ).toEqual([]);
    expect(await act(ministers, 'instruments/adopt', { id: 'quay-agreement', on: '2020-02-01' })).toEqual([]);

    const kept = { id: 'quay-agreement', on: '2020-06-01', evidence: 'The list' };
    const byCom = { ...kept, article: '1', party: 'com' };
    expect(await act(sg, 'instruments/keep_obligation', byCom)).toEqual(['action_not_allowed']);
    expect(await act(ministry('NL'), 'instruments/keep_obligation', byCom)).toEqual([
      'party_not_allowed body.party',
    ]);
    const offer = '/en/demo-2020/do/instruments/keep_obligation?id=quay-agreement';
    expect((await ministers.get('/en/demo-2020/law/quay-agreement')).body).toContain(offer);
    expect((await sg.get('/en/demo-2020/law/quay-agreement')).body).not.toContain(offer);
    expect(await act(ministers, 'instruments/keep_obligation', byCom)).toEqual([]);
    expect(await act(ministers, 'instruments/keep_obligation', byCom)).toEqual([
      'obligation_missing body.article',
    ]);
    const byGroup = { ...kept, article: '2', party: 'cycling-strategy' };
    expect(await act(ministers, 'instruments/keep_obligation', byGroup)).toEqual(['action_not_allowed']);
    const group = await actingAs('file-holder', '', 'cycling-strategy');
    expect(await act(group, 'instruments/keep_obligation', byGroup)).toEqual([]);
  });

  test('each party signs and ratifies for itself, once; it takes two to enter into force', async () => {
    const on = { id: 'ferry-treaty', on: '2020-04-01' };
    expect(await act(ministry('NL'), 'instruments/sign', { ...on, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    expect(await act(ministry('DE-NW'), 'instruments/sign', { ...on, party: 'DE-NW' })).toEqual([
      'not_a_party body.party',
    ]);
    expect(await act(ministry('NL'), 'instruments/sign', { ...on, party: 'NL' })).toEqual([]);
    expect(await act(ministry('NL'), 'instruments/sign', { ...on, party: 'NL' })).toEqual([
      'consent_given body.party',
    ]);
    expect(await act(ministry('BE'), 'instruments/ratify', { ...on, party: 'BE' })).toEqual([]);
    expect(await act(sg, 'instruments/enter_into_force', { ...on, on: '2020-05-01' })).toEqual([
      'consents_missing body.id',
    ]);
    expect(await act(ministry('NL'), 'instruments/ratify', { ...on, party: 'NL', on: '2020-03-20' })).toEqual(
      ['later_step_contradicts body.on'],
    );
    expect(await act(ministry('NL'), 'instruments/ratify', { ...on, party: 'NL', on: '2020-04-20' })).toEqual(
      [],
    );
    expect(await act(sg, 'instruments/enter_into_force', { ...on, on: '2020-05-01' })).toEqual([]);
    expect(await ask('instruments', 'ferry-treaty', '2020-04-30')).toEqual(['no', 'not_yet_in_force']);
    expect(await ask('instruments', 'ferry-treaty', '2020-05-01')).toEqual(['yes']);
    expect(await ask('instruments', 'ferry-treaty', '2020-05-01', ['NL', 'LU'])).toEqual([
      'no',
      'not_consented',
    ]);
  });

  test('a party has a period of its own, which can be noted anew', async () => {
    const period = { id: 'ferry-treaty', of: 'BE', from: '2020-06-01', until: '2020-06-01' };
    expect(await act(sg, 'instruments/set_party_period', period)).toEqual(['period_reversed body.until']);
    expect(await act(sg, 'instruments/set_party_period', { ...period, of: 'FR', until: '2021' })).toEqual([
      'not_a_party body.of',
    ]);
    expect(await act(sg, 'instruments/set_party_period', { ...period, until: '2021-01-01' })).toEqual([]);
    expect(await ask('instruments', 'ferry-treaty', '2020-05-15')).toEqual(['no', 'party_not_yet']);
    expect(await ask('instruments', 'ferry-treaty', '2021-01-01')).toEqual(['no', 'party_ended']);
    expect(
      await act(sg, 'instruments/set_party_period', { ...period, from: '2020-05-01', until: '2022-01-01' }),
    ).toEqual([]);
    expect(await ask('instruments', 'ferry-treaty', '2020-05-15')).toEqual(['yes']);
    expect(await ask('instruments', 'ferry-treaty', '2021-01-01')).toEqual(['yes']);
  });

  test('a provision keeps its conditions in editions, and what rests on the treaty falls with it', async () => {
    const provision = {
      id: 'ferry-treaty',
      provision: 'see-timetable',
      operation: 'timetable.read',
      article: '3',
    };
    expect(await act(sg, 'instruments/add_provision', { ...provision, conditions: '[1]' })).toEqual([
      'conditions_unreadable body.conditions',
    ]);
    const whole = { ...provision, conditions: '{"purpose":["planning"]}', from: '2020-05-01' };
    expect(await act(sg, 'instruments/add_provision', whole)).toEqual([]);
    expect(await act(sg, 'instruments/add_provision', whole)).toEqual(['id_taken body.provision']);
    expect(
      await act(sg, 'provisions/rewrite', { id: 'see-timetable', conditions: '{"purpose":[]}' }),
    ).toEqual([]);
    const answer = await sg.get('/api/demo-2020/records/provisions/see-timetable');
    expect(JSON.parse(answer.body)).toMatchObject({
      body: { conditions: { purpose: [] }, conditions_edition: 2 },
    });
    expect(await ask('provisions', 'see-timetable', '2020-05-15')).toEqual(['yes']);

    const executive = { id: 'ferry-agreement', title: 'Executive agreement', kind: 'executive_agreement' };
    expect(
      await act(sg, 'instruments/draft', { ...executive, based_on: 'ferry-treaty', on: '2020-05-02' }),
    ).toEqual([]);
    expect(await act(ministers, 'instruments/adopt', { id: 'ferry-agreement', on: '2020-06-01' })).toEqual(
      [],
    );
    expect(
      await act(sg, 'instruments/enter_into_force', { id: 'ferry-agreement', on: '2020-06-01' }),
    ).toEqual([]);
    expect(await ask('instruments', 'ferry-agreement', '2020-06-15')).toEqual(['yes']);
  });

  test('it is superseded by one that is in force, and ends at once with all that rests on it', async () => {
    const next = { id: 'boat-treaty', title: 'Boat treaty', kind: 'treaty', on: '2020-07-01' };
    expect(await act(sg, 'instruments/draft', next)).toEqual([]);
    const change = { id: 'ferry-treaty', by: 'boat-treaty', on: '2020-09-01' };
    expect(await act(ministers, 'instruments/supersede', { ...change, by: 'ferry-treaty' })).toEqual([
      'superseded_by_itself body.by',
    ]);
    expect(await act(ministers, 'instruments/supersede', change)).toEqual(['successor_not_in_force body.by']);
    expect(await act(ministers, 'instruments/adopt', { id: 'boat-treaty', on: '2020-08-01' })).toEqual([]);
    expect(await act(sg, 'instruments/enter_into_force', { id: 'boat-treaty', on: '2020-09-01' })).toEqual(
      [],
    );
    expect(await act(ministers, 'instruments/supersede', change)).toEqual([]);
    for (const [kind, id] of [
      ['instruments', 'ferry-treaty'],
      ['instruments', 'ferry-agreement'],
      ['provisions', 'see-timetable'],
    ] as const) {
      expect(await ask(kind, id, '2020-08-31'), id).toEqual(['yes']);
      expect(await ask(kind, id, '2020-09-01'), id).toEqual(['no', 'ended']);
    }
    expect(
      await act(sg, 'instruments/add_provision', { id: 'ferry-treaty', provision: 'late', operation: 'x' }),
    ).toEqual(['state_forbids body.id']);
    expect((await ministry('NL').get('/en/demo-2020/desk?as-of=2020-12-01')).body).not.toContain(
      'Name a harbour',
    );
  });

  test('the date of the newest step can be put right; what was repealed stays so', async () => {
    const right = { id: 'ferry-treaty', on: '2020-10-01', reason: 'The protocol says October' };
    expect(await act(sg, 'instruments/correct', right)).toEqual([]);
    expect(await ask('instruments', 'ferry-treaty', '2020-09-15')).toEqual(['yes']);
    expect(await act(sg, 'instruments/end', { id: 'ferry-treaty', on: '2020-11-01', reason: 'x' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(
      await act(ministers, 'instruments/repeal', { id: 'boat-treaty', on: '2020-11-01', reason: 'Unused' }),
    ).toEqual([]);
    expect(await ask('instruments', 'boat-treaty', '2020-11-01')).toEqual(['no', 'ended']);
    expect(
      await act(sg, 'instruments/end', { id: 'ferry-agreement', on: '2020-11-01', reason: 'Nothing left' }),
    ).toEqual([]);
    expect(
      await act(sg, 'provisions/end', { id: 'see-timetable', on: '2020-08-01', reason: 'Unused' }),
    ).toEqual([]);
    expect(await ask('provisions', 'see-timetable', '2020-08-01')).toEqual(['no', 'ended']);
  });

  test('its entry into force is not put right to before the consents that it needs', async () => {
    const canal = { id: 'canal-treaty', title: 'Canal treaty', kind: 'treaty', bound_by: 'ratification' };
    expect(await act(sg, 'instruments/draft', { ...canal, on: '2020-01-10' })).toEqual([]);
    const step = { id: 'canal-treaty' };
    expect(await act(ministers, 'instruments/adopt', { ...step, on: '2020-03-01' })).toEqual([]);
    for (const [party, on] of [
      ['NL', '2020-04-01'],
      ['BE', '2020-04-20'],
    ] as const)
      expect(await act(ministry(party), 'instruments/ratify', { ...step, party, on })).toEqual([]);
    expect(await act(sg, 'instruments/enter_into_force', { ...step, on: '2020-05-01' })).toEqual([]);
    const right = { ...step, reason: 'The protocol says April' };
    expect(await act(sg, 'instruments/correct', { ...right, on: '2020-04-10' })).toEqual([
      'consents_missing body.on',
    ]);
    expect(await act(sg, 'instruments/correct', { ...right, on: '2020-04-25' })).toEqual([]);
    expect(await ask('instruments', 'canal-treaty', '2020-04-25')).toEqual(['yes']);
  });

  test('a provision that has ended is not ended again later, or it would hold in between', async () => {
    const again = { id: 'see-timetable', on: '2030-01-01', reason: 'Used after all' };
    expect(await act(sg, 'provisions/end', again)).toEqual(['provision_ended body.on']);
    expect(await act(sg, 'provisions/end', { ...again, on: '2020' })).toEqual(['provision_ended body.on']);
    expect(await ask('provisions', 'see-timetable', '2020-09-15')).toEqual(['no', 'ended']);
    expect(
      await act(sg, 'provisions/end', { ...again, on: '2020-07-15', reason: 'Unused since July' }),
    ).toEqual([]);
    expect(await ask('provisions', 'see-timetable', '2020-07-20')).toEqual(['no', 'ended']);
  });
});

describe('What states say they have done', () => {
  const directive = {
    id: 'ferry-directive',
    title: 'Directive on ferries',
    kind: 'directive',
    implement_by: '2020-06-30',
    reminded: 'council, com',
    on: '2020-01-10',
  };
  beforeAll(async () => {
    expect(await act(sg, 'instruments/draft', directive)).toEqual([]);
    const said = { id: 'ferry-directive', party: 'NL', in_law: 'implemented', on: '2020-01-11' };
    expect(await act(ministry('NL'), 'instruments/assert', said)).toEqual(['state_forbids body.id']);
    expect(await act(ministers, 'instruments/adopt', { id: 'ferry-directive', on: '2020-02-01' })).toEqual(
      [],
    );
  });

  test('each says it for itself, and that it will not with a reason', async () => {
    const said = { id: 'ferry-directive', in_law: 'declined', on: '2020-08-01' };
    expect(await act(ministry('NL'), 'instruments/assert', { ...said, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    expect(await act(ministry('DE-NW'), 'instruments/assert', { ...said, party: 'DE-NW' })).toEqual(
      ['decline_reason_missing body.reason', 'not_a_party body.party'].toReversed(),
    );
    expect(await act(ministry('BE'), 'instruments/assert', { ...said, party: 'BE' })).toEqual([
      'decline_reason_missing body.reason',
    ]);
    expect(
      await act(ministry('BE'), 'instruments/assert', { ...said, party: 'BE', reason: 'No ferries' }),
    ).toEqual([]);
    const whole = {
      id: 'ferry-directive',
      party: 'NL',
      in_law: 'implemented',
      on: '2020-07-01',
      evidence: 'Stb. 1',
    };
    expect(await act(ministry('NL'), 'instruments/assert', whole)).toEqual([]);
    expect(await act(ministry('NL'), 'instruments/assert', { ...whole, on: '2020-05-01' })).toEqual([
      'later_step_contradicts body.on',
    ]);
    const { instruments } = await scoreboard('?as-of=2020-12-31');
    expect(instruments.find(({ id }: { id: string }) => id === 'ferry-directive').states).toMatchObject({
      NL: { inLaw: 'implemented', check: 'asserted', checkedBy: 'NL', detail: 'Stb. 1' },
      BE: { inLaw: 'declined', reasons: ['No ferries'], reasonsOf: 'party' },
      LU: { inLaw: 'unknown', check: 'none', checkedBy: null },
    });
  });

  test('another looks at it: a party never at its own, the secretariat at any', async () => {
    const seen = {
      id: 'ferry-directive',
      of: 'NL',
      on: '2020-09-01',
      outcome: 'contradicted',
      finding: 'No decree',
    };
    expect(await act(ministry('NL'), 'instruments/verify', { ...seen, party: 'NL' })).toEqual([
      'verifies_itself body.of',
    ]);
    expect(await act(ministry('BE'), 'instruments/verify', { ...seen, party: 'BE', of: 'LU' })).toEqual([
      'nothing_asserted body.of',
    ]);
    expect(await act(ministry('BE'), 'instruments/verify', { ...seen, party: 'BE' })).toEqual([]);
    expect(await act(ministry('LU'), 'instruments/verify', { ...seen, party: 'LU' })).toEqual([
      'already_found body.outcome',
    ]);
    expect(await act(ministry('NL'), 'instruments/check', { ...seen })).toEqual(['action_not_allowed']);
    const confirmed = { ...seen, on: '2020-10-01', outcome: 'confirmed', finding: 'Stb. 2' };
    expect(await act(sg, 'instruments/check', confirmed)).toEqual([]);
    const cell = async (asOf: string) =>
      (await scoreboard(`?as-of=${asOf}`)).instruments.find(
        ({ id }: { id: string }) => id === 'ferry-directive',
      ).states.NL;
    expect(await cell('2020-09-15')).toMatchObject({ check: 'contradicted', checkedBy: 'BE' });
    expect(await cell('2020-10-01')).toMatchObject({ check: 'confirmed', checkedBy: 'sg' });
  });

  test('the figures at a cut-off date: late, not conform, and said where there is none', async () => {
    const figures = async (query: string) => {
      const { deficit } = await scoreboard(query);
      return Object.fromEntries(deficit.states.map((one: { party: string }) => [one.party, one]));
    };
    expect(await figures('?as-of=2020-06-30')).toMatchObject({
      NL: { assessed: 0, percent: null, notYetDue: 1 },
    });
    const year = await figures('?as-of=2020-09-15&since=2020-08-15');
    expect(year.NL).toMatchObject({
      percent: 0,
      change: 0,
      conformity: { against: 1, judged: 1, unjudged: 0, percent: 100 },
    });
    expect(year.BE).toMatchObject({ open: 1, percent: 100, delayMonths: 2, overdueTwoYears: 0, undated: 0 });
    expect(year.LU).toMatchObject({ unknown: 1, percent: null, change: null });
    expect((await figures('?as-of=2022-06-30')).BE).toMatchObject({ delayMonths: 24, overdueTwoYears: 1 });
    const page = await sg.get('/en/demo-2020/law?as-of=2022-06-30');
    for (const said of [
      'Figures at the cut-off date: 30 June 2022',
      'No figure',
      'Change since 30 June 2021',
    ])
      expect(page.body).toContain(said);
    const wrong = await sg.get('/api/demo-2020/scoreboard?since=yesterday', { accept: 'application/json' });
    expect(wrong.statusCode).toBe(400);
  });

  test('while something is open, the secretariat is to remind each body every year; once all is done, no more', async () => {
    const due = async (asOf: string) => (await sg.get(`/en/demo-2020/desk?as-of=${asOf}`)).body;
    const reminder = 'remind Benelux Council, as each year while something of it is open';
    expect(await due('2020-12-01')).toContain(reminder);
    expect(await due('2020-12-01')).toContain('1 February 2021');
    expect(await due('2021-03-01')).toContain('1 February 2022');
    for (const party of ['BE', 'LU']) {
      const said = { id: 'ferry-directive', party, in_law: 'implemented', on: '2023-01-01' };
      expect(await act(ministry(party), 'instruments/assert', said)).toEqual([]);
    }
    expect(await due('2022-12-01')).toContain(reminder);
    expect(await due('2023-01-01')).not.toContain(reminder);
  });
});

test('a snapshot and the states of the database say the same of what is in force, in both registers and on every day', async () => {
  const seen = { yes: 0, no: 0, unknown: 0 };
  for (const register of ['benelux', 'demo-2020'])
    for (const asOf of [
      '2007-12-31',
      '2011-06-15',
      '2012-12-31',
      '2020-05-31',
      '2020-08-15',
      '2020-09-15',
      '2020-12-31',
    ])
      await opened.database.read(async (tx) => {
        const knownAt = day('2030-01-01');
        const snapshot = await loadSnapshot(tx, { register, knownAt });
        const states = await listStates(tx, { register, kind: 'instruments', asOf: day(asOf), knownAt });
        for (const [id, { versions }] of Object.entries(snapshot.instruments)) {
          if (versions.at(-1)?.basedOn.length) continue;
          const { answer } = inForce(snapshot, { kind: 'instruments', id }, [], day(asOf), knownAt);
          const state = states.find((one) => one.subject === id && one.axis === 'state')?.state ?? 'unknown';
          expect(answer === 'yes', `${id} on ${asOf}: ${state}`).toBe(state === 'in_force');
          if (['expired', 'repealed', 'superseded', 'draft'].includes(state)) expect(answer, id).toBe('no');
          seen[answer] += 1;
        }
      });
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
});

describe('On pages', () => {
  test('who may do something is shown the way to it, and a form that is refused keeps what was entered', async () => {
    const draft = await sg.get('/en/demo-2020/law');
    expect(draft.body).toContain('/en/demo-2020/do/instruments/draft');
    expect((await ministry('NL').get('/en/demo-2020/law')).body).not.toContain('/do/instruments/draft');
    const path = '/nl/demo-2020/do/instruments/assert';
    const page = await ministry('NL').get('/nl/demo-2020/law/ferry-directive');
    expect(page.body).toContain(`${path}?id=ferry-directive"`);
    const form = await ministry('NL').get(`${path}?id=ferry-directive&party=NL`);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    const entered = {
      id: 'ferry-directive',
      party: 'NL',
      in_law: 'declined',
      on: '2024-01-01',
      evidence: 'Een brief',
      seen,
    };
    const refused = await ministry('NL').post(path, entered);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('wie ervan afziet, geeft een reden');
    expect(refused.body).toContain('Een brief');
    const done = await ministry('NL').post(path, { ...entered, reason: 'Geen veren' });
    expect(done.statusCode).toBe(303);
    const shown = await ministry('NL').get(String(done.headers.location));
    expect(shown.body).toContain('Geen veren');
    expect(shown.body).toContain('Verklaard door de staat');
  });

  test('who is bound, and why not, is said in every language', async () => {
    const said = { nl: 'Wie is gebonden', fr: 'Qui est lié', de: 'Wer gebunden ist', en: 'Who is bound' };
    for (const [language, title] of Object.entries(said)) {
      for (const id of [
        'ferry-treaty',
        'ferry-agreement',
        'boat-treaty',
        'ferry-directive',
        'council-treaty',
      ]) {
        const page = await sg.get(`/${language}/demo-2020/law/${id}?as-of=2020-09-15`);
        expect(page.statusCode, id).toBe(200);
        expect(page.body, id).toContain(title);
      }
      for (const list of [
        'law',
        'law?format=csv',
        'law?list=all&format=json',
        'record/provisions/see-timetable',
      ])
        expect((await sg.get(`/${language}/demo-2020/${list}`)).statusCode, list).toBe(200);
    }
    const fallen = await sg.get('/en/demo-2020/law/ferry-agreement?as-of=2020-10-15');
    expect(fallen.body).toContain('ended (Ferry treaty)');
    expect((await sg.get('/en/demo-2020/law/council-treaty')).body).toContain('Draft');
  });

  test('the first register, which nobody has acted on, says what its source says', async () => {
    const page = await sg.get('/en/benelux/law/eow-paper');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Asserted by the state');
    const plef = await sg.get('/en/benelux/law/plef-mou-2007');
    expect(plef.body).toContain('the source does not say when it entered into force');
  });
});
