import excel from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Database } from '#platform/database/database.ts';
import { defineRoute, type Module, type Page } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { stateHash } from '#platform/records/state.ts';
import { type Answer, openBrowser } from '../../../test/support/browser.ts';
import { startNode, type TestNode } from '../../../test/support/test-node.tsx';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ registers: ['benelux', 'nordic'] });
});
afterAll(() => node.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  openBrowser(node.server).get(path, headers);
const asProgram = { accept: '*/*' };

/** What the page of the test's module was told. */
function told(answer: Answer): Record<string, string> {
  const text = /<pre>(.*?)<\/pre>/.exec(answer.body)?.[1] ?? '{}';
  return JSON.parse(text.replaceAll('&quot;', '"'));
}

test('A page gets language, register, default dates and who asks; the source’s horizon and today', async () => {
  const page = await get('/nl/benelux/law');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toMatch(/^<!doctype html><html lang="nl"/);
  expect(told(page)).toEqual({
    language: 'nl',
    register: 'benelux',
    asOf: '2020-05',
    knownAt: '2026-11-23',
    actor: 'visitor',
  });
});

test('A page gets its parameters and the dates of the address, as precise as they are, and keeps them in its links', async () => {
  expect(told(await get('/fr/nordic/law/eow-paper?as-of=2016&known-at=2020-06'))).toEqual({
    language: 'fr',
    register: 'nordic',
    asOf: '2016',
    knownAt: '2020-06',
    actor: 'visitor',
    id: 'eow-paper',
  });
  const page = await get('/de/nordic/law?as-of=2016-07-01&page=3');
  expect(page.body).toContain('href="/de/nordic/law/eow-paper?as-of=2016-07-01&amp;tab=work"');
});

test('Empty dates, as a form sends them, are the defaults', async () => {
  expect(told(await get('/nl/benelux/law?as-of=&known-at='))).toMatchObject({
    asOf: '2020-05',
    knownAt: '2026-11-23',
  });
});

test('Every fault of the address is told at once, with its place and in the reader’s language', async () => {
  const answer = await get('/nl/benelux/law?as-of=2017-13&known-at=2019-02-29&format=odt', asProgram);
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['content-language']).toBe('nl');
  const { type, status, title, findings, instance } = answer.json();
  expect({ type, status, title }).toEqual({
    type: 'urn:tripoint:problem:date_invalid',
    status: 400,
    title: 'Dit adres is niet leesbaar',
  });
  expect(findings.map(({ code, place }: Record<string, string>) => [code, place])).toEqual([
    ['date_invalid', 'query.as-of'],
    ['date_invalid', 'query.known-at'],
    ['choice_unknown', 'query.format'],
  ]);
  expect(findings[2].text).toBe('“odt” is geen van: csv, csv-metadata, xlsx, json, pdf, docx.');
  expect(instance).toBe(`urn:uuid:${answer.headers['x-request-id']}`);
});

test('The same faults as a page, in the shell of the register', async () => {
  const answer = await get('/de/benelux/law?as-of=2017-13');
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  for (const text of [
    'Diese Adresse ist nicht lesbar',
    '<code>as-of</code>',
    '2017-13',
    'href="/de/benelux/find"',
  ])
    expect(answer.body).toContain(text);
});

test('A date given twice is refused', async () => {
  const answer = await get('/en/benelux/law?as-of=2017&as-of=2018', asProgram);
  expect(answer.json().findings).toMatchObject([{ code: 'query_repeated', place: 'query.as-of' }]);
});

test.each([
  ['/', '/en/benelux'],
  ['/fr', '/fr/benelux'],
])('%s leads to %s', async (path, to) => {
  const answer = await get(path);
  expect([answer.statusCode, answer.headers.location]).toEqual([302, to]);
});

test.each([
  ['fr-BE, nl;q=0.8', '/fr/benelux'],
  ['lb, nl;q=0.3, de-LU;q=0.9', '/de/benelux'],
  ['de;q=0, nl;q=0.1', '/nl/benelux'],
  ['lb', '/en/benelux'],
  ['*', '/en/benelux'],
  [';;q=,,', '/en/benelux'],
])('Accept-Language %s leads to %s', async (language, to) => {
  expect((await get('/', { 'accept-language': language })).headers.location).toBe(to);
});

test('The last language and register are remembered, until the register is gone', async () => {
  const browser = openBrowser(node.server);
  await browser.get('/de/nordic/law');
  expect((await browser.get('/', { 'accept-language': 'fr' })).headers.location).toBe('/de/nordic');
  browser.cookies.set('place', 'de/gone');
  expect((await browser.get('/')).headers.location).toBe('/de/benelux');
});

