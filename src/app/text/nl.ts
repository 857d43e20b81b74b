import type { JournalFaultCode } from '#platform/journal/journal.ts';
import type { AppTexts } from './en.ts';

const faults: Readonly<Record<string, string>> = {
  leaf_differs: 'De vermelding is niet wat haar hash zegt',
  payload_differs: 'De inhoud van de vermelding is niet wat de hash zegt',
  record_differs: 'Het gegeven is niet wat het journaal ervan zegt',
  record_missing: 'Het journaal noemt een gegeven dat er niet is',
  transition_differs: 'De stap is niet wat het journaal ervan zegt',
  transition_missing: 'Het journaal noemt een stap die er niet is',
  withdrawal_differs: 'Wat is teruggenomen, is niet wat het journaal noemt',
  sequence_gap: 'De plaatsen in het logboek lopen niet zonder gat door',
} satisfies Record<JournalFaultCode, string>;

export const nl: AppTexts = {
  id_invalid: ({ received }) =>
    `“${received}” is geen kenmerk. Een kenmerk telt 1 tot 128 letters, cijfers, punten, liggende streepjes of koppeltekens en begint met een letter of cijfer.`,
  reference_invalid: ({ received }) => `“${received}” is geen verwijzing. Schrijf register/soort/kenmerk.`,
  date_not_a_day: ({ received }) => `“${received}” is geen dag. Schrijf 2017-09-30.`,
  date_out_of_range: () => 'De uitkomst ligt buiten de jaren waarmee kan worden gerekend.',
  calendars_invalid: ({ message }) => `Het bestand met kalenders heeft niet de juiste vorm: ${message}`,
  calendar_day_outside_year: ({ day, year }) => `De feestdag ${day} staat onder het jaar ${year}.`,
  calendar_missing: ({ calendar }) => `Om werkdagen te tellen is een kalender nodig (${calendar}).`,
  calendar_year_unknown: ({ calendar, year }) =>
    `De kalender ${calendar} bevat ${year} niet: welke dagen werkdagen waren, is onbekend.`,
  deadline_amount_invalid: ({ amount }) => `“${amount}” is geen aantal dagen, weken, maanden of jaren.`,
  ratio_value_not_numeric: () =>
    'Voor een aandeel zijn twee cijfers nodig; een ervan ontbreekt of is een tekst.',
  ratio_divisor_may_be_zero: () => 'Een aandeel van iets dat nul kan zijn, is niet te geven.',
  ratio_unbounded: () => 'De cijfers begrenzen het aandeel niet.',
  currency_unknown: ({ received }) => `“${received}” is geen munteenheid van ISO 4217.`,
  currency_differs: ({ currency, other }) =>
    `Bedragen in ${currency} en ${other} kunnen niet bij elkaar worden opgeteld.`,
  decimal_invalid: ({ received }) => `“${received}” is geen decimaal getal.`,
  decimal_not_exact: ({ received }) =>
    `${received} kan niet precies als getal worden bewaard. Schrijf het als tekst.`,
  decimals_too_many: ({ received, allowed }) => `${received} heeft meer dan ${allowed} decimalen.`,
  share_out_of_range: ({ received }) => `${received} is geen aandeel tussen 0 en 1.`,
  config_database_url_invalid: () =>
    'Dit moet een adres van PostgreSQL zijn: postgres://gebruiker:wachtwoord@host/database.',
  config_flag_invalid: () => 'Dit moet 0 of 1 zijn.',
  config_port_invalid: () => 'Dit moet een poort zijn: een getal van 0 tot en met 65535.',
  config_address_invalid: () => 'Dit moet een adres zijn dat met http:// of https:// begint.',
  config_log_level_invalid: () => 'Dit moet fatal, error, warn, info, debug, trace of silent zijn.',
  config_seconds_invalid: () => 'Dit moet een aantal hele seconden van 1 tot en met 99999 zijn.',
  config_oidc_incomplete: ({ missing }) =>
    `Een identiteitsdienst heeft al zijn instellingen nodig; er ontbreekt: ${missing}.`,
  config_smtp_url_invalid: () =>
    'Dit moet het adres van een mailserver zijn: smtp://gebruiker:wachtwoord@host:poort.',
  config_mail_from_invalid: () => 'Dit moet een e-mailadres zijn.',
  config_mail_incomplete: ({ missing }) =>
    `Voor e-mail zijn beide instellingen nodig; er ontbreekt: ${missing}.`,
  grant_not_in_force: ({ grant }) =>
    `Er is geen bevoegdheid ${grant} die kan worden beëindigd. access list toont ze.`,
  journal_differs: ({ entry, fault }) =>
    `${faults[String(fault)] ?? fault}${entry === '' ? '' : ` (vermelding ${entry})`}.`,
};
