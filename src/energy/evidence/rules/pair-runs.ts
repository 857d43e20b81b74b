import { compare } from '../../comparison/compare.ts';
import type { Run } from '../../runs/read-runs.ts';
import { type About, type Mode, modes } from '../../runs/run-file.ts';
import type { Ledger, Line } from '../model.ts';
import { addConvergence, convergenceOf } from './convergence.ts';

/** A run under the name by which the node keeps it. */
export type NamedRun = Run & { readonly name: string };

/** A line with what it has to agree in to stand in a ledger. */
type Paired = { readonly ledger: Omit<Ledger, 'lines' | 'converged'>; readonly line: Line } & Pick<
  Ledger,
  'converged'
>;

/** Only runs that agree in this can be of the same orders; whether they are, `compare` finds out. */
export const bucketOf = ({ day, periods, book }: About): string => `${book} ${day} ${periods.join(',')}`;

/** A grid that limits nothing is what others are held against, and so is what comes later in the list of modes. */
const rank = (mode: Mode) => (mode === 'copper' ? modes.length : modes.indexOf(mode));

/**
 * Each two runs of the same orders that are coupled in two ways, beside one another. `runs` are of one bucket and certified. Runs of other
 * orders than one another are never held together: their difference would be of the orders and not of the grid.
 */
export function pairRuns(runs: readonly NamedRun[]): readonly Paired[] {
  const ordered = runs.toSorted(
    (one, other) => rank(one.about.mode) - rank(other.about.mode) || (one.name < other.name ? -1 : 1),
  );
  return ordered.flatMap((actual, place) =>
    ordered
      .slice(place + 1)
      .filter(({ about }) => about.mode !== actual.about.mode)
      .flatMap((counterfactual) => pairOf(actual, counterfactual)),
  );
}

function pairOf(actual: NamedRun, counterfactual: NamedRun): readonly Paired[] {
  const { about, clearing } = actual;
  const compared = compare([{ name: about.day, actual: clearing, counterfactual: counterfactual.clearing }]);
  if (!compared.ok) return [];
  const { zones } = compared.value.difference;
  return [
    {
      ledger: {
        ...{ mode: about.mode, counterfactual: counterfactual.about.mode, book: about.book },
        isSynthetic: about.isSynthetic || counterfactual.about.isSynthetic,
        ...{ domain: about.domain, zones: zones.map(({ zone }) => zone), hours: clearing.hours },
      },
      line: {
        ...{ actual: actual.name, counterfactual: counterfactual.name },
        ...{ day: about.day, periods: about.periods },
        zones: zones.map(({ zone, consumers, producers, rent }) => ({ zone, consumers, producers, rent })),
      },
      converged: {
        actual: convergenceOf(clearing),
        counterfactual: convergenceOf(counterfactual.clearing),
      },
    },
  ];
}

/** Lines that agree in all but the day, together, in the order of their days. */
export function ledgersOf(paired: readonly Paired[]): readonly Ledger[] {
  return [...Map.groupBy(paired, ({ ledger }) => JSON.stringify(ledger)).values()].map((ofOne) => ({
    ...(ofOne[0] as Paired).ledger,
    lines: ofOne.map(({ line }) => line).toSorted(byTime),
    converged: {
      actual: ofOne.map(({ converged }) => converged.actual).reduce(addConvergence),
      counterfactual: ofOne.map(({ converged }) => converged.counterfactual).reduce(addConvergence),
    },
  }));
}

function byTime(one: Line, other: Line): number {
  const before = one.day.localeCompare(other.day, 'en', { numeric: true });
  return before || (one.periods[0] ?? 0) - (other.periods[0] ?? 0) || (one.actual < other.actual ? -1 : 1);
}
