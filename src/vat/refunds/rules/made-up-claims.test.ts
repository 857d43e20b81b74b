import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { madeUpVatNumber } from '../../made-up/vat-numbers.ts';
import { legalFacts } from './legal-facts.ts';
import { madeUpClaims, madeUpDebts } from './made-up-claims.ts';
import { checkApplication } from './pre-check.ts';
import { ofWhole, verdictsOf } from './verdicts.ts';

const numberOf = (place: number) => madeUpVatNumber('NL', place);

describe('Claims that are made up', () => {
  test('can be claimed whenever they are made: nothing is against the whole of any, whatever the day', () => {
    for (let days = 0; days < 366; days += 7) {
      const today = addDays(day('2026-01-01'), days);
      const made = madeUpClaims(today, '1', 'BE', numberOf, madeUpVatNumber('BE', 9));
      for (const { application } of made) {
        const check = checkApplication(application, new Map(), legalFacts);
        const errors = ofWhole(check).filter(({ severity }) => severity === 'error');
        expect(errors, `${today} ${String(application.id)}`).toEqual([]);
      }
    }
  });

  test('have invoices of each verdict, and say that they are made up', () => {
    const [, second] = madeUpClaims(day('2026-11-27'), '1', 'BE', numberOf, madeUpVatNumber('BE', 9));
    const check = checkApplication(second?.application, new Map(), legalFacts);
    expect(new Set(verdictsOf(check).map(({ verdict }) => verdict))).toEqual(
      new Set(['accepted', 'in_part', 'refused']),
    );
    expect(String(second?.application.id)).toContain('made-up');
    for (const { reference } of madeUpDebts(day('2026-11-27'), '1')) expect(reference).toContain('made-up');
  });
});
