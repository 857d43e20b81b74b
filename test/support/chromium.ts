import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

/** Widths of window in CSS pixels; `zoomed` is a desktop at 400 % (WCAG 1.4.10). */
export const widths = { desktop: 1280, tablet: 900, phone: 360, zoomed: 320 } as const;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Neither the processor nor the machine's preferences for letters change a pixel. */
const sameEverywhere: LaunchOptions = {
  args: [...flags, '--disable-skia-runtime-opts'],
  env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
};

export function launchBrowser(draws?: 'the same everywhere'): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags, ...(draws === undefined ? {} : sameEverywhere) });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, as one line each, and how many rules it tried: a checker that looked at nothing must not pass. */
export async function inspect(page: Page): Promise<{ findings: string[]; looked: number }> {
  return page.evaluate(`(() => { ${axe}; return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => ({
    looked: result.passes.length,
    findings: result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.html)),
  })); })()`) as Promise<{ findings: string[]; looked: number }>;
}

/** How many pixels wider than the window its content is. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return (await page.evaluate(() => document.documentElement.scrollWidth)) - width;
}

/**
 * A page in a browser of its own: no cookies, nothing cached. `complaints` are what the browser had against it: errors
 * in its console (refusals by the content security policy are among them) and in scripts, requests that failed or
 * that went to anywhere else.
 */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  look: (page: Page, complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: widths.desktop, height: 900 }, ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    const own = (url: string) => url === page.url();
    page.on('console', (message) => {
      // A page that says that there is no such page is itself an error to Chromium.
      const byDesign = own(message.location().url) && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !byDesign) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => {
      // Aborted by the browser itself: a download, or the rest of a page that the reader has left.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
    });
    page.on('request', (request) => {
      const [to, from] = [request.url(), page.url()];
      if (/^http/.test(from) && /^http|^ws/.test(to) && new URL(to).origin !== new URL(from).origin)
        complaints.push(`elsewhere: ${to}`);
    });
    return await look(page, complaints);
  } finally {
    await context.close();
  }
}

/** The same, for those who walk: at the end there must be no complaint. */
export async function visit<T>(
  browser: Browser,
  { url, ...options }: BrowserContextOptions & { readonly url: string },
  look: (page: Page) => Promise<T>,
): Promise<T> {
  return withPage(browser, options, async (page, complaints) => {
    await page.goto(url);
    const seen = await look(page);
    expect(complaints, url).toEqual([]);
    return seen;
  });
}

export type Expected = { readonly status: number; readonly language: string };

/** What the page says, without the number of the request that an error page gives. */
async function readText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '');
}

/** Bytes of script that a page may make its reader fetch, compressed. */
export const scriptBudget = 50_000;

/**
 * Everything that is wrong with one page, one line each, and at how much was looked. With `prepare` a test plants a
 * fault and sees it being found.
 */
export async function checkPage(
  browser: Browser,
  url: string,
  { status, language }: Expected,
  {
    prepare,
    ...options
  }: BrowserContextOptions & { readonly prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<{ readonly findings: readonly string[]; readonly looked: number }> {
  const withScript = await withPage(browser, options, async (page, complaints) => {
    await prepare?.(page);
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    const answer = await page.goto(url);
    const { findings, looked } = await inspect(page);
    const text = await readText(page);
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    const tell = (wrong: boolean, sentence: string) => (wrong ? [sentence] : []);
    const headings = await page.locator('h1').count();
    const said = await page.locator('html').getAttribute('lang');
    const beyondZoomed = await overflowAt(page, widths.zoomed);
    const beyond = await overflowAt(page, widths.phone);
    // What stands side by side on a desk stands close together there.
    const onPhone = (await inspect(page)).findings.filter((finding) => !findings.includes(finding));
    return {
      text,
      looked,
      findings: [
        ...tell(answer?.status() !== status, `status: ${answer?.status()} instead of ${status}`),
        ...tell(said !== language, `language: ${said} instead of ${language}`),
        ...tell(headings !== 1, `headings: ${headings} of the first level`),
        ...tell(beyond > 0, `width: ${beyond} px beyond a phone`),
        ...tell(beyondZoomed > 0, `zoom: ${beyondZoomed} px beyond a window at 400 %`),
        ...tell(scripts.length === 0, 'script: none seen, so that none was measured'),
        ...tell(bytes > scriptBudget, `script: ${bytes} bytes`),
        ...findings.map((finding) => `axe: ${finding}`),
        ...onPhone.map((finding) => `axe on a phone: ${finding}`),
        ...complaints.map((complaint) => `browser: ${complaint}`),
      ],
    };
  });
  const without = await withPage(browser, { ...options, javaScriptEnabled: false }, async (page) => {
    await page.goto(url);
    return readText(page);
  });
  const same = withScript.text === without && without.length > 0;
  return {
    looked: withScript.looked,
    findings: [...withScript.findings, ...(same ? [] : ['without script: another text'])],
  };
}
