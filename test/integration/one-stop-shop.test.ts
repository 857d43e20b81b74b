import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { openAnalytics } from '#platform/analytics.ts';
import { systemClock } from '#platform/clock.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { listReceipts } from '../../src/vat/intake/receipts.ts';
import { takeIn } from '../../src/vat/intake/take-in.ts';
import { compareQuarter } from '../../src/vat/one-stop-shop/compare-quarter.ts';
import { recordComparison } from '../../src/vat/one-stop-shop/store.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { runCommand } from '../support/run-command.ts';

/** Returns of the one-stop shop beside payments, from files to pages and by commands; traders and payments are made up. */

const register = 'demo-2020' as RegisterId;
const [shop, other] = ['NL004495445B01', 'NL123456782B90'];
const quarter = { quarter: '2026-Q1', from: 12 * 2026, to: 12 * 2026 + 2 };
const path = '/en/demo-2020/practice/vat/one-stop-shop';

const head = 'taxable_person,identification,consumption,period,rate,amount,vat,received,correction';
const returns = [
  `${shop},NL,BE,2026-Q1,21,500.00,105.00,2026-04-20,`,
  // Corrected later: the first line is no more.
  `${shop},NL,BE,2026-Q1,21,1000.00,210.00,2026-05-20,replace`,
  `${shop},NL,BE,2026-Q1,6,100.00,6.00,2026-04-20,`,
  `${other},NL,BE,2026-Q1,21,10.00,2.10,2026-04-20,`,
  // Of another quarter.
  `${shop},NL,BE,2025-Q4,21,9999.00,2099.79,2026-01-20,`,
];
const paid = (payee: string, count: number, amount: string, more = 'EUR,BE,no', from = 0) =>
  Array.from(
    { length: count },
    (_, at) => `${payee},SYNT,${payee}-${from + at},2026-02-10T10:00:00Z,${amount},${more}`,
  );
const payments = [
  'payee,provider,payment,time,amount,currency,payer_state,refund',
  ...paid(shop, 30, '100.00'),
  ...paid(shop, 1, '-100.00', 'EUR,BE,yes', 30),
  ...paid(other, 3, '40.00'),
  ...paid('NL00SYNT0123456789', 2, '7.00', 'USD,BE,no'),
].join('\n');

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let home: string;
beforeAll(async () => {
  opened = await openFirstRegister();
  await loadDemonstration(opened.database, systemClock);
  home = await mkdtemp(join(tmpdir(), 'tripoint-oss-'));
  await chmod(home, 0o755);
}, 60_000);
afterAll(async () => {
  await opened.close();
  await rm(home, { recursive: true });
});

/** What Belgium holds, taken in in some order. */
async function compared(name: string, texts: readonly string[]) {
  const folder = join(home, name);
  const analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(folder, 'spill') });
  try {
    for (const [at, text] of texts.entries()) {
      const file = join(home, `${name}-${at}.csv`);
      await writeFile(file, text);
      const taken = await takeIn(analytics, folder, { file, state: 'BE', received: '2026-05-01' });
      expect(taken.ok, JSON.stringify(taken)).toBe(true);
    }
    return await compareQuarter(analytics, folder, await listReceipts(folder), 'BE', quarter);
  } finally {
    analytics.close();
  }
}
const declared = `${head}\n${returns.join('\n')}\n`;

async function signIn(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  expect((await browser.post('/sign-in', { register, role: 'player', party, body })).statusCode).toBe(303);
  return browser;
}

