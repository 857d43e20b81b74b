import type { EdgeTexts } from './en.ts';

export const fr: EdgeTexts = {
  steps: {
    reading: 'Lecture des déclarations, sans ceux qui ne peuvent être dans aucun cycle',
    rows: 'Recherche des lignes derrière ce qui a été trouvé',
  },
  copied: ({ files }) => `${files} fichiers copiés`,
  part: ({ done, parts }) => `${done} parties sur ${parts}`,
  left: ({ traders, supplies }) =>
    `${traders} assujettis et ${supplies} totaux entre eux peuvent être dans un cycle.`,
  line: ({ length, count }) => `de ${length} totaux : ${count}`,
  truncated: ({ count }) =>
    `Pas tous : pour ${count} premiers totaux, la recherche s’est arrêtée à sa limite ; ce qu’elle n’a pas vu n’est pas compté.`,
  bundles: ({ count, file }) => `${count} boucles d’assujettis, avec les lignes derrière elles : ${file}`,
  bundle: ({ traders, count, euros }) => `${traders} : ${count} cycles, ${euros}`,
  invoices: {
    left: ({ traders, supplies }) =>
      `${traders} assujettis et ${supplies} factures entre eux peuvent être dans un cycle. De deux factures du même jour, personne ne sait laquelle vint d’abord : ce peut être l’une ou l’autre.`,
    line: ({ length, count }) => `de ${length} factures : ${count}`,
    truncated: ({ count }) =>
      `Pas tous : pour ${count} premières factures, la recherche s’est arrêtée à sa limite ; ce qu’elle n’a pas vu n’est pas compté.`,
    nothingNew: ({ searches }) =>
      `Aucune facture n’est arrivée depuis la dernière recherche de ce genre ; il y en a ${searches}, et ce qu’elles ont trouvé reste.`,
  },
  page: {
    door: 'Cycles',
    doorWhat: 'Des ventes qui reviennent à qui a commencé, dans les factures de votre propre État.',
    title: 'Cycles dans les factures',
    lede: 'Des ventes qui reviennent à qui a commencé, chacune d’environ la valeur de la précédente : ce qui a été cherché dans les factures reçues par votre État, et ce qui a été trouvé.',
    open: 'Des ventes d’assujettis : ouvertes à vous par votre siège dans ce domaine, pour votre propre État. Chaque lecture figure au journal.',
    noVerdict:
      'Un cycle n’est pas un verdict : des biens sont renvoyés, transformés et revendus. Les factures ont un jour et pas d’heure : de deux du même jour, personne ne sait laquelle vint d’abord, et ce peut être l’une ou l’autre.',
    live: 'Une recherche est en cours. Celles qui sont terminées s’ouvrent depuis la liste.',
    reload: 'Relire',
    list: 'Recherches',
    days: 'Jours',
    between: ({ from, until }) => `du ${from} au ${until}`,
    what: 'Cherché',
    of: ({ party, what }) => `${party} : ${what}`,
    whole: 'toutes les factures de ces jours',
    since: 'les cycles avec une facture arrivée depuis la recherche précédente',
    limits: ({ days, maxLength }) => `en ${days} jours, ${maxLength} factures au plus`,
    state: 'Situation',
    states: { running: 'en cours', stopped: 'arrêtée', done: 'terminée' },
    progress: 'Avancement',
    goesOn: 'L’exploitant du nœud la reprend où elle en était :',
    rounds: 'Boucles d’assujettis',
    asked: 'Demandé',
    anew: 'Si des factures sont arrivées entre-temps, la recherche recommence.',
    none: 'Rien n’a encore été cherché dans les factures de votre État.',
    noneWhat: 'Elles sont reçues (vat ingest), puis on y cherche (vat search --invoices).',
    noneWho: 'L’exploitant du nœud.',
    foundIn: ({ from, until }) => `Trouvé dans les factures du ${from} au ${until}`,
    nothing: 'Cette recherche n’a trouvé aucun cycle.',
    nothingWhat:
      'Une marge plus large ou plus de jours en trouvent davantage ; une recherche après l’arrivée d’autres factures aussi.',
    nothingWho: 'L’exploitant du nœud.',
    traders: 'Par',
    cycles: 'Cycles',
    amount: 'A circulé',
    first: 'Première',
    last: 'Dernière',
    pages: 'Boucles d’assujettis, page par page',
    rows: 'Factures derrière elle',
    rowsOf: ({ traders }) => `Factures derrière ${traders}`,
    seller: 'Vendeur',
    buyer: 'Acheteur',
    day: 'Jour',
    worth: 'Montant',
    file: 'Fichier et ligne',
  },
  columns: {
    place: 'Rang d’après ce qui a circulé, à partir de 1.',
    traders: 'Numéros de TVA dans l’ordre où ils ont vendu, séparés par une espace.',
    count: 'Cycles de factures isolées qui vont par là.',
    cents:
      'Centimes d’euro hors TVA ; d’une boucle : de chaque paire à son tour ce qui est dans ses cycles, et de ces sommes la moindre.',
    first: 'Jour de la première facture.',
    last: 'Jour de la dernière.',
    invoices: 'Factures dans ces cycles.',
    seller: 'Numéro de TVA.',
    buyer: 'Numéro de TVA.',
    day: 'Jour de la facture.',
    file: 'SHA-256 du fichier.',
    row: 'Ligne du fichier, à partir de 1.',
  },
  problems: {
    vat_searches_not_allowed: () => 'Les cycles ne sont emportés que par ceux à qui ils sont montrés.',
    vat_period_invalid: ({ given }) =>
      `Donnez un mois, un trimestre ou une année, par exemple 2026-01, 2026-Q1 ou 2026, au lieu de « ${given} ».`,
    vat_until_before_from: ({ from, until }) =>
      `La dernière période, ${until}, se termine avant que ${from} ne commence.`,
    vat_kinds_invalid: ({ given, known }) =>
      `Donnez des genres parmi ${known} avec des virgules au lieu de « ${given} ».`,
    vat_search_stopped: ({ done, parts }) =>
      `La recherche a été arrêtée ; ${done} parties sur ${parts} sont faites, et la même commande continue.`,
    vat_clickhouse_invalid: ({ message }) => `Le fichier ne dit pas où est ClickHouse : ${message}`,
    vat_clickhouse_failed: ({ message }) => `ClickHouse n’a pas répondu : ${message}`,
  },
};
