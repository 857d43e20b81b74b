import type { BridgeTexts } from './en.ts';

export const fr: BridgeTexts = {
  carousels: {
    rows: ({ rows, states }) => `${rows} lignes d’états récapitulatifs de ${states}.`,
    none: () => 'Avec les seuls états récapitulatifs : aucun cycle.',
    alone: ({ count }) => `Avec les seuls états récapitulatifs : ${count} cycles.`,
    bridges: ({ bridges, pairs }) => `${bridges} ponts communiqués, sur ${pairs} paires demandées.`,
    found: ({ count }) => `Avec les ponts : ${count} cycles.`,
    one: ({ way, euro }) => `  ${way} : au plus ${euro} euros ont circulé`,
    bridge: ({ hops }) => `⇢ (${hops} ventes à l’intérieur de l’État) ⇢`,
    truncated: () => 'Pas tous : la recherche s’est arrêtée à sa limite.',
  },
  keyMade: ({ instrument, epoch, until, id }) =>
    `La clé de jetons ${id} de ${instrument}, époque ${epoch}, jusqu’au ${until}, est dans le dossier de ce nœud.`,
  nobody: 'non communiqué',
  problems: {
    vat_holdings_twice: () =>
      'Une passerelle répond d’un fichier (--vat) ou de ce qui a été reçu (--vat-declared), pas des deux.',
    vat_holdings_invalid: ({ message }) =>
      `Le fichier ne contient pas ce qu’un État sait du commerce : ${message}`,
    vat_instrument_invalid: ({ given }) => `${given} n’est pas l’identifiant d’un instrument.`,
    vat_month_invalid: ({ given }) => `Écrivez un mois comme 2026-03 au lieu de « ${given} ».`,
    vat_option_missing: ({ option }) => `Indiquez ${option}.`,
    vat_pairs_truncated: ({ pairs }) =>
      `Il y a plus de paires qu’on n’en demande : ${pairs} l’ont été, celles des plus grands montants.`,
    vat_token_invalid: ({ given }) => `${given} n’est pas un jeton.`,
    vat_token_key_there: ({ instrument, epoch }) =>
      `Il y a déjà une clé de jetons de ${instrument}, époque ${epoch} ; une nouvelle est d’une autre époque.`,
    vat_token_key_sealed: ({ state }) =>
      `Ce que ${state} a remis ne s’ouvre pas : scellé pour une autre question, ou modifié en route.`,
    vat_token_key_unreadable: ({ name }) =>
      `${name}, dans le dossier des clés de jetons, n’est pas une clé lisible ; examinez ce fichier et supprimez-le.`,
    vat_token_keys_differ: ({ states }) =>
      `${states} n’ont pas la même clé de jetons : ce que dit l’un ne se rattache pas à ce que dit l’autre.`,
    vat_not_told: ({ state, operation, why }) => `${state} n’a pas répondu à ${operation} : ${why}.`,
    vat_statements_endless: ({ state, mostPages, mostRows }) =>
      `${state} a communiqué plus d’états récapitulatifs qu’on n’en lit : ${mostPages} pages ou ${mostRows} lignes. Aucun n’est utilisé. Demandez moins de mois ; si cela continue, adressez-vous à l’exploitant de sa passerelle.`,
    vat_nobody_asks: () => 'Aucun nœud ne tourne sur cette base, donc personne ne demande.',
  },
};
