import type { InitiativeTexts } from './en.ts';

export const fr: InitiativeTexts = {
  page: {
    title: 'Initiatives',
    lede: 'D’un signal à un groupe ou un projet, ou à un arrêt motivé.',
    none: 'Aucune initiative n’a encore été consignée.',
    noneWho: 'L’organe qui consigne les initiatives commence par un signal.',
    initiative: 'Initiative',
    state: 'État',
    since: 'Depuis',
    signal: 'Le signal',
    history: 'Ce qu’elle est devenue',
    assessments: 'Évaluations préalables',
    assessmentsNone: 'Elle n’a pas encore été évaluée.',
    groups: 'Groupes qui en sont issus',
  },
  factors: {
    title: 'Facteurs de réussite et d’échec',
    lede: 'Ce qui a fait réussir ou échouer d’autres, examiné avant le début.',
    factor: 'Facteur',
    holds: 'Présent ici',
    note: 'Explication',
    notConsidered: 'pas examiné',
    toPropose: (open) =>
      open === 1
        ? 'Un facteur est encore sans réponse\u00a0: d’ici là, ceci ne peut devenir une proposition ni être évalué.'
        : `${open} facteurs sont encore sans réponse\u00a0: d’ici là, ceci ne peut devenir une proposition ni être évalué.`,
    countOf: (done, all) => `${done} sur ${all} examinés`,
  },
  factorAnswers: { yes: 'Oui', no: 'Non', unknown: 'Inconnu' },
  states: {
    idea: 'Idée',
    seminar: 'Séminaire',
    proposal: 'Proposition',
    begun: 'Commencée',
    running: 'Projet en cours',
    finished: 'Projet achevé',
    stopped: 'Arrêtée',
  },
  forms: {
    group: 'Groupe',
    project: 'Projet',
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    name: 'Nom',
    signal: 'Le signal : ce qui a été constaté, et où',
    signalled_by: 'Qui a donné le signal',
    sector: 'Secteur',
    dossier: 'Dossier',
    on: 'Le',
    report: 'Ce que le séminaire a donné',
    text: 'Ce qui est proposé',
    form: 'Ce qu’elle devient',
    result: 'Ce qu’il a apporté',
    reason: 'Motif',
    note: 'Explication',
    factors: 'Ce qui a fait réussir ou échouer d’autres, et si cela vaut ici',
  },
  acts: {
    record: { title: 'Consigner un signal', explain: 'Une idée qui ne se perd pas, quoi qu’il en advienne.' },
    hold_seminar: { title: 'Tenir un séminaire', explain: 'Les intéressés l’ont examinée ensemble.' },
    propose: { title: 'En faire une proposition', explain: 'Elle peut maintenant être évaluée.' },
    begin: {
      title: 'Commencer',
      explain: 'Elle devient un groupe ou un projet ; exige une évaluation décidée en sa faveur.',
    },
    finish: {
      title: 'Achever le projet',
      explain: 'Il prend fin avec ce qu’il a apporté, qui reste consigné.',
    },
    stop: { title: 'Arrêter', explain: 'Elle prend fin avec son motif, qui reste consigné.' },
    consider: {
      title: 'Examiner les facteurs',
      explain:
        'Si ce qui a fait réussir ou échouer d’autres vaut ici\u00a0; que ce soit inconnu est une réponse. Ce que vous laissez ouvert le reste.',
    },
  },
  problems: {
    factors_unconsidered: ({ count, factors }) =>
      `Pour ${count} facteurs de réussite ou d’échec, personne n’a dit s’ils valent ici\u00a0: ${factors}. Dire que c’est inconnu est une réponse.`,
    factor_without_evidence: () =>
      'Dites ce qui le montre\u00a0; ce qui n’est pas connu n’exige pas de preuve.',
    initiative_started: () =>
      'Elle a commencé ou a été arrêtée\u00a0: ce qui a été examiné auparavant reste tel quel.',
    initiative_unassessed: () => 'Aucune évaluation n’a été décidée en sa faveur.',
  },
};
