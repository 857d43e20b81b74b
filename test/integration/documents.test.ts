import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { largestUpload } from '../../src/platform/actions/field.ts';
import { actionContextOf, type Offer } from '../../src/platform/actions/offers.ts';
import { systemClock, todayOn } from '../../src/platform/clock.ts';
import type { Transaction } from '../../src/platform/database/database.ts';
import { fileHashOf, findInFiles, loadBytes } from '../../src/platform/files/stored-files.ts';
import { listJournal, verifyJournal } from '../../src/platform/journal/journal.ts';
import type { PageContext } from '../../src/platform/module.ts';
import { allRecords, type StoredRecord } from '../../src/platform/records/records.ts';
import { listRegisters } from '../../src/platform/records/registers.ts';
import { stateHash } from '../../src/platform/records/state.ts';
import { ownersOf, ownersOfEach } from '../../src/union/documents/actions/owners.ts';
import {
  bombPdf,
  docxOf,
  emptyPdf,
  encryptedPdf,
  pdfOf,
  pdfWithScript,
  program,
  withParts,
} from '../../src/union/documents/fixtures/files.ts';
import { subjectOf } from '../../src/union/documents/model.ts';
import { listHanging } from '../../src/union/documents/pages/attached.tsx';
import { subjectsOf } from '../../src/union/documents/pages/documents.tsx';
import { exportFolder } from '../../src/union/files/export.ts';
import { restoreFolder } from '../../src/union/files/restore.ts';
import { type Answer, type Browser, openBrowser } from '../support/browser.ts';
import { countQueries } from '../support/count-queries.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Documents that hang on records: brought, found by their words, handed out to who may see the record, and to nobody else. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let sg: Browser;
let nl: Browser;
let nrw: Browser;
let nobody: Browser;
const register = 'demo-2020';
const api = `/api/${register}`;

beforeAll(async () => {
  opened = await openFirstRegister();
  await loadDemonstration(opened.database, systemClock);
  sg = await actingAs('', 'sg');
  nl = await actingAs('NL', '');
  nrw = await actingAs('DE-NW', '');
  nobody = openBrowser(opened.server);
  await done(sg, 'meetings/plan', {
    id: 'autumn',
    name: 'Autumn meeting',
    body: 'council',
    // To come whenever this runs.
    date: '2099-12-20',
    minutes: 90,
    points_until: '2099-12-10',
    on: '2026-11-01',
  });
  for (const [title, open_to] of [
    ['Lamps that stay on', 'members'],
    ['What the public sees', 'all'],
  ])
    await done(nl, 'agenda/propose', {
      id: 'autumn',
      title,
      point: 'discussion',
      minutes: 20,
      open_to,
      on: '2026-11-02',
      party: 'NL',
    });
});
afterAll(() => opened.close());

