import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, fixedClock } from '#platform/clock.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/**
 * Joint checks through the real server: who agrees, who sees whose facts, and states that join a field late, leave it or observe. All traders and
 * horses are made up.
 */

let day = '2026-11-20';
const clock: Clock = { now: () => fixedClock(`${day}T12:00:00Z`).now() };
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
const path = '/en/demo-2020/practice/vat/checks';

type Who = { readonly party?: string; readonly body?: string; readonly register?: string };
async function signIn({ party = '', body = '', register = 'demo-2020' }: Who): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const role = register === 'demo-2020' ? 'player' : 'line-ministry';
  const answer = await browser.post('/sign-in', { register, role, party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}
const delegate = (party: string) => signIn({ party, body: 'fisc-cep' });

let nl: Browser;
let be: Browser;
let coordinator: Browser;
let observer: Browser;
beforeAll(async () => {
  opened = await openFirstRegister({ clock });
  await loadDemonstration(opened.database, clock);
  await onDay(day);
}, 60_000);
afterAll(() => opened.close());

/** Sessions do not last for days: everybody signs in again. */
async function onDay(next: string): Promise<void> {
  day = next;
  [nl, be, coordinator, observer] = (await Promise.all([
    delegate('NL'),
    delegate('BE'),
    signIn({ body: 'fisc-cep' }),
    delegate('DE-NW'),
  ])) as [Browser, Browser, Browser, Browser];
}

const noPlan = '0'.repeat(64);

type Refused = readonly (readonly [code: string, place: string])[];
async function ask(browser: Browser, name: string, input: object, register = 'demo-2020') {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  const body = JSON.parse(answer.body) as {
    subject?: string;
    findings?: readonly { code: string; place: string }[];
    code?: string;
  };
  const refused: Refused = (body.findings ?? []).map((one) => [one.code, one.place]);
  return { status: answer.statusCode, id: body.subject?.split('/')[1] ?? '', refused, body: answer.body };
}
async function done(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await ask(browser, name, input);
  expect(answer.status, `${name} ${answer.body}`).toBe(200);
  return answer.id;
}
const read = async (browser: Browser, id = '', more = '') =>
  (await browser.get(`${path}${id && `/${id}`}${more}`)).body;

const horse = 'TESTHORSE000001';
const plan = {
  ...{ title: 'Horses of a test', goods: 'horse', states: ['NL', 'BE'], services: ['tax', 'veterinary'] },
  ...{ items: `${horse}\nTESTHORSE000002`, from: '2026-12-01', until: '2027-01-31', invited: ['DE-NW'] },
};
const [dutch, belgian] = ['NL004495445B01', 'BE0403019261'];
const sale = {
  ...{ party: 'NL', item: horse, fact: 'sale', on: '2026-11-02', seller: dutch, buyer: belgian },
  ...{ amount: '50000.00', declared_as: 'intra_community' },
};

/** The plan as a reader of the list sees it. */
async function planOf(browser: Browser, id: string): Promise<string> {
  const table = (await read(browser, '', '?format=csv')).split('\n').find((row) => row.startsWith(id)) ?? '';
  return /[0-9a-f]{64}/.exec(table)?.[0] ?? '';
}
const agree = async (browser: Browser, id: string, party: string) =>
  done(browser, 'joint-checks/agree', { id, party, plan: await planOf(browser, id) });

/** A plan to which those who are named have agreed. */
async function agreed(...parties: readonly (readonly [string, Browser])[]): Promise<string> {
  const id = await done(coordinator, 'joint-checks/plan', plan);
  for (const [party, browser] of parties) await agree(browser, id, party);
  return id;
}
const both = () => agreed(['NL', nl], ['BE', be]);

describe('A joint check', () => {
  test('goes from its plan to its result, each state with what it knows', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const sheet = [
      'item,fact,date,seller,buyer,amount,declared_as',
      `${horse},purchase,2026-11-03,${dutch},${belgian},52000.00,intra_community`,
      `${horse},purchase,3 November,${dutch},${belgian},1,`,
    ].join('\n');
    const file = Buffer.from(sheet).toString('base64');
    await done(be, 'joint-checks/import_facts', { id, party: 'BE', file, name: 'Sheet of BE' });
    const again = await ask(be, 'joint-checks/import_facts', { id, party: 'BE', file });
    expect(again.refused).toEqual([['vat_check_sheet_known', 'body.file']]);

    const page = await read(nl, id);
    expect(page).toContain('bought for more than it was sold for');
    expect(page).toMatch(/[-−]\s?€2,000</);
    expect(page, 'a sheet is its own state’s').not.toContain('Sheet of BE');
    const own = await read(be, id);
    expect(own).toContain('2: 1 accepted, 0 corrected, 1 kept apart');
    const sheetPath = /checks\/sheets\/[^"?]+/.exec(own)?.[0] ?? '';
    expect((await be.get(`/en/demo-2020/practice/vat/${sheetPath}`)).body).toContain('no day: 2019-05-31');
    expect((await nl.get(`/en/demo-2020/practice/vat/${sheetPath}`)).body).not.toContain('3 November');

    const early = await ask(nl, 'joint-checks/record_result', { id, party: 'NL' });
    expect(early.refused).toEqual([['vat_check_state_forbids', 'body.id']]);
    await done(nl, 'joint-checks/begin', { id, party: 'NL' });
    expect((await ask(coordinator, 'joint-checks/amend', { id, ...plan, reason: 'x' })).refused[0]?.[0]).toBe(
      'vat_check_state_forbids',
    );
    const wrong = { id, party: 'NL', corrections: 'much', fines: '-1.00' };
    expect((await ask(nl, 'joint-checks/record_result', wrong)).refused).toEqual([
      ['vat_check_amount', 'body.corrections'],
    ]);
    await done(nl, 'joint-checks/record_result', { id, party: 'NL', corrections: '12000.50' });
    expect((await ask(nl, 'joint-checks/close', { id, party: 'NL' })).refused).toEqual([
      ['vat_check_result_missing', 'body.id'],
    ]);
    await done(be, 'joint-checks/record_result', { id, party: 'BE', note: `Of ${belgian} nothing yet` });
    expect(await read(be, id)).toContain('nothing yet');
    expect(await read(observer, id), 'words can name a trader').not.toContain('nothing yet');
    expect(await read(be, id)).toMatch(/at least €12,000.50?</);
    await done(nl, 'joint-checks/close', { id, party: 'NL' });
    expect((await ask(nl, 'joint-checks/add_fact', { id, ...sale, detail: 'late' })).refused[0]?.[0]).toBe(
      'vat_check_state_forbids',
    );
  });

  test('says all that is wrong with a plan at once', async () => {
    const wrong = {
      ...plan,
      ...{ states: ['NL', 'LU'], invited: ['FR'], services: ['tax', 'police'], items: 'a_b', until: '2026' },
    };
    const { refused } = await ask(coordinator, 'joint-checks/plan', { ...wrong, from: '2027-01-01' });
    expect(refused).toEqual([
      // LU only observes in this field.
      ['vat_check_state_not_in_field', 'body.states'],
      ['vat_check_invited_without_part', 'body.invited'],
      ['vat_check_service_unknown', 'body.services'],
      ['vat_check_item_unreadable', 'body.items'],
      ['vat_check_ends_before', 'body.until'],
    ]);
  });

  test('is proposed by a state for itself and others, and by nobody for others alone', async () => {
    expect((await ask(nl, 'joint-checks/propose', { party: 'NL', ...plan })).status).toBe(200);
    const foreign = await ask(nl, 'joint-checks/propose', { party: 'BE', ...plan });
    expect(foreign.status).toBe(403);
    expect((await ask(be, 'joint-checks/plan', plan)).status, 'for the body itself').toBe(403);
  });

  test('is withdrawn before it runs by the state that proposed it, or by the coordinator, and all its states see why', async () => {
    const id = await done(nl, 'joint-checks/propose', { party: 'NL', ...plan });
    const reason = 'These horses were sold abroad';
    const foreign = await ask(be, 'joint-checks/withdraw', { id, party: 'BE', reason });
    expect(foreign.refused).toEqual([['vat_check_not_proposer', 'body.party']]);
    expect((await ask(nl, 'joint-checks/withdraw_plan', { id, reason })).status, 'for the body').toBe(403);
    const offer = `do/joint-checks/withdraw?`;
    expect([(await read(nl, id)).includes(offer), (await read(be, id)).includes(offer)]).toEqual([
      true,
      false,
    ]);
    await done(nl, 'joint-checks/withdraw', { id, party: 'NL', reason });
    for (const browser of [nl, be, coordinator]) {
      const page = await read(browser, id);
      for (const word of ['The plan was withdrawn on 20 November 2026', 'Plan withdrawn', reason])
        expect(page).toContain(word);
      expect(page).not.toContain('/do/joint-checks/');
    }
    const seen = await read(observer, id);
    expect([seen.includes('Plan withdrawn'), seen.includes(reason)]).toEqual([true, false]);
    for (const [language, word] of [
      ['nl', 'Ingetrokken'],
      ['fr', 'Retiré'],
      ['de', 'Zurückgezogen'],
    ] as const)
      expect((await nl.get(`/${language}/demo-2020/practice/vat/checks/${id}`)).body).toContain(word);
    // It waits for nobody, and stands with those on which nothing is left to do.
    expect(await read(be)).not.toContain(id);
    expect(await read(be, '', '?list=closed')).toContain(id);
    expect((await be.get('/en/demo-2020/desk')).body).not.toContain(id);
    const agreement = { id, party: 'BE', plan: noPlan };
    expect((await ask(be, 'joint-checks/agree', agreement)).refused[0]?.[0]).toBe('vat_check_state_forbids');
    const again = await ask(nl, 'joint-checks/withdraw', { id, party: 'NL', reason });
    expect(again.refused[0]?.[0]).toBe('vat_check_state_forbids');
    // In the language that was read last.
    expect(again.body).toContain('„Zurückgezogen“');
    // One that the coordinator planned and all agreed to; one that runs is withdrawn no more.
    const planned = await both();
    const notProposed = await ask(nl, 'joint-checks/withdraw', { id: planned, party: 'NL', reason });
    expect(notProposed.refused).toEqual([['vat_check_not_proposer', 'body.party']]);
    await done(coordinator, 'joint-checks/withdraw_plan', { id: planned, reason });
    const begun = await ask(nl, 'joint-checks/begin', { id: planned, party: 'NL' });
    expect(begun.refused[0]?.[0]).toBe('vat_check_state_forbids');
    const running = await both();
    await done(nl, 'joint-checks/begin', { id: running, party: 'NL' });
    const late = await ask(coordinator, 'joint-checks/withdraw_plan', { id: running, reason });
    expect(late.refused[0]?.[0]).toBe('vat_check_state_forbids');
  });

  test('whose plan changes is agreed to anew, and until then nobody sees the facts of another', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    expect(await read(be, id)).toContain(dutch);
    await done(coordinator, 'joint-checks/amend', {
      id,
      ...plan,
      items: `${horse}\nTESTHORSE000003`,
      reason: 'One more',
    });
    expect(await read(be, id)).not.toContain(dutch);
    expect(await read(nl, id), 'one’s own').toContain(dutch);
    await agree(nl, id, 'NL');
    expect(await read(be, id)).not.toContain(dutch);
    await agree(be, id, 'BE');
    expect(await read(be, id)).toContain(dutch);
  });

  test('is agreed to as the plan that was seen: what changed meanwhile is not agreed to by anybody', async () => {
    const id = await done(coordinator, 'joint-checks/plan', plan);
    const seen = await planOf(nl, id);
    await done(coordinator, 'joint-checks/amend', {
      ...{ id, ...plan, items: `${horse}\nTESTHORSE000003`, reason: 'One more' },
    });
    const lost = await ask(nl, 'joint-checks/agree', { id, party: 'NL', plan: seen });
    expect(lost.refused).toEqual([['vat_check_plan_changed', 'body.plan']]);
    expect((await ask(nl, 'joint-checks/agree', { id, party: 'NL' })).refused[0]?.[1]).toBe('body.plan');
    expect(await read(nl), 'nobody has agreed').toContain('your state has to agree');
    const now = await planOf(nl, id);
    expect(now).not.toBe(seen);
    const form = (await nl.get(`/en/demo-2020/do/joint-checks/agree?id=${id}`)).body;
    expect(form).toContain(`value="${now}"`);
    await agree(nl, id, 'NL');
    expect(await read(nl, id), 'its history says to which').toContain(`version ${now.slice(0, 12)}`);
    // At once: whichever comes first, nobody has agreed to a plan that he did not see.
    const be2 = await planOf(be, id);
    const [agreement] = await Promise.all([
      ask(be, 'joint-checks/agree', { id, party: 'BE', plan: be2 }),
      ask(coordinator, 'joint-checks/amend', { id, ...plan, title: 'Other', reason: 'At once' }),
    ]);
    expect([200, 409, 422]).toContain(agreement.status);
    const row = (await read(be, '', '?format=csv')).split('\n').find((one) => one.startsWith(id)) ?? '';
    expect(row).toContain('planned,NL BE');
  });

  test('whose planned day has passed is marked late, in words, and stands on the desk of who has to act', async () => {
    const early = { ...plan, title: 'Late horses', from: '2026-11-01', until: '2026-11-10' };
    const id = await done(coordinator, 'joint-checks/plan', early);
    expect(await read(observer, id)).toContain('Late: has not begun');
    expect(await read(nl), 'in the list').toContain('Late: has not begun');
    expect(await read(nl, '', '?format=csv')).toMatch(new RegExp(`${id}.*start`));
    const desk = async (browser: Browser) => (await browser.get('/en/demo-2020/desk')).body;
    const form = (name: string) => `do/joint-checks/${name}?id=${id}`;
    expect(await desk(nl)).toContain(form('agree'));
    await agree(nl, id, 'NL');
    expect(await desk(nl)).not.toContain(form('agree'));
    expect(await desk(be)).toContain(form('agree'));
    await agree(be, id, 'BE');
    expect(await desk(be)).toContain(form('begin'));
    await done(be, 'joint-checks/begin', { id, party: 'BE' });
    expect(await read(be, id)).toContain('Late: its last planned day has passed');
    expect(await desk(be)).toContain(form('record_result'));
    await done(be, 'joint-checks/record_result', { id, party: 'BE' });
    expect(await desk(be)).not.toContain(id);
    expect(await desk(observer)).not.toContain(id);
    await done(nl, 'joint-checks/record_result', { id, party: 'NL' });
    await done(nl, 'joint-checks/close', { id, party: 'NL' });
    expect(await read(nl, id)).not.toContain('Late:');
    // Closed ones are a list of their own, which its export has whole.
    expect(await read(nl)).not.toContain(id);
    for (const more of ['?list=closed', '?list=closed&format=csv'])
      expect(await read(nl, '', more)).toContain(id);
  });

  test('takes no more facts of an item than people look at, in a form or by a sheet, and shows them page by page', async () => {
    const id = await both();
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `${horse},sale,2026-11-02,${(from + at) / 100}`);
    const sheet = (lines: readonly string[]) =>
      Buffer.from(['item,fact,date,amount', ...lines].join('\n')).toString('base64');
    const bring = (lines: readonly string[]) =>
      ask(nl, 'joint-checks/import_facts', { id, party: 'NL', file: sheet(lines) });
    const full = [['vat_check_item_facts_many', 'body.file']];
    expect((await bring(rows(100, 201))).refused).toEqual(full);
    expect((await bring(rows(100, 200))).status).toBe(200);
    expect((await bring(rows(900, 1))).refused).toEqual(full);
    const other = { ...sale, party: 'BE', fact: 'purchase' };
    expect((await ask(be, 'joint-checks/add_fact', { id, ...other })).refused).toEqual([
      ['vat_check_item_facts_many', 'body.item'],
    ]);
    await done(be, 'joint-checks/add_fact', { id, ...other, item: 'TESTHORSE000002' });
    const [first, last] = [await read(nl, id), await read(nl, id, '?match-page=3&facts-page=3')];
    expect(first).toContain('match-page=2');
    expect(first).toContain('1 to 100 of 201');
    expect(first).not.toContain('50,000');
    expect(last).toContain('201 to 201 of 201');
    expect(last).toContain('50,000');
    expect((await read(nl, id, '?table=facts&format=csv')).split(horse).length, 'exports have all').toBe(201);
  });

  test('of which a state was dropped shows its facts to nobody who came later, nor why to who observes', async () => {
    const id = await both();
    const fact = await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const council = await signIn({ body: 'council' });
    await done(council, 'groups/admit', { id: 'fisc-cep', party: 'DE', role: 'participant', on: day });
    const de = await delegate('DE');
    const reason = 'Nothing of a Dutch trader any more';
    await done(coordinator, 'joint-checks/amend', { id, ...plan, states: ['BE', 'DE'], reason });
    await agree(be, id, 'BE');
    await agree(de, id, 'DE');
    for (const browser of [de, be]) {
      for (const more of ['', '?format=json', '?table=facts&format=csv'])
        expect(await read(browser, id, more), more).not.toContain(dutch);
      expect((await browser.get(`${path}/facts/${fact}`)).body).not.toContain(dutch);
      expect(await read(browser, id)).toContain(reason);
    }
    expect(await read(coordinator, id), 'its own words').toContain(reason);
    for (const browser of [observer, nl]) expect(await read(browser, id)).not.toContain(reason);
  });

  test('has its lists and rows taken out by those who see them, and a withdrawn fact counts no longer', async () => {
    const id = await both();
    const fact = await done(nl, 'joint-checks/add_fact', { id, ...sale });
    expect(await read(be, id, '?format=csv')).toContain('unknown,,silent,NL,2026-11-02');
    expect(await read(be, id, '?table=facts&format=json')).toContain(dutch);
    expect(await read(be, '', '?format=csv')).toContain(id);
    expect((await ask(be, 'joint-checks/withdraw_fact', { id: fact, reason: 'x' })).status).toBe(403);
    await done(nl, 'joint-checks/withdraw_fact', { id: fact, reason: 'Another horse' });
    expect(await read(be, id, '?table=facts&format=json')).not.toContain(dutch);
  });
});

