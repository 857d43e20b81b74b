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
  page: {
    door: 'Kringlopen',
    doorWhat: 'Verkopen die terugkomen bij wie begon, in de facturen van uw eigen staat.',
    title: 'Kringlopen in facturen',
    lede: 'Verkopen die terugkomen bij wie begon, elk ongeveer zoveel waard als de vorige: wat in de facturen die uw staat innam is gezocht, en wat is gevonden.',
    open: 'Verkopen van handelaren: voor u open door uw zetel in dit werkterrein, voor uw eigen staat. Elke inzage staat in het logboek.',
    noVerdict:
      'Een kringloop is geen oordeel: goederen worden teruggestuurd, bewerkt en weer verkocht. Facturen hebben een dag en geen uur: welke van twee van dezelfde dag er eerst was, weet niemand, en beide kunnen het zijn.',
    live: 'Er wordt gezocht. Wat klaar is, opent u uit de lijst.',
    reload: 'Opnieuw lezen',
    list: 'Zoekopdrachten',
    days: 'Dagen',
    between: ({ from, until }) => `${from} tot en met ${until}`,
    what: 'Gezocht',
    of: ({ party, what }) => `${party}: ${what}`,
    whole: 'alle facturen van deze dagen',
    since: 'kringlopen met een factuur die sinds de vorige zoekopdracht kwam',
    limits: ({ days, maxLength }) => `binnen ${days} dagen, hoogstens ${maxLength} facturen`,
    state: 'Stand',
    states: { running: 'bezig', stopped: 'gestopt', done: 'klaar' },
    progress: 'Voortgang',
    goesOn: 'Wie het knooppunt beheert, gaat ermee verder waar het was:',
    rounds: 'Kringen van handelaren',
    asked: 'Gevraagd',
    anew: 'Kwamen er intussen facturen bij, dan wordt opnieuw gezocht.',
    none: 'In de facturen van uw staat is nog niet gezocht.',
    noneWhat: 'Ze worden ingenomen (vat ingest) en daarna doorzocht (vat search --invoices).',
    noneWho: 'Wie het knooppunt beheert.',
    foundIn: ({ from, until }) => `Gevonden in facturen van ${from} tot en met ${until}`,
    nothing: 'Deze zoekopdracht vond geen kringloop.',
    nothingWhat: 'Een ruimere marge of meer dagen vinden meer; zoeken nadat er meer facturen kwamen ook.',
    nothingWho: 'Wie het knooppunt beheert.',
    traders: 'Via',
    cycles: 'Kringlopen',
    amount: 'Ging rond',
    first: 'Eerste',
    last: 'Laatste',
    pages: 'Kringen van handelaren, pagina voor pagina',
    rows: 'Facturen erachter',
    rowsOf: ({ traders }) => `Facturen achter ${traders}`,
    seller: 'Verkoper',
    buyer: 'Koper',
    day: 'Dag',
    worth: 'Bedrag',
    file: 'Bestand en regel',
  },
  columns: {
    place: 'Plaats naar wat rondging, vanaf 1.',
    traders: 'Btw-nummers in de volgorde waarin zij verkochten, met een spatie ertussen.',
    count: 'Kringlopen van losse facturen die zo gaan.',
    cents:
      'Eurocent zonder btw; van een kring: van elke twee na elkaar wat in de kringlopen zit, en van die sommen de kleinste.',
    first: 'Dag van de eerste factuur.',
    last: 'Dag van de laatste.',
    invoices: 'Facturen in deze kringlopen.',
    seller: 'Btw-nummer.',
    buyer: 'Btw-nummer.',
    day: 'Dag van de factuur.',
    file: 'SHA-256 van het bestand.',
    row: 'Regel van het bestand, vanaf 1.',
  },
  problems: {
    vat_searches_not_allowed: () => 'Kringlopen gaan alleen mee met wie ze te zien krijgt.',
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
