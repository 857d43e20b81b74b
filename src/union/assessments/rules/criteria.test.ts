import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certainty } from '#kernel/dates.ts';
import { type CriteriaRule, criteriaOf, meets, meetsForAll, parseRule } from './criteria.ts';

fc.configureGlobal({ seed: 20200531 });

/** The advice of 2007 (§4.1), as the register holds it. */
const advice = 'C1 AND (C2 AND/OR C3) AND C4';

function ruleOf(text: string): CriteriaRule {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems));
  return rule.value;
}
const answers = (given: Readonly<Record<string, Certainty>>) => new Map(Object.entries(given));

describe('The test of 2007: a need, and added value or a later part of the EU, and no EU soon', () => {
  test.each<[Readonly<Record<string, Certainty>>, Certainty]>([
    [{ C1: 'yes', C2: 'yes', C3: 'no', C4: 'yes' }, 'yes'],
    [{ C1: 'yes', C2: 'no', C3: 'yes', C4: 'yes' }, 'yes'],
    [{ C1: 'yes', C2: 'no', C3: 'no', C4: 'yes' }, 'no'],
    [{ C1: 'no' }, 'no'],
    [{ C1: 'yes', C2: 'yes', C4: 'yes' }, 'yes'],
    [{ C1: 'yes', C2: 'no', C3: 'unknown', C4: 'yes' }, 'unknown'],
    [{ C1: 'yes', C2: 'yes' }, 'unknown'],
    [{}, 'unknown'],
  ])('%j: %s', (given, met) => {
    expect(meets(ruleOf(advice), answers(given))).toBe(met);
  });

  test('one state that says no is enough, one that does not know leaves it open, nobody asked is no yes', () => {
    const yes = answers({ C1: 'yes', C2: 'yes', C4: 'yes' });
    const of = (...some: ReadonlyMap<string, Certainty>[]) =>
      meetsForAll(ruleOf(advice), new Map(some.map((one, index) => [`P${index}`, one])));
    expect(of(yes, yes, yes)).toBe('yes');
    expect(of(yes, answers({ C4: 'no' }), answers({}))).toBe('no');
    expect(of(yes, answers({}))).toBe('unknown');
    expect(of()).toBe('unknown');
  });
});

test('AND binds closer than OR, brackets closest, and names are kept in order', () => {
  expect(ruleOf('A OR B AND C')).toEqual(ruleOf('A OR (B AND C)'));
  expect(ruleOf('((A))')).toEqual({ kind: 'criterion', id: 'A' });
  expect(criteriaOf(ruleOf('B AND (A OR B)'))).toEqual(['B', 'A']);
});

test.each([
  '',
  'A AND',
  'AND A',
  'A B',
  '(A',
  'A)',
  'A OR OR B',
  '()',
  `${'('.repeat(50)}A${')'.repeat(50)}`,
  'A '.repeat(1500),
])('what is no rule is refused with what was read last: %j', (text) => {
  const rule = parseRule(text, 'operator');
  expect(rule.ok ? rule.value : rule.problems.map(({ code, path }) => [code, path])).toEqual([
    ['rule_invalid', 'operator'],
  ]);
});

const rules: fc.Arbitrary<CriteriaRule> = fc.letrec<{ rule: CriteriaRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('A', 'B', 'C', 'D').map((id): CriteriaRule => ({ kind: 'criterion', id })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('rule'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, of]): CriteriaRule => ({ kind, of })),
  ),
})).rule;
const written = (rule: CriteriaRule): string =>
  rule.kind === 'criterion'
    ? rule.id
    : `(${rule.of.map(written).join(rule.kind === 'all' ? ' AND ' : ' OR ')})`;
const certainties = fc.constantFrom<Certainty>('yes', 'no', 'unknown');
const given = fc.record({ A: certainties, B: certainties, C: certainties, D: certainties });

test('What is yes or no stays so whatever becomes known; what is unknown can still become both', () => {
  fc.assert(
    fc.property(rules, given, (rule, some) => {
      const now = meets(rule, answers(some));
      const open = Object.keys(some).filter((id) => some[id as keyof typeof some] === 'unknown');
      const ways = open.reduce<Record<string, Certainty>[]>(
        (all, id) =>
          all.flatMap((one) => [
            { ...one, [id]: 'yes' },
            { ...one, [id]: 'no' },
          ]),
        [{ ...some }],
      );
      const later = new Set(ways.map((way) => meets(rule, answers(way))));
      if (now !== 'unknown') expect([...later]).toEqual([now]);
      else expect(later.has('unknown')).toBe(false);
    }),
  );
});

test('A rule means the same however it is written down and read again', () => {
  fc.assert(
    fc.property(rules, given, (rule, some) => {
      expect(meets(ruleOf(written(rule)), answers(some))).toBe(meets(rule, answers(some)));
    }),
  );
});
