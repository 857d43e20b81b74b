import { canonicalJson } from '#kernel/canonical-json.ts';
import { combine, fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clearing } from '../clearing/model.ts';
import { withLists } from '../runs/run-file.ts';
import { type Account, accountOf, type ZoneAccount } from './account.ts';

/** One thing less the other: EUR, MWh and EUR/MWh by zone, and of all zones together. */
export type Difference = {
  readonly zones: readonly ZoneAccount[];
  readonly consumers: number;
  readonly producers: number;
  readonly rent: number;
  readonly welfare: number;
  /** EUR/MWh by which prices stood further apart (below zero: closer together). */
  readonly meanSpread: number;
};

export type Compared = {
  readonly actual: Account;
  readonly counterfactual: Account;
  /** Actual less counterfactual. */
  readonly difference: Difference;
};

/** A run and the one that stands for what would have been, of the same orders. */
export type Pair = { readonly name: string; readonly actual: Clearing; readonly counterfactual: Clearing };

/**
 * Holds what was cleared against what would have been. Only runs of the same orders are comparable: with others the difference is of the orders and
 * not of the grid. Problems: `energy_runs_differ` for each pair that is not, `energy_runs_none`.
 */
export function compare(pairs: readonly Pair[]): Result<Compared> {
  if (pairs.length === 0) return fail(problem('energy_runs_none'));
  const comparable = combine(
    pairs.map(({ name, actual, counterfactual }) =>
      ordersOf(actual) === ordersOf(counterfactual) ? ok(name) : fail(problem('energy_runs_differ', name)),
    ),
  );
  if (!comparable.ok) return comparable;
  const actual = together(pairs.map((pair) => accountOf(pair.actual)));
  const counterfactual = together(pairs.map((pair) => accountOf(pair.counterfactual)));
  const zones = actual.zones.map((own, zone) => less(own, counterfactual.zones[zone] as ZoneAccount));
  const sum = (of: (zone: ZoneAccount) => number) => zones.reduce((all, zone) => all + of(zone), 0);
  const [consumers, producers, rent] = [
    sum((zone) => zone.consumers),
    sum((zone) => zone.producers),
    sum((zone) => zone.rent),
  ];
  return ok({
    actual,
    counterfactual,
    difference: {
      ...{ zones, consumers, producers, rent },
      welfare: consumers + producers + rent,
      meanSpread: actual.meanSpread - counterfactual.meanSpread,
    },
  });
}

/** What is ordered, and where: the same text for the same orders. */
function ordersOf({ steps, blocks, hours }: Clearing): string {
  const asked = {
    blocks,
    hours,
    steps: steps.map(({ orders, network }) => ({ orders, zones: network.zones })),
  };
  return canonicalJson(withLists(asked));
}

/** Accounts of the same zones, one after the other in time. */
function together(accounts: readonly Account[]): Account {
  const steps = accounts.reduce((all, account) => all + account.steps, 0);
  const first = accounts[0] as Account;
  const limiting = new Map<string, { steps: number; worth: number }>();
  for (const { row, ...found } of accounts.flatMap((account) => account.limiting)) {
    const known = limiting.get(row) ?? { steps: 0, worth: 0 };
    limiting.set(row, { steps: known.steps + found.steps, worth: known.worth + found.worth });
  }
  return {
    zones: first.zones.map(({ zone }, place) => {
      const all = accounts.map((account) => account.zones[place] as ZoneAccount);
      const sum = (of: (one: ZoneAccount) => number) => all.reduce((total, one) => total + of(one), 0);
      return {
        zone,
        ...{ consumers: sum((one) => one.consumers), producers: sum((one) => one.producers) },
        ...{ rent: sum((one) => one.rent), exported: sum((one) => one.exported) },
        meanPrice:
          accounts.reduce(
            (total, account, at) => total + (all[at] as ZoneAccount).meanPrice * account.steps,
            0,
          ) / Math.max(1, steps),
      };
    }),
    steps,
    converged: accounts.reduce((all, account) => all + account.converged, 0),
    meanSpread:
      accounts.reduce((all, account) => all + account.meanSpread * account.steps, 0) / Math.max(1, steps),
    limiting: [...limiting]
      .map(([row, found]) => ({ row, ...found }))
      .sort((one, other) => other.worth - one.worth || (one.row < other.row ? -1 : 1)),
  };
}

const less = (one: ZoneAccount, other: ZoneAccount): ZoneAccount => ({
  zone: one.zone,
  consumers: one.consumers - other.consumers,
  producers: one.producers - other.producers,
  rent: one.rent - other.rent,
  exported: one.exported - other.exported,
  meanPrice: one.meanPrice - other.meanPrice,
});
