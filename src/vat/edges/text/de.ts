import type { EdgeTexts } from './en.ts';

export const de: EdgeTexts = {
  steps: {
    reading: 'Erklärtes lesen, ohne die, die in keinem Kreislauf sein können',
    rows: 'Die Zeilen hinter dem Gefundenen suchen',
  },
  copied: ({ files }) => `${files} Dateien kopiert`,
  part: ({ done, parts }) => `${done} von ${parts} Teilen`,
  left: ({ traders, supplies }) =>
    `${traders} Unternehmer und ${supplies} Summen zwischen ihnen können in einem Kreislauf sein.`,
  line: ({ length, count }) => `aus ${length} Summen: ${count}`,
  truncated: ({ count }) =>
    `Nicht alle: Bei ${count} ersten Summen endete die Suche an ihrer Grenze; was sie nicht sah, ist nicht gezählt.`,
  bundles: ({ count, file }) => `${count} Kreise von Unternehmern, mit den Zeilen dahinter: ${file}`,
  bundle: ({ traders, count, euros }) => `${traders}: ${count} Kreisläufe, ${euros}`,
  invoices: {
    left: ({ traders, supplies }) =>
      `${traders} Unternehmer und ${supplies} Rechnungen zwischen ihnen können in einem Kreislauf sein. Welche von zweien eines Tages zuerst kam, weiß niemand: es kann jede sein.`,
    line: ({ length, count }) => `aus ${length} Rechnungen: ${count}`,
    truncated: ({ count }) =>
      `Nicht alle: Bei ${count} ersten Rechnungen endete die Suche an ihrer Grenze; was sie nicht sah, ist nicht gezählt.`,
    nothingNew: ({ searches }) =>
      `Seit der letzten Suche dieser Art kam keine Rechnung hinzu; es sind ${searches}, und was sie fanden, bleibt.`,
  },
  page: {
    door: 'Kreisläufe',
    doorWhat: 'Verkäufe, die zu dem zurückkommen, der begann, in den Rechnungen Ihres eigenen Staates.',
    title: 'Kreisläufe in Rechnungen',
    lede: 'Verkäufe, die zu dem zurückkommen, der begann, jeder etwa so viel wert wie der vorige: was in den Rechnungen, die Ihr Staat aufnahm, gesucht wurde und was gefunden wurde.',
    open: 'Verkäufe von Unternehmern: für Sie offen durch Ihren Sitz in diesem Arbeitsbereich, für Ihren eigenen Staat. Jede Einsicht steht im Protokoll.',
    noVerdict:
      'Ein Kreislauf ist kein Urteil: Waren werden zurückgeschickt, bearbeitet und wieder verkauft. Rechnungen haben einen Tag und keine Stunde: Welche von zweien eines Tages zuerst kam, weiß niemand, und es kann jede sein.',
    live: 'Eine Suche läuft. Was fertig ist, öffnen Sie aus der Liste.',
    reload: 'Neu lesen',
    list: 'Suchen',
    days: 'Tage',
    between: ({ from, until }) => `${from} bis ${until}`,
    what: 'Gesucht',
    of: ({ party, what }) => `${party}: ${what}`,
    whole: 'alle Rechnungen dieser Tage',
    since: 'Kreisläufe mit einer Rechnung, die seit der vorigen Suche kam',
    limits: ({ days, maxLength }) => `binnen ${days} Tagen, höchstens ${maxLength} Rechnungen`,
    state: 'Stand',
    states: { running: 'läuft', stopped: 'angehalten', done: 'fertig' },
    progress: 'Fortschritt',
    goesOn: 'Der Betreiber des Knotens macht damit weiter, wo sie war:',
    rounds: 'Kreise von Unternehmern',
    asked: 'Gefragt',
    anew: 'Kamen inzwischen Rechnungen hinzu, wird neu gesucht.',
    none: 'In den Rechnungen Ihres Staates wurde noch nicht gesucht.',
    noneWhat: 'Sie werden aufgenommen (vat ingest) und dann durchsucht (vat search --invoices).',
    noneWho: 'Der Betreiber des Knotens.',
    foundIn: ({ from, until }) => `Gefunden in Rechnungen von ${from} bis ${until}`,
    nothing: 'Diese Suche fand keinen Kreislauf.',
    nothingWhat:
      'Eine größere Spanne oder mehr Tage finden mehr; eine Suche, nachdem mehr Rechnungen kamen, auch.',
    nothingWho: 'Der Betreiber des Knotens.',
    traders: 'Über',
    cycles: 'Kreisläufe',
    amount: 'Ging im Kreis',
    first: 'Erste',
    last: 'Letzte',
    pages: 'Kreise von Unternehmern, Seite für Seite',
    rows: 'Rechnungen dahinter',
    rowsOf: ({ traders }) => `Rechnungen hinter ${traders}`,
    seller: 'Verkäufer',
    buyer: 'Käufer',
    day: 'Tag',
    worth: 'Betrag',
    file: 'Datei und Zeile',
  },
  columns: {
    place: 'Rang nach dem, was im Kreis ging, ab 1.',
    traders: 'USt-IdNrn. in der Reihenfolge, in der sie verkauften, durch Leerzeichen getrennt.',
    count: 'Kreisläufe einzelner Rechnungen, die so gehen.',
    cents:
      'Eurocent ohne MwSt; eines Kreises: von je zweien nacheinander, was in seinen Kreisläufen ist, und von diesen Summen die kleinste.',
    first: 'Tag der ersten Rechnung.',
    last: 'Tag der letzten.',
    invoices: 'Rechnungen in diesen Kreisläufen.',
    seller: 'USt-IdNr.',
    buyer: 'USt-IdNr.',
    day: 'Tag der Rechnung.',
    file: 'SHA-256 der Datei.',
    row: 'Zeile der Datei, ab 1.',
  },
  problems: {
    vat_searches_not_allowed: () => 'Kreisläufe nimmt nur mit, wem sie gezeigt werden.',
    vat_period_invalid: ({ given }) =>
      `Geben Sie einen Monat, ein Quartal oder ein Jahr an, etwa 2026-01, 2026-Q1 oder 2026, statt „${given}“.`,
    vat_until_before_from: ({ from, until }) =>
      `Der letzte Zeitraum, ${until}, endet, bevor ${from} beginnt.`,
    vat_kinds_invalid: ({ given, known }) => `Geben Sie Arten aus ${known} mit Kommas an statt „${given}“.`,
    vat_search_stopped: ({ done, parts }) =>
      `Die Suche wurde angehalten; ${done} von ${parts} Teilen sind fertig, und derselbe Befehl macht weiter.`,
    vat_clickhouse_invalid: ({ message }) => `Die Datei sagt nicht, wo ClickHouse ist: ${message}`,
    vat_clickhouse_failed: ({ message }) => `ClickHouse hat nicht geantwortet: ${message}`,
  },
};
