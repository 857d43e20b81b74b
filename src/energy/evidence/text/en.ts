import { countingIn } from '#platform/text/counting.ts';
import type { Indicator, Reason } from '../rules/figures.ts';

const { counted } = countingIn('en');
type Params = Readonly<Record<string, string | number>>;

export const en = {
  command: {
    progress: ({ done, of }: Params) => `${done} of ${of}`,
    runs: ({ runs, pairs, file }: Params) =>
      `${runs} runs pass, ${pairs} pairs of them are of the same orders: ${file}`,
    ledger: ({ mode, counterfactual, book, days, euros }: Params) =>
      `${mode} beside ${counterfactual}, orders ${book}, pairs: ${days}: ${euros}`,
    euros: ({ euros }: Params) => `${euros} EUR`,
    twice: 'a step stands in it twice, so that it has no sum',
    synthetic: 'Orders were made up; this says nothing of a real market.',
    syntheticStudy: 'The study is made up; this says nothing of a real system.',
    exactness: ({ exact, zoneHours, count, file }: Params) =>
      `${exact} of ${zoneHours} prices as published, days: ${count}: ${file}`,
    adequacy: ({ study, years, file }: Params) => `${study}, ${years} years: ${file}`,
  },
  page: {
    door: 'Evidence',
    doorWhat: 'What coupling was said to bring, and beside it what this node’s own runs show.',
    title: 'Evidence of the energy cooperation',
    lede: 'What was claimed beforehand, and beside it what can be recomputed here: each figure with what it was held against.',
    noBooks:
      'There are no public order books for this region. What runs show here rests on orders that are made up from a seed: it shows what the method does, and says nothing of the real market.',
    claim: 'The claim of 2008',
    claimWhat:
      'Recorded by the source of this register, expected beforehand by a study that nobody can recompute. It is not added to what is ours, and no mean is taken of them.',
    claimNone: 'This register records no claim of welfare.',
    claimNoneWhat: 'The register of the Benelux does, from the evaluation of 2013 to 2019.',
    claimSeries: 'The series in the register',
    figure: 'Figure',
    value: 'Value',
    period: 'Period',
    method: 'How it was made',
    area: 'Area',
    source: 'Source',
    notStated: 'not stated',
    apart: 'Not to be held against what our runs show',
    reasons: {
      beforehand:
        'The claim was expected beforehand; ours is computed from orders, and neither was measured.',
      made_up: 'The orders behind ours are made up.',
      unit: 'The claim is of a year. Ours is of the steps that were cleared, and is not scaled up to one.',
      area: 'The claim is of the region CWE; ours is of the zones that are named with it.',
      counterfactual:
        'The source does not state what the claim was held against. Ours states it with each figure.',
    } satisfies Record<Reason, string>,
    ours: 'What our runs show',
    oursWhat:
      'Runs of the same orders, coupled in two ways: the one less the other. A difference is told as it came out; its sign proves nothing of a way of coupling unless all that the other allows lies within it.',
    oursNone: 'No runs of the same orders were held beside one another on this node.',
    oursNoneWhat:
      'At the command line: `npm run -s tripoint -- energy day 2026-02-11`, then `npm run -s tripoint -- energy evidence runs`.',
    nodeWho: 'Whoever runs the node can.',
    oursAll: 'All of it, by zone and between zones',
    oursMore: ({ shown, of }: Params) => `The first ${shown} of ${of} comparisons stand here.`,
    since: (n: number) =>
      `${counted(n, 'run was', 'runs were')} kept since and ${n === 1 ? 'stands' : 'stand'} in none of this.`,
    unreadable: (n: number) =>
      `${counted(n, 'file', 'files')} of this evidence cannot be read, and ${n === 1 ? 'is' : 'are'} left out.`,
    beside: 'Held against',
    nothing: 'nothing',
    published: 'what was published',
    alone: 'each area alone, with the same outages',
    orders: 'Orders',
    madeUp: ({ seed }: Params) => `made up, seed ${seed}`,
    indicators: {
      welfare: 'Welfare, difference',
      one_price: 'Steps in which all zones had one price',
      mean_spread: 'Dearest less cheapest zone, on average',
      exact_prices: 'Prices as published',
      largest_price_error: 'Largest difference of a price',
      blocks_as_published: 'Blocks decided as published',
      mean_flow_error: 'Difference of flows, on average',
      lole: 'Hours short in a year, expected',
      eens: 'Energy short in a year, expected',
    } satisfies Record<Indicator, string>,
    counts: {
      steps: (n: number) => counted(n, 'step', 'steps'),
      zone_hours: (n: number) => counted(n, 'zone-hour', 'zone-hours'),
      blocks: (n: number) => counted(n, 'block', 'blocks'),
      flows: (n: number) => counted(n, 'flow', 'flows'),
      years: (n: number) => counted(n, 'year', 'years'),
    },
    restsOn: 'Rests on',
    between: ({ from, until }: Params) => `${from} to ${until}`,
    exactness: 'Real orders: how exact the engine is',
    exactnessWhat:
      'Orders of the Italian market that were published, cleared here, beside the results that were published. It is evidence that this engine computes what the market’s own does, and of nothing that coupling brings. Weak evidence for prices: most of them follow from the published prices beyond the borders alone.',
    exactnessNone: 'No published orders were cleared on this node.',
    exactnessNoneWhat: 'At the command line, with a folder of GME: `energy evidence exactness DIR`.',
    certified: 'Every day was certified without the solver.',
    uncertified: 'Not every day passes its certificate.',
    adequacy: 'Security of supply',
    adequacyWhat:
      'Expected in a year, with the interval that covers the true figure in 95 of 100 such samples. Beside it the same areas with the same outages if each were alone.',
    adequacyNone: 'No study of security of supply is kept on this node.',
    adequacyNoneWhat: 'At the command line: `energy evidence adequacy FILE --years 10000 --seed 1`.',
    studyMadeUp: ({ study }: Params) => `${study}: made up, and no statement about any real area.`,
    interval: ({ value, low, high }: Params) => `${value} (${low} to ${high})`,
    noInterval: 'no interval: too few years in which anything was short',
    ifAlone: 'If alone',
    standard: 'Standard of the state',
    unverified: ({ hours }: Params) => `${hours} h, not verified`,
    hours: ({ hours }: Params) => `${hours} h`,
    noStandard: 'none known',
    exercises: 'Exercises',
    exercisesWhat:
      'Minutes of the exercise from when something happened until those who were told of it had acknowledged it, told another, and decided. The situations are made up. Who never did is counted, and took no time of zero minutes.',
    exercisesNone: 'There is no exercise in which you have a seat.',
    exercise: 'Exercise',
    steps: { detect: 'Detected', inform: 'Told another', decide: 'Decided' },
    taken: ({ median, longest }: Params) =>
      `half of these within ${median} min, the last after ${longest} min`,
    known: ({ known, of }: Params) => `${known} of ${of}`,
    never: 'nobody did',
    running: 'under way',
    latest: ({ shown, of }: Params) => `The latest ${shown} of ${of} exercises stand here.`,
    details: 'What made-up orders came to',
    detailsLede:
      'Every comparison of this node that rests on made-up orders, by zone and party, day by day, and between each two zones. None of it is evidence of a real market.',
    comparison: ({ actual, counterfactual }: Params) => `Coupled ${actual}, beside: ${counterfactual}`,
    byZone: 'By zone and party',
    zone: 'Zone',
    buyers: 'Buyers',
    sellers: 'Sellers',
    grid: 'Grid',
    together: 'Together',
    all: 'All zones',
    twice: 'A step stands in this comparison twice, with two sets of orders, so that it has no sum.',
    byDay: 'By day',
    day: 'Day',
    byPair: 'Between zones',
    pair: 'Zones',
    onePrice: 'One price',
    onePriceOther: 'One price, held against',
    spread: 'Apart on average, EUR/MWh',
    spreadOther: 'Apart on average, held against',
    comparisons: 'Comparisons',
    exportReal: 'What rests on made-up orders or studies is not in this file.',
    exportMadeUp:
      'Everything in this file rests on made-up orders or studies and is evidence of nothing real.',
  },
  columns: {
    basis:
      'claim: recorded from a source; computed: from published orders or a real study; made up: from made-up ones',
    synthetic: 'Whether it rests on made-up orders or a made-up study',
    indicator: 'What is told',
    value: 'Its value; empty: missing, see missing. Never zero for a gap',
    missing: 'Why there is no value; empty: there is one',
    low: 'Lower end of the interval that covers the true one in 95 of 100 samples; empty: none known',
    high: 'Upper end of it',
    unit: 'Unit of value, low, high and beside',
    mode: 'How zones were coupled; empty: nothing was',
    counterfactual: 'What it was held against; empty: not stated, or nothing',
    beside: 'The same figure of what it was held against; empty: it is a difference, or there is none',
    places: 'Zones or areas that it is of',
    from: 'First day or period',
    until: 'Last day or period',
    count: 'How many of these it rests on; empty: not stated',
    of: 'What is counted: steps, zone-hours, blocks, flows, years',
    orders: 'Whose orders, study or document',
    run: 'A run of this node that it rests on',
  },
  problems: {
    energy_evidence_no_days: () => 'This folder has no day.',
  },
};

export type EvidenceTexts = typeof en;
