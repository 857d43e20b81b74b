import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { checkPage, launchBrowser, scriptBudget } from '../support/chromium.ts';
import { addressOf, pagesToVisit, pathsNotVisited } from '../support/pages-to-visit.ts';

/** Every public page once, each in the next language; `npm run test:long` takes all languages and both themes. */

const node = inject('node').url;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const inTurn = pagesToVisit.map((page, index) => {
  const language = languages[index % languages.length] ?? 'en';
  return { ...page, language, status: page.status ?? 200, address: addressOf(page, language) };
});

test.each(inTurn)('$name, $language: nothing is wrong with it', async ({ address, status, language }) => {
  const { findings, looked } = await checkPage(browser, `${node}${address}`, { status, language });
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});

test('every page of every module is among them, and one that were not is missed', () => {
  expect(pathsNotVisited()).toEqual([]);
  expect(pathsNotVisited(pagesToVisit.filter(({ path }) => !path.startsWith('/evidence/')))).toEqual([
    '/evidence/:id',
  ]);
});

const victim = `${node}/en/benelux/practice`;
const change = (edit: (html: string) => string) => (page: Page) =>
  page.route(victim, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: edit(await response.text()) });
  });
const add = (html: string) => change((document) => document.replace('</main>', `${html}</main>`));
const loadAlso = (script: string) => async (page: Page) => {
  await page.route('**/planted.js', (route) =>
    route.fulfill({ body: script, contentType: 'text/javascript' }),
  );
  await add('<script src="/planted.js"></script>')(page);
};

test.each<[found: string, plant: (page: Page) => Promise<unknown>]>([
  ['axe: image-alt', add('<img src="/assets/none.svg">')],
  ['browser: ', add('<script>document.title = "inline"</script>')],
  ['browser: ', add('<img alt="" src="https://example.org/elsewhere.png">')],
  ['browser: ', loadAlso('console.error("planted")')],
  ['browser: ', loadAlso('throw new Error("planted")')],
  ['script: ', loadAlso(`// ${randomBytes(scriptBudget).toString('base64')}`)],
  ['headings: 2', add('<h1>Again</h1>')],
  ['language: fr', change((html) => html.replace('lang="en"', 'lang="fr"'))],
  ['width: ', add('<textarea aria-label="Wide" cols="300"></textarea>')],
  ['without script: ', add('<p>Only for those with script</p>')],
])('a page with a planted fault is rejected: %s', async (found, prepare) => {
  const { findings } = await checkPage(browser, victim, { status: 200, language: 'en' }, { prepare });
  expect(findings.join('\n')).toContain(found);
});

test('a page with a wrong status is rejected', async () => {
  const { findings } = await checkPage(browser, `${victim}/none`, { status: 200, language: 'en' });
  expect(findings).toEqual(['status: 404 instead of 200']);
});
