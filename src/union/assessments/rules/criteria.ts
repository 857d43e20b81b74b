import type { Certainty } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';

/** How the criteria of a set work together, as its source writes it: `C1 AND (C2 AND/OR C3) AND C4`. */
export type CriteriaRule =
  | { readonly kind: 'criterion'; readonly id: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly CriteriaRule[] };

/** Longer rules and deeper brackets are nobody's criteria. */
const longestRule = 2_000;
const deepest = 20;

/**
 * Reads a rule. `AND` binds closer than `OR`; `AND/OR`, the Dutch `en/of`, is an inclusive or. Problem: `rule_invalid`, with
 * what was read last.
 */
export function parseRule(text: string, path = ''): Result<CriteriaRule> {
  const tokens = text.slice(0, longestRule).match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const refuse = () => fail(problem('rule_invalid', path, { text, near: tokens[at] ?? '' }));
  const isAny = (token: string | undefined) => token === 'OR' || token === 'AND/OR';

  const read = (depth: number): Result<CriteriaRule> => {
    const some: CriteriaRule[] = [];
    do {
      if (some.length > 0) at += 1;
      const part = readAll(depth);
      if (!part.ok) return part;
      some.push(part.value);
    } while (isAny(tokens[at]));
    return ok(grouped('any', some));
  };
  const readAll = (depth: number): Result<CriteriaRule> => {
    const all: CriteriaRule[] = [];
    do {
      if (all.length > 0) at += 1;
      const part = readOne(depth);
      if (!part.ok) return part;
      all.push(part.value);
    } while (tokens[at] === 'AND');
    return ok(grouped('all', all));
  };
  const readOne = (depth: number): Result<CriteriaRule> => {
    const token = tokens[at];
    if (token === undefined || token === ')' || token === 'AND' || isAny(token) || depth > deepest)
      return refuse();
    at += 1;
    if (token !== '(') return ok({ kind: 'criterion', id: token });
    const inner = read(depth + 1);
    if (!inner.ok) return inner;
    if (tokens[at] !== ')') return refuse();
    at += 1;
    return inner;
  };

  const rule = text.length > longestRule ? refuse() : read(0);
  return rule.ok && at < tokens.length ? refuse() : rule;
}

function grouped(kind: 'all' | 'any', of: readonly CriteriaRule[]): CriteriaRule {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

/** The criteria that a rule names, each once, in its order. */
export function criteriaOf(rule: CriteriaRule): readonly string[] {
  return rule.kind === 'criterion' ? [rule.id] : [...new Set(rule.of.flatMap(criteriaOf))];
}

/**
 * Whether the answers meet the rule: yes or no only where what is unknown could not change it. A criterion without an
 * answer is unknown (strong three-valued logic of Kleene).
 */
export function meets(rule: CriteriaRule, answers: ReadonlyMap<string, Certainty>): Certainty {
  if (rule.kind === 'criterion') return answers.get(rule.id) ?? 'unknown';
  const each = rule.of.map((part) => meets(part, answers));
  const settles = rule.kind === 'all' ? 'no' : 'yes';
  if (each.includes(settles)) return settles;
  return each.includes('unknown') ? 'unknown' : rule.kind === 'all' ? 'yes' : 'no';
}

/** Over all states together: what one of them answers no to is met by none, and what one does not know is not known. */
export function meetsForAll(
  rule: CriteriaRule,
  answersByParty: ReadonlyMap<string, ReadonlyMap<string, Certainty>>,
): Certainty {
  const each = [...answersByParty.values()].map((answers) => meets(rule, answers));
  if (each.includes('no')) return 'no';
  return each.length === 0 || each.includes('unknown') ? 'unknown' : 'yes';
}
