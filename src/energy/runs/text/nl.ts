import type { RunTexts } from './en.ts';

export const nl: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day}: ${exact} van ${zoneHours} prijzen als gepubliceerd`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} van ${zoneHours} prijzen als gepubliceerd, hoogstens ${maxError} EUR/MWh ernaast; stromen gemiddeld ${flowMeanError} MWh ernaast.`,
    blocks: ({ status, published, accepted }) =>
      `Blokken gepubliceerd als ${status}: ${published}, waarvan hier aanvaard ${accepted}`,
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `In stap ${step} houdt niets alle grenzen tegelijk in acht: zoek grenzen die elkaar uitsluiten.`,
    energy_day_infeasible: () =>
      'Geen keuze van blokken houdt op deze dag alle grenzen tegelijk in acht: zoek grenzen die elkaar uitsluiten.',
  },
};
