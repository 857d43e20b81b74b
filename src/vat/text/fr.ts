import type { VatTexts } from './en.ts';

export const fr: VatTexts = {
  cycles: {
    line: ({ length, count }) => `de ${length} ventes : ${count}`,
    truncated: ({ count }) =>
      `Pas tous : pour ${count} premières ventes, la recherche s’est arrêtée à sa limite ; ce qu’elle n’a pas vu n’est pas compté.`,
    bundles: ({ count, shown }) => `${count} boucles d’assujettis ; les ${shown} plus grandes :`,
    bundle: ({ traders, count, volume, first, last }) =>
      `${traders} : ${count} cycles, ${volume} centimes, de ${first} à ${last}`,
  },
  graph: ({ file, vertices, edges, seed }) =>
    `${file} : ${edges} ventes fictives entre ${vertices}, de la graine ${seed}.`,
  problems: {
    vat_window_invalid: ({ given }) =>
      `Écrivez la fenêtre comme un nombre suivi de s, m, h ou d, par exemple 30d ou 6h, de moins de 68 ans, au lieu de ${given}.`,
    vat_margin_invalid: ({ given }) =>
      `Donnez la marge comme un nombre inférieur à 10, par exemple 0.15, au lieu de « ${given} ».`,
    vat_number_invalid: ({ given, least, most }) =>
      `Donnez un nombre entier de ${least} à ${most} au lieu de « ${given} ».`,
    vat_line_invalid: () =>
      'La ligne n’est pas faite de nombres entiers `src dst t`, ou `src dst t cents` à chaque ligne, les deux premiers non négatifs.',
    vat_lines_invalid: ({ count, told }) =>
      `${count} lignes ne sont pas faites de nombres entiers \`src dst t\`, ou \`src dst t cents\` à chaque ligne ; les ${told} premières sont nommées.`,
    vat_times_too_far: () =>
      'Les moments sont distants de plus de 68 ans : ils doivent être en secondes, non en millièmes.',
    vat_no_edges: () => 'Le fichier ne contient aucune vente.',
    vat_bundle_model_differs: ({ named, given }) =>
      `La liasse nomme le modèle ${named}, et celui donné est ${given}.`,
    vat_bundle_score_differs: ({ written, made }) =>
      `Refait, le score est ${made}, et la liasse dit ${written}, ou les raisons diffèrent.`,
    vat_file_unwritable: ({ file }) => `Le fichier ${file} ne peut être écrit.`,
  },
};
