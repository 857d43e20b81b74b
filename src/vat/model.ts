/**
 * What states hold of trade, each in a file of its own. Nobody else sees a state's own sales and registrations: only `supplies` are exchanged
 * by law (Reg. 904/2010), the rest stays where it was declared.
 */
export const declarationKinds = [
  'supplies',
  'acquisitions',
  'purchases',
  'invoices',
  'registrations',
  'queries',
] as const;
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
} as const satisfies Readonly<Record<DeclarationKind, readonly string[]>>;

/** Of a supply: goods, triangulation by the party in the middle, services. Of an acquisition or purchase: goods, services. */
export const supplyKinds = ['L', 'T', 'S'] as const;
export type SupplyKind = (typeof supplyKinds)[number];
export const acquisitionKinds = ['L', 'S'] as const;
export type AcquisitionKind = (typeof acquisitionKinds)[number];

/** A later line takes the place of the earlier ones of its period, or is added to them. Empty: a first declaration. */
export const corrections = ['', 'replace', 'add'] as const;
export type Correction = (typeof corrections)[number];
