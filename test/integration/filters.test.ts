import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister, signInAs } from '../support/first-register.ts';

const list = '/en/benelux/groups?dossier=vat';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

const signedIn = (role: string, party: string) => signInAs(server, role, party);

async function savedOn(browser: Browser, address = list) {
  const { document } = parseHTML((await browser.get(address)).body);
  const part = document.querySelector('#saved-filters');
  return {
    text: part?.textContent ?? '',
    names: [...document.querySelectorAll('#saved-filters li a span')].map(({ textContent }) => textContent),
    hrefs: [...document.querySelectorAll('#saved-filters li a')].map((link) => link.getAttribute('href')),
    current: document.querySelector('#saved-filters [aria-current]')?.textContent ?? null,
    /** Of the form that stands there: where it is sent to and what it holds. */
    forms: [...document.querySelectorAll('#saved-filters form')].map((form) => ({
      action: form.getAttribute('action') ?? '',
      fields: Object.fromEntries(
        [...form.querySelectorAll('input')].map((input) => [
          input.getAttribute('name') ?? '',
          input.getAttribute('value') ?? '',
        ]),
      ),
    })),
  };
}

type Form = Awaited<ReturnType<typeof savedOn>>['forms'][number];

function formTo(forms: readonly Form[], end: string): Form {
  const form = forms.find(({ action }) => action.endsWith(end));
  if (form === undefined) throw new Error(`No form to ${end} among ${forms.map(({ action }) => action)}`);
  return form;
}

async function save(browser: Browser, name: string, share: boolean, address = list) {
  const { action, fields } = formTo((await savedOn(browser, address)).forms, '/filters');
  const { share: _, ...rest } = fields;
  return browser.post(action, { ...rest, name, ...(share ? { share: 'yes' } : {}) });
}

const codes = (answer: Awaited<ReturnType<Browser['post']>>) =>
  answer.json().findings.map(({ code }: { code: string }) => code);

