/**
 * What states hold of trade, each in a file of its own. Nobody else sees a state's own sales and registrations: only `supplies` are exchanged
 * by law (Reg. 904/2010), the rest stays where it was declared.
 */
export const tradeKinds = [
  'supplies',
  'acquisitions',
  'purchases',
  'invoices',
  'registrations',
  'queries',
] as const;
export type TradeKind = (typeof tradeKinds)[number];

/** With those of the one-stop shop, which is a field of its own: who works on cases opens none of its rows by that. */
export const declarationKinds = [...tradeKinds, 'one_stop_shop', 'payments'] as const;
export type DeclarationKind = (typeof declarationKinds)[number];

/** Columns of the canonical CSV, in the order in which we write them; a file may have them in any, and none besides. */
export const columnsOf = {
  /** A line of a recapitulative statement (Dir. 2006/112, art. 262): a total of one supplier to one acquirer in one period. */
  supplies: ['supplier', 'acquirer', 'kind', 'period', 'amount', 'received', 'correction'],
  /**
   * What an acquirer declared in all, as most states have it (Belgium: boxes 86 and 88): of no supplier in particular. A row of each
   * return that came, where it is of nothing, too: where one is not there of months of which its state gave others, it did not come.
   */
  acquisitions: ['acquirer', 'kind', 'period', 'amount', 'received', 'correction'],
  /** What an acquirer declared of each supplier, where a state asks for that; named otherwise, or its head would be that of supplies. */
  purchases: ['acquirer', 'declared_supplier', 'kind', 'period', 'amount', 'received', 'correction'],
  /** One sale, domestic or not, with its day; amounts without VAT, and the VAT apart. */
  invoices: ['seller', 'buyer', 'number', 'date', 'amount', 'vat', 'received'],
  /**
   * From and until when a number was valid; `until`, the first day on which it is not, may be empty, and `reason` with it. Numbers
   * of one `group` are of one owner, in whichever states.
   */
  registrations: ['number', 'from', 'until', 'reason', 'group'],
  /** That an acquirer was asked about a period, and when: what he corrects after that he corrected because he was asked. */
  queries: ['acquirer', 'period', 'asked'],
  /**
   * A line of a return of the one-stop shop: what a trader identified in one state sold to consumers in another at one rate (in percent), with its
   * VAT. In one file are the returns that a state took, and those that others passed on to it.
   */
  one_stop_shop: [
    'taxable_person',
    'identification',
    'consumption',
    'period',
    'rate',
    'amount',
    'vat',
    'received',
    'correction',
  ],
  /**
   * One payment across a border as a provider of payment services reports it (Dir. 2006/112, art. 243b to 243d; CESOP): to whom by VAT number, tax number or
   * account, when, how much, in which currency and from which state. Who paid is not reported. A refund is a payment back.
   */
  payments: ['payee', 'provider', 'payment', 'time', 'amount', 'currency', 'payer_state', 'refund'],
} as const satisfies Readonly<Record<DeclarationKind, readonly string[]>>;

/** Of a supply: goods, triangulation by the party in the middle, services. Of an acquisition or purchase: goods, services. */
export const supplyKinds = ['L', 'T', 'S'] as const;
export type SupplyKind = (typeof supplyKinds)[number];
export const acquisitionKinds = ['L', 'S'] as const;
export type AcquisitionKind = (typeof acquisitionKinds)[number];

/** A later line takes the place of the earlier ones of its period, or is added to them. Empty: a first declaration. */
export const corrections = ['', 'replace', 'add'] as const;
export type Correction = (typeof corrections)[number];
