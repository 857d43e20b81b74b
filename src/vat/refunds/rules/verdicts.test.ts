import { describe, expect, test } from 'vitest';
import { applicationJson, invoiceJson } from '../fixtures/applications.ts';
import { legalFacts } from './legal-facts.ts';
import { checkApplication } from './pre-check.ts';
import { acceptedOf, ofWhole, verdictsOf } from './verdicts.ts';

const check = (...invoices: readonly object[]) =>
  checkApplication(
    applicationJson({
      invoices: invoices.map((change, place) => invoiceJson({ number: `S-${place}`, ...change })),
    }),
    new Map(),
    legalFacts,
  );

describe('An invoice of an application', () => {
  test('stands whole where nothing is against it, and with a warning, which is only looked at', () => {
    const [plain, unknown] = verdictsOf(check({}, { nature: '77' }));
    expect(plain).toMatchObject({ verdict: 'accepted', cents: 210_00, findings: [] });
    expect(unknown).toMatchObject({ verdict: 'accepted', cents: 210_00 });
    expect(unknown?.findings.map(({ code }) => code)).toEqual(['vat_refund_nature_unknown']);
  });

  test('stands in part where more is claimed than its pro rata lets be deducted', () => {
    const [half] = verdictsOf(check({ pro_rata: 50 }));
    expect(half).toMatchObject({ verdict: 'in_part', cents: 105_00 });
    // 21.01 at 50 per cent: 10.505, of which the cent may be rounded up.
    const [cent] = verdictsOf(check({ vat_cents: 21_01, deductible_cents: 21_01, pro_rata: 50 }));
    expect(cent).toMatchObject({ verdict: 'in_part', cents: 10_51 });
  });

  test('gets nothing where its date, its supplier or its number is against it, whatever its amount', () => {
    const found = verdictsOf(
      check(
        { date: '2018-12-31' },
        { supplier: { name: 's', address: 'a', vat_number: 'NL004495445B01' } },
        { pro_rata: 50, date: '2018-12-31' },
        { pro_rata: 0 },
      ),
    );
    expect(found.map(({ verdict, cents }) => [verdict, cents])).toEqual(
      Array.from({ length: 4 }, () => ['refused', 0]),
    );
  });

  test('claimed twice in one application stands once', () => {
    const both = verdictsOf(check({ number: 'S-1' }, { number: 's-1' }));
    expect(both.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused']);
    expect(acceptedOf(both)).toBe(210_00);
  });

  test('has nothing to do with what is against the application as a whole', () => {
    const late = checkApplication(
      applicationJson({ submitted_on: '2020-10-01', invoices: [invoiceJson({ pro_rata: 50 })] }),
      new Map(),
      legalFacts,
    );
    expect(ofWhole(late).map(({ code }) => code)).toEqual(['vat_refund_applied_late']);
    expect(verdictsOf(late).map(({ verdict }) => verdict)).toEqual(['in_part']);
  });
});
