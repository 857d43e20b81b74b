import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept, accepting, listLeftovers, nameOf, outputFolder, write } from '../support/accept.ts';
import { launchBrowser } from '../support/chromium.ts';
import { comparePictures, shrinkPicture } from '../support/compare-pictures.ts';
import { type SnapshotPage, snapshotPages, surfaces } from '../support/snapshot-pages.ts';
import { startStillNode } from '../support/still-node.ts';
import { bringSpareFace, type Drawn, readTypefaces } from '../support/typefaces.ts';

/** Twelve pages on three surfaces beside the pictures that were last accepted: what a change of style does elsewhere is seen. */

const folder = fileURLToPath(new URL('pictures/', import.meta.url));
const browserFile = 'chromium.txt';
type Surface = keyof typeof surfaces;
const surfaceNames = Object.keys(surfaces) as Surface[];

let node: Awaited<ReturnType<typeof startStillNode>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  rmSync(outputFolder, { recursive: true, force: true });
  node = await startStillNode();
  browser = await launchBrowser('the same everywhere');
  page = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

async function open({ address }: SnapshotPage): Promise<void> {
  await showOn('desktop');
  await page.goto(`${node.url}${address}`);
  await bringSpareFace(page);
  // A face is fetched when a letter needs it, and until it is there another stands in.
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

async function showOn(surface: Surface): Promise<void> {
  const { media, width, height } = surfaces[surface];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media });
}

async function takePicture(surface: Surface): Promise<Buffer> {
  await showOn(surface);
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** What is wrong, in words; null when the picture is the one that was kept. */
function holdAgainst(name: string, taken: Buffer): string | null {
  const file = `${folder}${name}.png`;
  const kept = existsSync(file) ? readFileSync(file) : null;
  const difference = kept === null ? { what: 'not there yet', picture: null } : comparePictures(kept, taken);
  if (difference === null) return null;
  if (accepting) {
    accept(file, shrinkPicture(taken), difference.what);
    write(`${folder}${browserFile}`, `${browser.version()}\n`);
    return null;
  }
  const see = [
    [`${name}.png`, taken] as const,
    [`${name}.difference.png`, difference.picture] as const,
  ].flatMap(([path, picture]) => {
    if (picture === null) return [];
    write(`${outputFolder}${path}`, picture);
    return [nameOf(`${outputFolder}${path}`)];
  });
  return `${nameOf(file)}: ${difference.what}; see ${see.join(', ')}. When it is meant so: npm run accept`;
}

/** Signs that the product's cut of its typeface lacks; a reader sees them in another. */
const lacking = /[→≤≥]/g;

/** Text in a face that neither the product brings nor, for those signs and for commands, this test. */
const listStrays = (drawn: readonly Drawn[]) =>
  drawn.filter(({ text, glyphs, face, brought }) => {
    const isOwn = face.startsWith('SourceSans3-Roman');
    const spared = text.startsWith('npm run ') || glyphs <= (text.match(lacking)?.length ?? 0);
    return !brought || !(isOwn || spared);
  });

test.each(snapshotPages)(
  '$name, $language: looks as it was accepted, in our own typeface',
  async (snapshot) => {
    await open(snapshot);
    const drawn = await readTypefaces(page);
    expect(listStrays(drawn)).toEqual([]);
    expect(drawn.reduce((sum, { glyphs }) => sum + glyphs, 0)).toBeGreaterThan(500);
    const found: string[] = [];
    for (const surface of surfaceNames)
      found.push(holdAgainst(`${snapshot.name}-${surface}`, await takePicture(surface)) ?? '');
    expect(found.filter(Boolean), tellBrowsers()).toEqual([]);
  },
);

/** Another Chromium may draw otherwise, and that is no fault of a page. */
function tellBrowsers(): string {
  const file = `${folder}${browserFile}`;
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : browser.version();
  return kept === browser.version() ? '' : `Chromium ${browser.version()}, the pictures are of ${kept}`;
}

test('no picture is of a page that is not looked at', () => {
  const pictures = snapshotPages.flatMap(({ name }) =>
    surfaceNames.map((surface) => `${name}-${surface}.png`),
  );
  expect(listLeftovers(folder, [...pictures, browserFile])).toEqual([]);
});

test('a page with text in a face of the machine is rejected', async () => {
  await open(snapshotPages[0] as SnapshotPage);
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    if (heading !== null) heading.style.fontFamily = 'serif';
  });
  expect(listStrays(await readTypefaces(page))).toHaveLength(1);
});

test('a picture with a changed rectangle, a changed digit or another size is rejected, and the same page is not', async () => {
  await open(snapshotPages[0] as SnapshotPage);
  const taken = await takePicture('desktop');
  const kept = shrinkPicture(taken);
  expect(comparePictures(kept, await takePicture('desktop'))).toBeNull();

  // The paper below the navigation, as light as a sheet.
  const planted = PNG.sync.read(taken);
  for (let y = 800; y < 810; y += 1)
    planted.data.fill(0xff, (y * planted.width + 20) * 4, (y * planted.width + 120) * 4);
  expect(comparePictures(kept, PNG.sync.write(planted))?.what).toBe('1000 pixels differ');

  await page.evaluate(() => {
    const status = [...document.querySelectorAll('main small')].find((one) => /^7\b/.test(one.textContent));
    if (status !== undefined) status.textContent = status.textContent.replace('7', '1');
  });
  const withDigit = comparePictures(kept, await takePicture('desktop'));
  expect(withDigit?.what).toMatch(/^\d+ pixels differ$/);
  expect(withDigit?.picture).not.toBeNull();

  await page.setViewportSize({ width: 1279, height: surfaces.desktop.height });
  expect(comparePictures(kept, await page.screenshot())).toEqual({
    what: '1279 × 900 instead of 1280 × 900',
    picture: null,
  });
});