describe('Payments beside returns', () => {
  test('are compared as both stand, with the rows behind each and whatever is in the way', async () => {
    const { entries, summary } = await compared('first', [declared, payments]);
    expect(summary).toMatchObject({ entries: 3, compared: 1, kept: 3 });
    const [first, second, third] = entries;
    expect(first).toMatchObject({
      ...{ payee: shop, consumption: 'BE', payments: 30, refunds: 1, refunded: 10_000, inflow: 290_000 },
      ...{
        declared: { base: 110_000, vat: 21_600, lines: 2 },
        difference: 158_400,
        obstacles: [],
        rowsInAll: 33,
      },
    });
    expect(first?.ratio).toBeCloseTo(290_000 / 131_600, 10);
    expect(first?.rows).toHaveLength(33);
    expect(first?.rows[0]).toMatchObject({
      side: 'declared',
      cents: 100_000,
      vat: 21_000,
      rate: 2_100,
      row: 2,
    });
    expect(second).toMatchObject({
      payee: other,
      difference: 10_790,
      ratio: null,
      obstacles: ['below_threshold'],
    });
    expect(third).toMatchObject({
      ...{ payee: 'NL00SYNT0123456789', inflow: null, declared: null },
      obstacles: ['no_return', 'not_identified', 'below_threshold', 'other_currency'],
    });
  });

  test('come to the same in any order of files, and a payment that two files report counts once', async () => {
    const one = await compared('one', [declared, payments]);
    const two = await compared('two', [payments, declared]);
    expect(two).toEqual(one);
    const twice = await compared('twice', [
      declared,
      payments,
      `${payments}\n${paid('x'.repeat(5), 1, '1.00').join('')}`,
    ]);
    expect(twice.entries[0]).toMatchObject({ payments: 30, inflow: 290_000 });
  });

  test('are shown to delegates of the state that holds the files, by size, and to nobody else', async () => {
    const { entries, ...comparison } = await compared('shown', [declared, payments]);
    const record = () =>
      opened.database.write((tx) => recordComparison(tx, systemClock, register, { ...comparison, entries }));
    expect([await record(), await record()]).toEqual([true, false]);
    const be = await signIn('BE', 'fisc-moss');
    const page = (await be.get(path)).body;
    expect(page).toContain(shop);
    expect(page.indexOf(shop)).toBeLessThan(page.indexOf(other));
    expect(page).toContain('A difference is no finding');
    expect(page).toContain('no more than 25 payments');
    const entry = `${path}/${comparison.id}/1`;
    expect((await be.get(entry)).body).toContain('Declared VAT');
    expect((await be.get(`${path}?format=csv`)).body).toContain(`${shop},BE,290000,30,1,110000,21600,158400`);
    for (const browser of [
      await signIn('NL', 'fisc-moss'),
      await signIn('BE', 'fisc-mtic'),
      await signIn('BE', ''),
      await signIn('', 'fisc-moss'),
      openBrowser(opened.server),
    ])
      for (const address of [path, entry, `${path}?comparison=${comparison.id}`, `${path}?format=json`])
        for (const secret of [shop, other, 'NL00SYNT'])
          expect((await browser.get(address)).body).not.toContain(secret);
    for (const place of ['0', '4', '1e1', '-1', 'x'])
      expect((await be.get(`${path}/${comparison.id}/${place}`)).body).not.toContain('Declared VAT');
  });

  test('are made up for a state that has none, marked so, in a made-up register alone', async () => {
    const nl = await signIn('NL', 'fisc-moss');
    expect((await nl.get(path)).body).toContain('/do/one-stop-shop/make_up');
    const make = (browser: Browser, party: string, where: string = register) =>
      browser.postJson(`/api/${where}/one-stop-shop/make_up`, { party });
    expect((await make(await signIn('BE', 'fisc-moss'), 'NL')).statusCode).toBe(403);
    const made = await make(nl, 'NL');
    expect(made.statusCode, made.body).toBe(200);
    for (const [language, word] of [
      ['en', 'Made up, to look at'],
      ['nl', 'Verzonnen, om te bekijken'],
      ['fr', 'Inventé, pour voir'],
      ['de', 'Erfunden, zum Ansehen'],
    ] as const)
      expect((await nl.get(path.replace('/en/', `/${language}/`))).body).toContain(word);
    const table = JSON.parse((await nl.get(`${path}?format=json`)).body) as {
      rows: { difference: number | null; ratio: number | null }[];
    };
    expect(table.rows).toHaveLength(14);
    expect(table.rows.filter(({ ratio }) => ratio !== null && ratio > 2)).toHaveLength(1);
    const [, entry = ''] =
      /href="([^"]*one-stop-shop\/[0-9a-f]{64}\/1[^"]*)"/.exec((await nl.get(path)).body) ?? [];
    expect((await nl.get(entry)).body).toContain('Made up, to look at');
    const again = await make(nl, 'NL');
    expect(again.statusCode, again.body).toBe(200);
    expect((await (await signIn('BE', 'fisc-moss')).get(path)).body).not.toContain('Made up, to look at');
  });

  test('are compared by commands, and asked again nothing changes', async () => {
    const data = join(home, 'data');
    const files = [join(home, 'returns.csv'), join(home, 'payments.csv')];
    await writeFile(files[0] as string, declared);
    await writeFile(files[1] as string, payments);
    const taken = await runCommand(data, ['vat', 'ingest', ...files, '--state', 'BE', '--json']);
    expect(JSON.parse(taken.stdout).files).toMatchObject([{ kind: 'one_stop_shop' }, { kind: 'payments' }]);
    const compare = ['vat', 'compare-payments', '--quarter', '2026-Q1', '--json'];
    const [made, again] = [await runCommand(data, compare), await runCommand(data, compare)];
    expect(JSON.parse(made.stdout).comparisons).toMatchObject([
      { state: 'BE', wasThere: false, summary: { entries: 3, compared: 1 } },
    ]);
    expect(JSON.parse(again.stdout).comparisons).toMatchObject([{ wasThere: true }]);
    const wrong = await runCommand(data, ['vat', 'compare-payments', '--quarter', '2026-01']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('2026-Q1')]);
  }, 120_000);
});
