import { parseICS } from 'node-ical';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, visit } from '../support/chromium.ts';

/** An official who wants deadlines to come by themselves, walked through in a real browser on the real node. */

const node = inject('node');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('an official subscribes to the deadlines on the page of parliament, and her calendar reads them in German', async () => {
  await visit(browser, { url: `${node.url}/de/benelux/parliament` }, async (page) => {
    const link = page.getByRole('link', { name: 'Abonnieren: Fristen (iCal)' });
    expect(await link.isVisible()).toBe(true);
    const address = await link.evaluate((anchor) => (anchor as HTMLAnchorElement).href);
    const announced = page.locator('head link[rel="alternate"][type="text/calendar"]');
    expect(await announced.evaluate((one) => (one as HTMLLinkElement).href)).toBe(address);

    // A calendar has no cookies and asks for nothing by name.
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const read = Object.values(parseICS(await answer.text()));
    const todos = read.filter((entry) => entry?.type === 'VTODO') as unknown as Readonly<
      Record<string, unknown>
    >[];
    expect(todos.length).toBe(2);
    const [question] = todos;
    expect(String(question?.description)).toContain('zwischen dem 1. Januar 2019 und dem 31. Dezember 2019');
    expect(question?.status).toBe('NEEDS-ACTION');

    const shown = await page.goto(String((question?.url as { val?: string })?.val ?? question?.url));
    expect(shown?.status()).toBe(200);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('h1').innerText()).toContain('circular economy');
  });
});
