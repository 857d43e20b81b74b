import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics, quoted } from '#platform/analytics.ts';
import { findingsFile, foldersOf, type Receipt, rowsFile } from './receipts.ts';
import { takeIn } from './take-in.ts';

/** Returns of the one-stop shop and payments, as CSV and as a CESOP message; every trader and payment in them is made up. */

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-cesop-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

let files = 0;
async function attempt(text: string) {
  const file = join(home, `f${files++}`);
  await writeFile(file, text);
  return takeIn(analytics, join(home, 'vat'), { file, state: 'BE', received: '2026-05-01' });
}
async function take(text: string) {
  const taken = await attempt(text);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  const { receipt } = taken.value;
  return { receipt, rows: await rowsIn(receipt), findings: await findingsIn(receipt) };
}
const placeOf = ({ state, kind, sha256 }: Receipt) => join(foldersOf(join(home, 'vat'), state, kind), sha256);
const rowsIn = (receipt: Receipt) =>
  analytics.rows(
    `SELECT * REPLACE (strftime(day, '%Y-%m-%d') AS day) FROM read_parquet(${quoted(join(placeOf(receipt), rowsFile))})`.replace(
      receipt.kind === 'payments' ? '' : "* REPLACE (strftime(day, '%Y-%m-%d') AS day)",
      receipt.kind === 'payments' ? '' : '* EXCLUDE (received)',
    ),
  );
async function findingsIn(receipt: Receipt): Promise<readonly (readonly [number, string, string])[]> {
  const lines = (await readFile(join(placeOf(receipt), findingsFile), 'utf8')).split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { row, found } = JSON.parse(line) as { row: number; found: { place: string; code: string }[] };
    return found.map(({ place, code }) => [row, place, code] as const);
  });
}

const returns = 'taxable_person,identification,consumption,period,rate,amount,vat,received,correction';
const payments = 'payee,provider,payment,time,amount,currency,payer_state,refund';

describe('A file of returns of the one-stop shop', () => {
  test('is known by its columns, and its numbers may be of another state than the one that took it', async () => {
    const { receipt, rows } = await take(`${returns}\nNL004495445B01,NL,BE,2026-Q1,21,1000.00,210.00,,\n`);
    expect(receipt).toMatchObject({ kind: 'one_stop_shop', rows: { in: 1, accepted: 1 } });
    expect(rows[0]).toMatchObject({
      ...{ taxable_person: 'NL004495445B01', identification: 'NL', consumption: 'BE', rate: 2100 },
      ...{ cents: 100_000n, vat_cents: 21_000n, period_from: 12 * 2026, period_to: 12 * 2026 + 2 },
    });
  });

  test('keeps apart what is no quarter, no rate, no state or no sound number, and corrects what is plain', async () => {
    const bad = 'BE0403019262,QQ,BE,2026-01,standard,1000.00,210.00,,';
    const plain = 'NL004495445B01,nl,GR,Q1 2026,"5,5 %",10.00,0.55,,';
    const { receipt, rows, findings } = await take(`${returns}\n${bad}\n${plain}\n`);
    expect(receipt.rows).toEqual({ in: 2, accepted: 0, corrected: 1, quarantined: 1 });
    expect(findings.filter(([row]) => row === 1)).toEqual([
      [1, 'taxable_person', 'number_unsound'],
      [1, 'identification', 'state_unknown'],
      [1, 'period', 'period_unreadable'],
      [1, 'rate', 'rate_unreadable'],
    ]);
    expect(rows[0]).toMatchObject({ consumption: 'EL', rate: 550 });
  });
});

const message = (
  payees: string,
  { indication = 'CESOP100', body = 'PaymentDataBody' } = {},
) => `<?xml version="1.0" encoding="UTF-8"?>
<c:CESOP xmlns:c="urn:ec.europa.eu:taxud:fiscalis:cesop:v1" xmlns:cm="urn:eu:taxud:commontypes:v1" version="4.03">
 <c:MessageSpec><c:TransmittingCountry>BE</c:TransmittingCountry><c:MessageType>PMT</c:MessageType>
  <c:MessageTypeIndic>${indication}</c:MessageTypeIndic></c:MessageSpec>
 <c:${body}><c:ReportingPSP><c:PSPId PSPIdType="BIC">SYNTBEBB</c:PSPId></c:ReportingPSP>${payees}</c:${body}>
</c:CESOP>`;
const payment = (id: string, more = '', amount = '<c:Amount currency="EUR">29.9</c:Amount>') => `
 <c:ReportedTransaction${more}><c:TransactionIdentifier>${id}</c:TransactionIdentifier>
  <c:DateTime transactionDateType="CESOP702">2026-02-01T09:00:00Z</c:DateTime>
  <c:DateTime transactionDateType="CESOP701">2026-01-31T23:30:00+01:00</c:DateTime>${amount}
  <c:PayerMS PayerMSSource="IBAN">BE</c:PayerMS></c:ReportedTransaction>`;
