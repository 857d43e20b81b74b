import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkPage, launchBrowser } from '../support/chromium.ts';
import { yearRegister } from '../support/year.ts';

/**
 * An exercise in four browsers at once: two states, the Commission and the secretariat that leads it. The network of the Dutch one is cut in the
 * middle; when it is back it shows all that was missed.
 */

const node = inject('node').url;
const exercises = `${node}/en/${yearRegister}/practice/energy/exercises`;
const body = 'plef-sg2';

let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];
/** Once it has ended: its page, and who leads it. */
let played: {
  readonly room: string;
  readonly storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
} | null = null;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
});

/** Somebody at a seat, in a browser of their own that nothing but the node is known to. */
async function sitDown(party: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${node}/sign-in?language=en&return=/en/${yearRegister}/practice/energy/exercises`);
  const signedIn = await context.request.post(`${node}/sign-in`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { register: yearRegister, role: 'player', party, body },
    maxRedirects: 0,
  });
  expect(signedIn.status()).toBe(303);
  return page;
}

const says = (page: Page, part: string) => page.locator(`#${part}`).innerText();
/** Without anybody touching it: the page loads itself again. */
const comesToSay = (page: Page, part: string, words: string | RegExp) =>
  expect.poll(() => says(page, part).catch(() => ''), { timeout: 30_000, interval: 300 }).toMatch(words);

/** To a form that the page offers, filled in and sent. */
async function act(
  page: Page,
  room: string,
  offer: string,
  fill: (page: Page) => Promise<void>,
): Promise<void> {
  await page.locator(`a[href*="/do/energy-exercises/${offer}?"]`).first().click();
  await page.waitForURL(/\/do\/energy-exercises\//);
  await fill(page);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname === new URL(room).pathname);
}

test('Two states, the Commission and the secretariat play from what happens first to the report, and one is cut off on the way', async () => {
  const [lead, be, nl, commission] = [
    await sitDown(''),
    await sitDown('BE'),
    await sitDown('NL'),
    await sitDown('EU-COM'),
  ];
  await lead.goto(`${node}/en/${yearRegister}/do/energy-exercises/open`);
  await lead.locator('#field-template').selectOption('pentex-2018');
  for (const party of ['BE', 'NL', 'EU-COM'])
    await lead.locator(`input[type="checkbox"][value="${party}"]`).check();
  await lead.locator('main form button[type="submit"]').click();
  await lead.waitForURL(/exercises\/[0-9a-f-]{36}/);
  const room = `${exercises}/${/exercises\/([0-9a-f-]{36})/.exec(lead.url())?.[1]}`;
  for (const page of [be, nl, commission]) await page.goto(room);

  // It gets colder: all are told, and nobody loads anything.
  await act(lead, room, 'advance', async () => {});
  for (const page of [be, nl, commission]) await comesToSay(page, 'inbox', /degrees colder/);
  await be.locator('#inbox button').first().click();
  await comesToSay(be, 'inbox', /acknowledged, minute 10/);

  // The network of NL is cut: its page stays as it was, and says so.
  await nl.context().setOffline(true);
  await expect.poll(() => nl.locator('[data-cut]').isVisible(), { timeout: 10_000 }).toBe(true);
  await act(lead, room, 'advance', async () => {});
  await comesToSay(be, 'happened', /are lost in/);
  await act(be, room, 'message', async (page) => {
    await page.locator('input[type="checkbox"][value="NL"]').check();
    await page.locator('#field-inject').selectOption('unit-be');
    await page.locator('#field-text').fill('We have lost a unit');
  });
  await act(be, room, 'state', async (page) => {
    await page.locator('#field-zone').selectOption('BE');
    await page.locator('#field-claim').selectOption('supply.short');
  });
  await comesToSay(commission, 'statements', /supply: short/);
  // Longer than pages take to load again.
  await nl.waitForTimeout(7_000);
  expect(nl.url()).toContain('/practice/energy/exercises/');
  expect(await says(nl, 'clock')).toContain('minute 10');
  expect(await says(nl, 'inbox')).not.toContain('We have lost a unit');

  // It is back: all that was missed is there, without a hand.
  await nl.context().setOffline(false);
  await comesToSay(nl, 'inbox', /We have lost a unit/);
  await comesToSay(nl, 'statements', /supply: short/);
  expect(await says(nl, 'clock')).toContain('minute 40');
  expect(await nl.locator('[data-cut]').isVisible()).toBe(false);
  expect(await nl.locator('[data-back]').isVisible()).toBe(true);
  await nl.locator('#inbox tr', { hasText: 'We have lost a unit' }).locator('button').click();
  await comesToSay(nl, 'inbox', /acknowledged, minute 40/);

  await be.locator('#happened tr', { hasText: 'are lost in' }).locator('a[href*="/do/"]').click();
  await be.locator('#field-decision').selectOption('call_reserve');
  await be.locator('main form button[type="submit"]').click();
  await comesToSay(be, 'decisions', /Call up the reserve/);

  await act(lead, room, 'end', async () => {});
  for (const page of [be, nl, commission, lead]) {
    await comesToSay(page, 'clock', /Ended/);
    await page.goto(`${room}/report`);
    expect(await says(page, 'messages')).toContain('We have lost a unit');
    expect(await says(page, 'matrix')).toContain('never');
  }

  // A lesson becomes a commitment, and each leads to the other.
  await act(lead, `${room}/report`, 'lesson', async (page) => {
    await page.locator('#field-lesson').fill('Agree who calls whom before load is shed');
    await page.locator('#field-owner').selectOption('BE');
    await page.locator('#field-watcher').selectOption('sg');
    await page.locator('#field-due').fill('2027-03-01');
  });
  await lead.locator('#lessons a[href*="/commitments/"]').first().click();
  await lead.waitForURL(/\/commitments\//);
  expect(await lead.locator('main').innerText()).toContain('Agree who calls whom');
  await lead.locator('#exercise a').click();
  await lead.waitForURL(`${room}/report**`);
  expect(complaints).toEqual([]);

  played = { room, storageState: await lead.context().storageState() };
});

test.each(['en', 'nl', 'fr', 'de'])('Its pages hold for every reader, in %s', async (language) => {
  if (played === null) throw new Error('The exercise was not played to its end');
  const { room, storageState } = played;
  for (const url of [room, `${room}/report`, exercises]) {
    const { findings } = await checkPage(
      browser,
      url.replace('/en/', `/${language}/`),
      { status: 200, language },
      { storageState },
    );
    expect(findings, url).toEqual([]);
  }
});