async function actingAs(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register, role: 'file-holder', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

type Outcome = { readonly subject: string; readonly codes: readonly string[]; readonly status: number };

async function act(browser: Browser, name: string, input: unknown): Promise<Outcome> {
  const answer = await browser.postJson(`${api}/${name}`, input);
  const body = JSON.parse(answer.body) as { subject?: string; findings?: { code: string }[] };
  return {
    subject: body.subject ?? '',
    codes: (body.findings ?? []).map(({ code }) => code),
    status: answer.statusCode,
  };
}

/** Does it, and gives the id of what was acted on. */
async function done(browser: Browser, name: string, input: unknown): Promise<string> {
  const { subject, codes } = await act(browser, name, input);
  expect(codes, name).toEqual([]);
  return subject.split('/')[1] ?? '';
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const onMeeting = { kind: 'meetings', record: 'autumn' };
const inEnglish = { title: 'A note', language: 'en', translation: 'original' };
const attach = (browser: Browser, bytes: Uint8Array, rest: object = {}) =>
  act(browser, 'documents/attach', { ...onMeeting, ...inEnglish, ...rest, file: base64(bytes) });

async function attached(browser: Browser, bytes: Uint8Array, rest: object = {}): Promise<string> {
  const { subject, codes } = await attach(browser, bytes, rest);
  expect(codes).toEqual([]);
  return subject.split('/')[1] ?? '';
}

const download = (browser: Browser, id: string, bytes: Uint8Array): Promise<Answer> =>
  browser.get(`/en/${register}/documents/${id}/files/${fileHashOf(bytes)}`);
const found = async (browser: Browser, words: string, query = '') =>
  (await browser.get(`/en/${register}/find?q=${encodeURIComponent(words)}${query}`)).body;
const hashNow = () => opened.database.read(async (tx) => (await stateHash(tx)).hash);

describe('A document of ours', () => {
  let id: string;
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await pdfOf('Ferry lanterns', 'The quincunx of lanterns is lit at both banks before the tide.');
    id = await attached(sg, pdf, { title: 'On lanterns', name: 'lanterns.pdf' });
  });

  test('is found by a word inside, by everybody, in its sentence, where the others are found', async () => {
    const page = await found(nobody, 'quincunx');
    expect(page).toContain(`/documents/${id}`);
    expect(page).toMatch(/In the document: .*<mark>quincunx<\/mark> of lanterns/s);
    expect(page).toMatch(/<strong>1 result/);
    expect(await found(nobody, 'quincunx lanterns -banks')).not.toContain(`/documents/${id}`);
    const table = JSON.parse((await nobody.get(`/en/${register}/find?q=quincunx&format=json`)).body) as {
      rows: { kind: string }[];
    };
    expect(table.rows).toMatchObject([{ kind: 'attachments', id }]);
    const own = (await nobody.get(`/nl/${register}/documents?q=quincunx`)).body;
    expect(own).toContain(`/documents/${id}`);
  });

  test('is not found by what was known before it came', async () => {
    expect(await found(nobody, 'quincunx', '&known-at=2026-10-01')).not.toContain(`/documents/${id}`);
    expect((await nobody.get(`/en/${register}/documents/${id}?known-at=2026-10-01`)).statusCode).toBe(404);
  });

  test('stands on the page of its record, which offers to attach another', async () => {
    const page = (await sg.get(`/fr/${register}/meetings/autumn`)).body;
    expect(page).toContain(`/documents/${id}`);
    expect(page).toContain('/do/documents/attach?');
    expect(page).toContain('kind=meetings&amp;record=autumn');
    const form = await sg.get(`/fr/${register}/do/documents/attach?kind=meetings&record=autumn`);
    expect(form.body).toContain('Autumn meeting');
    expect(form.body).toMatch(/name="record" value="autumn"/);
    const none = await sg.get(`/fr/${register}/do/documents/attach?kind=meetings&record=no-such`);
    expect(none.statusCode).toBe(404);
    const visitors = (await nobody.get(`/fr/${register}/meetings/autumn`)).body;
    expect(visitors).toContain(`/documents/${id}`);
    expect(visitors).not.toContain('/do/documents/attach');
    // Whoever neither holds nor keeps the record is offered nothing.
    expect((await nrw.get(`/fr/${register}/meetings/autumn`)).body).not.toContain('/do/documents/attach');
    expect((await attach(nrw, pdf)).codes).toEqual(['action_not_allowed']);
    expect((await attach(nobody, pdf)).codes).toEqual(['action_not_allowed']);
  });

  test('is handed out to be kept: its bytes, as nothing but what it is, and in no cache', async () => {
    const answer = await download(nobody, id, pdf);
    expect(answer.statusCode).toBe(200);
    expect(fileHashOf(answer.rawPayload)).toBe(fileHashOf(pdf));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="lanterns.pdf"; filename*=UTF-8''lanterns.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    const other = await nobody.get(`/en/${register}/documents/${id}/files/${'0'.repeat(64)}`);
    expect(other.statusCode).toBe(404);
    // A file hangs on its own document alone.
    expect((await download(nobody, 'no-such', pdf)).statusCode).toBe(404);
  });

  test('is attached to a record once, and to another again', async () => {
    expect((await attach(sg, pdf)).codes).toEqual(['document_attached_already']);
    const again = await attached(sg, pdf, { kind: 'bodies', record: 'council' });
    expect(again).toBe('council-doc-1');
    expect((await attach(sg, pdf, { record: 'no-such' })).codes).toEqual(['record_not_found']);
    expect((await attach(sg, pdf, { kind: 'reminder_addresses', record: 'x' })).codes).toEqual([
      'document_kind_refused',
    ]);
    expect((await attach(sg, pdf, { kind: 'contacts', record: 'x' })).codes).toEqual(['record_not_found']);
    expect((await attach(sg, pdf, { kind: 'attachments', record: id })).codes).toEqual([
      'document_kind_refused',
    ]);
  });

  test('has language versions side by side, the authentic one marked by who may', async () => {
    const [french, dutch] = await Promise.all([
      docxOf('Les lanternes', 'Les lanternes du bac brûlent sur les deux rives.'),
      pdfOf('Lantaarns', 'De lantaarns van de veerpont branden op beide oevers.'),
    ]);
    const add = (bytes: Uint8Array, language: string, translation: string) =>
      act(sg, 'documents/add_language', { id, language, translation, file: base64(bytes) });
    expect((await add(french, 'fr', 'translation_official')).codes).toEqual([]);
    expect((await add(dutch, 'nl', 'machine')).codes).toEqual([]);
    expect((await add(dutch, 'nl', 'machine')).codes).toEqual(['document_language_there']);
    expect((await act(nl, 'documents/mark_authentic', { id, version: 2 })).codes).toEqual([
      'action_not_allowed',
    ]);
    expect((await act(sg, 'documents/mark_authentic', { id, version: 3 })).codes).toEqual([
      'document_machine_made',
    ]);
    expect((await act(sg, 'documents/mark_authentic', { id, version: 2 })).codes).toEqual([]);
    expect((await act(sg, 'documents/mark_authentic', { id, version: 2 })).codes).toEqual([
      'document_authentic_already',
    ]);
    const page = (await nobody.get(`/nl/${register}/documents/${id}`)).body;
    const side = page.slice(page.indexOf('id="languages"'), page.indexOf('id="versions"'));
    expect([...side.matchAll(/<th scope="col">([^<]*)<\/th>/g)].map(([, title]) => title)).toEqual([
      'Kenmerk',
      'Nederlands',
      'Français',
      'English',
    ]);
    for (const text of ['Machinevertaling', 'Officiële vertaling', 'Origineel', 'Authentieke tekst'])
      expect(side).toContain(text);
    expect(side.match(/Authentieke tekst/g)).toHaveLength(1);
    expect(side).toContain('<span lang="fr">Les lanternes');
    // Stems of its own language: a reader who types the singular finds the plural.
    expect(await found(nobody, 'lanterne rive')).toContain(`/documents/${id}`);
  });

  test('is superseded by a new file; the earlier one can still be had and finds nothing any more', async () => {
    const better = await pdfOf('Ferry lanterns', 'The hexagon of lanterns is lit at both banks.');
    const supersede = (version: number) =>
      act(sg, 'documents/supersede', { id, version, translation: 'original', file: base64(better) });
    expect((await supersede(1)).codes).toEqual([]);
    expect((await supersede(1)).codes).toEqual(['document_version_gone']);
    expect((await supersede(4)).codes).toEqual(['document_same_bytes']);
    expect(await found(nobody, 'hexagon')).toContain(`/documents/${id}`);
    expect(await found(nobody, 'quincunx')).not.toContain(`/documents/${id}`);
    expect((await download(nobody, id, pdf)).statusCode).toBe(200);
    const page = (await nobody.get(`/en/${register}/documents/${id}`)).body;
    expect(page).toContain('Superseded by version 4');
    const rows = JSON.parse((await nobody.get(`/en/${register}/documents/${id}?format=json`)).body) as {
      rows: unknown[];
    };
    expect(rows.rows).toMatchObject([
      { version: 1, hash: fileHashOf(pdf), fate: 'Superseded by version 4' },
      { version: 2, authentic: true },
      { version: 3, translation: 'machine' },
      { version: 4, supersedes: 1 },
    ]);
  });

  test('is withdrawn with its reason: not handed out, not found, on no date; that it was here stays', async () => {
    expect((await act(nrw, 'documents/withdraw', { id, reason: 'x' })).codes).toEqual(['action_not_allowed']);
    const before = await hashNow();
    expect((await act(sg, 'documents/withdraw', { id, version: 4, reason: 'Wrong lantern' })).codes).toEqual(
      [],
    );
    // What it had superseded is the text again.
    expect(await found(nobody, 'quincunx')).toContain(`/documents/${id}`);
    expect((await act(sg, 'documents/withdraw', { id, reason: 'Names of persons' })).codes).toEqual([]);
    expect((await act(sg, 'documents/withdraw', { id, reason: 'Again' })).codes).toEqual([
      'document_version_gone',
    ]);
    expect(await hashNow()).not.toBe(before);
    for (const query of ['', `&known-at=${todayOn(systemClock)}`]) {
      expect(await found(nobody, 'quincunx', query)).not.toContain(`/documents/${id}`);
      expect(await found(nobody, 'lanterne rive', query)).not.toContain(`/documents/${id}`);
    }
    const answer = await download(sg, id, pdf);
    expect(answer.statusCode).toBe(404);
    const page = (await nobody.get(`/en/${register}/documents/${id}`)).body;
    expect(page).toContain('Names of persons');
    expect(page).not.toContain('/files/');
    expect(page).not.toContain('Les lanternes du bac');
    // The same bytes hang on another record, too: there they still stand.
    expect((await download(nobody, 'council-doc-1', pdf)).statusCode).toBe(200);
  });
});

