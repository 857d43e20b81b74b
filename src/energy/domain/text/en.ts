type Params = Readonly<Record<string, string | number>>;

export const en = {
  presolve: {
    step: ({ step, rows, kept }: Params) => `${step}: ${kept} of ${rows} rows are needed`,
    flat: ({ step }: Params) => `${step}: the domain has no inside, so only doubles were dropped`,
  },
  limits: {
    step: ({ step }: Params) => `${step}, net positions in MW (export positive):`,
    hub: ({ hub, least, leastRow, most, mostRow }: Params) =>
      `  ${hub}: from ${least} (${leastRow}) to ${most} (${mostRow})`,
    exchange: ({ from, to, most, row }: Params) => `  ${from} to ${to} alone: ${most} MW (${row})`,
    none: 'no row',
  },
  atc: {
    step: ({ step }: Params) => `${step}, capacities in MW:`,
    direction: ({ from, to, megawatts }: Params) => `  ${from} to ${to}: ${megawatts}`,
    inside: 'Every use of these capacities is proven to keep all rows.',
    outside: ({ row, flow, ram }: Params) => `${row} is broken: ${flow} MW where ${ram} MW go through.`,
    rule: 'The way of extraction is not verified at its source; it is the one that the documentation of this program describes.',
  },
  step: ({ day, period }: Params) => `${day}, step ${period}`,
  problems: {
    energy_grid_slack: ({ slack }: Params) =>
      `The grid has no node at place ${slack}: name one of its nodes as the one that takes up the rest.`,
    energy_grid_apart: ({ node, count }: Params) =>
      `${count} nodes have no way to the rest of the grid, the first is ${node}: connect them or take them out.`,
    energy_branch_node: ({ branch }: Params) =>
      `Branch ${branch} ends at a node that the grid does not have.`,
    energy_branch_loop: ({ branch }: Params) => `Branch ${branch} begins and ends at one node.`,
    energy_branch_reactance: ({ branch, reactance }: Params) =>
      `The reactance of branch ${branch} is ${reactance}: it has to be a number above zero.`,
    energy_shift_key_node: ({ zone }: Params) =>
      `The shift key of ${zone} names a node that the grid does not have.`,
    energy_shift_key_sum: ({ zone, sum }: Params) =>
      `The shares in the shift key of ${zone} add up to ${sum} and not to 1.`,
    energy_outage_islands: ({ contingency, node, count }: Params) =>
      `${contingency} cuts off ${count} nodes, the first is ${node}: no other branch can take over.`,
    energy_margin_identity: ({ row, figure, expected, found }: Params) =>
      `${row}: ${figure} is ${found}, and the figures before it give ${expected} (MW).`,
    energy_domain_infeasible: ({ row }: Params) =>
      row === undefined
        ? 'No net positions keep all rows at once: look for rows that exclude one another.'
        : `${row} lets nothing through whatever hubs do, and asks for less than that.`,
    energy_domain_unbounded: ({ hub }: Params) =>
      `No row holds the net position of ${hub}: it has no end in this domain.`,
    energy_atc_start_outside: ({ row, flow, ram }: Params) =>
      `${row} is broken before anything is added: ${flow} MW where ${ram} MW go through.`,
    energy_atc_unlimited: ({ direction }: Params) =>
      `No row is loaded by direction ${direction} of the list: its capacity has no end.`,
    energy_border_unknown: ({ border }: Params) =>
      `“${border}” is not two hubs of the file with a hyphen between them.`,
  },
};

export type DomainTexts = typeof en;
