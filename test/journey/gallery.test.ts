import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { galleryPages } from '#platform/page/gallery.tsx';
import { inspect, launchBrowser, overflowAt, visit as visitPage, widths } from '../support/chromium.ts';
import { startGallery } from '../support/gallery-server.ts';

/**
 * The gallery in a real browser under the server's content security policy: accessibility (axe), width, keys, and life
 * without script. With SCREENSHOTS=DIR it leaves pictures for the eye.
 */

let gallery: Awaited<ReturnType<typeof startGallery>>;
let browser: Browser;

beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  gallery?.close();
});

type Visit = { readonly path: string; readonly width?: number; readonly script?: boolean };

function visit<T>(
  { path, width = widths.desktop, script = true }: Visit,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const viewport = { width, height: 900 };
  return visitPage(browser, { url: `${gallery.url}${path}`, viewport, javaScriptEnabled: script }, look);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

for (const name of galleryPages) {
  test.each([
    ['light', 'desktop'],
    ['light', 'phone'],
    ['dark', 'desktop'],
  ] as const)(`${name}: axe finds nothing in %s on a %s`, async (theme, device) => {
    await visit({ path: `/${name}/en/${theme}`, width: widths[device] }, async (page) => {
      const { findings, looked } = await inspect(page);
      expect(findings).toEqual([]);
      expect(looked).toBeGreaterThan(20);
      await keepPicture(page, `${name}-${theme}-${device}`);
    });
  });

  test(`${name}: no language needs to be scrolled sideways, down to a zoom of 400 %`, async () => {
    for (const language of languages) {
      await visit({ path: `/${name}/${language}/light` }, async (page) => {
        for (const width of Object.values(widths)) {
          expect(await overflowAt(page, width), `${language} ${width}`).toBeLessThanOrEqual(0);
        }
      });
    }
  });

  test(`${name}: what is printed has the title and the dates, and neither navigation nor tools`, async () => {
    await visit({ path: `/${name}/en/dark`, width: 794 }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await keepPicture(page, `${name}-print`);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.locator('.notice .printed').isVisible()).toBe(true);
      for (const gone of [
        'nav.entries',
        '.search',
        '.languages',
        '.title-row .tools',
        'footer a',
        '.filters',
      ]) {
        for (const element of await page.locator(gone).all())
          expect(await element.isVisible(), gone).toBe(false);
      }
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
    });
  });
}

test('every menu opens within the screen, on a desktop and on a phone', async () => {
  for (const width of [widths.desktop, widths.tablet, widths.phone]) {
    await visit({ path: '/dossier/fr/light', width }, async (page) => {
      for (const menu of await page.locator('.menu').all()) {
        await menu.locator('summary').click();
        const box = await menu.locator('.panel').boundingBox();
        expect(box?.x, `${width}`).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY), `${width}`).toBeLessThanOrEqual(
          width,
        );
        await page.keyboard.press('Escape');
        expect(await menu.locator('.panel').isVisible()).toBe(false);
      }
    });
  }
});

test('axe rejects a page that it should reject', async () => {
  await visit({ path: '/visitor/en/light' }, async (page) => {
    await page.evaluate(() => document.querySelector('label[for="search"]')?.remove());
    await page.evaluate(() => document.querySelector('#search')?.removeAttribute('placeholder'));
    expect((await inspect(page)).findings.join()).toContain('label');
  });
});

test('without script, the menus open, the form of the dates sends both, and the key hints stay away', async () => {
  await visit({ path: '/dossier/en/light', script: false }, async (page) => {
    await page.click('.dates summary');
    await page.fill('#as-of', '2016-07');
    expect(await page.locator('#keys-open').isVisible()).toBe(false);
    const asked = page.waitForRequest((request) => request.url().includes('/en/benelux/'));
    await page.route('**/en/benelux/**', (route) => route.fulfill({ body: 'seen' }));
    await page.click('.dates button');
    const url = new URL((await asked).url());
    expect(url.pathname).toBe('/en/benelux/law/eow-paper');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tab: 'law',
      'as-of': '2016-07',
      'known-at': '2026-11-23',
    });
  });
});

test('keys: search, help, rows, parts; none while typing, none with a modifier, none when switched off', async () => {
  await visit({ path: '/list/en/light' }, async (page) => {
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return element === document.body ? '' : element?.textContent || element?.id;
      });
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.keyboard.type('j?/g');
    expect(await page.inputValue('#search')).toBe('j?/g');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+j');
    expect(await focused()).toBe('');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Werkgroep FISC-STRAT');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Werkgroep FISC-MTIC');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused()).toBe('Werkgroep FISC-STRAT');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#FISC-STRAT');
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    expect(new URL(page.url()).hash).toBe('#evidence');

    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await keepPicture(page, 'keys');
    expect((await inspect(page)).findings).toEqual([]);
    await page.click('#keys-use');
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.click('#keys-open');
    expect(await page.locator('#keys').isVisible()).toBe(true);
  });
});

test('the focus is seen wherever the Tab key leads, and the first stop skips to the content', async () => {
  await visit({ path: '/dossier/en/light' }, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle),
      ).toBe('solid');
    }
  });
});
