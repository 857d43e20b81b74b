import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { performAction } from '#platform/actions/perform.ts';
import { type Clock, fixedClock, systemClock, todayOn } from '#platform/clock.ts';
import { listJournal, sequenceJournal, verifyJournal } from '#platform/journal/journal.ts';
import { writeRecords } from '#platform/records/records.ts';
import { stateHash } from '#platform/records/state.ts';
import { modules } from '../../src/app/modules.ts';
import { closeDormant } from '../../src/exchange/authorisations/close-dormant.ts';
import { suspendedServices } from '../../src/exchange/authorisations/rules/standing.ts';
import { loadSituations, recordUses } from '../../src/exchange/index.ts';
import { AccessRequest } from '../../src/exchange/model.ts';
import { supervisionOf } from '../../src/exchange/readers.ts';
import { listAuthorisations } from '../../src/exchange/situation/store.ts';
import { exportFolder } from '../../src/union/files/export.ts';
import { restoreFolder } from '../../src/union/files/restore.ts';
import { bodies, powers } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { createTestDatabase } from '../support/test-database.ts';

/**
 * Named authorisations, the register of improper use and consents, through API and forms: who may, who may not, and what a
 * decision of the day takes from them. All names of officers and cases are made up and say so.
 */

const register = 'benelux' as RegisterId;
const today = todayOn(systemClock);
const agreement = 'police-2018-15-be-nl';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let nl: Browser;
let be: Browser;
let lu: Browser;
let supervisor: Browser;
let other: Browser;
let visitor: Browser;
beforeAll(async () => {
  opened = await openFirstRegister();
  // Who supervises the exchange for NL is made up: the source names no authority.
  const body = 'synthetic-supervisor';
  const drafts = [
    { kind: bodies, id: body, body: { id: body, name: 'Supervisor (synthetic)' } },
    { kind: powers, id: supervisionOf('NL'), body: { id: supervisionOf('NL'), body } },
  ];
  await opened.database.write((tx) =>
    writeRecords(tx, fixedClock('2020-06-01T08:00:00Z'), {
      register,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: drafts.map((one, position) => ({
        ...one,
        id: one.id as RecordId,
        position: 900 + position,
        transitions: [],
      })),
    }),
  );
  nl = await signIn('NL', '');
  be = await signIn('BE', '');
  lu = await signIn('LU', '');
  supervisor = await signIn('', body);
  other = await signIn('', 'sg');
  visitor = openBrowser(opened.server);
});
afterAll(() => opened.close());

