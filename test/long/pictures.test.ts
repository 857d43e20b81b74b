import { mkdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, visit } from '../support/chromium.ts';
import { snapshotPages, surfaces } from '../support/snapshot-pages.ts';

/**
 * Pictures for the eye in test/output/, which git ignores: the pages of `snapshots.test.ts` from top to bottom, in light
 * and in dark. Whether they look like one product no checker can say.
 */

const folder = fileURLToPath(new URL('../output/pictures/', import.meta.url));
const node = inject('node').url;

let browser: Browser;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each(snapshotPages)('$name', async ({ name, address }) => {
  for (const colorScheme of ['light', 'dark'] as const)
    await visit(browser, { url: `${node}${address}`, colorScheme }, async (page) => {
      for (const [surface, { media, width, height }] of Object.entries(surfaces)) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ media });
        const path = `${folder}${name}-${colorScheme}-${surface}.png`;
        await page.screenshot({ path, fullPage: true });
        expect(statSync(path).size).toBeGreaterThan(10_000);
      }
    });
});
