type Params = Readonly<Record<string, string | number>>;

/** What the file of an application holds. */
export const en = {
  title: 'The file of an application for a refund',
  lede: 'What a JSON file holds that is brought with “Register an application” or looked at with vat refund check: one object, in UTF-8.',
  guide: 'What the file holds, with a sample to download',
  sampleTitle: 'A sample',
  sample: 'Download a sample',
  sampleNote: ({ state }: Params) =>
    `It is made up, of a business of ${state}, submitted today, and nothing stands against it. Bring it in a made-up register only.`,
  fields: 'Fields',
  path: 'Field',
  pathNote: 'A dot goes into an object; [] stands for each invoice of the list.',
  what: 'What it says',
  shape: 'Shape and unit',
  need: 'Required',
  notes:
    'Every field is required; empty counts as missing. A field that is not listed is not read, and a warning says so. All that is found is said at once, each at its field.',
  command: 'At the command line:',
  needs: {
    register: 'Yes: without it nothing is taken down',
    forward: 'Yes: without it the application is taken down, and is not forwarded',
    invoice: 'Yes: without it the invoice is taken down, and something stands against it',
  },
  shapes: {
    text: ({ most }: Params) => `Text, at most ${most} signs`,
    among: ({ values }: Params) => `One of: ${values}`,
    state: () => 'Two capitals, the code of the state: BE; Greece is GR',
    vat_number: () => 'Text: the VAT number with its country in front, its check digit right: NL004495445B01',
    email: () => 'Text: an address with @',
    day: () => 'Text: a day as 2025-03-04',
    currency: () => 'Three capitals (ISO 4217): EUR',
    flag: () => 'true or false, without quotation marks',
    iban: () => 'Text: an IBAN, its check digits right; blanks may stand in it',
    bic: () => 'Text: a BIC, 8 or 11 signs',
    invoices: ({ most }: Params) => `List of 1 to ${most} objects; something has to be claimed in them`,
    cents: () => 'Whole number of cents of the currency, not below zero: 120000 is 1,200.00',
    per_cent: () => 'Whole number from 0 to 100, in per cent',
    nature: ({ values }: Params) => `Text, one of: ${values}`,
  },
  meanings: {
    id: 'The applicant’s own reference: another one for each application to the same state',
    refund_state: 'The state that is asked for the refund; not the applicant’s own',
    'applicant.vat_number': 'The applicant, by his number in the state that registers the application',
    'period.from': 'First day of the refund period',
    'period.to': 'Last day of the refund period, in the same year',
    submitted_on: 'The day on which the applicant submitted it; not in the future',
    currency: 'Of all amounts of the application',
    invoices: 'What the refund is claimed for',
    'applicant.name': 'Name of the applicant',
    'applicant.address': 'Address of the applicant',
    'applicant.email': 'Where the applicant can be reached',
    'applicant.activity': 'What the applicant does, in words',
    'applicant.status':
      'What the applicant is for VAT; none but “taxable” is forwarded (Dir. 2008/9, art. 18)',
    no_supplies_in_refund_state:
      'That the applicant declares to have supplied nothing in the refund state; with “false” it is not forwarded',
    'account.holder': 'Who holds the account to which the refund is paid',
    'account.iban': 'Number of that account',
    'account.bic': 'Its bank',
    'invoices[].supplier.name': 'Name of the supplier',
    'invoices[].supplier.address': 'Address of the supplier',
    'invoices[].supplier.vat_number': 'Number of the supplier, of the refund state',
    'invoices[].number': 'Number of the invoice, as it stands on it',
    'invoices[].date': 'Date of the invoice, in the refund period',
    'invoices[].taxable_cents': 'Amount without VAT',
    'invoices[].vat_cents': 'VAT of the invoice',
    'invoices[].deductible_cents':
      'VAT that is claimed: at most the VAT of the invoice times the per cent that may be deducted',
    'invoices[].pro_rata': 'How much of the VAT may be deducted',
    'invoices[].nature': 'What was bought (art. 9, not verified)',
  } as Readonly<Record<string, string>>,
};

export type ApplicationTexts = typeof en;
