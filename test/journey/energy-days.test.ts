import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { clear } from '../../src/energy/clearing/clear.ts';
import { loadSolver, solverName } from '../../src/energy/clearing/solver.ts';
import { madeUpDay } from '../../src/energy/days/made-up-day.ts';
import { keepRun, runsFolder } from '../../src/energy/runs/kept-runs.ts';
import { modes } from '../../src/energy/runs/run-file.ts';
import { marketDay } from '../../src/energy/time/market-day.ts';
import { checkPage, launchBrowser, visit } from '../support/chromium.ts';

/** The pages of a made-up day that was cleared on this node: nothing is wrong with any of them, and each leads on by keyboard alone. */

const node = inject('node');
const day = '2026-02-11' as PlainDate;
let browser: Browser;
/** Addresses of the run within the domain, below the language. */
let path = '';

beforeAll(async () => {
  browser = await launchBrowser();
  const solver = await loadSolver();
  const asked = { day: marketDay(day, 60), zones: ['BE', 'DE_LU', 'FR', 'NL', 'AT'], seed: 7, blocks: 20 };
  for (const mode of modes.filter((one) => one === 'fb' || one === 'copper')) {
    const cleared = clear(solver, madeUpDay(asked, mode));
    if (!cleared.ok) throw new Error(JSON.stringify(cleared.problems));
    const about = {
      ...{ mode, book: 'synthetic:7', isSynthetic: true, domain: null, day, solver: solverName },
      ...{ borders: null, rights: null, unverified: [] },
      periods: cleared.value.steps.map((_, step) => step + 1),
    };
    const file = await keepRun(runsFolder(node.dataFolder), about, cleared.value);
    if (mode === 'fb') path = `/benelux/practice/energy/days/${basename(file, '.json')}`;
  }
}, 120_000);
afterAll(() => browser?.close());

test.each([
  ['step', 'de', '?step=19'],
  ['domain', 'fr', '/domain?step=19&across=FR&up=NL'],
  ['book', 'de', '/book?step=19&zone=FR'],
  ['ledger', 'fr', '/ledger'],
  ['slice', 'nl', '/domain?step=19&across=FR&up=NL&view=slice&rights=FR%3ENL+50'],
] as const)('%s, %s: nothing is wrong with it', { timeout: 60_000 }, async (_, language, rest) => {
  const { findings, looked } = await checkPage(browser, `${node.url}/${language}${path}${rest}`, {
    ...{ status: 200, language },
  });
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});

test('An edge of the domain leads to its element by keyboard', { timeout: 60_000 }, async () => {
  const url = `${node.url}/en${path}/domain?step=19&across=FR&up=NL`;
  await visit(browser, { url }, async (page) => {
    const edge = page.locator('.plane a:visible').nth(2);
    const [, element = ''] = (await edge.getAttribute('aria-label'))?.match(/^Edge 3: (element \d+)/) ?? [];
    expect(element).not.toBe('');
    await edge.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/element=\d+#element$/);
    expect(await page.locator('#element h3').innerText()).toBe(element);
  });
});

test('Rights that cannot be read are refused, and say how to write them', { timeout: 60_000 }, async () => {
  const headers = { accept: 'text/html' };
  const answer = await fetch(`${node.url}/en${path}/domain?rights=all+of+it`, { headers });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/such as “A(>|&gt;)B 300”/);
});

test('The ledger adds up to what was certified, and names its counterfactual', {
  timeout: 60_000,
}, async () => {
  await visit(browser, { url: `${node.url}/en${path}/ledger` }, async (page) => {
    expect(await page.locator('#gained .verdict').innerText()).toContain('add up to the certified welfare');
    const all = await page.locator('#gained tfoot td').last().innerText();
    expect(await page.locator('#gained .verdict').innerText()).toContain(`Certified: ${all}`);
    expect(await page.locator('#beside').innerText()).toContain(
      'the same orders, as if the grid limited nothing',
    );
  });
});

test('The slider leads to another step by keyboard, without a script', { timeout: 60_000 }, async () => {
  const url = `${node.url}/en${path}?step=19&zone=FR`;
  await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
    await page.locator('#step').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#prices form button').click();
    await page.waitForURL(/step=20/);
    expect(await page.locator('#prices').innerText()).toContain('Step 20 of 24');
    expect(await page.locator('#split').innerText()).toContain('Price in FR');
  });
});
