import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { type Browser, openBrowser } from '../../../test/support/browser.ts';
import { startNode, type TestNode } from '../../../test/support/test-node.tsx';
import { findPerson } from './sessions.ts';
import { checkSignInConfig } from './sign-in.tsx';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const choice = { register: 'benelux', role: 'contact-point', party: 'NL', return: '/nl/benelux/law' };

async function signedIn(form: Readonly<Record<string, string>> = choice): Promise<Browser> {
  const browser = openBrowser(node.server);
  const answer = await browser.post('/sign-in', form);
  expect(answer.statusCode, answer.body).toBe(303);
  expect(answer.headers.location).toBe(form.return ?? '/');
  return browser;
}

async function personOf(browser: Browser) {
  const id = browser.cookies.get('tripoint') ?? '';
  return node.database.write((tx) => findPerson(tx, node.clock, id, { demonstration: true }));
}

test('The page lists the roles and parties of the register and says that this is a demonstration', async () => {
  const page = await openBrowser(node.server).get('/sign-in?return=/nl/benelux/law&language=en');
  expect(page.statusCode).toBe(200);
  for (const text of [
    'Demonstration: choose who you are',
    'Anyone can choose any role here',
    'Contact point',
    'Netherlands',
    'No party',
  ])
    expect(page.body).toContain(text);
});

test('Who chooses a role holds it for that party, and every page says that it is a demonstration', async () => {
  const browser = await signedIn();
  const person = await personOf(browser);
  expect(person).toMatchObject({ name: 'Contact point, Netherlands', session: { demonstration: true } });
  expect(person?.grants).toEqual([
    {
      register: 'benelux',
      role: 'contact-point',
      party: 'NL',
      body: null,
      period: { from: null, to: null },
      basis: 'urn:tripoint:demonstration',
    },
  ]);
  const page = await browser.get('/en/benelux/law');
  expect(page.body).toContain('Contact point, Netherlands');
  expect(page.body).toContain('Demonstration sign-in');
  expect(node.entries.at(-1)).toMatchObject({
    event: 'session.started',
    actor: person?.id,
    payload: { demonstration: true },
  });
});

test('The same choice is the same person with one grant; without a party the grant is for none', async () => {
  const [once, again] = [await personOf(await signedIn()), await personOf(await signedIn())];
  expect(again?.id).toBe(once?.id);
  expect(again?.grants).toHaveLength(1);
  const { party, ...rest } = choice;
  const nobody = await personOf(await signedIn(rest));
  expect(nobody?.id).not.toBe(once?.id);
  expect(nobody?.grants.map((grant) => grant.party)).toEqual([null]);
});

test.each([
  ['register', { ...choice, register: 'nordic' }],
  ['role', { ...choice, role: 'king' }],
  ['party', { ...choice, party: 'XX' }],
])('A %s that was not offered is refused', async (place, form) => {
  const browser = openBrowser(node.server);
  const answer = await browser.post('/sign-in', form, {
    'sec-fetch-site': 'same-origin',
    accept: 'application/json',
  });
  expect(answer.json()).toMatchObject({
    status: 400,
    findings: [{ code: 'sign_in_choice_invalid', place: `body.${place}` }],
  });
  expect(browser.cookies.has('tripoint')).toBe(false);
});

test('In production it is not there, and the start says what is missing', async () => {
  const config = readConfig({ NODE_ENV: 'production', BASE_URL: 'https://tripoint.example.org' });
  if (!config.ok) throw new Error('config');
  const production = await startNode({
    env: { NODE_ENV: 'production', BASE_URL: 'https://tripoint.example.org' },
  });
  const browser = openBrowser(production.server);
  expect((await browser.get('/sign-in')).statusCode).toBe(404);
  expect((await browser.post('/sign-in', choice)).statusCode).toBe(404);
  expect((await browser.get('/sign-in/callback?code=x&state=y')).statusCode).toBe(404);
  expect(production.entries).toEqual([]);
  expect(checkSignInConfig(config.value)).toMatchObject([
    { code: 'sign_in_not_configured', path: 'OIDC_ISSUER', severity: 'warning' },
  ]);
  await production.close();
});

test('Production without TLS is a fault, of the provider and of the node', () => {
  const oidc = { OIDC_ISSUER: 'http://id.example.org', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' };
  const config = readConfig({ NODE_ENV: 'production', ...oidc });
  expect(config.ok && checkSignInConfig(config.value)).toMatchObject([
    { code: 'oidc_issuer_insecure', path: 'OIDC_ISSUER', severity: 'error' },
    { code: 'base_url_insecure', path: 'BASE_URL', severity: 'error' },
  ]);
  const trial = readConfig(oidc);
  expect(trial.ok && checkSignInConfig(trial.value)).toEqual([]);
});

test('A demonstration session opens nothing once the node has an identity provider', async () => {
  const browser = await signedIn();
  const id = browser.cookies.get('tripoint') ?? '';
  expect(
    await node.database.write((tx) => findPerson(tx, node.clock, id, { demonstration: false })),
  ).toBeNull();
  const config = readConfig({
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'x',
    OIDC_CLIENT_SECRET: 'x',
  });
  if (!config.ok) throw new Error('config');
  const { server } = await startNode({
    options: { config: config.value, database: node.database, clock: node.clock },
  });
  const later = openBrowser(server);
  later.cookies.set('tripoint', id);
  expect((await later.get('/en/benelux/law')).body).toContain('&quot;actor&quot;:&quot;visitor&quot;');
  await server.close();
});
