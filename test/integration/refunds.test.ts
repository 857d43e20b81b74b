import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import type { Person } from '#platform/access/access.ts';
import { fixedClock, todayOn } from '#platform/clock.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { receive } from '../../src/vat/refunds/actions/procedure.ts';
import { applicationJson, invoiceJson } from '../../src/vat/refunds/fixtures/applications.ts';
import { balanceOf } from '../../src/vat/refunds/rules/ledger.ts';
import { loadLedger } from '../../src/vat/refunds/store.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { numbersFrom } from '../support/people-at-work.ts';

/** Claims for a refund as officers of two states live them, through the API and the pages of a real node; and those who try what is not theirs. */

const clock = fixedClock('2026-11-26T12:00:00Z');
const today = todayOn(clock);
const ago = (days: number) => addDays(today, -days);
const register = 'demo-2020';
const claimsPath = `/en/${register}/practice/vat/refunds`;
const debtsPath = `/en/${register}/practice/vat/debts`;

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let nl: Browser;
let be: Browser;
let lu: Browser;
let ministry: Browser;
let visitor: Browser;
beforeAll(async () => {
  opened = await openFirstRegister({ clock });
  visitor = openBrowser(opened.server);
  expect((await visitor.post('/sign-in/year')).statusCode).toBe(303);
  [nl, be, lu, ministry] = await Promise.all([
    signIn('NL', 'fisc-vrp'),
    signIn('BE', 'fisc-vrp'),
    signIn('LU', 'fisc-vrp'),
    signIn('NL', ''),
  ]);
  visitor = openBrowser(opened.server);
}, 120_000);
afterAll(() => opened.close());

async function signIn(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register, role: 'player', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

/** Claims that wait to be received, as Belgium's desk of a body asks for them. */
const waitingAs = (body: string | null) =>
  opened.database.read(async (tx) => {
    const own = (await listRegisters(tx)).find(({ id }) => id === register);
    if (own === undefined) throw new Error(`${register} is not there`);
    const grant = {
      ...{
        register: own.id,
        role: 'player' as RecordId,
        party: 'BE' as RecordId,
        body: body as RecordId | null,
      },
      ...{ period: { from: null, to: null }, basis: 'test' },
    };
    const session = { hash: '', demonstration: false };
    const actor: Person = { kind: 'person', id: 'p', name: 'P', grants: [grant], session };
    return receive.waits?.(tx, { register: own, actor, today, clock, language: 'en' }, 'BE');
  });

/** What came of an act: nothing, or the codes of what stands against it. */
async function act(browser: Browser, name: string, input: object): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  if (answer.statusCode === 200) return [];
  return (JSON.parse(answer.body) as { findings: { code: string }[] }).findings.map(({ code }) => code);
}
async function made(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await browser.postJson(`/api/${register}/${name}`, input);
  expect(answer.statusCode, answer.body).toBe(200);
  return (JSON.parse(answer.body) as { subject: string }).subject.split('/')[1] ?? '';
}
async function done(browser: Browser, name: string, input: object): Promise<void> {
  expect(await act(browser, name, input), `${name} ${JSON.stringify(input)}`).toEqual([]);
}
const read = async (browser: Browser, address: string) => (await browser.get(address)).body;
const ledgerOf = (claim: string) => opened.database.read((tx) => loadLedger(tx, { register, claim }));

const fileOf = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64');
let references = 0;
/** Synthetic: another one each time, submitted 100 days ago, of 5,000 euro. */
function application(change: object = {}) {
  references += 1;
  const invoice = { number: `S-${references}`, date: '2025-03-04', taxable_cents: 25_000_00 };
  return applicationJson({
    id: `synthetic-${references}`,
    period: { from: '2025-01-01', to: '2025-12-31' },
    submitted_on: ago(100),
    invoices: [invoiceJson({ ...invoice, vat_cents: 5_000_00, deductible_cents: 5_000_00 })],
    ...change,
  });
}
const registered = (change: object = {}) =>
  made(nl, 'refunds/register', { party: 'NL', file: fileOf(application(change)) });

const debtInput = (amount: string, change: object = {}) => {
  references += 1;
  return {
    party: 'NL',
    reference: `synthetic-debt-${references}`,
    debtor: 'NL004495445B01',
    tax: 'vat',
    amount,
    assessed_on: ago(300),
    due_on: ago(270),
    enforceable_from: ago(200),
    ...change,
  };
};
const consentTo = (id: string) => ({ id, consent: 'k-1', signed_on: ago(50), on: ago(50) });
/** Up to what was granted: 4,800 less 300. */
async function granted(): Promise<string> {
  const id = await registered();
  await done(nl, 'refunds/forward', { id, on: ago(95) });
  await done(be, 'refunds/receive', { id, on: ago(94) });
  await done(nl, 'refunds/consent', consentTo(id));
  const reason = 'synthetic: not all was deductible';
  await done(be, 'refunds/approve', { id, approved: '4800', corrections: '300.00', reason, on: ago(40) });
  return id;
}

