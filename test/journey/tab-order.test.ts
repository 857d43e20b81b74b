import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryPages } from '#platform/page/gallery.tsx';
import { accept, accepting, listLeftovers, nameOf } from '../support/accept.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startGallery } from '../support/gallery-server.ts';
import { snapshotPages } from '../support/snapshot-pages.ts';
import { startStillNode } from '../support/still-node.ts';
import { type Stop, walkByTab } from '../support/tab-stops.ts';

/** Where the Tab key leads, from the top of a page to its end, beside the order that was last accepted. */

const folder = fileURLToPath(new URL('tab-order/', import.meta.url));

let node: Awaited<ReturnType<typeof startStillNode>>;
let gallery: Awaited<ReturnType<typeof startGallery>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  node = await startStillNode();
  gallery = await startGallery();
  browser = await launchBrowser();
  // A page that still scrolls has not come to its stop.
  page = await browser.newPage({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  gallery?.close();
  await node?.close();
});

const walks = [
  ...snapshotPages.map(({ name, address }) => ({ name, address, of: 'node' as const })),
  { name: 'sign-in', address: '/sign-in?language=en', of: 'node' as const },
  ...galleryPages.map((page) => ({
    name: `gallery-${page}`,
    address: `/${page}/en/light`,
    of: 'gallery' as const,
  })),
];

/** `link "Groups" /groups`; addresses below the register in the page's own language are told from there. */
function writeOrder(address: string, stops: readonly Stop[]): string {
  const root = `/${address.split('/')[1]}/benelux`;
  const lines = stops.map(({ role, name, href }) => {
    const to = href === null ? '' : ` ${href.startsWith(root) ? href.slice(root.length) || '/' : href}`;
    return `${role} ${JSON.stringify(name)}${to}`;
  });
  return `${[address, '', ...lines].join('\n')}\n`;
}

/** Which lines went and which came. */
function tellLines(before: string, now: string): string {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const gone = old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`);
  const come = fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  if (before === '') return 'new';
  return gone.length + come.length === 0 ? 'another order' : ['', ...gone, ...come].join('\n');
}

test.each(walks)(
  '$name: the Tab key leads along the page as it was accepted, each stop is seen',
  async (walk) => {
    const base = walk.of === 'node' ? node.url : gallery.url;
    await page.goto(`${base}${walk.address}`);
    const stops = await walkByTab(page);
    const faults = stops.flatMap(({ role, name, faults }) =>
      faults.map((fault) => `${role} "${name}" ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(stops.length).toBeGreaterThan(5);

    const file = `${folder}${walk.name}.txt`;
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const now = writeOrder(walk.address, stops);
    if (kept === now) return;
    if (accepting) return accept(file, now, tellLines(kept ?? '', now));
    const what = kept === null ? 'is not there yet' : 'holds another order';
    expect(now, `${nameOf(file)} ${what}. When it is meant so: npm run accept`).toBe(kept);
  },
);

test('no order is of a page that is not walked', () => {
  expect(
    listLeftovers(
      folder,
      walks.map(({ name }) => `${name}.txt`),
    ),
  ).toEqual([]);
});

test('a page with a stop that is hidden, unmarked or out of its turn is rejected for each', async () => {
  const [overview] = snapshotPages;
  await page.goto(`${node.url}${overview?.address}`);
  await page.evaluate(() => {
    const [hidden, unmarked, late] = document.querySelectorAll<HTMLElement>('main a');
    if (hidden) hidden.style.opacity = '0';
    if (unmarked) unmarked.style.outline = 'none';
    if (late) late.tabIndex = 1;
  });
  const faults = (await walkByTab(page)).flatMap((stop) => stop.faults);
  expect(faults.toSorted()).toEqual([
    'cannot be seen',
    'has tabindex 1',
    'looks the same without the focus',
    'stands before the stop before it',
  ]);
});
