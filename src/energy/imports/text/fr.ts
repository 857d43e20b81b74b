import type { ImportTexts } from './en.ts';

export const fr: ImportTexts = {
  domain: {
    content: ({ steps, rows, days, hubs }) =>
      `${steps} heures avec ${rows} rangées ; jours : ${days} ; hubs : ${hubs}`,
  },
  document: {
    series: ({ kind, from, to, day, steps, minutes, least, most }) =>
      `${kind} de ${from} à ${to}, ${day} : ${steps} pas de ${minutes} minutes, de ${least} à ${most}`,
  },
  problems: {
    energy_rights_head: ({ head }) => `La première ligne doit être “${head}”.`,
    energy_rights_row: ({ line }) =>
      `Ligne ${line} : donnez deux hubs différents et zéro MW ou plus, comme dans “BE;FR;400”.`,
    energy_rights_hub: ({ line, hub }) => `Ligne ${line} : le domaine n’a pas de hub ${hub}.`,
    energy_rights_twice: ({ line, from, to }) =>
      `Ligne ${line} : des droits de ${from} vers ${to} ont déjà été donnés ; additionnez-les sur une ligne.`,
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
    energy_json_invalid: ({ line }) =>
      `À partir de la ligne ${line}, le fichier n’est pas du JSON, ou dépasse une page.`,
    energy_json_shape: () =>
      'Le fichier n’est ni une liste de rangées, ni un objet avec une seule liste « data ».',
    energy_page_partial: ({ found, total }) =>
      `La page a ${found} rangées sur ${total} : demandez aussi les autres, ou un temps plus court.`,
    energy_row_hubs: ({ line }) =>
      `Ligne ${line} : il y a moins de deux hubs (ptdf_…), l’un y est deux fois, ou ce sont d’autres que dans la première rangée.`,
    energy_row_kind: ({ line }) =>
      `Ligne ${line} : la rangée n’est ni un élément, ni la limite d’un hub, ni une somme de hubs.`,
    energy_instant_invalid: ({ line, received }) =>
      `Ligne ${line} : « ${received} » n’est pas le début d’une heure en UTC.`,
    energy_ptdf_missing: ({ line, hub }) =>
      `Ligne ${line} : la rangée n’a pas de facteur pour le hub ${hub}, que d’autres ont ; absent n’est pas zéro.`,
    energy_ram_identity: ({ line, identity, published, computed }) =>
      `Ligne ${line} : ${identity} n’est pas vérifié : ${published} MW sont publiés, et le calcul donne ${computed}.`,
    energy_ram_identities: ({ count, told }) =>
      `${count} identités de marges ne sont pas vérifiées ; les ${told} premières sont nommées.`,
    energy_xml_invalid: ({ line, message }) =>
      `Ligne ${line} : le fichier n’est pas du XML qui est lu : ${message}.`,
    energy_xml_root: ({ received }) =>
      `Le fichier n’est pas une publication d’ENTSO-E : son élément extérieur est « ${received} ».`,
    energy_document_kind: ({ line, received }) =>
      `Ligne ${line} : les documents du type « ${received} » ne sont pas lus ; A44, A65, A61 et A25 avec B09 le sont.`,
    energy_document_empty: () => 'Le document n’a pas de valeurs.',
    energy_unit_unknown: ({ line, received, expected }) =>
      `Ligne ${line} : l’unité est « ${received} », et c’est ${expected} qui est lu.`,
    energy_curve_unknown: ({ line, received }) =>
      `Ligne ${line} : les courbes du type « ${received} » ne sont pas lues ; A01 et A03 le sont.`,
    energy_resolution_unknown: ({ line, received }) =>
      `Ligne ${line} : « ${received} » n’est pas une durée de pas qui est lue (PT60M, PT15M).`,
    energy_interval_days: ({ line, received }) =>
      `Ligne ${line} : le temps ${received} ne va pas de minuit à minuit à Bruxelles.`,
    energy_position_invalid: ({ line, received, steps }) =>
      `Ligne ${line} : la position « ${received} » n’est pas entre 1 et ${steps}, ou y est deux fois.`,
    energy_position_missing: ({ line, position, steps }) =>
      `La position ${position} sur ${steps} manque dans la période qui finit à la ligne ${line}.`,
    energy_eic_form: ({ received }) =>
      `« ${received} » n’est pas un EIC : il a 16 majuscules, chiffres et traits d’union.`,
    energy_eic_check: ({ received, check }) =>
      `L’EIC ${received} est mal tapé : son dernier signe serait ${check}.`,
    energy_eic_unknown: ({ received }) =>
      `L’EIC ${received} est bien formé, et n’est celui d’aucune zone connue ici.`,
    energy_quantity_negative: ({ line }) => `Ligne ${line} : une quantité est inférieure à zéro.`,
    energy_limits_crossed: ({ line }) => `Ligne ${line} : le flux minimal dépasse le maximal.`,
    energy_gme_period: ({ line, received }) =>
      `Ligne ${line} : ${received} n’est pas une heure d’un jour (1 à 25).`,
    energy_gme_side: ({ received }) => `« ${received} » n’est ni demande ni offre (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Le bloc ${block} a une autre zone, un autre sens ou un autre prix que dans sa première rangée.`,
    energy_gme_zone: ({ line, zone, zones }) =>
      `Ligne ${line} : « ${zone} » n’est aucune des zones couplées : ${zones}.`,
    energy_gme_day_missing: ({ day, file, line }) =>
      `La ligne ${line} parle du jour ${day}, dont ${file} n’a aucune rangée.`,
    energy_gme_row_missing: ({ day, hour, name, line }) =>
      `Jour ${day}, heure ${hour} : il n’y a pas de rangée de ${name}, que d’autres heures ont ; ses rangées continuent, ou finissent, à la ligne ${line}.`,
    energy_gme_border_price: ({ day, step, border, line }) =>
      `Ligne ${line} : la frontière ${border} a une limite à l’heure ${step} du ${day}, et pas de prix publié.`,
  },
};