describe('What hangs on a closed point', () => {
  let id: string;
  let paper: Buffer;
  beforeAll(async () => {
    paper = await pdfOf('For members', 'The xylophone budget is not to be spoken of before the vote.');
    id = await attached(nl, paper, { kind: 'agenda_items', record: 'autumn-1', title: 'Zither paper' });
  });

  test('is never in the search of another, neither its words nor its title nor their number', async () => {
    for (const browser of [nobody, nrw])
      for (const words of ['xylophone', 'zither', fileHashOf(paper), '']) {
        for (const where of ['find', 'documents']) {
          const page = (await browser.get(`/en/${register}/${where}?q=${words}`)).body;
          expect(page, `${where} ${words}`).not.toContain(id);
          expect(page).not.toMatch(/budget is not to be spoken|Zither paper/);
          const table = (await browser.get(`/en/${register}/${where}?q=${words}&format=json`)).body;
          expect(table).not.toContain(id);
        }
        const answer = await browser.get(`${api}/records?q=${words}`);
        expect(answer.statusCode).toBe(200);
        expect(answer.body).not.toContain(id);
      }
    expect(await found(nobody, 'xylophone')).not.toContain('<strong>1 result');
    for (const path of [`record/attachments/${id}`, `journal?subject=attachments/${id}`, 'journal', 'brief'])
      expect((await nobody.get(`/en/${register}/${path}`)).body).not.toContain('Zither');
    expect((await nobody.get(`/en/${register}/meetings/autumn`)).body).not.toContain(id);
    expect((await nobody.get(`${api}/records/attachments/${id}`)).statusCode).toBe(404);
  });

  test('is found by those who take part, and by who convenes', async () => {
    for (const browser of [nl, sg]) {
      expect(await found(browser, 'xylophone')).toContain(`/documents/${id}`);
      expect((await browser.get(`/en/${register}/documents`)).body).toContain(`/documents/${id}`);
      expect((await browser.get(`/en/${register}/agenda/autumn-1`)).body).toContain(`/documents/${id}`);
    }
  });

  test('is handed out to them alone, asked at each download, and the journal has it before it leaves', async () => {
    const reads = async () =>
      opened.database.read(async (tx) => {
        const query = { register, event: 'documents.downloaded', limit: 50, offset: 0 };
        return (await listJournal(tx, query)).entries;
      });
    for (const browser of [nobody, nrw]) {
      expect((await download(browser, id, paper)).statusCode).toBe(404);
      expect((await browser.get(`/en/${register}/documents/${id}`)).statusCode).toBe(404);
    }
    expect(await reads()).toEqual([]);
    expect((await download(nl, id, paper)).statusCode).toBe(200);
    expect(await reads()).toMatchObject([
      { subject: `files/${fileHashOf(paper)}`, payload: { document: `attachments/${id}`, number: 1 } },
    ]);
    // Whoever changes it need not hear that somebody has read it.
    const form = (await nl.get(`/en/${register}/do/documents/withdraw?id=${id}`)).body;
    const seen = Number(/name="seen" value="(\d+)"/.exec(form)?.[1]);
    expect((await download(sg, id, paper)).statusCode).toBe(200);
    const changed = await act(nl, 'documents/withdraw', { id, version: 9, reason: 'x', seen });
    expect(changed.codes).toEqual(['document_version_gone']);
    await sg.post('/sign-out');
    expect((await download(sg, id, paper)).statusCode).toBe(404);
    sg = await actingAs('', 'sg');
  });

  test('cannot be attached, changed or guessed by who does not see the point', async () => {
    const bytes = await pdfOf('Sneaked in', 'From outside');
    const given = { kind: 'agenda_items', record: 'autumn-1' };
    expect((await attach(nrw, bytes, given)).status).toBe(403);
    const other = { id, language: 'de', translation: 'machine', file: base64(bytes) };
    expect((await act(nrw, 'documents/add_language', other)).status).toBe(403);
  });

  test('on a point that is open to all is for all', async () => {
    const open = await pdfOf('For all', 'The bassoon is for everybody to hear.');
    const shown = await attached(nl, open, { kind: 'agenda_items', record: 'autumn-2', title: 'Open paper' });
    expect(await found(nobody, 'bassoon')).toContain(`/documents/${shown}`);
    expect((await download(nobody, shown, open)).statusCode).toBe(200);
  });
});

