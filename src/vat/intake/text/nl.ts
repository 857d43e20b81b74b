import type { IntakeTexts } from './en.ts';

export const nl: IntakeTexts = {
  rows: {
    written_otherwise: 'in andere tekens geschreven, met één betekenis',
    row_empty: 'een lege regel',
    line_too_long: 'de regel is te lang',
    quotes_broken: 'aanhalingstekens die niet sluiten',
    columns_missing: 'te weinig kolommen',
    columns_too_many: 'te veel kolommen',
    number_unreadable: 'geen btw-nummer: de letters van een staat en cijfers',
    number_unsound: 'het controlegetal van het btw-nummer klopt niet',
    not_of_state: 'het btw-nummer is van een andere staat',
    kind_unknown: 'onbekende soort: L, T of S',
    period_unreadable: 'geen tijdvak: 2019-05, 2019-Q2 of 2019',
    amount_unreadable: 'geen bedrag: 1234.50',
    amount_ambiguous: 'een bedrag met twee betekenissen: duizendtallen of decimalen',
    amount_too_large: 'het bedrag is te groot',
    date_unreadable: 'geen dag: 2019-05-31',
    received_missing: 'de dag van ontvangst ontbreekt',
    received_before_period: 'ontvangen voordat het tijdvak begon',
    ends_before_it_begins: 'het eindigt voordat het begint',
    correction_unknown: 'onbekende correctie: leeg, replace of add',
    text_unreadable: 'onleesbare tekens',
    currency_not_euro: 'de munt is niet de euro',
    currency_unknown: 'geen munteenheid: drie letters, zoals EUR',
    rate_unreadable: 'geen tarief: 21 of 5.50',
    state_unknown: 'geen staat volgens het voorvoegsel van zijn btw-nummers: NL, BE, EL',
    time_unreadable: 'geen tijdstip: 2026-03-31T23:30:00+02:00',
    refund_unclear:
      'betaling of terugbetaling: minder dan niets, en niet gezegd dat het een terugbetaling is',
    payee_unreadable: 'niemand aan wie betaald is: een btw-nummer, fiscaal nummer of rekening',
    control_total_differs: 'de lijst telt niet op tot wat zij van zichzelf zegt',
  },
  line: ({ file, in: all, accepted, corrected, quarantined, wasThere }) =>
    `${file}: ${all} regels, ${accepted} aanvaard, ${corrected} verbeterd, ${quarantined} apart gehouden${wasThere === 1 ? ' (was er al, niets veranderd)' : ''}`,
  none: 'Er is geen bestand met aangiften ingenomen.',
  problems: {
    vat_file_empty: () => 'Het bestand is leeg.',
    vat_file_missing: () => 'Noem ten minste één bestand.',
    vat_head_columns: ({ kind, missing, unknown }) =>
      `De eerste regel moet de kolommen noemen. Het dichtst bij is ${kind}: er ontbreekt ${missing}; onbekend of dubbel ${unknown}.`,
    vat_xml_invalid: ({ message }) => `Het bestand is geen leesbare XML: ${message}.`,
    vat_xml_encoding: () =>
      'Deze tekencodering wordt niet gelezen; wel UTF-8, ISO-8859-1, ISO-8859-15 en Windows-1252.',
    vat_intervat_root: () =>
      'Het bestand is geen Belgische opgaaf: de wortel moet IntraConsignment van www.minfin.fgov.be zijn.',
    vat_cesop_root: () =>
      'Het bestand is geen CESOP-bericht: de wortel moet CESOP zijn van urn:ec.europa.eu:taxud:fiscalis:cesop:v1.',
    vat_cesop_body: () =>
      'Het bericht bevat geen betalingen: het is de uitslag van de controle van een ander bericht.',
    vat_cesop_correction: ({ kind }) =>
      `Het bericht verbetert een eerder bericht (${kind}). Verbeteringen van betalingen worden hier niet gelezen: vraag de aanbieder het hele kwartaal opnieuw, als nieuwe gegevens (CESOP100). Een betaling die opnieuw wordt gemeld, telt zoals ze het laatst is gemeld; een die ten onrechte is gemeld en niet meer voorkomt, blijft staan, zeg dus aan wie vergelijkt welke dat is.`,
    vat_ubl_root: ({ root }) => `Het bestand is geen factuur in UBL 2: de wortel is “${root}”.`,
    vat_state_unknown: ({ given }) => `“${given}” staat voor geen btw-nummers: NL, BE, LU, DE, FR, EL …`,
    vat_day_missing: ({ given }) => `Geef een hele dag, zoals 2019-05-31, in plaats van ${given}.`,
    vat_said_unreadable: ({ given }) =>
      `Geef een getal in plaats van “${given}”: van regels 120, van bedragen 1234.50.`,
    vat_said_differs: ({ rows, saidRows, cents, saidCents }) =>
      `Het bestand is niet wat de afzender zegt: ${rows} regels (gezegd ${saidRows}), ${cents} cent (gezegd ${saidCents}). Er is niets van ingenomen.`,
    vat_said_of_xml: () => 'Bij XML wordt niets extra gezegd: de lijsten zeggen zelf waartoe ze optellen.',
  },
};
