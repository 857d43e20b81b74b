import type { ImportTexts } from './en.ts';

export const fr: ImportTexts = {
  problems: {
    energy_file_missing: ({ file }) => `Il n’y a pas de fichier ${file}.`,
    energy_table_empty: () => 'Le fichier est vide.',
    energy_table_columns: ({ missing }) => `Il manque à l’en-tête du fichier les colonnes ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `La ligne ${line} a ${found} champs, et l’en-tête en a ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Ligne ${line} : « ${received} » dans ${column} n’est pas un nombre à point décimal.`,
    energy_row_too_long: ({ line }) => `La ligne ${line} est trop longue pour être une rangée.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} rangées sont inutilisables ; les ${told} premières sont nommées.`,
    energy_table_order: ({ order }) =>
      `Les colonnes sont disposées autrement que dans ce format : ${order}, avec deux hubs ou plus. Cherchez des colonnes échangées.`,
    energy_hub_twice: ({ hub }) => `Le hub ${hub} a deux colonnes.`,
    energy_domain_empty: () => 'Le fichier a un en-tête et aucune rangée.',
    energy_day_invalid: ({ line, received }) => `Ligne ${line} : « ${received} » n’est pas un jour.`,
    energy_hour_invalid: ({ line, received }) =>
      `Ligne ${line} : ${received} n’est pas une heure d’un jour (1 à 25).`,
    energy_ptdf_spread: ({ line, least, most }) =>
      `Ligne ${line} : des facteurs de ${least} à ${most} ne sont pas des parts d’un échange. Cherchez des colonnes échangées.`,
    energy_ram_negative: ({ line, ram }) =>
      `Ligne ${line} : une marge restante de ${ram} MW est inférieure à zéro : même sans aucun échange la rangée serait violée.`,
    energy_hour_missing: ({ day, hour, line }) =>
      `Il manque au jour ${day} l’heure ${hour} ; ce qui est là continue, ou finit, à la ligne ${line}.`,
    energy_hour_beyond: ({ day, hour, hours, line }) =>
      `Ligne ${line} : le jour ${day} a ${hours} heures à Bruxelles, et pas d’heure ${hour}.`,
    energy_day_25_as_24: ({ day, line }) =>
      `Le jour ${day} a 25 heures à Bruxelles et est donné comme 24 ; la dernière heure présente commence à la ligne ${line}.`,
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
