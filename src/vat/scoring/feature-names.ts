/**
 * What a score looks at (facts on VAT, 2.6): of each feature whether more of it speaks for fraud (1) or against (−1), from which value on
 * it counts as an indicator where indicators are merely counted, and how it is called. Thresholds are working values of this module,
 * not of any law.
 */
import type { Language } from '#kernel/languages.ts';

export type Words = Readonly<Record<Language, string>>;
export type Feature = {
  readonly sign: -1 | 1;
  /** Null: no indicator by itself. */
  readonly from: number | null;
  /** Needs what states answer of their inside. */
  readonly bridged: boolean;
  /** Rows that it is made of. */
  readonly rows:
    | 'registration'
    | 'inflow'
    | 'outflow'
    | 'both'
    | 'returns'
    | 'undeclared'
    | 'cases'
    | 'sources'
    | 'flows'
    | 'loops';
  readonly words: Words;
};

const feature = (
  sign: -1 | 1,
  from: number | null,
  rows: Feature['rows'],
  [nl, fr, de, en]: readonly [string, string, string, string],
  bridged = false,
): Feature => ({ sign, from, bridged, rows, words: { nl, fr, de, en } });

export const features = {
  age: feature(-1, 180, 'registration', [
    'dagen sinds de inschrijving',
    "jours depuis l'immatriculation",
    'Tage seit der Registrierung',
    'days since registration',
  ]),
  early_inflow: feature(-1, 60, 'inflow', [
    'dagen van inschrijving tot eerste verwerving',
    "jours de l'immatriculation à la première acquisition",
    'Tage von der Registrierung bis zum ersten Erwerb',
    'days from registration to the first acquisition',
  ]),
  inflow: feature(1, null, 'inflow', [
    'verwervingen in drie maanden',
    'acquisitions en trois mois',
    'Erwerbe in drei Monaten',
    'acquisitions in three months',
  ]),
  outflow: feature(1, null, 'outflow', [
    'leveringen naar andere staten in drie maanden',
    "livraisons vers d'autres États en trois mois",
    'Lieferungen in andere Staaten in drei Monaten',
    'supplies to other states in three months',
  ]),
  missing_returns: feature(1, 2, 'returns', [
    'ontbrekende aangiften van zes',
    'déclarations manquantes sur six',
    'fehlende Erklärungen von sechs',
    'returns missing of six',
  ]),
  gap: feature(1, 0.3, 'undeclared', [
    'deel van de verwervingen dat niet is aangegeven',
    'part des acquisitions non déclarée',
    'Anteil der nicht erklärten Erwerbe',
    'share of acquisitions not declared',
  ]),
  gap_cents: feature(1, 5_000_000, 'undeclared', [
    'niet aangegeven verwervingen',
    'acquisitions non déclarées',
    'nicht erklärte Erwerbe',
    'acquisitions not declared',
  ]),
  step: feature(1, 10, 'both', [
    'groei van de handel over de grens',
    'croissance des échanges transfrontaliers',
    'Wachstum des grenzüberschreitenden Handels',
    'growth of trade across borders',
  ]),
  few_suppliers: feature(1, 0.9, 'inflow', [
    'concentratie van leveranciers',
    'concentration des fournisseurs',
    'Konzentration der Lieferer',
    'concentration of suppliers',
  ]),
  few_buyers: feature(1, 0.9, 'outflow', [
    'concentratie van afnemers',
    'concentration des acquéreurs',
    'Konzentration der Erwerber',
    'concentration of acquirers',
  ]),
  new_partners: feature(1, 0.8, 'both', [
    'deel van de handel met nieuwe partners',
    'part des échanges avec de nouveaux partenaires',
    'Anteil des Handels mit neuen Partnern',
    'share of trade with new partners',
  ]),
  margin: feature(-1, 0.02, 'returns', [
    'aangegeven marge',
    'marge déclarée',
    'erklärte Marge',
    'declared margin',
  ]),
  refund_jump: feature(1, 2_000_000, 'returns', [
    'sprong in teruggevraagde btw',
    'hausse de la TVA à rembourser',
    'Sprung der erstatteten Steuer',
    'jump of VAT asked back',
  ]),
  risky_goods: feature(1, 1, 'registration', [
    'goederen die vaak rondgaan',
    'biens qui circulent souvent en carrousel',
    'Waren, die oft im Kreis gehen',
    'goods that often go round',
  ]),
  resectored: feature(1, 1, 'registration', [
    'pas van bedrijfstak veranderd',
    "changement récent de secteur d'activité",
    'Branche kürzlich gewechselt',
    'branch of trade changed of late',
  ]),
  shared_directors: feature(1, 1, 'cases', [
    'bestuurder of rekening gedeeld met bevestigde gevallen',
    'dirigeant ou compte partagé avec des cas confirmés',
    'Leitung oder Konto mit bestätigten Fällen geteilt',
    'director or account shared with confirmed cases',
  ]),
  transit: feature(1, 0.8, 'both', [
    'wat over de grens binnenkomt gaat er weer over uit',
    'ce qui entre par la frontière en ressort',
    'was über die Grenze kommt, geht wieder hinaus',
    'what comes across the border leaves across it',
  ]),
  unsourced: feature(1, 0.6, 'outflow', [
    'leveringen zonder inkoop',
    'livraisons sans achats',
    'Lieferungen ohne Einkauf',
    'supplies without purchases',
  ]),
  dormant: feature(1, 0.7, 'both', [
    'deel van het jaar ervoor zonder handel',
    "part de l'année précédente sans échanges",
    'Anteil des Vorjahres ohne Handel',
    'share of the year before without trade',
  ]),
  buyers_gap: feature(1, 0.3, 'outflow', [
    'deel geleverd aan wie niet aangeeft',
    'part livrée à qui ne déclare pas',
    'Anteil an Erwerber, die nicht erklären',
    'share supplied to who does not declare',
  ]),
  young_buyers: feature(1, 0.5, 'outflow', [
    'deel geleverd aan nieuw ingeschrevenen',
    'part livrée à des assujettis récents',
    'Anteil an neu Registrierte',
    'share supplied to the newly registered',
  ]),
  near_cases: feature(1, null, 'cases', [
    'nabijheid van bevestigde gevallen',
    'proximité de cas confirmés',
    'Nähe zu bestätigten Fällen',
    'nearness to confirmed cases',
  ]),
  cycle_cents: feature(1, 5_000_000, 'loops', [
    'volume van kringen in de opgaven',
    'volume des cycles dans les états récapitulatifs',
    'Umfang der Kreise in den Meldungen',
    'volume of cycles in statements',
  ]),
  cycle_share: feature(1, 0.5, 'loops', [
    'deel van de handel in zulke kringen',
    'part des échanges dans ces cycles',
    'Anteil des Handels in solchen Kreisen',
    'share of trade in such cycles',
  ]),
  loop_cents: feature(
    1,
    5_000_000,
    'loops',
    [
      'volume van kringen door het binnenland',
      'volume des cycles passant par le territoire',
      'Umfang der Kreise durch das Inland',
      'volume of cycles that run through a state',
    ],
    true,
  ),
  loop_share: feature(
    1,
    0.5,
    'loops',
    [
      'deel van de handel in kringen door het binnenland',
      'part des échanges dans ces cycles par le territoire',
      'Anteil des Handels in Kreisen durch das Inland',
      'share of trade in cycles that run through a state',
    ],
    true,
  ),
  loop_gap: feature(
    1,
    0.3,
    'loops',
    [
      'in een kring met wie niet aangeeft',
      'dans un cycle avec qui ne déclare pas',
      'in einem Kreis mit jemandem, der nicht erklärt',
      'in a cycle with somebody who does not declare',
    ],
    true,
  ),
  loop_young: feature(
    1,
    1,
    'loops',
    [
      'in een kring met een nieuw ingeschrevene',
      'dans un cycle avec un assujetti récent',
      'in einem Kreis mit einem neu Registrierten',
      'in a cycle with somebody newly registered',
    ],
    true,
  ),
  loop_hops: feature(
    1,
    2,
    'loops',
    [
      'verkopen in het binnenland binnen de kring',
      'ventes intérieures dans le cycle',
      'Verkäufe im Inland innerhalb des Kreises',
      'sales at home within the cycle',
    ],
    true,
  ),
  loop_states: feature(
    1,
    3,
    'loops',
    ['staten in de kring', 'États dans le cycle', 'Staaten im Kreis', 'states in the cycle'],
    true,
  ),
  loop_signs: feature(
    1,
    3,
    'loops',
    [
      'verdachte tekenen van de kring, van vijf',
      'signes suspects du cycle, sur cinq',
      'verdächtige Zeichen des Kreises, von fünf',
      'suspicious signs of the cycle, of five',
    ],
    true,
  ),
  sources: feature(
    1,
    0.3,
    'sources',
    [
      'deel van de inkoop dat bij binnenkomst niet is aangegeven',
      "part des achats non déclarée à l'entrée dans l'État",
      'Anteil der Einkäufe, der beim Eingang nicht erklärt wurde',
      'share of purchases that was not declared on entry',
    ],
    true,
  ),
  pass_through: feature(
    1,
    0.7,
    'inflow',
    [
      'deel van de verwervingen dat het land weer verlaat',
      "part des acquisitions qui ressort de l'État",
      'Anteil der Erwerbe, der den Staat wieder verlässt',
      'share of acquisitions that leaves the state again',
    ],
    true,
  ),
  fed_by_gap: feature(
    1,
    0.3,
    'outflow',
    [
      'deel van de leveringen gevoed door wie niet aangeeft',
      'part des livraisons alimentée par qui ne déclare pas',
      'Anteil der Lieferungen von jemandem, der nicht erklärt',
      'share of supplies fed by somebody who does not declare',
    ],
    true,
  ),
  passing: feature(
    1,
    0.8,
    'both',
    [
      'deel van de handel over de grens dat in één maand binnenkomt en weer uitgaat',
      'part des échanges transfrontaliers qui entre et ressort dans le même mois',
      'Anteil des grenzüberschreitenden Handels, der in einem Monat kommt und wieder geht',
      'share of trade across borders that comes and leaves in one month',
    ],
    false,
  ),
  returning: feature(
    1,
    0.5,
    'both',
    [
      'deel van de handel dat naar een staat gaat en uit dezelfde komt',
      'part des échanges qui va vers un État et vient du même',
      'Anteil des Handels, der in einen Staat geht und aus demselben kommt',
      'share of trade that goes to a state and comes from the same one',
    ],
    false,
  ),
  passing_home: feature(
    1,
    0.8,
    'flows',
    [
      'deel van alle handel, ook in het binnenland, dat in één maand binnenkomt en weer uitgaat',
      'part de tous les échanges, y compris intérieurs, qui entre et ressort dans le même mois',
      'Anteil allen Handels, auch im Inland, der in einem Monat kommt und wieder geht',
      'share of all trade, at home too, that comes and leaves in one month',
    ],
    true,
  ),
  passing_cents: feature(
    1,
    null,
    'flows',
    [
      'handel die in één maand binnenkomt en weer uitgaat',
      'échanges qui entrent et ressortent dans le même mois',
      'Handel, der in einem Monat kommt und wieder geht',
      'trade that comes and leaves in one month',
    ],
    true,
  ),
  sources_cents: feature(
    1,
    5_000_000,
    'sources',
    [
      'inkoop die bij binnenkomst niet is aangegeven',
      "achats non déclarés à l'entrée dans l'État",
      'Einkäufe, die beim Eingang nicht erklärt wurden',
      'purchases that were not declared on entry',
    ],
    true,
  ),
  buyers_sources: feature(
    1,
    0.3,
    'outflow',
    [
      'deel geleverd aan wie inkoopt wat niet is aangegeven',
      "part livrée à qui achète ce qui n'a pas été déclaré",
      'Anteil an Erwerber, die einkaufen, was nicht erklärt wurde',
      'share supplied to who buys what was not declared',
    ],
    true,
  ),
  suppliers_sources: feature(
    1,
    0.3,
    'inflow',
    [
      'deel verworven van wie inkoopt wat niet is aangegeven',
      "part acquise de qui achète ce qui n'a pas été déclaré",
      'Anteil von Lieferern, die einkaufen, was nicht erklärt wurde',
      'share acquired from who buys what was not declared',
    ],
    true,
  ),
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as readonly FeatureName[];
export const statementFeatures = featureNames.filter((name) => !features[name].bridged);

/** Of one trader; NaN where it is not known. */
export type FeatureValues = Readonly<Record<FeatureName, number>>;

/** Whether a value is an indicator by itself. */
export function isIndicator(name: FeatureName, value: number): boolean {
  const { sign, from } = features[name];
  return from !== null && !Number.isNaN(value) && (sign > 0 ? value >= from : value <= from);
}
