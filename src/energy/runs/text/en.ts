import type { Invariant } from '../../certification/certify.ts';

type Params = Readonly<Record<string, string | number>>;

const invariants = {
  within_orders: 'No order trades more than it asks or offers (MW)',
  within_limits: 'Lines and borders carry no more than they may (MW)',
  balance: 'What a zone buys, sells and exchanges adds up (MW)',
  positions_sum: 'Net positions of coupled zones sum to zero (MW)',
  row_flows: 'No row of the domain carries more than its margin (MW)',
  slackness: 'Only rows that are full have a price (MW)',
  price_identity: 'Prices differ between zones only by what full rows make of them (EUR/MWh)',
  link_prices: 'A line is full where prices differ, in that direction (MW)',
  border_prices: 'A border is full where prices differ, in that direction (MW)',
  no_adverse_exchange: 'Where exchanges are looked at one by one, none goes from a dear to a cheap zone (MW)',
  order_consistency: 'Orders in the money trade whole, those out of it not at all (MW)',
  block_shares: 'A block is accepted at least to its minimum or not at all (share)',
  no_paradox: 'No accepted block loses at the prices (EUR/MWh)',
  rent: 'What the grid earns is what its full rows are worth (EUR)',
  welfare_split: 'The shares of buyers, sellers and grid are as stated and add up (EUR)',
  duality_gap: 'What is traded is worth as much as orders and limits are at the prices (EUR)',
  bound: 'No decision on blocks can be worth more than the bound says (EUR)',
} satisfies Record<Invariant, string>;

export const en = {
  gme: {
    day: ({ day, exact, zoneHours }: Params) => `${day}: ${exact} of ${zoneHours} prices as published`,
    total: ({ exact, zoneHours, maxError, flowMeanError }: Params) =>
      `${exact} of ${zoneHours} prices as published, at most ${maxError} EUR/MWh off; flows ${flowMeanError} MWh off on average.`,
    certified: ({ certified, days }: Params) => `${certified} of ${days} days certified.`,
    blocks: ({ status, published, accepted }: Params) =>
      `Blocks published as ${status}: ${published}, of which accepted here ${accepted}`,
  },
  domain: {
    progress: ({ done, of }: Params) => `${done} of ${of} hours`,
    total: ({ hours, certified, congested, folder }: Params) =>
      `${certified} of ${hours} hours cleared and certified, the grid limited trade in ${congested} of them. Runs: ${folder}`,
    synthetic: 'The orders were made up; prices and welfare say nothing of a real market.',
  },
  borders: {
    named: 'Between which hubs there are borders was named.',
    'every pair': 'The file names no borders: every pair of hubs was taken to have one.',
  },
  unverified: {
    capacities:
      'The way in which capacities are cut out of a domain is known from memory and not verified at its source.',
    intuitive:
      'How exchanges against prices are kept out is known from memory and not verified at its source.',
    rights:
      'How long-term rights are taken in beside a domain is known from memory and not verified at its source.',
  },
  certify: {
    check: ({ what, worst }: Params) => `${what}: at most ${worst} off`,
    holds: ({ count }: Params) => `All ${count} invariants hold.`,
  },
  invariants,
  problems: {
    energy_step_infeasible: ({ step }: Params) =>
      `In step ${step} nothing keeps all limits at once: look for limits that exclude one another.`,
    energy_step_unsolved: ({ step }: Params) =>
      `The solver gave up on step ${step}; nothing is known of it. Look for orders or limits of very different sizes.`,
    energy_run_mode: ({ mode }: Params) =>
      `The zones are not connected as in mode ${mode}, which the run says that it is of. It was changed, or is none of ours: clear it again.`,
    energy_day_infeasible: () =>
      'No decision on the blocks of the day keeps all limits at once: look for limits that exclude one another.',
    energy_blocks_need_steps: () =>
      'A day with blocks is cleared with orders in steps only: leave out the blocks, or the linear orders.',
    energy_workers_invalid: ({ received }: Params) =>
      `Give a whole number of threads from 1 to 64 instead of “${received}”.`,
    energy_book_unknown: ({ received }: Params) =>
      `Give the orders as synthetic:SEED, such as synthetic:7, instead of “${received}”.`,
    energy_borders_unused: ({ mode }: Params) => `Leave out --borders: the mode ${mode} knows no borders.`,
    energy_rights_unused: ({ mode }: Params) =>
      `Leave out --rights: they stand beside a domain in mode fb, and not in ${mode}.`,
    energy_run_unreadable: () => 'This is no run that `energy clear` wrote: give the file of one.',
    energy_run_invalid: ({ message }: Params) => `The run has not the form of one here: ${message}.`,
    energy_run_length: ({ found, expected }: Params) =>
      `The list has ${found} entries, and ${expected} are needed.`,
    energy_invariant_broken: ({ invariant, worst, tolerance }: Params) =>
      `Does not hold: ${invariants[invariant as Invariant] ?? invariant}; off by ${worst}, and ${tolerance} is let pass.`,
  },
};

export type RunTexts = typeof en;
