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
  fields: {
    id: 'Identifiant, tel qu’il figurera dans les adresses (minuscules, chiffres, traits d’union)',
    name: 'Nom',
    mandate: 'Mandat : ce que le groupe doit réaliser',
    parent: 'Piloté par',
    dossier: 'Dossier',
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
    propose: { title: 'Proposer un groupe', explain: 'Il ne fait rien avant d’être activé.' },
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
    hand_over: {
      title: 'Transmettre',
      explain: 'Une autre organisation devient point de contact ; la note reste avec le groupe.',
    },
  },
  problems: {
    date_in_future: ({ on }: Params) =>
      `Le ${on} n’est pas encore venu. Ce qui est fait s’inscrit quand c’est le cas.`,
    state_unknown: ({ on }: Params) => `Son état au ${on} n’est pas connu\u00a0: rien ne peut en découler.`,
    state_forbids: ({ state }: Params) =>
      `Son état actuel est\u00a0: ${wordFor(String(state), 'fr')}. Dans cet état, ce n’est pas possible.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Depuis le ${on}, on sait\u00a0: ${wordFor(String(state), 'fr')}. Cela n’aurait pas pu suivre\u00a0; corrigez-le d’abord.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Depuis le ${on}, l’état était\u00a0: ${wordFor(String(state), 'fr')}. La suite ne peut pas être antérieure.`,
    id_taken: ({ id }: Params) => `${id} est déjà utilisé. Choisissez un autre identifiant.`,
    assessment_undecided: () =>
      'Aucune évaluation n’a été décidée en sa faveur. Faites-en d’abord décider une.',
    steering_missing: () =>
      'Son organe supérieur ne pilote pas de groupes. Nommez-en un qui le fait, ou dites pourquoi il s’en passe.',
    contacts_missing: ({ parties }: Params) =>
      `Pour ces États membres, il n’y a ni point de contact ni poste vacant\u00a0: ${parties}.`,
    admission_needed: ({ party }: Params) =>
      `${party} n’est pas membre de l’union et ne peut participer de sa propre initiative que comme observateur ou invité. Demandez son admission à l’organe qui crée les groupes.`,
    part_taken: ({ party }: Params) => `${party} participe déjà.`,
    part_missing: ({ party }: Params) => `${party} ne participe pas.`,
    merged_into_itself: () => 'Il ne peut pas être fusionné avec lui-même.',
  },
};
