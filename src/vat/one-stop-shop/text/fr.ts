import type { OneStopShopTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const fr: OneStopShopTexts = {
  line: ({ state, quarter, entries, compared }: Params) =>
    `${state} ${quarter} : ${entries} bénéficiaires par État de consommation, dont ${compared} comparés`,
  none: 'Aucune déclaration ni aucun paiement n’a été reçu.',
  obstacles: {
    no_return: 'aucune déclaration connue',
    no_payments: 'aucun paiement connu',
    not_identified: 'payé à aucun numéro de TVA',
    below_threshold: 'pas plus de 25 paiements : signalé en partie au plus',
    other_currency: 'payé aussi dans une autre monnaie',
    declared_nothing: 'déclaré comme rien, ou moins',
  },
  page: {
    door: 'Guichet unique',
    doorWhat: 'Ce que des assujettis ont reçu d’un État à côté de ce qu’ils ont déclaré pour lui.',
    title: 'Guichet unique : paiements et déclarations',
    lede: 'Ce que des bénéficiaires ont reçu en un trimestre de consommateurs d’un autre État, tel que les prestataires de paiement le signalent, à côté de la base et de la TVA déclarées pour cet État.',
    open: 'Les bénéficiaires sont des assujettis : ouvert pour vous par votre siège dans ce domaine pour l’État qui détient ces fichiers. Chaque lecture figure au journal.',
    made: 'Inventé, pour voir : de tels vendeurs, déclarations ou paiements n’existent pas, et il n’y a pas de fichiers ; les lignes sont numérotées comme elles ont été inventées. Un vendeur a déclaré moins de la moitié de ce qu’il a encaissé.',
    noVerdict:
      'Une différence n’est pas un constat : un paiement peut concerner une vente antérieure, une vente sans TVA due ou une vente déclarée par une plateforme. C’est une question à poser.',
    choose: 'Comparaisons',
    comparison: 'Trimestre',
    state: 'Détenu par',
    entries: 'Bénéficiaires par État',
    compared: 'Comparés',
    none: 'Rien n’a encore été comparé pour votre État.',
    noneWhat:
      'L’exploitant du nœud reçoit les déclarations et les paiements (vat ingest) et compare un trimestre (vat compare-payments).',
    noneWho: 'L’administration qui détient les fichiers.',
    table: ({ quarter, state }: Params) => `${quarter}, détenu par ${state}`,
    payee: 'Payé à',
    consumption: 'Depuis',
    inflow: 'Reçu',
    declared: 'Déclaré, TVA comprise',
    difference: 'Différence',
    ratio: 'Reçu par euro déclaré',
    obstacles: 'Ce qui empêche',
    unknown: 'inconnu',
    picture: 'Les plus grandes différences',
    cameIn: 'reçu',
    wasDeclared: 'déclaré',
    kept: ({ kept, entries }: Params) => `Les ${kept} plus grandes sur ${entries} sont gardées.`,
    pages: 'Bénéficiaires, page par page',
    entry: ({ payee, consumption }: Params) => `${payee}, depuis ${consumption}`,
    said: 'Ce qui est connu',
    payments: 'Paiements',
    refunds: 'Remboursements',
    refunded: 'Remboursé',
    others: 'En d’autres monnaies, non additionnés',
    otherLine: ({ count, amount, currency }: Params) => `${count} en ${currency} : ${amount}`,
    base: 'Base déclarée',
    vat: 'TVA déclarée',
    rows: 'Lignes à l’appui',
    rowsOf: ({ shown, all }: Params) => `Les ${shown} plus grandes sur ${all}.`,
    side: 'Côté',
    sides: { declared: 'Déclaration', paid: 'Paiement' },
    day: 'Jour',
    amount: 'Montant',
    rate: 'Taux',
    file: 'Fichier et ligne',
    closed: 'Comparaison',
  },
  columns: {
    payee: 'Numéro de TVA s’il est correct, sinon numéro fiscal ou compte tel que signalé.',
    consumption: 'État depuis lequel il a été payé et pour les consommateurs duquel il a été déclaré.',
    inflow: 'Centimes d’euro, remboursements déduits ; vide : rien n’est connu en euros.',
    base: 'Centimes d’euro ; vide : aucune déclaration connue.',
    difference: 'Reçu moins base et TVA, centimes d’euro ; vide : un côté est inconnu.',
    ratio: 'Reçu divisé par base et TVA ; vide : quelque chose l’empêche.',
    obstacles: 'Mots séparés par un espace ; vide : rien n’empêche.',
    others: 'Autres monnaies avec leur nombre de paiements ; dans aucune somme.',
  },
  fields: { party: 'Pour la partie' },
  acts: {
    make_up: {
      title: 'Inventer des déclarations et des paiements',
      explain:
        'Du dernier trimestre écoulé : des vendeurs inventés, ailleurs, payés par des consommateurs de votre État, à côté de ce qu’ils ont déclaré pour lui ; dans les registres inventés seulement. Inventé à nouveau, le plus récent est sur la page.',
    },
  },
  problems: {
    vat_quarter_missing: ({ given }: Params) =>
      `Indiquez un trimestre comme 2026-Q1 au lieu de « ${given} ».`,
    vat_comparisons_not_made_up: () =>
      'Des déclarations et des paiements ne sont inventés que dans des registres inventés.',
    vat_comparisons_not_allowed: () =>
      'Les comparaisons ne sont emportées que par ceux à qui elles sont montrées.',
  },
};