describe('A claim for a refund', () => {
  test('goes from its application to the last cent, each act by the state whose it is, and what was done stands in the journal', async () => {
    const id = await registered();
    expect(await act(be, 'refunds/forward', { id })).toEqual(['action_not_allowed']);
    expect(await act(be, 'refunds/receive', { id })).toEqual(['vat_claim_act_closed']);
    await done(nl, 'refunds/forward', { id, on: ago(95) });
    expect(await act(nl, 'refunds/receive', { id })).toEqual(['action_not_allowed']);
    await done(be, 'refunds/receive', { id, on: ago(94) });
    await done(be, 'refunds/ask', { id, question: 'a copy of S-1', on: ago(80) });
    expect(await act(be, 'refunds/refuse', { id, reason: 'x', on: ago(79) })).toEqual([
      'vat_claim_answer_awaited',
    ]);
    await done(be, 'refunds/answer', { id, on: ago(70) });
    expect(await act(be, 'refunds/approve', { id, approved: '4800', on: ago(60) })).toEqual([
      'vat_claim_reason_missing',
    ]);
    expect(await act(be, 'refunds/approve', { id, approved: '5000,01', reason: 'x' })).toEqual([
      'vat_claim_approved_over',
    ]);
    const reason = 'synthetic: not all was deductible';
    await done(be, 'refunds/approve', { id, approved: '4.800,00', corrections: '300', reason, on: ago(60) });
    const first = await made(nl, 'tax-debts/register', debtInput('1000', { rank: 2 }));
    const disputed = await made(nl, 'tax-debts/register', debtInput('900'));
    await done(nl, 'tax-debts/dispute', { id: disputed, on: ago(90) });
    const secret = await made(nl, 'tax-debts/register', debtInput('77777.77', { due_on: ago(299) }));
    const debts = [first, disputed];
    const propose = { id, road: 'consent_transfer', debts };
    expect(await act(nl, 'refunds/propose_offset', propose)).toEqual(['vat_offset_consent_missing']);
    await done(nl, 'refunds/consent', { ...consentTo(id), debts });
    await done(nl, 'refunds/propose_offset', { ...propose, on: ago(30) });
    const execute = { id, offset: 'o-1', on: ago(29) };
    expect(await act(nl, 'refunds/execute_offset', execute)).toEqual(['action_not_allowed']);
    await done(be, 'refunds/execute_offset', execute);
    expect(await act(be, 'refunds/execute_offset', execute)).toEqual(['vat_claim_offset_taken']);
    expect(await act(be, 'refunds/notify', { id, offset: 'o-1' })).toEqual(['action_not_allowed']);
    await done(nl, 'refunds/notify', { id, offset: 'o-1', on: ago(25) });
    await done(be, 'refunds/pay', { id, amount: '2600', on: ago(20) });
    // The dispute goes on, then ends for the debt; the assessment of the other falls in part.
    expect(await act(be, 'refunds/collect', { id, debt: disputed })).toEqual(['vat_claim_dispute_goes_on']);
    await done(nl, 'tax-debts/end_dispute', { id: disputed, on: ago(15) });
    await done(be, 'refunds/collect', { id, debt: disputed, on: ago(15) });
    expect(await act(be, 'refunds/reverse', { id, debt: first })).toEqual(['vat_claim_nothing_fell']);
    await done(nl, 'tax-debts/restate', { id: first, owed: '250', reason: 'synthetic', on: ago(10) });
    await done(be, 'refunds/reverse', { id, debt: first, on: ago(9) });
    await done(be, 'refunds/pay', { id, amount: '750', on: ago(8) });
    expect(balanceOf(await ledgerOf(id))).toEqual({
      ...{ refund: 4_500_00, paid: 3_350_00, setOff: 1_150_00, retained: 0, waiting: 0, disputed: 0 },
    });
    const page = await read(be, `${claimsPath}/${id}`);
    expect(page).toContain('The sum adds up to the cent.');
    expect(page).toMatch(/€\s?4,500\.00 = €\s?3,350\.00 paid/);
    expect(page, 'of what was not proposed the other state hears nothing').not.toContain('77,777');
    expect(page).not.toContain(secret);
    const { rows } = await opened.database.read((tx) =>
      sql<{ event: string; party: string }>`
        select event, party from platform.journal where subject = ${`vat_claims/${id}`} and event like 'refunds/%'
        order by id`.execute(tx),
    );
    expect(rows.map(({ event, party }) => `${party} ${event.slice(8)}`)).toEqual([
      ...['NL register', 'NL forward', 'BE receive', 'BE ask', 'BE answer', 'BE approve', 'NL consent'],
      ...[
        'NL propose_offset',
        'BE execute_offset',
        'NL notify',
        'BE pay',
        'BE collect',
        'BE reverse',
        'BE pay',
      ],
    ]);
  });

  test('is told to its two states alone, and every reading of it is journalled', async () => {
    // Beside another, so that a list is of several and its reading names none alone.
    await registered();
    const id = await registered({ id: 'synthetic-seen' });
    for (const browser of [nl, be])
      for (const address of [claimsPath, `${claimsPath}/${id}`])
        expect(await read(browser, address)).toContain('synthetic-seen');
    for (const browser of [lu, ministry, visitor])
      for (const address of [
        ...[claimsPath, `${claimsPath}/${id}`, `${claimsPath}/${id}?format=json`],
        ...['forward', 'consent', 'approve', 'notify'].map(
          (name) => `/en/${register}/do/refunds/${name}?id=${id}`,
        ),
        `/en/${register}/find?q=synthetic`,
      ]) {
        const told = await read(browser, address);
        expect(told, address).not.toContain('synthetic-seen');
        expect(told).not.toContain('NL004495445B01');
      }
    for (const browser of [lu, ministry, visitor])
      expect(await read(browser, `/en/${register}/record/vat_claims/${id}`)).not.toContain('synthetic-seen');
    const { rows } = await opened.database.read((tx) =>
      sql<{ party: string; count: number }>`
        select party, count(*)::integer as count from platform.journal
        where event = 'vat_claims.read' and subject = ${`vat_claims/${id}`} group by party order by party`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([
      { party: 'BE', count: 1 },
      { party: 'NL', count: 1 },
    ]);
  });

  test('is not forwarded with something against the whole of it, and goes along with what is against one invoice', async () => {
    const late = await registered({ period: { from: '2024-01-01', to: '2024-12-31' } });
    expect(await act(nl, 'refunds/forward', { id: late })).toEqual([
      'vat_claim_check_against',
      'vat_refund_applied_late',
    ]);
    const json = application();
    const twice = { ...json, id: 'synthetic-twice', invoices: [...json.invoices, json.invoices[0]] };
    const id = await made(nl, 'refunds/register', { party: 'NL', file: fileOf(twice) });
    await done(nl, 'refunds/forward', { id });
    expect(await read(be, `${claimsPath}/${id}`)).toContain('It was claimed already');
    const again = { party: 'NL', file: fileOf(twice) };
    expect(await act(nl, 'refunds/register', again)).toEqual(['vat_claim_registered']);
    expect(await act(be, 'refunds/register', { ...again, party: 'BE' })).toEqual([
      'vat_claim_of_another_state',
      'vat_refund_own_state',
    ]);
  });

  test('is brought as the sample that the form leads to, by officers of either state, and nothing stands against it', async () => {
    for (const [browser, party, other] of [
      [nl, 'NL', be],
      [be, 'BE', nl],
    ] as const) {
      const form = await read(browser, `/en/${register}/do/refunds/register`);
      const guide = /href="([^"]*application-file[^"]*)"/.exec(form)?.[1] ?? '';
      const page = await read(browser, guide);
      expect(page).toContain('invoices[].deductible_cents');
      const address = /href="([^"]*application-file\/sample[^"]*)"/.exec(page)?.[1] ?? '';
      const sample = (await browser.get(address, { accept: '*/*' })).body;
      const file = Buffer.from(sample).toString('base64');
      const id = await made(browser, 'refunds/register', { party, file });
      expect(await read(browser, `${claimsPath}/${id}`)).toContain(
        'Nothing was found against the application',
      );
      await done(browser, 'refunds/forward', { id });
      await done(other, 'refunds/receive', { id });
      expect(await act(browser, 'refunds/register', { party, file })).toEqual(['vat_claim_registered']);
    }
  });

  test('with one invoice is entered by form as its file would have it', async () => {
    const id = await made(nl, 'refunds/enter', {
      ...{ party: 'NL', reference: 'synthetic-entered', refund_state: 'BE', applicant: 'NL004495445B01' },
      ...{ name: 'n', address: 'a', email: 'v@example.org', activity: 'x', status: 'taxable' },
      ...{ no_supplies: 'yes', from: '2025-01-01', to: '2025-12-31', submitted_on: ago(90) },
      ...{ holder: 'n', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A', supplier: 'BE0403019261' },
      ...{ supplier_name: 's', supplier_address: 's', invoice: 'E-1', invoice_date: '2025-05-05' },
      ...{ taxable: '1.000,00', vat: '210', deductible: '210.00', pro_rata: '100', nature: '6' },
    });
    const page = await read(nl, `${claimsPath}/${id}`);
    expect(page).toContain('Nothing was found against the application as a whole.');
    await done(nl, 'refunds/forward', { id });
  });

  test('tells the taxpayer of an offset in four languages, on the page and as a document', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('5123.45'));
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt], on: ago(30) });
    await done(be, 'refunds/execute_offset', { id, offset: 'o-1', on: ago(29) });
    // What is left of the debt is 623.45: for its own state, and for the taxpayer.
    expect(await read(nl, `${claimsPath}/${id}/notices/o-1`)).toContain('623.45');
    for (const address of [`${claimsPath}/${id}`, `${claimsPath}/${id}/notices/o-1`])
      expect(await read(be, address)).not.toMatch(/623\.45|5,123/);
    const titles = { en: 'Notice of offset', nl: 'Kennisgeving van verrekening', fr: 'Avis de compensation' };
    for (const [language, title] of Object.entries({ ...titles, de: 'Mitteilung der Verrechnung' })) {
      const address = `/${language}/${register}/practice/vat/refunds/${id}/notices/o-1`;
      expect(await read(nl, address)).toContain(title);
      const file = await be.get(`${address}?format=json`, { accept: '*/*' });
      expect(file.statusCode).toBe(200);
      expect(JSON.parse(file.body)).toMatchObject({
        ...{ language, sections: [{ id: 'lines' }, { id: 'remedy' }] },
      });
      expect(await read(lu, address)).not.toContain('synthetic-debt');
    }
    const docx = await nl.get(`${claimsPath}/${id}/notices/o-1?format=docx`, { accept: '*/*' });
    expect(docx.statusCode).toBe(200);
    for (const table of ['invoices', 'ledger', 'history'])
      expect((await nl.get(`${claimsPath}/${id}?table=${table}&format=csv`)).statusCode).toBe(200);
  });

  test('tells the taxpayer of an offset what each of the two states named, also that which only carried it out', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('100'));
    const of = (state: string) => ({
      ...{ authority: `Synthetic office of ${state}`, remedy: `Synthetic: object in ${state}.` },
    });
    const propose = { id, road: 'consent_transfer', debts: [debt], on: ago(30) };
    await done(nl, 'refunds/propose_offset', { ...propose, ...of('north') });
    await done(be, 'refunds/execute_offset', { id, offset: 'o-1', on: ago(29), ...of('south') });
    for (const browser of [nl, be]) {
      const notice = await read(browser, `${claimsPath}/${id}/notices/o-1`);
      for (const state of ['north', 'south'])
        for (const said of Object.values(of(state))) expect(notice).toContain(said);
      expect(notice).toContain('Authority (Belgium)');
      expect(notice).toContain('What you can do against this (Belgium)');
    }
  });

  test('tells the taxpayer of the decision, with the authority and the remedy that were recorded, and says what was not', async () => {
    const id = await granted();
    const page = `${claimsPath}/${id}`;
    const notice = `${page}/notices/decision`;
    const lack = 'Neither the authority nor the remedy is recorded';
    expect(await read(be, page), 'before one makes it').toContain(lack);
    const bare = await read(be, notice);
    for (const word of [lack, 'Granted in part', '€4,500.00', '€500.00', 'not all was deductible'])
      expect(bare).toContain(word);
    expect(bare).toContain('No remedy is recorded with this notice');
    expect((await read(nl, `${page}/notices/decision?format=json`)).includes('Granted in part')).toBe(true);
    expect(await read(lu, notice)).not.toContain('Granted in part');

    const other = await registered();
    await done(nl, 'refunds/forward', { id: other, on: ago(95) });
    expect(await read(be, `${claimsPath}/${other}/notices/decision`)).not.toContain('Refused');
    await done(be, 'refunds/receive', { id: other, on: ago(94) });
    const [authority, remedy] = [
      'Synthetic office of refunds',
      'Synthetic: object at that office.\nIn time.',
    ];
    await done(be, 'refunds/refuse', {
      id: other,
      reason: 'synthetic reason',
      authority,
      remedy,
      on: ago(40),
    });
    const said = await read(be, `${claimsPath}/${other}/notices/decision`);
    for (const word of [
      authority,
      'Synthetic: object at that office.',
      'In time.',
      'Refused',
      'synthetic reason',
    ])
      expect(said).toContain(word);
    expect(said).not.toContain('recorded');
    expect(await read(be, `${claimsPath}/${other}`)).not.toContain('is recorded: the notice');
    const pdf = await be.get(`${claimsPath}/${other}/notices/decision?format=docx`, { accept: '*/*' });
    expect(pdf.statusCode).toBe(200);
    // What a state named once stands in its next form, and not in that of another.
    const third = await registered();
    const form = (name: string) => `/en/${register}/do/refunds/${name}?id=${third}`;
    expect(await read(nl, form('refuse_forwarding'))).not.toContain(authority);
    await done(nl, 'refunds/forward', { id: third, on: ago(95) });
    await done(be, 'refunds/receive', { id: third, on: ago(94) });
    expect(await read(be, form('refuse'))).toContain(authority);
    expect(await read(lu, form('refuse'))).not.toContain(authority);
  });

  test('has authority and remedy added after the decision by who decided, which its notice then names; nothing is overwritten', async () => {
    const id = await granted();
    const page = `${claimsPath}/${id}`;
    const form = `do/refunds/add_remedy?id=${id}`;
    expect([(await read(be, page)).includes(form), (await read(nl, page)).includes(form)]).toEqual([
      true,
      false,
    ]);
    const add = (browser: Browser, said: object, notice = 'decision') =>
      act(browser, 'refunds/add_remedy', { id, notice, ...said });
    const [authority, remedy] = ['Synthetic late office', 'Synthetic: object there in time.'];
    expect(await add(nl, { authority })).toEqual(['action_not_allowed']);
    expect(await add(be, {})).toEqual(['vat_claim_remedy_empty']);
    expect(await add(be, { authority })).toEqual([]);
    expect(await read(be, page)).toContain('The remedy is not recorded');
    expect(await add(be, { authority: 'Another office', remedy })).toEqual(['vat_claim_remedy_said']);
    expect(await add(be, { remedy })).toEqual([]);
    for (const browser of [nl, be]) {
      const notice = await read(browser, `${page}/notices/decision`);
      for (const word of [authority, remedy, 'Authority or remedy added on', 'Granted in part', '€4,500.00'])
        expect(notice).toContain(word);
      expect(notice).not.toContain('is recorded');
      expect(await read(browser, page)).toMatch(/Authority or remedy added.{0,300}Synthetic late office/s);
    }
    expect(await read(be, page)).not.toContain(form);
    // Of an offset it is for the state that tells the taxpayer of it, also once he was told.
    const debt = await made(nl, 'tax-debts/register', debtInput('800'));
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt] });
    await done(be, 'refunds/execute_offset', { id, offset: 'o-1' });
    await done(nl, 'refunds/notify', { id, offset: 'o-1' });
    expect(await add(be, { authority }, 'o-1')).toEqual(['action_not_allowed']);
    expect(await add(nl, { authority: 'Synthetic Dutch office', remedy }, 'o-1')).toEqual([]);
    expect(await read(be, `${page}/notices/o-1`)).toContain('Synthetic Dutch office');
    // What goes no further, or is refused, is no exception.
    const other = await registered();
    await done(nl, 'refunds/refuse_forwarding', { id: other, reason: 'synthetic' });
    await done(nl, 'refunds/add_remedy', { id: other, notice: 'decision', authority, remedy });
    expect(await read(be, `${claimsPath}/${other}/notices/decision`)).toContain(authority);
    expect(balanceOf(await ledgerOf(id))).toMatchObject({ setOff: 800_00, waiting: 3_700_00 });
  });

  test('stands on the desk of the state that has something to do, and on no other', async () => {
    const desk = (browser: Browser) => read(browser, `/en/${register}/desk`);
    const panel = async (browser: Browser) =>
      /<section[^>]*id="vat-refunds".*?<\/section>/s.exec(await desk(browser))?.[0] ?? '';
    const id = await registered();
    // Submitted 100 days ago, so to be forwarded 15 days later: overdue, for the state of establishment alone.
    expect(await panel(nl)).toContain(id);
    expect(await panel(nl)).toMatch(/Forward<.*days late.*Overdue/s);
    expect(await panel(be)).not.toContain(id);
    await done(nl, 'refunds/forward', { id });
    expect(await panel(nl)).not.toContain(id);
    const receive = `do/refunds/receive?id=${id}`;
    expect(await desk(be), 'no term says it').toContain(receive);
    expect(await desk(nl)).not.toContain(receive);
    // Any desk of Belgium asks what waits for it; no claim is read for one that does not sit in the field.
    expect(await waitingAs('fisc-vrp')).toContain(id);
    for (const body of ['fisc-mtic', null]) expect(await waitingAs(body)).toEqual([]);
    await done(be, 'refunds/receive', { id });
    expect(await desk(be)).not.toContain(id);
    for (const browser of [lu, ministry, visitor]) expect(await desk(browser)).not.toContain(id);
    expect(await panel(ministry)).toBe('');
  });

  test('that is done with leaves the list of what is to be done, and stays in that of all claims and its export', async () => {
    const id = await registered();
    expect(await read(nl, `${claimsPath}?format=csv`)).toContain(id);
    await done(nl, 'refunds/refuse_forwarding', { id, reason: 'synthetic' });
    expect(await read(nl, claimsPath)).not.toContain(id);
    expect(await read(nl, `${claimsPath}?format=csv`)).not.toContain(id);
    const first = await read(nl, `${claimsPath}?list=all`);
    expect(first, 'the newest first').toContain(id);
    expect(await read(nl, `${claimsPath}?list=all&format=csv`)).toContain(id);
    expect(await read(lu, `${claimsPath}?list=all`)).not.toContain(id);
    expect(await read(nl, `${claimsPath}?as-of=${ago(1)}`), 'as of yesterday it was open').toContain(id);
  });

  test('is made up in a made-up register, each as if people had done it', async () => {
    await done(nl, 'refunds/make_up', { party: 'NL', refund_state: 'BE' });
    const list = await read(be, `${claimsPath}?side=refund`);
    expect(list).toContain('made-up-');
    expect(list).toContain('Overdue');
    for (const language of ['nl', 'fr', 'de', 'en'])
      expect((await nl.get(`/${language}/${register}/practice/vat/refunds`)).statusCode).toBe(200);
    const json = JSON.parse((await be.get(`${claimsPath}?format=json&turn=refund`)).body) as {
      rows: { due: string; by: string }[];
    };
    const days = json.rows.map(({ due }) => due);
    expect(days).toEqual(days.toSorted());
    expect(json.rows.every(({ by }) => by === 'refund')).toBe(true);
  });
});

