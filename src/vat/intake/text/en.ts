import type { RowCode } from '../findings.ts';

type Params = Readonly<Record<string, string | number>>;

const rows: Readonly<Record<RowCode, string>> = {
  written_otherwise: 'written in other signs, with one meaning',
  row_empty: 'an empty row',
  line_too_long: 'the line is too long for a row',
  quotes_broken: 'quotes that do not close',
  columns_missing: 'too few columns',
  columns_too_many: 'too many columns',
  number_unreadable: 'no VAT number: it needs the prefix of a state and digits',
  number_unsound: 'the check digit of the VAT number is wrong',
  not_of_state: 'the VAT number is of another state',
  kind_unknown: 'no such kind: L, T or S',
  period_unreadable: 'no period: 2019-05, 2019-Q2 or 2019',
  amount_unreadable: 'no amount: 1234.50',
  amount_ambiguous: 'an amount with two meanings: thousands, or decimals',
  amount_too_large: 'the amount is too large',
  date_unreadable: 'no day: 2019-05-31',
  received_missing: 'the day of receipt is missing',
  received_before_period: 'received before its period began',
  ends_before_it_begins: 'it ends before it begins',
  correction_unknown: 'no such correction: empty, replace or add',
  text_unreadable: 'signs that cannot be read',
  currency_not_euro: 'the currency is not the euro',
  currency_unknown: 'no currency: three letters, such as EUR',
  rate_unreadable: 'no rate: 21 or 5.50',
  state_unknown: 'no state by the prefix of its VAT numbers: NL, BE, EL',
  time_unreadable: 'no time: 2026-03-31T23:30:00+02:00',
  refund_unclear: 'a payment or a refund: less than nothing, and not said to be a refund',
  payee_unreadable: 'nobody who was paid: a VAT number, tax number or account',
  control_total_differs: 'its list does not add up to what it says of itself',
};

export const en = {
  /** What was found in a row. */
  rows,
  line: ({ file, in: all, accepted, corrected, quarantined, wasThere }: Params) =>
    `${file}: ${all} rows, ${accepted} accepted, ${corrected} corrected, ${quarantined} kept apart${wasThere === 1 ? ' (was there, nothing changed)' : ''}`,
  none: 'No file of declarations was taken in.',
  problems: {
    vat_file_empty: () => 'The file is empty.',
    vat_file_missing: () => 'Name at least one file.',
    vat_head_columns: ({ kind, missing, unknown }: Params) =>
      `The first line must name the columns. Nearest is ${kind}: missing ${missing}; not known or twice ${unknown}.`,
    vat_xml_invalid: ({ message }: Params) => `The file is no XML that can be read: ${message}.`,
    vat_xml_encoding: () =>
      'The file is in an encoding that is not read; UTF-8, ISO-8859-1, ISO-8859-15 and Windows-1252 are.',
    vat_intervat_root: () =>
      'The file is no Belgian statement: its root must be IntraConsignment of www.minfin.fgov.be.',
    vat_cesop_root: () =>
      'The file is no CESOP message: its root must be CESOP of urn:ec.europa.eu:taxud:fiscalis:cesop:v1.',
    vat_cesop_body: () => 'The message has no payments: it holds the result of a check of another one.',
    vat_cesop_correction: ({ kind }: Params) =>
      `The message corrects an earlier one (${kind}). Corrections of payments are not read here: ask the provider for the whole quarter anew, as new data (CESOP100). A payment that is told anew counts as it was told last; one that was told wrongly and is told no more stays, so say which it is to who compares.`,
    vat_ubl_root: ({ root }: Params) => `The file is no invoice in UBL 2: its root is “${root}”.`,
    vat_state_unknown: ({ given }: Params) =>
      `“${given}” is no prefix of VAT numbers: NL, BE, LU, DE, FR, EL …`,
    vat_day_missing: ({ given }: Params) => `Give a whole day, such as 2019-05-31, instead of ${given}.`,
    vat_said_unreadable: ({ given }: Params) =>
      `Give a number instead of “${given}”: of rows 120, of amounts 1234.50.`,
    vat_said_differs: ({ rows, saidRows, cents, saidCents }: Params) =>
      `The file is not what its sender says: ${rows} rows (said ${saidRows}), ${cents} cents (said ${saidCents}). Nothing of it was taken.`,
    vat_said_of_xml: () => 'Of XML nothing more is said: its lists say themselves what they sum up to.',
  },
};

export type IntakeTexts = typeof en;
