import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '#kernel/references.ts';
import { giveGrant, recognisePerson } from '#platform/access/persons.ts';
import { systemClock } from '#platform/clock.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { commands } from '../../src/app/commands.ts';
import { modules } from '../../src/app/modules.ts';
import { demonstrationId, importFile, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** A made-up year's money through the API, a form and a command: who may say what, what is refused, and what readers see of it. */

const clock = systemClock;
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
/** Of 2020, as the made-up source states it; that of 2019 it does not state. */
let stated: number;
let sg: Browser;
let council: Browser;
let ministers: Browser;

beforeAll(async () => {
  opened = await openFirstRegister();
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const made = makeDemonstration(union, 1) as unknown as {
    readonly finance: { readonly budget: readonly { readonly amount: number }[] };
    readonly observations: readonly unknown[];
  };
  stated = made.finance.budget[0]?.amount ?? 0;
  const file = {
    ...made,
    finance: {
      ...made.finance,
      budget: [
        ...made.finance.budget,
        { year: 2019, amount: null, missing: { reason: 'not_stated' }, currency: 'EUR', source: ['x'] },
      ],
    },
    observations: [
      ...made.observations,
      { id: 'cycling-uses-2020', indicator: 'cycling-uses', period: '2020', value: 1200, source: ['x'] },
    ],
  };
  const work = {
    database: opened.database,
    clock,
    actor: 'operator',
    progress: () => {},
  };
  const loaded = await importFile(work, JSON.stringify(file));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  [sg, council, ministers] = (await Promise.all(['sg', 'council', 'com'].map(actingFor))) as [
    Browser,
    Browser,
    Browser,
  ];
  const plan = { year: '2020', programme: 'programme-2017-2020', on: '2019-09-01' };
  expect(await act(sg, 'plans/draft', plan)).toEqual([]);
  const promised = { plan: '2020', proposed_by: 'NL', responsible: 'NL', on: '2019-09-10' };
  const measured = { indicator: 'cycling-uses', target: '1000' };
  const signs = {
    ...promised,
    ...measured,
    key: 'signs',
    name: 'Signs',
    dossier: 'cycling',
    expected: 'Signs',
  };
  const cards = { ...promised, key: 'cards', name: 'Cards', dossier: 'repair', expected: 'Cards' };
  expect(await act(sg, 'plan_items/add', signs)).toEqual([]);
  expect(await act(sg, 'plan_items/add', { ...cards, instruments: 'none' })).toEqual([
    'reference_dangling body.instruments',
  ]);
  expect(await act(sg, 'plan_items/add', cards)).toEqual([]);
});
afterAll(() => opened.close());

async function actingFor(body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const chosen = { register: demonstrationId, role: 'player', party: '', body };
  expect((await browser.post('/sign-in', chosen)).statusCode).toBe(303);
  return browser;
}

/** What came of an action through the API: nothing, or the codes of what is wrong. */
async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/${demonstrationId}/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string; place: string }[] }).findings.map(
    ({ code, place }) => `${code} ${place}`.trim(),
  );
}

async function show(path: string, register: string = demonstrationId, browser = sg) {
  const answer = await browser.get(`/en/${register}${path}`);
  expect(answer.statusCode, path).toBe(200);
  const { document } = parseHTML(answer.body);
  const textOf = (element: { textContent: string | null } | null) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    read: (selector = 'main') => textOf(document.querySelector(selector)),
    links: (selector: string) =>
      [...document.querySelectorAll(`${selector} a`)].map((link) => link.getAttribute('href') ?? ''),
    ids: () => [...document.querySelectorAll('[id]')].map(({ id }) => id),
    rows: (selector: string) =>
      [...document.querySelectorAll(`${selector} tbody tr`)].map((row) =>
        [...row.querySelectorAll('th, td')].map(textOf),
      ),
    foot: (selector: string) => textOf(document.querySelector(`${selector} tfoot`)),
  };
}

async function ask(path: string) {
  const answer = await sg.get(`/api/${demonstrationId}${path}`, { accept: 'application/json' });
  expect(answer.statusCode, answer.body).toBe(200);
  return JSON.parse(answer.body);
}

