import { combine, ok, type Problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { readJson } from '../adequacy/json-file.ts';
import { loadSolver } from '../clearing/solver.ts';
import { type FlexCase, readFlex } from './flex-file.ts';
import { measureResidualLoad } from './residual-load.ts';
import { type Dispatch, dispatchShifting, dispatchStorage } from './storage-dispatch.ts';
import { flexibilityTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const refused = (problems: readonly Problem[]): CommandResult => ({
  ...{ kind: 'findings', json: { findings: problems }, findings: problems },
});

const flex: Command = {
  alone: true,
  name: 'energy flex',
  usage: 'FILE',
  summary:
    'how steep and uneven residual load is, hours of surplus and of negative prices, and what storage and moved load make of it',
  options: {},
  run: async ({ positionals: [file, ...more], language }) => {
    if (file === undefined || more.length > 0) return usage;
    const json = await readJson(file);
    if (!json.ok) return refused(json.problems);
    const read = readFlex(json.value);
    if (!read.ok) return refused(read.problems);
    const { area, synthetic, source, residual, days, prices } = read.value;
    const before = measureResidualLoad(residual, days, prices);
    const dispatched = await dispatchAll(read.value);
    if (!dispatched.ok) return refused(dispatched.problems);
    const moved = residual.slice();
    for (const { taken, given } of dispatched.value ?? [])
      for (let hour = 0; hour < moved.length; hour++)
        moved[hour] = (moved[hour] as number) + (taken[hour] as number) - (given[hour] as number);
    const after = dispatched.value === null ? null : measureResidualLoad(moved, days, prices);
    const words = flexibilityTexts(language);
    const shown = (measured: typeof before) => ({
      ...{ day: round(measured.dayShifting), week: round(measured.weekShifting) },
      ...{ surplus: measured.surplusHours, energy: round(measured.surplusEnergy) },
    });
    return {
      kind: 'answer',
      json: {
        ...{ area, synthetic, source, residualLoad: before },
        /** Null: there are no prices, or nothing that answers to them. */
        dispatch:
          dispatched.value === null || after === null
            ? null
            : {
                by: 'prices',
                units: dispatched.value.map((unit) => summaryOf(unit)),
                residualLoad: after,
              },
      },
      text: [
        ...(synthetic ? [words.synthetic()] : []),
        words.residual({ area, ...shown(before) }),
        ...before.ramps.map(({ over, rise, fall }) =>
          words.ramp({ over, rise: round(rise.p99), fall: round(fall.p99) }),
        ),
        ...(before.negativePriceHours === null ? [] : [words.negative({ hours: before.negativePriceHours })]),
        ...(after === null ? [] : [words.after(shown(after))]),
      ].join('\n'),
    };
  },
};

/** Null: without prices nothing answers to them. */
async function dispatchAll({
  storage,
  shifting,
  prices,
  days,
}: FlexCase): Promise<Result<readonly Dispatch[] | null>> {
  if (prices === null || storage.length + shifting.length === 0) return ok(null);
  const solver = await loadSolver();
  return combine([
    ...storage.map((one) => dispatchStorage(solver, one, prices, days)),
    ...shifting.map((one) => dispatchShifting(solver, one, prices, days)),
  ]) as Result<readonly Dispatch[]>;
}

function summaryOf({ id, taken, given, earned }: Dispatch) {
  const sumOf = (series: Float64Array) => round(series.reduce((sum, one) => sum + one, 0));
  return { id, taken: sumOf(taken), given: sumOf(given), earned: round(earned) };
}

const round = (value: number) => Number(value.toFixed(3));

export const flexibilityCommands: readonly Command[] = [flex];