describe('What hangs on a closed record of another page', () => {
  const group = 'repair-strategy';
  let be: Browser;
  let note: string;
  let contact: string;
  beforeAll(async () => {
    be = await actingAs('BE', '');
    const known = { register, knownAt: '2027' as never };
    const one = (kind: string) =>
      opened.database.read(
        async (tx) => (await allRecords(tx, { ...known, kinds: [kind] })).at(-1)?.id ?? '',
      );
    const remember = { id: group, party: 'NL', on: '2026-11-02', remember: 'Ask before you count' };
    expect((await act(nl, 'groups/remember', remember)).codes).toEqual([]);
    note = await one('group_notes');
    const handing = { id: group, party: 'NL', on: '2026-11-02', handover: 'All is in the drawer' };
    for (const organisation of ['Ministry of Ferries', 'Ministry of Tides'])
      expect((await act(nl, 'groups/hand_over', { ...handing, organisation })).codes).toEqual([]);
    contact = await one('contacts');
  });
  test('hands changed twice on one day, and each has its record', async () => {
    const known = {
      register,
      knownAt: '2027' as never,
      kinds: ['contacts'],
      says: [{ body: group, party: 'NL' }],
    };
    const held = await opened.database.read((tx) => allRecords(tx, known));
    const began = held.filter(({ body }) => body.from === '2026-11-02');
    expect(began.map(({ id, body }) => [id, body.organisation, body.to ?? null])).toEqual([
      ['repair-strategy-NL-contact-2026-11-02', 'Ministry of Ferries', '2026-11-02'],
      ['repair-strategy-NL-contact-2026-11-02-2', 'Ministry of Tides', null],
    ]);
  });

  const kinds = [
    ['a note of a group', () => ({ kind: 'group_notes', record: note })],
    ['a contact point', () => ({ kind: 'contacts', record: contact })],
  ] as const;
  test.each(kinds)('%s is for those who take part, and for nobody else', async (what, given) => {
    const bytes = await pdfOf('For the group', `The theremin of ${what} is a secret.`);
    const title = `Theremin on ${given().kind}`;
    const id = await attached(nl, bytes, { ...given(), title });
    const page = (await be.get(`/en/${register}/groups/${group}`)).body;
    expect(page).toContain(`/documents/${id}`);
    expect(page).toContain(title);
    expect((await be.get(`/en/${register}/documents/${id}`)).body).toContain(`/groups/${group}`);
    expect((await download(be, id, bytes)).statusCode).toBe(200);
    expect(await found(be, 'theremin')).toContain(`/documents/${id}`);
    for (const browser of [nobody, nrw, sg]) {
      expect((await browser.get(`/en/${register}/documents/${id}`)).statusCode).toBe(404);
      expect((await download(browser, id, bytes)).statusCode).toBe(404);
      for (const path of [`groups/${group}`, `groups/${group}/handover`, 'find?q=theremin', 'documents'])
        expect((await browser.get(`/en/${register}/${path}`)).body, path).not.toMatch(
          new RegExp(`/documents/${id}|Theremin on`),
        );
    }
    // Who keeps documents keeps those that it may see.
    expect((await attach(sg, strToU8('From outside'), given())).codes).toEqual(['record_not_found']);
    expect((await attach(nrw, strToU8('From outside'), given())).codes).toEqual(['action_not_allowed']);
  });

  test('a draft of an answer is for the governments that sign it, and for who assigns it', async () => {
    const question = 'question-libraries-2019';
    const draft = { id: question, party: 'NL', text: 'All libraries are open.', on: '2026-11-03' };
    const assigned = { id: question, addressee: 'NL', on: '2026-11-02' };
    expect((await act(sg, 'parliament/assign', assigned)).codes).toEqual([]);
    expect((await act(nl, 'parliament/draft_answer', draft)).codes).toEqual([]);
    const given = { kind: 'answer_drafts', record: `${question}-answer-1` };
    const bytes = await pdfOf('Annex', 'The hurdy-gurdy stands in no library.');
    const id = await attached(be, bytes, { ...given, title: 'Hurdy annex' });
    for (const browser of [nl, be, sg]) {
      expect((await browser.get(`/en/${register}/parliament/${question}`)).body).toContain(
        `/documents/${id}`,
      );
      expect((await download(browser, id, bytes)).statusCode).toBe(200);
    }
    for (const browser of [nobody, nrw]) {
      const page = (await browser.get(`/en/${register}/parliament/${question}`)).body;
      expect(page).not.toContain(`/documents/${id}`);
      expect((await download(browser, id, bytes)).statusCode).toBe(404);
      expect((await browser.get(`${api}/records?q=hurdy`)).body).not.toContain(id);
    }
    expect((await attach(nrw, bytes, given)).codes).toEqual(['action_not_allowed']);
  });
});

