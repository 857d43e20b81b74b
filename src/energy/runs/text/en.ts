type Params = Readonly<Record<string, string | number>>;

export const en = {
  gme: {
    day: ({ day, exact, zoneHours }: Params) => `${day}: ${exact} of ${zoneHours} prices as published`,
    total: ({ exact, zoneHours, maxError, flowMeanError }: Params) =>
      `${exact} of ${zoneHours} prices as published, at most ${maxError} EUR/MWh off; flows ${flowMeanError} MWh off on average.`,
    blocks: ({ status, published, accepted }: Params) =>
      `Blocks published as ${status}: ${published}, of which accepted here ${accepted}`,
  },
  problems: {
    energy_step_infeasible: ({ step }: Params) =>
      `In step ${step} nothing keeps all limits at once: look for limits that exclude one another.`,
    energy_day_infeasible: () =>
      'No decision on the blocks of the day keeps all limits at once: look for limits that exclude one another.',
  },
};

export type RunTexts = typeof en;
