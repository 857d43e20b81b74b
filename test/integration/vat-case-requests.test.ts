import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemClock, todayOn } from '#platform/clock.ts';
import { sequenceJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { importFile } from '#union';
import { feedbackService } from '#vat';
import { listConfirmed, listOpenCases } from '../../src/vat/cases/open-cases.ts';
import { bridgeInstrument, madeUpBridges } from '../../tools/federation/made-up-bridges.ts';
import { projectFolder } from '../support/running-node.ts';
import {
  act,
  analyst,
  belgian,
  coordinator,
  database,
  done,
  draft,
  dutch,
  german,
  liaison,
  ministry,
  nl,
  onNodeWithCases,
  openOf,
  openOne,
  path,
  read,
  referenceOf,
  register,
  requestOf,
  until,
  visitor,
} from '../support/vat-cases.ts';

/** What a state asks another in a case, and what that owes. */
onNodeWithCases();

describe('A request to another state', () => {
  test('an official cannot release his own request', async () => {
    const id = await openOne();
    await done(analyst, 'vat-case-requests/draft', draft(id));
    const request = await requestOf(id);
    expect(await act(analyst, 'vat-case-requests/release', { id: request })).toEqual([
      'vat_request_own_draft',
    ]);
    expect(await act(nl, 'vat-case-requests/release', { id: request })).toEqual(['action_not_allowed']);
    expect(await read(analyst, `${path}/cases/${id}`)).toContain('another official of your state must');
    expect(await read(liaison, `${path}/cases/${id}`)).toContain('do/vat-case-requests/release');
    const way = `do/vat-case-requests/release?id=${request}`;
    expect(await read(liaison, `/en/${register}/desk`)).toContain(way);
    expect(await read(analyst, `/en/${register}/desk`)).not.toContain(way);
    expect(await read(liaison, `/en/${register}/brief`)).toContain(way);
    const { rows: readings } = await database.read((tx) =>
      sql<{ party: string }>`select party from platform.journal join platform.journal_payload on entry = id
        where event = 'vat_case_requests.read' and actor like 'person:%'
        and payload->'records' @> ${JSON.stringify([request])}::jsonb`.execute(tx),
    );
    expect(readings, 'the desk and the brief named it').toEqual([{ party: 'BE' }, { party: 'BE' }]);
    // It is called after its case, and its purpose is said in words.
    expect(await read(liaison, `/en/${register}/desk`)).toContain(await referenceOf(id));
    for (const [language, words] of [
      ['en', 'fighting VAT fraud across borders'],
      ['nl', 'bestrijding van btw-fraude over de grens'],
      ['fr', 'lutte contre la fraude transfrontalière à la TVA'],
      ['de', 'Bekämpfung von Mehrwertsteuerbetrug über die Grenze'],
    ] as const) {
      expect(await read(liaison, `${path.replace('/en/', `/${language}/`)}/cases/${id}`)).toContain(words);
      expect(await read(liaison, `/${language}/${register}/${way}`)).toContain(words);
      expect(await read(liaison, `/${language}/${register}/desk`)).not.toContain('vat_fraud');
    }
    await done(liaison, 'vat-case-requests/release', { id: request });
    expect(await act(liaison, 'vat-case-requests/release', { id: request }), 'once').toEqual([
      'state_forbids',
    ]);
  });

  test('is denied with its reason where no instrument opens it, and nothing leaves', async () => {
    const id = await openOne();
    await done(analyst, 'vat-case-requests/draft', draft(id));
    await done(liaison, 'vat-case-requests/release', { id: await requestOf(id) });
    const shown = await read(analyst, `${path}/cases/${id}`);
    expect(shown).toContain('Denied by this node before it left');
    expect(shown).toMatch(/class="reasons"><li>[^<]{10,}/);
    const refused = await referenceOf(id);
    // That it was decided so is in the log, for who may see the case.
    const receipt = `${path}/cases/${id}/receipts/${/<code>([0-9a-f-]{36})<\/code><\/dd><\/div><div><dt>Place/.exec(shown)?.[1]}`;
    await sequenceJournal(database);
    await until(async () => (await analyst.get(receipt)).statusCode === 200);
    expect(JSON.parse((await analyst.get(receipt)).body)).toMatchObject({ checkpoint: expect.any(String) });
    for (const browser of [nl, ministry, visitor]) expect((await browser.get(receipt)).statusCode).toBe(404);
    const { rows } = await database.read((tx) =>
      sql<{ direction: string; allowed: boolean }>`select direction, allowed from exchange.request
        where operation = 'vat.feedback'`.execute(tx),
    );
    expect(rows.every(({ direction, allowed }) => direction === 'asked' && !allowed)).toBe(true);
    expect(await read(nl, `/en/${register}/desk`)).not.toContain(await referenceOf(id));
    // Whoever was told nothing asks nothing by its reference; the state itself may ask its own gateway.
    const [one] = (await openOf('BE')).filter(({ reference }) => reference === refused);
    expect(one?.parties).toEqual(['BE']);
  });

  test('to the Netherlands leaves by the made-up treaty of the year once a second official released it, and is answered', async () => {
    const id = await openOne();
    const form = await read(analyst, `/en/${register}/do/vat-case-requests/draft?id=${id}`);
    expect(form, 'what opens something stands first').toMatch(
      /<option value="synthetic-vat-cases"[^>]*>SYNTHETIC[^<]*opens “What came of traders”/,
    );
    for (const prefilled of [dutch, '<option value="vat_fraud" selected', '<option value="NL" selected'])
      expect(form).toContain(prefilled);
    const more = { instrument: 'synthetic-vat-cases', purpose: 'vat_fraud' };
    await done(analyst, 'vat-case-requests/draft', draft(id, more));
    const request = await requestOf(id);
    const release = `/en/${register}/do/vat-case-requests/release?id=${request}`;
    expect(await read(analyst, release), 'why not, and what to do').toContain('Ask a colleague');
    const looked = await read(liaison, release);
    for (const words of [
      await referenceOf(id),
      dutch,
      'Netherlands',
      'What came of traders',
      'fighting VAT fraud across borders',
      'SYNTHETIC',
    ])
      expect(looked).toContain(words);
    await done(liaison, 'vat-case-requests/release', { id: request });
    const told = await read(analyst, `${path}/cases/${id}`);
    for (const words of ['Told, feedback not given yet', 'Not given yet.']) expect(told).toContain(words);
    expect(told, 'it was told, and has answered nothing').not.toContain('Answered');
    const feedback = /practice\/vat\/cases\/feedback\/([0-9a-f-]{36})/.exec(told)?.[1] ?? '';
    await done(nl, 'vat-feedback/give', { id: feedback, outcome: 'honest', reason: 'Goods are there' });
    const answered = await read(analyst, `${path}/cases/${id}`);
    for (const words of ['Answered', 'Honest']) expect(answered).toContain(words);
    for (const words of ['not given yet', 'Not given yet']) expect(answered).not.toContain(words);
  });

  test('goes to another state: one’s own is not offered, and refused where it is named', async () => {
    const id = await openOne();
    const form = await read(analyst, `/en/${register}/do/vat-case-requests/draft?id=${id}`);
    for (const other of ['NL', 'LU']) expect(form).toContain(`<option value="${other}"`);
    expect(form).not.toContain('<option value="BE"');
    const own = await analyst.postJson(
      `/api/${register}/vat-case-requests/draft`,
      draft(id, { to: 'BE', asked: belgian }),
    );
    expect(own.statusCode).toBe(400);
    expect(own.body).toContain('BE need not ask itself: choose another party.');
  });

  test('names nobody whom the case is not about, and is withdrawn by one and released by nobody then', async () => {
    const id = await openOne();
    expect(await act(analyst, 'vat-case-requests/draft', draft(id, { asked: 'NL001234567B01' }))).not.toEqual(
      [],
    );
    expect(await act(analyst, 'vat-case-requests/draft', draft(id, { asked: belgian }))).toEqual([
      'vat_asked_elsewhere',
    ]);
    await done(analyst, 'vat-case-requests/draft', draft(id));
    const request = await requestOf(id);
    await done(analyst, 'vat-case-requests/withdraw', { id: request, reason: 'Too early' });
    expect(await act(liaison, 'vat-case-requests/release', { id: request })).toEqual(['state_forbids']);
  });
});

describe('Where an instrument opens it', () => {
  beforeAll(async () => {
    const file = (await madeUpBridges(projectFolder, todayOn(systemClock))) as { meta: object };
    const loaded = await importFile(
      { database, clock: systemClock, actor: 'system', progress: () => {} },
      JSON.stringify({ ...file, meta: { ...file.meta, id: register } }),
    );
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    // The node asks by the law that it has published to itself.
    const isHeard = async () => {
      const { rows } = await database.read((tx) =>
        sql`select from exchange.feed_item where register = ${register} and note like ${`%${bridgeInstrument}-5%`}`.execute(
          tx,
        ),
      );
      return rows.length > 0;
    };
    await until(isHeard);
  }, 60_000);

  test('a state is told of a case, owes feedback by a day, and gives it; both see that, and nobody else', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    await done(analyst, 'vat-case-requests/draft', draft(id, { instrument: bridgeInstrument }));
    await done(liaison, 'vat-case-requests/release', { id: await requestOf(id) });
    const answered = await read(analyst, `${path}/cases/${id}`);
    expect(answered).toContain('Told, feedback not given yet');
    const feedback = /practice\/vat\/cases\/feedback\/([0-9a-f-]{36})/.exec(answered)?.[1] ?? '';
    const address = `${path}/cases/feedback/${feedback}`;
    for (const browser of [analyst, nl]) {
      const shown = await read(browser, address);
      for (const words of [reference, dutch, 'Owed', 'The term is ours']) expect(shown).toContain(words);
    }
    for (const browser of [ministry, coordinator, visitor])
      expect(await read(browser, address)).not.toContain(dutch);
    expect(await read(nl, `/en/${register}/desk`)).toContain(`do/vat-feedback/give?id=${feedback}`);
    const owed = `/practice/vat/cases/feedback/${feedback}`;
    expect(await read(nl, `${path}/cases`), 'what it owes').toContain(owed);
    expect(await read(nl, `${path}/cases`)).toContain(reference);
    expect(await read(analyst, `${path}/cases`)).not.toContain(owed);
    const given = {
      id: feedback,
      outcome: 'missing_trader',
      confirmed: dutch,
      days: 40,
      reason: 'Nobody at the door',
    };
    expect(await act(analyst, 'vat-feedback/give', given), 'it is for who owes it').toEqual([
      'action_not_allowed',
    ]);
    const deskOf = async (browser: typeof nl) =>
      (await read(browser, `/en/${register}/desk`)).split('id="vat-feedback"')[1]?.split('</section>')[0] ??
      '';
    expect(await deskOf(analyst), 'it is due in more than 14 days').not.toContain(reference);
    await done(nl, 'vat-feedback/give', given);
    for (const browser of [analyst, liaison])
      for (const words of [reference, owed, 'Given', 'Missing trader, confirmed'])
        expect(await deskOf(browser), 'that it has come').toContain(words);
    for (const browser of [nl, ministry, coordinator]) expect(await deskOf(browser)).not.toContain(reference);
    expect(await deskOf(nl), 'overdue, in the made-up year').toContain('synthetic-feedback-nl-be-1');
    expect(await read(nl, `${path}/cases`), 'no longer').not.toContain(owed);
    for (const words of ['Missing trader, confirmed', 'Nobody at the door', 'not known'])
      expect(await read(analyst, address)).toContain(words);
    // Asked again it is what was said meanwhile, and no second debt.
    await done(liaison, 'vat-case-requests/draft', draft(id, { instrument: bridgeInstrument }));
    await done(analyst, 'vat-case-requests/release', { id: await requestOf(id) });
    const again = await read(analyst, `${path}/cases/${id}`);
    expect(again.split('id="requests"')[1]?.split('id="feedback"')[0]).toContain(
      'Missing trader, confirmed.',
    );
    expect(
      again.match(/practice\/vat\/cases\/feedback\/[0-9a-f-]{36}/g)?.every((one) => one.endsWith(feedback)),
    ).toBe(true);
    // The Dutch open one of their own on it, under the other's reference, too.
    const joined = await done(nl, 'vat-cases/join', { id: feedback, reason: 'We look, too' });
    expect(await read(nl, `${path}/cases/${joined}`)).toContain(reference);
    expect(await act(nl, 'vat-cases/join', { id: feedback, reason: 'x' })).toEqual(['vat_case_joined']);
    const held = await database.read(async (tx) => {
      const one = (await listRegisters(tx)).find((known) => known.id === register);
      if (one === undefined) throw new Error('no register');
      const asked = { register: one, clock: systemClock };
      return {
        open: await listOpenCases(tx, asked, 'NL'),
        confirmed: await listConfirmed(tx, asked, 'BE'),
      };
    });
    expect(held.open).toContainEqual({
      reference,
      // To who told of it alone: nobody else asks by a reference that is his.
      parties: ['BE'],
      traders: [dutch],
      opened: todayOn(systemClock),
      until: null,
    });
    expect(held.open.filter((one) => one.reference === reference)).toHaveLength(1);
    expect(held.confirmed).toContainEqual(
      expect.objectContaining({
        number: dutch,
        outcome: 'missing_trader',
        confirmed: todayOn(systemClock),
        from: null,
      }),
    );
    expect(await read(analyst, `${path}/cases/${joined}`)).not.toContain(dutch);
    expect((await openOf('BE')).find((open) => open.reference === reference)?.parties).toEqual(['BE', 'NL']);
  });

  test('a state takes notice of no trader of another and of no other case than the one that was decided', async () => {
    const service = feedbackService({ database, clock: systemClock });
    const request = {
      ...{
        id: 'r',
        from: { party: 'BE' },
        to: 'NL',
        instrument: bridgeInstrument,
        operation: 'vat.feedback',
      },
      ...{ stated: [], consents: [], case: 'BE-2026-999' },
    };
    const ask = (query: object) => service.answer({ register, request, query }, new AbortController().signal);
    for (const query of [
      { reference: 'BE-2026-999', traders: [belgian] },
      { reference: 'BE-2026-001', traders: [dutch] },
      { reference: 'BE-2026-999', traders: ['NL123456789B01'] },
      { reference: 'BE-2026-999', traders: [] },
      { reference: 'BE-2026-999', traders: [dutch], more: 1 },
    ])
      expect(await ask(query)).toEqual({ refused: 'query_invalid' });
    // A party that takes no part in the field owes nothing, and is owed nothing.
    const told = { reference: 'BE-2026-999', traders: [german] };
    const toGermany = { ...request, to: 'DE' };
    const signal = new AbortController().signal;
    expect(await service.answer({ register, request: toGermany, query: told }, signal)).toEqual({
      refused: 'no_basis',
    });
    const fromGermany = { ...request, from: { party: 'DE' } };
    expect(
      await service.answer({ register, request: fromGermany, query: { ...told, traders: [dutch] } }, signal),
    ).toEqual({ refused: 'no_basis' });
  });
});