describe('What hangs on many records', () => {
  const known = { register, knownAt: '2027' as never };
  /** As a page of a person who acts for a party has it. */
  const contextOf = async (tx: Transaction, party: string) => {
    const period = { from: null, to: null };
    const grants = [{ register, role: 'file-holder', party, body: null, period, basis: 'test' }];
    const session = { hash: '', demonstration: true };
    return {
      ...known,
      register: (await listRegisters(tx)).find(({ id }) => id === register),
      actor: { kind: 'person', id: 'p', name: 'P', grants, session },
      clock: systemClock,
      language: 'en',
      modules,
      href: (path: string, query = {}) => `${path}?${new URLSearchParams(query)}`,
    } as unknown as PageContext;
  };
  beforeAll(async () => {
    const handing = { id: 'repair-strategy', party: 'BE', on: '2026-11-02', handover: 'In the cupboard' };
    const organisation = 'Ministry of Locks';
    await done(await actingAs('BE', ''), 'groups/hand_over', { ...handing, organisation });
  });
  const idsOf = async (tx: Transaction, kind: string) =>
    (await allRecords(tx, { ...known, kinds: [kind] })).map(({ id }) => id);

  test.each([
    'contacts',
    'group_notes',
    'answer_drafts',
    'plan_items',
    'instruments',
    'agenda_items',
    'bodies',
  ])('is of whom it would be on each of %s alone', (kind) =>
    opened.database.read(async (tx) => {
      const acting = actionContextOf(await contextOf(tx, 'NL'));
      const ids = [...(await idsOf(tx, kind)), 'nowhere'];
      const together = await ownersOfEach(tx, acting, kind, ids);
      expect(together.size).toBe(ids.length);
      for (const id of ids) expect(together.get(id), id).toEqual(await ownersOf(tx, acting, kind, id));
    }),
  );

  test('is asked for once, and who may attach to each is decided for each', () =>
    opened.database.read(async (tx) => {
      const context = await contextOf(tx, 'NL');
      const held = await allRecords(tx, { ...known, kinds: ['contacts'] });
      const on = (await allRecords(tx, { ...known, kinds: ['attachments'] })).filter(
        ({ body }) => body.attached_kind === 'contacts',
      );
      const bearing = on.map(({ body }) => String(body.attached_to));
      expect(bearing).toHaveLength(1);
      const ids = held.map(({ id }) => id);
      const ask = (some: readonly string[]) =>
        countQueries(tx, (counting) => listHanging(counting, context, 'contacts', some));
      const one = await ask(bearing);
      const all = await ask(ids);
      expect(all.queries).toBe(one.queries);
      expect([...all.value.keys()]).toEqual(ids);
      for (const { id, body } of held) {
        const { documents, offers } = all.value.get(id) as {
          documents: readonly object[];
          offers: readonly Offer[];
        };
        expect(documents.length, id).toBe(bearing.includes(id) ? 1 : 0);
        const href = `/do/documents/attach?kind=contacts&record=${id}`;
        expect(
          offers.map((offer) => offer.href),
          id,
        ).toEqual(body.party === 'NL' ? [href] : []);
      }
      const whose = new Set(held.map(({ body }) => body.party === 'NL'));
      expect(whose.size).toBe(2);
    }));

  test('has its place in the list of documents, found for all of them at once', () =>
    opened.database.read(async (tx) => {
      const context = await contextOf(tx, 'NL');
      const all = await allRecords(tx, { ...known, kinds: ['attachments'] });
      const elsewhere = all.filter(({ body }) =>
        ['contacts', 'group_notes', 'answer_drafts'].includes(String(body.attached_kind)),
      );
      expect(elsewhere).toHaveLength(3);
      const ask = (some: readonly StoredRecord[]) =>
        countQueries(tx, (counting) => subjectsOf(counting, context, some));
      const one = await ask(elsewhere.slice(0, 1));
      const many = await ask(all);
      expect(many.queries).toBe(one.queries);
      const paths = elsewhere.map(({ body }) => many.value.get(subjectOf(body))?.path);
      const group = '/groups/repair-strategy';
      expect(paths.toSorted()).toEqual([group, group, '/parliament/question-libraries-2019']);
    }));
});

