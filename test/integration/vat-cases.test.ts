import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { importFile } from '#union';
import { vatDemonstration } from '#vat';
import type { Token } from '../../src/vat/bridges/model.ts';
import { beginSearch, finishSearch, releaseSearch, saveDraft } from '../../src/vat/carousels/store.ts';
import { checkCaseFile } from '../../src/vat/cases/case-file.ts';
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
  liaison,
  logKeys,
  luxembourgish,
  ministry,
  nl,
  onNodeWithCases,
  opening,
  openOf,
  openOne,
  path,
  read,
  referenceOf,
  register,
  takeInFile,
  visitor,
} from '../support/vat-cases.ts';

/** Cases of states, by those who sit in the field for them. */
onNodeWithCases();

describe('A case of a state', () => {
  test('is opened by who sits in the field, has a reference, and is read by nobody else', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    expect(reference).toMatch(/^BE-20\d\d-\d{3}$/);
    for (const browser of [analyst, liaison])
      for (const words of [belgian, dutch, 'A tip by telephone', 'not known'])
        expect(await read(browser, `${path}/cases/${id}`)).toContain(words);
    for (const browser of [nl, ministry, coordinator, visitor])
      for (const language of ['en', 'nl', 'fr', 'de'])
        for (const format of ['', '?format=json', '?format=csv']) {
          const shown = await read(browser, `/${language}/${register}/practice/vat/cases/${id}${format}`);
          for (const words of [reference, belgian, dutch, 'A tip by telephone'])
            expect(shown).not.toContain(words);
        }
    const { rows } = await database.read((tx) =>
      sql<{ count: string }>`select count(*) from platform.journal where event = 'vat_cases.read'
        and subject = ${`vat_cases/${id}`}`.execute(tx),
    );
    expect(Number(rows[0]?.count), 'who reads it is in the journal').toBeGreaterThanOrEqual(2);
  });

  test('is found in the list of its own people, who open one there, and in its file; and in nobody else’s', async () => {
    const [closed, id] = [await openOne(), await openOne()];
    const [ended, reference] = [await referenceOf(closed), await referenceOf(id)];
    const closing = await read(analyst, `/en/${register}/do/vat-cases/close?id=${closed}`);
    expect(closing).toContain(
      'Of whom fraud is confirmed<small> (needed where fraud is confirmed; else left empty)',
    );
    await done(analyst, 'vat-cases/close', { id: closed, outcome: 'honest', reason: 'Checked' });
    for (const address of [`${path}/cases`, `${path}/cases/all`]) {
      const listed = await read(liaison, address);
      for (const words of [reference, `/practice/vat/cases/${id}`, 'do/vat-cases/open?party=BE'])
        expect(listed, address).toContain(words);
      expect(listed, 'what another state told waits, in the made-up year').toContain(
        'synthetic-feedback-nl-be-1',
      );
    }
    const all = await read(liaison, `${path}/cases/all`);
    expect(all.indexOf(reference), 'open ones first').toBeLessThan(all.indexOf(ended));
    const { rows } = JSON.parse(await read(liaison, `${path}/cases/all?format=json`)) as { rows: object[] };
    expect(rows).toContainEqual(expect.objectContaining({ id, reference, state: 'open', traders: belgian }));
    for (const browser of [nl, ministry, coordinator, visitor])
      for (const address of ['/cases', '/cases/all', '/cases/all?format=json'])
        expect(await read(browser, `${path}${address}`)).not.toContain(reference);
    await done(analyst, 'vat-cases/reopen', { id: closed, reason: 'Once more' });
  });

  test('is found by its state, and by words in its reference or a number', async () => {
    const id = await openOne();
    const reference = await referenceOf(id);
    const listed = (asked: string) => read(liaison, `${path}/cases/all?${asked}`);
    for (const asked of ['state=open', `q=${reference}`, `q=${dutch.slice(2, 9)}`, 'party=BE'])
      expect(await listed(asked), asked).toContain(reference);
    for (const asked of ['state=closed', 'q=BE-1999', `q=${reference}&state=closed`, 'party=NL'])
      expect(await listed(asked), asked).not.toContain(`cases/${id}`);
    const { rows } = JSON.parse(await listed('state=closed&format=json')) as { rows: { state: string }[] };
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['closed']));
  });

  test('has notes that its own people read, and that leave with no file of it', async () => {
    const id = await openOne();
    const note = { id, note: 'The landlord has not seen him since May' };
    for (const browser of [nl, ministry, coordinator])
      expect(await act(browser, 'vat-cases/note', note)).toEqual(['action_not_allowed']);
    await done(analyst, 'vat-cases/note', note);
    expect(await read(liaison, `${path}/cases/${id}`)).toContain(note.note);
    for (const browser of [nl, ministry, coordinator, visitor])
      expect(await read(browser, `${path}/cases/${id}`)).not.toContain(note.note);
    const file = await analyst.get(`${path}/cases/${id}/file`);
    expect(file.statusCode).toBe(200);
    expect(file.body).not.toContain('landlord');
    await done(analyst, 'vat-cases/close', { id, outcome: 'unknown', reason: 'Gone' });
    expect(await act(analyst, 'vat-cases/note', note)).toEqual(['vat_case_closed']);
    await done(analyst, 'vat-cases/reopen', { id, reason: 'Back' });
  });

  test('is noted on and taken away as a file while a form on it stays open, which is as good as before', async () => {
    const id = await openOne();
    const seenOn = async (form: string) =>
      Number(
        /name="seen" value="(\d+)"/.exec(await read(analyst, `/en/${register}/do/${form}?id=${id}`))?.[1],
      );
    const seen = await seenOn('vat-cases/close');
    expect(seen).toBeGreaterThan(0);
    const noting = await seenOn('vat-cases/note');
    await done(analyst, 'vat-cases/note', { id, note: 'He called again', seen: noting });
    await done(analyst, 'vat-cases/note', { id, note: 'And once more', seen: noting });
    expect((await liaison.get(`${path}/cases/${id}/file`)).statusCode).toBe(200);
    const revised = { id, traders: dutch, reason: 'The other is honest' };
    const revising = await seenOn('vat-cases/revise');
    await done(liaison, 'vat-cases/revise', { ...revised, seen });
    expect(
      await act(analyst, 'vat-cases/revise', { ...revised, seen: revising }),
      'but not of a change',
    ).toEqual(['changed_meanwhile']);
    const ending = { id, outcome: 'honest', reason: 'Seen' };
    expect(await act(analyst, 'vat-cases/close', { ...ending, seen })).toEqual(['changed_meanwhile']);
    await done(analyst, 'vat-cases/close', { ...ending, seen: await seenOn('vat-cases/close') });
  });

  test('of another state is neither read nor touched by its id', async () => {
    const id = await openOne();
    const [close, refused] = [{ id, outcome: 'honest', reason: 'x' }, ['action_not_allowed']];
    for (const browser of [nl, ministry, coordinator]) {
      expect(await act(browser, 'vat-cases/close', close)).toEqual(refused);
      expect(await act(browser, 'vat-cases/revise', { id, traders: dutch, reason: 'x' })).toEqual(refused);
      expect(await act(browser, 'vat-case-requests/draft', draft(id))).toEqual(refused);
      expect(await act(browser, 'vat-cases/open', opening)).toHaveLength(1);
      for (const form of ['vat-cases/close', 'vat-cases/revise', 'vat-case-rows/keep_reason'])
        expect(await read(browser, `/en/${register}/do/${form}?id=${id}`)).not.toContain(dutch);
      expect((await browser.get(`${path}/cases/${id}/file`)).statusCode).toBe(404);
    }
    expect(await read(analyst, `${path}/cases/${id}`)).not.toContain('Closed');
  });

  test('is closed with what came of it by a person with a reason, and opened again; what was said stays in its history', async () => {
    const id = await openOne();
    expect(
      await act(analyst, 'vat-cases/close', { id, outcome: 'missing_trader', reason: 'Found empty' }),
    ).toEqual(['vat_case_confirmed_nobody']);
    const ended = {
      id,
      outcome: 'missing_trader',
      confirmed: dutch,
      stopped: '1.250,50',
      cost: '480',
      reason: 'Found empty',
    };
    await done(analyst, 'vat-cases/close', ended);
    const closed = await read(liaison, `${path}/cases/${id}`);
    for (const words of ['Missing trader, confirmed', '1,250.50', '€480', 'Found empty', 'Closed'])
      expect(closed).toContain(words);
    expect(await act(liaison, 'vat-cases/close', ended)).toEqual(['state_forbids']);
    await done(liaison, 'vat-cases/reopen', { id, reason: 'Somebody came back' });
    const again = await read(liaison, `${path}/cases/${id}`);
    expect(again).toContain('Found empty');
    expect(again).toContain('Somebody came back');
    expect(again).not.toContain('1,250.50');
  });

  test('keeps rows of files that are here, and opens none that are another state’s', async () => {
    const id = await openOne();
    const row = { id, kind: 'invoices', file: 'a'.repeat(64), row: 3, why: 'Goes round' };
    expect(await act(analyst, 'vat-case-rows/keep', row)).toEqual(['vat_row_file_unknown']);
    const [own, foreign] = [
      await takeInFile('BE', belgian, dutch),
      await takeInFile('NL', dutch, luxembourgish),
    ];
    const supplies = { id, kind: 'supplies', row: 1, why: 'Goes round' };
    await done(analyst, 'vat-case-rows/keep', { ...supplies, file: own });
    expect(await act(analyst, 'vat-case-rows/keep', { ...supplies, file: own })).toEqual(['vat_row_kept']);
    expect(
      await act(analyst, 'vat-case-rows/keep', { ...supplies, file: foreign }),
      'a Dutch statement to Luxembourg',
    ).toEqual(['vat_row_closed']);
    expect(await act(analyst, 'vat-case-rows/keep', { ...supplies, file: own, row: 999 })).toEqual([
      'vat_row_closed',
    ]);
    const form = await read(analyst, `/en/${register}/do/vat-case-rows/keep?id=${id}`);
    expect(form, 'a file is chosen by its name').toContain(`<option value="${own}"`);
    expect(form).toContain('synthetic.csv');
    const other = await openOne();
    await done(analyst, 'vat-case-rows/keep', { id: other, file: own, row: 1, why: 'Of one kind' });
    expect(await read(analyst, `${path}/cases/${id}`), 'only when they are opened').not.toContain('100000');
    const opened = await read(analyst, `${path}/cases/${id}?rows=open`);
    for (const words of ['Goes round', 'cents 100000']) expect(opened).toContain(words);
    expect(opened).not.toContain(luxembourgish);
    const { rows } = await database.read((tx) =>
      sql<{
        id: string;
      }>`select id from platform.record where kind = 'vat_case_rows' and body->>'case' = ${id}`.execute(tx),
    );
    expect(await act(nl, 'vat-case-rows/remove', { id: rows[0]?.id ?? '', reason: 'x' })).toEqual([
      'action_not_allowed',
    ]);
    await done(liaison, 'vat-case-rows/remove', { id: rows[0]?.id ?? '', reason: 'A credit note' });
    const removed = await read(analyst, `${path}/cases/${id}`);
    for (const words of ['removed', 'Goes round', 'A credit note']) expect(removed).toContain(words);
  });

  test('the file of a case is signed by the node, and is no longer when a word of it is changed', async () => {
    const id = await done(analyst, 'vat-cases/open', { ...opening, analyst: 'J. Peeters' });
    expect(await read(analyst, `${path}/cases/${id}`)).toContain('J. Peeters');
    const file = await analyst.get(`${path}/cases/${id}/file`);
    expect(file.statusCode, file.body.slice(0, 300)).toBe(200);
    const log = await logKeys();
    expect(checkCaseFile(file.body, log, null)).toMatchObject({ ok: true, value: { replayed: null } });
    const changed = checkCaseFile(file.body.replace('A tip by telephone', 'A tip by letter'), log, null);
    expect(changed.ok ? [] : changed.problems.map(({ code }) => code)).toEqual(['exchange_file_not_signed']);
    for (const person of ['person:', 'J. Peeters', 'analyst'])
      expect(file.body, 'no names of persons leave').not.toContain(person);
  });
});

