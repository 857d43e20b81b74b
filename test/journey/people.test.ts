import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readPdf } from '../../src/platform/document/fixtures/read-pdf.ts';
import { launchBrowser, visit } from '../support/chromium.ts';

/** The people of the product, each with an errand and a language, in a real browser on the real node. */

const node = inject('node');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('a journalist goes from the front page to the source of “40 groups”, and takes the figure along as CSV', async () => {
  await visit(browser, { url: node.url, locale: 'fr-BE' }, async (page) => {
    expect(page.url()).toBe(`${node.url}/fr/benelux`);
    await page.fill('#search', 'working groups convene');
    await page.press('#search', 'Enter');
    await page.waitForURL(/find\?/);
    await page.click('[data-rows] a[href$="/evidence/GOV-WG-CONVENING"]');
    const row = page.locator('#figures tbody tr').first();
    expect(await row.innerText()).toMatch(/2019[\s\S]*40 groupes/);

    const begun = page.waitForEvent('download');
    await page.click('.tools a[href*="format=csv"]');
    const csv = await readFile(await (await begun).path(), 'utf8');
    expect(csv).toMatch(/GOV-WG-CONVENING,2019,40,/);
    expect(csv).toContain('4.3');

    await row.locator('.sources a').first().click();
    await page.waitForURL(/source=4\.3/);
    expect(await page.locator('.active-filters').innerText()).toContain('§ 4.3');
    expect(await page.locator('[data-rows]').innerText()).toContain('Working groups that convene');
    await page.click('footer a[href*="/about"]');
    expect(await page.locator('#source').innerText()).toContain('external evaluation of Benelux cooperation');
  });
});

test('an adviser signs in, finds the desk and prints the brief for the minister on two pages', async () => {
  const url = `${node.url}/sign-in?language=nl&return=/nl/benelux/desk`;
  await visit(browser, { url, locale: 'nl-NL' }, async (page) => {
    const form = page.locator('main form', { has: page.locator('select[name="party"]') }).first();
    await form.locator('select[name="party"]').selectOption('NL');
    await form.locator('button').first().click();
    await page.waitForURL(/\/nl\/benelux\/desk$/);
    expect(await page.locator('h1').innerText()).toBe('Werkplek van Nederland');
    expect(await page.locator('#due').innerText()).toContain('Comité van Ministers');

    await page.click('.lede a[href*="/brief"]');
    expect(await page.locator('h1').innerText()).toBe('Nota voor Nederland');
    const printed = await readPdf(await page.pdf({ format: 'A4' }));
    expect(printed.pages).toBe(2);
    const text = printed.texts.join(' ');
    for (const said of ['Over tijd', 'Afgewezen', 'prioriteiten niet vermeld', 'niet beschikbaar'])
      expect(text).toContain(said);
  });
});

test('an auditor goes from a figure to its record and to the journal entry that vouches for it', async () => {
  await visit(browser, { url: `${node.url}/en/benelux/evidence/GOV-WG-CONVENING` }, async (page) => {
    await page.locator('#figures .sources a').first().click();
    await page.waitForURL(/source=4\.3/);
    await page.click('[data-rows] a[href*="/record/observations/OBS-029"]');
    expect(await page.locator('#fields').innerText()).toContain('40');
    await page.click('#versions .tools a');
    await page.waitForURL(/journal\?/);
    const rows = page.locator('main table tbody tr');
    expect(await rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('Added');
    const hash = await rows.first().locator('code').getAttribute('title');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const answer = await fetch(`${node.url}/api/benelux/journal?subject=observations/OBS-029`);
    expect((await answer.json()).entries.map(({ leafHash }: { leafHash: string }) => leafHash)).toEqual([
      hash,
    ]);
  });
});