describe('The records of the API', () => {
  test('hold what is said of documents that everybody may see, and never of others', async () => {
    const all = JSON.parse((await nobody.get(`${api}/records?kind=attachments&page-size=200`)).body) as {
      total: number;
      records: { id: string; kind: string; title: string }[];
    };
    const ids = all.records.map(({ id }) => id);
    expect(ids).toContain('council-doc-1');
    expect(ids).toContain('autumn-2-doc-1');
    expect(all.total).toBe(ids.length);
    expect(ids.filter((id) => /autumn-1-doc|note|contact|answer/.test(id))).toEqual([]);
    // As a member has it too: the API is asked by nobody in particular.
    expect(JSON.parse((await nl.get(`${api}/records?kind=attachments&page-size=200`)).body)).toEqual(all);
    const pdf = await pdfOf(
      'Ferry lanterns',
      'The quincunx of lanterns is lit at both banks before the tide.',
    );
    const one = await nobody.get(`${api}/records/attachments/council-doc-1`);
    expect(JSON.parse(one.body)).toMatchObject({
      title: 'A note',
      unknownKeys: [],
      body: {
        attached_kind: 'bodies',
        attached_to: 'council',
        versions: [
          {
            number: 1,
            language: 'en',
            hash: fileHashOf(pdf),
            media_type: 'application/pdf',
            size: pdf.length,
            translation: 'original',
            authentic: false,
          },
        ],
      },
    });
    expect((await nobody.get(`${api}/records/attachments/autumn-2-doc-1`)).statusCode).toBe(200);
    for (const id of ['autumn-1-doc-1', `question-libraries-2019-answer-1-doc-1`])
      for (const browser of [nobody, nl])
        expect((await browser.get(`${api}/records/attachments/${id}`)).statusCode).toBe(404);
  });
});

