import { countingIn } from '#platform/text/counting.ts';
import type { EvidenceTexts } from './en.ts';

const { counted } = countingIn('fr');
const notStated = 'non indiqué';

/** French sets a no-break space before `:`, `;`, `?` and `!`. */
export const fr = {
  refusals: {
    year_not_in_series: ({ year }) => `La source ne donne aucun chiffre pour ${year}.`,
    figure_missing: ({ year, reason }) => `Le chiffre de ${year} manque\u00a0: ${reason}.`,
    not_a_number: ({ year }) => `Ce que la source indique pour ${year} n’est pas un nombre unique.`,
    several_figures: ({ year, count }) =>
      `Pour ${year}, il y a ${count} chiffres, relatifs à des flux ou à des lieux différents\u00a0; ils ne forment pas une même série.`,
    merged_cells: ({ year, series, others }) =>
      others === ''
        ? `Le chiffre de ${series} pour ${year} fait partie d’une cellule fusionnée de la source.`
        : `Le chiffre de ${year} comprend aussi ${others}\u00a0: la source a fusionné les cellules.`,
    coverage_differs: ({ year, missing }) =>
      `Le total de ${year} ne comprend pas ${missing}\u00a0: rien n’a été communiqué à ce sujet.`,
    geography_differs: ({ from, to }) =>
      `Les chiffres portent sur des territoires différents\u00a0: ${from || notStated} et ${to || notStated}.`,
    definition_differs: ({ from, to }) =>
      `La définition a changé\u00a0: ${from || notStated} est devenu ${to || notStated}.`,
    method_differs: ({ from, to }) =>
      `Les chiffres ont été établis différemment\u00a0: ${from || notStated} et ${to || notStated}.`,
  },
  caveats: {
    same_parts_missing: ({ missing }) => `Ni l’une ni l’autre année ne comprend ${missing}.`,
    parts_inferred: ({ parts }) =>
      `La source ne dit pas de quoi le total est composé\u00a0; ses chiffres ne s’additionnent que comme ${parts}.`,
    geography_not_stated: () => 'La source n’indique pas sur quel territoire portent les chiffres.',
    precision_differs: ({ from, to }) =>
      `Les chiffres n’ont pas la même précision\u00a0: ${from || notStated} et ${to || notStated}.`,
    same_merged_cells: ({ covers }) => `Pour les deux années, le chiffre vaut pour ${covers} ensemble.`,
  },
  ratioRefusals: {
    geography_not_stated: 'la source n’indique pas sur quel territoire porte le chiffre',
    geography_differs: 'les chiffres portent sur des territoires différents',
    unit_differs: 'les chiffres sont exprimés dans des unités différentes',
    not_a_number: 'l’un des chiffres manque ou n’est pas un nombre unique',
    potential_is_zero: 'une part de zéro ne peut être donnée',
  },
  flags: {
    includes_other_category: 'comprend aussi d’autres lignes (cellule fusionnée)',
    in_other_category: 'fait partie d’une cellule fusionnée',
    estimated: 'estimation',
    definition_differs: 'autre définition',
  },
  units: {
    EUR: '€',
    'EUR/year': '€ par an',
    'EUR/note': '€ par lettre de voiture',
    groups: 'groupes',
    notes: 'lettres de voiture',
    persons: 'personnes',
    questions: 'questions',
    views: 'consultations',
    visits: 'visites',
    share: 'part',
  },
  page: {
    title: 'Résultats',
    lede: 'Chaque indicateur avec sa source et sa méthode, les gains possibles en regard des gains obtenus, et si les années peuvent être comparées entre elles.',
    benefits: 'Ce que cela peut apporter, ce que cela a apporté',
    couldBring: (geography) => `Possible, ${geography}`,
    brought: (period) => `Obtenu, ${period}`,
    periodNotStated: 'période non indiquée',
    geographyNotStated: 'territoire non indiqué',
    atMost: (figure) => `au plus ${figure}`,
    share: 'Part atteinte',
    noPotential: 'Aucun chiffre de ce que cela peut apporter.',
    noRealised: 'Aucun chiffre de ce que cela a apporté.',
    ratioGiven: (share, geography) =>
      `${share} de ce que cela peut apporter (territoire\u00a0: ${geography}).`,
    ratioUncertain: (share, geography, basis) =>
      `Sur le territoire ${geography}, déduit et incertain\u00a0: ${share}. Fondement\u00a0: ${basis}.`,
    ratioRefused: (potential, reason) => `Aucune part n’est donnée pour ${potential}\u00a0: ${reason}.`,
    scopeDiffers: 'Portée non indiquée',
    table: 'Décomptes par année',
    tableCaption: (title) => `${title}, par année`,
    indicators: 'Indicateurs',
    indicator: 'Indicateur',
    series: 'Série',
    dossier: 'Dossier',
    level: 'Niveau',
    unit: 'Unité',
    latest: 'Dernier chiffre',
    later: (n) =>
      `${counted(n, 'chiffre ultérieur n’est pas montré', 'chiffres ultérieurs ne sont pas montrés')} à cette date.`,
    observations: 'Chiffres',
    year: 'Année',
    value: 'Valeur',
    of: 'Composantes communiquées',
    partsReported: (reported, expected) => `${reported} sur ${expected}`,
    flagsTitle: 'Observations',
    comparableWith: 'Comparable à',
    comparableWithNone: 'aucune autre année',
    direction: 'Évolution souhaitée',
    method: 'Méthode',
    area: 'Territoire',
    document: 'Document',
    source: 'Source',
    compare: 'Comparer deux années',
    from: 'De',
    to: 'À',
    compareSubmit: 'Comparer',
    comparable: 'Comparable',
    notComparable: 'Non comparable',
    comparableEnds: 'Première et dernière année',
    change: (from, to) => `De ${from} à ${to}.`,
    instead: (series, from, to) => `Ce qui peut être comparé\u00a0: ${series}, de ${from} à ${to}.`,
    caveatsOfSource: 'La source émet elle-même des réserves',
    contradictions: 'La source se contredit ici',
    madeOf: 'Composé de',
    noFigures: 'Le registre ne contient aucun chiffre pour cet indicateur.',
    noFiguresWhat:
      'Un indicateur sans chiffres est conservé\u00a0: que rien ne soit mesuré est aussi un constat.',
    years: (n) => counted(n, 'année', 'années'),
    chart: 'En image',
    missing: (reason) => `manquant\u00a0: ${reason}`,
    empty: 'Ce registre ne contient aucun indicateur.',
    emptyWhat:
      'Chargez un fichier contenant des indicateurs et des observations, ou consultez les autres parties du registre.',
  },
  feeds: {
    all: 'Tous les chiffres',
    results: 'Résultats par dossier',
    countsWhat:
      'Chaque ligne du décompte de la source, par année\u00a0; une cellule fusionnée ou manquante est signalée comme telle.',
    axes: {
      year: 'Année',
      geography: 'Zone',
      dimension: 'Ventilation',
      definition: 'Définition',
      method: 'Méthode',
      record: 'Élément',
    },
    series: (id) => `Série ${id}.`,
    unit: (unit) => `Unité\u00a0: ${unit}.`,
    covers: (rows) => `vaut pour ${rows} ensemble`,
    withoutPeriod: (n) =>
      `${counted(n, 'chiffre sans période ne peut figurer', 'chiffres sans période ne peuvent figurer')} ici\u00a0; voir la page de la série.`,
    resultsWithout:
      'Le registre n’indique pour une activité ni organisation déclarante, ni organisation participante, ni statut, ni dates\u00a0; rien de cela ne figure donc ici.',
  },
  columns: {
    series: 'Identifiant de la série.',
    indicator: 'Identifiant de l’indicateur.',
    year: 'Année ou période du chiffre, telle que la source la date.',
    value:
      'Le chiffre. Vide lorsqu’il manque ou n’est pas un nombre unique\u00a0: voir missing et text. Une lacune n’est jamais zéro.',
    low: 'Borne inférieure lorsque la source donne une fourchette ou un minimum.',
    high: 'Borne supérieure lorsque la source donne une fourchette ou un maximum.',
    text: 'Ce que la source dit en toutes lettres.',
    unit: 'Unité du chiffre.',
    flags: 'Marques du chiffre\u00a0: cellule fusionnée, estimation.',
    reported: 'Composantes d’un total que le chiffre comprend.',
    expected: 'Composantes dont le total est formé\u00a0; vide pour une série qui n’est pas un total.',
    geography: 'Territoire sur lequel porte le chiffre, tel que la source le nomme. Vide\u00a0: non indiqué.',
    method: 'Comment le chiffre a été établi, selon la source.',
  },
  problems: {
    series_not_found: ({ series, nearest }) =>
      `Il n’existe pas de série ${series}. Les plus proches\u00a0: ${nearest}.`,
    dossier_not_found: ({ dossier, known }) =>
      `Il n’y a pas de chiffres de bénéfice pour ${dossier}. Il y en a pour\u00a0: ${known}.`,
    year_invalid: ({ received }) => `${received} n’est pas une année.`,
  },
} satisfies EvidenceTexts;
