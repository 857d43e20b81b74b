import type { CheckState } from '../model.ts';
import type { JointCheckTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const states: Readonly<Record<CheckState, string>> = {
  planned: 'Prévu',
  agreed: 'Accepté par tous',
  running: 'En cours',
  closed: 'Clos',
  withdrawn: 'Retiré',
};
/** In the words of the pages. */
const stateWord = (state: string | number | undefined): string =>
  Object.entries(states).find(([one]) => one === state)?.[1] ?? String(state);

export const fr: JointCheckTexts = {
  states,
  services: { tax: 'Fisc', customs: 'Douane', veterinary: 'Services vétérinaires' },
  goods: { horse: 'Chevaux', other: 'Autres biens' },
  sorts: { sale: 'Vente', purchase: 'Achat', movement: 'Déplacement', ownership: 'Propriétaire' },
  treatments: {
    intra_community: 'Livraison dans l’Union',
    margin_scheme: 'Régime de la marge',
    domestic: 'Intérieur',
    third_country: 'Vers ou depuis un pays tiers',
    private: 'Vente privée',
    not_declared: 'Non déclaré',
  },
  findings: {
    supply_only: 'vendu, pas d’achat de l’autre côté',
    acquisition_only: 'acheté, pas de vente de l’autre côté',
    amount_over: 'acheté plus cher que vendu',
    amount_under: 'acheté moins cher que vendu',
    period_shift: 'dans le mois voisin',
    kind_mismatch: 'déclaré autrement',
    parties_differ: 'un autre nom de l’autre côté',
  },
  unknowns: {
    amount: 'un montant est inconnu',
    silent: 'l’autre État n’a encore rien dit',
    private: 'un particulier de l’autre côté',
    outside: 'l’autre État ne participe pas',
    domestic: 'au sein d’un État',
  },
  verdicts: {
    agrees: 'Les deux côtés concordent',
    differs: 'Les deux côtés diffèrent',
    one_side: 'Un seul côté',
    unknown: 'Rien à dire',
  },
  codes: {
    item_unreadable: 'pas de numéro d’un objet',
    item_not_in_plan: 'l’objet n’est pas dans le plan',
    word_unknown: 'aucun des mots prévus ici',
    fact_known: 'déjà dit',
  },
  page: {
    door: 'Contrôles conjoints',
    doorWhat: 'Des plans que des États exécutent ensemble, et ce que chacun sait des mêmes objets.',
    title: 'Contrôles conjoints',
    lede: 'Des États contrôlent ensemble les mêmes objets et comparent une vente dans l’un avec un achat dans l’autre. Tel que c’est aujourd’hui, quelle que soit la date affichée.',
    list: 'Contrôles',
    check: 'Contrôle',
    goods: 'Biens',
    state: 'Situation',
    waitingFor: 'En attente de',
    dates: 'Quand',
    facts: 'Faits visibles',
    next: 'Étape suivante',
    nexts: {
      agree: 'votre État doit accepter le plan',
      others: 'd’autres États doivent accepter le plan',
      begin: 'peut commencer',
      result: 'votre État doit dire ce qu’il en est résulté',
      close: 'peut être clos',
      none: '–',
    },
    none: 'Aucun contrôle conjoint n’est prévu dans ce domaine.',
    noneWhat: 'Un délégué en propose un avec deux États ou plus, ou le coordinateur le prévoit.',
    noneWho: 'Le coordinateur du domaine et les délégués des États participants.',
    planOnly:
      'Vous voyez des plans. Ce que les États savent des objets est réservé aux délégués des États qui contrôlent.',
    open: 'Ouvert pour vous par votre siège dans ce domaine. Chaque lecture figure au journal.',
    made: 'Fictif, pour essayer : ce cheval, cet assujetti et ce prix n’existent pas.',
    recorded: 'Ce que de tels contrôles ont rapporté, tel qu’il est consigné',
    recordedWhat:
      'Chiffres des données de l’union, d’un seul État et plus anciens ; ils ne viennent pas des contrôles de cette page.',
    plan: 'Plan',
    about: 'De quoi il s’agit',
    states: 'États qui contrôlent',
    invited: 'Informés du plan',
    services: 'Services',
    contacts: 'Points de contact',
    contactsLink: 'sur la page de l’organe',
    items: 'Objets',
    itemForm: ({ name, like }: Params) =>
      `Numéro : ${name}, comme ${like} (forme non vérifiée). Un numéro d’une autre forme est pris et marqué.`,
    itemOdd: 'pas de la forme que nous connaissons',
    noItems: 'Aucun objet n’est encore nommé.',
    noItemsWhat: 'Le coordinateur les nomme dans le plan ; d’ici là, aucun fait ne convient.',
    match: 'Ventes et achats',
    matchWhat:
      'Chaque vente qu’un État connaît, comparée à un achat qu’un autre connaît du même objet, dans le même mois ou le suivant. Les différences jusqu’à 100 euros ou 1 % ne sont pas signalées.',
    noMatch: 'Il n’y a encore ni vente ni achat à comparer.',
    noMatchWhat: 'Les États ajoutent ce qu’ils savent dès qu’ils ont accepté le plan.',
    verdict: 'Issue',
    item: 'Objet',
    sold: 'Vendu',
    bought: 'Acheté',
    difference: 'Vendu moins acheté',
    factsOf: 'Ce que disent les États',
    factsHidden: ({ parties }: Params) =>
      `Non affichés : les faits de ${parties}, jusqu’à ce que cet État et le vôtre aient accepté le plan.`,
    sort: 'Fait',
    on: 'Le',
    by: 'Dit par',
    seller: 'Vendeur',
    buyer: 'Acheteur',
    private: 'particulier',
    amount: 'Montant',
    unknown: 'inconnu',
    treatment: 'Déclaré comme',
    detail: 'Précision',
    noFacts: 'Personne dont vous voyez les faits n’a encore rien dit.',
    noFactsWhat: 'Ajoutez un fait par formulaire ou apportez une feuille (CSV).',
    noFactsWho: 'Les délégués des États qui ont accepté le plan.',
    sheets: 'Feuilles de votre État',
    sheet: 'Feuille',
    rows: 'Lignes',
    rowsLine: ({ in: all, accepted, corrected, quarantined }: Params) =>
      `${all} : ${accepted} acceptées, ${corrected} corrigées, ${quarantined} mises à part`,
    row: 'Ligne',
    place: 'Colonne',
    found: 'Constaté',
    was: 'Écrit',
    became: 'Devenu',
    results: 'Ce qu’il en est résulté',
    corrections: 'Redressements',
    fines: 'Amendes',
    noResult: 'Aucun État n’a encore dit ce qu’il en est résulté.',
    noResultWhat: 'Chaque État le consigne pendant le contrôle ; ce qu’il ignore reste vide.',
    sum: 'Ensemble',
    atLeast: ({ amount }: Params) => `au moins ${amount}`,
    note: 'Remarque',
    history: 'Ce qu’il en est advenu',
    acts: {
      plan: 'Prévu',
      amend: 'Plan modifié : tous acceptent à nouveau',
      withdraw: 'Plan retiré',
      agree: 'Plan accepté',
      begin: 'Commencé',
      record_result: 'Résultat consigné',
      close: 'Clos',
    },
    late: { start: 'En retard : pas encore commencé', end: 'En retard : le dernier jour prévu est passé' },
    notAgreed: 'n’a pas encore accepté',
    withdrawn: ({ on }: Params) => `Le plan a été retiré le ${on} : il n’y a plus rien à y faire.`,
    closedList: 'Contrôles clos ou retirés',
    openList: 'Contrôles prévus, acceptés ou en cours',
    noneClosed: 'Aucun contrôle conjoint de ce domaine n’est clos ou retiré.',
    capped: ({ most, total }: Params) =>
      `Voici les ${most} plus récents sur ${total} ; les exports les ont tous.`,
    planVersion: 'Version du plan',
    planOf: ({ plan }: Params) => `version ${plan}`,
    planLine: ({ plan, states, items }: Params) => `Plan ${plan} : ${states} ; objets : ${items}`,
    picture: 'Issues',
    back: 'Contrôles conjoints',
    factTitle: 'Fait d’un contrôle conjoint',
  },
  columns: {
    late: 'start : aurait dû commencer ; end : dure au-delà du dernier jour prévu ; vide : à temps.',
    plan: 'Empreinte du plan, par laquelle une acceptation le désigne.',
    state: 'planned, agreed, running, closed ou withdrawn.',
    states: 'Identifiants des parties, séparés par un espace.',
    waiting: 'Parties qui n’ont pas encore accepté le plan.',
    facts: 'Faits que vous voyez ; vide : vous ne voyez que le plan.',
    from: 'Premier jour ; peut être un mois ou une année.',
    until: 'Dernier jour ; vide : aucun n’est fixé.',
    verdict: 'agrees, differs, one_side ou unknown.',
    findings: 'Ce qui a été constaté, séparé par un espace ; vide : rien.',
    unknown: 'Pourquoi rien ne peut être dit, séparé par un espace ; vide : rien n’est inconnu.',
    cents: 'Vendu moins acheté, centimes d’euro ; vide : un montant ou un côté est inconnu.',
    saleCents: 'Centimes d’euro ; vide : inconnu, ou il n’y a pas de vente.',
    purchaseCents: 'Centimes d’euro ; vide : inconnu, ou il n’y a pas d’achat.',
    day: 'Jour, ISO 8601 ; vide : ce côté manque.',
    number: 'Numéro de TVA, ou private ; vide : inconnu.',
    centsOfFact: 'Centimes d’euro ; vide : inconnu.',
    detail: 'Tel qu’il a été dit ; vide : rien.',
  },
  fields: {
    plan: 'Plan qui est accepté',
    id: 'Identifiant',
    party: 'Pour l’État',
    title: 'Titre',
    goods: 'Genre de bien',
    about: 'De quoi il s’agit',
    states: 'États qui contrôlent',
    invited: 'Autres informés du plan',
    services: 'Services participants',
    items: 'Numéros des objets, un par ligne (pour les chevaux, l’UELN)',
    from: 'Du',
    until: 'Au',
    reason: 'Motif',
    corrections: 'Redressements en euros ; laissé vide : inconnu',
    fines: 'Amendes en euros ; laissé vide : inconnu',
    note: 'Remarque',
    item: 'Objet',
    fact: 'Fait',
    on: 'Jour',
    seller: 'Vendeur : numéro de TVA, ou private ; laissé vide : inconnu',
    buyer: 'Acheteur : numéro de TVA, ou private ; laissé vide : inconnu',
    amount: 'Montant en euros ; laissé vide : inconnu',
    declared_as: 'Déclaré comme',
    detail: 'Précision : d’où à où, ou ce qu’on sait encore',
    file: 'Feuille (CSV) : item, fact, date, seller, buyer, amount, declared_as, detail',
    name: 'Nom de la feuille',
  },
  acts: {
    plan: {
      title: 'Prévoir un contrôle conjoint',
      explain:
        'Chaque État qui contrôle doit accepter avant qu’il puisse commencer. Un plan ne nomme aucun assujetti.',
    },
    propose: {
      title: 'Proposer un contrôle conjoint',
      explain: 'Votre État et au moins un autre. Chacun, le vôtre aussi, doit l’accepter.',
    },
    amend: {
      title: 'Modifier le plan',
      explain: 'Tous les États acceptent à nouveau ; d’ici là, aucun ne voit les faits d’un autre.',
    },
    withdraw_plan: {
      title: 'Retirer le plan',
      explain:
        'Il n’a pas lieu, et il n’y a plus rien à y faire ; tous ses États voient pourquoi. Seulement avant qu’il ait commencé.',
    },
    withdraw: {
      title: 'Retirer la proposition',
      explain:
        'D’un contrôle proposé par votre État : il n’a pas lieu, et il n’y a plus rien à y faire ; tous ses États voient pourquoi. Seulement avant qu’il ait commencé.',
    },
    agree: {
      title: 'Accepter le plan',
      explain:
        'Dès lors, ceux qui ont accepté voient ce que votre État dit de ces objets, et vous voyez ce qu’ils disent.',
    },
    begin: { title: 'Commencer', explain: 'Le plan reste dès lors tel qu’il a été accepté.' },
    record_result: {
      title: 'Consigner ce qu’il en est résulté',
      explain: 'Par votre État, en euros. Ce qui reste vide est inconnu et ne compte jamais pour rien.',
    },
    close: {
      title: 'Clore le contrôle',
      explain: 'Dès que chaque État participant a consigné son résultat. Aucun fait n’est ajouté ensuite.',
    },
    add_fact: {
      title: 'Ajouter un fait',
      explain: 'Sur un objet du plan. Les États qui ont accepté le voient ; personne d’autre.',
    },
    import_facts: {
      title: 'Apporter une feuille de faits',
      explain:
        'Chaque ligne est acceptée, corrigée ou mise à part, et ce qui a été constaté est listé avec sa place.',
    },
    withdraw_fact: {
      title: 'Retirer le fait',
      explain: 'Il ne compte plus ; qu’il ait été dit reste consigné.',
    },
  },
  problems: {
    vat_check_state_not_in_field: ({ party }: Params) =>
      `${party} ne participe pas à ce domaine aujourd’hui.`,
    vat_check_needs_two: () => 'Un contrôle conjoint demande deux États.',
    vat_check_without_proposer: ({ party }: Params) => `${party} propose et n’est pas parmi les États.`,
    vat_check_invited_without_part: ({ party }: Params) =>
      `${party} n’a pas de place dans l’organe de ce domaine aujourd’hui.`,
    vat_check_service_unknown: ({ given }: Params) =>
      `Il n’y a pas de service « ${given} » : tax, customs, veterinary.`,
    vat_check_item_unreadable: ({ given }: Params) =>
      `« ${given} » n’est pas un numéro d’objet : au plus 40 lettres et chiffres, un par ligne.`,
    vat_check_items_many: ({ count, most }: Params) =>
      `${count} objets sont trop pour un contrôle ; au plus ${most}.`,
    vat_check_ends_before: ({ from, until }: Params) => `Il finit (${until}) avant de commencer (${from}).`,
    vat_check_state_forbids: ({ state }: Params) =>
      `Le contrôle est « ${stateWord(state)} » : cela ne se peut pas maintenant.`,
    vat_check_not_proposer: ({ party }: Params) =>
      `${party} n’a pas proposé ce contrôle : le coordinateur le retire, ou l’État qui l’a proposé.`,
    vat_check_without_party: ({ party }: Params) => `${party} n’est pas parmi les États de ce contrôle.`,
    vat_check_agreed: ({ party }: Params) => `${party} a déjà accepté ce plan.`,
    vat_check_plan_changed: ({ seen, now }: Params) =>
      `Le plan a changé depuis que vous l’avez vu (${seen} alors, ${now} maintenant) : rien n’a été accepté. Lisez le plan tel qu’il est maintenant, et acceptez celui-là.`,
    vat_check_amount: ({ given }: Params) => `« ${given} » n’est pas un montant en euros : 1234.50.`,
    vat_check_result_below_zero: () => 'Redressements et amendes ne sont pas inférieurs à zéro.',
    vat_check_result_missing: ({ party }: Params) =>
      `${party} n’a pas encore dit ce qu’il en est résulté ; ce qu’il ignore peut rester vide.`,
    vat_check_not_agreed: ({ party }: Params) => `${party} n’a pas accepté le plan tel qu’il est.`,
    vat_check_item_not_in_plan: ({ given }: Params) => `« ${given} » n’est pas un objet de ce plan.`,
    vat_check_number: ({ given }: Params) =>
      `« ${given} » n’est pas un numéro de TVA ; un particulier est : private.`,
    vat_check_fact_known: ({ item }: Params) => `Votre État a déjà dit la même chose de ${item}.`,
    vat_check_sheet_known: () => 'Cette feuille a déjà été prise ; rien n’a changé.',
    vat_check_sheet_head: ({ missing, unknown }: Params) =>
      `La première ligne doit nommer les colonnes item, fact et date, et peut nommer seller, buyer, amount, declared_as et detail. Manque : ${missing} ; inconnu ou double : ${unknown}.`,
    vat_check_sheet_unreadable: () => 'La feuille n’est pas en UTF-8.',
    vat_check_sheet_long: ({ rows, most }: Params) => `La feuille a ${rows} lignes ; au plus ${most}.`,
    vat_check_facts_many: ({ most }: Params) =>
      `Un contrôle prend au plus ${most} faits ; retirez ce qui ne compte plus.`,
    vat_check_item_facts_many: ({ item, most }: Params) =>
      `De ${item}, un contrôle prend au plus ${most} faits ; retirez ce qui ne compte plus.`,
    vat_checks_not_allowed: () =>
      'Les listes de contrôles conjoints ne sont emportées que par ceux à qui elles sont montrées.',
  },
};
