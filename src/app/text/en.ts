import type { KernelProblemCode } from '#kernel/problems.ts';
import type { Problem } from '#kernel/result.ts';
import type { configProblems } from '#platform/config.ts';
import type { JournalFaultCode } from '#platform/journal/journal.ts';

/** `date_invalid` stands with the texts of `union`, whose files it is mostly about. */
type Code =
  | Exclude<KernelProblemCode, 'date_invalid'>
  | keyof typeof configProblems
  | 'journal_differs'
  | 'grant_not_in_force';

/** Problems of the kernel, of the settings and of the journal, as sentences: their owners below have no catalogue. */
export type AppTexts = Readonly<Record<Code, (params: Problem['params']) => string>>;

const faults: Readonly<Record<string, string>> = {
  leaf_differs: 'The entry is not what its hash says',
  payload_differs: 'The content of the entry is not what its hash says',
  record_differs: 'The record is not what the journal says of it',
  record_missing: 'The journal names a record that is not there',
  transition_differs: 'The step is not what the journal says of it',
  transition_missing: 'The journal names a step that is not there',
  withdrawal_differs: 'What was taken back is not what the journal names',
  sequence_gap: 'The places in the log do not run on without a gap',
} satisfies Record<JournalFaultCode, string>;

export const en: AppTexts = {
  id_invalid: ({ received }) =>
    `“${received}” is not an id. An id has 1 to 128 letters, digits, dots, underscores or hyphens, and begins with a letter or digit.`,
  reference_invalid: ({ received }) => `“${received}” is not a reference. Write register/kind/id.`,
  date_not_a_day: ({ received }) => `“${received}” is not a day. Write 2017-09-30.`,
  date_out_of_range: () => 'The result lies outside the years that can be reckoned with.',
  calendars_invalid: ({ message }) => `The file of calendars does not have its form: ${message}`,
  calendar_day_outside_year: ({ day, year }) => `The holiday ${day} stands under the year ${year}.`,
  calendar_missing: ({ calendar }) => `A calendar is needed to count working days (${calendar}).`,
  calendar_year_unknown: ({ calendar, year }) =>
    `The calendar ${calendar} does not hold ${year}: which days were worked is unknown.`,
  deadline_amount_invalid: ({ amount }) => `“${amount}” is not a number of days, weeks, months or years.`,
  ratio_value_not_numeric: () => 'A share needs two figures; one of them is missing or in words.',
  ratio_divisor_may_be_zero: () => 'A share of something that may be zero cannot be given.',
  ratio_unbounded: () => 'The figures leave the share without bounds.',
  currency_unknown: ({ received }) => `“${received}” is not a currency of ISO 4217.`,
  currency_differs: ({ currency, other }) => `Amounts in ${currency} and ${other} cannot be added.`,
  decimal_invalid: ({ received }) => `“${received}” is not a decimal number.`,
  decimal_not_exact: ({ received }) => `${received} cannot be held exactly as a number. Write it as text.`,
  decimals_too_many: ({ received, allowed }) => `${received} has more than ${allowed} decimals.`,
  share_out_of_range: ({ received }) => `${received} is not a share between 0 and 1.`,
  config_database_url_invalid: () =>
    'This must be an address of PostgreSQL: postgres://user:password@host/database.',
  config_flag_invalid: () => 'This must be 0 or 1.',
  config_port_invalid: () => 'This must be a port: a number from 0 to 65535.',
  config_address_invalid: () => 'This must be an address that begins with http:// or https://.',
  config_log_level_invalid: () => 'This must be fatal, error, warn, info, debug, trace or silent.',
  config_seconds_invalid: () => 'This must be a number of whole seconds from 1 to 99999.',
  config_oidc_incomplete: ({ missing }) =>
    `An identity provider needs all its settings; missing: ${missing}.`,
  config_smtp_url_invalid: () => 'This must be the address of a mail server: smtp://user:password@host:port.',
  config_mail_from_invalid: () => 'This must be an e-mail address.',
  config_mail_incomplete: ({ missing }) => `Mail needs both settings; missing: ${missing}.`,
  grant_not_in_force: ({ grant }) =>
    `There is no grant ${grant} that could be ended. access list shows them.`,
  journal_differs: ({ entry, fault }) =>
    `${faults[String(fault)] ?? fault}${entry === '' ? '' : ` (entry ${entry})`}.`,
};
