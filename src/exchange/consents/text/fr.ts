import type { ConsentTexts } from './en.ts';

export const fr: ConsentTexts = {
  states: { given: 'Donné', withdrawn: 'Retiré' },
  purposes: {
    onward_transfer: 'Transmission ultérieure',
    other_purpose: 'Une autre finalité',
    evidence: 'Usage comme preuve',
    disclosure: 'Divulgation',
  },
  page: {
    title: 'Consentements',
    lede: 'Ce à quoi une partie consent d’avance et par écrit, au-delà de ce pour quoi ses données ont été fournies : transmission ultérieure, autre finalité, usage comme preuve, divulgation. Tel que c’est aujourd’hui, quelle que soit la date affichée.',
    closedWhy: 'Les consentements sont montrés aux deux parties concernées et à qui contrôle l’une d’elles.',
    closedWhat: 'Connectez-vous au nom de l’une de ces parties ou de son autorité de contrôle.',
    none: 'Votre partie n’a donné aucun consentement et n’en a reçu aucun.',
    noneWhat:
      'Qui a fourni les données consent, pour une affaire, une finalité et ce qui a été obtenu en vertu d’un instrument.',
    noneWho: 'Sans consentement, toute demande qui en exige un est refusée.',
    supplier: 'Fournisseur',
    receiver: 'Destinataire',
    case: 'Affaire',
    purpose: 'Pour',
    instrument: 'Pour ce qui a été obtenu en vertu de',
    dataSet: 'Fichier de données',
    wholly: 'tout ce qui a été obtenu à ce titre',
    state: 'État',
    conditions: 'Conditions',
    noConditions: 'aucune n’est posée',
    from: 'À partir du',
    until: 'Jusqu’au (ce jour exclu)',
    history: 'Ce qu’il est devenu',
    said: 'Ce à quoi il est consenti',
    id: 'Identifiant, tel qu’une demande le nomme',
    acts: { give: 'Donné', withdraw: 'Retiré' },
  },
  notes: {
    title: 'Actes signés',
    column: 'Acte signé',
    hint: 'Le nœud du destinataire présente l’acte avec chaque demande qui nomme ce consentement. D’autres vérifient le fichier avec tripoint-verify, la clé du nœud du fournisseur et son nom (--signer tripoint/…) : ce qu’un autre a signé n’est pas un consentement. Seul le registre du fournisseur dit s’il vaut encore.',
    what: 'Lequel',
    whats: { given: 'Consentement', withdrawn: 'Retrait' },
    by: 'Signé par le nœud',
    signed: 'Signé le',
    place: 'Où il est',
    other: 'Autre nœud',
    since: 'Depuis',
    file: 'Télécharger',
    places: {
      none: 'pas encore signé',
      signed: 'pas encore remis',
      here: 'pour une partie de ce nœud',
      handed: 'remis',
      received: 'reçu',
    },
    none: 'Il n’y a pas d’acte signé de ce consentement : aucune demande ne peut le présenter.',
    noneWhat: 'Le nœud du fournisseur signe en quelques instants ce qui vaut ; rechargez la page.',
    noneWho:
      'Ce qui a été retiré ou a pris fin auparavant n’est pas signé, ni ce qui est plus long qu’un acte ; donnez alors le consentement à nouveau, en moins de mots.',
  },
  columns: {
    dataSet:
      'Par le mot qu’emploient les demandes ; vide : tout ce qui a été obtenu en vertu de l’instrument.',
    from: 'Premier jour où il vaut.',
    until: 'Premier jour où il ne vaut plus ; vide : aucun n’est fixé.',
    note: 'none : pas encore signé par ce nœud ; signed : pas encore remis ; here : pour un destinataire de ce nœud ; handed : le nœud du destinataire l’a ; received : reçu du nœud du fournisseur.',
    noteSince: 'Depuis quand il en est ainsi, ISO 8601 ; vide : il n’y a pas d’acte.',
  },
  fields: {
    id: 'Identifiant',
    party: 'Au nom de la partie',
    receiver: 'Qui peut le faire',
    instrument: 'Instrument en vertu duquel le destinataire a obtenu les données',
    data_set:
      'Fichier de données, par le mot qu’emploient les demandes ; laissé vide : tout ce qui a été obtenu en vertu de l’instrument',
    case_reference: 'Référence de l’affaire, telle que la porte la demande',
    purpose: 'Pour quoi',
    conditions: 'Conditions, en mots',
    from: 'À partir du',
    until: 'Jusqu’au : le premier jour où il ne vaut plus',
    reason: 'Motif',
  },
  acts: {
    give: {
      title: 'Consentir',
      explain:
        'Un destinataire peut faire une chose de ce que vous avez fourni en vertu d’un instrument dans une affaire ; ce qui a été fait avant n’est pas couvert.',
    },
    withdraw: {
      title: 'Retirer le consentement',
      explain: 'À partir d’aujourd’hui il n’ouvre plus rien ; ce qui a été fait avant reste licite.',
    },
  },
  problems: {
    consent_to_oneself: ({ party }) =>
      `${party} n’a pas besoin de son propre consentement pour utiliser ses propres données.`,
    consent_never_holds: ({ from, until }) => `Du ${from} au ${until}, il n’y a aucun jour où il vaut.`,
    consent_withdrawn: ({ on }) =>
      `Il a été retiré le ${on} ; pour consentir à nouveau, donnez-en un nouveau.`,
    consents_not_allowed: () =>
      'Seuls ceux à qui ils sont montrés peuvent extraire des listes de consentements.',
    consent_note_not_found: () => 'Cet acte n’existe pas, ou vous ne pouvez pas le voir.',
  },
};
