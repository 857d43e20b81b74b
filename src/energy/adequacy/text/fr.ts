import type { AdequacyTexts } from './en.ts';

export const fr: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Une pénurie est attendue pendant ${hlole} heures par an, de ${loee} MWh, et ${lole} jours par an à leur pointe.`,
  progress: ({ done, all }) => `${done} années sur ${all}`,
  synthetic: () => 'Inventé : ces chiffres ne disent rien d’aucun État.',
  together: () => 'Ensemble',
  area: ({ area, lole, eens }) => `${area} : LOLE ${lole} heures par an, EENS ${eens} MWh par an`,
  standard: ({ area, lole }) =>
    `${area} : son critère de fiabilité serait de ${lole} heures par an ; de mémoire, non vérifié.`,
  event: ({ from, hours, energy, down, rows }) =>
    `À partir de l’heure ${from}, ${hours} heures, ${energy} MWh ; unités en panne : ${down} ; limité par : ${rows}`,
  noRow: () => 'aucune ligne du réseau, il n’y avait pas assez',
  kept: ({ file }) => `Conservé : ${file}`,
  same: ({ study, years }) => `${study} : les ${years} années refaites, aux mêmes octets.`,
  acts: {
    start: {
      title: 'Lancer une étude inventée',
      explain:
        'Zones, unités, météo et réseau sont inventés à partir d’une graine ; ce nœud calcule les années en arrière-plan. Le résultat est pour tout le monde et ne dit rien d’aucun État.',
    },
    repeat: {
      title: 'Refaire avec d’autres années',
      explain:
        'Zones, unités, météo et réseau restent ceux de cette étude ; les pannes sont tirées à nouveau. Ce nœud calcule les années en arrière-plan.',
    },
    stop: {
      title: 'Arrêter',
      explain:
        'L’étude s’arrête où elle en est et rien n’en est conservé. Elle peut être relancée et donnera alors la même chose.',
    },
    resume: {
      title: 'Relancer',
      explain: 'L’étude attend son tour et est refaite depuis sa première année.',
    },
  },
  fields: {
    made_up: 'Graine dont l’étude est tirée',
    years: 'Années à calculer, de 10 à 20 000',
    seed: 'Graine des pannes ; la même donne les mêmes années',
    study: 'Étude',
  },
  page: {
    title: 'Sécurité d’approvisionnement',
    door: 'Études de la sécurité d’approvisionnement',
    lede: 'À quelle fréquence il manque de l’électricité à des zones qui s’entraident autant que le réseau le permet, en regard des normes des États et jusqu’à l’élément qui faisait obstacle.',
    kept: 'Études que ce nœud conserve',
    none: 'Ce nœud ne conserve encore aucune étude.',
    noneWhat:
      'Faites-en une en ligne de commande : `npm run -s tripoint -- energy adequacy run synthetic:3 --years 300 --seed 1 --keep`, ou donnez le fichier de votre propre étude au lieu de `synthetic:3`.',
    noneWho:
      'Qui exploite le nœud le peut ; sur cette page, qui agit pour l’organe chargé des exercices d’énergie.',
    asked: 'En cours',
    live: 'Cette page se recharge tant qu’une étude est en cours.',
    reload: 'Recharger maintenant',
    study: 'Étude',
    state: 'État',
    progress: 'Années faites',
    of: ({ done, total }) => `${done} sur ${total}`,
    what: 'Ce qui est possible',
    states: {
      waiting: 'attend',
      running: 'en cours',
      stopped: 'arrêtée',
      done: 'terminée',
      failed: 'échouée',
    },
    years: 'Années',
    seed: 'Graine',
    areas: 'Zones',
    area: 'Zone',
    source: 'Source',
    madeUp: 'inventé',
    unreadable: 'illisible',
    synthetic:
      'Zones, unités, météo et réseau de cette étude sont inventés. Ses chiffres ne disent rien d’aucun État, même là où une zone en porte le nom.',
    expected: 'Manque attendu en regard des normes',
    expectedNote: ({ years, climates }) =>
      `${years} années de pannes sur ${climates} années de météo. Entre parenthèses un intervalle de 95 % : dans 95 études sur 100, les heures et l’énergie d’une zone sont toutes deux dans le leur.`,
    together: 'Toutes les zones ensemble',
    lole: 'Heures par an (LOLE)',
    eens: 'MWh par an (EENS)',
    standard: 'Norme, heures par an',
    noStandard: 'aucune connue',
    unverified: 'de mémoire, non vérifiée',
    withShedding: ({ hours }) => `${hours} avec délestage`,
    verdict: 'Face à la norme',
    verdicts: { below: 'en dessous', above: 'au-dessus', untold: 'pas à distinguer' },
    more: 'Mauvaises années et événements',
    moreNote:
      'Chaque intervalle de 95 % pour lui-même. Un événement est une suite d’heures de manque sans heure entre elles.',
    p95Hours: 'Heures que 95 années sur 100 ne dépassent pas',
    p95Energy: 'MWh que 95 années sur 100 ne dépassent pas',
    events: 'Événements par an',
    longest: 'Plus long événement d’une année, heures',
    perEvent: 'MWh par événement',
    when: 'Quand il manque aux zones',
    whenNote:
      'Heures de manque attendues dans une année. Les heures se comptent du 1er janvier, sans changement d’heure.',
    byMonth: 'Zones par mois',
    byClock: 'Heures du jour par mois',
    clock: 'Heure du jour',
    show: 'Afficher',
    inFigures: 'La même chose en chiffres',
    sum: 'Année',
    darkest: ({ hours }) =>
      `La case la plus sombre : ${hours} heures. Une case vide : aucune, dans aucune année de cette étude.`,
    cell: ({ row, column, hours }) => `${row}, ${column} : ${hours}`,
    hardest: 'Années les plus dures',
    hardestNote:
      'Les années où il manque le plus d’énergie ; chacune s’ouvre, avec chacune de ses heures de manque.',
    year: 'Année de l’étude',
    yearNumber: ({ year }) => `Année ${year}`,
    hours: 'Heures',
    energy: 'MWh',
    noShortage: 'Rien n’a manqué dans aucune année de cette étude.',
    noShortageWhat: 'Cela ne vaut que pour ces années : davantage peuvent en montrer.',
    eventsOf: ({ year }) => `Événements de l’année ${year}`,
    noEvents: 'Rien n’a manqué cette année-là.',
    noEventsWhat: 'Choisissez l’une des années les plus dures.',
    begins: 'Commence',
    worst: 'Pire heure, et pourquoi',
    hourAt: ({ day, from, until }) => `${day}, de ${from} à ${until}`,
    why: ({ hour }) => `Pourquoi : ${hour}`,
    before: 'Heure d’avant',
    after: 'Heure d’après',
    notShort: 'Rien n’a manqué à cette heure de cette année.',
    notShortWhat: 'Choisissez une heure de l’un des événements.',
    limited: ({ rows }) => `Faisait obstacle ${rows} : avec un MW de place de plus, il aurait manqué moins.`,
    notLimited: 'Aucun élément du réseau ne faisait obstacle : il n’y en avait assez nulle part.',
    weather: 'Météo de l’année',
    domain: 'Domaine',
    noDomain: 'chaque zone est seule',
    element: 'Élément',
    worth: 'Manque évité par MW de plus, MW',
    margin: 'Au-dessus de sa charge, MW',
    given: 'Des réserves, MW',
    position: 'Position nette, MW',
    unserved: 'Non servi, MW',
    down: 'Unités en panne',
    planned: 'À l’arrêt prévu',
    noUnits: 'aucune',
    unit: ({ unit, area, megawatts }) => `${unit} (${area}, ${megawatts} MW)`,
    again: 'Comment elle est faite',
    againNote:
      'Le fichier contient tout ce dont l’étude est faite. Cette commande la refait et dit si elle arrive aux mêmes octets :',
  },
  columns: {
    area: 'zone ; vide : toutes ensemble',
    index:
      'lole et p95Hours en heures, eens et p95Energy en MWh, lolp en part des heures, events, longestEvent en heures, energyPerEvent en MWh',
    value: 'd’une année, en moyenne sur celles de l’étude',
    low: 'borne basse de l’intervalle de 95 % ; vide : les années ne le disent pas',
    high: 'borne haute',
    standard: 'norme de fiabilité de l’État pour lole, heures par an ; vide : aucune connue',
    standard_verified: 'si cette norme a été vérifiée à sa source légale',
  },
  problems: {
    energy_field_missing: ({ where }) => `${where} manque.`,
    energy_field_kind: ({ where, expected }) => `${where} doit être du genre « ${expected} ».`,
    energy_field_unknown: ({ where, names }) =>
      `À ${where} se trouve quelque chose d’inconnu : ${names}. Retirez-le ou corrigez son nom.`,
    energy_field_value: ({ where }) => `${where} a une valeur ou une longueur impossible.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where} : pour le type d’unité ${kind}, la taille, le nombre ou le taux de panne diffèrent entre les deux listes d’unités.`,
    energy_unit_kilowatts: ({ where }) => `${where} : la taille d’une unité est en kilowatts entiers.`,
    energy_unit_times: ({ where }) =>
      `${where} : une unité réparée fonctionne entre deux pannes ; donnez des heures avant panne supérieures à zéro.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where} : l’entretien de l’heure ${from} à ${until} n’est pas dans l’année, ou pas après le précédent.`,
    energy_name_unknown: ({ where, name }) =>
      `${where} : « ${name} » n’est nommé nulle part ailleurs dans le fichier.`,
    energy_name_twice: ({ where, name }) => `${where} : « ${name} » s’y trouve deux fois.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} a ${found} heures, et l’année de l’étude en a ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where} : la marge restante de ${ram} MW est négative, si bien que même ne rien échanger serait interdit.`,
    energy_storage_efficiency: ({ where }) =>
      `${where} : dites quelle part de ce qu’il prend ce stockage rend.`,
    energy_copt_too_fine: () =>
      'Les tailles des unités n’ont pas de pas commun digne de ce nom : arrondissez-les à de plus grandes parts d’un mégawatt.',
    energy_study_not_found: ({ study }) => `Il n’y a pas d’étude ${study} sur ce nœud.`,
    energy_study_unreadable: () => 'Ceci n’est pas une étude conservée : donnez le fichier de l’une d’elles.',
    energy_study_invalid: ({ message }) => `L’étude n’a pas la bonne forme à cet endroit : ${message}.`,
    energy_study_differs: ({ where }) => `${where} ne parle pas de l’étude du même fichier.`,
    energy_study_other: ({ study }) =>
      `${study}, refaite, donne autre chose que ce qui a été conservé : ne vous y fiez pas.`,
    energy_studies_many: ({ most }) =>
      `${most} études attendent ou sont en cours : attendez que l’une soit terminée, ou arrêtez-en une.`,
    energy_study_not_asked: () =>
      'Personne n’a demandé cette étude ici : prenez-en une qui figure sur la page.',
    energy_study_not_running: () =>
      'Cette étude n’attend pas et n’est pas en cours : il n’y a rien à arrêter.',
    energy_study_not_stopped: () =>
      'Cette étude n’a été ni arrêtée ni en échec : seule une telle étude se relance.',
    energy_study_failed: ({ message }) => `L’étude a échoué : ${message}. Relancez-la.`,
  },
};
