import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { openFirstRegister } from '../support/first-register.ts';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });
const linksIn = (body: string) =>
  [...body.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

test('Every document is served, and every link in them on this node leads somewhere', async () => {
  const contents = await get('/docs?language=nl');
  expect(contents.body).toContain('<html lang="nl"');
  const documents = linksIn(contents.body).filter((href) => /^\/docs\/.*\.md/.test(href));
  expect(documents.length).toBeGreaterThan(10);
  const links = new Set<string>();
  for (const href of documents) {
    const answer = await get(href);
    expect(answer.statusCode, href).toBe(200);
    expect(answer.body, href).toContain('<article class="prose"');
    for (const link of linksIn(answer.body)) links.add(link);
  }
  for (const link of [...links].filter((href) => href.startsWith('/docs')))
    expect((await get(link)).statusCode, link).toBe(200);
  expect((await get('/docs/docs/overview.png')).headers['content-type']).toBe('image/png');
});

test('Nothing of the folder but the documents is served', async () => {
  for (const path of [
    'package.json',
    '../package.json',
    '..%2fpackage.json',
    'src/app/main.ts',
    'docs',
    '.env',
  ])
    expect((await get(`/docs/${path}`)).statusCode, path).toBe(404);
});

test('Each question of the API is described with its parameters, and the examples run', async () => {
  const page = await get('/docs/api?language=en');
  const { paths } = (await server.inject({ url: '/api' })).json();
  const questions = Object.entries<object>(paths).filter(([, methods]) => 'get' in methods);
  const described = questions.map(([path]) => path);
  expect(described.length).toBeGreaterThan(12);
  for (const path of described) expect(page.body, path).toContain(`GET ${path}`);
  const examples = linksIn(page.body).filter((href) => href.startsWith('/api/'));
  // One for each question: none is left to the reader to put together, but where the first register has nothing to ask about.
  const aboutNothing = ['/api/{register}/meetings/{id}', '/api/{register}/agenda/{id}'];
  expect(described).toEqual(expect.arrayContaining(aboutNothing));
  expect(examples.length).toBe(described.length - aboutNothing.length);
  expect(page.body.split('where the braces stand').length - 1).toBe(aboutNothing.length);
  for (const example of examples) {
    const answer = await server.inject({ url: example });
    expect(answer.statusCode, example).toBe(200);
    expect(answer.headers['content-type'], example).toContain('application/json');
  }
});
