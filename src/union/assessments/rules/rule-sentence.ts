import type { CriteriaRule } from './criteria.ts';

/** The words between criteria, in one language. */
export type RuleWords = {
  /** What the sentence begins with: for a rule of one criterion, of several that all hold, and of several of which one is enough. */
  readonly when: Readonly<Record<CriteriaRule['kind'], string>>;
  /** Between the parts that the sentence lists. */
  readonly next: string;
  readonly and: string;
  readonly or: string;
  /** That an `or` does not exclude: of two, and of more. */
  readonly orBoth: string;
  readonly orMore: string;
};

/** A piece of the sentence: words, or the place where a criterion is named. */
export type RulePiece = string | { readonly criterion: string };

/**
 * A rule as a sentence: `C1 AND (C2 AND/OR C3)` is "all of these hold: C1; C2 or C3, or both". Every or is an inclusive one, as
 * `meets` reads it. What stands deeper than that is in brackets, so that it can be read in one way only.
 */
export function sayRule(rule: CriteriaRule, words: RuleWords): readonly RulePiece[] {
  const begins = `${words.when[rule.kind]} `;
  if (rule.kind === 'criterion') return [begins, { criterion: rule.id }, '.'];
  return [begins, ...joined(rule.of, words.next, (part) => said(part, words, 1)), '.'];
}

function said(rule: CriteriaRule, words: RuleWords, depth: number): readonly RulePiece[] {
  if (rule.kind === 'criterion') return [{ criterion: rule.id }];
  const deeper = (part: CriteriaRule) => said(part, words, depth + 1);
  const pieces =
    rule.kind === 'all'
      ? joined(rule.of, ` ${words.and} `, deeper)
      : [
          ...joined(rule.of, ` ${words.or} `, deeper),
          `, ${rule.of.length === 2 ? words.orBoth : words.orMore}`,
        ];
  return depth === 1 ? pieces : ['(', ...pieces, ')'];
}

function joined(
  parts: readonly CriteriaRule[],
  between: string,
  say: (part: CriteriaRule) => readonly RulePiece[],
): readonly RulePiece[] {
  return parts.flatMap((part, index) => (index === 0 ? say(part) : [between, ...say(part)]));
}
