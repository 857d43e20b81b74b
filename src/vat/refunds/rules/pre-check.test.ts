import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicationJson as application, invoiceJson as invoice } from '../fixtures/applications.ts';
import { isBic, isSoundIban } from './account.ts';
import { legalFacts } from './legal-facts.ts';
import { type ClaimedInvoices, checkApplication } from './pre-check.ts';

fc.configureGlobal({ seed: 20080214 });

const check = (json: unknown, claimed: ClaimedInvoices = new Map()) =>
  checkApplication(json, claimed, legalFacts);
const found = (json: unknown, claimed?: ClaimedInvoices) =>
  check(json, claimed).findings.map(({ path, code, severity }) => `${severity} ${path} ${code}`);

describe('Before it forwards an application, the state of establishment', () => {
  test('finds nothing in one that is whole, and says what it comes to', () => {
    expect(check(application())).toMatchObject({ findings: [], invoices: 1, deductible: 210_00, copies: 1 });
  });

  test('says all that is missing or no such thing in one run, each at its place', () => {
    const broken = application({
      applicant: { name: ' ', vat_number: 'NL004495446B01', email: 'nobody', status: 'rich', mood: 'good' },
      account: 'my bank',
      period: { from: '2019-02-30', to: '2019-12-31' },
      invoices: [invoice({ vat_cents: 21.5, date: undefined }), 7],
    });
    expect(found(broken)).toEqual([
      'error account vat_refund_field_invalid',
      'error applicant.name vat_refund_field_invalid',
      'error applicant.address vat_refund_field_missing',
      'error applicant.activity vat_refund_field_missing',
      'error applicant.email vat_refund_field_invalid',
      'error applicant.vat_number vat_refund_number_unsound',
      'error applicant.status vat_refund_field_invalid',
      'error period.from vat_refund_field_invalid',
      'error invoices[0].date vat_refund_field_missing',
      'error invoices[0].vat_cents vat_refund_field_invalid',
      'error invoices[1] vat_refund_field_invalid',
      'warning applicant.mood vat_refund_field_unknown',
    ]);
    expect(found('claim')).toEqual(['error  vat_refund_not_an_application']);
    expect(found([])).toEqual(['error  vat_refund_not_an_application']);
    expect(found({}).length).toBe(9);
  });

  test('forwards nothing of those who may claim nothing', () => {
    const of = (status: string) => application({ applicant: { ...application().applicant, status } });
    for (const status of ['exempt_only', 'small_business', 'flat_rate_farmer'])
      expect(found(of(status))).toEqual(['error applicant.status vat_refund_not_entitled']);
    expect(found(application({ no_supplies_in_refund_state: false }))).toEqual([
      'error no_supplies_in_refund_state vat_refund_supplies_there',
    ]);
    expect(found(application({ refund_state: 'NL', invoices: [] }))).toEqual([
      'error invoices vat_refund_field_invalid',
      'error refund_state vat_refund_own_state',
    ]);
    expect(found(application({ refund_state: 'US', invoices: [invoice()] }))).toEqual([
      'error refund_state vat_refund_state_unknown',
      'error invoices[0].supplier.vat_number vat_refund_supplier_elsewhere',
    ]);
  });

  test('takes 30 September of the next year as the last day, and a period within one calendar year', () => {
    expect(found(application({ submitted_on: '2020-10-01' }))).toEqual([
      'error submitted_on vat_refund_applied_late',
    ]);
    const period = (from: string, to: string) => found(application({ period: { from, to } }));
    expect(period('2018-07-01', '2019-06-30')).toContain('error period vat_refund_period_two_years');
    expect(period('2019-06-30', '2019-01-01')).toContain('error period vat_refund_period_backwards');
    expect(period('2019-02-01', '2019-03-31')).toContain('warning period vat_refund_period_short');
    // The rest of a year may be shorter; the invoice of March comes with it, because it may.
    expect(period('2019-12-01', '2019-12-31')).toEqual([
      'warning invoices[0].date vat_refund_invoice_before',
    ]);
  });

  test('turns nobody away by a threshold that was not read in the law: it warns', () => {
    const small = (cents: number, to = '2019-12-31') =>
      found(
        application({
          period: { from: '2019-01-01', to },
          invoices: [invoice({ vat_cents: cents, deductible_cents: cents })],
        }),
      );
    expect(small(50_00)).toEqual([]);
    expect(small(49_99)).toEqual(['warning invoices vat_refund_amount_small']);
    expect(small(400_00, '2019-03-31')).toEqual([]);
    expect(small(399_99, '2019-03-31')).toEqual(['warning invoices vat_refund_amount_small']);
    expect(found(application({ currency: 'SEK' }))).toEqual(['warning invoices vat_refund_least_not_known']);
  });

  test('looks at each invoice: its day, its supplier, its amounts, what it was for', () => {
    const one = (change: object) => found(application({ invoices: [invoice(change)] }));
    expect(one({ date: '2020-01-01' })).toEqual(['error invoices[0].date vat_refund_invoice_outside']);
    expect(one({ date: '2018-12-31' })).toEqual(['error invoices[0].date vat_refund_invoice_outside']);
    expect(found(application({ submitted_on: '2019-03-03' }))).toEqual([
      'error invoices[0].date vat_refund_invoice_after_application',
    ]);
    expect(one({ supplier: { ...invoice().supplier, vat_number: 'LU15027442' } })).toEqual([
      'error invoices[0].supplier.vat_number vat_refund_supplier_elsewhere',
    ]);
    expect(one({ vat_cents: 1_000_01 })).toEqual(['error invoices[0].vat_cents vat_refund_vat_over_taxable']);
    expect(one({ pro_rata: 33, deductible_cents: 69_30 })).toEqual([]);
    expect(one({ pro_rata: 33, deductible_cents: 69_31 })).toEqual([
      'error invoices[0].deductible_cents vat_refund_deductible_over',
    ]);
    expect(one({ taxable_cents: 50_000_000_001 })).toEqual([
      'error invoices[0].taxable_cents vat_refund_field_invalid',
    ]);
    expect(one({ nature: '11' })).toEqual(['warning invoices[0].nature vat_refund_nature_unknown']);
  });

  test('finds an invoice that was claimed before, in this claim or in another, however it is written', () => {
    const claimed: ClaimedInvoices = new Map();
    const twice = application({ invoices: [invoice(), invoice({ number: 's-2019-0 01' })] });
    expect(check(twice, claimed).findings).toMatchObject([
      {
        code: 'vat_refund_invoice_twice',
        path: 'invoices[1]',
        params: { claim: 'synthetic-1', place: 'invoices[0]' },
      },
    ]);
    const other = application({
      id: 'synthetic-2',
      invoices: [invoice({ number: 'S2019/001' }), invoice({ number: 'S-2' })],
    });
    expect(found(other, claimed)).toEqual(['warning invoices[0] vat_refund_invoice_alike']);
    const nextYear = application({
      period: { from: '2020-01-01', to: '2020-12-31' },
      invoices: [invoice({ date: '2020-03-04' })],
    });
    expect(found(nextYear, claimed)).toEqual([]);
  });

  test('is disturbed by nothing that it is given', () => {
    const base = application();
    const broken = fc
      .tuple(fc.constantFrom(...Object.keys(base)), fc.jsonValue({ maxDepth: 3 }))
      .map(([key, value]) => ({ ...base, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(broken, fc.jsonValue()), (json) => {
        const first = check(json);
        expect(check(json)).toEqual(first);
        expect(first.deductible).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('An account', () => {
  test('has an IBAN whose check digits are right', () => {
    // Examples of the registry of IBAN formats.
    for (const iban of [
      'BE68539007547034',
      'NL91ABNA0417164300',
      'LU280019400644750000',
      'DE89370400440532013000',
    ])
      expect(isSoundIban(iban)).toBe(true);
    for (const none of [
      '',
      'BE68',
      'BE68539007547035',
      'BE01539007547034',
      'be68 5390 0754 7034 x',
      '68BE539007547034',
    ])
      expect(isSoundIban(none)).toBe(false);
    expect(isSoundIban('be68 5390 0754 7034')).toBe(true);
  });

  test('whose digits are changed in one place, or two that stand side by side turned round, is none', () => {
    const iban = 'BE68539007547034';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digit = (Number(iban[place]) + more) % 10;
        expect(isSoundIban(`${iban.slice(0, place)}${digit}${iban.slice(place + 1)}`)).toBe(false);
      }),
    );
    for (let place = 2; place < 15; place += 1) {
      const turned = `${iban.slice(0, place)}${iban[place + 1]}${iban[place]}${iban.slice(place + 2)}`;
      if (turned !== iban) expect(isSoundIban(turned)).toBe(false);
    }
  });

  test('has a BIC of eight signs, or eleven with its branch', () => {
    expect(['ABNANL2A', 'KREDBEBB', 'KREDBEBBXXX'].every(isBic)).toBe(true);
    expect(['ABNANL2', 'abnanl2a', 'ABNANL2AXX', 'ABNA1L2A'].some(isBic)).toBe(false);
  });
});
