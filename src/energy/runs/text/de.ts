import type { RunTexts } from './en.ts';

export const de: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day}: ${exact} von ${zoneHours} Preisen wie veröffentlicht`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} von ${zoneHours} Preisen wie veröffentlicht, höchstens ${maxError} EUR/MWh daneben; Flüsse im Mittel ${flowMeanError} MWh daneben.`,
    blocks: ({ status, published, accepted }) =>
      `Als ${status} veröffentlichte Blöcke: ${published}, davon hier angenommen ${accepted}`,
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `In Schritt ${step} hält nichts alle Schranken zugleich ein: suchen Sie Schranken, die einander ausschließen.`,
    energy_day_infeasible: () =>
      'Keine Auswahl der Blöcke hält an diesem Tag alle Schranken zugleich ein: suchen Sie Schranken, die einander ausschließen.',
  },
};