describe('A budget', () => {
  const proposed = { year: 2021, amount: '1200000', currency: 'EUR', on: '2020-10-20' };

  test('is proposed once a year, with an amount of a currency, by the body that keeps it', async () => {
    expect(await act(council, 'budgets/propose', proposed)).toEqual(['action_not_allowed']);
    expect(await act(ministers, 'budgets/propose', proposed)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'budgets/propose', { ...proposed, year: 2020, amount: '0', on: '2030' })).toEqual([
      'date_in_future body.on',
      'budget_exists body.year',
      'amount_zero body.amount',
    ]);
    expect(await act(sg, 'budgets/propose', { ...proposed, amount: '0.001' })).toEqual([
      'decimals_too_many body.amount',
    ]);
    for (const amount of ['1.360.000,5.0', '12,345,678', 'viel'])
      expect(await act(sg, 'budgets/propose', { ...proposed, amount })).toEqual(['form_unlike body.amount']);
    expect(await act(sg, 'budgets/propose', { ...proposed, currency: 'XQX' })).toEqual([
      'currency_unknown body.amount',
    ]);
    expect(await act(sg, 'budgets/propose', proposed)).toEqual([]);
    expect((await show('/budget/2021')).read('#amount')).toMatch(/€1,200,000.*Proposed/);
  });

  test('has a key in which each member state has its share, and that is exactly one', async () => {
    const key = (shares: string) => act(sg, 'budgets/set_key', { id: '2021', shares });
    expect(await key('NL 0.53, BE 0.41, LU 0.05')).toEqual(['shares_not_one body.shares']);
    expect(await key('NL 0.53, BE 0.47')).toEqual(['key_member_missing body.shares']);
    expect(await key('NL 0.53, BE 0.41, LU 0.05, FR 0.01')).toEqual(['key_not_a_member body.shares']);
    expect(await key('half of it')).toEqual([
      'key_entry_invalid body.shares',
      'key_member_missing body.shares',
    ]);
    expect(await act(ministers, 'budgets/approve', { id: '2021', on: '2020-12-10' })).toEqual([
      'budget_without_key body.id',
    ]);
    expect(await key('NL 0.53, BE 0.41, LU 0.06')).toEqual([]);
    expect(await act(sg, 'budgets/set_key', { id: '2020', shares: 'NL 0.53, BE 0.41, LU 0.06' })).toEqual([
      'budget_fixed body.id',
    ]);
  });

  test('is approved by the body that may, sent back and amended before, and changed no more afterwards', async () => {
    const day = { id: '2021', on: '2020-11-10' };
    expect(await act(sg, 'budgets/approve', day)).toEqual(['action_not_allowed']);
    expect(await act(council, 'budgets/approve', day)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'budgets/return', { ...day, reason: 'x' })).toEqual(['action_not_allowed']);
    expect(await act(ministers, 'budgets/return', { ...day, reason: 'Too much' })).toEqual([]);
    expect(await act(ministers, 'budgets/approve', day)).toEqual(['state_forbids body.id']);
    const amended = { id: '2021', amount: 1150000.5, currency: 'EUR', on: '2020-11-20', reason: 'Less' };
    expect(await act(sg, 'budgets/amend', amended)).toEqual([]);
    const allocated = { id: 'early', year: '2021', item: '2020-signs', amount: '5', basis: 'estimate' };
    expect(await act(sg, 'allocations/allocate', { ...allocated, on: '2020-12-01' })).toEqual([
      'allocation_of_another_year body.item',
      'budget_not_approved body.year',
    ]);
    expect(await act(ministers, 'budgets/approve', { ...day, on: '2020-12-10' })).toEqual([]);
    expect(await act(sg, 'budgets/amend', { ...amended, on: '2020-12-11' })).toEqual([
      'state_forbids body.id',
    ]);
    expect(await act(sg, 'budgets/set_key', { id: '2021', shares: 'NL 0.5, BE 0.4, LU 0.1' })).toEqual([
      'budget_fixed body.id',
    ]);
    const shown = await show('/budget/2021');
    expect(shown.read('#amount')).toMatch(/€1,150,000\.50.*Approved/);
    expect(shown.read('#contributions')).toContain(
      'The contributions add up to the amount, to the last cent.',
    );
    expect(shown.read('#way')).toMatch(
      /Proposed ?€1,200,000.*Sent back ?€1,200,000 Too much.*Proposed ?€1,150,000\.50 Less.*Approved/,
    );
    expect((await show('/budget/2021?as-of=2020-11-15')).read('#amount')).toContain('Sent back');
  });
});

