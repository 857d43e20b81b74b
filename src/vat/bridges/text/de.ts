import type { BridgeTexts } from './en.ts';

export const de: BridgeTexts = {
  carousels: {
    rows: ({ rows, states }) => `${rows} Zeilen aus Zusammenfassenden Meldungen von ${states}.`,
    none: () => 'Allein aus Meldungen: kein Kreislauf.',
    alone: ({ count }) => `Allein aus Meldungen: ${count} Kreisläufe.`,
    bridges: ({ bridges, pairs }) => `${bridges} Brücken genannt, von ${pairs} erfragten Paaren.`,
    found: ({ count }) => `Mit Brücken: ${count} Kreisläufe.`,
    one: ({ way, euro }) => `  ${way}: höchstens ${euro} Euro gingen im Kreis`,
    bridge: ({ hops }) => `⇢ (${hops} Verkäufe innerhalb des Staates) ⇢`,
    truncated: () => 'Nicht alle: die Suche endete an ihrer Grenze.',
  },
  keyMade: ({ instrument, epoch, until, id }) =>
    `Der Tokenschlüssel ${id} von ${instrument}, Abschnitt ${epoch}, bis ${until}, liegt im Ordner dieses Knotens.`,
  nobody: 'nicht gesagt',
  problems: {
    vat_holdings_twice: () =>
      'Ein Zugang antwortet aus einer Datei (--vat) oder aus dem, was aufgenommen wurde (--vat-declared), nicht aus beidem.',
    vat_holdings_invalid: ({ message }) =>
      `In der Datei steht nicht, was ein Staat vom Handel weiß: ${message}`,
    vat_instrument_invalid: ({ given }) => `${given} ist keine Kennung eines Instruments.`,
    vat_month_invalid: ({ given }) => `Schreiben Sie einen Monat wie 2026-03 statt „${given}“.`,
    vat_option_missing: ({ option }) => `Nennen Sie ${option}.`,
    vat_pairs_truncated: ({ pairs }) =>
      `Es gibt mehr Paare, als gefragt werden: gefragt wurden ${pairs}, die mit den größten Beträgen.`,
    vat_token_invalid: ({ given }) => `${given} ist kein Token.`,
    vat_token_key_there: ({ instrument, epoch }) =>
      `Es gibt schon einen Tokenschlüssel von ${instrument}, Abschnitt ${epoch}; ein neuer gehört zu einem anderen Abschnitt.`,
    vat_token_key_sealed: ({ state }) =>
      `Was ${state} übergab, geht nicht auf: es war für eine andere Frage versiegelt oder wurde unterwegs verändert.`,
    vat_token_key_unreadable: ({ name }) =>
      `${name} im Ordner der Tokenschlüssel ist kein lesbarer Schlüssel; sehen Sie die Datei an und löschen Sie sie.`,
    vat_token_keys_differ: ({ states }) =>
      `${states} haben nicht denselben Tokenschlüssel: was der eine sagt, passt nicht zu dem, was der andere sagt.`,
    vat_not_told: ({ state, operation, why }) => `${state} antwortete nicht auf ${operation}: ${why}.`,
    vat_statements_endless: ({ state, mostPages, mostRows }) =>
      `${state} teilte mehr Meldungen mit, als gelesen werden: ${mostPages} Seiten oder ${mostRows} Zeilen. Keine davon wird verwendet. Fragen Sie nach weniger Monaten; hört es auch dann nicht auf, wenden Sie sich an den Betreiber seines Zugangs.`,
    vat_nobody_asks: () => 'Auf dieser Datenbank läuft kein Knoten, also fragt niemand.',
  },
};
