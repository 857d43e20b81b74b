import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../../test/support/browser.ts';
import { startIssuer, type TestIssuer } from '../../../test/support/test-issuer.ts';
import { startNode, type TestNode } from '../../../test/support/test-node.tsx';
import { attemptMinutes } from './openid.ts';
import { hashSecret } from './secrets.ts';
import { absoluteHours, idleMinutes } from './sessions.ts';

const callback = 'http://localhost:3000/sign-in/callback';
let issuer: TestIssuer;
let node: TestNode;
let browser: Browser;

beforeAll(async () => {
  issuer = await startIssuer(callback);
  node = await startNode({
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: issuer.clientId,
      OIDC_CLIENT_SECRET: issuer.clientSecret,
    },
  });
});
beforeEach(() => {
  browser = openBrowser(node.server);
});
afterAll(async () => {
  await node.close();
  await issuer.close();
});

/** From the button to the address that the issuer sends back to. */
async function signInAtIssuer(login: string, change: (address: URL) => void = () => {}): Promise<URL> {
  const answer = await browser.post('/sign-in', { return: '/en/benelux/law?as-of=2019' });
  expect(answer.statusCode).toBe(303);
  const address = new URL(String(answer.headers.location));
  change(address);
  return issuer.signIn(address.href, login);
}

async function comeBack(address: URL, headers = {}) {
  return browser.get(`${address.pathname}${address.search}`, headers);
}

async function signIn(login: string) {
  return comeBack(await signInAtIssuer(login));
}

/** What a page of the test's module was told of who asks. */
async function actorOf(who: Browser): Promise<string> {
  const page = await who.get('/en/benelux/law');
  return /&quot;actor&quot;:&quot;([a-z]+)&quot;/.exec(page.body)?.[1] ?? page.body;
}

