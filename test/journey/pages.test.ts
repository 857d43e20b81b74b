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

/** Shown to nobody but to those whose business it is; and what somebody has to make first (energy-days.test.ts, energy-adequacy.test.ts). */
const forThoseWhoMay = [
  ...['/procedures/:id', '/sheets/:id', '/sheets/out/:kind'],
  ...['', '/domain', '/book', '/ledger'].map((view) => `/practice/energy/days/:run${view}`),
  ...['/practice/energy/adequacy/:study'],
];

test('every page of every module is among them, and one that were not is missed', () => {
  expect(pathsNotVisited()).toEqual(forThoseWhoMay);
  expect(pathsNotVisited(pagesToVisit.filter(({ path }) => !path.startsWith('/evidence/')))).toEqual([
    '/evidence/:id',
    ...forThoseWhoMay,
  ]);
});

const victim = `${node}/en/benelux/practice`;

test('a page with every fault at once is rejected for each of them', async () => {
  const faults = `
    <img src="/assets/none.svg">
    <script>document.title = 'inline'</script>
    <img alt="" src="https://example.org/elsewhere.png">
    <script src="/planted.js"></script>
    <h1>Again</h1>
    <canvas width="3000" height="10"></canvas>
    <p>Only for those with script</p>`;
  const script = `// ${randomBytes(scriptBudget).toString('base64')}
    console.error('planted complaint');
    throw new Error('planted exception');`;
  const prepare = async (page: Page) => {
    await page.route('**/planted.js', (route) =>
      route.fulfill({ body: script, contentType: 'text/javascript' }),
    );
    await page.route(victim, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace('lang="en"', 'lang="fr"').replace('</main>', `${faults}</main>`);
      await route.fulfill({ response, body });
    });
  };
  const { findings } = await checkPage(browser, victim, { status: 201, language: 'en' }, { prepare });
  for (const found of [
    /^status: 200/,
    /^language: fr/,
    /^headings: 2/,
    /^width: /,
    /^zoom: /,
    /^script: \d{5,} bytes/,
    /^axe: image-alt/,
    /^browser: .*inline script/,
    /^browser: .*example\.org/,
    /^browser: planted complaint/,
    /^browser: planted exception/,
    /^without script: /,
  ])
    expect(findings, String(found)).toContainEqual(expect.stringMatching(found));
});
