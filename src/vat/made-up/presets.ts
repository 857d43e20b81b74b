/**
 * Figures of the made-up worlds. Shares of filing behaviour, ranges of rings and the direction of trade are those of the facts on VAT
 * ("Generator"); all others are choices of whoever made this, and nobody's statistics.
 */
import type { ArchetypeName } from './model.ts';

export type Range = readonly [least: number, most: number];

export type Preset = {
  readonly traders: number;
  readonly months: number;
  /** Three of the Benelux and four beyond; who does not join gives statements and nothing else. */
  readonly states: readonly { readonly code: string; readonly share: number; readonly joins: boolean }[];
  readonly vatRate: number;
  /** Monthly turnover of an honest trader: the median in cents, and the deviation of its logarithm. */
  readonly size: { readonly median: number; readonly deviation: number };
  /** Share that trades across borders, and of their purchases those from another state. */
  readonly abroad: { readonly traders: number; readonly purchases: number };
  /** Purchases from a lower tier of the same sector; the rest runs back, so that honest cycles exist. */
  readonly downward: number;
  readonly suppliers: Range;
  /** Of a relation: share of months with trade, and the deviation of the logarithm of its amounts. */
  readonly regularity: Range;
  readonly noise: number;
  readonly filing: {
    readonly late: number;
    readonly corrected: number;
    readonly shifted: number;
    readonly mistyped: number;
    readonly rounded: number;
    /** Traders that now and then forget to declare what they acquired. */
    readonly forgetful: number;
  };
  /** Shares of traders. */
  readonly lookAlikes: {
    readonly newPerYear: number;
    /** Of the new ones: those that begin with much from one supplier abroad. */
    readonly startUps: number;
    readonly failingPerYear: number;
    readonly tollProcessors: number;
    readonly returners: number;
    readonly poolMembers: number;
    readonly commodityBrokers: number;
    readonly sharedDirectors: number;
  };
  readonly rings: {
    /** Rings as a share of traders. */
    readonly share: number;
    readonly mix: Readonly<Record<ArchetypeName, number>>;
    readonly months: Range;
    readonly turnsPerMonth: Range;
    /** Of a turn, in cents. */
    readonly amount: { readonly median: number; readonly deviation: number };
    readonly margin: Range;
    /** Ways on which one turn is split. */
    readonly splitting: Range;
    readonly buffers: Range;
    /** Days from the first to the last turn of one missing trader, and from his registration to his first. */
    readonly life: Range;
    readonly beforeFirst: Range;
    /** Share of missing traders that are old shells. */
    readonly shells: number;
    /** Honest trade of its members as a share of all of theirs. */
    readonly camouflage: Range;
    /** Weights: files nothing, files zeros, declares a part, declares all and pays nothing. */
    readonly missingFiles: readonly [none: number, zeros: number, part: number, all: number];
    /** Share of rings whose members have a director in common with another of theirs, or with a ring before them. */
    readonly sharedDirectors: number;
    readonly unwittingSuppliers: number;
  };
  readonly cases: {
    /** Share of rings that some state found by its own means, and how many months after their first turn. */
    readonly share: number;
    readonly afterMonths: Range;
    /** Of such a ring, the share of its members. */
    readonly members: number;
  };
};

const states = (...away: readonly string[]): Preset['states'] =>
  [
    ...[{ code: 'BE', share: 0.2 }],
    ...[{ code: 'NL', share: 0.25 }],
    ...[{ code: 'LU', share: 0.05 }],
    ...[{ code: 'DE', share: 0.2 }],
    ...[{ code: 'FR', share: 0.15 }],
    ...[{ code: 'PL', share: 0.1 }],
    ...[{ code: 'AT', share: 0.05 }],
  ].map((state) => ({ ...state, joins: !away.includes(state.code) }));

const medium: Preset = {
  traders: 12_000,
  months: 36,
  states: states('PL'),
  vatRate: 0.21,
  size: { median: 4_000_000, deviation: 1.4 },
  abroad: { traders: 0.4, purchases: 0.5 },
  downward: 0.85,
  suppliers: [1, 4],
  regularity: [0.4, 1],
  noise: 0.35,
  filing: {
    ...{ late: 0.05, corrected: 0.03, shifted: 0.06, mistyped: 0.003, rounded: 0.3 },
    forgetful: 0.02,
  },
  lookAlikes: {
    ...{ newPerYear: 0.06, startUps: 0.15, failingPerYear: 0.015 },
    ...{ tollProcessors: 0.012, returners: 0.01, poolMembers: 0.012, commodityBrokers: 0.012 },
    sharedDirectors: 0.05,
  },
  rings: {
    share: 0.003,
    mix: {
      ...{ carousel: 5, acquisition: 2, buffer_chain: 2, contra: 1.5 },
      ...{ cross_invoicing: 1.5, detour: 1.5, procedure_42: 1.5, dormant_burst: 1 },
    },
    months: [3, 14],
    turnsPerMonth: [1, 8],
    amount: { median: 6_000_000, deviation: 0.8 },
    margin: [-0.03, 0.02],
    splitting: [1, 4],
    buffers: [1, 3],
    life: [60, 200],
    beforeFirst: [10, 150],
    shells: 0.3,
    camouflage: [0, 0.7],
    missingFiles: [0.45, 0.25, 0.2, 0.1],
    sharedDirectors: 0.3,
    unwittingSuppliers: 0.3,
  },
  cases: { share: 0.5, afterMonths: [4, 14], members: 0.7 },
};

const easy: Preset = {
  ...medium,
  states: states(),
  filing: { ...medium.filing, forgetful: 0.005 },
  lookAlikes: {
    ...medium.lookAlikes,
    ...{ failingPerYear: 0.008, tollProcessors: 0.005, poolMembers: 0.004, commodityBrokers: 0.004 },
    ...{ startUps: 0.08, sharedDirectors: 0.03 },
  },
  rings: {
    ...medium.rings,
    ...{ share: 0.005, turnsPerMonth: [3, 8], splitting: [1, 2], buffers: [1, 2], shells: 0.15 },
    ...{ camouflage: [0, 0.3], missingFiles: [0.7, 0.2, 0.1, 0], sharedDirectors: 0.4 },
    amount: { median: 10_000_000, deviation: 0.6 },
  },
  cases: { share: 0.7, afterMonths: [3, 10], members: 0.8 },
};

const hard: Preset = {
  ...medium,
  states: states('PL', 'AT'),
  filing: { ...medium.filing, forgetful: 0.05 },
  lookAlikes: {
    ...medium.lookAlikes,
    ...{ failingPerYear: 0.03, tollProcessors: 0.02, poolMembers: 0.02, commodityBrokers: 0.025 },
    ...{ startUps: 0.3, sharedDirectors: 0.08 },
  },
  rings: {
    ...medium.rings,
    ...{ share: 0.0015, turnsPerMonth: [1, 5], splitting: [1, 6], buffers: [1, 4], shells: 0.5 },
    ...{ camouflage: [0.3, 0.9], missingFiles: [0.15, 0.2, 0.35, 0.3], sharedDirectors: 0.15 },
    amount: { median: 3_000_000, deviation: 1 },
  },
  cases: { share: 0.35, afterMonths: [6, 18], members: 0.5 },
};

export const presets = { easy, medium, hard } as const;
export type PresetName = keyof typeof presets;
export const presetNames = ['easy', 'medium', 'hard'] as const satisfies readonly PresetName[];
export const isPresetName = (text: string): text is PresetName => Object.hasOwn(presets, text);
