import type { AlertTexts } from './en.ts';

export const fr: AlertTexts = {
  list: {
    title: 'Alertes',
    door: 'Assujettis que quelqu’un de votre État devrait examiner, par échanges en jeu, avec les raisons et les lignes qui les fondent',
    lede: 'Qui se distingue dans ce qui a été déclaré, par échanges en jeu. Un score dit où regarder ; il ne décide rien, et personne n’en devient coupable.',
    run: ({ month, count, above, threshold }) =>
      `Passage sur ${month} : ${count} dans la liste, dont ${above} à ${threshold} ou plus`,
    runEmpty: ({ month }) => `Passage sur ${month} : personne dans la liste`,
    made: 'Le passage repose sur des déclarations fictives, et son modèle a appris de mondes fictifs : personne n’y existe.',
    madeShort: 'fictif',
    older: 'Autres passages',
    trader: 'Numéro de TVA',
    probability: 'Probabilité',
    interval: ({ least, most }) => `${least} à ${most}`,
    expected: 'Échanges en jeu',
    archetypes: 'Ressemble à',
    reason: 'Raison la plus forte',
    why: 'Ressemble à, et raison la plus forte',
    case: 'Dossier',
    cases: { none: 'Sans dossier', open: 'Dossier ouvert', closed: 'Dossier clos' },
    least: 'Probabilité d’au moins',
    openTo:
      'Alertes et passages sont ouverts à qui siège pour votre État dans l’organe de ce domaine ; chaque lecture figure au journal.',
    noRun: 'Aucun passage n’a été fait pour votre État.',
    noRunWhat:
      'Un passage lit toutes les déclarations reçues, donne un score à chaque assujetti et laisse ici des alertes.',
    noRunDo: 'Aller aux passages',
    noRunWho: 'Qui siège pour votre État dans l’organe de ce domaine peut en lancer un.',
    running: 'Un passage est en cours. Jusqu’à sa fin, les alertes du précédent figurent ici.',
    noneHigh: 'Le passage n’a laissé aucune alerte pour votre État.',
    noneHighWhat: ({ month }) =>
      `Aucun assujetti de votre État n’a d’échanges en jeu à la fin de ${month}. Lancez un passage sur un autre mois, ou recevez les déclarations qui manquent.`,
    shown: ({ count, scored, most }) =>
      `Figurent ici ${count} des ${scored} assujettis de votre État auxquels le passage a donné un score, les échanges en jeu les plus élevés d’abord ; une liste en contient ${most} au plus. Reçoit un score qui a échangé à travers une frontière dans les six derniers mois, ou se trouve dans le pays entre ceux qui l’ont fait, sauf fraude déjà confirmée.`,
    shownOld: ({ count, most }) =>
      `Figurent ici les ${count} assujettis de votre État aux échanges en jeu les plus élevés : une liste en contient ${most} au plus.`,
    reach: ({ above, threshold }) =>
      `${above} d’entre eux ont une probabilité de ${threshold} ou plus. Les autres ne sont pas cachés : à partir de ${threshold}, la page d’une alerte dit aussi ce qui mettrait l’assujetti hors de cause.`,
    search: 'Numéro de TVA ou une partie',
    toLookAt: ({ count }) => `À examiner : ${count}`,
    aside: ({ count }) => `Écartées : ${count}`,
    asideTitle: 'Alertes écartées',
    asideWhy: 'Écartée parce que',
    asideOn: ({ day }) => `le ${day}`,
    by: ({ who }) => `par ${who}`,
    asideNone: 'Aucune alerte de ce passage n’est écartée.',
    asideNoneWhat: 'Qui ouvre une alerte et voit qu’elle est anodine peut l’y écarter, en disant pourquoi.',
    allAside: 'Toutes les alertes de ce passage sont écartées.',
    allAsideWhat: 'Elles figurent sous « Écartées », chacune avec sa raison, et peuvent être reprises.',
  },
  alert: {
    title: ({ trader }) => `Alerte sur ${trader}`,
    score: 'Score',
    scoreLine: ({ probability, least, most }) => `${probability}, entre ${least} et ${most}`,
    bar: 'Probabilité',
    lower: 'Borne inférieure',
    upper: 'Borne supérieure',
    expected: 'Échanges en jeu',
    expectedWhat:
      'Probabilité multipliée par les échanges de trois mois qui passent par lui : des échanges et non leur TVA, et non l’estimation d’un dommage.',
    month: 'À la fin de',
    decides: 'Ceci ne décide rien.',
    decidesWhat:
      'Un score n’ouvre aucun dossier, ne met fin à aucune immatriculation et n’arrête aucun remboursement. Qui agit dit pourquoi, en son nom.',
    reasons: 'Raisons, la plus forte d’abord',
    reason: 'Raison',
    value: 'Valeur',
    weight: 'Poids',
    weightWhat:
      'Combien plus cela parle pour la fraude que chez la plupart des assujettis ; les poids s’additionnent avant de devenir une probabilité.',
    rows: 'Lignes qui la fondent',
    rowCount: ({ count }) => (count === 1 ? '1 ligne' : `${count} lignes`),
    noRows: 'aucune propre',
    unknown: 'inconnu',
    archetypes: 'Procédés de fraude connus auxquels cela ressemble',
    because: 'En raison de',
    version: ({ version }) => `version ${version}`,
    noArchetypes:
      'Cela ne ressemble à aucun des huit procédés connus ; le score repose sur les seules raisons.',
    clearing: 'Ce qui le mettrait hors de cause',
    clearings: {
      returns_filed: ({ threshold }) =>
        `Si chaque déclaration arrivait et déclarait tout ce que d’autres indiquent, le score serait inférieur à ${threshold}.`,
      features: ({ threshold, features }) =>
        `Le score serait inférieur à ${threshold} si ceci était anodin : ${features}.`,
      none: 'Rien de ce qu’il pourrait faire seul ne ramènerait le score sous le seuil.',
    },
    differs: 'Ce que fournisseurs et lui ont déclaré autrement',
    period: 'Période',
    partner: 'Avec',
    supplied: 'Montant',
    made: 'De quoi le score est fait, pour le refaire ailleurs',
    model: 'Modèle',
    snapshot: 'Déclarations',
    run: 'Passage',
    threshold: 'Seuil à partir duquel il est dit ce qui mettrait l’assujetti hors de cause',
    hash: 'Des empreintes égales signifient un score égal sur toute machine.',
    closedWhy: 'Cette alerte n’existe pas, ou elle n’est pas pour vous.',
    asideNow: ({ day }) =>
      `Écartée le ${day}. Elle figure à part de la liste ; reprenez-la pour l’y remettre.`,
    asideBefore: ({ day, month }) =>
      `Une alerte sur cet assujetti de ${month} a été écartée le ${day}. Ce passage a été fait plus tard ou regarde un mois plus tardif : elle figure donc de nouveau dans la liste.`,
    asideReason: 'La raison d’alors',
    toCase: 'Vers le dossier',
  },
  picture: {
    asTable: ({ count }) => `En tableau (${count})`,
    graph: 'Qui échange avec qui',
    graphSaid: ({ trader, traders, flows, from, to }) =>
      `${traders} assujettis autour de ${trader} et ${flows} flux entre eux, ${from} à ${to} ; le tableau ci-dessous dit la même chose`,
    graphWhat: ({ from, to }) =>
      `États récapitulatifs de tous les États, et ventes intérieures du vôtre, ${from} à ${to}. Sont dessinés les plus grands partenaires, et qui ferme une boucle.`,
    ring: ({ ring }) => `Des biens peuvent tourner : ${ring}.`,
    centre: 'Suivez un assujetti pour voir ce qui l’entoure.',
    back: ({ trader }) => `Retour à ${trader}`,
    from: 'De',
    to: 'À',
    what: 'Quoi',
    amount: 'Montant',
    kinds: {
      supply: 'à travers une frontière, selon l’état récapitulatif',
      sale: 'à l’intérieur, selon la facture',
      bridge: 'dans un autre État, selon sa réponse',
    },
    legend: {
      supply: 'Livraison à travers une frontière',
      sale: 'Vente intérieure',
      bridge: 'Pont dans un autre État',
    },
    looksLike: 'Ressemble à un procédé de fraude connu',
    places: {
      enters: 'fait entrer, vend ici',
      leaves: 'achète ici, fait sortir',
      passes: 'fait entrer et sortir',
      sends: 'livre ailleurs',
      gets: 'acquiert d’ailleurs',
      between: 'entre deux, à l’intérieur',
      apart: '',
    },
    roles: {
      missing: 'en déclare peu',
      shell: 'réveillé après un silence',
      invoicer: 'tourne, sans marge',
      importer: 'importe, livre plus loin',
      contra: 'compense une chaîne propre',
    },
    noFlows: 'Rien de ses échanges de ces mois ne vous est ouvert.',
    noFlowsWhat:
      'Les états récapitulatifs de tous le sont ; les ventes intérieures seulement où elles ont été reçues pour votre État.',
    timeline: 'Mois par mois',
    timelineSaid: ({ trader }) =>
      `Échanges de ${trader} mois par mois ; le tableau ci-dessous dit la même chose`,
    month: 'Mois',
    inflow: 'Acquis, selon les autres',
    outflow: 'Livré à d’autres États',
    declared: 'Acquisitions qu’il a déclarées',
    noReturn: 'sans déclaration',
    notDue: 'pas encore attendue',
    events: 'Ce qui s’est passé',
    event: {
      registered: 'Numéro valable dès ce jour',
      first_inflow: 'Première acquisition d’un autre État en ces mois',
      peak: 'Mois aux échanges les plus élevés',
      return_missing: 'Aucune déclaration n’est venue pour ce mois',
      ended: 'Numéro qui n’est plus valable',
    },
    elsewhere: 'Les déclarations et immatriculations de son État ne vous sont pas ouvertes.',
  },
  rows: {
    title: ({ reason }) => `Lignes qui fondent : ${reason}`,
    lede: ({ trader }) =>
      `De quoi la raison sur ${trader} est faite, tel que déclaré. Chaque lecture figure au journal.`,
    kinds: {
      supplies: 'États récapitulatifs',
      acquisitions: 'Acquisitions des déclarations de TVA',
      purchases: 'Achats par fournisseur',
      invoices: 'Ventes intérieures',
      registrations: 'Immatriculations',
      queries: 'Questions aux acquéreurs',
      one_stop_shop: 'Déclarations du guichet unique',
      payments: 'Paiements aux bénéficiaires',
    },
    columns: {
      row: 'Ligne',
      list: 'Liste',
      corrected: 'Corrigé à la réception',
      supplier: 'Fournisseur',
      acquirer: 'Acquéreur',
      sound: 'Numéro correct',
      kind: 'Type',
      period_from: 'Du mois',
      period_to: 'Au mois',
      cents: 'Montant, EUR',
      received: 'Reçu',
      correction: 'Correction',
      seller: 'Vendeur',
      buyer: 'Acheteur',
      number: 'Numéro',
      day: 'Jour',
      vat_cents: 'TVA, EUR',
      valid_from: 'Valable du',
      valid_until: 'Valable jusqu’au',
      reason: 'Raison',
      owner: 'Groupe',
      asked: 'Demandé',
    },
    file: 'Fichier',
    yes: 'oui',
    no: 'non',
    missing: 'Déclarations qui ne sont pas venues',
    missingLine: ({ months }) => `Aucune n’est venue pour ${months}.`,
    bridges: 'Réponses d’États sur leur intérieur',
    bridgeLine: ({ from, to, amount }) =>
      `Des biens entrés chez ${from} peuvent être sortis par ${to} : au plus ${amount}.`,
    others: ({ count }) => `${count} cas confirmés, qui n’ont pas de ligne.`,
    leftOut: ({ count }) => `${count} lignes de plus la fondent que l’alerte n’en nomme.`,
    what: 'Type de déclaration.',
    closed: ({ count }) =>
      `${count} lignes sont des déclarations propres d’un autre État ; elles ne s’ouvrent que là.`,
    none: 'Cette raison n’a pas de lignes propres.',
    noneWhat: 'Elle découle de ce qui manque, ou de ce qu’un autre État a répondu.',
    export: 'Montants en euros, à partir de centimes entiers. Vide : non indiqué.',
  },
  runs: {
    title: 'Passages',
    door: 'Ce qui a reçu un score et quand, où en est un passage, et comment en lancer un',
    lede: 'Un passage lit ce qui était déclaré à la fin d’un mois, donne un score à chaque assujetti et laisse des alertes. Il peut être arrêté, et reprend où il en était.',
    list: 'Passages de votre État',
    month: 'Mois',
    state: 'Situation',
    states: {
      waiting: 'En attente',
      running: 'En cours',
      stopped: 'Arrêté',
      done: 'Terminé',
      failed: 'Échoué',
    },
    progress: 'Progression',
    runStages: {
      match: 'Rapprochement',
      bridges: 'Ponts',
      features: 'Caractéristiques',
      scores: 'Scores',
    },
    of: ({ done, total }) => `${done} sur ${total}`,
    alerts: 'Alertes',
    toAlerts: ({ count, above, threshold }) => `${count} dans la liste, dont ${above} à ${threshold} ou plus`,
    ofScored: ({ scored }) => `sur ${scored} qui ont reçu un score`,
    began: 'Début',
    askedBy: ({ who }) => `lancé par ${who}`,
    askedByNode: 'lancé par l’exploitant du nœud',
    ended: 'Fin',
    what: 'Ce qui se peut',
    faults: {
      nothing_declared:
        'Rien n’était déclaré à la fin de ce mois. Choisissez un mois dont des déclarations ont été reçues.',
      other_rules:
        'Le passage a commencé selon les règles d’une autre version de ce produit et ne peut pas continuer. Lancez un nouveau passage sur le même mois.',
      no_room:
        'Le disque du nœud était plein. Demandez à l’exploitant de faire de la place, puis reprenez le passage : il continue après la dernière étape achevée.',
      no_memory:
        'Le nœud n’avait pas assez de mémoire. Reprenez le passage quand aucun autre n’est en cours ; s’il finit de même, demandez plus de mémoire à l’exploitant.',
      file_gone:
        'Un fichier dont le passage a besoin n’est plus là. Demandez à l’exploitant de le rétablir d’une sauvegarde, puis reprenez le passage.',
      unknown:
        'Une panne de ce nœud y a mis fin. Reprenez le passage ; s’il échoue encore, donnez son numéro à l’exploitant : le journal technique du nœud dit ce qui s’est passé.',
    },
    makingFaults: {
      nothing_declared: 'Rien n’a été inventé. Redemandez-les avec une autre graine.',
      no_room:
        'Le disque du nœud était plein. Demandez à l’exploitant de faire de la place, puis redemandez-les ; ce qui a été reçu reste.',
      no_memory:
        'Le nœud n’avait pas assez de mémoire. Redemandez-les quand aucun passage n’est en cours, ou prenez la petite taille.',
      file_gone: 'Un fichier a disparu pendant la réception. Redemandez-les ; ce qui a été reçu reste.',
      unknown:
        'Une panne de ce nœud y a mis fin. Redemandez-les ; si cela finit de même, donnez le numéro à l’exploitant : le journal technique du nœud dit ce qui s’est passé.',
    },
    faultNumber: ({ id }) => `Numéro ${id}`,
    live: 'Cette page se recharge d’elle-même tant qu’un travail est en cours, sauf si un élément a le focus.',
    reload: 'Recharger',
    none: 'Aucun passage n’a été fait pour votre État.',
    noneWhat: 'Lancez-en un : choisissez un mois dont des déclarations ont été reçues.',
    noneMade:
      'Recevez d’abord des déclarations fictives, puis lancez un passage sur leur dernier mois : le tout prend une minute ou deux.',
    noneWho: 'Qui siège pour votre État dans l’organe de ce domaine peut le faire.',
    makings: 'Déclarations fictives',
    makingsWhat:
      'Ce registre est fictif, ses déclarations peuvent donc l’être aussi : un petit monde d’assujettis avec des boucles entre eux, le même pour la même graine.',
    seed: 'Graine',
    size: 'Taille',
    sizeLine: ({ traders, months }) => `${traders} assujettis, ${months} mois`,
    last: 'Dernier mois',
    stages: { making: 'Invention', taking: 'Réception' },
  },
  desk: {
    title: 'Fraude transfrontalière',
    highest: 'Alertes les plus hautes sans dossier',
    all: 'Toutes les alertes',
    none: 'Aucune alerte sans dossier.',
    noRun: 'Aucun passage n’a encore été fait.',
    running: ({ count }) => (count === 1 ? '1 passage est en cours.' : `${count} passages sont en cours.`),
    failed: ({ count }) =>
      count === 1
        ? '1 passage a échoué ou a été arrêté.'
        : `${count} passages ont échoué ou ont été arrêtés.`,
  },
  columns: {
    trader: 'Numéro de TVA de l’assujetti.',
    probability: 'Probabilité qu’il participe à une fraude, 0 à 1, selon le modèle du passage.',
    least: 'Borne inférieure de l’intervalle, 0 à 1.',
    most: 'Borne supérieure de l’intervalle, 0 à 1.',
    at_stake:
      'Échanges en jeu en euros : probabilité fois les échanges que la fraude concernerait, d’après ce que trois mois indiquent.',
    archetypes: 'Ids des procédés de fraude connus auxquels cela ressemble, par virgules ; vide : aucun.',
    reason: 'Id de la raison la plus forte ; vide : aucune.',
    case: 'none : personne n’a de dossier sur lui ; open : ouvert ; closed : clos.',
    aside: 'Si elle est écartée dans ce passage.',
    aside_reason: 'Pourquoi elle a été écartée ; vide : elle ne l’est pas.',
    month: 'Mois à la fin duquel il a reçu un score.',
    run: 'Id du passage.',
    synthetic: 'Si le passage repose sur des déclarations fictives.',
  },
  fields: {
    party: 'Pour la partie',
    month: 'Mois à la fin duquel on regarde, comme 2019-05',
    run: 'Passage',
    seed: 'Graine : le même nombre fait le même monde',
    size: 'Taille',
    trader: 'Numéro de TVA',
    reason: 'Pourquoi personne n’a besoin de l’examiner',
  },
  sizes: {
    small: 'Petit : 1 200 assujettis, 16 mois, quelques secondes',
    larger: 'Plus grand : 6 000 assujettis, 24 mois, une minute ou deux',
  },
  acts: {
    setAside: {
      title: 'Écarter l’alerte',
      explain:
        'Elle quitte la liste et figure à part avec votre raison, au journal sous votre nom. Cela vaut pour ce passage et pour ceux faits avant lui qui ne regardent pas un mois plus tardif ; un passage fait plus tard, même sur ce mois, remet l’assujetti dans la liste. Elle peut être reprise.',
    },
    takeUp: {
      title: 'Reprendre l’alerte',
      explain: 'Elle figure de nouveau dans la liste. Qu’elle ait été écartée reste au journal.',
    },
    start: {
      title: 'Lancer un passage',
      explain:
        'Toutes les déclarations connues à la fin du mois sont lues et chaque assujetti reçoit un score. Cela ne décide rien.',
    },
    stop: {
      title: 'Arrêter le passage',
      explain: 'Il s’arrête après l’étape en cours, et peut être repris de là.',
    },
    resume: { title: 'Reprendre le passage', explain: 'Il continue après la dernière étape achevée.' },
    makeUp: {
      title: 'Recevoir des déclarations fictives',
      explain:
        'Un monde fictif est écrit en fichiers, marqués comme tels, et reçu comme tout autre. Seulement dans un registre fictif.',
    },
  },
  problems: {
    vat_alert_has_case: ({ trader }) =>
      `Un dossier est ouvert sur ${trader}. Clôturez le dossier ; son alerte peut alors être écartée.`,
    vat_alert_set_aside: ({ trader }) =>
      `L’alerte sur ${trader} est déjà écartée. Reprenez-la pour changer la raison.`,
    vat_alert_not_set_aside: ({ trader }) =>
      `L’alerte sur ${trader} n’est pas écartée : elle figure dans la liste.`,
    vat_register_not_made_up: ({ register }) =>
      `${register} n’est pas un registre fictif : des déclarations fictives s’y mêleraient aux vraies.`,
    vat_month_unreadable: ({ given }) => `${given} n’est pas un mois ; écrivez-le comme 2019-05.`,
    vat_month_to_come: ({ given }) =>
      `${given} n’est pas encore fini : un passage regarde depuis la fin d’un mois.`,
    vat_run_not_found: () => 'Ce passage de la partie n’existe pas.',
    vat_run_not_running: () => 'Il n’attend pas et n’est pas en cours : il n’y a rien à arrêter.',
    vat_run_not_stopped: () => 'Seul ce qui a été arrêté ou a échoué est repris.',
    vat_making_under_way: () => 'Des déclarations fictives sont déjà en cours de réception ; attendez-les.',
    vat_making_failed: () =>
      'Les déclarations fictives n’ont pas pu être reçues ; le journal technique du nœud dit pourquoi. Ce qui a été reçu reste. Redemandez-les, avec une autre graine ou taille si cela finit de même.',
    vat_alerts_not_allowed: () => 'Les alertes ne sont emportées que par ceux à qui elles sont montrées.',
  },
};