describe('Money of a year', () => {
  const hours = {
    id: 'hours',
    year: '2020',
    item: '2020-signs',
    amount: '84250.75',
    basis: 'timesheet',
    on: '2020-12-01',
  };

  test('is allocated to an item of its plan by the body that keeps the budget, and never beyond the budget', async () => {
    expect(await act(ministers, 'allocations/allocate', hours)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'allocations/allocate', { ...hours, basis: 'guess' })).toEqual([
      'choice_unknown body.basis',
    ]);
    expect(
      await act(sg, 'allocations/allocate', { ...hours, item: 'none', year: '1999', on: '2030' }),
    ).toEqual(['date_in_future body.on', 'reference_dangling body.item', 'reference_dangling body.year']);
    expect(await act(sg, 'allocations/allocate', { ...hours, year: '2019' })).toEqual([
      'allocation_of_another_year body.item',
      'budget_amount_unknown body.year',
    ]);
    expect(await act(sg, 'allocations/allocate', hours)).toEqual([]);
    expect(await act(sg, 'allocations/allocate', hours)).toEqual(['id_taken body.id']);
    const rest = (stated - 84_250.75).toFixed(2);
    const above = { ...hours, id: 'rest', amount: (stated - 84_250.74).toFixed(2), basis: 'estimate' };
    expect(await act(sg, 'allocations/allocate', above)).toEqual(['allocation_exceeds_budget body.amount']);
    const refused = await sg.postJson(`/api/${demonstrationId}/allocations/allocate`, above);
    expect(refused.body).toContain(`only ${rest} of it is not allocated yet`);
    expect(await act(sg, 'allocations/allocate', { ...above, amount: rest })).toEqual([]);
    expect((await ask('/budgets/2020')).unallocated).toMatchObject({ amount: 0, minorUnits: '0', share: 0 });
    const one = { ...above, id: 'one', amount: '0.01' };
    expect(await act(sg, 'allocations/allocate', one)).toEqual(['allocation_exceeds_budget body.amount']);
  });

  test('is changed and withdrawn with a reason; what was said before stays known as it was', async () => {
    const day = { id: 'rest', on: '2020-12-05', reason: 'Only the rooms' };
    const change = { ...day, amount: '11000', basis: 'estimate' };
    expect(await act(council, 'allocations/change', change)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'allocations/change', { ...change, amount: String(stated) })).toEqual([
      'allocation_exceeds_budget body.amount',
    ]);
    const path = `/nl/${demonstrationId}/do/allocations/change`;
    const form = await sg.get(`${path}?id=rest`);
    expect(form.body).toContain(`value="${stated - 84_250.75}"`);
    const sent = await sg.post(path, { ...change, note: 'Three rooms' });
    expect(sent.statusCode, sent.body.slice(0, 500)).toBe(303);
    const cards = { ...hours, id: 'cards', item: '2020-cards', amount: '9000', basis: 'estimate' };
    expect(await act(sg, 'allocations/allocate', cards)).toEqual([]);
    expect(await act(sg, 'allocations/withdraw', { ...day, id: 'cards', on: '2020-11-01' })).toEqual([
      'date_too_early body.on',
    ]);
    expect(await act(sg, 'allocations/withdraw', { ...day, id: 'cards' })).toEqual([]);
    expect(await act(sg, 'allocations/withdraw', { ...day, id: 'cards' })).toEqual(['state_forbids body.id']);
    expect(await act(sg, 'allocations/change', { ...change, id: 'cards' })).toEqual([
      'state_forbids body.id',
    ]);
    const { allocations } = await ask('/budgets/2020');
    expect(allocations).toEqual([
      expect.objectContaining({ id: 'hours', amount: 84_250.75, minorUnits: '8425075', basis: 'timesheet' }),
      expect.objectContaining({ id: 'rest', amount: 11_000, basis: 'estimate' }),
    ]);
    const way = (await show('/budget/2020')).read('#way');
    const full = new Intl.NumberFormat('en').format(stated - 84_250.75);
    expect(way).toContain(`AllocatedSigns €${full}`);
    expect(way).toContain('AllocatedSigns €11,000 Only the rooms');
    expect(way).toContain('WithdrawnCards €9,000 Only the rooms');
    const then = await show('/budget/2020?as-of=2020-12-02');
    expect(then.rows('#allocations').map(([activity]) => activity)).toContain('Cards');
  });

  test('is shown by activity with its basis, and what leads to none as an amount and a share', async () => {
    const shown = await show('/budget/2020');
    expect(shown.rows('#allocations').map((cells) => cells.slice(0, 3))).toEqual([
      ['Signs', 'Timesheet', '€84,250.75'],
      ['SignsThree rooms', 'Estimate', '€11,000'],
    ]);
    const left = stated - 95_250.75;
    const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(left);
    expect(shown.read('#allocations')).toContain(`Not allocated${money}`);
    expect(shown.read('#allocations')).toContain('% of the budget');
    const unknown = await show('/budget/2019');
    expect(unknown.read('#allocations')).toContain('Not allocatedunknown, because the budget is');
    expect(unknown.read('#allocations')).not.toContain('Not allocated€0');
    const list = await show('/budget');
    expect(list.read('#tie')).toContain(money);
    expect(list.links('#tie')).toContain('/en/demo-2020/budget/2020/walk');
    const table = await sg.get('/en/demo-2020/budget/2020?format=json');
    expect(JSON.parse(table.body).rows.at(-1)).toMatchObject({ basis: 'not_allocated', amount: left });
  });
});

