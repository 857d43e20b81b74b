import { wordFor } from '../../text/words/words.ts';
import type { AssessmentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const alternatives = {
  national: 'Chaque État seul',
  bilateral: 'Deux États ensemble',
  eu: 'Union européenne',
};
const levelsIn = (list: unknown) =>
  String(list)
    .split(', ')
    .map((level) => alternatives[level as keyof typeof alternatives] ?? level)
    .join(', ');

export const fr: AssessmentTexts = {
  page: {
    title: 'Évaluations préalables',
    lede: 'Chaque initiative et chaque groupe répond aux mêmes questions : au début, lors d’un réexamen et à la fin.',
    none: 'Rien n’a encore été évalué.',
    noneWho: 'L’organe qui consigne les initiatives ouvre la première évaluation.',
    criteria: 'Critères par État',
    criterion: 'Critère',
    all: 'Tous les États ensemble',
    alternatives: 'Pourquoi pas à un autre niveau',
    capacity: 'Ce que chaque État peut apporter',
    decision: 'Décision',
    cameTrue: { yes: 'Confirmé', no: 'Non confirmé', unknown: 'On ne sait pas si cela s’est confirmé' },
    cameTrueTitle: 'Ce qui s’est confirmé de ce qui était attendu au départ',
    cameTrueCounts: ({ yes, no, unknown }) =>
      `Confirmé : ${yes}. Non confirmé : ${no}. Inconnu : ${unknown}.`,
    before: 'Au début',
    subject: 'Concerne',
    set: 'Cadre d’évaluation',
    rule: 'Règle',
    noEvidence: 'sans preuve',
    notAnswered: 'sans réponse',
    decidedBy: 'Décidé par',
    validUntil: 'Valable jusqu’au',
    because: 'Motif',
    override: 'Décidé autrement que ne le dit la règle, parce que',
  },
  rule: {
    when: {
      criterion: 'La règle est remplie si cette condition l’est\u00a0:',
      all: 'La règle est remplie si toutes ces conditions le sont\u00a0:',
      any: 'La règle est remplie si au moins une de ces conditions l’est\u00a0:',
    },
    next: '\u00a0; ',
    and: 'et',
    or: 'ou',
    orBoth: 'ou les deux',
    orMore: 'ou plusieurs',
  },
  moments: {
    start: 'Au début',
    review: 'Lors d’un réexamen',
    exit: 'À la fin',
  },
  answers: {
    yes: 'Oui',
    no: 'Non',
    unknown: 'Inconnu',
  },
  outcomes: {
    in_favour: 'Favorable',
    against: 'Défavorable',
  },
  alternatives,
  states: {
    draft: 'Projet',
    submitted: 'Soumis',
    decided: 'Décidé',
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    title: 'Titre',
    subject: 'Groupe ou initiative',
    moment: 'Moment',
    criteria_set: 'Cadre d’évaluation',
    on: 'Le',
    party: 'État',
    criterion: 'Critère',
    met: 'Est-il rempli',
    evidence: 'Preuve',
    capacity: 'Personnes et moyens que l’État apporte',
    level: 'Autre niveau',
    finding: 'Pourquoi cela suffirait ou non',
    outcome: 'Issue',
    reason: 'Motif',
    valid_until: 'Valable jusqu’au',
    name: 'Nom',
    operator: 'Règle, par exemple C1 AND (C2 AND/OR C3) AND C4',
    criteria: 'Critères, un par ligne : C1: texte',
  },
  acts: {
    open: {
      title: 'Ouvrir une évaluation',
      explain: 'Les questions sont celles du cadre tel qu’il est aujourd’hui.',
    },
    answer: {
      title: 'Répondre à un critère',
      explain: 'Un État dit oui, non ou inconnu, et sur quel fondement.',
    },
    capacity: { title: 'Indiquer la capacité', explain: 'Ce que l’État peut y apporter.' },
    weigh: {
      title: 'Peser un autre niveau',
      explain: 'Si un État seul, deux ensemble ou l’Union européenne le feraient mieux.',
    },
    submit: {
      title: 'Soumettre',
      explain:
        'Dès que chaque État membre a répondu à chaque critère, preuves à l’appui, et dit ce qu’il peut apporter, et que chaque autre niveau a été examiné ; inconnu est une réponse.',
    },
    return: { title: 'Renvoyer', explain: 'Elle redevient un projet.' },
    decide: { title: 'Décider', explain: 'Ce qui est décidé n’est plus jamais modifié.' },
    write_criteria: {
      title: 'Rédiger un cadre d’évaluation',
      explain: 'Un nouveau cadre ; ceux en usage restent tels quels.',
    },
  },
  problems: {
    assessment_closed: ({ state }: Params) =>
      `Cette évaluation n’est plus un projet (${wordFor(String(state), 'fr')}). Ce qui a été soumis ou décidé reste tel quel.`,
    answers_missing: ({ list }: Params) => `Il manque encore ces réponses\u00a0: ${list}.`,
    evidence_missing: ({ list }: Params) =>
      `Ces réponses disent oui ou non sans preuve\u00a0: ${list}. Dites sur quoi elles reposent, ou répondez inconnu.`,
    alternatives_missing: ({ list }: Params) =>
      `Ces niveaux n’ont pas été examinés\u00a0: ${levelsIn(list)}. On peut aussi dire que ce n’est pas connu.`,
    capacity_missing: ({ list }: Params) =>
      `Il n’est pas dit ce que ces États peuvent apporter\u00a0: ${list}. On peut aussi dire que ce n’est pas connu.`,
    criteria_not_of_start: ({ id, start }: Params) =>
      `Au départ, l’évaluation suivait ${start}. Avec ${id}, nul ne pourrait dire ce qui s’est réalisé\u00a0; choisissez ${start}.`,
    criterion_twice: ({ id }: Params) => `${id} y figure deux fois. Chaque critère a son propre nom.`,
    override_reason_missing: ({ all }: Params) =>
      `Selon la règle, les réponses donnent\u00a0: ${all}. Pour décider autrement, dites pourquoi.`,
    validity_over: ({ until, on }: Params) =>
      `Elle aurait valu jusqu’au ${until}, avant d’être décidée le ${on}. Donnez une date ultérieure, ou aucune.`,
    criterion_unknown: ({ id, known }: Params) => `${id} n’est aucun des critères\u00a0: ${known}.`,
    criteria_unknown: ({ id }: Params) =>
      `Du cadre ${id}, aucun critère n’est connu. Rédigez d’abord un cadre.`,
    criterion_line_invalid: ({ line }: Params) =>
      `Cette ligne n’a pas la forme «\u00a0C1: texte\u00a0»\u00a0: ${line}`,
    rule_invalid: ({ near }: Params) => `La règle est illisible près de «\u00a0${near}\u00a0».`,
  },
};
