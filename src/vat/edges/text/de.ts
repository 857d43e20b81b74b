import type { EdgeTexts } from './en.ts';

export const de: EdgeTexts = {
  steps: {
    reading: 'Erklärtes lesen, ohne die, die in keinem Kreislauf sein können',
    rows: 'Die Zeilen hinter dem Gefundenen suchen',
  },
  copied: ({ files }) => `${files} Dateien kopiert`,
  part: ({ done, parts }) => `${done} von ${parts} Teilen`,
  left: ({ traders, supplies }) =>
    `${traders} Händler und ${supplies} Summen zwischen ihnen können in einem Kreislauf sein.`,
  line: ({ length, count }) => `aus ${length} Summen: ${count}`,
  truncated: ({ count }) =>
    `Nicht alle: Bei ${count} ersten Summen endete die Suche an ihrer Grenze; was sie nicht sah, ist nicht gezählt.`,
  bundles: ({ count, file }) => `${count} Kreise von Händlern, mit den Zeilen dahinter: ${file}`,
  bundle: ({ traders, count, euros }) => `${traders}: ${count} Kreisläufe, ${euros}`,
  invoices: {
    left: ({ traders, supplies }) =>
      `${traders} Händler und ${supplies} Rechnungen zwischen ihnen können in einem Kreislauf sein. Welche von zweien eines Tages zuerst kam, weiß niemand: es kann jede sein.`,
    line: ({ length, count }) => `aus ${length} Rechnungen: ${count}`,
    truncated: ({ count }) =>
      `Nicht alle: Bei ${count} ersten Rechnungen endete die Suche an ihrer Grenze; was sie nicht sah, ist nicht gezählt.`,
    nothingNew: ({ searches }) =>
      `Seit der letzten Suche dieser Art kam keine Rechnung hinzu; es sind ${searches}, und was sie fanden, bleibt.`,
  },
  problems: {
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
