import type { AuthorisationTexts } from './en.ts';

export const fr: AuthorisationTexts = {
  states: { listed: 'Inscrite', suspended: 'Suspendue', closed: 'Clôturée' },
  useStates: { recorded: 'En cours d’examen', concluded: 'Clos' },
  tabs: {
    label: 'Qui peut voir quoi',
    practice: 'Pratique',
    authorisations: 'Autorisations nominatives',
    uses: 'Usage abusif',
    consents: 'Consentements',
  },
  page: {
    title: 'Autorisations nominatives',
    lede: 'Les agents qui peuvent consulter un fichier de données d’un autre État, inscrits par leur nom. Tel que c’est aujourd’hui, quelle que soit la date affichée.',
    closedWhy: 'La liste est montrée aux deux parties concernées et à qui contrôle l’une d’elles.',
    closedWhat: 'Connectez-vous au nom de l’une de ces parties ou de son autorité de contrôle.',
    closedWho: 'Les données de l’union disent quel organe exerce le contrôle.',
    none: 'Personne n’est inscrit sur ce nœud. Les agents des vôtres qu’inscrit le nœud d’un autre État figurent là-bas seulement.',
    noneWhat: 'Qui tient vos données inscrit par leur nom les agents d’une autre partie.',
    noneWho:
      'Tant que personne n’est inscrit, toute demande qui exige une autorisation nominative est refusée.',
    open: 'Vous voyez ce qui concerne votre partie ou celle que vous contrôlez. Votre consultation figure au journal.',
    officer: 'Agent',
    party: 'Partie de l’agent',
    supplier: 'Données de',
    dataSet: 'Fichier de données',
    service: 'Service',
    place: 'Lieu',
    anywhere: 'sans limite',
    state: 'État',
    review: 'À revoir au plus tard le',
    overdue: 'en retard',
    lastUse: 'Dernier usage',
    neverUsed: 'jamais',
    useDays: 'Jours d’utilisation',
    useDaysWhat:
      'Les jours où chacune de ces autorisations a servi, pour qui les revoit. Ce qui a été demandé alors est au journal.',
    side: 'Côté',
    sides: {
      at_us: 'Les autres dans nos données',
      ours: 'Nos agents ailleurs',
      supervised: 'Sous notre contrôle',
    },
    said: 'Ce qui est autorisé',
    history: 'Ce qu’elle est devenue',
    basis: 'En vertu de',
    from: 'À partir du',
    until: 'Jusqu’au (ce jour exclu)',
    trained: 'Formé le',
    screened: 'Contrôlé le',
    dormant: 'Clôturée si elle n’est pas utilisée avant',
    suspendedBy: 'Suspendue par',
    acts: {
      list: 'Inscrite',
      suspend: 'Suspendue',
      resume: 'Suspension levée',
      close: 'Clôturée',
      record: 'Consigné',
      conclude: 'Clos',
      review: 'Revue',
      dormant: 'Clôturée, parce qu’elle est restée inutilisée plus longtemps que le fournisseur ne l’admet',
    },
    uses: 'Usages abusifs',
    usesNone: 'Aucun usage abusif de cette autorisation n’est consigné.',
  },
  uses: {
    title: 'Registre des usages abusifs',
    lede: 'Ce qui a été constaté d’autorisations utilisées à d’autres fins que les leurs, et ce qui a été fait.',
    closedWhy: 'Le registre est montré aux deux parties concernées et à qui contrôle l’une d’elles.',
    none: 'Aucun usage abusif n’est consigné pour les autorisations de votre partie ni pour ses données.',
    noneWhat: 'Ce qui est constaté se consigne sur la page de l’autorisation utilisée.',
    noneWho: 'Les deux parties le peuvent : celle des données et celle de l’agent.',
    found: 'Ce qui a été constaté',
    foundOn: 'Constaté le',
    authorisation: 'Autorisation',
    done: 'Ce qui a été fait',
    notYet: 'pas encore dit',
    recordedBy: 'Consigné par',
  },
  columns: {
    from: 'Premier jour où elle vaut.',
    until: 'Premier jour où elle ne vaut plus ; vide : aucun n’est fixé.',
    review: 'Dernier jour où la revue est dans les temps.',
    lastUse: 'Dernier jour où elle a été utilisée ; vide : aucun usage n’est connu.',
    usedOn: 'Jour où elle a servi.',
    authorisation: 'Identifiant de l’autorisation.',
  },
  fields: {
    id: 'Identifiant',
    party: 'Au nom de la partie',
    officer_party: 'Partie de l’agent',
    officer: 'Agent : numéro, tel que son propre nœud l’affiche au bureau et lors d’une demande',
    data_set: 'Fichier de données, par le mot qu’emploient les demandes',
    service: 'Service de l’agent ; l’autorisation ne vaut alors que pour ce service',
    place: 'Lieu d’où seul elle vaut',
    basis: 'Instrument en vertu duquel elle est donnée',
    trained_on: 'Formé le',
    screened_on: 'Contrôlé le',
    from: 'À partir du',
    until: 'Jusqu’au : le premier jour où elle ne vaut plus',
    dormant_after_days: 'Clôturée après tant de jours sans usage',
    note: 'Remarque',
    reason: 'Motif',
    found: 'Ce qui a été constaté',
    on: 'Constaté le',
    done: 'Ce qui a été fait',
  },
  acts: {
    list: {
      title: 'Inscrire un agent par son nom',
      explain:
        'L’agent d’une autre partie peut consulter un de vos fichiers de données, en vertu d’un instrument en vigueur entre les deux.',
    },
    review: {
      title: 'Revoir l’autorisation',
      explain:
        'Vous avez vérifié qu’elle est encore nécessaire et juste ; les accords le demandent au moins une fois par an.',
    },
    suspend: {
      title: 'Suspendre immédiatement',
      explain:
        'Dès cet instant elle n’ouvre plus rien, jusqu’à ce que la partie qui l’a suspendue lève la suspension.',
    },
    suspend_service: {
      title: 'Suspendre immédiatement tout un service',
      explain:
        'Tous les agents du service inscrits pour vos données, ou ceux de votre propre service, où qu’ils soient inscrits. Qui est inscrit sans service pourrait demander au nom de celui-ci et est suspendu aussi.',
    },
    resume: {
      title: 'Lever la suspension',
      explain: 'La vôtre seulement ; celle de l’autre partie demeure.',
    },
    close: {
      title: 'Clôturer l’autorisation',
      explain: 'Elle prend fin définitivement ; qui a de nouveau besoin d’un accès est inscrit à nouveau.',
    },
    record_use: {
      title: 'Consigner un usage abusif',
      explain:
        'Ce qui a été constaté, pour les deux parties et leurs autorités de contrôle. Ne nommez personne dont les données ont été consultées.',
    },
    conclude_use: {
      title: 'Dire ce qui a été fait',
      explain: 'L’examen prend fin ainsi, et cela reste consigné.',
    },
  },
  problems: {
    authorisation_closed: ({ on }) =>
      `Elle a été clôturée le ${on} ; qui a de nouveau besoin d’un accès est inscrit à nouveau.`,
    authorisation_suspended: ({ party }) => `${party} l’a déjà suspendue.`,
    authorisation_not_suspended: () => 'Elle n’est pas suspendue ; il n’y a rien à lever.',
    suspension_of_another: ({ party }) =>
      `Elle a été suspendue par ${party}, qui seule peut lever la suspension.`,
    officer_of_supplier: ({ party }) =>
      `Les agents de ${party} n’ont pas besoin d’autorisation pour les données de ${party} ; inscrivez des agents d’une autre partie.`,
    authorisation_never_holds: ({ from, until }) =>
      `Du ${from} au ${until}, il n’y a aucun jour où elle vaut.`,
    authorisation_listed: () =>
      'Cet agent est inscrit pour le même fichier de données, le même service et le même lieu en vertu du même instrument ; revoyez cette inscription ou clôturez-la d’abord.',
    service_suspended: ({ service, party }) =>
      `${party} a suspendu ${service}\u00a0: tant que ce n’est pas levé, personne n’est inscrit pour ce service, ni sans service.`,
    service_has_no_officer: ({ service, party }) =>
      `Aucun agent de ${service} de ${party} que vous pourriez suspendre n’est inscrit.`,
    improper_use_concluded: () => 'Ce qui a été fait est déjà dit et reste consigné.',
    authorisations_not_allowed: () =>
      'Seuls ceux à qui elles sont montrées peuvent extraire des listes qui nomment des agents.',
  },
};