describe('Against who tries what is not theirs', () => {
  test('a third state, a party as a whole and a visitor can neither read a claim nor act on it', async () => {
    const id = await registered();
    for (const browser of [lu, ministry, visitor])
      for (const name of ['forward', 'receive', 'refuse', 'consent', 'pay']) {
        const input = { id, reason: 'x', amount: '1', consent: 'k', signed_on: today };
        const given = name === 'pay' ? { id, amount: '1' } : name === 'refuse' ? { id, reason: 'x' } : { id };
        const sent = name === 'consent' ? { id, consent: input.consent, signed_on: today } : given;
        expect(await act(browser, `refunds/${name}`, sent)).toEqual(['action_not_allowed']);
      }
  });

  test('debts are not readable by the state of refund, on pages, in files, in forms or by what an act is refused for', async () => {
    const id = await granted();
    const said = debtInput('1000', { reference: 'synthetic-private' });
    const debt = await made(nl, 'tax-debts/register', said);
    expect(await read(nl, debtsPath)).toContain('synthetic-private');
    expect(await read(nl, `${debtsPath}/${debt}`)).toContain('synthetic-private');
    for (const browser of [be, lu, ministry, visitor])
      for (const address of [
        ...[debtsPath, `${debtsPath}/${debt}`, `${debtsPath}?format=json`, `${claimsPath}/${id}`],
        ...['propose_offset', 'consent', 'collect', 'reverse'].map(
          (name) => `/en/${register}/do/refunds/${name}?id=${id}`,
        ),
        ...['dispute', 'restate', 'stay'].map((name) => `/en/${register}/do/tax-debts/${name}?id=${debt}`),
        `/en/${register}/record/vat_debts/${debt}`,
      ])
        expect(await read(browser, address), address).not.toContain('synthetic-private');
    expect(await read(nl, `/en/${register}/do/refunds/propose_offset?id=${id}`)).toContain(
      'synthetic-private',
    );
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt] });
    await done(nl, 'tax-debts/stay', { id: debt });
    // An insolvency is for nobody to hear of by asking.
    const refused = await be.postJson(`/api/${register}/refunds/execute_offset`, { id, offset: 'o-1' });
    expect(refused.body).toContain('vat_offset_debts_closed');
    expect(refused.body).not.toContain('vat_debt_');
    for (const name of ['dispute', 'end_stay'])
      expect(await act(be, `tax-debts/${name}`, { id: debt })).toEqual(['action_not_allowed']);
  });

  test('who has the seat and not for the right state is told for whom it is, and not to get the seat', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('1000'));
    const seat = 'It opens with a seat in';
    for (const address of [`${debtsPath}/${debt}`, `${debtsPath}/none`]) {
      const told = await read(be, address);
      expect(told).toContain('a debt is shown to the state that is owed alone');
      expect(told).not.toContain(seat);
      expect(await read(ministry, address)).toContain(seat);
    }
    for (const address of [`${claimsPath}/${id}`, `${claimsPath}/${id}/notices/decision`]) {
      expect(await read(lu, address)).toContain('the state of establishment and the state of refund alone');
      expect(await read(lu, address)).not.toContain(seat);
      expect(await read(ministry, address)).toContain(seat);
    }
  });

  test('can be read by one while another fills in a form about it', async () => {
    const id = await registered();
    const form = await read(nl, `/en/${register}/do/refunds/forward?id=${id}`);
    const seen = Number(/name="seen" value="(\d+)"/.exec(form)?.[1]);
    expect(seen).toBeGreaterThan(0);
    await read(nl, `${claimsPath}/${id}`);
    await done(nl, 'refunds/forward', { id, seen });
  });

  test('no more is set off than was proposed, whatever is owed by then', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('100'));
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt], on: ago(30) });
    await done(nl, 'tax-debts/restate', { id: debt, owed: '500', reason: 'synthetic', on: ago(29) });
    await done(be, 'refunds/execute_offset', { id, offset: 'o-1', on: ago(28) });
    const taken = (await ledgerOf(id)).filter(({ taking }) => taking !== null);
    expect(taken.map(({ cents }) => cents)).toEqual([100_00]);
    // The rest is for another proposal.
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt], on: ago(27) });
    await done(be, 'refunds/execute_offset', { id, offset: 'o-2', on: ago(26) });
    const after = (await ledgerOf(id)).filter(({ taking }) => taking !== null);
    expect(after.map(({ cents }) => cents)).toEqual([100_00, 400_00]);
  });

  test('nothing is set off without consent, by consent that was withdrawn, or by the state that is owed', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('1000'));
    const propose = { id, road: 'consent_transfer', debts: [debt] };
    await done(nl, 'refunds/propose_offset', propose);
    expect(await act(nl, 'refunds/execute_offset', { id, offset: 'o-1' })).toEqual(['action_not_allowed']);
    await done(be, 'refunds/withdraw_consent', { id });
    expect(await act(be, 'refunds/execute_offset', { id, offset: 'o-1' })).toContain(
      'vat_offset_consent_withdrawn',
    );
    expect(await act(be, 'refunds/execute_offset', { id, offset: 'o-9' })).toEqual([
      'vat_claim_offset_unknown',
    ]);
    expect(await act(be, 'refunds/execute_offset', { id, offset: 'o-1', provision: 'x' })).toEqual([
      'vat_claim_provision_without_request',
    ]);
    const request = { id, road: 'recovery_request', debts: [debt] };
    expect(await act(nl, 'refunds/propose_offset', request)).toEqual(['vat_claim_request_missing']);
    expect(await act(nl, 'refunds/propose_offset', { ...request, reference: 'r-1' })).toContain(
      'vat_offset_instrument_missing',
    );
    const large = await made(nl, 'tax-debts/register', debtInput('2000'));
    const whole = { ...request, debts: [large], reference: 'r-1', instrument: 'u-1' };
    await done(nl, 'refunds/propose_offset', whole);
    await done(be, 'refunds/execute_offset', { id, offset: 'o-2', provision: 'synthetic provision' });
    expect((await ledgerOf(id)).at(-1)?.taking?.road).toBe('set_off');
    expect(balanceOf(await ledgerOf(id))).toMatchObject({ setOff: 2_000_00, waiting: 2_500_00 });
  });

  test('a consent is of the applicant alone, and is refused at the form where another signed', async () => {
    const id = await granted();
    for (const signed_by of ['J. Test', 'BE0403019261', 'NL004495445B02']) {
      const answer = await nl.postJson(`/api/${register}/refunds/consent`, {
        ...{ id, consent: 'k-2', signed_on: today, signed_by },
      });
      expect(answer.statusCode).not.toBe(200);
      const { findings } = JSON.parse(answer.body) as { findings: { code: string; place: string }[] };
      expect(findings).toMatchObject([{ code: 'vat_claim_signed_by_another', place: 'body.signed_by' }]);
      expect(answer.body).toContain('NL004495445B01');
    }
    await done(nl, 'refunds/consent', {
      id,
      consent: 'k-2',
      signed_on: today,
      signed_by: 'nl 0044.95445.B01',
    });
    await made(nl, 'tax-debts/register', debtInput('100'));
    await done(be, 'refunds/withdraw_consent', { id });
    const page = await read(nl, `${claimsPath}/${id}`);
    expect(page).toMatch(/As it stands, no debt would get anything of it:.{0,200}The consent was withdrawn/s);
  });

  test('what is proposed cannot be proposed again until it is carried out or withdrawn', async () => {
    const id = await granted();
    const [debt, large] = [
      await made(nl, 'tax-debts/register', debtInput('800')),
      await made(nl, 'tax-debts/register', debtInput('9000')),
    ];
    const propose = (debts: readonly string[]) =>
      act(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts });
    expect(await propose([debt])).toEqual([]);
    const again = await nl.postJson(`/api/${register}/refunds/propose_offset`, {
      ...{ id, road: 'consent_transfer', debts: [debt] },
    });
    expect(again.body).toContain('vat_offset_proposed');
    expect(again.body).toMatch(/o-1 was proposed on this debt already, takes 800/);
    // The other takes what is left of the refund; nothing is left for a third.
    expect(await propose([large])).toEqual([]);
    const third = await made(nl, 'tax-debts/register', debtInput('50'));
    expect(await propose([third])).toEqual(['vat_offset_waiting_proposed']);
    expect(await read(nl, `${claimsPath}/${id}`)).toContain('o-1 was proposed on this debt already');
    await done(nl, 'refunds/withdraw_offset', { id, offset: 'o-2' });
    expect(await act(nl, 'refunds/withdraw_offset', { id, offset: 'o-2' })).toEqual([
      'vat_claim_offset_withdrawn',
    ]);
    expect(await act(be, 'refunds/execute_offset', { id, offset: 'o-2' })).toEqual([
      'vat_claim_offset_withdrawn',
    ]);
    expect(await propose([third])).toEqual([]);
    for (const offset of ['o-1', 'o-3']) await done(be, 'refunds/execute_offset', { id, offset });
    expect(await act(nl, 'refunds/withdraw_offset', { id, offset: 'o-1' })).toEqual([
      'vat_claim_offset_taken',
    ]);
    expect(balanceOf(await ledgerOf(id))).toMatchObject({ setOff: 850_00, waiting: 3_650_00 });
  });

  test('an offset of which nothing is left waits for nobody, says so, and is withdrawn by who proposed it', async () => {
    const id = await granted();
    const [debt, other] = [
      await made(nl, 'tax-debts/register', debtInput('800')),
      await made(nl, 'tax-debts/register', debtInput('500')),
    ];
    for (const one of [debt, other])
      await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [one] });
    const form = `do/refunds/execute_offset?id=${id}`;
    const desk = () => read(be, `/en/${register}/desk`);
    expect(await desk()).toContain(form);
    // The first falls away at home, which is for the other state to hear no more of than that nothing is left.
    await done(nl, 'tax-debts/restate', { id: debt, owed: '0', reason: 'synthetic' });
    const page = await read(be, `${claimsPath}/${id}`);
    expect(page).toMatch(/o-1:.{0,200}can no longer be carried out/s);
    expect(page).toMatch(/o-2:.{0,200}to be carried out by the state of refund/s);
    expect(await read(be, `/en/${register}/${form}`)).not.toContain('value="o-1"');
    // Then the refund is paid out.
    await done(be, 'refunds/pay', { id, amount: '4500' });
    expect(await desk()).not.toContain(form);
    expect(await act(be, 'refunds/withdraw_offset', { id, offset: 'o-2' })).toEqual(['action_not_allowed']);
    expect(await read(nl, `${claimsPath}/${id}`)).toContain(`do/refunds/withdraw_offset?id=${id}`);
    for (const offset of ['o-1', 'o-2']) await done(nl, 'refunds/withdraw_offset', { id, offset });
    const after = await read(nl, `${claimsPath}/${id}`);
    expect(after).not.toContain('can no longer be carried out');
    expect(after).not.toContain(`do/refunds/withdraw_offset?id=${id}`);
  });

  test('a debt that is met in full is met in the list, and no longer open', async () => {
    const id = await granted();
    const debt = await made(nl, 'tax-debts/register', debtInput('800', { reference: 'synthetic-met' }));
    const listed = async (state: string) =>
      (await read(nl, `${debtsPath}?state=${state}&format=json`)).includes(debt);
    await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt] });
    expect([await listed('open'), await listed('met')]).toEqual([true, false]);
    await done(be, 'refunds/execute_offset', { id, offset: 'o-1' });
    expect([await listed('open'), await listed('met')]).toEqual([false, true]);
    expect(await read(nl, `${debtsPath}?state=met`)).toMatch(/synthetic-met.{0,600}Met/s);
    expect(await read(nl, `${debtsPath}/${debt}`)).toMatch(/State.{0,200}Met/s);
  });

  test('a debt is met once, out of whichever of several refunds', async () => {
    const [one, other] = [await granted(), await granted()];
    const debt = await made(nl, 'tax-debts/register', debtInput('1000'));
    for (const id of [one, other])
      await done(nl, 'refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt] });
    const both = await Promise.all(
      [one, other].map((id) => act(be, 'refunds/execute_offset', { id, offset: 'o-1' })),
    );
    expect(both.filter((codes) => codes.length === 0).length).toBe(1);
    expect(both.flat()).toEqual(['vat_offset_debts_closed']);
    const taken = await Promise.all([one, other].map(async (id) => balanceOf(await ledgerOf(id)).setOff));
    expect(taken.reduce((sum, cents) => sum + cents, 0)).toBe(1_000_00);
  });

  test('of two who do the same at once, one is refused', async () => {
    const id = await granted();
    const paid = await Promise.all([
      act(be, 'refunds/pay', { id, amount: '4500' }),
      act(be, 'refunds/pay', { id, amount: '4500' }),
    ]);
    expect(paid.toSorted((a, b) => a.length - b.length)).toEqual([[], ['vat_ledger_short']]);
    expect(balanceOf(await ledgerOf(id))).toMatchObject({ paid: 4_500_00, waiting: 0 });
  });
});

