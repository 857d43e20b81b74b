import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { checkPage, launchBrowser } from '../support/chromium.ts';
import { addressOf, pagesToVisit } from '../support/pages-to-visit.ts';
import { signIn } from '../support/sign-in.ts';

/** Every public page in every language, for a visitor in light and in dark, and for someone signed in, who sees it dense. */

const node = inject('node').url;
let browser: Browser;
let signedIn: BrowserContextOptions;
beforeAll(async () => {
  browser = await launchBrowser();
  signedIn = { storageState: await signIn(browser, node) };
});
afterAll(() => browser?.close());

const looks = ['light', 'dark', 'dense'] as const;
const optionsOf = (look: (typeof looks)[number]): BrowserContextOptions =>
  look === 'dense' ? signedIn : { colorScheme: look };

const cases = pagesToVisit.flatMap((page) =>
  languages.flatMap((language) => looks.map((look) => ({ name: page.name, page, language, look }))),
);

test.each(cases)('$name, $language, $look', async ({ page, language, look }) => {
  const expected = { status: page.status ?? 200, language };
  const { findings, looked } = await checkPage(
    browser,
    `${node}${addressOf(page, language)}`,
    expected,
    optionsOf(look),
  );
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});