test('Without a register the way in says how to load one', async () => {
  const empty = await startNode({ registers: [] });
  const answer = await openBrowser(empty.server).get('/?language=nl');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('Er is nog geen register geladen');
  expect(answer.body).toContain('npm run -s tripoint -- import FILE');
  await empty.close();
});

test.each([
  ['/xx/benelux/law', 'page_not_found'],
  ['/xx', 'page_not_found'],
  ['/nl/baltic/law', 'register_not_found'],
  ['/nl/benelux/nothing', 'page_not_found'],
  ['/nl/benelux/law/nothing', 'law_not_found'],
  ['/assets/style.css', 'page_not_found'],
  ['/../../etc/passwd', 'page_not_found'],
])('%s is not found, as a page and as %s', async (path, code) => {
  const program = await get(path, asProgram);
  expect(program.statusCode).toBe(404);
  expect(program.json().findings[0].code).toBe(code);
  const page = await get(path);
  expect(page.statusCode).toBe(404);
  expect(page.body).toContain('<h1>');
});

test('What is not open to the reader is 403, and a visitor is told that signing in may open it', async () => {
  const page = await get('/en/benelux/law/closed');
  expect(page.statusCode).toBe(403);
  expect(page.body).toContain('You have not signed in.');
});

test.each([{}, asProgram])(
  'An address that cannot be decoded is a problem like others, with headers',
  async (headers) => {
    for (const path of ['/nl/%E0%A4%A', '/nl/benelux/law/%00', '/nl/benelux/law?as-of=%00']) {
      const answer = await get(path, headers);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.body).not.toContain('FST_');
    }
  },
);

test('A bug says its number and nothing of the code, to people and programs; the log says where, and not its words', async () => {
  for (const headers of [{}, asProgram]) {
    const answer = await get('/en/benelux/law/broken', headers);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/secret detail|Error:|\bat .*\.tsx?/);
    const id = String(answer.headers['x-request-id']);
    expect(answer.body).toContain(id);
    const line = node.log.find((each) => each.includes(id) && each.includes('test-node.tsx'));
    expect(line).toBeDefined();
    expect(node.log.join()).not.toContain('secret detail of the code');
  }
});

const everyRoute = [
  '/',
  '/nl',
  '/nl/benelux/law',
  '/nl/benelux/law?format=csv',
  '/nl/benelux/law?as-of=x',
  '/nothing',
  '/sign-in',
  '/api',
  '/api/registers',
  '/health',
  '/health/ready',
  '/metrics',
  '/theme?to=dark',
  '/theme',
  '/en/benelux/law/broken',
];

test.each(everyRoute)('The headers of %s let in nothing from elsewhere', async (path) => {
  const { headers } = await get(path);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  });
  expect(headers['permissions-policy']).toContain('geolocation=()');
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['x-powered-by']).toBeUndefined();
});

test('In production the browser is told to stay with TLS, and forms may lead to the identity provider', async () => {
  const production = await startNode({
    env: {
      NODE_ENV: 'production',
      BASE_URL: 'https://tripoint.example.org',
      OIDC_ISSUER: 'https://id.example.org/realm',
      OIDC_CLIENT_ID: 'x',
      OIDC_CLIENT_SECRET: 'x',
    },
  });
  const { headers } = await openBrowser(production.server).get('/health');
  expect(headers['strict-transport-security']).toContain('max-age=31536000');
  expect(headers['content-security-policy']).toContain("form-action 'self' https://id.example.org;");
  await production.close();
});

