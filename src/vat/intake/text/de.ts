import type { IntakeTexts } from './en.ts';

export const de: IntakeTexts = {
  rows: {
    written_otherwise: 'in anderen Zeichen geschrieben, mit einer Bedeutung',
    row_empty: 'eine leere Zeile',
    line_too_long: 'die Zeile ist zu lang',
    quotes_broken: 'Anführungszeichen, die nicht schließen',
    columns_missing: 'zu wenige Spalten',
    columns_too_many: 'zu viele Spalten',
    number_unreadable: 'keine USt-IdNr.: das Kürzel eines Staates und Ziffern',
    number_unsound: 'die Prüfziffer der USt-IdNr. ist falsch',
    not_of_state: 'die USt-IdNr. ist die eines anderen Staates',
    kind_unknown: 'unbekannte Art: L, T oder S',
    period_unreadable: 'kein Zeitraum: 2019-05, 2019-Q2 oder 2019',
    amount_unreadable: 'kein Betrag: 1234.50',
    amount_ambiguous: 'ein Betrag mit zwei Bedeutungen: Tausender oder Dezimalen',
    amount_too_large: 'der Betrag ist zu groß',
    date_unreadable: 'kein Tag: 2019-05-31',
    received_missing: 'der Tag des Eingangs fehlt',
    received_before_period: 'vor Beginn des Zeitraums eingegangen',
    ends_before_it_begins: 'endet, bevor es beginnt',
    correction_unknown: 'unbekannte Berichtigung: leer, replace oder add',
    text_unreadable: 'unlesbare Zeichen',
    currency_not_euro: 'die Währung ist nicht der Euro',
    currency_unknown: 'keine Währung: drei Buchstaben, etwa EUR',
    rate_unreadable: 'kein Satz: 21 oder 5.50',
    state_unknown: 'kein Staat nach dem Präfix seiner USt-IdNrn.: NL, BE, EL',
    time_unreadable: 'keine Zeit: 2026-03-31T23:30:00+02:00',
    refund_unclear: 'Zahlung oder Erstattung: weniger als nichts, und nicht als Erstattung bezeichnet',
    payee_unreadable: 'niemand, der bezahlt wurde: eine USt-IdNr., Steuernummer oder ein Konto',
    control_total_differs: 'die Liste ergibt nicht die Summe, die sie von sich sagt',
  },
  line: ({ file, in: all, accepted, corrected, quarantined, wasThere }) =>
    `${file}: ${all} Zeilen, ${accepted} angenommen, ${corrected} berichtigt, ${quarantined} zurückgehalten${wasThere === 1 ? ' (war schon da, nichts geändert)' : ''}`,
  none: 'Es wurde keine Datei mit Erklärungen aufgenommen.',
  problems: {
    vat_file_empty: () => 'Die Datei ist leer.',
    vat_file_missing: () => 'Nennen Sie mindestens eine Datei.',
    vat_head_columns: ({ kind, missing, unknown }) =>
      `Die erste Zeile muss die Spalten nennen. Am nächsten ist ${kind}: es fehlt ${missing}; unbekannt oder doppelt ${unknown}.`,
    vat_xml_invalid: ({ message }) => `Die Datei ist kein lesbares XML: ${message}.`,
    vat_xml_encoding: () =>
      'Diese Zeichenkodierung wird nicht gelesen; UTF-8, ISO-8859-1, ISO-8859-15 und Windows-1252 werden es.',
    vat_intervat_root: () =>
      'Die Datei ist keine belgische Meldung: ihre Wurzel muss IntraConsignment von www.minfin.fgov.be sein.',
    vat_cesop_root: () =>
      'Die Datei ist keine CESOP-Nachricht: ihre Wurzel muss CESOP von urn:ec.europa.eu:taxud:fiscalis:cesop:v1 sein.',
    vat_cesop_body: () =>
      'Die Nachricht enthält keine Zahlungen: sie ist das Ergebnis der Prüfung einer anderen.',
    vat_cesop_correction: ({ kind }) =>
      `Die Nachricht berichtigt eine frühere (${kind}). Berichtigungen von Zahlungen werden hier nicht gelesen: Fordern Sie das ganze Quartal beim Anbieter neu an, als neue Daten (CESOP100). Eine neu gemeldete Zahlung zählt, wie sie zuletzt gemeldet wurde; eine zu Unrecht gemeldete, die nicht mehr vorkommt, bleibt, sagen Sie also dem, der vergleicht, welche das ist.`,
    vat_ubl_root: ({ root }) => `Die Datei ist keine Rechnung in UBL 2: ihre Wurzel ist „${root}“.`,
    vat_state_unknown: ({ given }) => `„${given}“ steht vor keinen USt-IdNr.: NL, BE, LU, DE, FR, EL …`,
    vat_day_missing: ({ given }) => `Geben Sie einen ganzen Tag an, etwa 2019-05-31, statt ${given}.`,
    vat_said_unreadable: ({ given }) =>
      `Geben Sie eine Zahl an statt „${given}“: von Zeilen 120, von Beträgen 1234.50.`,
    vat_said_differs: ({ rows, saidRows, cents, saidCents }) =>
      `Die Datei ist nicht, was ihr Absender sagt: ${rows} Zeilen (gesagt ${saidRows}), ${cents} Cent (gesagt ${saidCents}). Nichts davon wurde übernommen.`,
    vat_said_of_xml: () => 'Zu XML wird nichts weiter gesagt: Seine Listen sagen selbst, was sie ergeben.',
  },
};
