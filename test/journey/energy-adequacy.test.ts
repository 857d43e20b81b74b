import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { keepStudy, makeStudyRun, studiesFolder } from '../../src/energy/adequacy/kept-studies.ts';
import { madeUpStudy } from '../../src/energy/adequacy/made-up-study.ts';
import { checkPage, launchBrowser, visit } from '../support/chromium.ts';

/** The pages of a made-up study that this node keeps: nothing is wrong with any of them, and they lead from a year to what was in the way. */

const node = inject('node');
let browser: Browser;
/** Address of the study, below the language. */
let path = '';

beforeAll(async () => {
  browser = await launchBrowser();
  const run = await makeStudyRun(madeUpStudy(3), { years: 100, seed: 1 }, { workers: 1 });
  const file = await keepStudy(studiesFolder(node.dataFolder), run);
  path = `/benelux/practice/energy/adequacy/${basename(file, '.json')}`;
}, 120_000);
afterAll(() => browser?.close());

test.each([
  ['areas by month', 'de', ''],
  ['hours of the day', 'fr', '?by=clock&area=BE'],
  ['a year without shortage or with it', 'nl', '?year=3'],
] as const)('%s, %s: nothing is wrong with it', { timeout: 60_000 }, async (_, language, rest) => {
  const { findings, looked } = await checkPage(browser, `${node.url}/${language}${path}${rest}`, {
    ...{ status: 200, language },
  });
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});

test('A hard year leads to an event and to why its worst hour was short', { timeout: 60_000 }, async () => {
  await visit(browser, { url: `${node.url}/en${path}` }, async (page) => {
    await page.locator('#hardest tbody a').first().click();
    await page.waitForURL(/year=\d+#events$/);
    await page.locator('#events tbody td a').last().click();
    await page.waitForURL(/year=\d+&hour=\d+#why$/);
    expect(await page.locator('#why').innerText()).toMatch(
      /In the way was element \d+|was not enough anywhere/,
    );
  });
});
