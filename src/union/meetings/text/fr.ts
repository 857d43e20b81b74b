import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MeetingState } from '../model.ts';
import type { MeetingTexts } from './en.ts';

const { counted } = countingIn('fr');
type Params = Readonly<Record<string, string | number>>;

const states: Record<MeetingState, string> = {
  planned: 'Prévue',
  convened: 'Convoquée',
  held: 'Tenue',
  minutes_adopted: 'Procès-verbal adopté',
  cancelled: 'Annulée',
};
const stateOf = ({ state }: Params) => states[state as MeetingState] ?? state;

export const fr: MeetingTexts = {
  page: {
    title: 'Réunions',
    lede: 'Quand chaque organe se réunit, ce qui est à l’ordre du jour et ce qui en est sorti. Sans points, pas de réunion.',
    none: 'Aucune réunion n’est prévue.',
    noneWhat: 'Une réunion commence par une date et un appel à points.',
    noneWho: 'L’organe qui convoque prévoit les réunions.',
    meeting: 'Réunion',
    body: 'Organe',
    date: 'Date',
    state: 'État',
    points: 'Points',
    feed: 'Réunions',
    feedOf: (name) => `Réunions : ${name}`,
    feedWhat:
      'Les réunions telles qu’elles sont prévues, déplacées, tenues et annulées ; les ordres du jour n’y figurent pas.',
    length: (minutes) => `${counted(minutes, 'minute prévue', 'minutes prévues')}.`,
    agenda: 'Ordre du jour',
    agendaEmpty: 'Il n’y a pas encore de points.',
    agendaEmptyWhat:
      'Toute partie qui participe peut en proposer un. Sans points, la réunion n’est pas convoquée :',
    cancelIt: 'l’annuler faute d’ordre du jour',
    agendaEmptyWho: 'Qui participe à l’organe, et l’organe qui convoque.',
    number: 'N°',
    point: 'Point',
    asks: 'Demande',
    minutes: 'Minutes',
    carried: (times) => `reporté ${counted(times, 'fois', 'fois')}`,
    cut: 'n’entrait pas dans le temps',
    tooLate: 'n’entre pas : serait reporté',
    outcome: 'Résultat',
    closedPoints: (n) =>
      n === 1
        ? '1 point de cette réunion ne vous est pas ouvert.'
        : `${n} points de cette réunion ne vous sont pas ouverts.`,
    closedWho: 'Ils sont ouverts aux parties qui participent à l’organe, tant qu’elles y participent.',
    time: 'Temps',
    timeFits: (asked, available) => `${asked} minutes sur ${available} sont demandées.`,
    timeOver: (asked, available, cut) =>
      `${asked} minutes sont demandées et il y en a ${available} : ${counted(cut, 'point serait reporté', 'points seraient reportés')}, les présentations d’abord.`,
    timeOpen: 'Des points qui vous sont ouverts.',
    positions: 'Positions',
    noPosition: 'n’a encore rien dit',
    positionsClosed: 'Les positions sont montrées aux parties qui participent à l’organe.',
    hints: 'Traité ailleurs aussi',
    hintsNone:
      'Rien d’autre dans ce registre ne concerne la même fiche ni ne partage assez de mots avec elle.',
    same_reference: 'même fiche',
    same_words: 'mêmes mots',
    origin: 'Provient de',
    putBy: 'Proposé par',
    openTo: 'Ouvert à',
    text: 'Explication',
    attendance: 'Présences',
    attendanceNone: 'Rien n’a été consigné.',
    party: 'Partie',
    level: 'Niveau',
    series: 'Autres réunions de cet organe',
    waiting: 'Attend la prochaine réunion',
    waitingWhat: 'Reporté ou renvoyé, et à aucun ordre du jour depuis.',
    callUntil: 'Points jusqu’au',
    startsAt: 'Commence à (heure de Bruxelles)',
    place: 'Lieu',
    held: 'Tenue le',
    because: 'Annulée parce que',
    followedFrom: 'Était auparavant',
    commitment: 'Engagement',
    history: 'Ce qui a été fait',
    procedures: 'Procédures écrites',
    proceduresNone: 'Il n’y a pas de procédures écrites.',
    proceduresNoneWho:
      'L’organe qui convoque en ouvre une lorsque les données de l’organe disent combien dure le silence.',
    proceduresClosed: (n) =>
      n === 1
        ? '1 procédure écrite ne vous est pas ouverte.'
        : `${n} procédures écrites ne vous sont pas ouvertes.`,
    deadline: 'Le silence finit après le',
    objections: 'Objections',
    objectionsNone: 'Personne n’a fait d’objection.',
    proposal: 'Proposition',
    rule: 'Comment l’organe décide',
    ruleSays: (abstention) =>
      abstention === 'allows'
        ? 'À l’unanimité, une position chacun ; une abstention est consignée et ne fait pas obstacle.'
        : 'À l’unanimité, une position chacun ; une abstention est consignée et fait obstacle.',
    verdicts: {
      carried: 'Avec ces positions, c’est décidé',
      not_carried: 'Avec ces positions, ce n’est pas décidé',
      open: 'Chaque État n’a pas encore dit sa position',
    },
  },
  columns: {
    body: 'Identifiant de l’organe ou du groupe qui se réunit.',
    date: 'Jour de la réunion ; un mois ou une année si l’on n’en sait pas plus.',
    minutes: 'Minutes qui lui sont réservées.',
    state: 'planned, convened, held, minutes_adopted ou cancelled ; vide : pas certain à cette date.',
    points: 'Points de l’ordre du jour ouverts à qui a fait ce tableau.',
    closed: 'Points de l’ordre du jour qui ne le sont pas.',
    number: 'Numéro à l’ordre du jour.',
    point: 'decision, discussion, information ou presentation.',
    pointMinutes: 'Minutes que demande le point.',
    openTo: 'all ou members.',
    outcome: 'decided, noted, deferred ou escalated ; vide : pas encore.',
    conclusion: 'Ce que dit le procès-verbal.',
    carried: 'Combien de fois le point a été reporté auparavant.',
  },
  states,
  procedureStates: {
    open: 'Le silence court',
    adopted: 'Adoptée tacitement',
    blocked: 'Bloquée par une objection',
  },
  points: {
    decision: 'Une décision',
    discussion: 'Une discussion',
    information: 'Une information',
    presentation: 'Une présentation',
  },
  audiences: {
    all: 'Tout le monde',
    members: 'Qui participe',
  },
  positions: {
    in_favour: 'Pour',
    against: 'Contre',
    reservation: 'Réserve',
    abstention: 'Abstention',
    none: 'Pas de position',
  },
  outcomes: {
    decided: 'Décidé',
    noted: 'Pris acte',
    deferred: 'Reporté',
    escalated: 'Renvoyé plus haut',
  },
  levels: {
    minister: 'Ministre',
    director_general: 'Directeur général',
    official: 'Fonctionnaire',
    expert: 'Spécialiste',
    not_represented: 'Non représenté',
  },
  rhythms: {
    week: 'Chaque semaine',
    two_weeks: 'Toutes les deux semaines',
    month: 'Chaque mois',
    quarter: 'Chaque trimestre',
    half_year: 'Chaque semestre',
    year: 'Chaque année',
  },
  cancelReasons: {
    no_agenda: 'Pas de points à l’ordre du jour',
    other: 'Une autre raison, dite ci-dessous',
  },
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    name: 'Nom',
    body: 'Organe ou groupe',
    date: 'Date de la réunion',
    first: 'Date de la première réunion',
    every: 'À quel rythme',
    count: 'Nombre de réunions',
    starts_at: 'Commence à, heure de Bruxelles (09:30)',
    minutes: 'Durée en minutes',
    place: 'Lieu',
    points_until: 'Des points peuvent être proposés jusqu’au',
    on: 'Le',
    reason: 'Raison',
    note: 'La raison en mots',
    attending: 'État ou région',
    level: 'Niveau',
    title: 'Titre',
    point: 'Ce qui est demandé à la réunion',
    open_to: 'Ouvert à',
    origin: 'Engagement, instrument, dossier du parlement ou initiative dont il provient',
    text: 'Explication',
    party: 'État ou région',
    position: 'Prise de position',
    outcome: 'Résultat',
    conclusion: 'Ce que dit le procès-verbal',
    escalated_to: 'Renvoyé à',
    what: 'Engagement : ce qui est promis (tout le monde peut le lire)',
    owner: 'Engagement : qui le fait',
    watcher: 'Engagement : qui veille à ce que ce soit fait',
    due: 'Engagement : pour quand',
  },
  acts: {
    plan: {
      title: 'Prévoir une réunion',
      explain: 'L’appel à points commence. Les points qui attendent cet organe viennent d’abord.',
    },
    plan_series: {
      title: 'Planifier une série de réunions',
      explain:
        'Chacune est ensuite une réunion à part entière. Les points en attente pour cet organe vont à la première.',
    },
    move: {
      title: 'Déplacer',
      explain: 'Une autre date, durée ou lieu ; les agendas qui la suivent en sont informés.',
    },
    convene: {
      title: 'Convoquer',
      explain:
        'Demande au moins un point, et d’un groupe qu’il soit actif. Les points qui n’entrent pas dans le temps sont reportés à la prochaine réunion, les présentations d’abord.',
    },
    cancel: {
      title: 'Annuler',
      explain: 'Elle reste annulée dans les agendas ; ses points attendent la prochaine.',
    },
    hold: {
      title: 'Consigner qu’elle a eu lieu',
      explain: 'Ses points peuvent maintenant entrer au procès-verbal.',
    },
    attend: {
      title: 'Consigner une présence',
      explain: 'À quel niveau une partie était là, ou qu’elle ne l’était pas.',
    },
    adopt_minutes: {
      title: 'Adopter le procès-verbal',
      explain:
        'Demande un résultat de chaque point et la présence de tous ceux qui participent. Rien ne change après.',
    },
    propose: { title: 'Proposer un point', explain: 'Une partie qui participe répond à l’appel à points.' },
    add: { title: 'Ajouter un point', explain: 'Un point de l’organe qui convoque.' },
    position: {
      title: 'Dire sa position',
      explain: 'Une partie la dit pour elle-même, avant la réunion ou pendant ; la plus récente compte.',
    },
    minute: {
      title: 'Consigner le résultat',
      explain:
        'Ce qui est sorti du point. Ce qui est décidé devient un engagement avec un responsable, un veilleur et une date.',
    },
    open_procedure: {
      title: 'Ouvrir une procédure écrite',
      explain: 'Adoptée si personne qui vote ne fait d’objection avant la fin du silence.',
    },
    object: { title: 'Faire une objection', explain: 'L’objection de qui vote la bloque.' },
    close_procedure: {
      title: 'Clore',
      explain: 'Adoptée tacitement après le délai, bloquée par une objection : on ne choisit pas.',
    },
  },
  problems: {
    group_dormant: ({ group, state }: Params) =>
      `${group} n’est pas actif (${wordFor(String(state), 'fr')}). Seul un groupe actif se réunit ; faites-le d’abord réactiver.`,
    meeting_of_dormant: ({ group, state, on }: Params) =>
      `Le ${on}, ${group} n’était pas actif (${wordFor(String(state), 'fr')}) et ne s’est donc pas réuni. Annulez la réunion, ou indiquez le jour où elle s’est tenue.`,
    series_day_needed: ({ on }) =>
      `${on} n’est pas un jour. Une série se compte à partir du jour de sa première réunion.`,
    agenda_empty: ({ points }: Params) =>
      `Points à l’ordre du jour : ${points}, dont aucun ne peut être traité. Sans points, pas de réunion : annulez-la faute d’ordre du jour, ou proposez un point.`,
    agenda_not_empty: ({ points }: Params) =>
      `Il y a un ordre du jour ; points : ${points}. Donnez une autre raison.`,
    cancel_reason_missing: () => 'Dites en mots pourquoi elle est annulée.',
    meeting_closed: (params: Params) =>
      `L’état de la réunion est maintenant : ${stateOf(params)}. Dans cet état, ce n’est pas possible.`,
    call_closed: ({ until }: Params) =>
      `Des points pouvaient être proposés jusqu’au ${until}. Demandez à l’organe qui convoque.`,
    call_after_meeting: ({ until, day }: Params) =>
      `Les points seraient demandés jusqu’au ${until}, après la réunion du ${day}.`,
    point_too_long: ({ minutes, available }: Params) =>
      `${minutes} minutes, c’est plus que les ${available} de toute la réunion.`,
    point_minuted: () => 'Le procès-verbal dit déjà ce qui est sorti de ce point.',
    commitment_field_missing: () => 'Une décision devient un engagement : ceci manque.',
    commitment_without_decision: () => 'Seul ce qui est décidé devient un engagement.',
    decision_owner_watches: ({ owner }: Params) =>
      `${owner} veillerait sur soi-même. Nommez quelqu’un d’autre qui veille.`,
    escalation_target_missing: () => 'Dites à quel organe c’est renvoyé.',
    decision_rule_missing: ({ body }: Params) =>
      `Les données ne disent pas comment ${body} décide, ni aucun organe au-dessus.`,
    decision_not_carried: ({ parties }: Params) =>
      `Avec ces positions, ce n’est pas décidé. Font obstacle : ${parties}.`,
    positions_missing: ({ parties }: Params) => `N’ont pas dit leur position : ${parties}.`,
    points_unminuted: ({ numbers }: Params) => `Points sans résultat : ${numbers}.`,
    attendance_missing: ({ parties }: Params) => `Leur présence n’est pas consignée : ${parties}.`,
    agenda_item_not_allowed: () =>
      'Ce point est ouvert aux parties qui participent à l’organe, tant qu’elles y participent.',
    written_procedure_not_allowed: () =>
      'Cette procédure écrite est ouverte aux parties qui participent à l’organe, tant qu’elles y participent.',
    written_procedure_unknown: ({ body }: Params) =>
      `Les données ne disent pas que ${body} décide par écrit, ni combien dure le silence.`,
    procedure_closed: () => 'Cette procédure écrite est finie.',
    silence_over: ({ deadline }: Params) => `Le silence a fini après le ${deadline}.`,
    silence_running: ({ deadline }: Params) => `Le silence dure jusqu’à la fin du ${deadline}.`,
    objection_before_opening: ({ opened }: Params) =>
      `Elle a été ouverte le ${opened}\u00a0; personne ne s’y est opposé avant.`,
    objection_without_vote: ({ party }: Params) => `${party} ne vote pas dans cet organe.`,
  },
};
