import { z } from 'zod';
import { type Mode, modes } from '../runs/run-file.ts';

/**
 * What this node can show of energy, as it is kept: what runs brought beside other runs of the same orders, how far the engine comes to
 * published results, and how often areas would be short. Each says what it was held against, and whether it rests on what is made up.
 */

/** EUR of one zone: a run less the one beside it. */
export type ZoneLine = {
  readonly zone: string;
  readonly consumers: number;
  readonly producers: number;
  readonly rent: number;
};

/** One run beside another of the same orders. Runs by their names in the node's folder. */
export type Line = {
  readonly actual: string;
  readonly counterfactual: string;
  readonly day: string;
  readonly periods: readonly number[];
  readonly zones: readonly ZoneLine[];
};

/** How far prices of two zones stood apart: sums over steps, so that days can be added. */
export type Apart = {
  readonly one: string;
  readonly other: string;
  /** Steps in which they had one price. */
  readonly equal: number;
  /** EUR/MWh over all steps, whichever was the dearer. */
  readonly spread: number;
};

/** How near to one price all zones came, and each two of them. Sums over steps. */
export type Convergence = {
  readonly steps: number;
  /** Steps in which all zones had one price. */
  readonly equal: number;
  /** EUR/MWh over all steps: the dearest less the cheapest. */
  readonly spread: number;
  readonly pairs: readonly Apart[];
};

/** Days that can be told together: coupled the one way and the other, of one book, over the same zones in steps of one length. */
export type Ledger = {
  readonly mode: Mode;
  readonly counterfactual: Mode;
  readonly book: string;
  readonly isSynthetic: boolean;
  /** SHA-256 of the file of domains; null: there was none. */
  readonly domain: string | null;
  readonly zones: readonly string[];
  /** Length of a step. */
  readonly hours: number;
  readonly lines: readonly Line[];
  readonly converged: { readonly actual: Convergence; readonly counterfactual: Convergence };
};

/** What was read of the kept runs, and of which. */
export type RunEvidence = { readonly runs: readonly string[]; readonly ledgers: readonly Ledger[] };

/** Published orders cleared here beside the results that were published of them. Of the engine's exactness, and of nothing else. */
export type Exactness = {
  readonly source: string;
  readonly days: readonly [string, string];
  readonly count: number;
  readonly zoneHours: number;
  /** Prices that came out as published, to half of the last printed digit. */
  readonly exact: number;
  /** EUR/MWh. */
  readonly maxError: number;
  /** Flows that were published, and MWh by which they came out otherwise on average; null: none was. */
  readonly flows: number;
  readonly flowMeanError: number | null;
  /** Decisions on blocks by how they were published, and how many came out accepted. */
  readonly blocks: Readonly<Record<string, { readonly published: number; readonly accepted: number }>>;
  /** Every day was certified, and proven to be the best. */
  readonly isCertified: boolean;
  readonly isProven: boolean;
};

/** A figure with the interval that covers the true one in 95 of 100 samples; null: the sample does not tell. */
export type Estimated = {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** What is expected to be short in a year: hours, and MWh. */
export type Short = { readonly lole: Estimated; readonly eens: Estimated };

/** How often areas would be short that help one another, and if each were alone with the same outages. */
export type AdequacyEvidence = {
  readonly study: string;
  readonly isSynthetic: boolean;
  readonly years: number;
  readonly seed: number;
  /** `alone` is null where the study lets nobody help anybody: there is nothing to hold it against. */
  readonly areas: readonly { readonly area: string; readonly shared: Short; readonly alone: Short | null }[];
};

const Text = z.string().max(500);
const Count = z.int().nonnegative();
const Apart = z.strictObject({ one: Text, other: Text, equal: Count, spread: z.number() });
const Convergence = z.strictObject({
  ...{ steps: Count, equal: Count, spread: z.number() },
  pairs: z.array(Apart),
});
const Zone = z.strictObject({
  ...{ zone: Text, consumers: z.number(), producers: z.number(), rent: z.number() },
});
const Estimated = z.strictObject({
  value: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
const Short = z.strictObject({ lole: Estimated, eens: Estimated });

/** What is kept: one of the runs and of the exactness, and one for each study. */
export type Kept = {
  readonly runs: RunEvidence;
  readonly exactness: Exactness;
  readonly adequacy: AdequacyEvidence;
};

/** As they lie in the node's folder; what was written by another version is not read. */
export const keptShapes: { readonly [Kind in keyof Kept]: z.ZodType<Kept[Kind]> } = {
  runs: z.strictObject({
    runs: z.array(Text),
    ledgers: z.array(
      z.strictObject({
        ...{ mode: z.enum(modes), counterfactual: z.enum(modes), book: Text, isSynthetic: z.boolean() },
        ...{ domain: Text.nullable(), zones: z.array(Text), hours: z.number().positive() },
        lines: z
          .array(
            z.strictObject({
              ...{ actual: Text, counterfactual: Text, day: Text },
              ...{ periods: z.array(Count), zones: z.array(Zone) },
            }),
          )
          .min(1),
        converged: z.strictObject({ actual: Convergence, counterfactual: Convergence }),
      }),
    ),
  }),
  exactness: z.strictObject({
    ...{ source: Text, days: z.tuple([Text, Text]), count: Count, zoneHours: Count, exact: Count },
    ...{ maxError: z.number(), flows: Count, flowMeanError: z.number().nullable() },
    blocks: z.record(Text, z.strictObject({ published: Count, accepted: Count })),
    ...{ isCertified: z.boolean(), isProven: z.boolean() },
  }),
  adequacy: z.strictObject({
    ...{ study: Text, isSynthetic: z.boolean(), years: Count, seed: Count },
    areas: z.array(z.strictObject({ area: Text, shared: Short, alone: Short.nullable() })),
  }),
};
