import type { ExchangeTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: ExchangeTexts = {
  reasons: {
    provision_unknown: ({ provision }: Params) => `Das Register kennt keine Bestimmung ${provision}.`,
    no_provision: ({ instrument, article }: Params) =>
      `${instrument} hat keine Bestimmung des Artikels ${article}.`,
    no_provision_any: ({ instrument }: Params) => `${instrument} öffnet nichts.`,
    no_provision_op: ({ instrument, operation }: Params) =>
      `Nichts in ${instrument} eröffnet die Handlung ${operation}.`,
    conditions_unreadable: ({ provision }: Params) =>
      `Die Bedingungen von ${provision} sind hier nicht lesbar; sie eröffnet also nichts.`,
    not_in_force: ({ subject, why }: Params) => `${subject}: ${why}`,
    not_in_force_party: ({ subject, party, why }: Params) => `${subject}, ${party}: ${why}`,
    no_agreement: ({ article, one, other }: Params) =>
      `Artikel ${article}: kein Durchführungsabkommen zwischen den Parteien ${one} und ${other} in Kraft`,
    candidate: ({ instrument, party, why }: Params) => `${instrument}, ${party}: ${why}`,
    register_copy_old: ({ minutes, atMost }: Params) =>
      `Die Kopie des Rechts auf diesem Knoten ist ${minutes} Minuten alt; ist sie älter als ${atMost} Minuten, öffnet sie nichts.`,
    not_met: ({ condition }: Params) => `nicht erfüllt: ${condition}`,
    not_stated: ({ condition }: Params) => `nicht angegeben: ${condition}`,
  },
  conditions: {
    agreement: ({ article }: Params) => `ein Durchführungsabkommen in Kraft (Artikel ${article})`,
    purpose: ({ words }: Params) => `Zweck aus ${words}`,
    data_set: ({ words }: Params) => `Datenbestand aus ${words}`,
    data_set_unnamed: () => 'ein Datenbestand, den das Durchführungsabkommen nennt',
    service: ({ words }: Params) => `gefragt von einer dieser Stellen: ${words}`,
    function: ({ words }: Params) => `gefragt in einer dieser Funktionen: ${words}`,
    offence: ({ words }: Params) => `Straftat aus ${words}`,
    case_reference: () => 'das Aktenzeichen eines Falls',
    stated: ({ words }: Params) => `der Anfragende erklärt: ${words}`,
    authorisation: () => 'ein für den Datenbestand namentlich benannter Beamter',
    authorisation_reviewed: ({ months }: Params) =>
      `ein für den Datenbestand namentlich benannter Beamter, die Benennung in den letzten ${months} Monaten überprüft`,
    training: () => 'der Beamte ist geschult',
    screening: () => 'der Beamte ist überprüft',
    place: ({ words }: Params) => `an einem dieser Orte: ${words}`,
    place_unnamed: () => 'an einem Ort, den das Abkommen in einem Anhang nennt, den das Register nicht hat',
    hours: ({ one, other }: Params) => `zwischen ${one} und ${other} Uhr`,
    quota_officer: ({ count, days }: Params) => `höchstens ${count} Fragen eines Beamten in ${days} Tagen`,
    quota_case: ({ count, days }: Params) => `höchstens ${count} Fragen in einem Fall in ${days} Tagen`,
    quota_service: ({ count, days }: Params) => `höchstens ${count} Fragen einer Stelle in ${days} Tagen`,
    onward_transfer: () => 'Zustimmung des Übermittelnden zur Weitergabe',
    other_purpose: () => 'Zustimmung des Übermittelnden zu einem anderen Zweck',
    evidence: () => 'Zustimmung des Übermittelnden zur Verwendung als Beweis',
    disclosure: () => 'Zustimmung des Übermittelnden zur Offenlegung',
    any_of: ({ words }: Params) => `eines von: ${words}`,
  },
  periods: {
    hours: ({ what, count }: Params) => `${what}: ${count} Stunden`,
    days: ({ what, count }: Params) => `${what}: ${count} Tage`,
  },
  decide: {
    open: ({ one, other, day, basis }: Params) =>
      `Offen zwischen ${one} und ${other} am ${day}, aufgrund von ${basis}.`,
    closed: ({ one, other, day }: Params) => `Verweigert zwischen ${one} und ${other} am ${day}:`,
    must: () => 'Eine Anfrage muss erfüllen:',
    nothing: () => 'Eine Anfrage muss sonst nichts erfüllen.',
  },
  problems: {
    exchange_file_unreadable: () => 'Die Datei ist keine, die ein Knoten unterschrieben hat.',
    exchange_file_other_form: ({ form, wanted }: Params) =>
      `Die Datei sagt, sie sei ${form}, und gefragt ist nach ${wanted}.`,
    exchange_key_invalid: ({ given }: Params) =>
      `Das ist kein Schlüssel, wie ein Knoten ihn bekannt macht (name+hash+key): ${given}`,
    exchange_file_not_signed: () =>
      'Keiner der angegebenen Schlüssel hat diese Datei unterschrieben, oder sie ist seither geändert worden.',
    exchange_node_unnamed: () =>
      `Ein Knoten braucht einen Namen: nennen Sie seine Partei, seine Aufgabe oder --name.`,
    exchange_contract_unreadable: () =>
      'Die Datei enthält keinen Vertrag und nicht Schlüssel und Adresse eines Knotens, wie `exchange key --json` und `exchange propose` sie schreiben.',
    exchange_contract_not_ours: () => 'Der Vertrag ist zwischen zwei anderen als diesem Knoten.',
    exchange_contract_key_not_ours: () =>
      'Der Vertrag nennt einen Schlüssel dieses Knotens, mit dem er jetzt nicht unterschreibt; lassen Sie ihn neu vorschlagen.',
    exchange_contract_unsigned: () =>
      'Der andere Knoten hat den Vertrag nicht unterschrieben, oder nicht mit dem Schlüssel, den er nennt.',
    exchange_contract_fingerprint_differs: () =>
      'Der Fingerabdruck ist nicht der des anderen Schlüssels im Vertrag: Fragen Sie den Betreiber noch einmal und unterschreiben Sie erst, wenn er gleich ist.',
    exchange_contract_node_known: () =>
      'Dieser Knoten kennt den anderen mit einem anderen Schlüssel; ein neuer kommt durch dessen eigenes `exchange rotate-key`. Hat der andere seine Schlüssel verloren, beenden Sie zuerst den Vertrag mit ihm: `exchange end-contract`.',
    exchange_contract_ended: () =>
      'Dieser Vertrag wurde hier beendet: Lassen Sie den anderen einen neuen vorschlagen.',
    exchange_contract_key_ended: () =>
      'Der Schlüssel im Vertrag ist beendet und unterschreibt nichts mehr: Lassen Sie den anderen mit dem Schlüssel vorschlagen, den er jetzt hat.',
    exchange_contract_epoch_known: () =>
      'Der Knoten ist mit einem Schlüssel dieser oder einer späteren Epoche bekannt. Lassen Sie ihn `exchange rotate-key` ausführen, bis seine Epoche höher ist, und neu vorschlagen.',
    exchange_contract_party_taken: () =>
      'Der andere spricht für eine Partei, die dieser Knoten selbst hat oder die in einem anderen Vertrag steht. Eine Partei spricht durch einen einzigen Knoten: Die Betreiber sollen klären, welcher, und zuerst den anderen Vertrag beenden: `exchange end-contract`.',
    exchange_contract_secretariat_taken: () =>
      'Der andere veröffentlicht das Register, und dieser Knoten oder einer, mit dem ein Vertrag besteht, tut es auch. Nur einer veröffentlicht es: Beenden Sie zuerst jenen Vertrag, wenn der andere an seine Stelle tritt: `exchange end-contract`.',
    exchange_clock_not_moved: ({ node, status }: Params) =>
      `${node} hat seine Uhr nicht gestellt (${status}): Der Knoten wurde nicht mit --test-clock gestartet, ist nicht erreichbar oder nimmt das von diesem Knoten nicht an.`,
    exchange_no_contract: ({ node }: Params) => `Es gibt keinen Vertrag mit ${node}, der enden könnte.`,
    exchange_nothing_followed: ({ register }: Params) =>
      `Dieser Knoten hat keine Kopie von ${register}, die er aufgeben könnte: Er veröffentlicht es selbst oder hat noch nichts übernommen.`,
    exchange_no_self: () =>
      'Diese Datenbank gehört noch keinem Knoten. Sagen Sie ein für alle Mal, welchem: `exchange key --node NL --parties NL`.',
    exchange_node_name_invalid: ({ name }: Params) =>
      `${name} ist kein Name für einen Knoten: Buchstaben, Ziffern und Bindestriche, höchstens 40.`,
    exchange_node_party_unknown: ({ party, known }: Params) =>
      `Kein Register hier hat eine Partei ${party}. Bekannt sind: ${known}.`,
    exchange_url_needed: () =>
      'Sagen Sie, wo andere diesen Knoten erreichen: --url https://nl.example, ohne Schrägstrich am Ende, Abfrage oder Namen.',
    exchange_number_invalid: ({ given }: Params) => `Geben Sie statt ${given} eine Zahl über null an.`,
    exchange_every_invalid: ({ given }: Params) =>
      `Zwischen Runden liegen mindestens 50 Millisekunden: Geben Sie statt ${given} eine Zahl ab 50 an.`,
    exchange_service_invalid: ({ message }: Params) =>
      `Die Datei ist keine Liste eines Dienstes:\n${message}`,
    exchange_instant_invalid: ({ given }: Params) =>
      `Schreiben Sie den Zeitpunkt wie 2026-12-01T10:00:00Z statt ${given}.`,
    exchange_key_unknown: ({ fingerprint }: Params) =>
      `Dieser Knoten hat keinen Schlüssel ${fingerprint}. Seine Seite der Knoten und Schlüssel nennt die, die er hat.`,
    exchange_key_signs: ({ fingerprint }: Params) =>
      `Kein neuerer Schlüssel ist an die Stelle von ${fingerprint} getreten: Führen Sie zuerst \`exchange rotate-key\` aus.`,
    exchange_no_node: () =>
      `Kein Knoten dieser Datenbank läuft, also sendet niemand die Frage. Starten Sie ihn mit \`tripoint node\`.`,
    exchange_question_invalid: ({ message }: Params) => `Die Frage ist nicht zu lesen: ${message}`,
    exchange_log_empty: () => `Das Protokoll hat noch keinen Eintrag.`,
    exchange_decision_differs: () =>
      `Die festgehaltene Entscheidung folgt nicht aus dem, woraus sie getroffen wurde.`,
    exchange_same_party: ({ party }: Params) =>
      `Eine Partei fragt eine andere: ${party} und ${party} sind dieselbe.`,
    exchange_party_unknown: ({ party }: Params) => `Dieses Register hat keine Partei ${party}.`,
    exchange_instrument_unknown: ({ instrument }: Params) =>
      `Dieses Register hat kein Instrument ${instrument}.`,
  },
};
