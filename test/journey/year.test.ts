import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../src/platform/document/fixtures/read-pdf.ts';
import { checkPage, launchBrowser } from '../support/chromium.ts';
import { createDataFolder, type RunningNode, startRunningNode } from '../support/running-node.ts';
import { asForm, yearRegister as register, sentOf, year } from '../support/year.ts';

/** Those who live a union's year, each in a browser and a language of their own, from a signal to the review of what came of it. */

let running: RunningNode;
let dataFolder: string;
let node: string;
/** Who reads what language; whoever is not named reads English. */
const languages: Readonly<Record<string, string>> = {
  council: 'fr',
  NL: 'nl',
  BE: 'fr',
  LU: 'de',
  'DE-NW': 'de',
};
let browser: Browser;
const contexts = new Map<string, { readonly context: BrowserContext; readonly page: Page }>();
beforeAll(async () => {
  // Of its own: on that of the other journeys the year has been played.
  dataFolder = await createDataFolder();
  running = await startRunningNode({ dataFolder });
  node = running.url;
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${node}/sign-in`);
  await page.click('form[action="/sign-in/year"] button');
  await page.waitForURL(/\/sign-in\?return=/);
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await running?.signal('SIGINT');
  if (dataFolder !== undefined) await rm(dataFolder, { recursive: true });
});

/** Signs in by the name that the page offers, as somebody does who tries the year out. */
async function openAs(who: string): Promise<Page> {
  const known = contexts.get(who);
  if (known !== undefined) return known.page;
  const language = languages[who] ?? 'en';
  const context = await browser.newContext({ locale: language });
  const page = await context.newPage();
  await page.goto(`${node}/sign-in?language=${language}`);
  const form = page.locator(`form:has(input[name="register"][value="${register}"])`);
  const own = form.filter({
    has: page.locator(`input[name="body"][value="${who}"], input[name="party"][value="${who}"]`),
  });
  await own.first().locator('button').click();
  await page.waitForURL(`**/${register}/desk`);
  contexts.set(who, { context, page });
  return page;
}

test('a year is played through by those who live it', async () => {
  for (const act of year) {
    const { by, name, pdf } = act;
    const input = asForm(act.input);
    const who = by.body ?? by.party ?? '';
    const page = await openAs(who);
    const language = languages[who] ?? 'en';
    // What a link to the form knows: the record that it is about, and for whom it is done.
    const linked = ['id', 'owner', ...(pdf === undefined ? [] : ['kind', 'record'])];
    const known = linked.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]]));
    await page.goto(`${node}/${language}/${register}/do/${name}?${new URLSearchParams(known)}`);
    for (const [field, value] of Object.entries(input)) {
      const control = page.locator(`main form [name="${field}"]`);
      const ticked = await control.first().getAttribute('type');
      if (ticked === 'checkbox' || ticked === 'radio') {
        for (const one of value.split(/,\s*/)) {
          const box = page.locator(`[name="${field}"][value="${one}"]`);
          const folded = page.locator('main form details:not([open])', { has: box });
          if ((await folded.count()) > 0) await folded.locator('summary').click();
          await box.check();
        }
        continue;
      }
      const kind = await control.evaluate((element) =>
        element instanceof HTMLSelectElement
          ? 'select'
          : element.getAttribute('type') === 'hidden'
            ? 'hidden'
            : 'text',
      );
      if (kind === 'select') await control.selectOption(value);
      else if (kind === 'text') await control.fill(value);
    }
    if (pdf !== undefined) {
      const buffer = Buffer.from(asForm(await sentOf(act)).file ?? '', 'base64');
      await page.setInputFiles('main form [name="file"]', {
        name: pdf.name,
        mimeType: 'application/pdf',
        buffer,
      });
    }
    await page.click('main form button[type="submit"]');
    await page.waitForURL((url) => url.searchParams.get('done') === name);
    expect(await page.locator('[role="status"].note').count(), `${name} by ${who}`).toBe(1);
  }
}, 900_000);

/** What each role finds afterwards, in its language; the last column must not be there for it. */
const found = [
  ['sg', 'en', '/commitments?state=done', ['Publish one timetable'], []],
  ['sg', 'en', '/plans/2020', ['Signs along the paths', 'Signs in three languages'], []],
  ['NL', 'nl', '/meetings/ferry-1', ['One timetable for both banks', 'What passengers say'], []],
  ['BE', 'fr', '/parliament/q-ferries', ['Two, and soon none'], []],
  ['LU', 'de', '/groups/ferry-times', ['Ministry of transport, NL'], []],
  ['council', 'fr', '/assessments/ferries-start', ['What LU has seen'], []],
  ['parliament', 'en', '/parliament/q-ferries', ['Ferries that nobody meets', 'Two, and soon none'], []],
  // An observer sits at the table; the members' point and what they say of it are not for it.
  ['DE-NW', 'de', '/meetings/ferry-1', ['What passengers say'], ['One timetable for both banks', 'Agreed']],
] as const;

test.each(found)(
  '%s, %s: finds at %s what the year left there',
  async (who, language, path, told, untold) => {
    const page = await openAs(who);
    await page.goto(`${node}/${language}/${register}${path}`);
    const text = await page.locator('main').innerText();
    for (const one of told) expect(text, `${who} is told`).toContain(one);
    for (const one of untold) expect(text, `${who} is not told`).not.toContain(one);
  },
);

test('the Council secretary opens the frozen report, whose fingerprint is the one on record', async () => {
  const page = await openAs('council');
  await page.goto(`${node}/fr/${register}/report`);
  await page.locator('main a[href*="/report/2020"]').first().click();
  await page.waitForURL(/\/report\/2020/);
  const text = await page.locator('main').innerText();
  const record = await page.request.get(`${node}/api/${register}/records/frozen_reports/2020`);
  const { hash } = (await record.json()).body;
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(text).toContain(hash);
  expect(text).toContain('Signs along the paths');
});

test("the minister's adviser prints what the year leaves for the minister, on two pages", async () => {
  const page = await openAs('NL');
  await page.goto(`${node}/nl/${register}/brief?party=NL`);
  const printed = await readPdf(await page.pdf({ format: 'A4' }));
  expect(printed.pages).toBeLessThanOrEqual(2);
  expect(printed.texts.join(' ')).toContain('bridges');
});

test.each([
  ['/initiatives', 'nl'],
  ['/initiatives/ferries', 'fr'],
  ['/assessments', 'de'],
  ['/assessments/ferries-start', 'en'],
  ['/assessments/ferries-review', 'nl'],
  ['/groups/ferry-times', 'fr'],
  ['/desk', 'de'],
  ['/do/assessments/weigh?id=ferries-review', 'nl'],
  ['/do/groups/revive?id=ferry-times', 'fr'],
  ['/procedures/counter-hours', 'de'],
  ['/sheets/out/promises', 'nl'],
  ['/do/sheets/upload', 'fr'],
])('%s, %s: nothing is wrong with it', async (path, language) => {
  const signedIn = await contexts.get(path.includes('/groups/') ? 'council' : 'sg')?.context.storageState();
  if (signedIn === undefined) throw new Error('The year was not played');
  const expected = { status: 200, language };
  const address = `${node}/${language}/${register}${path}`;
  const { findings, looked } = await checkPage(browser, address, expected, { storageState: signedIn });
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});

test('a list from a spreadsheet is shown row by row before anything is written, and nothing is wrong with that page', async () => {
  const page = await openAs('sg');
  await page.goto(`${node}/en/${register}/do/sheets/upload`);
  const rows = [
    'What;Owner;Watcher;Due',
    'Count the ferries;NL;sg;2021-05-01',
    'Count the bridges;Nobody;sg;soon',
  ];
  const file = { name: 'owed.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.setInputFiles('main form input[type="file"]', file);
  await page.click('main form button[type="submit"]');
  await page.waitForURL(/\/sheets\/[^/?]+/);
  const { pathname } = new URL(page.url());
  expect(await page.locator('main').innerText()).toContain('Count the ferries');
  const signedIn = await contexts.get('sg')?.context.storageState();
  if (signedIn === undefined) throw new Error('Nobody is signed in');
  const expected = { status: 200, language: 'en' };
  const { findings } = await checkPage(browser, `${node}${pathname}`, expected, { storageState: signedIn });
  expect(findings).toEqual([]);
});
