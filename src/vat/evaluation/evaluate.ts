/**
 * One made-up world, from its first to its last month: what was told of cases until two thirds of the time trains the models, and
 * what comes after measures them. Nothing that scores sees a label; labels only measure.
 */
import { diceOf } from '#kernel/dice.ts';
import type { World } from '../made-up/model.ts';
import type { Preset } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { archetypes, countArchetypes } from '../scoring/archetypes.ts';
import { type FeatureTable, featuresAsOf } from '../scoring/features.ts';
import { type Learning, type LearningSet, learn } from '../scoring/learn.ts';
import type { Known } from '../scoring/model.ts';
import { shareAt } from '../scoring/monotone.ts';
import { lastDayOf, type Prepared, prepare } from '../scoring/prepare.ts';
import { counted, taught } from '../scoring/prior.ts';
import { type Model, readColumns } from '../scoring/score.ts';
import type { Ranked } from './alerts.ts';
import { type Measured, measure, mostEuroRecall } from './measure.ts';
import { inputsOf, type MethodName, methodNames, scoresOf } from './methods.ts';
import { calibrationError } from './metrics.ts';
import { type Split, soughtIn, splitOf } from './split.ts';
import { sumOver, type Truth, truthOf } from './truth.ts';

export type Evaluated = {
  readonly rings: number;
  readonly traders: number;
  /** Sought in the test: guilty, active in its months, no case before it. */
  readonly sought: number;
  /** Of cases that were told in time: examples of fraud that were learned from. */
  readonly learnedFrom: number;
  readonly truncated: number;
  /** The euro recall at 1 % of a list of the right ones, of those who can be scored while they are no case. */
  readonly mostEuros: number;
  readonly measures: Readonly<Record<MethodName, Measured>>;
  /** What the scorecard with bridges said, against what was: mean distance over ten parts, and both means of the highest hundredth. */
  readonly calibration: { readonly error: number; readonly said: number; readonly was: number };
};

export const usualLearning: Omit<Learning, 'bridged' | 'thought' | 'ridge' | 'draw'> = {
  ...{ bins: 6, sweeps: 12, replicates: 0 },
};
/**
 * How firmly what was thought before stands against own cases. Of a hundred of these most are of a few rings, so that what whole worlds
 * taught gives way only to many; a count of indicators gives way soon.
 */
export const [firmly, lightly] = [1_000, 30];
/** Harmless examples that are kept, of all; each then stands for several. */
const keptHarmless = 15_000;

export function evaluateWorld(preset: Preset, seed: number): Evaluated {
  const { world, labels } = makeUpWorld(preset, seed);
  const prepared = prepare(world);
  const truth = truthOf(world, labels);
  const split = splitOf(world.months);
  const learned = new Map<number, FeatureTable>();
  const tableOf = (month: number) => {
    const table = learned.get(month) ?? featuresAsOf(prepared, month);
    learned.set(month, table);
    return table;
  };
  const gathered = gather(tableOf, world, split, seed);
  const isActive = activeIn(truth);
  const models = {
    bridged: learnFrom(gathered, true, seed),
    statements: learnFrom(gathered, false, seed),
    own: learnFrom(gathered, true, seed, { thought: counted, ridge: lightly }),
    truth: learnFrom(gather(tableOf, world, split, seed, { isFraud: isActive }), true, seed, {
      ridge: lightly,
    }),
  };
  const ranked = Object.fromEntries(methodNames.map((method) => [method, []])) as unknown as Record<
    MethodName,
    Ranked[]
  >;
  const tables: Map<number, Seen> = new Map();
  const tablesLeft: Map<number, Seen> = new Map();
  const left: Prepared = { ...prepared, known: without(world, leaver(world)) };
  const said: number[] = [];
  const was: boolean[] = [];
  let truncated = 0;
  for (let month = split.testFrom; month < world.months; month++) {
    const table = featuresAsOf(prepared, month);
    truncated += table.truncated;
    const tableLeft = featuresAsOf(left, month);
    tables.set(month, { loops: table.loops, trade: table.trade });
    tablesLeft.set(month, { loops: tableLeft.loops, trade: tableLeft.trade });
    for (const method of methodNames) {
      const own = method === 'left' ? tableLeft : table;
      ranked[method].push({ month, traders: own.candidates, scores: scoresOf(method, own, models) });
    }
    const sums = ranked.bridged.at(-1)?.scores ?? new Float64Array(0);
    for (const [row, trader] of table.candidates.entries()) {
      said.push(shareAt(models.bridged.calibration, sums[row] as number));
      was.push(isActive(trader, month));
    }
  }
  const asked = { world, labels, truth, split };
  const mostEuros = mostEuroRecall(asked, ranked.bridged);
  const tablesOf = (method: MethodName) => (method === 'left' ? tablesLeft : tables);
  return {
    ...{ rings: labels.rings.length, traders: world.traders.count },
    sought: soughtIn(world, labels, truth, split).size,
    learnedFrom: gathered.outcome.filter((one) => one === 1).length,
    ...{ truncated, mostEuros },
    measures: Object.fromEntries(
      methodNames.map((method) => [
        method,
        measure({ ...asked, ranked: ranked[method], tables: tablesOf(method), method }),
      ]),
    ) as Evaluated['measures'],
    calibration: calibrationOf(said, was),
  };
}

