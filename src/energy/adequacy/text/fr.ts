import type { AdequacyTexts } from './en.ts';

export const fr: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Une pénurie est attendue pendant ${hlole} heures par an, de ${loee} MWh, et ${lole} jours par an à leur pointe.`,
  progress: ({ done, all }) => `${done} années sur ${all}`,
  synthetic: () => 'Inventé : ces chiffres ne disent rien d’aucun État.',
  together: () => 'Ensemble',
  area: ({ area, lole, eens }) => `${area} : LOLE ${lole} heures par an, EENS ${eens} MWh par an`,
  standard: ({ area, lole }) =>
    `${area} : son critère de fiabilité serait de ${lole} heures par an ; de mémoire, non vérifié.`,
  event: ({ from, hours, energy, down, rows }) =>
    `À partir de l’heure ${from}, ${hours} heures, ${energy} MWh ; unités en panne : ${down} ; limité par : ${rows}`,
  noRow: () => 'aucune ligne du réseau, il n’y avait pas assez',
  problems: {
    energy_field_missing: ({ where }) => `${where} manque.`,
    energy_field_kind: ({ where, expected }) => `${where} doit être du genre « ${expected} ».`,
    energy_field_unknown: ({ where, names }) =>
      `À ${where} se trouve quelque chose d’inconnu : ${names}. Retirez-le ou corrigez son nom.`,
    energy_field_value: ({ where }) => `${where} a une valeur ou une longueur impossible.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where} : pour le type d’unité ${kind}, la taille, le nombre ou le taux de panne diffèrent entre les deux listes d’unités.`,
    energy_unit_kilowatts: ({ where }) => `${where} : la taille d’une unité est en kilowatts entiers.`,
    energy_unit_times: ({ where }) =>
      `${where} : une unité réparée fonctionne entre deux pannes ; donnez des heures avant panne supérieures à zéro.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where} : l’entretien de l’heure ${from} à ${until} n’est pas dans l’année, ou pas après le précédent.`,
    energy_name_unknown: ({ where, name }) =>
      `${where} : « ${name} » n’est nommé nulle part ailleurs dans le fichier.`,
    energy_name_twice: ({ where, name }) => `${where} : « ${name} » s’y trouve deux fois.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} a ${found} heures, et l’année de l’étude en a ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where} : la marge restante de ${ram} MW est négative, si bien que même ne rien échanger serait interdit.`,
    energy_storage_efficiency: ({ where }) =>
      `${where} : dites quelle part de ce qu’il prend ce stockage rend.`,
    energy_copt_too_fine: () =>
      'Les tailles des unités n’ont pas de pas commun digne de ce nom : arrondissez-les à de plus grandes parts d’un mégawatt.',
  },
};
