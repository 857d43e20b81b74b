import type { ForumTexts } from './en.ts';

export const fr: ForumTexts = {
  yesNo: { no: 'Non', yes: 'Oui : la plateforme des acteurs du marché n’est pas invitée' },
  subjects: {
    market_integration: 'Intégration du marché (SG1)',
    security_of_supply: 'Sécurité d’approvisionnement (SG2)',
    flexibility: 'Flexibilité (SG3)',
  },
  stakeholders: {
    state: 'États : ministères',
    system_operator: 'Gestionnaires de réseau de transport',
    regulator: 'Régulateurs',
    commission: 'Commission européenne',
    market_platform: 'Plateforme des acteurs du marché',
    exchange: 'Bourses',
    renewables: 'Producteurs d’énergie renouvelable',
    demand_response: 'Effacement de la demande',
    large_consumers: 'Grands consommateurs',
    distribution: 'Gestionnaires de réseau de distribution',
  },
  admissions: { sits: 'Siège', by_invitation: 'Sur invitation', no: 'Non' },
  notWhenSensitive: 'pas si sensible pour le marché',
  levels: { group: 'Groupe', director_general: 'Directeurs généraux', minister: 'Ministres' },
  kept: {
    kept: 'Tenu',
    missed: 'Non tenu',
    under_way: 'Année en cours',
    not_on_record: 'Aucune réunion enregistrée',
  },
  page: {
    door: 'Forum',
    doorWhat: 'Groupes de soutien, fréquence de leurs réunions, qui est invité à quoi et qui manquait.',
    title: 'Forum pentalatéral de l’énergie',
    lede: 'Groupes du registre qui travaillent sur l’énergie : combien de fois ils doivent se réunir et l’ont fait, qui est attendu et qui manquait.',
    groups: 'Groupes et fréquence de leurs réunions',
    groupsWhat: ({ year }) =>
      `Réunions de ${year} qui ont été tenues selon le registre. Une réunion compte pour le niveau le plus élevé auquel quelqu’un était présent.`,
    group: 'Groupe',
    chair: ({ who }) => `Les groupes de travail sont présidés par ${who}.`,
    expected: 'Attendus',
    ofAbove: 'le registre ne cite personne ; sont montrés ceux du groupe au-dessus',
    nobody: 'Le registre ne dit pas qui.',
    rhythm: 'Doit se réunir',
    times: ({ level, least }) => `${level} : au moins ${least} par an`,
    held: 'Tenues',
    standing: 'Tenu ?',
    noRhythm: 'Le registre ne dit pas combien de fois.',
    none: 'Le registre ne contient aucun groupe qui travaille sur l’énergie.',
    noneWhat: 'Un groupe travaille sur l’énergie quand il appartient à ce dossier.',
    noneWho: 'Celui qui tient le registre.',
    gaps: 'Qui manquait',
    gapsWhat: ({ year }) => `D’après les comptes rendus des réunions de ${year} qui ont été tenues.`,
    noGaps: 'Aucune absence n’est enregistrée.',
    noGapsWhat: 'Les présences viennent des comptes rendus des réunions ; sans réunions, rien n’est connu.',
    party: 'Partie',
    there: 'Présent',
    absent: 'Non représenté',
    unsaid: 'Non cité au compte rendu',
    told: 'L’évaluation cite une lacune : au projet d’équilibrage transfrontalier entre les Pays-Bas et la Belgique (deuxième phase, 2014) manquaient des parties luxembourgeoises (§13.2.2, §13.2.4).',
    rule: 'Qui vient à quoi',
    ruleWhat:
      'Selon l’évaluation, §13.2.1. Qui n’est pas cité ne vient pas et ne voit rien de ce qui est soumis à un groupe.',
    who: 'Qui',
    matters: 'Sujets et documents',
    mattersWhat: 'Vous voyez les sujets auxquels votre partie est invitée, par votre siège dans le groupe.',
    noMatters: 'Il n’y a ici aucun sujet qui vous soit ouvert.',
    noMattersWhat:
      'Il faut un siège dans le groupe pour une partie qui est invitée. Ce à quoi vous n’êtes pas invité n’est pas dit.',
    noMattersWho: 'Celui qui agit pour le groupe soumet les sujets et invite.',
    noField:
      'Le registre ne dit pas dans quels groupes les sujets du forum sont traités ; rien ne peut donc leur être soumis.',
    matter: 'Sujet',
    subject: 'Domaine',
    sensitive: 'Sensible pour le marché',
    notSensitive: 'Ouvert à tous ceux qui siègent ici',
    meeting: 'Réunion',
    invited: 'Invités',
    paper: 'Document',
    columns: {
      group: 'Identifiant du groupe.',
      level: 'group, director_general ou minister.',
      least: 'Nombre minimal de réunions par an.',
      held: 'Réunions de l’année tenues à ce niveau.',
      kept: 'kept, missed, under_way, ou not_on_record : le registre ne contient aucune réunion de cette année.',
      missing: 'Parties non représentées ou que les comptes rendus ne citent pas, et combien de fois.',
    },
  },
  acts: {
    put: {
      title: 'Soumettre un sujet à un groupe',
      explain:
        'Ceux qui siègent dans le groupe sont invités et le voient. S’il est sensible pour le marché, la plateforme des acteurs du marché ne l’est pas et n’en apprend rien.',
    },
    call_sensitive: {
      title: 'Le déclarer sensible pour le marché',
      explain:
        'Dès maintenant la plateforme des acteurs du marché n’est pas invitée et n’en voit rien. Cela ne peut être annulé.',
    },
    invite: {
      title: 'Y inviter',
      explain: 'Ceux qui ne viennent que sur invitation : ils voient dès lors le sujet et son document.',
    },
  },
  fields: {
    id: 'Sujet',
    body: 'Groupe',
    title: 'De quoi il s’agit',
    sensitive: 'Sensible pour le marché ?',
    meeting: 'Réunion',
    paper: 'Document',
    invited: 'Invités en plus de ceux qui siègent dans le groupe',
    reason: 'Pourquoi',
  },
  problems: {
    energy_forum_market_sensitive: ({ party }) =>
      `${party} n’est pas invité : le sujet est sensible pour le marché. Choisissez-en d’autres, ou soumettez à part ce qui n’est pas sensible.`,
    energy_forum_sits_already: ({ party }) =>
      `${party} siège dans ce groupe et est déjà invité. Retirez-le de la liste.`,
    energy_forum_without_part: ({ party, body }) =>
      `${party} ne participe pas à ${body} aujourd’hui. Faites d’abord enregistrer sa participation.`,
    energy_forum_not_of_group: ({ party, body }) =>
      `${party} ne vient pas à ${body} : la règle du forum ne l’y cite pas. Choisissez parmi ceux qui sont proposés.`,
    energy_forum_sensitive_already: () => 'Il est déjà sensible pour le marché : il n’y a plus rien à faire.',
  },
};
