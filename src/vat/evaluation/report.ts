/** The table of an evaluation, in Markdown: means and spread over the seeds, and what falls short. The same results give the same bytes. */
import { archetypeNames } from '../made-up/model.ts';
import { type PresetName, presets } from '../made-up/presets.ts';
import type { Evaluated } from './evaluate.ts';
import type { MeasureName } from './measure.ts';
import { type MethodName, methodNames } from './methods.ts';
import { median, type Spread, spreadOf } from './metrics.ts';

export type Results = {
  readonly seeds: readonly number[];
  /** In the order of the seeds. */
  readonly presets: readonly { readonly name: PresetName; readonly worlds: readonly Evaluated[] }[];
};

const methodWords: Readonly<Record<MethodName, string>> = {
  expected: 'scorecard with bridges, by trade at stake',
  bridged: 'scorecard with bridges, by probability',
  left: 'the same, the largest state leaves before the test',
  statements: 'scorecard, statements only',
  own: 'scorecard with bridges, begun from a count of indicators',
  indicators: 'count of indicators',
  matching: 'matching only',
  cycles: 'plain cycles',
  truth: '(a bound) the scorecard, had every fraud been told',
};

const columns: readonly { readonly name: MeasureName; readonly words: string }[] = [
  { name: 'prAuc', words: 'PR-AUC' },
  { name: 'precision50', words: 'P@50' },
  { name: 'precision100', words: 'P@100' },
  { name: 'precision500', words: 'P@500' },
  { name: 'recall1', words: 'recall @1 %' },
  { name: 'euroRecall1', words: 'euro recall @1 %' },
  { name: 'lossRecall1', words: 'loss of rings touched @1 %' },
  { name: 'ringRecall', words: 'rings named (Jaccard ≥ 0.5)' },
];
const timeColumns: readonly { readonly name: MeasureName; readonly words: string }[] = [
  { name: 'days', words: 'median days' },
  { name: 'withinPeriod', words: 'within a period' },
  { name: 'detected', words: 'found at all' },
  { name: 'lostBefore', words: 'lost before' },
  { name: 'aloneWithinPeriod', words: 'within a period, each a place' },
  { name: 'monthlyDays', words: 'median days, 1 % a month' },
  { name: 'monthlyWithinPeriod', words: 'within a period, 1 % a month' },
  { name: 'monthlyDetected', words: 'found at all, 1 % a month' },
];

const isDays = (name: MeasureName) => name === 'days' || name === 'monthlyDays';

const written = ({ mean, deviation }: Spread, digits: number) =>
  Number.isNaN(mean) ? '–' : `${mean.toFixed(digits)} ± ${deviation.toFixed(digits)}`;

function cellOf(worlds: readonly Evaluated[], method: MethodName, name: MeasureName): string {
  const values = worlds.map(({ measures }) => measures[method].measures[name]);
  if (!isDays(name)) return written(spreadOf(values), 2);
  // Where fewer than half were found there are no days to take a mean of: the middle of the seeds, and their range.
  const say = (days: number) => (days === Number.POSITIVE_INFINITY ? 'never' : days.toFixed(0));
  const known = values.filter((days) => !Number.isNaN(days));
  return known.length === 0
    ? '–'
    : `${say(median(known))} (${say(Math.min(...known))}–${say(Math.max(...known))})`;
}

function tableOf(
  worlds: readonly Evaluated[],
  list: readonly { readonly name: MeasureName; readonly words: string }[],
): readonly string[] {
  return [
    `| ranking | ${list.map(({ words }) => words).join(' | ')} |`,
    `|---|${list.map(() => '---|').join('')}`,
    ...methodNames.map(
      (method) =>
        `| ${methodWords[method]} | ${list.map(({ name }) => cellOf(worlds, method, name)).join(' | ')} |`,
    ),
  ];
}

const aims: readonly {
  readonly words: string;
  readonly method: MethodName;
  readonly name: MeasureName;
  readonly reached: (mean: number) => boolean;
}[] = [
  {
    words: 'precision at 100 of 0.6 (by probability)',
    method: 'bridged',
    name: 'precision100',
    reached: (mean) => mean >= 0.6,
  },
  {
    words: 'euro-weighted recall at 1 % of 0.8 (by trade at stake)',
    method: 'expected',
    name: 'euroRecall1',
    reached: (mean) => mean >= 0.8,
  },
  {
    words: 'half of the rings within one filing period, at 1 % a month (by probability)',
    method: 'bridged',
    name: 'monthlyWithinPeriod',
    reached: (mean) => mean >= 0.5,
  },
  {
    words: 'the same with a list of 1 % over the whole year, one place for those who trade together',
    method: 'bridged',
    name: 'withinPeriod',
    reached: (mean) => mean >= 0.5,
  },
];

