import type { FieldTexts } from './en.ts';

export const fr: FieldTexts = {
  title: 'TVA : fraude transfrontalière, remboursements, contrôles conjoints',
  lede: 'Les États trouvent ensemble ce qu’aucun ne voit seul, chacun gardant ses déclarations chez lui.',
  practice: 'Coopérations pratiques',
  fields: 'Domaines de travail',
  field: 'Domaine',
  body: 'Traité dans',
  parts: 'Qui participe',
  you: 'Votre siège',
  names: {
    cases: 'Fraude transfrontalière',
    refunds: 'Remboursements et compensations',
    one_stop_shop: 'Guichet unique',
    joint_checks: 'Contrôles conjoints',
  },
  none: 'Le registre ne dit pas dans quel organe les États coopèrent en matière de TVA.',
  noneWhat: 'Un organe reçoit un domaine par les compétences inscrites dans un fichier du registre.',
  noneWho: 'Qui tient le registre.',
  nobody: 'Le registre ne dit pas qui participe.',
  yes: 'Vous siégez ici pour :',
  coordinator: 'Vous coordonnez ce domaine.',
  no: 'Vous n’avez pas de siège ici.',
  visitor: 'Connectez-vous pour voir si vous avez un siège ici.',
  unknown: 'Inconnu à cette date',
  closedWhy: ({ field }) =>
    `Ceci relève du domaine « ${field} » : ce qu’il contient est pour ceux qui y siègent au nom d’une partie participante.`,
  closedSeat: 'S’ouvre avec un siège dans',
  closedFor: 'Il doit être au nom d’une partie participante :',
  closedParty: 'Un mandat pour la partie entière, ou d’observateur, n’ouvre rien ici.',
  closedWho: ({ body }) =>
    `Demandez un siège à votre partie : l’exploitant de ce nœud le donne par décision (access give, organe ${body}).`,
  closedMadeUp: 'Ce registre est fictif : connectez-vous de nouveau et choisissez un tel siège.',
  tabs: {
    label: 'TVA',
    overview: 'Aperçu',
  },
};
