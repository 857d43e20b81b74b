import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock, todayOn } from '#platform/clock.ts';
import { madeUpAgreement } from '../../tools/federation/made-up-agreement.ts';
import {
  defaultFederation,
  type FederationNode,
  type RunningFederation,
  startFederation,
} from '../../tools/federation/start.ts';
import { launchBrowser, visit } from '../support/chromium.ts';
import { findFreePort } from '../support/free-port.ts';
import { runCommand } from '../support/run-command.ts';

/** `npm run federation` in a browser: what one state may see of another follows from the law in force, and from nothing else. */

let folder: string;
let federation: RunningFederation;
let browser: Browser;
const nodeOf = (name: string) => federation.nodes.get(name) as FederationNode;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-journey-'));
  browser = await launchBrowser();
  const inService = { name: 'onlooker', parties: [], duties: ['witness'], testClock: false } as const;
  const specs = [...defaultFederation(0), inService].map(async (spec) => ({
    ...spec,
    port: await findFreePort(),
  }));
  federation = await startFederation(await Promise.all(specs), {
    folder: join(folder, 'nodes'),
    every: 300,
    say: () => {},
  });
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await federation?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** As somebody who acts for the party of a node: signs in, and does what is to be done. */
async function as(name: string, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { url } = nodeOf(name);
  const signIn = `${url}/sign-in?language=en&return=${encodeURIComponent(`/en/benelux${path}`)}`;
  await visit(browser, { url: signIn, locale: 'en-GB' }, async (page) => {
    const form = page.locator('main form', { has: page.locator('select[name="party"]') }).first();
    await form.locator('select[name="party"]').selectOption(name);
    await form.locator('button').first().click();
    await page.waitForURL((address) => address.pathname === `/en/benelux${path}`);
    await work(page);
  });
}

/** An officer of the Netherlands asks Belgium by a form; what he is told is the text of the page that follows. */
async function askBelgium(
  provision: string,
  wanted: string,
): Promise<{ readonly said: string; readonly id: string }> {
  const told = { said: '', id: '' };
  await as('NL', '/do/exchange/ask', async (page) => {
    await page.locator('select[name="party"]').selectOption('NL');
    const folded = page.locator('main form details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    await page.locator('input[name="to"][value="BE"]').check();
    await page.locator('select[name="provision"]').selectOption(provision);
    await page.fill('[name="wanted"]', wanted);
    await page.fill('[name="case_reference"]', 'SYN-CASE-1');
    if (provision === hits) await page.fill('[name="data_set"]', 'synthetic-persons');
    for (const box of await page.locator('input[name="stated"]').all()) await box.check();
    await page.click('main form[method="post"] button[type="submit"]');
    await page.waitForURL(/\/practice\/exchange\/requests\//);
    told.said = await page.locator('main').innerText();
    told.id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });
  return told;
}

const plates = 'police-2018/13/anpr.reference_list';
const hits = 'police-2018/14/hitnohit';
const today = () => Temporal.PlainDate.from(todayOn(systemClock));

/** What the secretariat has learnt, taken in by its register, made up and marked so. */
async function record(instrument: Readonly<Record<string, unknown>>, knownFrom: string): Promise<void> {
  const file = join(folder, 'learnt.json');
  await writeFile(file, JSON.stringify(await madeUpAgreement('.', instrument, knownFrom)));
  const { status, stderr } = await runCommand(nodeOf('secretariat').dataFolder, ['import', file]);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
}

/** What the nodes answer to a command of now that the secretariat signed: the one in service does not let its clock be moved. */
const movedBy = { NL: 204, BE: 204, LU: 204, witness: 204, secretariat: 204, onlooker: 403 };

/** By how much the clocks of the exercise are ahead. */
let ahead = Temporal.Duration.from({ seconds: 0 });
async function moveClocks(to: Temporal.PlainDate): Promise<void> {
  const instant = to.toZonedDateTime({ timeZone: 'UTC', plainTime: '10:00' }).toInstant();
  const words = ['exchange', 'clock', instant.toString(), '--url', nodeOf('secretariat').url, '--json'];
  const { status, stdout } = await runCommand(nodeOf('secretariat').dataFolder, [
    ...words,
    '--at',
    systemClock.now().add(ahead).toString(),
  ]);
  // The onlooker is a finding.
  expect(status).toBe(1);
  expect(JSON.parse(stdout).moved).toEqual(movedBy);
  ahead = systemClock.now().until(instant);
}

test('a node that was not started for an exercise lets nobody move its clock, though the secretariat says so, and now', async () => {
  const { dataFolder, url } = nodeOf('secretariat');
  const words = ['exchange', 'clock', systemClock.now().toString(), '--url', url, '--json'];
  const { status, stdout } = await runCommand(dataFolder, words);
  expect([status, JSON.parse(stdout).moved]).toEqual([1, movedBy]);
});

test('an officer asks another state: allowed, denied for want of an agreement, allowed when it is in force, and closed by its denunciation', async () => {
  const allowed = await askBelgium(plates, 'SYN-001-A');
  expect(allowed.said).toContain('Answered');
  expect(allowed.said).toContain('stop and report');
  expect(allowed.said).toMatch(/Article 13 of .*police treaty/i);

  // Both have it in their logs, each as its own.
  await as('BE', '/practice/exchange/requests', async (page) => {
    const rows = page.locator('[data-rows]');
    expect(await rows.innerText()).toContain('Put to us');
    await page.locator(`a[href*="${allowed.id}"]`).first().click();
    await page.waitForURL(/requests\//);
    expect(await page.locator('#request').innerText()).toContain('SYN-CASE-1');
  });

  const denied = await askBelgium(hits, 'SYN-PERSON');
  expect(denied.said).toContain('Denied');
  expect(denied.said).toContain('article 14(5): no implementing agreement in force between');
  expect(denied.said).toMatch(/between Belgium and (the )?Netherlands/);

  const start = today();
  await record({ adopted: String(start), in_force: String(start.add({ days: 1 })) }, String(start));
  expect((await askBelgium(hits, 'SYN-PERSON')).said).toContain('Denied');

  await moveClocks(start.add({ days: 1 }));
  const open = await askBelgium(hits, 'SYN-001-A');
  expect(open.said).toContain('Answered');
  // Whether there is something, and no more than that (article 14).
  expect(open.said).toContain('hit');
  expect(open.said).not.toContain('stop and report');

  // Belgium gives notice that day: bound for six months more, and not a day longer.
  const notice = start.add({ days: 1 });
  await record(
    {
      adopted: String(start),
      in_force: String(start.add({ days: 1 })),
      denunciations: [{ party: 'BE', notice: String(notice) }],
    },
    String(notice),
  );
  const last = notice.add({ months: 6 }).subtract({ days: 1 });
  await moveClocks(last);
  expect((await askBelgium(hits, 'SYN-001-A')).said).toContain('Answered');
  await moveClocks(notice.add({ months: 6 }));
  const closed = await askBelgium(hits, 'SYN-001-A');
  expect(closed.said).toContain('Denied');
  expect(closed.said).toContain('no implementing agreement in force');
}, 300_000);
