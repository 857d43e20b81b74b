import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind, languageKeysOf, type RecordBody } from '#platform/records/kind.ts';

/** At the start, at a review, and at the end: the same form, so that what was expected stands beside what came (§4.1, §15.2.2). */
export const assessmentMoments = ['start', 'review', 'exit'] as const;
export type AssessmentMoment = (typeof assessmentMoments)[number];

export const answerWords = ['yes', 'no', 'unknown'] as const;
export type AnswerWord = (typeof answerWords)[number];

/** What may come of it: for a start whether it may begin, for a review whether it goes on, for an exit whether it ends. */
export const outcomes = ['in_favour', 'against'] as const;
export type AssessmentOutcome = (typeof outcomes)[number];

/** The levels that the subsidiarity test holds against the union's own (§5.4). */
export const alternatives = ['national', 'bilateral', 'eu'] as const;

export const assessmentStates = ['draft', 'submitted', 'decided'] as const;
export type AssessmentState = (typeof assessmentStates)[number];
export type AssessmentAct = 'submit' | 'return' | 'decide';
export const assessmentLifecycle: Lifecycle<AssessmentState, AssessmentAct> = {
  draft: { submit: 'submitted' },
  submitted: { return: 'draft', decide: 'decided' },
  decided: {},
};

const Criterion = z.looseObject({ id: IdField, text: z.string().nullish() });

/** What a criterion asks, in the languages in which its set says it (English: `text`); null where it says nothing but its id. */
export function criterionText(criterion: RecordBody): LocalizedText | null {
  const texts: Record<string, string> = {};
  for (const language of languageKeysOf(Criterion, criterion))
    if (typeof criterion[language] === 'string') texts[language] = criterion[language];
  if (texts.en === undefined && typeof criterion.text === 'string') texts.en = criterion.text;
  return Object.keys(texts).length === 0 ? null : { texts, authentic: [] };
}

const Answer = z.strictObject({ met: z.enum(answerWords), evidence: z.string().nullish() });

/**
 * `criteria` is what the set said when the assessment was opened: a set that changes later changes no question that was
 * asked. `answers` by criterion, then by party.
 */
export const Assessment = recordSchema(
  { id: IdField, subject: IdField, moment: z.enum(assessmentMoments), criteria_set: IdField },
  {
    title: TextField,
    operator: TextField,
    criteria: z.array(Criterion),
    answers: z.record(z.string(), z.record(z.string(), Answer)),
    alternatives: z.partialRecord(z.enum(alternatives), z.string()),
    capacity: z.record(z.string(), z.string()),
    previous: IdField,
    opened: DateField,
    decided: DateField,
    outcome: z.enum(outcomes),
    decided_by: IdField,
    reason: TextField,
    valid_until: DateField,
  },
);
export type Assessment = z.output<typeof Assessment>;

export const assessments = defineKind({
  name: 'assessments',
  schema: Assessment,
  label: {
    nl: { one: 'Afweging', many: 'Afwegingen' },
    fr: { one: 'Évaluation préalable', many: 'Évaluations préalables' },
    de: { one: 'Prüfung', many: 'Prüfungen' },
    en: { one: 'Assessment', many: 'Assessments' },
  },
  titleFrom: ['title'],
  yearFrom: ['opened'],
  href: (id) => `/assessments/${id}`,
});

export const assessmentKinds = [assessments];
