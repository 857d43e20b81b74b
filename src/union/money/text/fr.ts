import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MoneyTexts } from './en.ts';

const { counted } = countingIn('fr');

export const fr: MoneyTexts = {
  bases: { timesheet: 'Relevé d’heures', estimate: 'Estimation' },
  year: {
    title: (year) => `Budget ${year}`,
    lede: 'Ce que l’année peut coûter et qui le paie, à quelles activités l’argent est allé et ce qui est resté.',
    unknown: (year) => `Aucun budget n’est consigné pour ${year}.`,
    unknownWhat: 'On ne peut donc rien dire d’une partie de ce budget. Un budget inconnu n’est pas zéro.',
    amount: 'Montant',
    state: 'État',
    stated: 'Tel que la source l’indique\u00a0; elle ne dit pas s’il a été approuvé, ni quand',
    key: 'Base de la clé de répartition',
    keyNone:
      'Les contributions ne peuvent pas être calculées\u00a0: il faut un montant et une clé avec toutes les parts.',
    keyNoneWho: 'L’organe qui tient le budget fixe la clé avant l’approbation.',
    allocations: 'Où l’argent est allé',
    allocationsLede:
      'Les contributions ne sont pas affectées d’avance. Ce qu’une activité a coûté ressort de relevés d’heures ou est estimé\u00a0; le reste figure comme non affecté et n’est pas réparti entre les activités.',
    allocationsNone: 'Rien n’est affecté à une activité.',
    allocationsNoneWho:
      'L’organe qui tient le budget dit quel montant est allé à quel point du plan, et si cela ressort d’un relevé d’heures ou d’une estimation.',
    activity: 'Activité',
    basis: 'Base',
    allocated: 'Affecté',
    unallocated: 'Non affecté',
    ofBudget: (share) => `${share} du budget`,
    over: 'Il a été affecté plus que le budget ne contient.',
    unallocatedUnknown: 'inconnu, parce que le budget l’est',
    partOfUnknown: 'D’un budget inconnu, nul ne peut dire quelle part n’est pas affectée.',
    change: 'Modifier',
    surplus: 'Excédent',
    surplusNone: (year) => `Rien n’est consigné au sujet d’un excédent en ${year}.`,
    surplusNoneWhat: 'On ne sait pas s’il y en a eu un.',
    surplusNoneWho: 'L’organe qui tient le budget le consigne, avec sa raison, une fois l’année écoulée.',
    reason: 'Pourquoi il est resté',
    decision: 'Ce qu’on en fait',
    decisionNone: 'Pas encore décidé',
    decidedBy: 'Décidé par',
    decided: 'Décidé le',
    way: 'Ce qu’il en est advenu',
    walk: 'Le parcours de l’euro',
    plan: 'Le plan de l’année',
    ofAll: 'Ce qui est allé à des activités, par année',
    columns: {
      id: 'Identifiant de l’affectation. Vide\u00a0: le reste, qui n’est pas affecté.',
      year: 'Année du budget.',
      planItem: 'Identifiant du point du plan. Vide\u00a0: le reste, qui ne mène à aucune activité.',
      title: 'Titre du point. Vide\u00a0: le reste, qui ne mène à aucune activité.',
      currency: 'Monnaie des montants, ISO 4217.',
      amount:
        'En unités entières de la monnaie. Vide\u00a0: inconnu, parce que le budget l’est\u00a0; jamais zéro pour une lacune.',
      basis:
        'timesheet\u00a0: des heures ont été notées\u00a0; estimate\u00a0: quelqu’un l’a estimé\u00a0; not_allocated\u00a0: le reste.',
      note: 'Explication. Vide\u00a0: aucune n’a été donnée.',
    },
  },
  walk: {
    title: (year) => `Le parcours de l’euro, ${year}`,
    lede: 'De l’argent à l’activité, à ce qui la mesure, à l’acte et à la question du parlement, et retour. Chaque élément mène à sa page\u00a0; là où un lien manque, c’est dit.',
    there: 'De l’euro à la question',
    back: 'De la question à l’euro',
    euro: 'Euros',
    activity: 'Activité',
    indicator: 'Indicateur',
    instrument: 'Instrument juridique',
    question: 'Question du parlement',
    planNone: (year) =>
      `Aucun plan n’est consigné pour ${year}\u00a0: il n’y a donc pas d’activité à laquelle l’argent pourrait mener.`,
    planEmpty: (year) => `Le plan de ${year} n’a aucun point.`,
    planNoneWho: 'L’organe qui élabore les plans l’écrit.',
    moneyNone: 'Aucun montant ne lui est affecté',
    indicatorNone: 'Lié à aucun indicateur',
    target: (value) => `objectif\u00a0: ${value}`,
    targetNone: 'pas d’objectif',
    last: (when, value) => `dernière observation (${when})\u00a0: ${value}`,
    lastNone: 'pas encore observé',
    reached: { yes: 'Objectif atteint', no: 'Objectif manqué', unknown: 'Non jugé' },
    instrumentNone: 'Aucun instrument',
    questionNone: 'Aucune question ne l’a évoqué',
    activityNone: 'Ne mène à aucune activité de ce plan',
    moneyOfNothing: 'Pas d’argent, faute d’activité',
    ties: {
      named: '',
      instrument: 'par l’instrument',
      dossier: 'seulement par le même dossier',
    },
    more: (n) => `${counted(n, 'autre figure', 'autres figurent')} dans le même dossier`,
    unallocated: 'ne mène à aucune activité',
    unallocatedUnknown: 'On ignore ce qui ne mène à aucune activité\u00a0: le budget n’est pas connu',
    questionsNone: (year) =>
      `Aucune question n’a été déposée en ${year}, et aucune ne porte sur une activité ou un instrument du plan.`,
    questionsNoneWho: 'L’organe qui dépose les textes du parlement peut nommer ce sur quoi ils portent.',
    link: 'Dans le parcours de l’euro',
    columns: {
      direction:
        'there\u00a0: de l’euro à la question\u00a0; back\u00a0: de la question à l’euro\u00a0; rest\u00a0: non affecté.',
      year: 'Année du budget et du plan.',
      amount:
        'Affecté à l’activité, en tout, en unités entières de la monnaie. Vide\u00a0: rien n’est affecté.',
      currency: 'Monnaie du montant, ISO 4217. Vide\u00a0: pas de montant.',
      basis: 'D’où on le sait\u00a0: timesheet, estimate ou les deux. Vide\u00a0: rien n’est affecté.',
      activity: 'Identifiant du point du plan. Vide\u00a0: aucun.',
      indicator: 'Identifiant de l’indicateur. Vide\u00a0: lié à aucun.',
      target: 'Valeur que l’indicateur doit atteindre dans l’année. Vide\u00a0: non fixée.',
      observed: 'Dernière observation. Vide\u00a0: aucune.',
      observedIn: 'Date de cette observation. Vide\u00a0: aucune, ou non datée.',
      reached:
        'Si une observation de l’année atteint l’objectif\u00a0: yes, no, unknown. Vide\u00a0: pas d’indicateur.',
      instruments: 'Identifiants d’instruments juridiques. Vide\u00a0: aucun.',
      instrumentsBy:
        'Comment chacun y est lié\u00a0: nommé (named), ou seulement par le même dossier (dossier).',
      questions:
        'Identifiants de questions et recommandations du parlement. Vide\u00a0: aucune ne l’a évoqué.',
      questionsBy:
        'Comment chacune y est liée\u00a0: nommée (named), par un instrument (instrument), ou seulement par le même dossier (dossier).',
    },
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    year: 'Année',
    amount: 'Montant, en unités entières de la monnaie\u00a0: 1250.50',
    currency: 'Monnaie, ISO 4217\u00a0: EUR',
    on: 'Le',
    note: 'Explication',
    reason: 'Raison',
    shares: 'Part de chaque État membre, ensemble exactement 1\u00a0: NL 0.53, BE 0.41, LU 0.06',
    basis: 'Base',
    item: 'Point du plan de cette année',
    decision: 'Ce qu’on en fait',
  },
  acts: {
    propose: {
      title: 'Proposer un budget',
      explain: 'Un par an. Il reste modifiable jusqu’à ce que l’organe compétent l’approuve.',
    },
    amend: {
      title: 'Modifier',
      explain: 'Il est proposé de nouveau avec ce montant\u00a0; ce qu’il était avant reste consigné.',
    },
    set_key: {
      title: 'Fixer la clé de répartition',
      explain: 'Chaque État membre a une part, et ensemble elles font exactement 1.',
    },
    approve: { title: 'Approuver', explain: 'À partir de là, le montant et la clé sont fixés.' },
    return: { title: 'Renvoyer', explain: 'Il peut être modifié et est proposé de nouveau.' },
    allocate: {
      title: 'Affecter des moyens',
      explain: 'Quelle part de l’argent de l’année est allée à un point de son plan, et d’où on le sait.',
    },
    change: {
      title: 'Modifier l’affectation',
      explain: 'Ce qui était dit avant reste consigné, avec la raison du changement.',
    },
    withdraw: {
      title: 'Retirer l’affectation',
      explain: 'Le montant redevient non affecté\u00a0; qu’il l’ait été reste consigné.',
    },
    record: {
      title: 'Consigner un excédent',
      explain: 'Ce qui est resté de l’année et pourquoi\u00a0; zéro dit que rien n’est resté.',
    },
    correct: {
      title: 'Corriger l’excédent',
      explain: 'Tant qu’il n’est pas décidé ce qu’on en fait.',
    },
    decide: {
      title: 'Décider de l’excédent',
      explain: 'Ce qu’on en fait. À partir de là, il est fixé.',
    },
  },
  problems: {
    amount_zero: () => 'Rien n’est pas un montant. Omettez-le plutôt.',
    budget_exists: ({ year }) => `${year} a déjà un budget. Une année en a un.`,
    budget_fixed: ({ year }) =>
      `Le budget de ${year} n’est pas en cours de rédaction\u00a0: sa clé se fixe tant qu’il est proposé ou renvoyé.`,
    budget_without_key: () =>
      'Il n’a pas encore de clé\u00a0: nul ne saurait qui paie quoi. Fixez d’abord la clé.',
    budget_not_approved: ({ year, state }) =>
      `L’état du budget de ${year} est maintenant\u00a0: ${wordFor(String(state), 'fr')}. L’argent est affecté une fois le budget approuvé.`,
    budget_amount_unknown: ({ year }) =>
      `Le montant du budget de ${year} n’est pas connu\u00a0: aucune partie ne peut en être affectée.`,
    allocation_exceeds_budget: ({ year, budget, left, currency }) =>
      `Le budget de ${year} est de ${budget} ${currency}\u00a0; il n’en reste que ${left} à affecter.`,
    allocation_of_another_year: ({ year, plan }) =>
      `Ce point appartient au plan de ${plan}. L’argent de ${year} va à des points du plan de ${year}.`,
    key_entry_invalid: ({ received }) =>
      `«\u00a0${received}\u00a0» n’est pas un État membre avec sa part, une fois chacun\u00a0: NL 0.53.`,
    key_member_missing: ({ list }) => `La clé n’a pas de part pour ${list}.`,
    key_not_a_member: ({ list }) => `Seuls les États membres paient selon la clé, pas ${list}.`,
    surplus_exists: ({ year }) => `L’excédent de ${year} est déjà consigné. Corrigez-le.`,
    surplus_exceeds_budget: ({ year, budget, currency }) =>
      `Il ne peut rester de ${year} plus que son budget\u00a0: ${budget} ${currency}.`,
    surplus_nil: ({ year }) => `Rien n’est resté de ${year}\u00a0: il n’y a rien à décider.`,
  },
};
