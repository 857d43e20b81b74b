import type { OneStopShopTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: OneStopShopTexts = {
  line: ({ state, quarter, entries, compared }: Params) =>
    `${state} ${quarter}: ${entries} Empfänger nach Verbrauchsstaat, davon ${compared} verglichen`,
  none: 'Es wurden keine Erklärungen oder Zahlungen aufgenommen.',
  obstacles: {
    no_return: 'keine Erklärung bekannt',
    no_payments: 'keine Zahlungen bekannt',
    not_identified: 'an keine USt-IdNr. gezahlt',
    below_threshold: 'nicht mehr als 25 Zahlungen: höchstens teilweise gemeldet',
    other_currency: 'auch in einer anderen Währung gezahlt',
    declared_nothing: 'als nichts erklärt, oder weniger',
  },
  page: {
    door: 'Einzige Anlaufstelle',
    doorWhat: 'Was Unternehmer aus einem Staat erhielten, neben dem, was sie für ihn erklärten.',
    title: 'Einzige Anlaufstelle: Zahlungen neben Erklärungen',
    lede: 'Was Empfänger in einem Quartal von Verbrauchern eines anderen Staates erhielten, wie Zahlungsdienstleister es melden, neben Bemessungsgrundlage und Mehrwertsteuer, die sie für diesen Staat erklärten.',
    open: 'Empfänger sind Unternehmer: für Sie offen durch Ihren Sitz in diesem Arbeitsbereich für den Staat, der diese Dateien hat. Jede Einsicht steht im Protokoll.',
    made: 'Erfunden, zum Ansehen: Solche Verkäufer, Erklärungen oder Zahlungen gibt es nicht, und es gibt keine Dateien; Zeilen sind so nummeriert, wie sie erfunden wurden. Ein Verkäufer erklärte weniger als die Hälfte dessen, was einging.',
    noVerdict:
      'Ein Unterschied ist kein Befund: eine Zahlung kann von einem früheren Verkauf sein, von einem ohne geschuldete Mehrwertsteuer oder von einem, den eine Plattform erklärte. Es ist eine Frage, die zu stellen ist.',
    choose: 'Vergleiche',
    comparison: 'Quartal',
    state: 'Bei',
    entries: 'Empfänger nach Staat',
    compared: 'Verglichen',
    none: 'Für Ihren Staat wurde noch nichts verglichen.',
    noneWhat:
      'Der Betreiber des Knotens nimmt Erklärungen und Zahlungen auf (vat ingest) und vergleicht ein Quartal (vat compare-payments).',
    noneWho: 'Die Verwaltung, die die Dateien hat.',
    table: ({ quarter, state }: Params) => `${quarter}, bei ${state}`,
    payee: 'Gezahlt an',
    consumption: 'Aus',
    inflow: 'Erhalten',
    declared: 'Erklärt, mit Mehrwertsteuer',
    difference: 'Unterschied',
    ratio: 'Erhalten je erklärtem Euro',
    obstacles: 'Im Wege',
    unknown: 'nicht bekannt',
    picture: 'Die größten Unterschiede',
    cameIn: 'erhalten',
    wasDeclared: 'erklärt',
    kept: ({ kept, entries }: Params) => `Die ${kept} größten von ${entries} sind aufbewahrt.`,
    pages: 'Empfänger, Seite für Seite',
    entry: ({ payee, consumption }: Params) => `${payee}, aus ${consumption}`,
    said: 'Was bekannt ist',
    payments: 'Zahlungen',
    refunds: 'Erstattungen',
    refunded: 'Zurückgezahlt',
    others: 'In anderen Währungen, nicht zusammengezählt',
    otherLine: ({ count, amount, currency }: Params) => `${count} in ${currency}: ${amount}`,
    base: 'Erklärte Bemessungsgrundlage',
    vat: 'Erklärte Mehrwertsteuer',
    rows: 'Zeilen dahinter',
    rowsOf: ({ shown, all }: Params) => `Die ${shown} größten von ${all}.`,
    side: 'Seite',
    sides: { declared: 'Erklärung', paid: 'Zahlung' },
    day: 'Tag',
    amount: 'Betrag',
    rate: 'Satz',
    file: 'Datei und Zeile',
    closed: 'Vergleich',
  },
  columns: {
    payee: 'USt-IdNr., wenn sie richtig ist, sonst Steuernummer oder Konto wie gemeldet.',
    consumption: 'Staat, aus dem gezahlt und für dessen Verbraucher erklärt wurde.',
    inflow: 'Eurocent, Erstattungen abgezogen; leer: in Euro ist nichts bekannt.',
    base: 'Eurocent; leer: keine Erklärung bekannt.',
    difference: 'Erhalten weniger Grundlage und Steuer, Eurocent; leer: eine Seite ist nicht bekannt.',
    ratio: 'Erhalten durch Grundlage und Steuer; leer: etwas steht im Wege.',
    obstacles: 'Wörter, durch Leerzeichen getrennt; leer: nichts steht im Wege.',
    others: 'Andere Währungen mit der Zahl ihrer Zahlungen; in keiner Summe.',
  },
  fields: { party: 'Für die Partei' },
  acts: {
    make_up: {
      title: 'Erklärungen und Zahlungen erfinden',
      explain:
        'Des letzten Quartals, das vorbei ist: erfundene Verkäufer anderswo, die von Verbrauchern Ihres Staates bezahlt wurden, neben dem, was sie für ihn erklärten; nur in erfundenen Registern. Erneut erfunden, steht das spätere auf der Seite.',
    },
  },
  problems: {
    vat_quarter_missing: ({ given }: Params) => `Geben Sie ein Quartal wie 2026-Q1 statt „${given}“ an.`,
    vat_comparisons_not_made_up: () =>
      'Erklärungen und Zahlungen werden nur in erfundenen Registern erfunden.',
    vat_comparisons_not_allowed: () =>
      'Vergleiche werden nur von denen mitgenommen, denen sie gezeigt werden.',
  },
};
