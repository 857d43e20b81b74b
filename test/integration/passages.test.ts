import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { openFirstRegister } from '../support/first-register.ts';

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

/** What Find shows for words: each record with the passage beneath its title. */
async function search(words: string, language = 'en') {
  const url = `/${language}/benelux/find?${new URLSearchParams({ q: words })}`;
  const answer = await server.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  const { document } = parseHTML(answer.body);
  return [...document.querySelectorAll('.list-rows tbody tr')].map((row) => ({
    href: row.querySelector('a')?.getAttribute('href') ?? '',
    found: row.querySelector('.found')?.textContent ?? null,
    language: row.querySelector('.passage')?.getAttribute('lang') ?? null,
    marks: [...row.querySelectorAll('mark')].map(({ textContent }) => textContent),
  }));
}

const of = (rows: Awaited<ReturnType<typeof search>>, id: string) =>
  rows.find(({ href }) => href.split('?')[0]?.endsWith(id));

describe('Find shows the passage that matches', () => {
  test('with the field that it stands in, the words marked, in whatever form they stand there', async () => {
    const rows = await search('fiscale', 'fr');
    const region = of(rows, '/DE-NI');
    expect(region?.found).toMatch(/^Remarque: .*fiscal/);
    expect(region?.marks).toEqual(['fiscal']);
    expect(region?.language, 'an English sentence on a French page').toBe('en');
  });

  test('accents are folded, and a beginning is enough', async () => {
    for (const words of ['Comité', 'comite', 'comit']) {
      const rows = await search(words);
      expect(of(rows, '/bodies/com')?.found, words).toMatch(/Comité|Committee/);
    }
  });

  test('where words match in what is shown anyway nothing is repeated; without words there is none', async () => {
    const rows = await search('fisc-moss');
    expect(of(rows, '/groups/fisc-moss')?.found).toBe('Identifier: fisc-moss');
    expect(of(await search('Strategic consultation on fiscal fraud'), '/fisc-strat')?.marks).not.toContain(
      'Strategic',
    );
    expect((await search('')).every(({ found }) => found === null)).toBe(true);
  });

  test('words that stand in different texts of a record are each found; what a minus excludes is not marked', async () => {
    const rows = await search('budget guidelines -parliament');
    const ministers = of(rows, '/bodies/com');
    expect(ministers?.marks.length).toBeGreaterThan(0);
    expect(rows.flatMap(({ marks }) => marks).some((mark) => /parliament/i.test(mark ?? ''))).toBe(false);
  });

  test('what records say is shown as text, whatever it is, and a query that is none is answered', async () => {
    for (const words of ["<script>'--", '"', '()&|!:*', '\u0002', '-'])
      await expect(search(words), words).resolves.toBeDefined();
  });
});