describe('A name for a filter', () => {
  test('is given on the list itself, leads back to it in every language, and stands on the desk', async () => {
    const anna = await signedIn('line-ministry', 'NL');
    const saved = await save(anna, '  VAT   groups ', false);
    expect(saved.statusCode).toBe(303);
    expect(saved.headers.location).toBe(`${list}#saved-filters`);
    const there = await savedOn(anna);
    expect(there.names).toEqual(['VAT groups']);
    expect(there.current).toBe('VAT groups');
    expect(there.forms.map(({ action }) => action.split('/').at(-1))).toEqual(['remove']);
    expect((await savedOn(anna, '/fr/benelux/groups?page=1')).hrefs).toEqual([
      '/fr/benelux/groups?dossier=vat',
    ]);
    expect((await savedOn(anna, '/en/benelux/find')).names, 'on its own list alone').toEqual([]);
    const desk = parseHTML((await anna.get('/de/benelux/desk')).body).document;
    expect(desk.querySelector('#filters a')?.getAttribute('href')).toBe('/de/benelux/groups?dossier=vat');
  });

  test('saved right after an action leaves out what was done: neither it nor the way back says so again', async () => {
    const eve = await signedIn('contact-point', 'NL');
    const saved = await save(eve, 'After an act', false, `${list}&done=exchange%2Fask`);
    expect(saved.headers.location).toBe(`${list}#saved-filters`);
    expect((await savedOn(eve)).hrefs).toContain(list);
  });

  test('a list with nothing chosen offers no name; a visitor reads how to get one', async () => {
    const bert = await signedIn('observer', 'NO');
    expect((await savedOn(bert, '/en/benelux/groups')).text).toBe('');
    const visitor = openBrowser(server);
    expect((await savedOn(visitor, '/en/benelux/groups')).text).toBe('');
    const told = await savedOn(visitor);
    expect(told.text).toContain('Sign in to give it a name');
    expect(told.forms).toEqual([]);
  });

  test('shared, it is there for who acts for the same party, to read and not to take away', async () => {
    const clerk = await signedIn('line-ministry', 'BE');
    await save(clerk, 'Of Belgium', true);
    await save(clerk, 'My own', false, '/en/benelux/groups?dossier=waste');
    const colleague = await signedIn('contact-point', 'BE');
    const seen = await savedOn(colleague);
    expect(seen.names).toEqual(['Of Belgium']);
    expect(seen.text).toContain('of a colleague');
    expect(
      seen.forms.map(({ action }) => action),
      'nothing but a name of one’s own',
    ).toEqual(['/en/benelux/filters']);
    const other = await signedIn('contact-point', 'LU');
    expect((await savedOn(other)).names).toEqual([]);

    const { action } = formTo((await savedOn(clerk)).forms, '/remove');
    for (const stranger of [colleague, other])
      expect((await stranger.post(action, { return: list })).statusCode).toBe(404);
    expect((await savedOn(clerk)).names).toContain('Of Belgium');
  });

  test('of somebody without a party is shared with those who act for none', async () => {
    const holder = await signedIn('file-holder', '');
    await save(holder, 'Secretariat', true);
    const [colleague, party] = [await signedIn('benelux-coordinator', ''), await signedIn('observer', 'LU')];
    expect((await savedOn(colleague)).names).toEqual(['Secretariat']);
    expect((await savedOn(party)).names).toEqual([]);
  });

  test('taken away it can be put back, unless another has its name by then', async () => {
    const carla = await signedIn('observer', 'DE');
    await save(carla, 'Once', false);
    const remove = formTo((await savedOn(carla)).forms, '/remove');
    expect((await carla.post(remove.action, remove.fields)).statusCode).toBe(303);
    const gone = await savedOn(carla);
    expect(gone.names).toEqual([]);
    expect(gone.text).toContain('“Once” was removed.');
    const restore = formTo(gone.forms, '/restore');
    expect((await carla.post(restore.action, restore.fields)).statusCode).toBe(303);
    expect((await savedOn(carla)).names).toEqual(['Once']);
    expect((await carla.post(restore.action, restore.fields)).statusCode, 'nothing to put back').toBe(404);

    await carla.post(remove.action, remove.fields);
    await save(carla, 'Once', false, '/en/benelux/groups?dossier=waste');
    expect((await savedOn(carla)).text, 'not offered while the name is in use').not.toContain('Put back');
    const refused = await carla.post(restore.action, restore.fields);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('You have a filter “Once” already');
  });

  test('has all its faults named at once, and nothing is kept', async () => {
    const dirk = await signedIn('observer', 'FR');
    await save(dirk, 'Taken', false);
    const json = { accept: 'application/json', 'sec-fetch-site': 'same-origin' };
    const form = { path: '/groups', query: 'page=2', return: list };
    const send = (changes: Record<string, string>, register = 'benelux') =>
      dirk.post(`/en/${register}/filters`, { ...form, ...changes }, json);
    expect(codes(await send({ name: ' ' }))).toEqual(['filter_name_invalid', 'filter_empty']);
    expect(codes(await send({ name: 'Taken' }))).toEqual(['filter_name_taken', 'filter_empty']);
    expect(codes(await send({ name: 'x'.repeat(81), query: 'q=a' }))).toEqual(['filter_name_invalid']);
    expect(codes(await send({ name: 'a\0b', query: 'q=a' })), 'a character that no text holds').toEqual([
      'filter_name_invalid',
    ]);
    expect(codes(await send({ name: 'a', query: `q=${'x'.repeat(2001)}` }))).toEqual(['filter_empty']);
    expect(codes(await send({ name: 'a', path: '/desk', query: 'q=a' }))).toEqual(['page_not_found']);
    expect(codes(await send({ name: 'a', query: 'q=a', return: '//elsewhere' }))).toEqual([
      'return_not_local',
    ]);
    expect(codes(await send({ name: 'a', query: 'q=a' }, 'nowhere'))).toEqual(['register_not_found']);
    expect((await savedOn(dirk)).names).toEqual(['Taken']);
  });

  test('is refused to a visitor, from another site, and after so many', async () => {
    const form = { path: '/groups', query: 'dossier=vat', name: 'a', return: list };
    const visitor = openBrowser(server);
    const refused = await visitor.post('/en/benelux/filters', form);
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('Sign in to keep names for filters.');
    const eva = await signedIn('line-ministry', 'LU');
    const elsewhere = await eva.post('/en/benelux/filters', form, { 'sec-fetch-site': 'cross-site' });
    expect(elsewhere.statusCode).toBe(403);
    expect((await savedOn(eva)).names).toEqual([]);

    await opened.database.write((tx) =>
      sql`insert into platform.saved_filter (id, person, register, path, query, name, shared, saved_at)
        select gen_random_uuid(), person, 'benelux', '/groups', 'q=' || n, 'filter ' || n, false, now()
        from platform.identity, generate_series(1, 100) n where subject = 'benelux/line-ministry/LU'`.execute(
        tx,
      ),
    );
    const json = { accept: 'application/json', 'sec-fetch-site': 'same-origin' };
    expect(codes(await eva.post('/en/benelux/filters', form, json))).toEqual(['filters_too_many']);
  });

  test('cannot be kept by who holds no role any more, when it is to be shared', async () => {
    const finn = await signedIn('observer', 'IE');
    await opened.database.write((tx) =>
      sql`insert into platform.access_grant_end (grant_id, ended_at, basis)
        select id, now(), 'test' from platform.access_grant where party = 'IE'`.execute(tx),
    );
    const there = await savedOn(finn);
    expect(formTo(there.forms, '/filters').fields).not.toHaveProperty('share');
    const form = { path: '/groups', query: 'dossier=vat', name: 'a', share: 'yes', return: list };
    const json = { accept: 'application/json', 'sec-fetch-site': 'same-origin' };
    expect(codes(await finn.post('/en/benelux/filters', form, json))).toEqual(['filter_share_refused']);
  });
});
