import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetHref, listAssets } from '#platform/page/assets.ts';
import { launchBrowser, visit } from '../support/chromium.ts';

/** A page of work under way that loads itself again, under the hands of somebody who has no mouse. */

let server: Server;
let url: string;
let browser: Browser;
/** How often the page was handed out, and what it holds. */
let loads = 0;
let controls = '';

const script = listAssets().find(({ path }) => path === assetHref('client.js'));

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/client.js')
      return response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script?.body);
    if (request.url?.startsWith('/page') !== true) return response.writeHead(404).end();
    loads += 1;
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(
      `<!doctype html><html lang="en"><title>Runs</title><link rel="icon" href="data:,">
       <main id="content" tabindex="-1"><div data-live="">Under way</div><p id="told">${loads}</p>
       <section id="runs" style="padding-top:3000px">${controls}</section></main>
       <dialog id="keys"></dialog><script type="module" src="/client.js"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What the page says has the focus, and how far down it is. */
const placeOf = (page: Page) =>
  page.evaluate(() => [document.activeElement?.textContent ?? '', Math.round(scrollY)] as const);
/** Until it was loaded so many times more, and its script has run. */
async function reloaded(page: Page, times: number): Promise<void> {
  const before = loads;
  await expect.poll(() => loads, { timeout: 20_000, interval: 100 }).toBeGreaterThanOrEqual(before + times);
  await page.waitForFunction(
    (least) => Number(document.querySelector('#told')?.textContent) >= least,
    before + times,
  );
  await page.waitForTimeout(200);
}

describe('A page that loads itself again', () => {
  test('leaves the focus where it is, by id and by place, and the page where it was scrolled to', async () => {
    controls = '<a href="#a">One</a> <a href="#b">Two</a> <button id="stop">Stop</button>';
    await visit(browser, { url }, async (page) => {
      for (const [selector, text] of [
        ['#stop', 'Stop'],
        ['#runs a:nth-of-type(2)', 'Two'],
      ] as const) {
        await page.focus(selector);
        const before = await placeOf(page);
        expect(before[0]).toBe(text);
        expect(before[1]).toBeGreaterThan(1_000);
        await reloaded(page, 1);
        expect(await placeOf(page)).toEqual(before);
      }
      await page.keyboard.press('Tab');
      expect((await placeOf(page))[0], 'the next key goes on from there').toBe('Stop');
    });
  });

  test('gives the focus to what it stood in where it is gone itself, never to another control', async () => {
    controls = '<a href="#a">One</a> <button>Stop</button> <button>Begin</button>';
    await visit(browser, { url }, async (page) => {
      await page.focus('#runs button:nth-of-type(1)');
      controls = '<a href="#a">One</a> <button>Begin</button>';
      await reloaded(page, 1);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('runs');
      await page.keyboard.press('Tab');
      expect((await placeOf(page))[0]).toBe('One');
    });
  });

  test('waits while somebody types, and says once what was done', async () => {
    controls = '<input id="words"> <a href="#a">One</a>';
    await visit(browser, { url: `${url}?done=vat-runs%2Fstart&party=BE` }, async (page) => {
      await page.focus('#words');
      await page.keyboard.type('half a word');
      const before = loads;
      await page.waitForTimeout(7_000);
      expect(loads).toBe(before);
      expect(await page.inputValue('#words')).toBe('half a word');
      await page.focus('#runs a');
      await reloaded(page, 1);
      expect(new URL(page.url()).search).toBe('?party=BE');
    });
  });
});