describe('A surplus', () => {
  const left = { year: '2020', amount: '40000', reason: 'A post stood empty', on: '2021-01-15' };

  test('is recorded with its reason once the year is over, and is no more than the budget', async () => {
    expect((await show('/budget/2020')).read('#surplus')).toContain('Whether there was one is not known.');
    expect(await act(ministers, 'surpluses/record', left)).toEqual(['action_not_allowed']);
    expect(
      await act(sg, 'surpluses/record', { ...left, amount: String(stated + 1), on: '2020-12-01' }),
    ).toEqual(['year_not_over body.on', 'surplus_exceeds_budget body.amount']);
    expect(await act(sg, 'surpluses/record', left)).toEqual([]);
    expect(await act(sg, 'surpluses/record', left)).toEqual(['surplus_exists body.year']);
    expect((await show('/budget/2020')).read('#surplus')).toMatch(/€40,000.*stood empty.*Not decided yet/);
  });

  test('is decided on by the body that approves budgets, once; until then it is corrected', async () => {
    const decision = { id: '2020', decision: 'Signs in 2021', on: '2021-01-25' };
    expect(await act(sg, 'surpluses/decide', decision)).toEqual(['action_not_allowed']);
    expect(await act(council, 'surpluses/decide', decision)).toEqual(['action_not_allowed']);
    const corrected = { id: '2020', amount: '41000', reason: 'Until May', note: 'Closed', on: '2021-01-18' };
    expect(await act(sg, 'surpluses/correct', corrected)).toEqual([]);
    expect(await act(ministers, 'surpluses/decide', decision)).toEqual([]);
    expect(await act(sg, 'surpluses/correct', { ...corrected, on: '2021-01-26' })).toEqual([
      'state_forbids body.id',
    ]);
    expect((await ask('/budgets/2020')).surplus).toEqual({
      amount: 41_000,
      minorUnits: '4100000',
      reason: 'Until May',
      decision: 'Signs in 2021',
      decidedBy: 'com',
      decided: '2021-01-25',
    });
    expect((await show('/budget/2020')).read('#surplus')).toMatch(
      /Until May.*Signs in 2021.*Committee of Ministers/,
    );
    const before = await show('/budget/2020?as-of=2021-01-20');
    expect(before.read('#surplus')).toContain('Not decided yet');
  });

  test('that nothing was left is said with a zero, about which nothing is decided', async () => {
    const nothing = { year: '2019', amount: '0', reason: 'All was spent', on: '2020-02-01' };
    expect(await act(sg, 'surpluses/record', nothing)).toEqual([]);
    expect((await show('/budget/2019')).read('#surplus')).toContain('€0');
    const decision = { id: '2019', decision: 'Nothing', on: '2020-03-01' };
    expect(await act(ministers, 'surpluses/decide', decision)).toEqual(['surplus_nil body.id']);
  });
});

