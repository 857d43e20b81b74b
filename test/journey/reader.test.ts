import { readFile } from 'node:fs/promises';
import excel from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inspect, launchBrowser, visit, widths } from '../support/chromium.ts';
import { startRunningNode } from '../support/running-node.ts';

/** What readers come for, walked through in a real browser on the real node with the first data set. */

const node = inject('node');
const english = `${node.url}/en/benelux`;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const read = (page: Page, place = 'main') => page.locator(place).first().innerText();
const rowsOf = (page: Page) => page.locator('[data-rows] tbody tr').allInnerTexts();

/** In the menu of dates of the top bar, as a reader would. */
async function chooseDate(page: Page, field: 'as-of' | 'known-at', date: string): Promise<void> {
  await page.click('.dates summary');
  await page.fill(`#${field}`, date);
  await page.click('.dates button');
}

test('from the front page to the source of a figure, and to what that source is', async () => {
  await visit(browser, { url: node.url, locale: 'nl-BE' }, async (page) => {
    expect(page.url()).toBe(`${node.url}/nl/benelux`);
    await page.click('.languages a[hreflang="en"]');
    await page.click('main a[href$="/evidence/working_groups_total"]');
    const row = page.locator('#figures tbody tr').first();
    expect(await row.locator('th').innerText()).toBe('2013');
    expect(await row.locator('.sources').innerText()).toMatch(/§ T4-2/);
    expect(await row.locator('.sources abbr').getAttribute('title')).toContain('Benelux Union cooperation');
    await page.click('footer a[href*="/about"]');
    expect(await read(page, '#source')).toContain('external evaluation of Benelux cooperation');
  });
});

test('words are found with and without accents, and a shared address shows the same rows elsewhere', async () => {
  const found = await visit(browser, { url: english }, async (page) => {
    const search = async (words: string) => {
      await page.fill('#search', words);
      await page.press('#search', 'Enter');
      await page.waitForURL(/find\?/);
      return rowsOf(page);
    };
    const plain = await search('financien');
    expect(plain.join('\n')).toContain('Financiën');
    expect(await search('Financiën')).toEqual(plain);
    await page.locator('.facet a.choice').first().click();
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(plain.length);
    return { rows, address: page.url() };
  });
  await visit(browser, { url: found.address }, async (page) => {
    expect(await rowsOf(page)).toEqual(found.rows);
    expect(await page.locator('.active-filters').isVisible()).toBe(true);
  });
});

test('a group is dormant when its source says so, unknown before, and says why', async () => {
  await visit(browser, { url: `${english}/groups/fisc-moss` }, async (page) => {
    expect(await read(page, '.lede')).toMatch(/^Dormant/);
    await chooseDate(page, 'as-of', '2016-07-01');
    expect(await read(page, '.lede')).toMatch(/^Unknown/);
    expect(await read(page, '.lede')).toContain(
      'The source says nothing of the time before. Dormant as of May 2020.',
    );
  });
});

test('before its source was known, nothing was known, and every list says so', async () => {
  await visit(browser, { url: english }, async (page) => {
    await chooseDate(page, 'known-at', '2016-07-01');
    for (const path of ['', '/groups', '/find', '/law', '/evidence']) {
      await page.goto(`${english}${path}?known-at=2016-07-01`);
      expect(await rowsOf(page), path).toEqual([]);
      expect(await read(page), path).toMatch(/nothing (of it )?was known/i);
    }
  });
});

