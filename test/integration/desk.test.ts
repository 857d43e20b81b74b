import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/kernel/languages.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister, signInAs } from '../support/first-register.ts';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

const signedIn = (role: string, party: string) => signInAs(server, role, party);

const pageOf = async (browser: Browser, path: string) => {
  const answer = await browser.get(path);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
};

describe('The desk', () => {
  test('says to a visitor that it is there after signing in, and holds nothing', async () => {
    const page = await pageOf(openBrowser(server), '/en/benelux/desk');
    expect(page).toContain('/sign-in?return=%2Fen%2Fbenelux%2Fdesk');
    expect(page).not.toContain('eow-paper');
  });

  test('shows a member what it owes, alone or with the others, and what its law lacks', async () => {
    const page = await pageOf(await signedIn('line-ministry', 'NL'), '/en/benelux/desk');
    expect(page).toContain('Desk of Netherlands');
    expect(page).toContain('/en/benelux/law/eow-paper');
    // Implemented by NL: not open for it.
    expect(page).not.toContain('/en/benelux/law/ecmr-protocol');
    // Owed by the Committee of Ministers, whose members the register does not list.
    expect(page).toContain('/en/benelux/parliament/parl-rec-circular-2018');
    const belgian = await pageOf(await signedIn('line-ministry', 'BE'), '/en/benelux/desk');
    expect(belgian).toContain('/en/benelux/law/ecmr-protocol');
  });

  test('shows a party that is no member nothing that only members owe', async () => {
    const page = await pageOf(await signedIn('observer', 'NO'), '/en/benelux/desk');
    expect(page).not.toContain('parl-rec-circular-2018');
    expect(page).not.toContain('eow-paper');
    expect(page).toContain('id="guide"');
  });

  test('of who holds several grants is one for each, and says as what and for whom', async () => {
    const browser = await signedIn('contact-point', 'BE');
    await opened.database.write((tx) =>
      sql`insert into platform.access_grant (id, person, register, role, party, basis, granted_at)
        select gen_random_uuid(), person, 'benelux', 'line-ministry', 'LU', 'test', now()
        from platform.identity where subject = 'benelux/contact-point/BE'`.execute(tx),
    );
    expect(await pageOf(browser, '/en/benelux/desk')).toContain('Desk of Belgium');
    const other = await pageOf(browser, '/en/benelux/desk?grant=2');
    expect(other).toContain('Desk of Luxembourg');
    expect(other).toMatch(/href="[^"]*grant=1">[^<]+, Belgium</);
    expect(await pageOf(browser, '/en/benelux/desk?grant=9')).toContain('Desk of Luxembourg');
  });

  test('of somebody without a party shows what waits for all', async () => {
    const page = await pageOf(await signedIn('file-holder', ''), '/en/benelux/desk');
    expect(page).toContain('Desk of all parties');
    expect(page).toContain('eow-paper');
    expect(page).toContain('ecmr-protocol');
    expect(page).toContain('fisc-moss');
  });
});

describe('The brief', () => {
  test.each(languages)('of each member, in %s, for everybody', async (language) => {
    for (const party of ['NL', 'BE', 'LU']) {
      const page = await pageOf(openBrowser(server), `/${language}/benelux/brief?party=${party}`);
      expect(page).toContain('eow-paper');
      expect(page).toContain('aria-current="page"');
    }
  });

  test('says what nobody knows: years of presidency without priorities, instruments without a status', async () => {
    const page = await pageOf(openBrowser(server), '/en/benelux/brief?party=LU');
    expect(page).toContain('priorities not stated');
    expect(page).toContain('instruments of which nothing is known');
    expect(page).toMatch(/1 of 1 open/);
  });

  test('refuses a party that there is not', async () => {
    const answer = await openBrowser(server).get('/en/benelux/brief?party=XX');
    expect(answer.statusCode).toBe(404);
  });
});
