import { z } from 'zod';
import { DateField, IdField, recordSchema } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';
import { delegatePermission } from '../fields/model.ts';
import { mostCents } from './model.ts';

export const refundsPath = '/practice/vat/refunds';
export const debtsPath = '/practice/vat/debts';
/** What the file of an application holds, and a sample of one. */
export const applicationFilePath = '/practice/vat/application-file';
export const samplePath = `${applicationFilePath}/sample`;

const Amount = z.int().min(0).max(mostCents);

/** What of an application does not change; the application itself stands beside, whole, as it was read (`store.ts`). */
export const ClaimBody = recordSchema(
  {
    id: IdField,
    /** The applicant's own. */
    reference: z.string(),
    /** His VAT number in the state of establishment. */
    applicant: z.string(),
    establishment: IdField,
    refund_state: IdField,
    period_from: DateField,
    period_to: DateField,
    currency: z.string(),
    submitted_on: DateField,
    claimed_cents: Amount,
    invoices: z.int().min(1),
    /** Of the application, SHA-256 in hex. */
    application: z.string(),
  },
  {},
);

/** What was done to a claim stands in its steps, each with its event (`rules/kept.ts`); where its money is, in `vat.refund_entry`. */
export const claims = defineKind({
  name: 'vat_claims',
  schema: ClaimBody,
  label: {
    nl: { one: 'Teruggaafaanvraag', many: 'Teruggaafaanvragen' },
    fr: { one: 'Demande de remboursement', many: 'Demandes de remboursement' },
    de: { one: 'Erstattungsantrag', many: 'Erstattungsanträge' },
    en: { one: 'Refund application', many: 'Refund applications' },
  },
  visibility: 'participants',
  titleFrom: ['reference'],
  yearFrom: ['period_from'],
  partyFrom: ['establishment', 'refund_state'],
  href: (id) => `${refundsPath}/${id}`,
});

/** What a business owes its own state, as that state knows it today; nobody else reads it. */
export const DebtBody = recordSchema(
  {
    id: IdField,
    /** The state's own, by which the other state and the taxpayer are told of it. */
    reference: z.string(),
    debtor: z.string(),
    creditor: IdField,
    tax: z.enum(['vat', 'other']),
    currency: z.string(),
    /** All that is owed, before anything out of a refund. */
    cents: Amount,
    assessed_on: DateField,
    due_on: DateField,
  },
  {
    rank: z.int().min(0).max(1_000),
    enforceable_from: DateField,
    disputed_since: DateField,
    barred_from: DateField,
    stays: z.array(z.object({ from: DateField, until: DateField.nullable() })),
  },
);

export const debts = defineKind({
  name: 'vat_debts',
  schema: DebtBody,
  label: {
    nl: { one: 'Belastingschuld', many: 'Belastingschulden' },
    fr: { one: 'Dette fiscale', many: 'Dettes fiscales' },
    de: { one: 'Steuerschuld', many: 'Steuerschulden' },
    en: { one: 'Tax debt', many: 'Tax debts' },
  },
  visibility: 'participants',
  titleFrom: ['reference'],
  yearFrom: ['due_on'],
  partyFrom: ['creditor'],
  href: (id) => `${debtsPath}/${id}`,
});

/** The name of the notice of the decision among those of offsets, which are called `o-1` and so on. */
export const decisionNotice = 'decision';
export const nameOfNotice = ({ offset }: { readonly offset: string | null }): string =>
  offset ?? decisionNotice;
export const noticePath = (claim: string, offset: string) => `${claims.href(claim)}/notices/${offset}`;

export const refundKinds = [claims, debts];

export const keepClaims = delegatePermission(
  'vat_claims.keep',
  'register an application for a refund of VAT and do to it what is for the party to do',
);
export const readClaims = delegatePermission(
  'vat_claims.read',
  'read the applications for a refund of VAT to and from a party',
);
export const keepDebts = delegatePermission(
  'vat_debts.keep',
  'keep what businesses owe a party in tax, as far as a refund elsewhere may meet it',
);
export const readDebts = delegatePermission('vat_debts.read', 'read what businesses owe a party in tax');
export const refundPermissions = [keepClaims, readClaims, keepDebts, readDebts];