async function signIn(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register, role: 'line-ministry', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

type Answered = { readonly subject: string; readonly page: string };

/** Through the API: the id of what was acted on. */
async function done(browser: Browser, name: string, input: object): Promise<string> {
  const answer = await browser.postJson(`/api/benelux/${name}`, input);
  expect(answer.statusCode, `${name} ${answer.body}`).toBe(200);
  return (JSON.parse(answer.body) as Answered).subject.split('/')[1] ?? '';
}

/** Codes and places of all that is wrong with it. */
async function refused(browser: Browser, name: string, input: object): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/benelux/${name}`, input);
  if (answer.statusCode === 200) return [];
  expect(answer.body, 'no name of an officer in a refusal').not.toContain('synthetic-officer');
  const { findings } = JSON.parse(answer.body) as { findings: { code: string; place: string }[] };
  return findings.map(({ code, place }) => `${code} ${place}`.trim());
}

async function pageOf(browser: Browser, path: string, language = 'en'): Promise<string> {
  const answer = await browser.get(`/${language}/benelux/practice/exchange${path}`);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
}

let made = 0;
/** An officer of NL whom BE lists. */
const officer = (more: object = {}) => {
  made += 1;
  return {
    party: 'BE',
    officer_party: 'NL',
    officer: `synthetic-officer-${made}`,
    data_set: 'registers',
    basis: agreement,
    trained_on: '2026-02-01',
    screened_on: '2026-01',
    from: today,
    dormant_after_days: 30,
    ...more,
  };
};

/** What a decision of that day may take from what a supplier has on record, of all officers that were made up. */
async function situation(supplier: string, day: PlainDate = today) {
  const found = [];
  for (let number = 1; number <= made; number += 1) {
    const request = {
      from: { party: 'NL', officer: `synthetic-officer-${number}` },
      to: supplier,
      consents: [],
    };
    const asked = [{ register, request, named: true }];
    const [held] = await opened.database.read((tx) => loadSituations(tx, asked, day));
    found.push(...(held?.authorisations ?? []));
  }
  return found;
}
const openIds = async (supplier: string, day: PlainDate = today) =>
  (await situation(supplier, day))
    .filter(
      ({ from, until, suspendedOn }) =>
        from <= day && (until === null || day < until) && (suspendedOn === null || day < suspendedOn),
    )
    .map(({ id }) => id);

describe('Officers listed by name', () => {
  test('are listed by the supplier alone, and each fault of a list is told', async () => {
    const asked = officer();
    expect(await refused(nl, 'authorisations/list', asked)).toEqual(['party_not_allowed body.party']);
    expect(await refused(visitor, 'authorisations/list', asked)).toEqual(['action_not_allowed']);
    expect(await refused(supervisor, 'authorisations/list', asked)).toEqual(['action_not_allowed']);
    expect(
      await refused(be, 'authorisations/list', {
        ...asked,
        officer_party: 'BE',
        basis: 'none',
        trained_on: '2999',
        until: '2020',
      }),
    ).toEqual([
      'reference_dangling body.basis',
      'officer_of_supplier body.officer_party',
      'date_in_future body.trained_on',
      'authorisation_never_holds body.until',
    ]);
    expect(
      await refused(be, 'authorisations/list', { ...asked, dormant_after_days: 0, officer: '' }),
    ).toEqual([expect.stringContaining('body.officer'), expect.stringContaining('body.dormant_after_days')]);
    const id = await done(be, 'authorisations/list', asked);
    expect(await refused(be, 'authorisations/list', asked)).toEqual(['authorisation_listed body.officer']);
    expect(await openIds('BE')).toContain(id);
    expect(await openIds('NL')).toEqual([]);
    const found = (await situation('BE')).find((one) => one.id === id);
    expect(found).toEqual({
      id,
      officer: asked.officer,
      party: 'NL',
      dataSet: 'registers',
      service: null,
      place: null,
      basis: agreement,
      from: today,
      until: addDays(today, 30),
      suspendedOn: null,
      reviewedOn: today,
      trainedOn: '2026-02-01',
      screenedOn: '2026-01-31',
    });
  });

  test('are read by both parties and by who supervises one of them, and by nobody else', async () => {
    const asked = officer({ service: 'synthetic service', place: 'synthetic post' });
    const id = await done(be, 'authorisations/list', asked);
    for (const browser of [be, nl, supervisor]) {
      expect(await pageOf(browser, '/authorisations')).toContain(asked.officer);
      const page = await pageOf(browser, `/authorisations/${id}`);
      expect(page).toContain(asked.officer);
      expect(page).toContain('synthetic post');
      const list = await browser.get('/en/benelux/practice/exchange/authorisations?format=csv');
      expect(list.statusCode).toBe(200);
      expect(list.body).toContain(asked.officer);
    }
    expect(await pageOf(nl, '/authorisations?side=ours')).toContain(asked.officer);
    expect(await pageOf(nl, '/authorisations?side=at_us')).not.toContain(asked.officer);
    for (const browser of [lu, other, visitor]) {
      expect(await pageOf(browser, '/authorisations')).not.toContain('synthetic-officer');
      const page = await pageOf(browser, `/authorisations/${id}`);
      // What is not there and what is not for the reader look alike.
      expect(page).not.toContain('synthetic-officer');
      const missing = await pageOf(browser, '/authorisations/any');
      expect(page.replaceAll(id, 'any').length).toBe(missing.length);
      const list = await browser.get('/en/benelux/practice/exchange/authorisations?format=csv');
      expect([list.statusCode, list.body.includes('synthetic-officer')]).toEqual([403, false]);
      for (const path of ['/find?q=synthetic-officer', `/journal?subject=authorisations/${id}`])
        expect((await browser.get(`/en/benelux${path}`)).body).not.toContain(asked.officer);
      for (const act of ['review', 'suspend', 'close'])
        expect((await browser.get(`/en/benelux/do/authorisations/${act}?id=${id}`)).body).not.toContain(
          asked.officer,
        );
      expect((await browser.get(`/api/benelux/records/authorisations/${id}`)).statusCode).toBe(404);
      expect((await browser.get(`/en/benelux/record/authorisations/${id}`)).statusCode).toBe(404);
    }
    const read = await opened.database.read((tx) => stateHash(tx));
    expect(read.records).toBeGreaterThan(0);
    // Who read them is written down, and told to nobody on the pages that are for everybody.
    const reading = { register: 'benelux', event: 'authorisations.read', limit: 100, offset: 0 };
    expect((await opened.database.read((tx) => listJournal(tx, reading))).total).toBeGreaterThan(0);
    for (const browser of [be, visitor])
      for (const path of ['/journal', '/journal?event=authorisations.read', '/journal?format=csv']) {
        const { body } = await browser.get(`/en/benelux${path}`);
        expect(body).not.toContain(asked.officer);
        expect(body).not.toMatch(/authorisations(\.read)?[/,<]/);
      }
  });

  test('are changed by nobody else, by API or by form, and a refusal changes nothing', async () => {
    const id = await done(be, 'authorisations/list', officer());
    const before = await situation('BE');
    const reason = 'A third party';
    const acts = [
      ['authorisations/review', { id }],
      ['authorisations/suspend', { id, reason }],
      ['authorisations/resume', { id, reason }],
      ['authorisations/close', { id, reason }],
      ['improper-uses/record', { id, found: 'Nothing', on: today }],
    ] as const;
    for (const browser of [lu, other, visitor, supervisor])
      for (const [name, input] of acts) {
        expect(await refused(browser, name, input), name).toEqual(['action_not_allowed']);
        // Nor does a refusal tell an id that there is from one that there is not.
        expect(await refused(browser, name, { ...input, id: 'any' }), name).toEqual(['action_not_allowed']);
        expect((await browser.post(`/en/benelux/do/${name}`, input)).statusCode, name).not.toBe(303);
      }
    expect(await refused(nl, 'authorisations/review', { id })).toEqual(['action_not_allowed']);
    expect(await situation('BE')).toEqual(before);
    expect(await pageOf(be, `/authorisations/${id}`)).not.toContain(reason);
  });

  test('are suspended at once by either party, and each lifts only its own', async () => {
    const id = await done(be, 'authorisations/list', officer());
    expect(await refused(nl, 'authorisations/resume', { id, reason: 'x' })).toEqual([
      'authorisation_not_suspended body.id',
    ]);
    await done(nl, 'authorisations/suspend', { id, reason: 'Left the service' });
    expect(await openIds('BE')).not.toContain(id);
    // What was before the day of the suspension stays as it was.
    const yesterday = addDays(today, -1);
    expect((await situation('BE', yesterday)).find((one) => one.id === id)).toBeUndefined();
    expect(await refused(nl, 'authorisations/suspend', { id, reason: 'x' })).toEqual([
      'authorisation_suspended body.id',
    ]);
    expect(await refused(be, 'authorisations/resume', { id, reason: 'x' })).toEqual([
      'suspension_of_another body.id',
    ]);
    expect(await pageOf(be, `/authorisations/${id}`)).toContain('Left the service');
    expect(await pageOf(be, `/authorisations/${id}`)).not.toContain('/do/authorisations/resume');
    // By the form, as people do it.
    const path = `/en/benelux/do/authorisations/suspend`;
    const form = await be.get(`${path}?id=${id}`);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    expect((await be.post(path, { id, seen, reason: 'Until it is clear' })).statusCode).toBe(303);
    await done(nl, 'authorisations/resume', { id, reason: 'Came back' });
    expect(await openIds('BE'), 'suspended by BE still').not.toContain(id);
    expect(await refused(nl, 'authorisations/resume', { id, reason: 'x' })).toEqual([
      'suspension_of_another body.id',
    ]);
    await done(be, 'authorisations/resume', { id, reason: 'It is clear' });
    expect(await openIds('BE')).toContain(id);
  });

  test('of a whole service are suspended at once, by the supplier at its data or by their own party everywhere', async () => {
    const service = 'synthetic service two';
    const at = await done(be, 'authorisations/list', officer({ service }));
    const luxembourg = await done(lu, 'authorisations/list', officer({ party: 'LU', service }));
    const another = await done(be, 'authorisations/list', officer({ service: 'synthetic service three' }));
    // For no service, so that the officer could ask as any.
    const anywhere = await done(be, 'authorisations/list', officer());
    const order = { officer_party: 'NL', service, reason: 'An incident' };
    expect(await refused(nl, 'authorisations/suspend_service', { ...order, party: 'BE' })).toEqual([
      'party_not_allowed body.party',
    ]);
    await done(be, 'authorisations/suspend_service', { ...order, party: 'BE' });
    expect(await openIds('BE')).not.toContain(at);
    expect(await openIds('BE')).not.toContain(anywhere);
    expect(await openIds('BE')).toContain(another);
    // Nor does who is listed anew get round it; at the data of another supplier it says nothing.
    for (const more of [{ service }, {}])
      expect(await refused(be, 'authorisations/list', officer(more))).toEqual([
        'service_suspended body.service',
      ]);
    await done(lu, 'authorisations/list', officer({ party: 'LU' }));
    expect(await openIds('LU')).toContain(luxembourg);
    expect(await refused(be, 'authorisations/suspend_service', { ...order, party: 'BE' })).toEqual([
      'service_has_no_officer body.service',
    ]);
    await done(nl, 'authorisations/suspend_service', { ...order, party: 'NL' });
    expect(await openIds('LU')).not.toContain(luxembourg);
    expect(await refused(lu, 'authorisations/list', officer({ party: 'LU' }))).toEqual([
      'service_suspended body.service',
    ]);
    await done(be, 'authorisations/resume', { id: at, reason: 'Over' });
    expect(await openIds('BE'), 'suspended by NL still').not.toContain(at);
    // It is over with the last officer whom it closed.
    const known = { register, knownAt: today };
    const browsers: Readonly<Record<string, Browser>> = { NL: nl, BE: be };
    for (const held of await opened.database.read((tx) => listAuthorisations(tx, known)))
      for (const { by } of suspendedServices(held, today, String(held.body.supplier)))
        await done(browsers[by] as Browser, 'authorisations/resume', { id: held.id, reason: 'Over' });
    expect(await openIds('BE')).toContain(anywhere);
    await done(lu, 'authorisations/list', officer({ party: 'LU', service }));
  });

  test('are closed for good by either party', async () => {
    const asked = officer();
    const id = await done(be, 'authorisations/list', asked);
    await done(nl, 'authorisations/close', { id, reason: 'Moved to other work' });
    expect(await openIds('BE')).not.toContain(id);
    for (const [browser, name] of [
      [be, 'suspend'],
      [be, 'resume'],
      [nl, 'close'],
    ] as const)
      expect(await refused(browser, `authorisations/${name}`, { id, reason: 'x' })).toEqual([
        'authorisation_closed body.id',
      ]);
    expect(await refused(be, 'authorisations/review', { id })).toEqual(['authorisation_closed body.id']);
    expect(await pageOf(be, '/authorisations?state=closed')).toContain(asked.officer);
    expect(await done(be, 'authorisations/list', asked), 'listed anew').not.toBe(id);
  });

  test('wait for a review at the desk of the supplier when a year is over, and for nobody else', async () => {
    const asked = officer({ from: addDays(today, -380), dormant_after_days: 900, basis: 'police-2018' });
    const id = await onDay(addDays(today, -370), 'BE', 'authorisations/list', {
      ...asked,
      trained_on: undefined,
    });
    const link = `/do/authorisations/review?id=${id}`;
    const deskOf = async (browser: Browser) => (await browser.get('/en/benelux/desk')).body;
    expect(await deskOf(be)).toContain(link);
    for (const browser of [nl, lu, supervisor, visitor]) expect(await deskOf(browser)).not.toContain(link);
    expect(await pageOf(nl, `/authorisations/${id}`)).toContain('overdue');
    expect(await refused(be, 'authorisations/review', { id, trained_on: '2999' })).toEqual([
      'date_in_future body.trained_on',
    ]);
    await done(be, 'authorisations/review', { id, trained_on: today, note: 'Still needed' });
    expect(await deskOf(be)).not.toContain(link);
    const page = await pageOf(nl, `/authorisations/${id}`);
    expect(page).not.toContain('overdue');
    expect(page).toContain('Still needed');
    const found = (await situation('BE')).find((one) => one.id === id);
    expect(found).toMatchObject({ reviewedOn: today, trainedOn: today });
  });

  test('that nobody uses are closed by the node, and one that was used is not', async () => {
    const [idle, used] = [officer(), officer()];
    const [one, two] = [
      await done(be, 'authorisations/list', idle),
      await done(be, 'authorisations/list', used),
    ];
    const request = AccessRequest.parse({
      id: 'q',
      from: { party: 'NL', officer: used.officer },
      to: 'BE',
      instrument: 'police-2018',
      operation: 'consult.joint_post',
      data_set: 'registers',
    });
    const { database } = opened;
    const use = (clock: Clock, basis = [agreement]) =>
      database.write(async (tx) => {
        const wanted = [{ register, request, named: true }];
        const [{ authorisations = [] } = {}] = await loadSituations(tx, wanted, todayOn(clock));
        expect(authorisations.map(({ id }) => id)).toEqual([two]);
        await recordUses(tx, clock, [{ register, request, basis, authorisations }]);
      });
    const at = (days: number) => fixedClock(`${addDays(today, days)}T12:00:00Z`);
    await use(at(20));
    await use(at(20));
    await use(at(25), ['another-instrument']);
    expect(await openIds('BE', addDays(today, 30))).not.toContain(one);
    expect(await openIds('BE', addDays(today, 30))).toContain(two);
    expect(await closeDormant(database, at(29))).toBe(0);
    expect(await closeDormant(database, at(30))).toBeGreaterThan(0);
    expect(await closeDormant(database, at(30)), 'once').toBe(0);
    const stateOf = async (id: string, days: number) =>
      (await situation('BE', addDays(today, days))).find((found) => found.id === id)?.until;
    expect(await stateOf(one, 31)).toBe(addDays(today, 30));
    expect(await stateOf(two, 31)).toBe(addDays(today, 50));
    // The register of use leaves beside the list, for whom the list is and nobody else.
    const address = '/en/benelux/practice/exchange/authorisations?table=use&format=json';
    expect(await pageOf(nl, '/authorisations')).toContain('table=use&amp;format=csv');
    const daysFor = async (browser: Browser) => {
      const { rows } = JSON.parse((await browser.get(address)).body) as { rows: Record<string, unknown>[] };
      return rows.filter(({ authorisation }) => [one, two].includes(String(authorisation)));
    };
    const said = { officer: used.officer, party: 'NL', supplier: 'BE', dataSet: 'registers' };
    for (const reader of [nl, be, supervisor])
      expect(await daysFor(reader)).toEqual([{ usedOn: addDays(today, 20), authorisation: two, ...said }]);
    for (const reader of [other, visitor]) expect((await reader.get(address)).statusCode).toBe(403);
    expect((await lu.get(address)).body).not.toContain(two);
  });
});

/** As somebody who acts for a party did it on another day. */
async function onDay(day: PlainDate, party: string, name: string, input: object): Promise<string> {
  const actor: Actor = {
    kind: 'person',
    id: party,
    name: party,
    session: { hash: '', demonstration: true },
    grants: [
      {
        register,
        role: 'line-ministry' as RecordId,
        party: party as RecordId,
        body: null,
        period: { from: null, to: null },
        basis: 'test',
      },
    ],
  };
  const action = modules.flatMap(({ actions }) => actions).find((one) => one.name === name);
  if (action === undefined) throw new Error(`There is no ${name}`);
  const clock = fixedClock(`${day}T12:00:00Z`);
  const sent = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const asked = { register, actor, language: 'en', input: { ...sent, screened_on: '2020' } } as const;
  const outcome = await performAction(
    { database: opened.database, clock, dataFolder: tmpdir() },
    action,
    asked,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.subject.split('/')[1] ?? '';
}

describe('Improper use', () => {
  test('is recorded and concluded by the two parties, and read by their supervisor, too', async () => {
    const authorisation = await done(be, 'authorisations/list', officer());
    const found = 'Asked without a case (synthetic)';
    expect(
      await refused(nl, 'improper-uses/record', { id: authorisation, found, on: addDays(today, 1) }),
    ).toEqual(['date_in_future body.on']);
    const id = await done(nl, 'improper-uses/record', { id: authorisation, found, on: today });
    for (const browser of [nl, be, supervisor]) {
      expect(await pageOf(browser, '/improper-uses')).toContain(found);
      expect(await pageOf(browser, `/improper-uses/${id}`)).toContain(found);
      expect(await pageOf(browser, `/authorisations/${authorisation}`)).toContain(found);
    }
    for (const browser of [lu, other, visitor]) {
      expect(await pageOf(browser, '/improper-uses')).not.toContain(found);
      expect(await pageOf(browser, `/improper-uses/${id}`)).not.toContain(found);
      expect((await browser.get('/en/benelux/practice/exchange/improper-uses?format=json')).statusCode).toBe(
        403,
      );
      expect(await refused(browser, 'improper-uses/conclude', { id, done: 'x' })).toEqual([
        'action_not_allowed',
      ]);
    }
    expect(await refused(supervisor, 'improper-uses/conclude', { id, done: 'x' })).toEqual([
      'action_not_allowed',
    ]);
    const link = `/do/improper-uses/conclude?id=${id}`;
    expect((await be.get('/en/benelux/desk')).body).toContain(link);
    expect((await lu.get('/en/benelux/desk')).body).not.toContain(link);
    await done(be, 'improper-uses/conclude', { id, done: 'The officer was spoken to (synthetic)' });
    expect(await refused(nl, 'improper-uses/conclude', { id, done: 'x' })).toEqual([
      'improper_use_concluded body.id',
    ]);
    expect(await pageOf(supervisor, `/improper-uses/${id}`)).toContain('The officer was spoken to');
    expect((await be.get('/en/benelux/practice/exchange/improper-uses?format=csv')).body).toContain(found);
  });
});

describe('Consent', () => {
  const askedWith = async (supplier: string, consents: string[]) => {
    const request = { from: { party: 'NL' }, to: supplier, consents };
    const wanted = [{ register, request, named: false }];
    const [found] = await opened.database.read((tx) => loadSituations(tx, wanted, today));
    return found?.consents;
  };
  const asked = {
    party: 'BE',
    receiver: 'NL',
    instrument: 'police-2018',
    data_set: 'plates',
    case_reference: 'synthetic-case-7',
    purpose: 'evidence',
    conditions: 'Only in this trial',
    from: today,
  };

  test('is given and withdrawn by the supplier alone, read by both, and counts from its day to its day', async () => {
    expect(await refused(nl, 'consents/give', asked)).toEqual(['party_not_allowed body.party']);
    expect(await refused(be, 'consents/give', { ...asked, receiver: 'BE', until: '2020' })).toEqual([
      'consent_to_oneself body.receiver',
      'consent_never_holds body.until',
    ]);
    expect(await refused(be, 'consents/give', { ...asked, instrument: 'unheard' })).toEqual([
      'reference_dangling body.instrument',
    ]);
    expect(await refused(be, 'consents/give', { ...asked, purpose: 'curiosity' })).toEqual([
      'choice_unknown body.purpose',
    ]);
    const id = await done(be, 'consents/give', asked);
    const consented = (supplier: string) => askedWith(supplier, [id]);
    const given = {
      id,
      supplier: 'BE',
      receiver: 'NL',
      to: 'evidence',
      instrument: 'police-2018',
      dataSet: 'plates',
      case: 'synthetic-case-7',
      from: today,
    };
    expect(await consented('BE')).toEqual([{ ...given, until: null }]);
    expect(await consented('NL')).toEqual([]);
    expect(await askedWith('BE', []), 'the request names none').toEqual([]);
    for (const browser of [be, nl, supervisor]) {
      expect(await pageOf(browser, '/consents')).toContain('synthetic-case-7');
      expect(await pageOf(browser, `/consents/${id}`)).toContain('Only in this trial');
    }
    for (const browser of [lu, other, visitor]) {
      expect(await pageOf(browser, '/consents')).not.toContain('synthetic-case-7');
      expect(await pageOf(browser, `/consents/${id}`)).not.toContain('synthetic-case-7');
      expect((await browser.get('/en/benelux/practice/exchange/consents?format=csv')).statusCode).toBe(403);
    }
    for (const browser of [nl, lu, other, visitor, supervisor])
      expect(await refused(browser, 'consents/withdraw', { id, reason: 'x' })).toEqual([
        'action_not_allowed',
      ]);
    await done(be, 'consents/withdraw', { id, reason: 'The trial is over' });
    expect(await consented('BE')).toEqual([{ ...given, until: today }]);
    expect(await refused(be, 'consents/withdraw', { id, reason: 'x' })).toEqual([
      'consent_withdrawn body.id',
    ]);
    expect(await pageOf(nl, `/consents/${id}`)).toContain('The trial is over');
  });
});

test('pages say in every language why they are empty, and what is written down is whole and can be restored', async () => {
  for (const language of ['nl', 'fr', 'de', 'en'])
    for (const path of ['/authorisations', '/improper-uses', '/consents']) {
      expect(await pageOf(visitor, path, language)).toContain('class="empty"');
      expect(await pageOf(be, path, language)).toContain('<table');
    }
  const { database } = opened;
  await sequenceJournal(database);
  expect((await verifyJournal(database)).faults).toEqual([]);
  const folder = join(await mkdtemp(join(tmpdir(), 'tripoint-authorisations-')), 'out');
  const exported = await exportFolder(database, folder);
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  const empty = await createTestDatabase();
  try {
    const work = { database: empty, clock: systemClock, actor: 'test', progress: () => {} };
    expect(await restoreFolder(work, folder)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'kind_unknown' })]),
    });
    const kinds = modules.flatMap((module) => module.kinds);
    expect(await restoreFolder(work, folder, kinds)).toMatchObject({
      ok: true,
      value: { stateHash: exported.value.stateHash },
    });
  } finally {
    await empty.close();
  }
});