test('whatever two states do and in whatever order, each cent is in one place, and none is set off without a road', async () => {
  const next = numbersFrom(20080215);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const ids = [await granted(), await registered(), await granted()];
  const debts: string[] = [];
  for (const amount of ['0.01', '333.33', '1000', '2500.10'])
    debts.push(await made(nl, 'tax-debts/register', debtInput(amount)));
  const seen = new Map<string, number>();
  const proposed = new Map<string, number>();
  const tally = (name: string) => void seen.set(name, (seen.get(name) ?? 0) + 1);
  for (let count = 0; count < 320; count += 1) {
    const id = pick(ids);
    const debt = pick(debts);
    const amount = pick(['0.01', '99.99', '250']);
    // Mostly that which was proposed last: those before it are carried out or withdrawn.
    const offset = `o-${Math.max(1, (proposed.get(id) ?? 0) - Math.floor(next() * 1.3))}`;
    const [name, input] = pick<readonly [string, object]>([
      ...([
        ['refunds/forward', { id }],
        ['refunds/receive', { id }],
        ['refunds/answer', { id }],
      ] as const),
      ...([
        ['refunds/ask', { id, question: 'x' }],
        ['refunds/withdraw_consent', { id }],
        ['refunds/withdraw_offset', { id, offset }],
      ] as const),
      ['refunds/approve', { id, approved: amount, reason: 'x' }],
      ['refunds/consent', { id, consent: `k-${count}`, signed_on: today }],
      ['refunds/propose_offset', { id, road: 'consent_transfer', debts: [debt, pick(debts)] }],
      ['refunds/propose_offset', { id, road: 'recovery_request', debts, reference: 'r', instrument: 'u' }],
      ['refunds/execute_offset', { id, offset }],
      ['refunds/execute_offset', { id, offset, provision: 'p' }],
      ...([
        ['refunds/collect', { id, debt }],
        ['refunds/reverse', { id, debt }],
      ] as const),
      ...([
        ['refunds/pay', { id, amount }],
        ['refunds/correct', { id, amount, reason: 'x' }],
      ] as const),
      ...([
        ['tax-debts/dispute', { id: debt }],
        ['tax-debts/end_dispute', { id: debt }],
      ] as const),
      ['tax-debts/restate', { id: debt, owed: pick(['0', '100', '333.33', '1000']), reason: 'x' }],
      ...([
        ['tax-debts/end_dispute', { id: debt }],
        ['tax-debts/end_stay', { id: debt }],
      ] as const),
      ['refunds/execute_offset', { id, offset }],
      ['refunds/consent', { id, consent: `j-${count}`, signed_on: today }],
      ['tax-debts/stay', { id: debt }],
      ['tax-debts/end_stay', { id: debt }],
    ]);
    // Mostly whoever's turn it is, sometimes the other.
    const isOfRefund = /ask|answer|receive|approve|execute|collect|reverse|pay|correct|withdraw_consent/.test(
      name,
    );
    const codes = await act(isOfRefund === next() < 0.9 ? be : nl, name, input);
    if (codes.length > 0) continue;
    tally(name);
    if (name === 'refunds/propose_offset') proposed.set(id, (proposed.get(id) ?? 0) + 1);
    // What fell is moved back in one of two cases, and stays where it is in the other until somebody comes by.
    if (name !== 'tax-debts/restate' || next() < 0.5) continue;
    for (const one of ids)
      if ((await act(be, 'refunds/reverse', { id: one, debt })).length === 0) tally('refunds/reverse');
  }
  // The walk must have gone somewhere.
  const needed = ['propose_offset', 'execute_offset', 'pay', 'reverse', 'consent'];
  expect([...seen.keys()]).toEqual(expect.arrayContaining(needed.map((name) => `refunds/${name}`)));
  for (const id of ids) {
    const ledger = await ledgerOf(id);
    const { refund, paid, setOff, retained, waiting, disputed } = balanceOf(ledger);
    expect(refund).toBe(paid + setOff + retained);
    expect(Math.min(paid, setOff, waiting, disputed)).toBeGreaterThanOrEqual(0);
    const { rows } = await sql<{ details: { act: string; entries: number; event: Happened } }>`
      select details from platform.transition where register = ${register} and kind = 'vat_claims' and subject = ${id}
      order by recorded_at, id`.execute(opened.database.owner);
    // History and ledger say the same: as many entries as the last act left, and as much money.
    expect(rows.at(-1)?.details.entries).toBe(ledger.length);
    const waits = rows.reduce((sum, { details: { act: what, event } }) => {
      if (what === 'approve') return sum + (event.approved ?? 0) - (event.corrections ?? 0);
      if (what === 'reverse') return sum + (event.cents ?? 0);
      return ['pay', 'correct', 'execute_offset'].includes(what) ? sum - (event.cents ?? 0) : sum;
    }, 0);
    expect(waits).toBe(waiting);
    // Before each taking by consent there is one that had not been withdrawn.
    let stands = false;
    for (const { details } of rows) {
      if (details.act === 'consent') stands = true;
      if (details.act === 'withdraw_consent') stands = false;
      if (details.act === 'execute_offset' && details.event.road === 'consent_transfer')
        expect(stands).toBe(true);
    }
    for (const { move, taking } of ledger)
      if (move === 'set_off' || move === 'retain') expect(taking?.road).toBeDefined();
  }
}, 120_000);

type Happened = {
  readonly approved?: number;
  readonly corrections?: number;
  readonly cents?: number;
  readonly road?: string;
};
