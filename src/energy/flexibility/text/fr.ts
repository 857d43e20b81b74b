import type { FlexibilityTexts } from './en.ts';

export const fr: FlexibilityTexts = {
  synthetic: () => 'Inventé : ces chiffres ne disent rien d’aucun État.',
  residual: ({ area, day, week, surplus, energy }) =>
    `${area} : ${day} MWh seraient déplacés au sein des jours et ${week} MWh entre les jours d’une semaine ; excédent pendant ${surplus} heures, de ${energy} MWh.`,
  ramp: ({ over, rise, fall }) =>
    `En ${over} heures, elle monte d’au plus ${rise} MW et descend d’au plus ${fall} MW, sauf une heure sur cent.`,
  negative: ({ hours }) => `Le prix est négatif pendant ${hours} heures.`,
  after: ({ day, week, surplus, energy }) =>
    `Après ce que font le stockage et la demande déplacée à ces prix : ${day} MWh au sein des jours, ${week} MWh au sein des semaines ; excédent pendant ${surplus} heures, de ${energy} MWh.`,
  problems: {
    energy_days_incomplete: ({ hours, expected }) =>
      `Les jours ont ${hours} heures en tout, et la charge en a ${expected} : donnez les heures de chaque jour (23, 24 ou 25).`,
    energy_dispatch_unsolved: ({ id, hour, status }) =>
      `Ce que fait ${id} pendant la semaine ou le jour à partir de l’heure ${hour} n’a pu être trouvé (${status}) : voyez ses MW et MWh.`,
  },
};
