import type { RunTexts } from './en.ts';

export const fr: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day} : ${exact} prix sur ${zoneHours} comme publiés`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} prix sur ${zoneHours} comme publiés, écart maximal ${maxError} EUR/MWh ; écart moyen des flux ${flowMeanError} MWh.`,
    blocks: ({ status, published, accepted }) =>
      `Blocs publiés comme ${status} : ${published}, dont acceptés ici ${accepted}`,
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `À l’étape ${step}, rien ne respecte toutes les limites à la fois : cherchez des limites qui s’excluent.`,
    energy_day_infeasible: () =>
      'Aucun choix de blocs ne respecte toutes les limites du jour à la fois : cherchez des limites qui s’excluent.',
  },
};
