import { type Problem, problem } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { type FactorAnswer, factorAnswers } from '../model.ts';

/** What was thought of a factor: an answer, and what shows it. */
export type ConsideredFactor = { readonly holds: FactorAnswer; readonly note?: string | null };

/** The answers that an initiative holds, by factor. */
export function consideredOf(body: RecordBody | undefined): Readonly<Record<string, ConsideredFactor>> {
  return (body?.factors ?? {}) as Readonly<Record<string, ConsideredFactor>>;
}

/** Factors to which nothing was answered. `unknown` is an answer: somebody thought of it (§15.4). */
export function unconsidered(factors: readonly string[], body: RecordBody | undefined): readonly string[] {
  const considered = consideredOf(body);
  return factors.filter(
    (factor) =>
      !Object.hasOwn(considered, factor) ||
      !factorAnswers.includes(considered[factor]?.holds as FactorAnswer),
  );
}

/** Yes and no need what shows them; that it is not known does not. */
export function needsEvidence(holds: FactorAnswer, note: string | undefined): boolean {
  return holds !== 'unknown' && note === undefined;
}

/** What keeps an initiative from becoming a proposal, and from its assessment at the start: factors that nobody thought of. */
export function factorFaults(open: readonly string[], path: string): readonly Problem[] {
  const params = { count: open.length, factors: open.join(', ') };
  return open.length === 0 ? [] : [problem('factors_unconsidered', path, params)];
}