test('keys: search, help, parts, rows', async () => {
  await visit(browser, { url: `${english}/groups` }, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    expect((await inspect(page)).findings).toEqual([]);
    await page.keyboard.press('Escape');

    const links = await page
      .locator('[data-rows] tbody th a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('j');
    expect(await here()).toBe(links[0]);
    await page.keyboard.press('j');
    expect(await here()).toBe(links[1]);
    await page.keyboard.press('k');
    expect(await here()).toBe(links[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${node.url}${links[0]}`);

    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL(`${english}/law`);
  });
});

type Cell = string | number | boolean | null | undefined;
type Rows = readonly Readonly<Record<string, Cell>>[];

/** Rows of a sheet by the titles in its first row; an empty cell is null. */
function rowsOfSheet(sheet: excel.Worksheet | undefined): Rows {
  // Its cells count from 1, and there is none where nothing is written.
  const lines: readonly (Cell[] | undefined)[] = (sheet?.getSheetValues() ?? []) as Cell[][];
  const titles = lines[1] ?? [];
  return lines
    .slice(2)
    .map((line) =>
      Object.fromEntries(titles.flatMap((title, index) => [[title, line?.[index] ?? null] as const])),
    );
}

test('a missing figure leaves as a gap with its reason in CSV, XLSX and JSON, never as zero', async () => {
  await visit(browser, { url: `${english}/evidence/working_groups` }, async (page) => {
    const download = async (format: string) => {
      const begun = page.waitForEvent('download');
      await page.click(`.tools a[href*="format=${format}"]`);
      const file = await begun;
      expect(file.suggestedFilename()).toBe(`benelux-working_groups.${format}`);
      return file.path();
    };
    const book = new excel.Workbook();
    await book.xlsx.readFile(await download('xlsx'));
    const files: Readonly<Record<string, Rows>> = {
      xlsx: rowsOfSheet(book.worksheets[0]),
      csv: rowsOfSheet(await new excel.Workbook().csv.readFile(await download('csv'))),
      json: JSON.parse(await readFile(await download('json'), 'utf8')).rows,
    };
    for (const [format, rows] of Object.entries(files)) {
      const by = (year: number) => rows.find((row) => Number(row.year) === year);
      expect(by(2018), format).toMatchObject({ value: 72, missing: null });
      expect(by(2019), format).toMatchObject({ value: null, missing: 'not_available' });
    }
    const notes = JSON.stringify(book.worksheets[1]?.getSheetValues());
    expect(notes).toContain('An empty value is never zero');
  });
});

test('what is printed has the title and the dates, and no navigation', async () => {
  await visit(browser, { url: `${english}/law`, viewport: { width: 794, height: 1123 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.notice .printed').innerText()).toContain('As of May 2020');
    for (const gone of ['nav.entries', '.search', '.languages', '.tools', '.filters', 'footer a'])
      for (const element of await page.locator(gone).all())
        expect(await element.isVisible(), gone).toBe(false);
  });
});

test('signs in as a role of the first data set, sees who that is, signs out', async () => {
  await visit(browser, { url: `${english}/groups/fisc-strat` }, async (page) => {
    await page.click('a.account');
    const role = page.locator('select[name="role"]').first();
    const party = page.locator('select[name="party"]').first();
    await role.selectOption('contact-point');
    await party.selectOption('NL');
    const named = await role.locator('option:checked').innerText();
    await page.click('main form button');
    await page.waitForURL(`${english}/groups/fisc-strat`);
    const account = page.locator('.menu.account');
    expect(await account.locator('summary').innerText()).toContain(named);
    expect((await inspect(page)).findings).toEqual([]);
    await account.locator('summary').click();
    await account.locator('button').click();
    await page.waitForURL(/sign-in\?signed-out/);
    await page.goto(english);
    expect(await page.locator('.menu.account').count()).toBe(0);
    expect(await page.locator('a.account').isVisible()).toBe(true);
  });
});

test('in production nobody signs in by choosing who they are', async () => {
  const production = await startRunningNode({
    dataFolder: node.dataFolder,
    env: { NODE_ENV: 'production' },
  });
  try {
    expect(production.said.join('\n')).toContain('OIDC_ISSUER');
    await visit(browser, { url: `${production.url}/sign-in?language=en` }, async (page) => {
      expect(await page.locator('main form').count()).toBe(0);
    });
    const chosen = await fetch(`${production.url}/sign-in`, {
      method: 'POST',
      headers: { origin: production.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ register: 'benelux', role: 'contact-point' }),
      redirect: 'manual',
    });
    expect(chosen.status).toBe(404);
    expect(chosen.headers.getSetCookie()).toEqual([]);
  } finally {
    await production.signal('SIGINT');
  }
});

test('without script: links, search, filters, dates, languages and the theme all work', async () => {
  await visit(browser, { url: english, javaScriptEnabled: false }, async (page) => {
    await page.click('nav.entries a[data-key="p"]');
    expect(new URL(page.url()).pathname).toBe('/en/benelux/programme');
    await page.fill('#search', 'penitentiary');
    await page.click('.search button');
    expect(new URL(page.url()).searchParams.get('q')).toBe('penitentiary');
    await page.goto(`${english}/find`);
    const all = await page.locator('.list-head').innerText();
    await page.locator('.facet a.choice').first().click();
    expect(await page.locator('.list-head').innerText()).not.toBe(all);
    const filter = [...new URL(page.url()).searchParams];
    await chooseDate(page, 'as-of', '2018');
    expect([...new URL(page.url()).searchParams]).toEqual([
      ...filter,
      ['as-of', '2018'],
      ['known-at', expect.any(String)],
    ]);
    await page.click('.languages a[hreflang="de"]');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(new URL(page.url()).searchParams.get('as-of')).toBe('2018');
    await page.click('.theme summary');
    await page.click('.theme button[value="dark"]');
    expect(new URL(page.url()).searchParams.get('as-of')).toBe('2018');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('#keys-open').isVisible()).toBe(false);
  });
});

test('on a phone every menu opens within the screen', async () => {
  await visit(
    browser,
    { url: `${node.url}/fr/benelux`, viewport: { width: widths.phone, height: 740 } },
    async (page) => {
      for (const menu of await page.locator('.menu').all()) {
        await menu.locator('summary').click();
        const box = await menu.locator('.panel').boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(widths.phone);
        await page.keyboard.press('Escape');
      }
    },
  );
});