describe('Facts of a joint check are for who checks', () => {
  test('nobody sees or says any before agreement', async () => {
    const id = await agreed(['NL', nl]);
    const early = await ask(be, 'joint-checks/add_fact', { id, ...sale, party: 'BE' });
    expect(early.refused).toEqual([['vat_check_not_agreed', 'body.party']]);
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const page = await read(be, id);
    expect(page).toContain('Horses of a test');
    expect(page).not.toContain(dutch);
    expect(await read(be, id, '?table=facts&format=json')).not.toContain(dutch);
  });

  test('an observer and the coordinator see the plan and no trader, whatever they ask', async () => {
    const id = await both();
    const fact = await done(nl, 'joint-checks/add_fact', { id, ...sale });
    for (const browser of [observer, coordinator, await delegate('LU')]) {
      const page = await read(browser, id);
      expect(page).toContain('Horses of a test');
      for (const more of ['', '?format=json', '?table=facts&format=csv', '?known-at=2027&as-of=2027']) {
        const answer = await read(browser, id, more);
        for (const secret of [dutch, belgian, '50000', '50,000']) expect(answer).not.toContain(secret);
      }
      expect((await browser.get(`${path}/facts/${fact}`)).body).not.toContain(dutch);
    }
    expect(await read(observer, id), 'a number leads to an owner').not.toContain(horse);
    const form = `/en/demo-2020/do/joint-checks/add_fact?id=${id}`;
    expect((await nl.get(form)).body).toContain(horse);
    for (const browser of [observer, openBrowser(opened.server)])
      expect((await browser.get(form)).body).not.toContain(horse);
    for (const party of ['DE-NW', 'NL']) {
      expect((await ask(observer, 'joint-checks/add_fact', { id, ...sale, party })).status).toBe(403);
      expect((await ask(observer, 'joint-checks/agree', { id, party, plan: noPlan })).status).toBe(403);
    }
  });

  test('a seat in another field, a grant for the party as a whole, and a visitor open nothing', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const others = await Promise.all([
      signIn({ party: 'NL', body: 'fisc-mtic' }),
      signIn({ party: 'NL' }),
      signIn({ body: 'fisc-mtic' }),
      Promise.resolve(openBrowser(opened.server)),
    ]);
    for (const browser of others) {
      expect(await read(browser)).not.toContain('Horses of a test');
      expect(await read(browser, id)).not.toContain('Horses of a test');
      expect((await browser.get(`${path}?format=csv`)).body).not.toContain(id);
      expect([401, 403]).toContain(
        (await ask(browser, 'joint-checks/agree', { id, party: 'NL', plan: noPlan })).status,
      );
    }
    // Nothing of it by the ways that are open to everybody.
    for (const open of [`/api/demo-2020/records/vat_joint_check_facts`, `/en/demo-2020/find?q=${horse}`])
      expect((await openBrowser(opened.server).get(open)).body).not.toContain(dutch);
  });

  test('in the real register, where no source says who takes part, nothing opens', async () => {
    for (const who of [{ party: 'NL', body: 'fisc-cep' }, { body: 'fisc-cep' }, { party: 'NL' }]) {
      const browser = await signIn({ ...who, register: 'benelux' });
      const page = (await browser.get('/en/benelux/practice/vat/checks')).body;
      expect(page).toContain('does not say in which body states work together on VAT');
      expect((await ask(browser, 'joint-checks/propose', { party: 'NL', ...plan }, 'benelux')).status).toBe(
        403,
      );
      expect((await ask(browser, 'joint-checks/plan', plan, 'benelux')).status).toBe(403);
    }
  });

  test('readings are in the journal with whose seat opened them, and the journal holds', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    await read(be, id);
    const { rows } = await opened.database.read((tx) => entriesOf(tx, `vat_joint_checks/${id}`));
    expect(rows).toContainEqual({ event: 'vat_joint_checks.read', party: 'BE' });
    expect((await verifyJournal(opened.database)).faults).toEqual([]);
  });
});