/** Whether a trader took part in fraud in the three months of which statements were due by the end of a month. */
export const activeIn =
  ({ active, months }: Truth) =>
  (trader: number, month: number): boolean =>
    sumOver(active, months, trader, month - 3, month - 1) > 0;

/** The largest of the states that join. */
function leaver({ joins, traders }: World): number {
  const sizes = joins.map((joined, state) =>
    joined ? traders.state.filter((one) => one === state).length : 0,
  );
  return sizes.indexOf(Math.max(...sizes));
}

const without = (world: World, state: number): World => ({
  ...world,
  joins: world.joins.map((joined, one) => joined && one !== state),
});

function calibrationOf(said: readonly number[], was: readonly boolean[]): Evaluated['calibration'] {
  const top = said
    .map((_, row) => row)
    .sort((one, other) => (said[other] as number) - (said[one] as number) || one - other)
    .slice(0, Math.ceil(said.length / 100));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    error: calibrationError(said, was),
    said: mean(top.map((row) => said[row] as number)),
    was: mean(top.map((row) => (was[row] === true ? 1 : 0))),
  };
}

type Seen = Pick<FeatureTable, 'loops' | 'trade'>;
export type Gathered = {
  /** Of each input with bridges, then the count of archetypes without. */
  readonly columns: number[][];
  readonly outcome: number[];
  readonly weight: number[];
  readonly trader: number[];
};

/** Who is fraud where the truth is known, else what was told of cases; and how many of the harmless are kept. */
export type Told = {
  readonly isFraud?: ((trader: number, month: number) => boolean) | undefined;
  readonly kept?: number;
};

/**
 * Examples: each candidate at the end of each month, a case where it was told later that he took part then; or, to see what is lost by
 * what is not told, where `isFraud` says so.
 */
export function gather(
  tableOf: (month: number) => FeatureTable,
  world: Known,
  { learnFrom: from, learnTo, testFrom }: Split,
  seed: number,
  { isFraud, kept = keptHarmless }: Told = {},
): Gathered {
  const inputs = inputsOf(true);
  const gathered: Gathered = {
    columns: [...inputs, 'statement archetypes'].map(() => []),
    ...{ outcome: [], weight: [], trader: [] },
  };
  const cut = lastDayOf(world, testFrom - 1);
  const told = new Map<number, { confirmed: number; from: number; until: number }>();
  for (const [row, trader] of world.cases.trader.entries()) {
    const [confirmed, since, until] = [
      world.cases.confirmed[row],
      world.cases.from[row],
      world.cases.until[row],
    ];
    if ((confirmed as number) <= cut)
      told.set(trader, { confirmed: confirmed as number, from: since as number, until: until as number });
  }
  const dice = diceOf(seed, 'examples');
  const share = Math.min(1, kept / (world.traders.count * 0.5 * (learnTo - from + 1)));
  for (let month = from; month <= learnTo; month++) {
    const { candidates, columns, day } = tableOf(month);
    for (const trader of candidates) {
      const known = told.get(trader);
      const isTold =
        known !== undefined && known.from <= lastDayOf(world, month - 1) && day <= known.until + 45;
      const isExample = isFraud === undefined ? isTold : isFraud(trader, month);
      // Known already, or a case of another time: neither one nor the other.
      if (isFraud === undefined && known !== undefined && (known.confirmed <= day || !isTold)) continue;
      if (!isExample && !dice.chance(share)) continue;
      for (const [place, input] of inputs.entries())
        gathered.columns[place]?.push(
          input === 'archetypes'
            ? countArchetypes(archetypes, readColumns(columns, trader, true))
            : (columns[input][trader] as number),
        );
      gathered.columns[inputs.length]?.push(countArchetypes(archetypes, readColumns(columns, trader, false)));
      gathered.outcome.push(isExample ? 1 : 0);
      gathered.weight.push(isExample ? 1 : 1 / share);
      gathered.trader.push(trader);
    }
  }
  return gathered;
}

export function learnFrom(
  { columns, outcome, weight, trader }: Gathered,
  bridged: boolean,
  seed: number,
  other: Partial<Pick<Learning, 'thought' | 'ridge' | 'replicates'>> = {},
): Model {
  const all = inputsOf(true);
  const inputs = inputsOf(bridged);
  const set: LearningSet = {
    inputs,
    columns: inputs.map((input) =>
      Float64Array.from(
        columns[input === 'archetypes' && !bridged ? all.length : all.indexOf(input)] as number[],
      ),
    ),
    outcome: Uint8Array.from(outcome),
    weight: Float64Array.from(weight),
    trader: Int32Array.from(trader),
  };
  const learning = { ...usualLearning, thought: taught(bridged), ridge: firmly, ...other };
  return learn(set, { ...learning, bridged, draw: diceOf(seed, 'replicates').draw });
}
