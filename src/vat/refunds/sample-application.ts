import type { PlainDate } from '#kernel/dates.ts';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import { periodBefore } from './rules/made-up-claims.ts';

/** States whose businesses a sample can be of: of others there are no made-up numbers. */
export const sampleStates = ['NL', 'BE', 'LU', 'DE', 'FR', 'PL', 'AT'] as const;
export type SampleState = (typeof sampleStates)[number];

/**
 * An application as its file has it, to be looked at, changed and tried: of a made-up business of a state, submitted on a day. Nothing stands
 * against it. Two invoices, of one of which a part alone may be deducted; a fifth of VAT is made up, and the law of no state in particular.
 */
export function sampleApplication(state: SampleState, submittedOn: PlainDate) {
  const { year, to } = periodBefore(submittedOn);
  const refundState = state === 'BE' ? 'NL' : 'BE';
  const supplier = {
    name: 'Synthetic supplier',
    address: 'Synthetic street 2',
    vat_number: madeUpVatNumber(refundState, 99_001),
  };
  return {
    id: `synthetic-sample-${submittedOn}`,
    refund_state: refundState,
    applicant: {
      name: 'Synthetic business',
      address: 'Synthetic quay 1',
      email: 'vat@example.org',
      activity: 'synthetic: transport of goods by road',
      vat_number: madeUpVatNumber(state, 99_000),
      status: 'taxable',
    },
    period: { from: `${year}-01-01`, to: `${year}-${to}` },
    submitted_on: submittedOn,
    currency: 'EUR',
    no_supplies_in_refund_state: true,
    account: { holder: 'Synthetic business', iban: 'NL91 ABNA 0417 1643 00', bic: 'ABNANL2A' },
    invoices: [
      {
        ...{ supplier, number: 'SYN-001', date: `${year}-03-04`, taxable_cents: 1_000_00 },
        ...{ vat_cents: 200_00, deductible_cents: 200_00, pro_rata: 100, nature: '6' },
      },
      {
        ...{ supplier, number: 'SYN-002', date: `${year}-06-15`, taxable_cents: 2_500_00 },
        ...{ vat_cents: 500_00, deductible_cents: 300_00, pro_rata: 60, nature: '3' },
      },
    ],
  };
}

/** As it is handed out. */
export const writtenSample = (state: SampleState, submittedOn: PlainDate): string =>
  `${JSON.stringify(sampleApplication(state, submittedOn), null, 2)}\n`;
