/** The table of an evaluation, in Markdown: means and spread over the seeds, and what falls short. The same results give the same bytes. */
import { archetypeNames, isGuilty, roles } from '../made-up/model.ts';
import { type PresetName, presets } from '../made-up/presets.ts';
import type { Evaluated } from './evaluate.ts';
import type { MeasureName, Sought } from './measure.ts';
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
  truth: '(for comparison) the scorecard, had every fraud been told',
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

type Aim = {
  readonly words: string;
  readonly method: MethodName;
  readonly name: MeasureName;
  readonly least: number;
  /** Whether each world reaches it or not, so that it can be said of how many. */
  readonly isOfWorlds: boolean;
};

/** The list that people work by is in the order of trade at stake, and so is what is aimed at; by probability it stands beside it. */
const aims: readonly Aim[] = (
  [
    ['by trade at stake, as the work list is', 'expected'],
    ['by probability', 'bridged'],
  ] as const
).flatMap(([by, method]) => [
  { words: `precision at 100 of 0.6 (${by})`, method, name: 'precision100', least: 0.6, isOfWorlds: false },
  {
    words: `euro-weighted recall at 1 % of alerts of 0.8 (${by})`,
    ...{ method, name: 'euroRecall1', least: 0.8, isOfWorlds: false },
  },
  {
    words: `median detection within one filing period of the first turn: share of rings found by then, with the highest 1 % of every month (${by})`,
    ...{ method, name: 'monthlyWithinPeriod', least: 0.5, isOfWorlds: true },
  },
  {
    words: `the same with a list of 1 % over the whole year, one place for those who trade together (${by})`,
    ...{ method, name: 'withinPeriod', least: 0.5, isOfWorlds: true },
  },
]);

function aimLine({ words, method, name, least, isOfWorlds }: Aim, worlds: readonly Evaluated[]): string {
  const values = worlds.map(({ measures }) => measures[method].measures[name]);
  const spread = spreadOf(values);
  const reached = spread.mean >= least ? 'reached' : '**not reached**';
  const count = values.filter((value) => value >= least).length;
  const inWorlds = isOfWorlds ? `; the median is within it in ${count} of ${values.length} worlds` : '';
  return `| ${words} | ${written(spread, 2)} | ${reached}${inWorlds} |`;
}

const ablated = {
  methods: ['statements', 'bridged'],
  columns: columns.filter(({ name }) =>
    (['prAuc', 'precision100', 'euroRecall1', 'ringRecall'] as const).some((one) => one === name),
  ),
} as const;

/** What bridges bring: the same scorecard, by probability, with statements alone and with bridges beside them. */
const ablation = (list: Results['presets']): readonly string[] => [
  `| | ranking | ${ablated.columns.map(({ words }) => words).join(' | ')} |`,
  `|---|---|${ablated.columns.map(() => '---|').join('')}`,
  ...list.flatMap(({ name, worlds }) =>
    ablated.methods.map(
      (method) =>
        `| ${name} | ${methodWords[method]} | ${ablated.columns.map((column) => cellOf(worlds, method, column.name)).join(' | ')} |`,
    ),
  ),
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
    ...missedOf(worlds),
    `Calibration: mean distance ${written(spreadOf(worlds.map(({ calibration }) => calibration.error)), 4)}; of the highest hundredth the ` +
      `scorecard said ${written(spreadOf(worlds.map(({ calibration }) => calibration.said)), 2)}, and ` +
      `${written(spreadOf(worlds.map(({ calibration }) => calibration.was)), 2)} was.`,
    '',
  ];
}

/** Of those that are sought and chosen the euros that the list by trade at stake does not have, as a part of all; mean over the worlds. */
function missing(worlds: readonly Evaluated[], isOne: (one: Sought) => boolean): number {
  const shares = worlds.map(({ measures }) =>
    measures.expected.sought
      .filter((one) => isOne(one) && !one.isCaught)
      .reduce((sum, { share }) => sum + share, 0),
  );
  return spreadOf(shares).mean;
}

function missedLine(worlds: readonly Evaluated[]): string {
  const within = worlds.map(({ measures }) => {
    const own = measures.expected.sought.filter(({ isAway }) => !isAway);
    const all = own.reduce((sum, { share }) => sum + share, 0);
    const caught = own.filter(({ isCaught }) => isCaught).reduce((sum, { share }) => sum + share, 0);
    return all > 0 ? caught / all : Number.NaN;
  });
  const part = (isOne: (one: Sought) => boolean) => missing(worlds, isOne).toFixed(2);
  return (
    `Of all euros that are sought on medium the list by trade at stake does not have ${part(() => true)}: ${part(({ isRanked }) => !isRanked)} are of ` +
    'traders that nobody can score with these declarations, since they trade at home alone and nothing leads to them or their state did not join; ' +
    `${part(({ isRanked, isAway }) => isRanked && isAway)} are of others in rings with somebody in a state that did not join, whose inside nobody tells; ` +
    `${part(({ isRanked, isAway }) => isRanked && !isAway)} are of traders who could have been found. Of rings within states that join the list has ` +
    `${written(spreadOf(within), 2)}.`
  );
}