describe('Attacks', () => {
  let docx: Buffer;
  beforeAll(async () => {
    docx = await docxOf('Harmless', 'Harmless words');
  });

  test('a path in the name of a file leads nowhere', async () => {
    const bytes = strToU8('A way out of the folder');
    const name = '../../../etc/cron.d/pas"s\u202Etxt.wd';
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...onMeeting, ...inEnglish })) form.set(field, value);
    form.set('file', new Blob([bytes], { type: 'text/plain' }), name);
    const sent = await sg.postFiles(`/en/${register}/do/documents/attach`, form);
    expect(sent.statusCode, sent.body.slice(0, 500)).toBe(303);
    const id = /documents\/([^?]+)/.exec(String(sent.headers.location))?.[1] ?? '';
    const { headers } = await download(nobody, id, bytes);
    expect(headers['content-disposition']).not.toMatch(/[/\\]|\.\.|\u202e|%2f|%5c/i);
    const throughApi = await attached(sg, strToU8('Another'), { name: '..\\..\\a.txt\u202Egpj.exe' });
    const answer = await download(nobody, throughApi, strToU8('Another'));
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="a.txtgpj.exe.txt"; filename*=UTF-8''a.txtgpj.exe.txt`,
    );
    expect((await nobody.get(`/en/${register}/documents/..%2f..%2fetc/files/passwd`)).statusCode).toBe(404);
  });

  test('a page with a script leaves as text, and its script is in no search', async () => {
    const bytes = strToU8('<!doctype html><p>Marimba<script>document.title = "glockenspiel"</script>');
    const id = await attached(sg, bytes, { name: 'page.html' });
    const { headers, rawPayload } = await download(nobody, id, bytes);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toContain('attachment; filename="page.html.txt"');
    expect(fileHashOf(rawPayload)).toBe(fileHashOf(bytes));
    expect(await found(nobody, 'marimba')).toContain(`/documents/${id}`);
    expect(await found(nobody, 'glockenspiel')).not.toContain(`/documents/${id}`);
    const page = (await nobody.get(`/en/${register}/documents/${id}`)).body;
    expect(page).not.toContain('glockenspiel');
  });

  test('what one government brought to a question put to all, another cannot supersede or withdraw', async () => {
    const question = { kind: 'parliament_items', record: 'question-libraries-2019' };
    const belgium = await actingAs('BE', '');
    const id = await attached(belgium, strToU8('What Belgium says of ocarinas'), question);
    const other = {
      id,
      version: 1,
      translation: 'original',
      file: base64(strToU8('What Belgium never said')),
    };
    const refused = ['document_of_another_not_allowed'];
    expect((await act(nl, 'documents/supersede', other)).codes).toEqual(refused);
    expect((await act(nl, 'documents/withdraw', { id, reason: 'x' })).codes).toEqual(refused);
    expect((await act(nl, 'documents/withdraw', { id, version: 1, reason: 'x' })).codes).toEqual(refused);
    expect((await act(belgium, 'documents/withdraw', { id, reason: 'Another follows' })).codes).toEqual([]);
    const again = await attached(belgium, strToU8('What Belgium says of ocarinas now'), question);
    expect((await act(sg, 'documents/withdraw', { id: again, reason: 'A name in it' })).codes).toEqual([]);
  });

  test('words that look like markup stay words', async () => {
    const bytes = strToU8('Celesta <img src=x onerror=alert(1)> <script>alert(2)</script>');
    const id = await attached(sg, bytes, { title: '<b>Bold</b>', name: '<i>.txt' });
    for (const path of [`documents/${id}`, 'find?q=celesta', 'meetings/autumn'])
      expect((await nobody.get(`/en/${register}/${path}`)).body).not.toMatch(
        /<img src=x|<script>alert|<b>Bold/,
      );
  });

  test.each<readonly [string, () => Uint8Array, string]>([
    ['a document with macros', () => withParts(docx, { 'word/vbaProject.bin': program }), 'document_active'],
    ['a PDF with a script', () => pdfWithScript, 'document_active'],
    ['a PDF under a password', () => encryptedPdf, 'document_encrypted'],
    [
      'a document that unpacks to very much',
      () => withParts(docx, { 'a.xml': new Uint8Array(70 * 1024 * 1024) }),
      'document_unpacks_too_large',
    ],
    ['a program under the name of a PDF', () => program, 'document_type_refused'],
    [
      'an archive behind a document',
      () => new Uint8Array(Buffer.concat([docx, zipSync({ a: program })])),
      'document_type_refused',
    ],
  ])('%s is refused, and nothing of it is kept', async (_what, make, code) => {
    const before = await hashNow();
    const bytes = make();
    expect((await attach(sg, bytes, { name: 'report.pdf' })).codes).toEqual([code]);
    expect(await hashNow()).toBe(before);
    expect(await isKept(bytes)).toBe(false);
  });

  test('a PDF that unpacks to gigabytes is given up or found to have no words, and the node goes on answering', async () => {
    const { codes } = await attach(sg, bombPdf(1_000), { name: 'report.pdf' });
    // Which of the two depends on whether its reader or our bound gives up first; neither takes more than it is given.
    expect([[], ['document_too_costly']]).toContainEqual(codes);
    expect((await sg.get(`/en/${register}/documents`)).statusCode).toBe(200);
  });

  test('what a file is said to be does not count, only what it is', async () => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...onMeeting, ...inEnglish })) form.set(field, value);
    form.set('file', new Blob([program], { type: 'application/pdf' }), 'report.pdf');
    const sent = await sg.postFiles(`/en/${register}/do/documents/attach`, form);
    expect(sent.statusCode).toBe(400);
    expect(sent.body).toContain('What it is called does not count');
    const bytes = strToU8('Plainly text');
    const id = await attached(sg, bytes, { name: 'run.exe' });
    const { headers } = await download(nobody, id, bytes);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toContain('filename="run.exe.txt"');
  });

  test('a file that is too large, or empty, is refused', async () => {
    const large = new Uint8Array(largestUpload + 3).fill(0x61);
    expect(await attach(sg, large)).toMatchObject({ status: 413, codes: ['body_too_large'] });
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...onMeeting, ...inEnglish })) form.set(field, value);
    form.set('file', new Blob([large]), 'a.txt');
    expect((await sg.postFiles(`/en/${register}/do/documents/attach`, form)).statusCode).toBe(413);
    expect((await act(sg, 'documents/attach', { ...onMeeting, ...inEnglish, file: '====' })).codes).toEqual([
      'document_empty',
    ]);
  });

  test('a scan without words is kept, and its page says that it is not searched', async () => {
    const id = await attached(sg, emptyPdf);
    expect((await nobody.get(`/en/${register}/documents/${id}`)).body).toContain('it is not searched');
  });
});

async function isKept(bytes: Uint8Array): Promise<boolean> {
  return (await opened.database.read((tx) => loadBytes(tx, fileHashOf(bytes)))) !== undefined;
}

describe('An export', () => {
  test('carries the bytes, and an empty database has the same state, the same files and finds the same words', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tripoint-documents-'));
    const database = await createTestDatabase();
    try {
      const written = await exportFolder(opened.database, folder);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      expect(written.value.documents).toBeGreaterThan(5);
      // A made-up year is part of the state, and no data for others.
      const files = await readdir(folder);
      expect([files.includes('benelux.json'), files.includes('demo-2020.json')]).toEqual([true, false]);
      const work = { database, clock: systemClock, actor: 'operator', progress: () => {} };
      const kinds = modules.flatMap((module) => module.kinds);
      const pdf = await pdfOf(
        'Ferry lanterns',
        'The quincunx of lanterns is lit at both banks before the tide.',
      );
      const file = join(folder, 'documents', fileHashOf(pdf));
      const bytes = await readFile(file);
      await writeFile(file, `${bytes}x`);
      expect(await restoreFolder(work, folder, kinds)).toMatchObject({
        problems: [{ code: 'state_hash_differs' }],
      });
      await rm(file);
      expect(await restoreFolder(work, folder, kinds)).toMatchObject({
        problems: [{ code: 'export_incomplete' }],
      });
      await writeFile(file, bytes);
      const restored = await restoreFolder(work, folder, kinds);
      expect(restored).toMatchObject({ ok: true, value: { stateHash: await hashNow() } });
      await database.read(async (tx) => {
        expect(await loadBytes(tx, fileHashOf(pdf))).toEqual(pdf);
        const asked = { register, kind: 'attachments', knownAt: '2027' as never };
        const hits = await findInFiles(tx, { ...asked, words: 'quincunx' });
        expect(hits.map(({ id }) => id)).toEqual(['council-doc-1']);
      });
      expect((await verifyJournal(database)).faults).toEqual([]);
    } finally {
      await database.close();
      await rm(folder, { recursive: true });
    }
  });

  test('after an erasure the record stands, its bytes and its words are gone', async () => {
    const pdf = await pdfOf(
      'Ferry lanterns',
      'The quincunx of lanterns is lit at both banks before the tide.',
    );
    const before = await hashNow();
    await opened.database.retention((tx) =>
      sql`delete from platform.stored_file where hash = ${fileHashOf(pdf)}`.execute(tx),
    );
    expect(await hashNow()).toBe(before);
    expect((await download(nobody, 'council-doc-1', pdf)).statusCode).toBe(404);
    expect(await found(nobody, 'quincunx')).not.toContain('/documents/council-doc-1');
    const page = (await nobody.get(`/en/${register}/documents/council-doc-1`)).body;
    expect(page).toContain('Its bytes are not kept here');
    expect((await verifyJournal(opened.database)).faults).toEqual([]);
  });
});
