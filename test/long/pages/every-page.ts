import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { checkPage, launchBrowser } from '../../support/chromium.ts';
import { addressOf, pagesToVisit } from '../../support/pages-to-visit.ts';

const node = inject('node').url;

/** Every public page in every language, or each in the next one, in one look: a file for each, so that what one found is kept when another is ended. */
export function visitEveryPage(
  look: (browser: Browser, node: string) => BrowserContextOptions | Promise<BrowserContextOptions>,
  which: 'every language' | 'in turn' = 'every language',
): void {
  let browser: Browser;
  let options: BrowserContextOptions;
  beforeAll(async () => {
    browser = await launchBrowser();
    options = await look(browser, node);
  });
  afterAll(() => browser?.close());

  const cases = pagesToVisit.flatMap((page, index) =>
    languages
      .filter((_, place) => which === 'every language' || place === (index + 2) % languages.length)
      .map((language) => ({ name: page.name, page, language })),
  );

  test.each(cases)('$name, $language', async ({ page, language }) => {
    const expected = { status: page.status ?? 200, language };
    const address = `${node}${addressOf(page, language)}`;
    const { findings, looked } = await checkPage(browser, address, expected, options);
    expect(findings).toEqual([]);
    expect(looked).toBeGreaterThan(15);
  });
}
