import type { JournalFaultCode } from '#platform/journal/journal.ts';
import type { AppTexts } from './en.ts';

const faults: Readonly<Record<string, string>> = {
  leaf_differs: 'Der Eintrag ist nicht, was sein Hash besagt',
  payload_differs: 'Der Inhalt des Eintrags ist nicht, was sein Hash besagt',
  record_differs: 'Der Datensatz ist nicht, was das Journal von ihm sagt',
  record_missing: 'Das Journal nennt einen Datensatz, den es nicht gibt',
  transition_differs: 'Der Schritt ist nicht, was das Journal von ihm sagt',
  transition_missing: 'Das Journal nennt einen Schritt, den es nicht gibt',
  withdrawal_differs: 'Was zurückgenommen wurde, ist nicht das, was das Journal nennt',
  sequence_gap: 'Die Plätze im Protokoll folgen nicht lückenlos aufeinander',
} satisfies Record<JournalFaultCode, string>;

export const de: AppTexts = {
  id_invalid: ({ received }) =>
    `„${received}“ ist keine Kennung. Eine Kennung hat 1 bis 128 Buchstaben, Ziffern, Punkte, Unterstriche oder Bindestriche und beginnt mit einem Buchstaben oder einer Ziffer.`,
  reference_invalid: ({ received }) => `„${received}“ ist kein Verweis. Schreiben Sie Register/Art/Kennung.`,
  date_not_a_day: ({ received }) => `„${received}“ ist kein Tag. Schreiben Sie 2017-09-30.`,
  date_out_of_range: () => 'Das Ergebnis liegt außerhalb der Jahre, mit denen sich rechnen lässt.',
  calendars_invalid: ({ message }) => `Die Kalenderdatei hat nicht die richtige Form: ${message}`,
  calendar_day_outside_year: ({ day, year }) => `Der Feiertag ${day} steht unter dem Jahr ${year}.`,
  calendar_missing: ({ calendar }) => `Um Arbeitstage zu zählen, wird ein Kalender benötigt (${calendar}).`,
  calendar_year_unknown: ({ calendar, year }) =>
    `Der Kalender ${calendar} enthält ${year} nicht: Welche Tage Arbeitstage waren, ist unbekannt.`,
  deadline_amount_invalid: ({ amount }) =>
    `„${amount}“ ist keine Anzahl von Tagen, Wochen, Monaten oder Jahren.`,
  ratio_value_not_numeric: () => 'Ein Anteil braucht zwei Zahlen; eine davon fehlt oder ist ein Text.',
  ratio_divisor_may_be_zero: () => 'Ein Anteil an etwas, das null sein kann, lässt sich nicht angeben.',
  ratio_unbounded: () => 'Die Zahlen begrenzen den Anteil nicht.',
  currency_unknown: ({ received }) => `„${received}“ ist keine Währung nach ISO 4217.`,
  currency_differs: ({ currency, other }) =>
    `Beträge in ${currency} und ${other} lassen sich nicht addieren.`,
  decimal_invalid: ({ received }) => `„${received}“ ist keine Dezimalzahl.`,
  decimal_not_exact: ({ received }) =>
    `${received} lässt sich nicht genau als Zahl speichern. Schreiben Sie den Wert als Text.`,
  decimals_too_many: ({ received, allowed }) => `${received} hat mehr als ${allowed} Nachkommastellen.`,
  share_out_of_range: ({ received }) => `${received} ist kein Anteil zwischen 0 und 1.`,
  config_database_url_invalid: () =>
    'Dies muss eine Adresse von PostgreSQL sein: postgres://benutzer:passwort@host/datenbank.',
  config_flag_invalid: () => 'Dies muss 0 oder 1 sein.',
  config_port_invalid: () => 'Dies muss ein Port sein: eine Zahl von 0 bis 65535.',
  config_address_invalid: () => 'Dies muss eine Adresse sein, die mit http:// oder https:// beginnt.',
  config_log_level_invalid: () => 'Dies muss fatal, error, warn, info, debug, trace oder silent sein.',
  config_seconds_invalid: () => 'Dies muss eine ganze Zahl von Sekunden von 1 bis 99999 sein.',
  config_oidc_incomplete: ({ missing }) =>
    `Ein Identitätsdienst braucht alle seine Einstellungen; es fehlt: ${missing}.`,
  config_smtp_url_invalid: () =>
    'Dies muss die Adresse eines Mailservers sein: smtp://benutzer:passwort@host:port.',
  config_mail_from_invalid: () => 'Dies muss eine E-Mail-Adresse sein.',
  config_mail_incomplete: ({ missing }) => `E-Mail braucht beide Einstellungen; es fehlt: ${missing}.`,
  grant_not_in_force: ({ grant }) =>
    `Es gibt keine Befugnis ${grant}, die beendet werden könnte. access list zeigt sie.`,
  journal_differs: ({ entry, fault }) =>
    `${faults[String(fault)] ?? fault}${entry === '' ? '' : ` (Eintrag ${entry})`}.`,
};
