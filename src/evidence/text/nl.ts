import { countingIn } from '#platform/text/counting.ts';
import type { EvidenceTexts } from './en.ts';

const { counted } = countingIn('nl');
const notStated = 'niet vermeld';

export const nl = {
  refusals: {
    year_not_in_series: ({ year }) => `De bron geeft voor ${year} geen cijfer.`,
    figure_missing: ({ year, reason }) => `Het cijfer voor ${year} ontbreekt: ${reason}.`,
    not_a_number: ({ year }) => `Wat de bron voor ${year} zegt, is niet één getal.`,
    several_figures: ({ year, count }) =>
      `Voor ${year} zijn er ${count} cijfers, over verschillende stromen of plaatsen; zij vormen niet één reeks.`,
    merged_cells: ({ year, series, others }) =>
      others === ''
        ? `Het cijfer van ${series} voor ${year} is deel van een samengevoegde cel van de bron.`
        : `Het cijfer voor ${year} omvat ook ${others}: de bron heeft de cellen samengevoegd.`,
    coverage_differs: ({ year, missing }) =>
      `Het totaal voor ${year} laat ${missing} weg, waarover niets is opgegeven.`,
    geography_differs: ({ from, to }) =>
      `De cijfers gaan over verschillende gebieden: ${from || notStated} en ${to || notStated}.`,
    definition_differs: ({ from, to }) =>
      `De definitie is gewijzigd: ${from || notStated} werd ${to || notStated}.`,
    method_differs: ({ from, to }) =>
      `De cijfers zijn op verschillende wijze tot stand gekomen: ${from || notStated} en ${to || notStated}.`,
  },
  caveats: {
    same_parts_missing: ({ missing }) => `In beide jaren is ${missing} weggelaten.`,
    parts_inferred: ({ parts }) =>
      `De bron zegt niet waaruit het totaal bestaat; de cijfers kloppen alleen als optelling van ${parts}.`,
    geography_not_stated: () => 'De bron zegt niet over welk gebied de cijfers gaan.',
    precision_differs: ({ from, to }) =>
      `De cijfers zijn niet even nauwkeurig: ${from || notStated} en ${to || notStated}.`,
    same_merged_cells: ({ covers }) => `In beide jaren staat het cijfer voor ${covers} samen.`,
  },
  ratioRefusals: {
    geography_not_stated: 'de bron zegt niet over welk gebied het cijfer gaat',
    geography_differs: 'de cijfers gaan over verschillende gebieden',
    unit_differs: 'de cijfers hebben verschillende eenheden',
    not_a_number: 'een van de cijfers ontbreekt of is niet één getal',
    potential_is_zero: 'van niets is geen aandeel te geven',
  },
  flags: {
    includes_other_category: 'omvat ook andere rijen (samengevoegde cel)',
    in_other_category: 'is deel van een samengevoegde cel',
    estimated: 'raming',
    definition_differs: 'andere definitie',
  },
  units: {
    EUR: '€',
    'EUR/year': '€ per jaar',
    'EUR/note': '€ per vrachtbrief',
    groups: 'groepen',
    notes: 'vrachtbrieven',
    persons: 'personen',
    questions: 'vragen',
    views: 'weergaven',
    visits: 'bezoeken',
    share: 'aandeel',
  },
  page: {
    title: 'Resultaten',
    lede: 'Elke indicator met bron en methode, wat er te winnen was naast wat er is gewonnen, en of jaren met elkaar te vergelijken zijn.',
    benefits: 'Wat het kan opleveren, wat het opleverde',
    couldBring: (geography) => `Mogelijk, ${geography}`,
    brought: (period) => `Bereikt, ${period}`,
    periodNotStated: 'periode niet vermeld',
    geographyNotStated: 'gebied niet vermeld',
    atMost: (figure) => `ten hoogste ${figure}`,
    share: 'Bereikt aandeel',
    noPotential: 'Geen cijfer van wat het kan opleveren.',
    noRealised: 'Geen cijfer van wat het opleverde.',
    ratioGiven: (share, geography) => `${share} van wat het in ${geography} kan opleveren.`,
    ratioUncertain: (share, geography, basis) =>
      `Op het gebied ${geography}, dat is afgeleid en onzeker: ${share}. Grondslag: ${basis}.`,
    ratioRefused: (potential, reason) => `Van ${potential} wordt geen aandeel gegeven: ${reason}.`,
    scopeDiffers: 'Reikwijdte niet vermeld',
    table: 'Tellingen per jaar',
    tableCaption: (title) => `${title}, per jaar`,
    indicators: 'Indicatoren',
    indicator: 'Indicator',
    series: 'Reeks',
    dossier: 'Dossier',
    level: 'Niveau',
    unit: 'Eenheid',
    latest: 'Laatste cijfer',
    later: (n) => `${counted(n, 'later cijfer wordt', 'latere cijfers worden')} op deze datum niet getoond.`,
    observations: 'Cijfers',
    year: 'Jaar',
    value: 'Waarde',
    of: 'Opgegeven delen',
    partsReported: (reported, expected) => `${reported} van ${expected}`,
    flagsTitle: 'Opmerkingen',
    comparableWith: 'Vergelijkbaar met',
    comparableWithNone: 'geen ander jaar',
    direction: 'Gewenste richting',
    method: 'Methode',
    area: 'Gebied',
    document: 'Document',
    source: 'Bron',
    compare: 'Twee jaren vergelijken',
    from: 'Van',
    to: 'Tot',
    compareSubmit: 'Vergelijken',
    comparable: 'Vergelijkbaar',
    notComparable: 'Niet vergelijkbaar',
    comparableEnds: 'Eerste tegenover laatste jaar',
    change: (from, to) => `Van ${from} naar ${to}.`,
    instead: (series, from, to) => `Wel te vergelijken: ${series}, van ${from} naar ${to}.`,
    caveatsOfSource: 'De bron maakt zelf een voorbehoud',
    contradictions: 'De bron spreekt zichzelf hier tegen',
    madeOf: 'Bestaat uit',
    noFigures: 'Het register bevat geen cijfer voor deze indicator.',
    noFiguresWhat:
      'Een indicator zonder cijfers blijft staan: ook dat niets wordt gemeten, is een bevinding.',
    years: (n) => counted(n, 'jaar', 'jaar'),
    chart: 'In beeld',
    missing: (reason) => `ontbreekt: ${reason}`,
    empty: 'Dit register bevat geen indicatoren.',
    emptyWhat:
      'Laad een bestand met indicatoren en waarnemingen, of bekijk de andere delen van het register.',
  },
  feeds: {
    all: 'Alle cijfers',
    results: 'Resultaten per dossier',
    countsWhat:
      'Elke rij uit de telling van de bron, per jaar; bij een samengevoegde of ontbrekende cel staat dat erbij.',
    axes: {
      year: 'Jaar',
      geography: 'Gebied',
      dimension: 'Uitsplitsing',
      definition: 'Definitie',
      method: 'Methode',
      record: 'Stuk',
    },
    series: (id) => `Reeks ${id}.`,
    unit: (unit) => `Eenheid: ${unit}.`,
    covers: (rows) => `staat voor ${rows} samen`,
    withoutPeriod: (n) =>
      `${counted(n, 'cijfer zonder periode staat', 'cijfers zonder periode staan')} hier niet; zie de pagina van de reeks.`,
    resultsWithout:
      'Het register vermeldt van een activiteit geen rapporterende organisatie, deelnemende organisatie, status of data; daarom staan die hier niet.',
  },
  columns: {
    series: 'Kenmerk van de reeks.',
    indicator: 'Kenmerk van de indicator.',
    year: 'Jaar of periode van het cijfer, zoals de bron het dateert.',
    value:
      'Het cijfer. Leeg als het ontbreekt of niet één getal is: zie missing en text. Een gat is nooit nul.',
    low: 'Ondergrens als de bron een bereik of een ondergrens geeft.',
    high: 'Bovengrens als de bron een bereik of een bovengrens geeft.',
    text: 'Wat de bron in woorden zegt.',
    unit: 'Eenheid van het cijfer.',
    flags: 'Kenmerken van het cijfer: samengevoegde cel, raming.',
    reported: 'Delen van een totaal die in het cijfer zitten.',
    expected: 'Delen waaruit het totaal bestaat; leeg voor een reeks die geen totaal is.',
    geography: 'Gebied waarover het cijfer gaat, zoals de bron het noemt. Leeg: niet vermeld.',
    method: 'Hoe het cijfer tot stand kwam, volgens de bron.',
  },
  problems: {
    series_not_found: ({ series, nearest }) =>
      `Er is geen reeks ${series}. Wat er het meest op lijkt: ${nearest}.`,
    dossier_not_found: ({ dossier, known }) =>
      `Voor ${dossier} zijn er geen cijfers van opbrengst. Die zijn er wel voor: ${known}.`,
    year_invalid: ({ received }) => `${received} is geen jaar.`,
  },
} satisfies EvidenceTexts;
