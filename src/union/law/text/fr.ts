import type { LawTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const fr: LawTexts = {
  figureColumns: {
    party: 'Identifiant de l’État.',
    cutOff: 'Date de référence.',
    open: 'Instruments en suspens : non mis en œuvre, en partie seulement, ou refusés.',
    assessed: 'Instruments qui comptent et dont l’état est connu : ce dont le déficit est une part.',
    percent: 'Déficit en pour cent ; vide : rien n’est évalué, ce qui n’est pas zéro.',
    unknown: 'Instruments qui compteraient mais dont on ne sait rien ; dans aucun chiffre.',
    notApplicable: 'Instruments sans objet ; dans aucun chiffre.',
    notYetDue: 'Instruments pas encore dus à la date de référence ; dans aucun chiffre.',
    overdueTwoYears:
      'En suspens et en retard de deux ans ou plus ; vide : ce qui est en suspens n’a pas de délai.',
    delayMonths: 'Mois entiers de retard, additionnés ; vide : ce qui est en suspens n’a pas de délai.',
    undated: 'En suspens sans délai ; dans aucun des deux.',
    against: 'Mis en œuvre en droit, mais pas selon un autre, ou pas ou que partiellement appliqué.',
    judged: 'Mis en œuvre en droit et vérifié par un autre : ce dont la non-conformité est une part.',
    conformityPercent: 'Non conformes en pour cent ; vide : rien n’a été vérifié.',
    unjudged: 'Mis en œuvre sur la seule foi de l’État.',
  },
  page: {
    force: 'Qui est lié',
    party: 'Partie',
    consent: 'Consentement',
    inForce: 'En vigueur',
    forceNone: 'La source ne nomme pas de parties.',
    forceNoneWho:
      'On ne sait donc pas s’il lie quelqu’un. Qui tient les instruments nomme les parties dans le projet.',
    bindsBy: 'Ce qui lie une partie',
    restsOn: 'Ne vaut que tant que ceux-ci valent',
    supersededBy: 'Remplacé par',
    endReason: 'Motif de la fin',
    provisions: 'Dispositions',
    operation: 'Opération',
    edition: 'Édition des conditions',
    conditionsNone: 'sans conditions',
    holds: 'Valable',
    checked: 'Vérification',
    figures: 'Chiffres à la date de référence',
    percent: 'Déficit',
    overdue: 'En retard de deux ans ou plus',
    delay: 'Retard total en mois',
    conformity: 'Non conformes',
    noFigure: 'Pas de chiffre',
    nothingAssessed: 'on ne sait d’aucun ce qui en a été fait',
    noDeadline: 'ce qui est en suspens n’a pas de délai',
    nothingJudged: 'rien n’a été vérifié par un autre',
    nothingBefore: 'on n’en sait pas assez pour cette date',
    howFigures:
      'Selon le modèle du tableau d’affichage du marché unique de l’UE. Ce qui n’est pas encore à mettre en œuvre ou a pris fin ne compte pas, pas plus que l’inconnu et le sans objet. Est non conforme ce qui est mis en œuvre en droit mais ne l’est pas selon un autre, ou n’est pas ou que partiellement appliqué.',
    change: (before) => `Évolution depuis le ${before}`,
    points: (n) => `${n} points de pourcentage`,
    ofThese: (part, whole) => `${part} sur ${whole}`,
    unjudged: (n) => `${n} sur la seule foi de l’État`,
    leftOut: (unknown, notYetDue) => `non comptés\u00a0: ${unknown} inconnus, ${notYetDue} pas encore dus`,
    undated: (n) => `${n} en suspens sans délai\u00a0: non comptés`,
    because: (reason, title) => `${reason} (${title})`,
    remind: (body) => `le rappeler à l’organe\u00a0: ${body}, chaque année tant qu’il en reste en suspens`,
  },
  bindingWays: {
    adoption: 'Adoption',
    signature: 'Signature',
    ratification: 'Ratification',
  },
  consents: {
    none: 'Non signé',
    signed: 'Signé',
    ratified: 'Ratifié',
  },
  checks: {
    none: 'Selon la source',
    asserted: 'Déclaré par l’État',
    confirmed: 'Confirmé',
    contradicted: 'Contredit',
  },
  answers: {
    yes: 'Oui',
    no: 'Non',
    unknown: 'Inconnu',
  },
  reasons: {
    not_yet_in_force: 'pas encore entré en vigueur',
    ended: 'a pris fin',
    not_a_party: 'n’est pas partie',
    not_consented: 'la partie ne s’est pas encore liée',
    party_not_yet: 'pas encore pour cette partie',
    party_ended: 'plus pour cette partie',
    not_known: 'non connu alors',
    entry_not_stated: 'la source ne dit pas quand il est entré en vigueur',
    date_imprecise: 'une date n’est pas connue au jour près',
    parties_not_stated: 'la source ne nomme pas les parties',
    consent_not_stated: 'la source ne dit pas si la partie s’est liée',
    circular: 'repose sur lui-même',
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    title: 'Titre',
    kind: 'Type',
    number: 'Numéro',
    parties: 'Parties\u00a0; aucune choisie\u00a0: tous les États membres',
    issuer: 'Organe qui doit l’adopter',
    dossier: 'Dossier',
    bound_by: 'Ce qui lie une partie',
    based_on: 'Instruments sur lesquels il repose\u00a0; il ne vaut que tant qu’ils valent',
    implement_by: 'À mettre en œuvre au plus tard le',
    reminded: 'Organes à qui il est rappelé chaque année',
    on: 'Le',
    reason: 'Motif',
    by: 'Instrument qui le remplace',
    party: 'Au nom de',
    of: 'Quelle partie',
    from: 'Lié, ou valable, à partir du',
    until: 'Premier jour où ce n’est plus le cas',
    article: 'Numéro de l’article',
    text: 'Texte de l’article, ou ce qu’il dit',
    what: 'Ce à quoi il oblige',
    who: 'Qui il oblige\u00a0; vide\u00a0: chaque partie pour elle-même',
    watcher: 'Qui y veille',
    deadline: 'Au plus tard le',
    provision: 'Identifiant de la disposition',
    operation: 'Ce qu’elle permet de faire',
    conditions: 'Conditions, sous forme d’objet JSON',
    in_law: 'En droit',
    in_practice: 'En pratique',
    evidence: 'Ce qui l’atteste',
    outcome: 'Constat',
    finding: 'Sur quoi repose le constat',
  },
  acts: {
    draft: {
      title: 'Rédiger un projet d’instrument',
      explain: 'Personne n’est lié avant qu’il soit adopté et entre en vigueur.',
    },
    add_article: {
      title: 'Ajouter un article',
      explain:
        'Une obligation devient un engagement de celui qu’elle oblige. Ce qui est adopté ne se réécrit pas.',
    },
    adopt: { title: 'Adopter', explain: 'Le texte est arrêté.' },
    sign: { title: 'Signer', explain: 'Une partie signe pour elle-même.' },
    ratify: { title: 'Ratifier', explain: 'Une partie se lie elle-même.' },
    enter_into_force: {
      title: 'Constater l’entrée en vigueur',
      explain: 'Dès ce jour, il lie ceux qui y ont consenti.',
    },
    set_party_period: {
      title: 'Consigner la période d’une partie',
      explain: 'Une partie peut être liée plus tard ou libérée plus tôt que les autres.',
    },
    end: { title: 'Constater sa fin', explain: 'Dès ce jour, il ne lie plus personne.' },
    repeal: {
      title: 'Abroger',
      explain: 'Qui l’a adopté y met fin\u00a0; il reste consigné avec son motif.',
    },
    supersede: { title: 'Remplacer', explain: 'Un autre instrument en vigueur prend sa place ce jour-là.' },
    correct: {
      title: 'Corriger la date',
      explain:
        'La dernière étape a eu lieu un autre jour. Ce qui était connu auparavant reste tel qu’il l’était.',
    },
    add_provision: {
      title: 'Ajouter une disposition',
      explain:
        'Ce qu’un article permet de faire, et à quelles conditions\u00a0; elle ne vaut que tant que l’instrument vaut.',
    },
    rewrite: {
      title: 'Réécrire les conditions',
      explain: 'Une nouvelle édition\u00a0; la précédente est conservée.',
    },
    end_provision: {
      title: 'Mettre fin à la disposition',
      explain: 'Dès ce jour, elle ne permet plus rien à personne.',
    },
    keep_obligation: {
      title: 'Signaler une obligation comme remplie',
      explain: 'Celui qu’un article oblige dit que c’est fait et ce qui l’atteste.',
    },
    assert: {
      title: 'Déclarer la mise en œuvre',
      explain: 'Un État dit ce qu’il a fait, en droit et en pratique.',
    },
    verify: {
      title: 'Vérifier la déclaration d’un autre',
      explain: 'Une partie examine ce qu’une autre dit d’elle-même.',
    },
    check: {
      title: 'Contrôler la déclaration d’un État',
      explain: 'Qui tient les instruments examine ce qu’un État dit de lui-même.',
    },
  },
  problems: {
    region_not_a_party: ({ party }: Params) =>
      `${party} est une région. Une région ne peut pas être partie\u00a0; nommez l’État.`,
    adopter_differs: ({ issuer }: Params) => `Il doit être adopté par ${issuer}, qui est un autre organe.`,
    not_a_party: ({ party }: Params) => `${party} n’y est pas partie.`,
    consent_given: ({ party }: Params) => `${party} l’a déjà fait.`,
    consents_missing: ({ given, needed }: Params) =>
      `Parties qui s’étaient liées à cette date\u00a0: ${given}. Il en faut au moins ${needed}.`,
    superseded_by_itself: () => 'Il ne peut pas se remplacer lui-même.',
    successor_not_in_force: ({ id, on }: Params) =>
      `Il n’est pas certain que ${id} était en vigueur le ${on}. Constatez d’abord son entrée en vigueur.`,
    text_fixed: ({ article }: Params) =>
      `Le texte a été fixé à son adoption : l’article ${article} ne peut plus y être ajouté. Rédigez un autre instrument qui le modifie.`,
    article_fixed: ({ article }: Params) => `L’article ${article} est adopté et ne se réécrit pas.`,
    obligation_without_content: () =>
      'Dites à quoi il oblige, ou laissez vides qui, par qui c’est suivi et le délai.',
    obligation_undated: () => 'Dites pour quand\u00a0: une obligation sans date ne rappelle rien à personne.',
    obligation_missing: ({ article, party }: Params) =>
      `L’article ${article} n’oblige ${party} à rien qui soit encore en suspens.`,
    provision_ended: ({ until }: Params) =>
      `Elle prend fin le ${until}. Ce qui a pris fin ne prend pas fin une seconde fois plus tard.`,
    conditions_unreadable: () => 'Les conditions ne sont pas un objet JSON.',
    period_reversed: ({ until, from }: Params) => `La fin (${until}) n’est pas après le début (${from}).`,
    decline_reason_missing: () =>
      'Dites pourquoi\u00a0: qui y renonce donne un motif, et celui-ci reste consigné.',
    nothing_asserted: ({ party, on }: Params) =>
      `Au ${on}, ${party} n’avait rien déclaré qui puisse être vérifié.`,
    already_found: ({ party }: Params) => `Cela a déjà été constaté pour ${party}.`,
    verifies_itself: ({ party }: Params) =>
      `${party} ne peut pas vérifier ce qu’elle déclare elle-même. Une autre partie ou le secrétariat le fait.`,
  },
};
