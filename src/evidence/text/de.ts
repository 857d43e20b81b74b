import { countingIn } from '#platform/text/counting.ts';
import type { EvidenceTexts } from './en.ts';

const { counted } = countingIn('de');
const notStated = 'nicht angegeben';

export const de = {
  refusals: {
    year_not_in_series: ({ year }) => `Die Quelle nennt für ${year} keine Zahl.`,
    figure_missing: ({ year, reason }) => `Die Zahl für ${year} fehlt: ${reason}.`,
    not_a_number: ({ year }) => `Was die Quelle für ${year} angibt, ist keine einzelne Zahl.`,
    several_figures: ({ year, count }) =>
      `Für ${year} gibt es ${count} Zahlen zu verschiedenen Strömen oder Orten; sie bilden keine gemeinsame Reihe.`,
    merged_cells: ({ year, series, others }) =>
      others === ''
        ? `Die Zahl von ${series} für ${year} ist Teil einer verbundenen Zelle der Quelle.`
        : `Die Zahl für ${year} enthält auch ${others}: Die Quelle hat die Zellen verbunden.`,
    coverage_differs: ({ year, missing }) =>
      `Die Gesamtzahl für ${year} lässt ${missing} aus; dazu ist nichts gemeldet.`,
    geography_differs: ({ from, to }) =>
      `Die Zahlen betreffen verschiedene Gebiete: ${from || notStated} und ${to || notStated}.`,
    definition_differs: ({ from, to }) =>
      `Die Definition hat sich geändert: Aus ${from || notStated} wurde ${to || notStated}.`,
    method_differs: ({ from, to }) =>
      `Die Zahlen sind auf verschiedene Weise entstanden: ${from || notStated} und ${to || notStated}.`,
  },
  caveats: {
    same_parts_missing: ({ missing }) => `In beiden Jahren fehlt ${missing}.`,
    parts_inferred: ({ parts }) =>
      `Die Quelle sagt nicht, woraus die Gesamtzahl besteht; ihre Zahlen gehen nur als Summe von ${parts} auf.`,
    geography_not_stated: () => 'Die Quelle sagt nicht, welches Gebiet die Zahlen betreffen.',
    precision_differs: ({ from, to }) =>
      `Die Zahlen sind nicht gleich genau: ${from || notStated} und ${to || notStated}.`,
    same_merged_cells: ({ covers }) => `In beiden Jahren steht die Zahl für ${covers} zusammen.`,
  },
  ratioRefusals: {
    geography_not_stated: 'die Quelle sagt nicht, welches Gebiet die Zahl betrifft',
    geography_differs: 'die Zahlen betreffen verschiedene Gebiete',
    unit_differs: 'die Zahlen haben verschiedene Einheiten',
    not_a_number: 'eine der Zahlen fehlt oder ist keine einzelne Zahl',
    potential_is_zero: 'von nichts lässt sich kein Anteil angeben',
  },
  flags: {
    includes_other_category: 'enthält auch andere Zeilen (verbundene Zelle)',
    in_other_category: 'ist Teil einer verbundenen Zelle',
    estimated: 'Schätzung',
    definition_differs: 'andere Definition',
  },
  units: {
    EUR: '€',
    'EUR/year': '€ im Jahr',
    'EUR/note': '€ je Frachtbrief',
    groups: 'Gruppen',
    notes: 'Frachtbriefe',
    persons: 'Personen',
    questions: 'Fragen',
    views: 'Aufrufe',
    visits: 'Besuche',
    share: 'Anteil',
  },
  page: {
    title: 'Ergebnisse',
    lede: 'Jeder Indikator mit Quelle und Methode, was zu gewinnen war neben dem, was gewonnen wurde, und ob sich Jahre miteinander vergleichen lassen.',
    benefits: 'Was es bringen kann, was es gebracht hat',
    couldBring: (geography) => `Möglich, ${geography}`,
    brought: (period) => `Erreicht, ${period}`,
    periodNotStated: 'Zeitraum nicht angegeben',
    geographyNotStated: 'Gebiet nicht angegeben',
    atMost: (figure) => `höchstens ${figure}`,
    share: 'Erreichter Anteil',
    noPotential: 'Keine Zahl zu dem, was es bringen kann.',
    noRealised: 'Keine Zahl zu dem, was es gebracht hat.',
    ratioGiven: (share, geography) => `${share} dessen, was es bringen kann (Gebiet: ${geography}).`,
    ratioUncertain: (share, geography, basis) =>
      `Für das Gebiet ${geography}, das erschlossen und unsicher ist: ${share}. Grundlage: ${basis}.`,
    ratioRefused: (potential, reason) => `Für ${potential} wird kein Anteil angegeben, denn ${reason}.`,
    scopeDiffers: 'Bezugsrahmen nicht angegeben',
    table: 'Zählungen nach Jahr',
    tableCaption: (title) => `${title}, nach Jahr`,
    indicators: 'Indikatoren',
    indicator: 'Indikator',
    series: 'Reihe',
    dossier: 'Dossier',
    level: 'Ebene',
    unit: 'Einheit',
    latest: 'Letzte Zahl',
    later: (n) =>
      `${counted(n, 'spätere Zahl wird', 'spätere Zahlen werden')} zu diesem Datum nicht gezeigt.`,
    observations: 'Zahlen',
    year: 'Jahr',
    value: 'Wert',
    of: 'Gemeldete Teile',
    partsReported: (reported, expected) => `${reported} von ${expected}`,
    flagsTitle: 'Bemerkungen',
    comparableWith: 'Vergleichbar mit',
    comparableWithNone: 'keinem anderen Jahr',
    direction: 'Erwünschte Richtung',
    method: 'Methode',
    area: 'Gebiet',
    document: 'Dokument',
    source: 'Quelle',
    compare: 'Zwei Jahre vergleichen',
    from: 'Von',
    to: 'Bis',
    compareSubmit: 'Vergleichen',
    comparable: 'Vergleichbar',
    notComparable: 'Nicht vergleichbar',
    comparableEnds: 'Erstes gegen letztes Jahr',
    change: (from, to) => `Von ${from} auf ${to}.`,
    instead: (series, from, to) => `Vergleichbar ist stattdessen: ${series}, von ${from} auf ${to}.`,
    caveatsOfSource: 'Die Quelle selbst macht einen Vorbehalt',
    contradictions: 'Die Quelle widerspricht sich hier',
    madeOf: 'Besteht aus',
    noFigures: 'Das Register enthält keine Zahl zu diesem Indikator.',
    noFiguresWhat: 'Ein Indikator ohne Zahlen bleibt stehen: Auch dass nichts gemessen wird, ist ein Befund.',
    years: (n) => counted(n, 'Jahr', 'Jahre'),
    chart: 'Im Bild',
    missing: (reason) => `fehlt: ${reason}`,
    empty: 'Dieses Register enthält keine Indikatoren.',
    emptyWhat:
      'Laden Sie eine Datei mit Indikatoren und Beobachtungen, oder sehen Sie die anderen Teile des Registers an.',
  },
  feeds: {
    all: 'Alle Zahlen',
    results: 'Ergebnisse nach Dossier',
    countsWhat:
      'Jede Zeile der Zählung in der Quelle, nach Jahr; verbundene und fehlende Zellen sind als solche gekennzeichnet.',
    axes: {
      year: 'Jahr',
      geography: 'Gebiet',
      dimension: 'Aufgliederung',
      definition: 'Definition',
      method: 'Methode',
      record: 'Eintrag',
    },
    series: (id) => `Reihe ${id}.`,
    unit: (unit) => `Einheit: ${unit}.`,
    covers: (rows) => `steht für ${rows} zusammen`,
    withoutPeriod: (n) =>
      `${counted(n, 'Zahl ohne Zeitraum steht', 'Zahlen ohne Zeitraum stehen')} hier nicht; siehe die Seite der Reihe.`,
    resultsWithout:
      'Das Register nennt zu einer Aktivität weder berichtende noch beteiligte Organisation, weder Status noch Daten; sie stehen deshalb hier nicht.',
  },
  columns: {
    series: 'Kennung der Reihe.',
    indicator: 'Kennung des Indikators.',
    year: 'Jahr oder Zeitraum der Zahl, wie die Quelle sie datiert.',
    value:
      'Die Zahl. Leer, wenn sie fehlt oder keine einzelne Zahl ist: siehe missing und text. Eine Lücke ist niemals null.',
    low: 'Untergrenze, wo die Quelle eine Spanne oder eine Untergrenze angibt.',
    high: 'Obergrenze, wo die Quelle eine Spanne oder eine Obergrenze angibt.',
    text: 'Was die Quelle in Worten sagt.',
    unit: 'Einheit der Zahl.',
    flags: 'Merkmale der Zahl: verbundene Zelle, Schätzung.',
    reported: 'Teile einer Gesamtzahl, die in der Zahl enthalten sind.',
    expected: 'Teile, aus denen die Gesamtzahl besteht; leer bei einer Reihe, die keine Gesamtzahl ist.',
    geography: 'Gebiet, das die Zahl betrifft, wie die Quelle es nennt. Leer: nicht angegeben.',
    method: 'Wie die Zahl entstanden ist, nach Angabe der Quelle.',
  },
  problems: {
    series_not_found: ({ series, nearest }) => `Es gibt keine Reihe ${series}. Am ähnlichsten: ${nearest}.`,
    dossier_not_found: ({ dossier, known }) =>
      `Für ${dossier} gibt es keine Zahlen zum Nutzen. Es gibt sie für: ${known}.`,
    year_invalid: ({ received }) => `${received} ist kein Jahr.`,
  },
} satisfies EvidenceTexts;
