import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { pages, startFirstNode } from './first-node.ts';
import { measurePair, quantiles, tableOf } from './measure.ts';

const visits = 15;
const warmUps = 2;

type Loaded = { readonly type: string; readonly body: Buffer };

/**
 * When a reader first sees something of a page, against the same bytes as files from a bare HTTP server in the same
 * browser and run; and how many bytes of page, script and style come over the line, compressed.
 */
export async function benchPaint(): Promise<unknown> {
  const node = await startFirstNode();
  const files = new Map<string, Loaded>();
  const bare = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.type }).end(file.body);
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const rows = [];
    for (const path of pages) {
      const address = `/en/benelux${path}`;
      const bytes = await copy(node.url, address, files);
      const ours: number[] = [];
      const peer: number[] = [];
      await measurePair(
        async () => void ours.push(await firstPaint(browser, node.url + address)),
        async () => void peer.push(await firstPaint(browser, bareUrl + address)),
        { times: visits, warmUps },
      );
      const [p50] = quantiles(ours.slice(warmUps));
      const [peerP50] = quantiles(peer.slice(warmUps));
      rows.push({ page: path === '' ? '/' : path, p50, peerP50, ratio: p50 / peerP50, ...bytes });
      process.stderr.write(`${address}\n`);
    }
    process.stdout.write(`${tableOf(rows)}\n`);
    return { visits, pages: rows };
  } finally {
    await browser.close();
    bare.close();
    await node.close();
  }
}

/** Takes a page and what it is made of over to the bare server; compressed sizes in bytes. */
async function copy(url: string, address: string, files: Map<string, Loaded>) {
  const take = async (path: string): Promise<number> => {
    const answer = await fetch(url + path, { headers: { accept: 'text/html' } });
    const body = Buffer.from(await answer.arrayBuffer());
    files.set(path, { type: answer.headers.get('content-type') ?? '', body });
    return path.endsWith('.woff2') ? body.length : gzipSync(body).length;
  };
  const markup = await take(address);
  const html = files.get(address)?.body.toString() ?? '';
  const sum = async (pattern: RegExp) => {
    let bytes = 0;
    for (const [, path = ''] of html.matchAll(pattern)) bytes += await take(path);
    return bytes;
  };
  const style = await sum(/<link rel="stylesheet" href="([^"]+)"/g);
  const script = await sum(/<script type="module" src="([^"]+)"/g);
  const other = await sum(/<link rel="(?:icon|preload)" href="([^"]+)"/g);
  return { markup, style, script, other };
}

/** Milliseconds to the first contentful paint, in a browser that has kept nothing. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  } finally {
    await context.close();
  }
}