describe('The walk of the euro', () => {
  test('goes from money to question and back, and says where a link is missing', async () => {
    const asked = {
      id: 'how-many',
      kind: 'written_question',
      subject: 'How many signs?',
      addressees: 'NL',
      on: '2020-03-01',
    };
    expect(
      await act(sg, 'instruments/draft', {
        id: 'sign-recommendation',
        title: 'Signs',
        kind: 'recommendation',
        on: '2020-02-01',
      }),
    ).toEqual([]);
    const tie = { id: '2020-signs', instruments: 'sign-recommendation' };
    expect(await act(council, 'plan_items/tie', tie)).toEqual(['action_not_allowed']);
    expect(await act(sg, 'plan_items/tie', { ...tie, instruments: 'nothing' })).toEqual([
      'reference_dangling body.instruments',
    ]);
    expect(await act(sg, 'plan_items/tie', tie)).toEqual([]);
    const parliament = await actingFor('parliament');
    expect(await act(parliament, 'parliament/table', { ...asked, items: 'x', instruments: 'y' })).toEqual([
      'reference_dangling body.items',
      'reference_dangling body.instruments',
    ]);
    const about = { ...asked, instruments: 'sign-recommendation' };
    expect(await act(parliament, 'parliament/table', about)).toEqual([]);
    expect(await act(parliament, 'parliament/table', { ...asked, id: 'else', subject: 'Else' })).toEqual([]);
    const walk = await show('/budget/2020/walk');
    const [signs, cards] = walk.rows('#there');
    expect(signs?.[0]).toMatch(/€84,250\.75 Timesheet.*€11,000 Estimate/);
    expect(signs?.[1]).toBe('Signs');
    expect(signs?.[2]).toMatch(/target: 1,000 uses; last observation \(2020\): 1,200 uses.*Target reached/);
    expect(signs?.[3]).toBe('Signs');
    expect(signs?.[4]).toMatch(/How many signs\?.*through the instrument/);
    expect(cards).toEqual([
      'No money is allocated to it',
      'Cards',
      'Bound to no indicator',
      'No instrument',
      'No question has asked',
    ]);
    expect(walk.foot('#there')).toMatch(/% of the budget ?leads to no activity/);
    const back = walk.rows('#back');
    expect(back.map(([question]) => question)).toEqual(['How many signs?', 'Else']);
    expect(back[0]?.[3]).toMatch(/^Signs ?through the instrument$/);
    expect(back[0]?.[4]).toContain('€84,250.75');
    expect(back[1]).toEqual([
      'Else',
      'No instrument',
      'Bound to no indicator',
      'Leads to no activity of this plan',
      'No money, because no activity',
    ]);
    for (const path of [
      '/budget/2020#allocation-hours',
      '/plans/2020/items/2020-signs',
      '/evidence/cycling-uses',
      '/law/sign-recommendation',
      '/parliament/how-many',
    ]) {
      expect(walk.links('#there')).toContain(`/en/demo-2020${path}`);
      expect(walk.links('#back')).toContain(`/en/demo-2020${path}`);
    }
    const ids = walk.ids();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['item-2020-signs', 'question-how-many']));
  });

  test('is reached from the activity, the act and the question, each at its row', async () => {
    const of = async (path: string) =>
      (await show(path)).links('main').filter((href) => href.includes('/walk#'));
    expect(await of('/plans/2020/items/2020-signs')).toEqual([
      '/en/demo-2020/budget/2020/walk#item-2020-signs',
    ]);
    expect(await of('/law/sign-recommendation')).toEqual(['/en/demo-2020/budget/2020/walk#item-2020-signs']);
    expect(await of('/parliament/how-many')).toEqual(['/en/demo-2020/budget/2020/walk#question-how-many']);
    expect(await of('/parliament/else')).toEqual([]);
    const allocated = await show('/budget/2020');
    expect(allocated.ids()).toContain('allocation-hours');
  });

  test('leaves as rows in both directions, with what is not allocated', async () => {
    const { rows } = JSON.parse((await sg.get('/en/demo-2020/budget/2020/walk?format=json')).body);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      direction: 'there',
      amount: 95_250.75,
      basis: 'estimate; timesheet',
      activity: '2020-signs',
      indicator: 'cycling-uses',
      target: 1000,
      reached: 'yes',
      instruments: 'sign-recommendation',
      questions: 'how-many',
      questionsBy: 'instrument',
    });
    expect(rows[1]).toMatchObject({ activity: '2020-cards', amount: null, basis: null, indicator: null });
    expect(rows[2]).toMatchObject({ direction: 'rest', amount: stated - 95_250.75 });
    expect(rows[4]).toMatchObject({ direction: 'back', questions: 'else', activity: null });
    for (const format of ['csv', 'xlsx'])
      expect((await sg.get(`/en/demo-2020/budget/2020/walk?format=${format}`)).statusCode).toBe(200);
  });

  test('without a plan it says so, and all of a stated budget leads to no activity; of no year there is none', async () => {
    const visitor = openBrowser(opened.server);
    const walk = await show('/budget/2019/walk', 'benelux', visitor);
    expect(walk.read('#there')).toContain('No plan of 2019 is on record');
    expect(walk.read('#there')).toContain('€7,628,000 100% of the budget');
    const unknown = await show('/budget/2018/walk', 'benelux', visitor);
    expect(unknown.read('#there')).toContain('the budget is not known');
    expect((await visitor.get('/en/benelux/budget/1999/walk')).statusCode).toBe(404);
    expect((await visitor.get('/en/benelux/budget/1999')).statusCode).toBe(404);
  });
});

