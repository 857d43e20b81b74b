/**
 * Ways to rank traders: the scorecard with bridges, by trade at stake and by probability, without them, or without what other worlds
 * taught, what it must be better than, and what it would be if every fraud were told.
 */
import { findPeriodCycles } from '../cycles/period.ts';
import { buildPeriodGraph } from '../cycles/period-graph.ts';
import { featureNames, isIndicator, statementFeatures } from '../scoring/feature-names.ts';
import type { FeatureTable } from '../scoring/features.ts';
import { shareAt } from '../scoring/monotone.ts';
import { type Model, sumsOf } from '../scoring/score.ts';
import { tradeAtStakeOf } from '../scoring/trade-at-stake.ts';

export const methodNames = [
  ...(['expected', 'bridged', 'left', 'statements', 'own'] as const),
  ...(['indicators', 'matching', 'cycles', 'truth'] as const),
] as const;
export type MethodName = (typeof methodNames)[number];
export const modelNames = ['bridged', 'statements', 'own', 'truth'] as const;
export type ModelName = (typeof modelNames)[number];

/** Whether a method knows cycles that run through states, and whether it knows any. */
export const knowsBridges = (method: MethodName): boolean =>
  ['expected', 'bridged', 'left', 'own', 'truth'].includes(method);
export const knowsCycles = (method: MethodName): boolean => knowsBridges(method) || method === 'statements';

/** Scores of the candidates of a table, each in its own measure. */
export function scoresOf(
  method: MethodName,
  table: FeatureTable,
  models: Readonly<Record<ModelName, Model>>,
): Float64Array {
  const { candidates, columns } = table;
  switch (method) {
    case 'expected': {
      const { calibration } = models.bridged;
      return sumsOf(models.bridged, columns, candidates).map((sum, row) =>
        tradeAtStakeOf(shareAt(calibration, sum), columns, candidates[row] as number),
      );
    }
    case 'own':
      return sumsOf(models.own, columns, candidates);
    case 'truth':
      return sumsOf(models.truth, columns, candidates);
    case 'bridged':
    case 'left':
      return sumsOf(models.bridged, columns, candidates);
    case 'statements':
      return sumsOf(models.statements, columns, candidates);
    case 'indicators':
      // How many of those of statements, returns and registrations; of as many, who trades more.
      return Float64Array.from(candidates, (trader) => {
        const count = statementFeatures.filter((name) =>
          isIndicator(name, columns[name][trader] as number),
        ).length;
        const trade = (columns.inflow[trader] as number) + (columns.outflow[trader] as number);
        return count + trade / 1e15;
      });
    case 'matching':
      return Float64Array.from(candidates, (trader) => known(columns.gap_cents[trader]));
    case 'cycles': {
      const counts = countPlainCycles(table, columns.age.length);
      return Float64Array.from(candidates, (trader) => counts[trader] as number);
    }
  }
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? -1 : value);

/** Cycles of up to six supplies among those of three months, whatever their order and amounts: what a recursive query counts. */
export function countPlainCycles({ trade }: FeatureTable, traders: number): Float64Array {
  const { pairs } = trade;
  const size = pairs.supplier.length;
  const columns = {
    src: Int32Array.from(pairs.supplier),
    dst: Int32Array.from(pairs.acquirer),
    ...{ lo: new Int32Array(size), hi: new Int32Array(size) },
    cents: Float64Array.from(pairs.cents),
  };
  const { bundles } = findPeriodCycles(buildPeriodGraph(columns, traders, { together: false }), {
    ...{ window: 0, maxLength: 6, margin: Number.POSITIVE_INFINITY, budget: 20_000 },
  });
  const counts = new Float64Array(traders);
  for (const { traders: round, count } of bundles)
    for (const trader of round) counts[trader] = (counts[trader] as number) + count;
  return counts;
}

export const inputsOf = (bridged: boolean) =>
  [...(bridged ? featureNames : statementFeatures), 'archetypes'] as const;
