import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemClock, todayOn } from '../../src/platform/clock.ts';
import { checkPage, launchBrowser } from '../support/chromium.ts';
import { signInOn, yearRegister } from '../support/year.ts';

/** The pages that only those concerned see, full, in a real browser; names of officers and cases are made up and say so. */

const node = inject('node').url;
const today = todayOn(systemClock);
const exchange = '/practice/exchange';
let browser: Browser;
let asBelgium: BrowserContextOptions;
const ids: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchBrowser();
  const headers = await signInOn(node, { party: 'BE' });
  const cookies = String(headers.cookie)
    .split('; ')
    .map((one) => {
      const [name = '', value = ''] = one.split(/=(.*)/s);
      const { hostname: domain } = new URL(node);
      const none = { path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
      return { name, value, domain, ...none };
    });
  asBelgium = { storageState: { cookies, origins: [] } };
  const act = async (name: string, input: object) => {
    const answer = await fetch(`${node}/api/${yearRegister}/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    const { subject } = (await answer.json()) as { subject: string };
    return subject.split('/')[1] ?? '';
  };
  for (const number of [1, 2]) {
    const id = await act('authorisations/list', {
      party: 'BE',
      officer_party: 'NL',
      officer: `synthetic-officer-${number}`,
      data_set: 'registers',
      service: 'Synthetic service',
      basis: 'ferry-recommendation',
      trained_on: '2026-02-01',
      from: today,
      until: '2030',
      dormant_after_days: 90,
    });
    ids.authorisation = id;
  }
  const { authorisation: id } = ids;
  await act('authorisations/review', { id, note: 'Still needed (synthetic)' });
  ids.use = await act('improper-uses/record', { id, found: 'Asked without a case (synthetic)', on: today });
  await act('authorisations/suspend', { id, reason: 'Until it is clear (synthetic)' });
  ids.consent = await act('consents/give', {
    party: 'BE',
    receiver: 'NL',
    instrument: 'ferry-recommendation',
    case_reference: 'synthetic-case-1',
    purpose: 'onward_transfer',
    conditions: 'Only to one prosecutor (synthetic)',
    from: today,
  });
});
afterAll(() => browser?.close());

test.each([
  ['en', 'authorisations', ''],
  ['nl', 'authorisations', 'authorisation'],
  ['fr', 'improper-uses', ''],
  ['de', 'improper-uses', 'use'],
  ['nl', 'consents', ''],
  ['fr', 'consents', 'consent'],
])('%s: nothing is wrong with %s %s', async (language, list, one) => {
  const path = one === '' ? list : `${list}/${ids[one]}`;
  const url = `${node}/${language}/${yearRegister}${exchange}/${path}`;
  const { findings, looked } = await checkPage(browser, url, { status: 200, language }, asBelgium);
  expect(findings).toEqual([]);
  expect(looked).toBeGreaterThan(15);
});

test.each(['authorisations/list', 'authorisations/suspend_service', 'consents/give'])(
  'nothing is wrong with the form of %s',
  async (name) => {
    const url = `${node}/de/${yearRegister}/do/${name}`;
    const { findings } = await checkPage(browser, url, { status: 200, language: 'de' }, asBelgium);
    expect(findings).toEqual([]);
  },
);
