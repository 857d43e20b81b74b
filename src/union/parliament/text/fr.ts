import { countingIn } from '#platform/text/counting.ts';
import type { ParliamentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const { counted, figure } = countingIn('fr');

export const fr: ParliamentTexts = {
  kinds: { recommendation: 'Recommandation', written_question: 'Question écrite' },
  states: {
    tabled: 'Déposé',
    assigned: 'Attribué',
    partly_answered: 'Réponse partielle',
    answered: 'Réponse donnée',
    retabled: 'Remis à l’ordre du jour',
    closed: 'Clos',
    withdrawn: 'Retiré',
  },
  forms: {
    partial: 'Un gouvernement pour lui-même',
    joint: 'Réponse commune, approuvée par tous',
  },
  presences: { yes: 'Présent', no: 'Absent', unknown: 'Inconnu' },
  item: {
    state: 'État',
    stateNote:
      'Ce qui a été fait du texte à la date demandée. Vide : rien n’en est consigné, il n’y a que la source.',
    number: 'Numéro',
    history: 'Ce qui a été fait',
    form: 'Forme',
    drafts: 'Projet de réponse commune',
    draftNone: 'Aucune réponse commune n’a été rédigée.',
    draftNoneWho: 'Chacun des gouvernements interrogés peut en commencer une.',
    draftsClosed: 'Les projets appartiennent aux gouvernements tant qu’ils ne sont pas des réponses.',
    draftsClosedWhat: 'Ce qui a été donné comme réponse figure ci-dessus.',
    draftsClosedWho: 'Les gouvernements interrogés et l’organe qui attribue les lisent.',
    draft: 'Texte',
    draftedBy: 'Rédigé par',
    round: (n) => `Tour : ${figure(n)}`,
    signOffs: 'Approuvé',
    signedOn: (on) => `Approuvé le ${on}`,
    notSigned: 'Non approuvé',
    complete: 'Chaque gouvernement l’a approuvé : la réponse peut être donnée.',
    lacking: (n) =>
      `${counted(n, 'gouvernement ne l’a', 'gouvernements ne l’ont')} pas approuvé : ce n’est pas encore une réponse.`,
    given: (on) => `Donné comme réponse commune le ${on}`,
    preparedBy: 'Préparé par',
    assignments: 'Où se préparent les réponses',
    factSheet: 'Fiche',
  },
  times: {
    figures: {
      owed: 'Réponses dues à des textes datés, une par destinataire.',
      answered: 'Dont données.',
      open: 'Dont en attente.',
      withdrawn: 'Dont retirées sans réponse.',
      undated: 'Réponses dues à des textes sans date ; dans aucun chiffre.',
      medianLeast: 'Délai médian d’une réponse en jours, au moins ; vide : rien n’est dû.',
      medianMost: 'La même chose, au plus ; vide : la médiane tombe sur une réponse en attente.',
      lateLeast: 'Réponses hors délai, au moins ; vide : rien n’est dû ou aucun délai n’est fixé.',
      lateMost: 'La même chose, au plus.',
    },
    title: 'Combien de temps prennent les réponses',
    lede: 'Sur toutes les réponses dues : celles qui sont venues et celles qui ne sont pas venues.',
    median: 'Délai médian d’une réponse, en jours',
    atLeast: (n) => `au moins ${figure(n)}`,
    range: (least, most) => `${figure(least)} à ${figure(most)}`,
    medianOf: (owed, answered, open, withdrawn) =>
      `Sur ${figure(owed)} dues : ${figure(answered)} données, ${figure(open)} en attente, ${figure(withdrawn)} retirées sans réponse`,
    late: 'Réponses hors délai',
    lateOf: (late, owed) => `${late} sur ${figure(owed)}`,
    share: (least, most) => (least === most ? `${figure(least)} %` : `${figure(least)} à ${figure(most)} %`),
    how: 'Ce qui est encore en attente compte pour au moins le temps écoulé, afin que ce qui ne reçoit jamais de réponse ne disparaisse pas du chiffre. « Au moins » figure là où la médiane tombe sur une réponse en attente. Rien n’est estimé.',
    lateHow:
      'Ce qui est en attente et encore dans le délai peut encore le dépasser : dans ce cas, la part est une fourchette.',
    undated: (n) =>
      `${counted(n, 'réponse est due', 'réponses sont dues')} à des textes sans date et n’entre dans aucun chiffre.`,
    none: 'Aucune réponse n’est due à un texte daté.',
    noTerm: 'Aucun délai n’est fixé, rien ne peut donc le dépasser.',
    columns: {
      takenLeast:
        'Jours du dépôt à la réponse, au moins ; pour ce qui est en attente, son âge. Vide : non daté.',
      takenMost: 'La même chose, au plus. Vide : en attente ou retiré, sans maximum possible ; ou non daté.',
    },
  },
  factSheet: {
    title: (name) => `Fiche : ${name}`,
    lede: 'Ce que l’on sait d’un texte avant que le parlement n’en parle, à imprimer.',
    asked: 'Ce qui a été demandé',
    related: 'Ce que cela touche',
    instruments: 'Instruments du même dossier',
    groups: 'Groupes du même dossier',
    noDossier: 'Le texte ne nomme aucun dossier : rien ne peut être trouvé par là.',
    noDossierWho: 'Qui dépose un texte peut en nommer le dossier.',
    nothing: 'Le registre ne contient rien d’autre de ce dossier.',
  },
  attendance: {
    columns: {
      plenary: 'Date de la séance plénière.',
      party: 'Identifiant de l’État.',
      present:
        'Si un ministre était là : oui (yes), non (no) ou consigné comme inconnu (unknown) ; vide : non consigné, ce qui ne veut pas dire absent.',
    },
    title: 'Ministres en séance plénière',
    none: 'Rien n’est consigné à cette date sur les ministres en séance plénière.',
    noneWhat: 'Non consigné ne veut pas dire absent : c’est inconnu.',
    noneWho: 'L’organe qui dépose les textes consigne qui était là.',
    plenary: 'Séance plénière',
    notRecorded: 'Non consigné',
    all: 'Toutes les présences consignées',
  },
  presidency: {
    title: (from, to) => `Présidence du parlement du ${from} au ${to}`,
    link: 'Aperçu d’une présidence',
    lede: (years) => `Ce qui s’est passé en ${counted(years, 'an', 'ans')} : textes, réponses, ministres.`,
    tabled: 'Textes déposés',
    answers: 'Réponses venues',
    overdue: 'Réponses en retard à sa fin, ou à la date demandée',
    plenaries: 'Séances plénières avec présences consignées',
    items: 'Textes déposés dans ces années',
    none: 'Pour autant qu’on le sache à cette date, aucun texte n’a été déposé dans ces années.',
    unknown: 'Ce qui n’est pas connu',
    unknownUndated: (n) =>
      `${counted(n, 'texte a', 'textes ont')} une date trop vague pour dire si elle tombe dans ces années, ou aucune.`,
    unknownAttendance: (n) =>
      `À ${counted(n, 'endroit', 'endroits')} du tableau des ministres, rien n’est consigné, ou c’est consigné comme inconnu.`,
    unknownPlenaries: 'Aucune séance plénière de ces années n’est consignée.',
    unknownHolder: 'Le registre ne dit pas qui exerçait cette présidence du parlement.',
    earlier: 'Présidence précédente',
    later: 'Présidence suivante',
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    kind: 'Type',
    subject: 'Sujet',
    text: 'Texte',
    number: 'Numéro donné par le parlement',
    dossier: 'Dossier',
    items: 'Points de plans annuels sur lesquels porte la question',
    instruments: 'Actes sur lesquels porte la question',
    addressees: 'À qui il est demandé\u00a0: États et organes',
    addressee: 'Destinataire',
    group: 'Groupe qui prépare la réponse',
    office: 'Service qui prépare la réponse',
    on: 'Le',
    party: 'État',
    document: 'Document',
    committee: 'Commission',
    reason: 'Motif',
    plenary: 'Jour de la séance plénière',
    present: 'Un ministre était-il là ?',
  },
  acts: {
    table: {
      title: 'Déposer un texte',
      explain: 'Une recommandation ou une question écrite ; le délai de chaque destinataire part de sa date.',
    },
    assign: { title: 'Attribuer', explain: 'Dit où se prépare la réponse d’un destinataire.' },
    draft_answer: {
      title: 'Rédiger la réponse commune',
      explain: 'Ce n’est une réponse que lorsque chaque gouvernement interrogé l’a approuvée.',
    },
    revise_draft: {
      title: 'Modifier le projet',
      explain: 'Les approbations valaient pour le texte d’avant : toutes tombent.',
    },
    sign_off: {
      title: 'Approuver',
      explain: 'Votre gouvernement accepte ce texte comme réponse commune.',
    },
    answer_for_itself: {
      title: 'Répondre pour un État',
      explain: 'Un gouvernement répond pour lui-même ; les autres doivent encore leur réponse.',
    },
    give_answer: {
      title: 'Donner la réponse commune',
      explain: 'Le projet devient la réponse de tous, une fois que chacun l’a approuvé.',
    },
    retable: {
      title: 'Remettre à l’ordre du jour',
      explain: 'La réponse revient à l’ordre du jour d’une commission et est demandée à nouveau.',
    },
    close: { title: 'Clore', explain: 'Le parlement se contente de la réponse.' },
    withdraw: {
      title: 'Retirer',
      explain: 'Le parlement le reprend ; aucune réponse n’est plus due.',
    },
    record_attendance: {
      title: 'Consigner une présence',
      explain:
        'Si un ministre d’un État était à une séance plénière. Consigné à nouveau, le plus récent vaut.',
    },
  },
  problems: {
    addressee_not_asked: ({ id, asked }: Params) =>
      `Rien n’a été demandé à ${id}. Ont été interrogés : ${asked}.`,
    party_not_asked: ({ party, asked }: Params) =>
      `${party} n’a pas de part à cette réponse. Répondent : ${asked}.`,
    draft_exists: ({ id }: Params) => `Il y a déjà un projet : ${id}. Modifiez celui-là.`,
    draft_missing: () => 'Aucune réponse commune n’a encore été rédigée.',
    draft_given: ({ on }: Params) => `Il a été donné comme réponse le ${on} et reste tel quel.`,
    draft_later: ({ on }: Params) =>
      `Le texte, ou une approbation de celui-ci, date du ${on}. Ce qui suit ne peut être antérieur.`,
    signed_off_before: ({ party }: Params) => `${party} a déjà approuvé ce texte.`,
    answer_not_signed_off: ({ lacking }: Params) =>
      `Ce n’est pas encore la réponse de tous. Non approuvée par : ${lacking}.`,
    answered_before: ({ party }: Params) => `${party} a déjà répondu.`,
    plenary_day_needed: ({ on }: Params) => `${on} n’est pas un jour. Une séance plénière a son jour.`,
  },
};
