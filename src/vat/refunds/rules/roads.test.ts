import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { byConsent, byRequest, bySetOff, claim, debt } from '../fixtures/claims.ts';
import type { Debt, Road } from '../model.ts';
import { legalFacts } from './legal-facts.ts';
import { inOrder, lackingOfRoad, verdictOn } from './roads.ts';

fc.configureGlobal({ seed: 20100316 });

const on = day('2020-11-10');
const large = debt('d', { cents: 1_500_00 });
const lacking = (road: Road, debts: readonly Debt[] = [large]) =>
  lackingOfRoad(road, claim, debts, on, legalFacts).map(({ code }) => code);
const verdict = (one: Debt, road: Road = byConsent()) => {
  const { use, findings } = verdictOn(one, road, claim, on, legalFacts);
  return [use, ...findings.map(({ code }) => code)];
};

describe('A transfer with consent (Reg. 904/2010, art. 48)', () => {
  test('needs a consent that the applicant signed for this claim, before it, and did not withdraw', () => {
    expect(lacking(byConsent())).toEqual([]);
    expect(lacking({ kind: 'consent_transfer', consent: null })).toEqual(['vat_offset_consent_missing']);
    expect(lacking(byConsent({ signedOn: on }))).toEqual([]);
    expect(lacking(byConsent({ withdrawnOn: day('2020-11-11') }))).toEqual([]);
    expect(
      lacking(
        byConsent({ claim: 'x', signedBy: 'BE0403019261', signedOn: day('2020-11-11'), withdrawnOn: on }),
      ),
    ).toEqual([
      'vat_offset_consent_of_another_claim',
      'vat_offset_consent_of_another',
      'vat_offset_consent_later',
      'vat_offset_consent_withdrawn',
    ]);
  });

  test('meets what is owed in VAT to the state of establishment, as far as the consent goes', () => {
    expect(verdict(debt('d'))).toEqual(['set_off']);
    expect(verdict(debt('d', { creditor: 'LU' }))).toEqual(['pass_over', 'vat_debt_not_of_establishment']);
    expect(verdict(debt('d', { tax: 'other' }))).toEqual(['pass_over', 'vat_debt_not_of_establishment']);
    expect(verdict(debt('d', { assessedOn: day('2020-06-02') }))).toEqual([
      'pass_over',
      'vat_debt_not_consented',
    ]);
    expect(verdict(debt('d'), byConsent({ debts: ['e'] }))).toEqual(['pass_over', 'vat_debt_not_consented']);
    const named = byConsent({ debts: ['d'] });
    expect(verdict(debt('d', { assessedOn: day('2020-06-02') }), named)).toEqual(['set_off']);
  });

  test('keeps money for a debt in dispute', () => {
    expect(verdict(debt('d', { disputedSince: on }))).toEqual(['retain']);
    expect(verdict(debt('d', { disputedSince: day('2020-11-11') }))).toEqual(['set_off']);
  });
});

describe('A request for recovery (Dir. 2010/24)', () => {
  test('needs its instrument, and as much as the floor, of debts that it names', () => {
    expect(lacking(byRequest(['d']))).toEqual([]);
    expect(lacking(byRequest(['d'], { instrument: null, requestedOn: day('2020-11-11') }))).toEqual([
      'vat_offset_instrument_missing',
      'vat_offset_request_later',
    ]);
    expect(lacking(byRequest(['e']))).toEqual(['vat_offset_request_empty']);
    expect(lacking(byRequest(['d']), [debt('d', { cents: 1_499_99 })])).toEqual(['vat_offset_request_small']);
    // The floor is of all that is asked for together.
    const two = [debt('d', { cents: 750_00 }), debt('e', { cents: 750_00 })];
    expect(lacking(byRequest(['d', 'e']), two)).toEqual([]);
  });

  test('meets no debt older than the limit, none that it does not name, none in dispute, none of the refund state', () => {
    const road = byRequest(['d']);
    expect(verdict(debt('d'), road)).toEqual(['set_off']);
    expect(verdict(debt('d', { dueOn: day('2015-06-01') }), road)).toEqual(['set_off']);
    expect(verdict(debt('d', { dueOn: day('2015-05-31') }), road)).toEqual(['pass_over', 'vat_debt_too_old']);
    expect(verdict(debt('e'), road)).toEqual(['pass_over', 'vat_debt_not_requested']);
    expect(verdict(debt('d', { disputedSince: on }), road)).toEqual(['pass_over', 'vat_debt_disputed']);
    expect(verdict(debt('d', { creditor: 'BE' }), road)).toEqual(['pass_over', 'vat_debt_of_refund_state']);
    expect(verdict(debt('d', { creditor: 'LU', tax: 'other' }), road)).toEqual(['set_off']);
  });
});

test('A set-off under the refund state’s law needs a request, its instrument and the provision', () => {
  expect(lacking(bySetOff(['d']))).toEqual([]);
  expect(lacking(bySetOff(['d'], ' '))).toEqual(['vat_offset_provision_missing']);
  expect(lacking(bySetOff([], ''))).toEqual(['vat_offset_request_empty', 'vat_offset_provision_missing']);
});

test('A debt is met on no road that is not due, not enforceable, time-barred, stayed, of another or in another currency', () => {
  const wrong = debt('d', {
    debtor: 'BE0403019261',
    currency: 'SEK',
    dueOn: day('2020-11-11'),
    enforceableFrom: null,
    barredFrom: on,
    stays: [{ from: day('2020-01-01'), until: null }],
  });
  for (const road of [byConsent({ debts: ['d'] }), byRequest(['d']), bySetOff(['d'])])
    expect(verdict(wrong, road)).toEqual([
      'pass_over',
      'vat_debt_of_another',
      'vat_debt_currency',
      'vat_debt_not_due',
      'vat_debt_not_enforceable',
      'vat_debt_time_barred',
      'vat_debt_stayed',
    ]);
  const ended = debt('d', { stays: [{ from: day('2020-01-01'), until: on }], barredFrom: day('2020-11-11') });
  expect(verdict(ended)).toEqual(['set_off']);
});

describe('Debts are met', () => {
  const debts = [
    debt('c', { dueOn: day('2019-01-01') }),
    debt('b', { rank: 2, dueOn: day('2018-01-01') }),
    debt('a', { rank: 1 }),
    debt('e', { dueOn: day('2017-01-01') }),
    debt('d', { dueOn: day('2019-01-01') }),
  ];
  const ids = (kind: Road['kind'], given = debts) =>
    inOrder(given, kind, legalFacts)
      .map(({ id }) => id)
      .join('');

  test('by the rank of the creditor’s law, then the older first, then by id', () => {
    expect(ids('consent_transfer')).toBe('abecd');
  });

  test('without a rank where the refund state sets off: what is privileged at home is not so here (C-19/19)', () => {
    expect(ids('set_off')).toBe('ebcda');
  });

  test('in the same order however they are given', () => {
    const shuffled = fc.shuffledSubarray(debts, { minLength: debts.length });
    fc.assert(
      fc.property(shuffled, (given) => {
        expect(ids('consent_transfer', given)).toBe('abecd');
      }),
    );
  });
});