const payee = (
  tax: string,
  inside: string,
) => `<c:ReportedPayee><c:Name nameType="BUSINESS">Made up</c:Name><c:Country>NL</c:Country>
 <c:TAXIdentification>${tax}</c:TAXIdentification><c:AccountIdentifier CountryCode="NL" type="IBAN">NL00SYNT0123456789</c:AccountIdentifier>${inside}</c:ReportedPayee>`;
const number = '<c:VATId issuedBy="NL">004495445B01</c:VATId>';

describe('A CESOP message', () => {
  test('gives payees with their payments, by the day on which these were executed', async () => {
    const { receipt, rows } = await take(
      message(
        payee(
          number,
          payment('a') + payment('b', ' IsRefund="true"', '<c:Amount currency="EUR">-5.00</c:Amount>'),
        ) + payee('', payment('c')),
      ),
    );
    expect(receipt).toMatchObject({ kind: 'payments', format: 'cesop', rows: { in: 3, accepted: 3 } });
    const common = { provider: 'SYNTBEBB', day: '2026-01-31', currency: 'EUR', payer_state: 'BE' };
    expect(rows).toMatchObject([
      { ...common, payee: 'NL004495445B01', sound: 1, payment: 'a', cents: 2_990n, refund: 0 },
      { ...common, payee: 'NL004495445B01', sound: 1, payment: 'b', cents: -500n, refund: 1 },
      { ...common, payee: 'NL00SYNT0123456789', sound: 0, payment: 'c', cents: 2_990n, refund: 0 },
    ]);
  });

  test('says the same as a CSV of the same payments', async () => {
    const xml = await take(message(payee(number, payment('x'))));
    const csv = await take(
      `${payments}\nNL004495445B01,SYNTBEBB,x,2026-01-31T23:30:00+01:00,29.90,EUR,BE,no\n`,
    );
    expect(csv.rows).toEqual(xml.rows);
  });

  test('has each fault told with its path, and every row counted', async () => {
    const odd = payment('d', '', '<c:Amount currency="euro">-1.00</c:Amount>').replace('>BE<', '>ZZ<');
    const { receipt, findings } = await take(
      message(payee(number, odd + payment('e', '', '<c:Amount currency="EUR">-1.00</c:Amount>'))),
    );
    expect(receipt.rows).toEqual({ in: 2, accepted: 0, corrected: 0, quarantined: 2 });
    expect(findings).toEqual([
      [1, 'ReportedPayee[1]/ReportedTransaction[1]/Amount/@currency', 'currency_unknown'],
      [1, 'ReportedPayee[1]/ReportedTransaction[1]/PayerMS', 'state_unknown'],
      [2, 'ReportedPayee[1]/ReportedTransaction[2]/@IsRefund', 'refund_unclear'],
    ]);
  });

  test('that corrects, that is the result of a check, or that is none is refused whole', async () => {
    expect(await attempt(message('', { indication: 'CESOP101' }))).toMatchObject({
      problems: [{ code: 'vat_cesop_correction', params: { kind: 'CESOP101' } }],
    });
    expect(await attempt(message('', { body: 'ValidationResult' }))).toMatchObject({
      problems: [{ code: 'vat_cesop_body' }],
    });
    expect(await attempt('<CESOP xmlns="urn:other"/>')).toMatchObject({
      problems: [{ code: 'vat_cesop_root' }],
    });
    const bomb = message('').replace('<c:CESOP', '<!DOCTYPE c [<!ENTITY a "aaaa">]><c:CESOP');
    expect(await attempt(bomb)).toMatchObject({ problems: [{ code: 'vat_xml_invalid' }] });
  });

  test('in a CSV, too, what is below nothing and no refund is kept apart', async () => {
    const rows = ['a,29.90,no', 'b,-5.00,yes', 'c,-5.00,no'].map((one) => {
      const [id, amount, refund] = one.split(',');
      return `NL004495445B01,SYNTBEBB,${id},2026-01-31,${amount},EUR,BE,${refund}`;
    });
    const { receipt, findings } = await take(`${payments}\n${rows.join('\n')}\n`);
    expect(receipt.rows).toEqual({ in: 3, accepted: 2, corrected: 0, quarantined: 1 });
    expect(findings).toEqual([[3, 'refund', 'refund_unclear']]);
  });

  test('of a quarter without payments is taken, with no rows', async () => {
    const { receipt } = await take(message('', { indication: 'CESOP102' }));
    expect(receipt.rows).toEqual({ in: 0, accepted: 0, corrected: 0, quarantined: 0 });
  });
});