test('the file of a case has the carousels that may be used still, by tokens, and none of which the day is over', async () => {
  const id = await openOne();
  const today = todayOn(systemClock);
  const search = {
    ...{ id: 'of-the-file', register, party: 'BE', case: id, reference: await referenceOf(id) },
    ...{ instrument: 'synthetic-treaty', purpose: 'vat_fraud', epoch: 1, states: ['NL'] },
    ...{ from: '2026-01', until: '2026-03', draftedBy: 'person:one' },
  };
  const carousel = (cents: number, until: string) => ({
    traders: ['BE.aaaaaaaaaaaaaaaaaaaaaa', 'NL.bbbbbbbbbbbbbbbbbbbbbb'] as unknown as readonly Token[],
    ...{ hops: [null, 2], months: [], until, count: 1, cents },
  });
  const counts = { rows: 2, alone: 0, pairs: 1, bridges: 1, joined: 2, kept: 2, truncated: false };
  const carousels = [carousel(778_899, addDays(today, -1)), carousel(665_544, today)];
  await database.write(async (tx) => {
    await saveDraft(tx, systemClock, search);
    await releaseSearch(tx, systemClock, search.id, { releasedBy: 'person:two', officer: 'two' });
    await beginSearch(tx, search.id);
    await finishSearch(tx, systemClock, search.id, { counts, untold: [], problems: [], carousels });
  });
  const file = await analyst.get(`${path}/cases/${id}/file`);
  expect(file.statusCode, file.body.slice(0, 300)).toBe(200);
  expect(checkCaseFile(file.body, await logKeys(), null)).toMatchObject({ ok: true });
  for (const words of [
    'synthetic-treaty',
    'NL.bbbbbbbbbbbbbbbbbbbbbb',
    '665544',
    `"usable_until":"${today}"`,
  ])
    expect(file.body.replaceAll(/[\\\s]/g, ''), words).toContain(words);
  for (const words of ['778899', 'person:']) expect(file.body, words).not.toContain(words);
});

