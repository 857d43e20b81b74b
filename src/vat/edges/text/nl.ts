import type { EdgeTexts } from './en.ts';

export const nl: EdgeTexts = {
  steps: {
    reading: 'Wat is aangegeven lezen, zonder wie in geen kringloop kan zitten',
    rows: 'De regels achter wat is gevonden opzoeken',
  },
  copied: ({ files }) => `${files} bestanden gekopieerd`,
  part: ({ done, parts }) => `${done} van ${parts} delen`,
  left: ({ traders, supplies }) =>
    `${traders} handelaren en ${supplies} totalen tussen hen kunnen in een kringloop zitten.`,
  line: ({ length, count }) => `van ${length} totalen: ${count}`,
  truncated: ({ count }) =>
    `Niet alle: bij ${count} eerste totalen hield het zoeken op bij zijn grens; wat het niet zag, is niet geteld.`,
  bundles: ({ count, file }) => `${count} kringen van handelaren, met de regels erachter: ${file}`,
  bundle: ({ traders, count, euros }) => `${traders}: ${count} kringlopen, ${euros}`,
  invoices: {
    left: ({ traders, supplies }) =>
      `${traders} handelaren en ${supplies} facturen tussen hen kunnen in een kringloop zitten. Welke van twee van dezelfde dag er eerst was, weet niemand: beide kunnen het zijn.`,
    line: ({ length, count }) => `van ${length} facturen: ${count}`,
    truncated: ({ count }) =>
      `Niet alle: bij ${count} eerste facturen hield het zoeken op bij zijn grens; wat het niet zag, is niet geteld.`,
    nothingNew: ({ searches }) =>
      `Sinds de vorige zoekopdracht van deze soort kwam er geen factuur bij; er zijn er ${searches}, en wat ze vonden blijft.`,
  },
  problems: {
    vat_period_invalid: ({ given }) =>
      `Geef een maand, kwartaal of jaar, bijvoorbeeld 2026-01, 2026-Q1 of 2026, in plaats van “${given}”.`,
    vat_until_before_from: ({ from, until }) =>
      `Het laatste tijdvak, ${until}, eindigt voordat ${from} begint.`,
    vat_kinds_invalid: ({ given, known }) =>
      `Geef soorten uit ${known} met komma’s in plaats van “${given}”.`,
    vat_search_stopped: ({ done, parts }) =>
      `Het zoeken is gestopt; ${done} van ${parts} delen zijn klaar, en dezelfde opdracht gaat verder.`,
    vat_clickhouse_invalid: ({ message }) => `Het bestand zegt niet waar ClickHouse is: ${message}`,
    vat_clickhouse_failed: ({ message }) => `ClickHouse antwoordde niet: ${message}`,
  },
};