test('A page holds no script and no style of its own, which the policy would block', async () => {
  const page = await get('/nl/benelux/law');
  expect(page.body).not.toMatch(/<style|style="|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
});

test('A page that has not changed is not sent again', async () => {
  const first = await get('/nl/benelux/law');
  const tag = String(first.headers.etag);
  expect(tag).toMatch(/^W\/"/);
  const again = await get('/nl/benelux/law', { 'if-none-match': tag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(again.headers['content-security-policy']).toBeDefined();
  const other = await get('/nl/benelux/law?as-of=2016', { 'if-none-match': tag });
  expect(other.statusCode).toBe(200);
});

test('csv, with its notes at the address that it links to', async () => {
  const answer = await get('/en/benelux/law?as-of=2016&format=csv');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="law.csv"');
  expect(answer.body).toBe('id,asOf\r\neow-paper,2016\r\n');
  const [, notes = ''] = /^<([^>]+)>; rel="describedby"/.exec(String(answer.headers.link)) ?? [];
  const metadata = await get(
    new URL(notes, 'http://localhost/en/benelux/law').href.slice('http://localhost'.length),
  );
  expect(metadata.headers['content-type']).toBe('application/csvm+json');
  expect(metadata.json()).toMatchObject({ url: 'law.csv', 'dc:description': ['A note.'] });
  expect(metadata.json().tableSchema.columns[0]['dc:description']).toBe('Its id.');
});

test('xlsx and json read back; the same state gives the same bytes', async () => {
  const xlsx = await get('/en/benelux/law?format=xlsx');
  const book = new excel.Workbook();
  await book.xlsx.load(new Uint8Array(xlsx.rawPayload).buffer);
  expect(book.getWorksheet('law')?.getCell('B2').value).toBe('2020-05');
  const again = await get('/en/benelux/law?format=xlsx');
  expect(again.rawPayload.equals(xlsx.rawPayload)).toBe(true);
  const json = await get('/en/benelux/law?format=json');
  expect(json.json().rows).toEqual([{ id: 'eow-paper', asOf: '2020-05' }]);
});

test('A page without rows offers no format', async () => {
  const answer = await get('/en/benelux/law/eow-paper?format=csv', asProgram);
  expect(answer.json().findings).toMatchObject([{ code: 'format_not_offered', place: 'query.format' }]);
});

test('Assets are kept for ever, under a name that changes with them', async () => {
  const page = await get('/nl/benelux/law');
  const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page.body) ?? [];
  const asset = await get(path);
  expect(asset.statusCode).toBe(200);
  expect(asset.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers['x-content-type-options']).toBe('nosniff');
});

test('The choice of light or dark is kept without script', async () => {
  const browser = openBrowser(node.server);
  const answer = await browser.get('/theme?to=dark&return=%2Fnl%2Fbenelux%2Flaw%3Fas-of%3D2016');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/nl/benelux/law?as-of=2016']);
  expect((await browser.get('/nl/benelux/law')).body).toContain('data-theme="dark"');
  await browser.get('/theme?to=system');
  expect((await browser.get('/nl/benelux/law')).body).not.toContain('data-theme');
  expect((await browser.get('/theme?to=dark&return=//example.org')).statusCode).toBe(400);
  expect((await browser.get('/theme?to=purple')).statusCode).toBe(400);
});

test('What is sent is bounded, and of a kind that is read', async () => {
  const browser = openBrowser(node.server);
  const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json' };
  const large = await browser.post('/sign-in', { role: 'x'.repeat(70_000) }, headers);
  expect(large.json()).toMatchObject({ status: 413, findings: [{ code: 'body_too_large', place: 'body' }] });
  const strange = await browser.post('/sign-in', {}, { ...headers, 'content-type': 'application/xml' });
  expect(strange.json()).toMatchObject({ status: 415, findings: [{ code: 'media_type_unsupported' }] });
});

test('A field of the wrong form is named', async () => {
  const answer = await node.server.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'role=a&role=b',
  });
  expect(answer.json()).toMatchObject({
    status: 400,
    findings: [{ code: 'field_invalid', place: 'body.role' }],
  });
});

test('Too many requests are refused with the reason and the time to wait; health is not counted', async () => {
  const busy = await startNode({ options: { requestsPerMinute: 3 } });
  const browser = openBrowser(busy.server);
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) statuses.push((await browser.get('/nl/benelux/law')).statusCode);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const answer = await browser.get('/nl/benelux/law', asProgram);
  expect(answer.json()).toMatchObject({ status: 429, findings: [{ code: 'requests_too_many' }] });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  for (let count = 0; count < 5; count += 1) expect((await browser.get('/health')).statusCode).toBe(200);
  await busy.close();
});

test('Measurements name routes and statuses, never addresses', async () => {
  await get('/nl/benelux/law/eow-paper?as-of=2016');
  await get('/a-secret-address');
  const { body, headers } = await get('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain(
    'http_request_duration_seconds_count{method="GET",route="/:language/:register/law/:id",status="200"}',
  );
  expect(body).toContain('route="none",status="404"');
  expect(body).toContain('process_cpu_seconds_total');
  expect(body).not.toMatch(/eow-paper|a-secret-address/);
});

test('Measurements are for the node’s own machine: who asks from elsewhere finds nothing there', async () => {
  const elsewhere = await get('/metrics', { ...asProgram, 'x-forwarded-for': '203.0.113.7' });
  expect(elsewhere.statusCode).toBe(404);
  expect(elsewhere.body).not.toContain('process_cpu');
});