test('a case of a party that left the field is closed to its own people from that day on', async () => {
  const id = await openOne();
  const union = JSON.parse(await readFile(join(projectFolder, 'data/union/benelux-2013-2019.json'), 'utf8'));
  const made = vatDemonstration(union);
  const groups = (made.working_groups ?? []).map((group) =>
    group.id === 'fisc-mtic'
      ? { ...group, participants: ['NL', 'LU'], former: [{ party: 'BE', to: '2020-01-01' }] }
      : group,
  );
  const meta = { id: register, title: 'Left', later_knowledge: true, synthetic: true };
  const file = {
    meta: { ...meta, known_from: todayOn(systemClock) },
    ...{ parties: union.parties, bodies: union.bodies, cases: made.cases, working_groups: groups },
  };
  const loaded = await importFile(
    { database, clock: systemClock, actor: 'system', progress: () => {} },
    JSON.stringify(file),
  );
  expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  expect(await read(analyst, `${path}/cases/${id}`)).not.toContain(dutch);
  for (const party of ['BE', 'NL'])
    for (const { reference, parties } of await openOf(party)) {
      if (party === 'BE') expect(parties, reference).toEqual([]);
      expect(parties, reference).not.toContain('BE');
    }
  expect(await act(analyst, 'vat-cases/close', { id, outcome: 'honest', reason: 'x' })).toEqual([
    'action_not_allowed',
  ]);
  expect((await analyst.get(`${path}/cases/${id}/file`)).statusCode).toBe(404);
});
