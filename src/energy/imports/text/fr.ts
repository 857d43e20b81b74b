import type { ImportTexts } from './en.ts';

export const fr: ImportTexts = {
  problems: {
    energy_file_missing: ({ file }) => `Le fichier ${file} manque dans le dossier.`,
    energy_table_empty: () => 'Le fichier est vide.',
    energy_table_columns: ({ missing }) => `Il manque à l’en-tête du fichier les colonnes ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `La ligne ${line} a ${found} champs, et l’en-tête en a ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Ligne ${line} : « ${received} » dans ${column} n’est pas un nombre à point décimal.`,
    energy_row_too_long: ({ line }) => `La ligne ${line} est trop longue pour être une rangée.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} rangées sont inutilisables ; les ${told} premières sont nommées.`,
    energy_quantity_negative: ({ line }) => `Ligne ${line} : une quantité est inférieure à zéro.`,
    energy_limits_crossed: ({ line }) => `Ligne ${line} : le flux minimal dépasse le maximal.`,
    energy_gme_period: ({ line, received }) =>
      `Ligne ${line} : ${received} n’est pas une heure d’un jour (1 à 25).`,
    energy_gme_side: ({ received }) => `« ${received} » n’est ni demande ni offre (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Le bloc ${block} a une autre zone, un autre sens ou un autre prix que dans sa première rangée.`,
    energy_gme_hours: ({ day, found }) =>
      `Le jour ${day} a ${found} heures, ou il en manque une : un jour en a 23, 24 ou 25, à partir de la première.`,
    energy_gme_border_price: ({ border, step }) =>
      `À l’heure ${step}, la frontière ${border} a une limite et pas de prix publié.`,
  },
};
