import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics } from '#platform/analytics.ts';
import { listReceipts } from '../intake/receipts.ts';
import { takeIn } from '../intake/take-in.ts';
import { listDeclared, listPaid, openQuarter } from './declared.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-returned-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

const head = 'taxable_person,identification,consumption,period,rate,amount,vat,received,correction';
const line = (amount: string, vat: string, correction: string, received = '2026-04-20') =>
  `NL004495445B01,NL,BE,2026-Q1,21,${amount},${vat},${received},${correction}`;

/** What stands of one line of a return after these rows, each list of which came in a file of its own; euro cents. */
async function standing(...files: readonly (readonly string[])[]) {
  const folder = await mkdtemp(join(home, 'one-'));
  for (const [at, rows] of files.entries()) {
    const file = join(folder, `${at}.csv`);
    await writeFile(file, `${[head, ...rows].join('\n')}\n`);
    const taken = await takeIn(analytics, folder, { file, state: 'BE', received: '2026-05-01' });
    expect(taken).toMatchObject({ value: { receipt: { rows: { quarantined: 0 } } } });
  }
  const quarter = { quarter: '2026-Q1', from: 12 * 2026, to: 12 * 2026 + 2 };
  await openQuarter(analytics, folder, await listReceipts(folder), quarter);
  const [found] = await listDeclared(analytics);
  return found && { base: found.base, vat: found.vat, lines: found.lines };
}

describe('A line of a return that is corrected on the day on which it came', () => {
  const [first, replaced, added] = [
    line('500.00', '105.00', ''),
    line('1000.00', '210.00', 'replace'),
    line('10.00', '2.10', 'add'),
  ] as const;
  const expected = { base: 101_000, vat: 21_210, lines: 2 };

  test('stands as it was replaced and with what was added, in whatever order rows are written', async () => {
    expect(await standing([first, replaced, added])).toEqual(expected);
    expect(await standing([added, replaced, first])).toEqual(expected);
  });

  test('stands the same whichever file has the lower hash', async () => {
    // Rows of other traders make the bytes of the files, and so the order of their hashes, others each time.
    for (const other of ['1.00', '2.00', '3.00', '4.00', '5.00', '6.00']) {
      const more = `NL123456782B90,NL,LU,2025-Q4,17,${other},0.17,2026-01-20,`;
      expect(await standing([first, more], [replaced], [added]), other).toEqual(expected);
    }
  });

  test('is replaced by what came on a later day, with what was added before', async () => {
    const later = line('700.00', '147.00', 'replace', '2026-04-21');
    expect(await standing([first, added, later])).toEqual({ base: 70_000, vat: 14_700, lines: 1 });
  });
});

test('A payment that is told anew counts once, as the file has it that came last, whichever has the lower hash', async () => {
  const columns = 'payee,provider,payment,time,amount,currency,payer_state,refund';
  for (const other of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const folder = await mkdtemp(join(home, 'paid-'));
    for (const [received, amount] of [
      ['2026-05-20', '40.00'],
      ['2026-05-01', '30.00'],
    ] as const) {
      const file = join(folder, `${received}.csv`);
      const row = (id: string, cents: string) =>
        `NL004495445B01,SYNTBEBB,${id},2026-01-31,${cents},EUR,BE,no`;
      await writeFile(file, `${[columns, row('p', amount), row(other, '0.01')].join('\n')}\n`);
      expect(await takeIn(analytics, folder, { file, state: 'BE', received })).toMatchObject({ ok: true });
    }
    const quarter = { quarter: '2026-Q1', from: 12 * 2026, to: 12 * 2026 + 2 };
    await openQuarter(analytics, folder, await listReceipts(folder), quarter);
    expect(await listPaid(analytics), other).toMatchObject([{ payments: 2, paid: 4_001 }]);
  }
});