/** Whose euros the list by trade at stake does not have. */
function missedOf(worlds: readonly Evaluated[]): readonly string[] {
  const people = worlds.map(({ measures }) => measures.expected.sought);
  const line = (words: string, isOne: (one: Sought) => boolean) => {
    const own = people.map((all) => all.filter(isOne));
    const count = own.flat();
    if (count.length === 0) return [];
    const share = (list: readonly Sought[]) => list.reduce((sum, one) => sum + one.share, 0);
    const mean = (read: (list: readonly Sought[]) => number) => spreadOf(own.map(read)).mean.toFixed(3);
    const missed = mean((list) => share(list.filter(({ isCaught }) => !isCaught)));
    return [
      `| ${words} | ${count.filter(({ isCaught }) => isCaught).length} of ${count.length} | ${mean(share)} | ${missed} |`,
    ];
  };
  const guilty = roles.filter((_, role) => isGuilty(role));
  return [
    'Whose euros the list of 1 % by trade at stake has and does not have, as parts of all that are sought, mean over the seeds; a trader is in',
    'several rows:',
    '',
    '| who | on the list | euros | of them not on the list |',
    '|---|---|---|---|',
    ...line('everybody sought', () => true),
    ...line(
      'never scored: trades at home alone, and nothing leads to him or his state did not join',
      ({ isRanked }) => !isRanked,
    ),
    ...line('his ring has somebody in a state that did not join', ({ isAway }) => isAway),
    ...line('his ring is within states that join', ({ isAway }) => !isAway),
    ...guilty.flatMap((role) => line(role.replaceAll('_', ' '), (one) => one.role === role)),
    ...archetypeNames.flatMap((name) =>
      line(`in ${name.replaceAll('_', ' ')}`, ({ archetype }) => archetype === name),
    ),
    '',
  ];
}

/** `command`: by which it is made again. */
export function reportOf({ seeds, presets: list }: Results, command: string): string {
  const medium = list.find(({ name }) => name === 'medium');
  const aimLines = medium === undefined ? [] : aims.map((aim) => aimLine(aim, medium.worlds));
  return [
    '# How well VAT fraud is found, in made-up worlds',
    '',
    `Made by \`${command}\`, on ${seeds.length} seeds (${seeds.join(', ')}). **All data are synthetic**: the figures tell how the parts compare and`,
    'what they cannot see, not what a tax office would find. Mean ± standard deviation over the seeds.',
    '',
    '**Statements alone, and with bridges**: what it brings that states close cycles over each other’s domestic sales without pooling them.',
    '',
    ...ablation(list),
    '',
    ...(medium === undefined
      ? []
      : ['| aim on medium | found | |', '|---|---|---|', ...aimLines, '', missedLine(medium.worlds), '']),
    '**How.** Each world has 36 months. Models learn from what states had told of cases by the end of month 24, with features of months 9 to 21;',
    'months 25 to 36 measure. A score of the end of a month knows what had come by then. Sought is who took part in a ring in these',
    'months, knew it, and was no case before (who had stopped before counts as a false alert); buffers that trade at home alone can be found',
    'by bridges only. Euro recall weighs each of',
    'them by the fraudulent trade that left him; the loss of a ring is the tax its missing traders kept, and it counts as touched when any',
    'of its members is among the 1 % (not only the missing trader). A filing period: the end of the month after the first turn, when the',
    'statement of that month is due; an alert before that counts for nothing; fewer than half found is "never". "Lost before" is the share of what those rings kept in all.',
    'Trade at stake is probability by what the trade would be, half of the way from what frauds usually trade to the trade at which something',
    'points (`src/vat/scoring/trade-at-stake.ts`). Alerts of a run are in that order: it is the list that people work',
    'by, and the first row of each table; by probability alone fewer of it are wrong, and fewer euros are on it. What the scorecard thinks',
    'before it has cases is what the truth of other made-up worlds taught (medium, seeds 101 to 110, `vat learn --taught`), and own cases move',
    'it little: a row shows what is left without it, the same begun from a count of indicators. Settings were chosen on worlds of seeds 111',
    'to 120, none on those that measure. One row learns from the truth of the learning months of its own world, as no state can.',
    '',
    ...list.flatMap(({ name, worlds }) => presetOf(name, worlds)),
    '## What this does not show',
    '',
    '- The worlds and the features have one author: fraud that nobody thought of is in neither. Shares of honest look-alikes are choices.',
    '- What other made-up worlds taught is of the same maker as those that measure, and by their truth, which no state has: of real trade it',
    '  would teach less. What a state would find by its own cases alone is nearer to the row begun from a count of indicators.',
    '- With few cases told the calibration has few steps or none; trade at stake is then an order by trade alone. On hard that list is worse than',
    '  the one by probability, and nobody should work by it before cases were told.',
    '- Probabilities rest on a guess of how many frauds are told in time: the share of those told among the highest scores. Nobody knows it.',
    "- Bridges are computed from all sales at home by a search of the scores' own (`src/vat/bridges/engine/follow-inflows.ts`), four hops at most, exact and for all",
    '  traders at once. A gateway answers less: in open cases, rounded, above floors, after its months are over (`src/vat/bridges`). So “with',
    '  bridges” is what they could bring at the most, not what states that tell only that much would find. A chain of more hops closes no cycle,',
    '  nor does one through a state that did not join.',
    '- The rows of a trader in a ring are not independent; the spread over seeds is, that within a seed is not given.',
    '',
  ].join('\n');
}
