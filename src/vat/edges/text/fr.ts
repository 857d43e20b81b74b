import type { EdgeTexts } from './en.ts';

export const fr: EdgeTexts = {
  steps: {
    reading: 'Lecture des déclarations, sans ceux qui ne peuvent être dans aucun cycle',
    rows: 'Recherche des lignes derrière ce qui a été trouvé',
  },
  copied: ({ files }) => `${files} fichiers copiés`,
  part: ({ done, parts }) => `${done} parties sur ${parts}`,
  left: ({ traders, supplies }) =>
    `${traders} opérateurs et ${supplies} totaux entre eux peuvent être dans un cycle.`,
  line: ({ length, count }) => `de ${length} totaux : ${count}`,
  truncated: ({ count }) =>
    `Pas tous : pour ${count} premiers totaux, la recherche s’est arrêtée à sa limite ; ce qu’elle n’a pas vu n’est pas compté.`,
  bundles: ({ count, file }) => `${count} boucles d’opérateurs, avec les lignes derrière elles : ${file}`,
  bundle: ({ traders, count, euros }) => `${traders} : ${count} cycles, ${euros}`,
  invoices: {
    left: ({ traders, supplies }) =>
      `${traders} opérateurs et ${supplies} factures entre eux peuvent être dans un cycle. De deux factures du même jour, personne ne sait laquelle vint d’abord : ce peut être l’une ou l’autre.`,
    line: ({ length, count }) => `de ${length} factures : ${count}`,
    truncated: ({ count }) =>
      `Pas tous : pour ${count} premières factures, la recherche s’est arrêtée à sa limite ; ce qu’elle n’a pas vu n’est pas compté.`,
    nothingNew: ({ searches }) =>
      `Aucune facture n’est arrivée depuis la dernière recherche de ce genre ; il y en a ${searches}, et ce qu’elles ont trouvé reste.`,
  },
  problems: {
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
