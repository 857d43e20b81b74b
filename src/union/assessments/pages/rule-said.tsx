import { Lang } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { parseRule } from '../rules/criteria.ts';
import { sayRule } from '../rules/rule-sentence.ts';
import { assessmentTexts } from '../text/texts.ts';

/** What a criterion asks, in the languages in which its set says it. */
export function CriterionText({ criterion }: { criterion: RecordBody }) {
  const { id, text, ...own } = criterion;
  const texts = Object.fromEntries(
    Object.entries({ ...own, en: own.en ?? text }).flatMap(([key, value]) =>
      /^[a-z]{2}$/.test(key) && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  return Object.keys(texts).length === 0 ? null : <Lang text={{ texts, authentic: [] }} />;
}

/** The rule of a set as a sentence with what its criteria ask; the formula that is held against the answers stands beneath. */
export function RuleSaid({ operator, criteria }: { operator: string; criteria: unknown }) {
  const rule = parseRule(operator);
  const language = useLanguage();
  if (!rule.ok) return <code>{operator}</code>;
  const known = new Map(
    (Array.isArray(criteria) ? (criteria as readonly RecordBody[]) : []).map((one) => [String(one.id), one]),
  );
  return (
    <>
      {sayRule(rule.value, assessmentTexts(language).rule).map((piece) => {
        if (typeof piece === 'string') return piece;
        const criterion = known.get(piece.criterion);
        return criterion === undefined ? (
          piece.criterion
        ) : (
          <>
            <CriterionText criterion={criterion} /> ({piece.criterion})
          </>
        );
      })}
      <small>
        <code>{operator}</code>
      </small>
    </>
  );
}