test('the report of the year says what went to activities, what did not, and what became of the surplus', async () => {
  const answer = await sg.get('/en/demo-2020/report/2020?format=json');
  expect(answer.statusCode).toBe(200);
  const report = JSON.parse(answer.body) as { sections: { id: string }[] };
  const budget = JSON.stringify(report.sections.find(({ id }) => id === 'budget'));
  for (const said of [
    '€84,250.75',
    'Timesheet',
    'Estimate',
    'Not allocated to any activity',
    'Signs in 2021',
  ])
    expect(budget, said).toContain(said);
  const plain = await sg.get('/en/benelux/report/2019?format=json');
  const section = (JSON.parse(plain.body) as typeof report).sections.find(({ id }) => id === 'budget');
  expect(JSON.stringify(section)).not.toMatch(/Not allocated|Surplus/);
});

test('the same is done at the command line under a grant, and refused alike', async () => {
  const { database } = opened;
  const grant = await database.write(async (tx) => {
    const { id } = await recognisePerson(tx, clock, { issuer: 'test', subject: 'sg', name: 'S' });
    return giveGrant(tx, clock, id, {
      register: demonstrationId,
      role: 'player' as RecordId,
      party: null,
      body: 'sg' as RecordId,
      period: { from: null, to: null },
      basis: 'test',
    });
  });
  const register = (await database.read(listRegisters)).find(({ id }) => id === demonstrationId);
  if (register === undefined) throw new Error('The demonstration is not there');
  const run = async (
    name: string,
    options: Readonly<Record<string, string>>,
    positionals: readonly string[] = [],
  ) => {
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`There is no ${name}`);
    const found = async () => ({ ok: true, value: register }) as const;
    const shared = {
      database,
      clock,
      modules,
      language: 'en',
      dataFolder: '',
      untilStopped: async () => {},
      progress: () => {},
    } as const;
    return command.run({ ...shared, positionals, options, register: found });
  };
  const given = { id: 'by-line', year: '2020', item: '2020-cards', basis: 'estimate', on: '2020-12-20' };
  const refused = await run('union allocations allocate', { ...given, amount: String(stated), as: grant });
  expect(JSON.stringify(refused)).toContain('allocation_exceeds_budget');
  expect(await run('union allocations allocate', { ...given, amount: '9000', as: grant })).toMatchObject({
    kind: 'answer',
    json: { subject: 'allocations/by-line', page: '/en/demo-2020/budget/2020' },
  });
  const decided = { id: '2019', decision: 'x', on: '2020-03-01' };
  expect(JSON.stringify(await run('union surpluses decide', { ...decided, as: grant }))).toContain(
    'action_not_allowed',
  );
  const told = await run('union budget', {}, ['2020']);
  expect(told).toMatchObject({ kind: 'answer' });
  const text = told.kind === 'answer' ? told.text : '';
  expect(text).toContain('2020-signs  84250.75 EUR  (Timesheet)');
  expect(text).toContain(`Not allocated  ${(stated - 104_250.75).toFixed(2)} EUR`);
});
