type Params = Readonly<Record<string, string | number>>;

export const en = {
  synthetic: () => 'Made up: these figures say nothing about any state.',
  residual: ({ area, day, week, surplus, energy }: Params) =>
    `${area}: ${day} MWh would be moved within days and ${week} MWh between the days of a week; surplus in ${surplus} hours, of ${energy} MWh.`,
  ramp: ({ over, rise, fall }: Params) =>
    `Over ${over} hours it rises by at most ${rise} MW and falls by at most ${fall} MW, but for one hour in a hundred.`,
  negative: ({ hours }: Params) => `The price is below zero in ${hours} hours.`,
  after: ({ day, week, surplus, energy }: Params) =>
    `After what storage and moved load do at these prices: ${day} MWh within days, ${week} MWh within weeks; surplus in ${surplus} hours, of ${energy} MWh.`,
  problems: {
    energy_days_incomplete: ({ hours, expected }: Params) =>
      `The days have ${hours} hours in all, and the load has ${expected}: give the hours of each day (23, 24 or 25).`,
    energy_dispatch_unsolved: ({ id, hour, status }: Params) =>
      `What ${id} does in the week or day from hour ${hour} could not be found (${status}): look at its MW and MWh.`,
  },
};

export type FlexibilityTexts = typeof en;
