import type { CarouselTexts } from './en.ts';

export const fr: CarouselTexts = {
  acts: {
    draft: {
      title: 'Rédiger une demande de ponts',
      explain:
        'Rien ne part par là : un autre fonctionnaire doit la libérer. Alors, dans ce dossier, les États choisis sont priés de donner leurs états récapitulatifs et les ponts à travers leur territoire, sous forme de jetons ; les cycles que forment les deux sont conservés avec le dossier.',
    },
    release: {
      title: 'Libérer la demande de ponts',
      explain:
        'Lisez ci-dessous ce qui est demandé, à qui et pourquoi : cela est au journal avant que rien ne parte. Le droit en vigueur décide, ici et là-bas, s’il y est répondu, et un État où le dossier n’est pas ouvert ne dit rien.',
    },
    withdraw: {
      title: 'Retirer le projet de demande de ponts',
      explain: 'Il ne part pas. Qu’il ait été rédigé reste au journal.',
    },
    stop: {
      title: 'Cesser de demander des ponts',
      explain:
        'Aucune autre question ne part, et rien de ce qui a été communiqué jusqu’ici n’est conservé avec le dossier. Ce qui est parti reste inscrit et compte pour les quotas.',
    },
  },
  fields: {
    id: 'Dossier',
    states: 'États à interroger, le vôtre compris si sa passerelle répond',
    from: 'Premier mois',
    until: 'Dernier mois',
    instrument: 'Instrument sur lequel repose la demande',
    purpose: 'Finalité, par un mot que l’instrument connaît',
    epoch: 'Numéro de l’époque des jetons, convenu entre les passerelles',
    reason: 'Motif',
  },
  title: 'Carrousels passant par des ponts',
  what: 'Ce qui a tourné dans les états récapitulatifs et par les ponts des États interrogés. Un pont dit que des biens peuvent être allés d’un assujetti à un autre au sein d’un État ; leurs ventes y restent. Les assujettis des autres sont des jetons de ce dossier.',
  notOpenWhy: 'Aucun instrument enregistré n’ouvre les ponts : aucun État ne peut en communiquer.',
  notOpenWhat:
    'Dès qu’un traité ou une loi ouvrant « vat.bridges » est enregistré, des États peuvent être interrogés d’ici.',
  notOpenWho:
    'Qui tient le registre l’enregistre ; qui siège dans le domaine des dossiers rédige alors la demande.',
  noneWhy: 'Aucun État n’a été interrogé sur des ponts dans ce dossier.',
  noneWhat:
    'Rédigez une demande de ponts tant que le dossier est ouvert : choisissez des États et des mois ; un autre fonctionnaire la libère. Sans ponts, un carrousel dont le milieu est intérieur ne se voit pas.',
  noneWho: 'Qui siège dans le domaine des dossiers pour la partie du dossier.',
  live: 'Des États sont interrogés. Rechargez la page pour voir où cela en est : elle ne le fait pas d’elle-même, car chaque consultation d’un dossier est consignée.',
  reload: 'Recharger',
  asked: ({ day }) => `Demandée le ${day}`,
  drafted: ({ day }) => `Rédigée le ${day}`,
  draftedByOther:
    'Un autre fonctionnaire de votre État l’a rédigée, et rien n’est parti. Lisez ce qui est demandé, puis libérez-la ou retirez-la.',
  stopped:
    'Quelqu’un l’a arrêtée : rien de ce qui a été communiqué n’est conservé. Rédigez une nouvelle demande pour continuer ; son formulaire contient ce qui a été demandé.',
  standing: 'Situation',
  states: {
    drafted: 'Rédigée',
    withdrawn: 'Retirée',
    waiting: 'Attend son tour',
    running: 'En cours',
    stopped: 'Arrêtée',
    done: 'Terminée',
    failed: 'Échouée',
  },
  operations: {
    'vat.statements': ({ state }) => `${state} est prié de donner ses états récapitulatifs`,
    'vat.bridges': ({ state }) => `${state} est prié de donner ses ponts`,
  },
  operationNames: {
    'vat.statements': 'états récapitulatifs',
    'vat.bridges': 'ponts',
  },
  of: ({ done, total }) => `${done} étapes sur ${total}`,
  askedStates: 'États interrogés',
  period: 'Mois',
  instrument: 'Instrument',
  purpose: 'Finalité',
  told: 'Ce qui a été communiqué',
  toldWhat: ({ rows, bridges, pairs }) =>
    `${rows} lignes d’états récapitulatifs ; ${bridges} ponts, sur ${pairs} paires demandées`,
  alone: 'Cycles dans les seuls états récapitulatifs',
  joined: 'Cycles avec les ponts',
  truncated: 'Pas tous : la recherche a atteint sa limite.',
  kept: ({ kept, joined }) => `Les ${kept} plus grands sur ${joined} sont conservés.`,
  expired: ({ count }) =>
    `${count} d’entre eux ne peuvent plus être utilisés et sont effacés : leurs ponts valaient pour un temps. Demandez à nouveau.`,
  nothing: 'Rien ne tourne dans ce qui a été communiqué.',
  untold: 'Non communiqué',
  untoldOne: ({ state, operation, why }) => `${state}, ${operation} : ${why}`,
  deniedHere: 'refusé ici, rien n’est parti :',
  deniedThere: 'refusé là-bas :',
  refused: {
    query_invalid: 'la question n’a pas la forme que l’autre lit',
    token_key_unknown:
      'il n’a pas de clé de jetons de cette époque ; sa passerelle en crée une ou se la fait remettre',
    no_basis:
      'ce dossier n’y est pas ouvert à qui demande ; signalez d’abord le dossier à cet État par une demande de retour d’information',
    purpose_missing: 'la question n’indiquait pas de finalité',
  },
  invalid: 'ce qu’il a répondu n’est pas à lui de le dire, ou n’a pas la forme demandée',
  list: 'Carrousels',
  columns: {
    ring: 'Qui, dans l’ordre que suivent les biens',
    hops: 'Ventes au sein des États',
    months: 'Mois',
    ceiling: 'A tourné au plus',
    states: 'États',
    usable: 'Utilisable jusqu’au',
  },
  picture: ({ place }) => `Carrousel ${place}`,
  pictureSaid: ({ place, count, states, amount }) =>
    `Carrousel ${place} : ${count} assujettis en ${states}, ${amount} au plus ; le tableau ci-dessous dit la même chose`,
  legend: { supply: 'Livraison dans un état récapitulatif', bridge: 'Pont au sein d’un État' },
  steps: { from: 'De', to: 'À', what: 'Quoi', months: 'Mois' },
  supply: 'Livraison dans un état récapitulatif',
  bridge: ({ hops }) => `Pont : au moins ${hops} ventes au sein de l’État`,
  hop: ({ hops }) => `${hops} ventes`,
  reveal: ({ state }) => `Demander à ${state} à qui sont ces jetons`,
  pictured: ({ count }) => `Les ${count} plus grands ont une image.`,
  problems: {
    vat_carousels_month_unreadable: ({ given }) =>
      `« ${given} » n’est pas un mois. Écrivez l’année et le mois séparés d’un tiret, comme 2019-05.`,
    vat_carousels_months_backwards: ({ from, until }) =>
      `${until} précède ${from}. Écrivez d’abord le premier mois.`,
    vat_carousels_months_many: ({ most }) =>
      `Une passerelle répond sur ${most} mois au plus. Demandez-en moins, puis les autres.`,
    vat_carousels_state_outside: ({ state }) =>
      `${state} ne participe pas aujourd’hui au domaine des dossiers. Ne l’interrogez pas.`,
    vat_carousels_not_opened: ({ instrument }) =>
      `« ${instrument} » n’ouvre pas de ponts. Choisissez un instrument qui en ouvre ; si aucun n’est enregistré, attendez qu’il le soit.`,
    vat_carousels_under_way: () =>
      'Des États sont déjà interrogés dans ce dossier. Attendez la fin, ou arrêtez, puis rédigez la demande.',
    vat_carousels_drafted: () =>
      'Une demande de ponts est déjà rédigée dans ce dossier. Faites-la libérer, ou retirez-la, puis rédigez-en une autre.',
    vat_carousels_no_draft: () =>
      'Aucun projet de demande de ponts n’attend dans ce dossier : il a été libéré ou retiré. Regardez le dossier, et rédigez-en un si des États sont à interroger.',
    vat_carousels_not_running: () =>
      'Aucun État n’est interrogé sur des ponts dans ce dossier : c’est terminé. Voyez dans le dossier ce qu’il en est résulté.',
    vat_carousels_interrupted: () =>
      'Ce nœud s’est arrêté pendant qu’il demandait : rien de ce qui a été communiqué n’est conservé. Ce qui est parti reste inscrit et compte pour les quotas. Rédigez à nouveau la demande ; son formulaire contient ce qui a été demandé.',
    vat_carousels_failed: ({ message }) =>
      `La recherche s’est arrêtée sur une erreur de ce nœud : ${message}. Demandez à nouveau ; si elle échoue encore, prévenez l’exploitant du nœud.`,
  },
};