async function countRows(table: 'session' | 'sign_in_attempt' | 'person'): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ${sql.table(`platform.${table}`)}`.execute(node.database.owner);
  return rows[0]?.n ?? -1;
}

test('The whole loop: button, provider, PKCE, callback, session; a newcomer holds no grant and reads who can give one', async () => {
  const answer = await signIn('anna');
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/sign-in?return=%2Fen%2Fbenelux%2Flaw%3Fas-of%3D2019');
  const page = await browser.get(String(answer.headers.location));
  expect(page.body).toContain('Signed in as anna of the ministry');
  expect(page.body).toContain('hold no role yet');
  expect(page.body).toContain('The secretariat of your union can grant you one.');
  expect(page.body).toContain('href="/en/benelux/law?as-of=2019"');
  expect(page.body).not.toContain('Demonstration');
  expect(await actorOf(browser)).toBe('person');
  const { event, payload } = node.entries.at(-1) ?? {};
  expect({ event, payload }).toEqual({
    event: 'session.started',
    payload: { issuer: issuer.url, demonstration: false },
  });
});

test('The provider is asked with PKCE S256, a state and a nonce, and the database holds no session id', async () => {
  const answer = await browser.post('/sign-in');
  const asked = new URL(String(answer.headers.location)).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce'])
    expect(asked.get(name)?.length).toBeGreaterThan(40);
  await signIn('anna');
  const { rows } = await sql<{ hash: string }>`select hash from platform.session`.execute(
    node.database.owner,
  );
  const id = browser.cookies.get('tripoint') ?? '';
  expect(rows.map(({ hash }) => hash)).toContain(hashSecret(id));
  expect(JSON.stringify(rows)).not.toContain(id);
});

test('The same subject is the same person, another subject another', async () => {
  const before = await countRows('person');
  await signIn('bernard');
  await signIn('bernard');
  expect(await countRows('person')).toBe(before + 1);
  await signIn('claire');
  expect(await countRows('person')).toBe(before + 2);
});

test('A replayed callback is refused', async () => {
  const address = await signInAtIssuer('anna');
  const attempt = browser.cookies.get('tripoint-attempt') ?? '';
  expect((await comeBack(address)).statusCode).toBe(303);
  const thief = openBrowser(node.server);
  thief.cookies.set('tripoint-attempt', attempt);
  const again = await thief.get(`${address.pathname}${address.search}`, { accept: 'application/json' });
  // Ours, before the provider is asked: it would refuse the code as well.
  expect(again.json()).toMatchObject({ status: 400, findings: [{ code: 'sign_in_expired' }] });
  expect(await actorOf(thief)).toBe('visitor');
});

test('A callback in another browser than the one that began is refused', async () => {
  const address = await signInAtIssuer('anna');
  const victim = openBrowser(node.server);
  const answer = await victim.get(`${address.pathname}${address.search}`);
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('Signing in did not succeed');
  expect(await actorOf(victim)).toBe('visitor');
});

test('A wrong state is refused', async () => {
  const address = await signInAtIssuer('anna');
  address.searchParams.set('state', 'another');
  expect((await comeBack(address)).statusCode).toBe(400);
  expect(await actorOf(browser)).toBe('visitor');
});

test('A token with the nonce of another attempt is refused', async () => {
  const address = await signInAtIssuer('anna', (asked) =>
    asked.searchParams.set('nonce', 'of-another-attempt'),
  );
  const answer = await comeBack(address, { accept: 'application/json' });
  expect(answer.json()).toMatchObject({ status: 400, findings: [{ code: 'sign_in_failed' }] });
  expect(await actorOf(browser)).toBe('visitor');
});

test('A code that belongs to another PKCE challenge is refused', async () => {
  const address = await signInAtIssuer('anna', (asked) =>
    asked.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  );
  expect((await comeBack(address)).statusCode).toBe(400);
  expect(await actorOf(browser)).toBe('visitor');
});

test('An expired attempt is refused, and the next one clears it away', async () => {
  const address = await signInAtIssuer('anna');
  node.clock.advance(attemptMinutes);
  expect((await comeBack(address)).statusCode).toBe(400);
  await browser.post('/sign-in');
  node.clock.advance(attemptMinutes + 1);
  await browser.post('/sign-in');
  expect(await countRows('sign_in_attempt')).toBe(1);
});

test('A refusal at the provider is told, without a session', async () => {
  const address = await signInAtIssuer('anna');
  address.search = `?${new URLSearchParams({ error: 'access_denied', state: address.searchParams.get('state') ?? '', iss: issuer.url })}`;
  const answer = await comeBack(address, { accept: 'application/json' });
  expect(answer.json()).toMatchObject({
    findings: [{ code: 'sign_in_failed', params: { reason: 'access_denied' } }],
  });
});

test('A session id set before the sign-in is worth nothing after it', async () => {
  const fixed = 'an-id-that-the-attacker-knows';
  browser.cookies.set('tripoint', fixed);
  await signIn('anna');
  expect(browser.cookies.get('tripoint')).not.toBe(fixed);
  const attacker = openBrowser(node.server);
  attacker.cookies.set('tripoint', fixed);
  expect(await actorOf(attacker)).toBe('visitor');
});

test('Signing in again ends the session that the browser had', async () => {
  await signIn('anna');
  const first = openBrowser(node.server);
  first.cookies.set('tripoint', browser.cookies.get('tripoint') ?? '');
  await signIn('bernard');
  expect(await actorOf(browser)).toBe('person');
  expect(await actorOf(first)).toBe('visitor');
});

test('A session id stolen before the sign-out is worth nothing after it', async () => {
  await signIn('anna');
  const thief = openBrowser(node.server);
  thief.cookies.set('tripoint', browser.cookies.get('tripoint') ?? '');
  expect(await actorOf(thief)).toBe('person');
  const left = await browser.post('/sign-out');
  expect(left.headers.location).toBe('/sign-in?signed-out=yes');
  expect(browser.cookies.has('tripoint')).toBe(false);
  expect(await actorOf(thief)).toBe('visitor');
  expect(node.entries.at(-1)?.event).toBe('session.ended');
});

test('A session ends when nothing was asked for a while', async () => {
  await signIn('anna');
  node.clock.advance(idleMinutes - 1);
  expect(await actorOf(browser)).toBe('person');
  node.clock.advance(idleMinutes - 1);
  expect(await actorOf(browser)).toBe('person');
  node.clock.advance(idleMinutes);
  expect(await actorOf(browser)).toBe('visitor');
});

test('A session ends at its absolute limit, however busy', async () => {
  await signIn('anna');
  for (let minutes = 20; minutes < absoluteHours * 60; minutes += 20) {
    node.clock.advance(20);
    expect(await actorOf(browser)).toBe('person');
  }
  node.clock.advance(20);
  expect(await actorOf(browser)).toBe('visitor');
});

test('Sessions past their limit are cleared away by the next sign-in', async () => {
  await signIn('anna');
  node.clock.advance(absoluteHours * 60 + 1);
  await signIn('anna');
  expect(await countRows('session')).toBe(1);
});

test.each([
  'https://example.org/',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  'javascript:alert(1)',
  'nl',
])('The return address %j is refused, before and at the sign-in', async (danger) => {
  const query = new URLSearchParams({ return: danger });
  for (const answer of [
    await browser.get(`/sign-in?${query}`),
    await browser.post('/sign-in', { return: danger }),
  ]) {
    expect(answer.statusCode).toBe(400);
    expect(answer.headers.location).toBeUndefined();
  }
});

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
  { origin: 'https://example.org' },
  { origin: 'null' },
  { origin: 'http://localhost:3001' },
  {},
])('A form posted with %j changes nothing', async (headers: Record<string, string>) => {
  await signIn('anna');
  expect((await browser.post('/sign-out', {}, headers)).statusCode).toBe(403);
  expect((await browser.post('/sign-in', {}, headers)).statusCode).toBe(403);
  expect(await actorOf(browser)).toBe('person');
});

test('A browser without Sec-Fetch-Site is believed by its Origin', async () => {
  await signIn('anna');
  expect((await browser.post('/sign-out', {}, { origin: 'http://localhost:3000' })).statusCode).toBe(303);
  expect(await actorOf(browser)).toBe('visitor');
});

test('Cookies: no script reads them, no other site sends them, over TLS they are bound to the host', async () => {
  const cookieOf = (answer: { cookies: { name: string }[] }) =>
    answer.cookies.find(({ name }) => name.includes('tripoint'));
  expect(cookieOf(await signIn('anna'))).toMatchObject({
    name: 'tripoint-attempt',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  const secure = await startNode({ env: { BASE_URL: 'https://tripoint.example.org' } });
  const answer = await openBrowser(secure.server).post('/sign-in', {
    register: 'benelux',
    role: 'contact-point',
  });
  expect(cookieOf(answer)).toMatchObject({
    name: '__Host-tripoint',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  expect(String(answer.headers['set-cookie'])).not.toMatch(/domain/i);
  await secure.close();
});

test('A provider that does not answer is said to be unreachable', async () => {
  const lonely = await startNode({
    env: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' },
  });
  const answer = await openBrowser(lonely.server).post(
    '/sign-in',
    {},
    { 'sec-fetch-site': 'same-origin', accept: 'application/json' },
  );
  expect(answer.json()).toMatchObject({ status: 502, findings: [{ code: 'identity_provider_unreachable' }] });
  await lonely.close();
});