test('Ready means that the database answers; alive does not', async () => {
  expect((await get('/health/ready')).json()).toEqual({ status: 'ready' });
  const gone = async () => {
    throw new Error('connection refused at 10.0.0.1');
  };
  const lost: Database = { ...node.database, read: gone, write: gone };
  const { server, close } = await startNode({ options: { database: lost } });
  const browser = openBrowser(server);
  expect((await browser.get('/health')).statusCode).toBe(200);
  for (const path of ['/health/ready', '/nl/benelux/law']) {
    const answer = await browser.get(path);
    expect(answer.statusCode).toBe(path === '/health/ready' ? 503 : 500);
    expect(answer.body).not.toContain('10.0.0.1');
  }
  await close();
});

test('The log holds no cookie, no credential and no query, and names the trace that the request belongs to', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
  const answer = await get('/nl/benelux/law?as-of=2016&code=of-a-sign-in', {
    cookie: 'tripoint=secret-session',
    authorization: 'Bearer secret-token',
    traceparent,
  });
  expect(answer.headers.traceparent).toBe(traceparent);
  const lines = node.log.filter((line) => line.includes(String(answer.headers['x-request-id'])));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.some((line) => line.includes(trace))).toBe(true);
  expect(lines.join('')).not.toMatch(/secret-session|secret-token|of-a-sign-in|as-of/);
});

test('The API describes itself in OpenAPI 3.1, and lists the registers', async () => {
  const { openapi, paths, info } = (await get('/api', asProgram)).json();
  expect([openapi, info.version]).toEqual(['3.1.0', '0.0.0-test']);
  expect(Object.keys(paths)).toEqual(['/api/registers', '/api/state-hash']);
  expect((await get('/api/registers', asProgram)).json()).toEqual([
    { id: 'benelux', title: 'Register of benelux', languages: ['nl', 'fr'], knownFrom: '2020-05' },
    { id: 'nordic', title: 'Register of nordic', languages: ['nl', 'fr'], knownFrom: '2020-05' },
  ]);
  expect((await get('/api/state-hash', asProgram)).json()).toEqual(await node.database.read(stateHash));
});

const emptyModule: Module = {
  name: 'empty',
  kinds: [],
  pages: [],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [],
  datasets: async () => [],
  commands: [],
  actions: [],
  permissions: [],
  problems: { nl: {}, fr: {}, de: {}, en: {} },
};
const unasked = { summary: 'A trial', tags: ['trial'], params: {}, query: {} };

const trial = defineRoute({
  ...unasked,
  path: '/trial/:id',
  params: { id: z.string() },
  query: { limit: z.coerce.number().max(100), ...datesQuery },
  response: z.strictObject({
    id: z.string(),
    limit: z.number(),
    asOf: z.string(),
    knownAt: z.string(),
    language: z.string(),
  }),
  answer: async ({ asOf, knownAt, language }, { id, limit }) => {
    if (id === 'gone') return fail(problem('trial_not_found', 'id'));
    if (limit === 13) return fail(problem('trial_unlucky', 'limit'));
    const answer = { id, limit, asOf, knownAt, language };
    // What the compiler cannot see: a value that came in as something else than its type.
    if (id === 'wrong') return ok({ ...answer, limit: 'many' as unknown as number });
    return ok(id === 'more' ? { ...answer, secret: true } : answer);
  },
});

test('Routes of a module get the register, the dates, the headers and the problems of the house', async () => {
  const { server, close } = await startNode({ options: { modules: [{ ...emptyModule, routes: [trial] }] } });
  const browser = openBrowser(server);
  const answer = await browser.get('/api/benelux/trial/a?limit=3&as-of=2016&language=fr');
  expect(answer.json()).toEqual({ id: 'a', limit: 3, asOf: '2016', knownAt: '2026-11-23', language: 'fr' });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-language': 'fr',
    'cache-control': 'private, no-cache',
  });
  const again = await browser.get('/api/benelux/trial/a?limit=3&as-of=2016&language=fr', {
    'if-none-match': String(answer.headers.etag),
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(Object.keys((await browser.get('/api')).json().paths)).toEqual([
    '/api/registers',
    '/api/state-hash',
    '/api/{register}/trial/{id}',
  ]);
  await close();
});

