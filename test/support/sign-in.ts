import type { Browser, BrowserContext } from 'playwright-core';

/** Cookies of someone who has chosen the first role of the demonstration sign-in. */
export async function signIn(
  browser: Browser,
  node: string,
): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${node}/sign-in`);
  await page.click('main form button');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const state = await context.storageState();
  await context.close();
  return state;
}
