import { countingIn } from '#platform/text/counting.ts';
import type { RatioRefusal } from '../rules/benefit.ts';
import type { Caveat, Refusal } from '../rules/comparability.ts';
import type { Axis } from '../rules/cube.ts';
import type { Flag } from '../rules/series.ts';

const { counted } = countingIn('en');
type Params = Readonly<Record<string, string>>;

/** The shape of the module's catalogues. Ids of series and years come in as parameters. */
export const en = {
  refusals: {
    year_not_in_series: ({ year }: Params) => `The source gives no figure for ${year}.`,
    figure_missing: ({ year, reason }: Params) => `The figure for ${year} is missing: ${reason}.`,
    not_a_number: ({ year }: Params) => `What the source says for ${year} is not a single number.`,
    several_figures: ({ year, count }: Params) =>
      `For ${year} there are ${count} figures, for different flows or places; they are not one series.`,
    merged_cells: ({ year, series, others }: Params) =>
      others === ''
        ? `The figure of ${series} for ${year} is part of a merged cell of the source.`
        : `The figure for ${year} also holds ${others}: the source merged the cells.`,
    coverage_differs: ({ year, missing }: Params) =>
      `The total for ${year} leaves out ${missing}, for which nothing is reported.`,
    geography_differs: ({ from, to }: Params) =>
      `The figures are about different areas: ${from || 'not stated'} and ${to || 'not stated'}.`,
    definition_differs: ({ from, to }: Params) =>
      `The definition changed: ${from || 'not stated'} became ${to || 'not stated'}.`,
    method_differs: ({ from, to }: Params) =>
      `The figures were made differently: ${from || 'not stated'} and ${to || 'not stated'}.`,
  } satisfies Record<Refusal['code'], (params: Params) => string>,
  caveats: {
    same_parts_missing: ({ missing }: Params) => `Both years leave out ${missing}.`,
    parts_inferred: ({ parts }: Params) =>
      `The source does not say what the total is made of; its figures re-add only as ${parts}.`,
    geography_not_stated: () => 'The source does not say which area the figures cover.',
    precision_differs: ({ from, to }: Params) =>
      `The figures are not equally exact: ${from || 'not stated'} and ${to || 'not stated'}.`,
    same_merged_cells: ({ covers }: Params) => `In both years the figure stands for ${covers} together.`,
  } satisfies Record<Caveat['code'], (params: Params) => string>,
  ratioRefusals: {
    geography_not_stated: 'the source does not say which area the figure covers',
    geography_differs: 'the figures cover different areas',
    unit_differs: 'the figures have different units',
    not_a_number: 'one of the figures is missing or is not a single number',
    potential_is_zero: 'a share of nothing cannot be given',
  } satisfies Record<RatioRefusal, string>,
  flags: {
    includes_other_category: 'holds other rows too (merged cell)',
    in_other_category: 'is part of a merged cell',
    estimated: 'estimate',
    definition_differs: 'other definition',
  } satisfies Record<Flag, string>,
  /** Units as the layout writes them; another union's own units show themselves. */
  units: {
    EUR: '€',
    'EUR/year': '€ a year',
    'EUR/note': '€ a note',
    groups: 'groups',
    notes: 'notes',
    persons: 'persons',
    questions: 'questions',
    views: 'views',
    visits: 'visits',
    share: 'share',
  } as Readonly<Record<string, string>>,
  page: {
    title: 'Evidence',
    lede: 'Every indicator with its source and method, what could be gained beside what was gained, and whether years can be held against each other.',
    benefits: 'What it could bring, what it brought',
    couldBring: (geography: string) => `Could, ${geography}`,
    brought: (period: string) => `Brought, ${period}`,
    periodNotStated: 'period not stated',
    geographyNotStated: 'area not stated',
    atMost: (figure: string) => `at most ${figure}`,
    share: 'Share reached',
    noPotential: 'No figure of what it could bring.',
    noRealised: 'No figure of what it brought.',
    ratioGiven: (share: string, geography: string) => `${share} of what it could bring in ${geography}.`,
    ratioUncertain: (share: string, geography: string, basis: string) =>
      `On the area ${geography}, which is inferred and uncertain: ${share}. Basis: ${basis}.`,
    ratioRefused: (potential: string, reason: string) => `No share of ${potential} is given: ${reason}.`,
    scopeDiffers: 'Scope not stated',
    table: 'Counts by year',
    tableCaption: (title: string) => `${title}, by year`,
    indicators: 'Indicators',
    indicator: 'Indicator',
    series: 'Series',
    dossier: 'Dossier',
    level: 'Level',
    unit: 'Unit',
    latest: 'Latest figure',
    later: (n: number) => `${counted(n, 'later figure is', 'later figures are')} not shown at this date.`,
    observations: 'Figures',
    year: 'Year',
    value: 'Value',
    of: 'Parts reported',
    partsReported: (reported: number, expected: number) => `${reported} of ${expected}`,
    flagsTitle: 'Remarks',
    comparableWith: 'Can be held against',
    comparableWithNone: 'no other year',
    direction: 'Desired direction',
    method: 'Method',
    area: 'Area',
    document: 'Document',
    source: 'Source',
    compare: 'Hold two years against each other',
    from: 'From',
    to: 'To',
    compareSubmit: 'Compare',
    comparable: 'Comparable',
    notComparable: 'Not comparable',
    comparableEnds: 'First against last year',
    change: (from: string, to: string) => `From ${from} to ${to}.`,
    instead: (series: string, from: string, to: string) =>
      `What can be compared instead: ${series}, from ${from} to ${to}.`,
    caveatsOfSource: 'The source itself warns',
    contradictions: 'The source contradicts itself here',
    madeOf: 'Made of',
    noFigures: 'The register holds no figure for this indicator.',
    noFiguresWhat: 'An indicator without figures is kept: that nothing is measured is a finding too.',
    years: (n: number) => counted(n, 'year', 'years'),
    chart: 'As a picture',
    missing: (reason: string) => `missing: ${reason}`,
    empty: 'This register has no indicators.',
    emptyWhat: 'Load a file with indicators and observations, or look at the other parts of the register.',
  },
  feeds: {
    all: 'All figures',
    results: 'Results by dossier',
    countsWhat:
      'Each row of the source’s table of counts, by year; a merged or missing cell says that it is.',
    axes: {
      year: 'Year',
      geography: 'Area',
      dimension: 'Breakdown',
      definition: 'Definition',
      method: 'Method',
      record: 'Record',
    } satisfies Record<Axis, string>,
    series: (id: string) => `Series ${id}.`,
    unit: (unit: string) => `Unit: ${unit}.`,
    covers: (rows: string) => `stands for ${rows} together`,
    withoutPeriod: (n: number) =>
      `${counted(n, 'figure', 'figures')} without a period cannot be shown here; see the page of the series.`,
    resultsWithout:
      'The register states no reporting organisation, participating organisation, status or dates of an activity, so that none are given here.',
  },
  columns: {
    series: 'Id of the series.',
    indicator: 'Id of the indicator.',
    year: 'Year or period of the figure as the source dates it.',
    value:
      'The figure. Empty when it is missing or not a single number: see missing and text. Never zero for a gap.',
    low: 'Lower end where the source gives a range or a lower bound.',
    high: 'Upper end where the source gives a range or an upper bound.',
    text: 'What the source says in words.',
    unit: 'Unit of the figure.',
    flags: 'Marks of the figure: merged cell, estimate.',
    reported: 'Parts of a total that the figure holds.',
    expected: 'Parts that the total is made of; empty for a series that is no total.',
    geography: 'Area that the figure covers, as the source names it. Empty: not stated.',
    method: 'How the figure was made, as the source says.',
  },
  problems: {
    series_not_found: ({ series, nearest }: Readonly<Record<string, string | number>>) =>
      `There is no series ${series}. Nearest: ${nearest}.`,
    dossier_not_found: ({ dossier, known }: Readonly<Record<string, string | number>>) =>
      `There are no figures of benefit for ${dossier}. There are for: ${known}.`,
    year_invalid: ({ received }: Readonly<Record<string, string | number>>) => `${received} is not a year.`,
  },
};

export type EvidenceTexts = typeof en;