test('A route tells every fault at once, to browsers too, and where in the address it stands', async () => {
  const { server, close } = await startNode({ options: { modules: [{ ...emptyModule, routes: [trial] }] } });
  const asked = async (path: string) => {
    const answer = await openBrowser(server).get(path);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const { status, findings } = answer.json();
    return [status, ...findings.map(({ code, place }: Record<string, string>) => `${place} ${code}`)];
  };
  expect(
    await asked('/api/benelux/trial/a?as-of=2017-13&known-at=x&limit=900&strange=1&language=xx'),
  ).toEqual([
    400,
    'query.as-of date_invalid',
    'query.known-at date_invalid',
    'query.limit field_invalid',
    'query.language choice_unknown',
    'query.strange query_unknown',
  ]);
  expect(await asked('/api/benelux/trial/a')).toEqual([400, 'query.limit query_missing']);
  expect(await asked('/api/benelux/trial/a?limit=')).toEqual([400, 'query.limit query_missing']);
  expect(await asked('/api/benelux/trial/a?limit=1&limit=2&as-of=2016&as-of=2017')).toEqual([
    400,
    'query.as-of query_repeated',
    'query.limit query_repeated',
  ]);
  expect(await asked('/api/baltic/trial/a?limit=3')).toEqual([404, 'path.register register_not_found']);
  expect(await asked('/api/benelux/trial/gone?limit=3')).toEqual([404, 'path.id trial_not_found']);
  expect(await asked('/api/benelux/trial/a?limit=13')).toEqual([400, 'query.limit trial_unlucky']);
  expect(await asked('/api/benelux/nothing')).toEqual([404, 'path page_not_found']);
  await close();
});

test('An answer that breaks its own contract is caught, and not sent', async () => {
  const { server, log, close } = await startNode({
    options: { modules: [{ ...emptyModule, routes: [trial] }] },
  });
  for (const id of ['wrong', 'more']) {
    const answer = await openBrowser(server).get(`/api/benelux/trial/${id}?limit=3`);
    expect(answer.json()).toMatchObject({ status: 500, findings: [{ code: 'request_failed' }] });
    expect(
      log.some(
        (line) =>
          line.includes(String(answer.headers['x-request-id'])) &&
          line.includes('FST_ERR_RESPONSE_SERIALIZATION'),
      ),
    ).toBe(true);
  }
  await close();
});

test('Closing lets an answer under way end', async () => {
  const [started, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const route = defineRoute({
    ...unasked,
    path: '/slow',
    response: z.strictObject({ done: z.boolean() }),
    answer: async () => {
      started.resolve();
      await release.promise;
      return ok({ done: true });
    },
  });
  const slow = await startNode({ options: { modules: [{ ...emptyModule, routes: [route] }] } });
  const address = await slow.server.listen({ port: 0, host: '127.0.0.1' });
  const answer = fetch(`${address}/api/benelux/slow`).then((response) => response.json());
  await started.promise;
  const closed = slow.close();
  release.resolve();
  expect(await answer).toEqual({ done: true });
  await closed;
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});

test('What a page makes after its transaction holds no connection, reads nothing more, and is journalled before it leaves', async () => {
  const held: number[] = [];
  const refused: unknown[] = [];
  let owner: Database['owner'] | null = null;
  const openTransactions = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(owner as never);
    held.push(rows[0]?.count ?? -1);
  };
  const page: Page = {
    path: '/later',
    navigation: null,
    render: async (context) => {
      const [found] = await context.read(
        async (tx) => (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows,
      );
      await openTransactions();
      return async () => {
        await openTransactions();
        try {
          await context.read(async () => 1);
        } catch (error) {
          refused.push(error);
        }
        const { register } = context;
        context.record({
          ...{ event: 'later.read', register: register.id, subject: null, party: null, purpose: null },
          payload: { found: found?.one ?? null },
        });
        return ok({ title: 'Later', body: 'made afterwards' });
      };
    },
    exportTable: async () => async () => {
      await openTransactions();
      const columns = [{ key: 'a', title: 'a', note: 'a' }];
      return ok({ name: 'later', title: 'Later', columns, rows: [{ a: 'afterwards' }], notes: [] });
    },
  };
  const own = await startNode({ options: { modules: [{ ...emptyModule, pages: [page] }] } });
  owner = own.database.owner;
  const browser = openBrowser(own.server);
  expect((await browser.get('/en/benelux/later')).body).toContain('made afterwards');
  expect((await browser.get('/en/benelux/later?format=csv')).body).toContain('afterwards');
  expect(held).toEqual([1, 0, 0]);
  expect(refused.map(String)).toEqual(['Error: The transaction of the page has ended']);
  const { rows } = await sql`select actor from platform.journal where event = 'later.read'`.execute(owner);
  expect(rows).toEqual([{ actor: 'visitor' }]);
  await own.close();
});
