type Params = Readonly<Record<string, string | number>>;

export const en = {
  head: ({ hours, mode, against }: Params) =>
    `${hours} hours, ${mode} beside ${against}. Differences in EUR:`,
  zone: ({ zone, consumers, producers, rent, price }: Params) =>
    `${zone}: buyers ${consumers}, sellers ${producers}, grid ${rent}; mean price ${price} EUR/MWh`,
  all: ({ consumers, producers, rent, welfare }: Params) =>
    `Together: buyers ${consumers}, sellers ${producers}, grid ${rent}; welfare ${welfare}`,
  spread: ({ actual, counterfactual }: Params) =>
    `Prices stood ${actual} EUR/MWh apart on average, beside ${counterfactual}.`,
  limiting: ({ steps, row, worth }: Params) =>
    `Full in ${steps} hours: ${row}; one more MW was worth ${worth} EUR`,
  order: {
    proven: ({ of }: Params) =>
      `All that the capacities allow is proven to keep every row of the domain, in all of ${of} hours: the domain brings no less welfare, and this is no accident.`,
    unproven: ({ proven, of }: Params) =>
      `That the domain brings no less welfare is proven in ${proven} of ${of} hours only: the difference stands here without a sign that holds.`,
    outside: ({ name, step, row, flow, ram }: Params) =>
      `${name}, step ${step}: the capacities can put ${flow} MW on ${row}, which lets ${ram} MW through.`,
    blocks: ({ name }: Params) => `${name} has blocks: with them, more room can bring less.`,
  },
  synthetic: 'The orders were made up: these amounts say nothing of a real market.',
  problems: {
    energy_runs_none: () => 'There is no run to compare.',
    energy_runs_differ: () =>
      'The two runs have other orders, zones or blocks: only runs of the same orders can be compared.',
    energy_run_alone: ({ step }: Params) => `There is no run of ${step} beside this one.`,
    energy_welfare_order: () =>
      'The domain must not bring less than the capacities that lie in it, and here it does: see whether the runs were changed.',
    energy_run_broken: () => 'The run does not pass: see what is wrong with `energy certify`.',
  },
};

export type ComparisonTexts = typeof en;
