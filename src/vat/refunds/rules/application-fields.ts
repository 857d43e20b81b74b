import { statuses } from './application.ts';

/** What may stand in a field, beside texts up to a length and one of some words. */
type Plain =
  | 'state'
  | 'vat_number'
  | 'email'
  | 'day'
  | 'currency'
  | 'flag'
  | 'iban'
  | 'bic'
  | 'invoices'
  | 'cents'
  | 'per_cent'
  | 'nature';
export type Shape =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'among'; readonly values: readonly string[] }
  | { readonly kind: Plain };

/**
 * What comes of it where a field is missing: without `register` nothing is taken down; without `forward` it is, and not forwarded; without
 * `invoice` it is, and something stands against that invoice.
 */
export type Need = 'register' | 'forward' | 'invoice';

export type ApplicationField = {
  /** As findings name it: a dot goes into an object, `[]` into each of a list. */
  readonly path: string;
  readonly shape: Shape;
  readonly need: Need;
};

const fields = (need: Need, shapes: Readonly<Record<string, Shape | Plain>>): readonly ApplicationField[] =>
  Object.entries(shapes).map(([path, shape]) => ({
    path,
    need,
    shape: typeof shape === 'string' ? { kind: shape } : shape,
  }));
const text = (most: number): Shape => ({ kind: 'text', most });

/** Every field of an application's file, as `readApplication` reads it: `application-fields.test.ts` holds the two against each other. */
export const applicationFields: readonly ApplicationField[] = [
  ...fields('register', {
    id: text(80),
    refund_state: 'state',
    'applicant.vat_number': 'vat_number',
    'period.from': 'day',
    'period.to': 'day',
    submitted_on: 'day',
    currency: 'currency',
    invoices: 'invoices',
  }),
  ...fields('forward', {
    'applicant.name': text(500),
    'applicant.address': text(500),
    'applicant.email': 'email',
    'applicant.activity': text(500),
    'applicant.status': { kind: 'among', values: statuses },
    no_supplies_in_refund_state: 'flag',
    'account.holder': text(200),
    'account.iban': 'iban',
    'account.bic': 'bic',
  }),
  ...fields('invoice', {
    'invoices[].supplier.name': text(500),
    'invoices[].supplier.address': text(500),
    'invoices[].supplier.vat_number': 'vat_number',
    'invoices[].number': text(100),
    'invoices[].date': 'day',
    'invoices[].taxable_cents': 'cents',
    'invoices[].vat_cents': 'cents',
    'invoices[].deductible_cents': 'cents',
    'invoices[].pro_rata': 'per_cent',
    'invoices[].nature': 'nature',
  }),
];
