import { mkdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { launchBrowser, visit, widths } from '../support/chromium.ts';

/** Pictures for the eye in test/output/, which git ignores: whether the pages look like one product no checker can say. */

const folder = fileURLToPath(new URL('../output/pictures/', import.meta.url));
const node = inject('node').url;
/** Below the register; each in the next language. */
const pages = {
  overview: '',
  find: '/find?q=fiscale',
  groups: '/groups',
  group: '/groups/fisc-strat',
  law: '/law',
  instrument: '/law/eow-paper',
  evidence: '/evidence',
  series: '/evidence/working_groups_total?from=2013&to=2018',
  about: '/about',
  journal: '/journal',
  programme: '/programme',
  parliament: '/parliament',
};
const sheetWidth = 794; // A4 at 96 dpi

let browser: Browser;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const cases = Object.entries(pages).map(([name, path], index) => {
  const language = languages[index % languages.length];
  return { name, url: `${node}/${language}/benelux${path}` };
});

test.each(cases)('$name', async ({ name, url }) => {
  for (const colorScheme of ['light', 'dark'] as const)
    await visit(browser, { url, colorScheme }, async (page) => {
      for (const width of ['desktop', 'phone'] as const) {
        await page.setViewportSize({ width: widths[width], height: 900 });
        await page.screenshot({ path: `${folder}${name}-${colorScheme}-${width}.png`, fullPage: true });
      }
      await page.setViewportSize({ width: sheetWidth, height: 1123 });
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${folder}${name}-${colorScheme}-print.png`, fullPage: true });
      expect(statSync(`${folder}${name}-${colorScheme}-print.png`).size).toBeGreaterThan(10_000);
    });
});