describe('A state that joins a field late, leaves it or observes', () => {
  const seat = (party: string) => signIn({ party });

  test('sees from the day on which it joins, and in this field alone', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const fr = await delegate('FR');
    expect(await read(fr), 'no part yet').not.toContain('Horses of a test');
    const council = await signIn({ body: 'council' });
    await done(council, 'groups/admit', { id: 'fisc-cep', party: 'FR', role: 'participant', on: day });
    expect(await read(fr)).toContain('Horses of a test');
    expect(await read(fr, id), 'it is not in this check').not.toContain(dutch);
    // Of another field it is no part, with a seat there or not.
    const elsewhere = await signIn({ party: 'FR', body: 'fisc-mtic' });
    expect(await read(elsewhere)).not.toContain('Horses of a test');

    const late = await done(coordinator, 'joint-checks/plan', {
      ...plan,
      states: ['NL', 'FR'],
      title: 'With one more',
    });
    await agree(nl, late, 'NL');
    await agree(fr, late, 'FR');
    await done(nl, 'joint-checks/add_fact', { id: late, ...sale });
    expect(await read(fr, late)).toContain(dutch);
    expect(await read(be, late), 'nor is Belgium in that one').not.toContain(dutch);
  });

  test('sees nothing from the day after it left, and what it said and agreed to stays as it was', async () => {
    const id = await both();
    await done(be, 'joint-checks/add_fact', { id, ...sale, party: 'BE', fact: 'purchase', seller: dutch });
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    const open = await agreed(['NL', nl]);
    expect(await read(be, id)).toContain(dutch);
    const beMinistry = await seat('BE');
    await done(beMinistry, 'groups/leave', { id: 'fisc-cep', party: 'BE', on: day, reason: 'Other work' });
    // A part of which only a list speaks ends at once: since when it was held the register does not say.
    await onDay('2026-11-21');
    for (const where of ['', id, open]) {
      const page = await read(be, where);
      expect(page, 'it has a seat still').toContain('Player, Belgium, Elite horses');
      for (const secret of [dutch, 'Horses of a test']) expect(page, where).not.toContain(secret);
    }
    expect(await read(be, id, '?table=facts&format=json')).not.toContain(dutch);
    const asBelgium = { id: open, party: 'BE' };
    const agreeing = { ...asBelgium, plan: noPlan };
    expect((await ask(be, 'joint-checks/agree', agreeing)).status).toBe(403);
    expect((await ask(be, 'joint-checks/begin', asBelgium)).status).toBe(403);
    expect((await ask(be, 'joint-checks/add_fact', { ...sale, ...asBelgium })).status).toBe(403);
    // For who stays nothing of it is gone, and nobody waits for who has left.
    const page = await read(nl, id);
    expect(page).toContain('Both sides agree');
    expect(page).toMatch(/Agreed to the plan, 20 November 2026/);
    expect(await read(nl, open)).toContain('Agreed by all');
    await done(nl, 'joint-checks/begin', { id, party: 'NL' });
    await done(nl, 'joint-checks/record_result', { id, party: 'NL' });
    await done(nl, 'joint-checks/close', { id, party: 'NL' });
    // Who comes back is there again from then on, and a day before it is not.
    await onDay('2026-11-22');
    expect(await read(be, id)).not.toContain(dutch);
    await done(await seat('BE'), 'groups/join', { id: 'fisc-cep', party: 'BE', role: 'member', on: day });
    expect(await read(be, id)).toContain(dutch);
  });

  test('that only observes now sees the plan and no more facts, and has given its own word up to nobody', async () => {
    const id = await both();
    await done(nl, 'joint-checks/add_fact', { id, ...sale });
    expect(await read(be, id)).toContain(dutch);
    const beMinistry = await seat('BE');
    await done(beMinistry, 'groups/leave', { id: 'fisc-cep', party: 'BE', on: day, reason: 'Fewer people' });
    expect(await read(be, id), 'its last day').toContain(dutch);
    await onDay('2026-11-23');
    await done(await seat('BE'), 'groups/join', { id: 'fisc-cep', party: 'BE', role: 'observer', on: day });
    const page = await read(be, id);
    expect(page).toContain('Horses of a test');
    for (const secret of [dutch, horse]) expect(page).not.toContain(secret);
  });
});

async function entriesOf(tx: Parameters<Parameters<typeof opened.database.read>[0]>[0], subject: string) {
  return sql<{ event: string; party: string | null }>`
    select event, party from platform.journal where subject = ${subject}`.execute(tx);
}
