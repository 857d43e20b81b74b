import { wordFor } from '../../text/words/words.ts';
import type { GroupTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const fr: GroupTexts = {
  page: {
    reviewDue: (due) => `À réexaminer au plus tard le ${due}`,
    reviewOverdue: (due, days) =>
      days === 1
        ? `Réexamen échu le ${due} : 1 jour de retard`
        : `Réexamen échu le ${due} : ${days} jours de retard`,
  },
  handover: {
    title: (name) => `Passation\u00a0: ${name}`,
    lede: (on) => `Ce qui est en suspens le ${on}, pour qui prend la suite.`,
    link: 'Passation et points en suspens',
    openThen: 'Ce qui était alors en suspens',
    note: 'Note de passation',
    notes: 'Ce que le groupe doit retenir',
    notesHidden: 'Le groupe tient des notes\u00a0; elles sont ouvertes aux parties qui y participent.',
    holders: 'Qui tient le dossier',
    holdersNone: 'Qui tient ce dossier n’est pas consigné.',
    holdersNoneWho: 'L’organe qui consigne les initiatives l’inscrit.',
    handovers: 'Passations',
    handoversNone: 'Aucune passation n’est consignée.',
    handoversWhat:
      'Une partie qui participe passe la main sur la page du groupe, avec une note pour qui lui succède.',
    handoversHidden: 'Les notes de passation sont ouvertes aux parties qui participent.',
    dossier: 'La même chose pour tout le dossier',
    groups: 'Groupes du dossier',
    nothing: 'Rien de cela n’est en suspens à cette date, pour autant que le registre le sache.',
    due: 'Quand',
    owner: 'À qui',
    own: 'le groupe lui-même',
    notStated: 'non indiqué',
    sections: {
      promises: 'Engagements en cours',
      questions: 'Questions du parlement',
      planItems: 'Points de plans',
      meetings: 'Réunions à venir',
      reviews: 'Réexamens et évaluations',
    },
    columns: {
      section: 'Partie de la liste',
      on: 'Échéance ou date\u00a0; vide\u00a0: non indiqué',
      owner: 'Identifiant de qui doit le faire\u00a0; vide\u00a0: le groupe lui-même, ou non indiqué',
    },
  },
  regions: {
    title: 'Régions et observateurs',
    lede: 'Qui participe outre les États membres\u00a0: à quoi, dans quel rôle et depuis quand, ce qu’ils ne peuvent faire seuls et ce qu’ils voient.',
    link: 'Régions et observateurs',
    region: 'Région ou État',
    partOf: 'Fait partie de',
    bodies: 'Participe à',
    competence: 'Compétence ailleurs',
    none: 'Le registre ne connaît aucune partie outre les États membres.',
    noneWhat: 'Les parties viennent avec le fichier du registre.',
    part: 'À quoi elle participe',
    partNone: 'Le registre ne dit pas qu’elle participe à quoi que ce soit.',
    partNoneWhat: 'Elle participe à partir du jour où elle rejoint un groupe, dans un rôle.',
    body: 'Groupe ou organe',
    role: 'Rôle',
    period: 'De – à',
    sees: 'Voit',
    alone: 'Pourquoi elle ne peut agir seule',
    aloneNone: 'Quelle capitale détient quelle compétence n’est pas indiqué.',
    aloneWhat: 'La région dit dans quel domaine elle ne peut décider seule et qui le fait.',
    field: 'Domaine',
    heldBy: 'Détenue par',
    evidence: 'Preuve',
    since: 'Indiqué le',
    cannotSign: 'Ne peut être partie à',
    sight: 'Ce qu’elle voit et ne voit pas',
    thing: 'D’un organe',
    byRole: { participant: 'Qui participe', observer: 'Observateur, invité ou consulté' },
    shown: 'Le voit',
    hidden: 'Ne le voit pas',
    sights: {
      papers: 'tous les documents de ceux qui participent',
      open: 'ce qui est ouvert à tous',
      unknown: 'non connu\u00a0; d’ici là, ce qui est ouvert à tous',
      none: 'aucune participation à cette date',
    },
    things: {
      openPoints: 'Points de l’ordre du jour ouverts à tous',
      memberPoints: 'Points ouverts aux membres',
      positions: 'Positions des parties',
      procedures: 'Procédures écrites',
      contactNames: 'Noms des points de contact',
      notes: 'Ce que le groupe doit retenir, et notes de passation',
    },
    columns: {
      body: 'Sorte et identifiant du groupe ou de l’organe',
      role: 'Rôle\u00a0; vide\u00a0: aucune participation n’est consignée',
      from: 'À partir de quand\u00a0; vide\u00a0: non indiqué',
      to: 'Jusqu’à quand\u00a0; vide\u00a0: ouvert, ou non indiqué',
      sees: 'papers, open, unknown ou none',
    },
  },
  fields: {
    remember: 'Ce qu’il ne faut pas oublier',
    field: 'Domaine où elle ne peut décider seule',
    held_by: 'État compétent',
    government: 'Gouvernement ou ministère de cet État',
    evidence: 'Ce qui le montre',
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    name: 'Nom',
    mandate: 'Mandat : ce que le groupe doit réaliser',
    parent: 'Piloté par',
    dossier: 'Dossier',
    kind: 'Type',
    holder: 'Fonction qui tient le dossier ; pas de nom de personne',
    initiative: 'Initiative dont il est issu',
    on: 'À partir de quand',
    reason: 'Motif',
    waiver: 'Motif pour se passer d’un organe de pilotage, si l’organe supérieur n’en est pas un',
    months: 'Nombre de mois après lequel il doit être réexaminé',
    into: 'Groupe ou organe qui reprend son mandat',
    lives_on: 'Ce qui subsiste ailleurs de son mandat',
    party: 'État ou région',
    role: 'Rôle',
    organisation: 'Organisation servant de point de contact ; vide : un poste vacant',
    handover: 'Transmission : ce que le successeur doit savoir et ce qui reste ouvert',
  },
  acts: {
    remember: {
      title: 'Noter ce qu’il faut retenir',
      explain: 'Cela reste au groupe quand les personnes partent, et est ouvert à ceux qui participent.',
    },
    state_competence: {
      title: 'Dire qui est compétent',
      explain: 'Dans quel domaine une région ne peut agir seule, et quelle capitale détient la compétence.',
    },
    propose: { title: 'Proposer un groupe', explain: 'Il ne fait rien avant d’être activé.' },
    place: {
      title: 'Placer sous un autre organe',
      explain: 'Un autre organe ou groupe le pilote désormais.',
    },
    hand_over_dossier: {
      title: 'Passer un dossier',
      explain:
        'Une autre fonction tient le dossier à partir d’un jour ; ce qu’elle doit savoir figure dans la note, que chacun peut lire.',
    },
    activate: {
      title: 'Activer',
      explain:
        'Exige une évaluation décidée, un organe supérieur qui pilote ou une dispense consignée, et pour chaque État membre un point de contact ou un poste vacant.',
    },
    reject: { title: 'Rejeter', explain: 'La proposition prend fin et reste consignée avec son motif.' },
    put_to_sleep: {
      title: 'Mettre en sommeil',
      explain: 'Il ne peut pas se réunir et doit être réexaminé après son délai.',
    },
    revive: { title: 'Réveiller', explain: 'Il est de nouveau actif, avec le mandat qu’il avait.' },
    abolish: { title: 'Supprimer', explain: 'Il prend fin définitivement et reste consigné avec son motif.' },
    merge: {
      title: 'Fusionner',
      explain: 'Il prend fin et un autre reprend son mandat : le nombre baisse, pas le travail.',
    },
    convert: { title: 'Transformer', explain: 'Il continue sous une autre forme.' },
    correct: {
      title: 'Corriger la date',
      explain:
        'La dernière étape a eu lieu un autre jour. Ce qui était connu auparavant reste tel qu’il l’était.',
    },
    join: {
      title: 'Participer',
      explain: 'Un État ou une région participe, avec un point de contact ou un poste vacant.',
    },
    admit: {
      title: 'Admettre',
      explain:
        'Une région ou un autre État participe parce que l’union l’admet ; les membres adhèrent d’eux-mêmes.',
    },
    leave: { title: 'Se retirer', explain: 'La participation prend fin, et avec elle ce qu’elle ouvrait.' },
    end_part: {
      title: 'Mettre fin à une participation',
      explain: 'Une partie qui avait été admise ne participe plus, et ce que cela ouvrait prend fin.',
    },
    hand_over: {
      title: 'Transmettre',
      explain: 'Une autre organisation devient point de contact ; la note reste avec le groupe.',
    },
  },
  problems: {
    party_acts_alone: ({ party }: Params) => `${party} est un État membre\u00a0: il agit pour lui-même.`,
    competence_own: () =>
      'Ce qu’elle détient elle-même ne l’empêche de rien\u00a0: nommez qui détient la compétence à sa place.',
    date_in_future: ({ on }: Params) =>
      `Le ${on} n’est pas encore venu. Ce qui est fait s’inscrit quand c’est le cas.`,
    state_unknown: ({ on }: Params) => `Son état au ${on} n’est pas connu\u00a0: rien ne peut en découler.`,
    state_forbids: ({ state }: Params) =>
      `Son état actuel est\u00a0: ${wordFor(String(state), 'fr')}. Dans cet état, ce n’est pas possible.`,
    date_too_early: ({ on, state, since }: Params) =>
      `Le ${on}, ce n’était pas encore possible\u00a0: son état n’est «\u00a0${wordFor(String(state), 'fr')}\u00a0» que depuis le ${since}. Donnez une date à partir de ce jour.`,
    group_steers_itself: ({ id }: Params) =>
      `${id} est le groupe lui-même, ou se trouve au-dessous de lui : il ne peut le piloter.`,
    handover_missing: () =>
      'Laissez une note à qui prend la suite : ce qu’il faut savoir, et ce qui est en suspens.',
    holder_began_later: ({ from, on }: Params) =>
      `Le dossier est tenu ainsi depuis le ${from} ; le ${on} n’est pas postérieur.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Depuis le ${on}, on sait\u00a0: ${wordFor(String(state), 'fr')}. Cela n’aurait pas pu suivre\u00a0; corrigez-le d’abord.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Depuis le ${on}, l’état était\u00a0: ${wordFor(String(state), 'fr')}. La suite ne peut pas être antérieure.`,
    id_taken: ({ id }: Params) => `${id} est déjà utilisé. Choisissez un autre identifiant.`,
    initiative_stopped: ({ id }: Params) =>
      `${id} était alors déjà arrêtée. Consignez une nouvelle initiative et faites-la évaluer.`,
    assessment_undecided: () =>
      'Aucune évaluation n’a été décidée en sa faveur. Faites-en d’abord décider une.',
    steering_missing: () =>
      'Son organe supérieur ne pilote pas de groupes à cette date. Nommez-en un qui le fait, ou dites pourquoi il s’en passe.',
    contact_missing: ({ party }: Params) => `${party} n’y a ni point de contact ni poste vacant.`,
    admission_needed: ({ party }: Params) =>
      `${party} n’est pas membre de l’union et ne peut participer de sa propre initiative que comme observateur ou invité. Demandez son admission à l’organe qui crée les groupes.`,
    part_taken: ({ party }: Params) => `${party} participe déjà alors, ou à partir d’un jour ultérieur.`,
    part_missing: ({ party }: Params) => `${party} ne participe pas.`,
    successor_not_standing: ({ id, state, on }: Params) =>
      `Au ${on}, l’état de ${id} était\u00a0: ${wordFor(String(state), 'fr')}. Un mandat se poursuit dans ce qui est actif ou en sommeil.`,
    contact_began_later: ({ on }: Params) =>
      `Son point de contact l’est depuis le ${on} et ne peut prendre fin avant d’avoir commencé.`,
    merged_into_itself: () => 'Il ne peut pas être fusionné avec lui-même.',
  },
};