function presetOf(name: PresetName, worlds: readonly Evaluated[]): readonly string[] {
  const mean = (read: (world: Evaluated) => number, digits = 0) =>
    spreadOf(worlds.map(read)).mean.toFixed(digits);
  const caughtOf = (method: MethodName, archetype: string) => {
    const all = worlds
      .flatMap(({ measures }) => measures[method].caught)
      .filter((one) => one.archetype === archetype);
    return all.length === 0 ? '–' : `${all.filter(({ isCaught }) => isCaught).length} of ${all.length}`;
  };
  const away = presets[name].states.filter(({ joins }) => !joins).map(({ code }) => code);
  return [
    `## ${name}`,
    '',
    `${mean(({ traders }) => traders)} traders, ${mean(({ rings }) => rings)} rings; on average ${mean(({ sought }) => sought)} ` +
      `traders are sought in the test months, learned from ${mean(({ learnedFrom }) => learnedFrom)} examples of confirmed fraud. ` +
      `${away.length === 0 ? 'All states join' : `${away.join(' and ')} did not join`}. Searches that ended at their budget: ` +
      `${mean(({ truncated }) => truncated, 1)} a world.`,
    `With so many sought P@500 can be ${mean(({ sought }) => Math.min(1, sought / 500), 2)} at the most, and recall @1 % ` +
      `${mean(({ sought, traders }) => Math.min(1, Math.round(traders / 100) / sought), 2)}. Euro recall @1 % can be ` +
      `${written(spreadOf(worlds.map(({ mostEuros }) => mostEuros)), 2)} at the most: that is a list of the right ones, of who can be scored ` +
      'after his first turn while he is no case.',
    '',
    ...tableOf(worlds, columns),
    '',
    'Rings that began in the test months; first with a list of 1 % of the traders over the whole year, as many every month, where who',
    'trades mostly with somebody on it, or goes round with him, gets no place of his own ("each a place": where he does); then with the',
    'highest 1 % at the end of every month:',
    '',
    ...tableOf(worlds, timeColumns),
    '',
    'Rings of which somebody is in the highest hundredth of the year, over all seeds:',
    '',
    '| archetype | with bridges | statements only | had every fraud been told |',
    '|---|---|---|---|',
    ...archetypeNames.map(
      (archetype) =>
        `| ${archetype.replaceAll('_', ' ')} | ${caughtOf('bridged', archetype)} | ${caughtOf('statements', archetype)} | ${caughtOf('truth', archetype)} |`,
    ),
    '',
    `Calibration: mean distance ${written(spreadOf(worlds.map(({ calibration }) => calibration.error)), 4)}; of the highest hundredth the ` +
      `scorecard said ${written(spreadOf(worlds.map(({ calibration }) => calibration.said)), 2)}, and ` +
      `${written(spreadOf(worlds.map(({ calibration }) => calibration.was)), 2)} was.`,
    '',
  ];
}

/** `command`: by which it is made again. */
export function reportOf({ seeds, presets: list }: Results, command: string): string {
  const medium = list.find(({ name }) => name === 'medium');
  const aimLines = aims.flatMap(({ words, method, name, reached }) => {
    if (medium === undefined) return [];
    const spread = spreadOf(medium.worlds.map(({ measures }) => measures[method].measures[name]));
    return [`| ${words} | ${written(spread, 2)} | ${reached(spread.mean) ? 'reached' : '**not reached**'} |`];
  });
  return [
    '# How well VAT fraud is found, in made-up worlds',
    '',
    `Made by \`${command}\`, on ${seeds.length} seeds (${seeds.join(', ')}). **All data are synthetic**: the figures tell how the parts compare and`,
    'what they cannot see, not what a tax office would find. Mean ± standard deviation over the seeds.',
    '',
    ...(aimLines.length === 0 ? [] : ['| aim on medium | found | |', '|---|---|---|', ...aimLines, '']),
    '**How.** Each world has 36 months. Models learn from what states had told of cases by the end of month 24, with features of months 9 to 21;',
    'months 25 to 36 measure. A score of the end of a month knows what had come by then. Sought is who took part in a ring in these',
    'months, knew it, and was no case before (who had stopped before counts as a false alert); buffers that trade at home alone can be found',
    'by bridges only. Euro recall weighs each of',
    'them by the fraudulent trade that left him; the loss of a ring is the tax its missing traders kept, and it counts as touched when any',
    'of its members is among the 1 % (not only the missing trader). A filing period: the end of the month after the first turn, when the',
    'statement of that month is due; an alert before that counts for nothing; fewer than half found is "never". "Lost before" is the share of what those rings kept in all.',
    'Trade at stake is probability by the trade at which something points. What the scorecard thinks before it has cases was rounded from',
    'what was told of cases in other worlds (medium, seeds 101 to 110); a row shows how much that is: the same, begun from a count of',
    'indicators. All other settings too were chosen on worlds of those seeds, none on those that measure. A bound learns from the truth',
    'of the learning months, as no state can: what is between it and the scorecard is lost by cases that nobody told, what is beyond it',
    'by what the features do not tell.',
    '',
    ...list.flatMap(({ name, worlds }) => presetOf(name, worlds)),
    '## What this does not show',
    '',
    '- The worlds and the features have one author: fraud that nobody thought of is in neither. Shares of honest look-alikes are choices.',
    '- What other made-up worlds taught is of the same maker as those that measure: of real trade it would teach less.',
    '- Probabilities rest on a guess of how many frauds are told in time: the share of those told among the highest scores. Nobody knows it.',
    "- Bridges are computed from all sales at home by a search of the scores' own (`src/vat/scoring/bridges.ts`), four hops at most, exact and for all",
    '  traders at once. A gateway answers less: in open cases, rounded, above floors, after its months are over (`src/vat/bridges`). So “with',
    '  bridges” is what they could bring at the most, not what states that tell only that much would find. A chain of more hops closes no cycle,',
    '  nor does one through a state that did not join.',
    '- The rows of a trader in a ring are not independent; the spread over seeds is, that within a seed is not given.',
    '',
  ].join('\n');
}
