import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { certify } from '../certification/certify.ts';
import { type Run, readRuns } from '../runs/read-runs.ts';
import { type Compared, compare, type Pair } from './compare.ts';
import { comparisonTexts } from './text/texts.ts';
import { type WelfareOrder, welfareOrder } from './welfare-order.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const findings = (problems: readonly Problem[]): CommandResult => ({
  kind: 'findings',
  json: { findings: problems },
  findings: problems,
});

/** Rows of which the text speaks; all are in the JSON. */
const toldRows = 5;

const compareRuns: Command = {
  alone: true,
  name: 'energy compare',
  usage: 'RUNS COUNTERFACTUAL',
  summary:
    'what runs brought beside others of the same orders, by zone and party: each a run or a folder of them, taken together by day and hour',
  options: {},
  run: async ({ positionals, language }) => {
    const [actual, counterfactual, ...more] = positionals;
    if (actual === undefined || counterfactual === undefined || more.length > 0) return usage;
    const [one, other] = [await readRuns(actual), await readRuns(counterfactual)];
    if (!one.ok || !other.ok) return findings([one, other].flatMap((read) => (read.ok ? [] : read.problems)));
    const pairs = pairsOf(one.value, other.value);
    if (!pairs.ok) return findings(pairs.problems);
    const compared = compare(pairs.value);
    if (!compared.ok) return findings(compared.problems);
    const order = welfareOrder(pairs.value);
    if (!order.ok) return findings(order.problems);
    const isSynthetic = [...one.value, ...other.value].some(({ about }) => about.isSynthetic);
    const named = {
      hours: pairs.value.length,
      mode: one.value[0]?.about.mode ?? '',
      against: other.value[0]?.about.mode ?? '',
    };
    return {
      kind: 'answer',
      json: { ...named, isSynthetic, ...compared.value, order: order.value },
      text: textOf(compared.value, { ...named, isSynthetic, order: order.value }, comparisonTexts(language)),
    };
  },
};

/** Runs of the same day and hours beside one another. Problems: `energy_run_alone`, and `energy_run_broken` for what does not pass. */
function pairsOf(runs: readonly Run[], others: readonly Run[]): Result<readonly Pair[]> {
  const keyOf = ({ about: { day, periods } }: Run) => `${day} ${periods.join(',')}`;
  const byKey = new Map(others.map((run) => [keyOf(run), run]));
  const faults = [...runs, ...others].flatMap(({ file, clearing }) =>
    certify(clearing).every(({ holds }) => holds) ? [] : [problem('energy_run_broken', file)],
  );
  const pairs = runs.flatMap((run): readonly Pair[] => {
    const name = keyOf(run);
    const other = byKey.get(name);
    byKey.delete(name);
    if (other !== undefined) return [{ name, actual: run.clearing, counterfactual: other.clearing }];
    faults.push(problem('energy_run_alone', run.file, { step: name }));
    return [];
  });
  for (const [name, { file }] of byKey) faults.push(problem('energy_run_alone', file, { step: name }));
  return faults.length > 0 ? fail(...faults) : ok(pairs);
}

function textOf(
  { actual, counterfactual, difference }: Compared,
  named: {
    readonly hours: number;
    readonly mode: string;
    readonly against: string;
    readonly isSynthetic: boolean;
    readonly order: WelfareOrder | null;
  },
  words: ReturnType<typeof comparisonTexts>,
): string {
  const euros = (amount: number) => Math.round(amount);
  const { consumers, producers, rent, welfare } = difference;
  return [
    words.head({ hours: named.hours, mode: named.mode, against: named.against }),
    ...difference.zones.map((zone) =>
      words.zone({
        ...{ zone: zone.zone, consumers: euros(zone.consumers), producers: euros(zone.producers) },
        ...{ rent: euros(zone.rent), price: zone.meanPrice.toFixed(2) },
      }),
    ),
    words.all({
      consumers: euros(consumers),
      producers: euros(producers),
      rent: euros(rent),
      welfare: euros(welfare),
    }),
    words.spread({
      actual: actual.meanSpread.toFixed(2),
      counterfactual: counterfactual.meanSpread.toFixed(2),
    }),
    ...actual.limiting
      .slice(0, toldRows)
      .map(({ row, steps, worth }) => words.limiting({ row, steps, worth: worth.toFixed(2) })),
    ...(named.order === null ? [] : orderLines(named.order, words)),
    ...(named.isSynthetic ? [words.synthetic] : []),
  ].join('\n');
}

/** Whether the sign of the difference is proven; else by what it is not. */
function orderLines(
  { isProven, proven, of, blocks, outside }: WelfareOrder,
  words: ReturnType<typeof comparisonTexts>,
): readonly string[] {
  if (isProven) return [words.order.proven({ of })];
  const shown = (megawatts: number) => megawatts.toFixed(1);
  return [
    words.order.unproven({ proven, of }),
    ...(outside === null
      ? []
      : [words.order.outside({ ...outside, flow: shown(outside.flow), ram: shown(outside.ram) })]),
    ...(blocks === null ? [] : [words.order.blocks({ name: blocks })]),
  ];
}

export const comparisonCommands: readonly Command[] = [compareRuns];
