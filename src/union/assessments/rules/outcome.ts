import { type Certainty, isOnOrBefore, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { type AssessmentOutcome, alternatives } from '../model.ts';
import { type CriteriaRule, meets, meetsForAll, parseRule } from './criteria.ts';

type Answers = Readonly<
  Record<string, Readonly<Record<string, { readonly met: Certainty; readonly evidence?: unknown }>>>
>;

export type Weighed = {
  /** Null where the set has no rule that can be read: there is nothing to weigh by. */
  readonly rule: CriteriaRule | null;
  readonly byParty: ReadonlyMap<string, Certainty>;
  readonly all: Certainty;
};

/** What the rule would have to say for an outcome to follow from it. */
export const expectedOf = (outcome: AssessmentOutcome) => (outcome === 'in_favour' ? 'yes' : 'no');

/** What the answers of the states amount to under the rule of the set, for each and for all together; unknown is not no. */
export function weigh(assessment: RecordBody, members: readonly string[]): Weighed {
  const parsed = typeof assessment.operator === 'string' ? parseRule(assessment.operator) : null;
  const rule = parsed?.ok === true ? parsed.value : null;
  const answers = (assessment.answers ?? {}) as Answers;
  const answersOf = (party: string) =>
    new Map(
      Object.entries(answers).flatMap(([criterion, byParty]) => {
        const given = byParty[party];
        return given === undefined ? [] : [[criterion, given.met] as const];
      }),
    );
  const each = new Map(members.map((party) => [party, answersOf(party)] as const));
  if (rule === null)
    return { rule, byParty: new Map(members.map((party) => [party, 'unknown'] as const)), all: 'unknown' };
  return {
    rule,
    byParty: new Map([...each].map(([party, given]) => [party, meets(rule, given)] as const)),
    all: meetsForAll(rule, each),
  };
}

/** What stands between a draft and its submission: answers that a member state has not given, by criterion. */
export function unanswered(
  assessment: RecordBody,
  members: readonly string[],
): readonly { readonly criterion: string; readonly party: string }[] {
  const answers = (assessment.answers ?? {}) as Answers;
  const criteria = (assessment.criteria ?? []) as readonly { readonly id: string }[];
  return criteria.flatMap(({ id }) =>
    members.flatMap((party) => (answers[id]?.[party] === undefined ? [{ criterion: id, party }] : [])),
  );
}

/** Answers of yes and no without what they rest on; of what is not known there is nothing to show. */
function unproven(assessment: RecordBody, members: readonly string[]): readonly string[] {
  const answers = (assessment.answers ?? {}) as Answers;
  const criteria = (assessment.criteria ?? []) as readonly { readonly id: string }[];
  return criteria.flatMap(({ id }) =>
    members
      .filter((party) => {
        const given = answers[id]?.[party];
        return given !== undefined && given.met !== 'unknown' && isBlank(given.evidence);
      })
      .map((party) => `${id} ${party}`),
  );
}

/** Other levels that were not weighed. */
export function unweighed(assessment: RecordBody): readonly string[] {
  const weighed = (assessment.alternatives ?? {}) as RecordBody;
  return alternatives.filter((level) => isBlank(weighed[level]));
}

/** Member states that have not said what they can give. */
export function unstated(assessment: RecordBody, members: readonly string[]): readonly string[] {
  const capacity = (assessment.capacity ?? {}) as RecordBody;
  return members.filter((party) => isBlank(capacity[party]));
}

const isBlank = (text: unknown) => typeof text !== 'string' || text.trim() === '';

/**
 * All that stands between a draft and its submission: every member state has answered every criterion, with evidence, and said what
 * it can give; each other level was weighed (§5.4). That something is not known can be said of all of it; silence says nothing.
 * Problems: `answers_missing`, `evidence_missing`, `alternatives_missing` and `capacity_missing`, each with what is missing.
 */
export function submissionFaults(assessment: RecordBody, members: readonly string[]): readonly Problem[] {
  const silent = unanswered(assessment, members).map(({ criterion, party }) => `${criterion} ${party}`);
  const bare = unproven(assessment, members);
  const levels = unweighed(assessment);
  const parties = unstated(assessment, members);
  const path = 'body.id';
  return [
    ...(silent.length > 0 ? [problem('answers_missing', path, { list: silent.join(', ') })] : []),
    ...(bare.length > 0 ? [problem('evidence_missing', path, { list: bare.join(', ') })] : []),
    ...(levels.length > 0 ? [problem('alternatives_missing', path, { list: levels.join(', ') })] : []),
    ...(parties.length > 0 ? [problem('capacity_missing', path, { list: parties.join(', ') })] : []),
  ];
}

/** How many expectations of the start came true by a review or an exit; where either is unknown nobody can say. */
export type CameTrue = Readonly<Record<Certainty, number>>;

/** Whether what a state expected of a criterion is so now. */
export function cameTrue(expected: Certainty, now: Certainty): Certainty {
  if (expected === 'unknown' || now === 'unknown') return 'unknown';
  return expected === now ? 'yes' : 'no';
}

/** Every answer of the start beside that of now; what is not answered now is unknown (§15.2.2). */
export function countCameTrue(start: RecordBody, now: RecordBody): CameTrue {
  const answers = (now.answers ?? {}) as Answers;
  const told = Object.entries((start.answers ?? {}) as Answers).flatMap(([criterion, byParty]) =>
    Object.entries(byParty).map(([party, { met }]) =>
      cameTrue(met, answers[criterion]?.[party]?.met ?? 'unknown'),
    ),
  );
  const count = (one: Certainty) => told.filter((verdict) => verdict === one).length;
  return { yes: count('yes'), no: count('no'), unknown: count('unknown') };
}

/** The assessment at the start that was decided last by a day: a newer decision takes the place of an older, whichever way it went. */
export function newestStart<One extends { readonly body: RecordBody }>(
  assessments: readonly One[],
  day: PlainDate,
): One | undefined {
  return assessments
    .flatMap((one) => {
      const { moment, outcome, decided } = one.body;
      const on = typeof decided === 'string' ? (decided as PartialDate) : null;
      if (moment !== 'start' || outcome == null || on === null || isOnOrBefore(on, day) !== 'yes') return [];
      return [{ one, on: lastDay(on) }];
    })
    .reduce<{ readonly one: One; readonly on: PlainDate } | undefined>(
      (newest, next) => (newest === undefined || next.on >= newest.on ? next : newest),
      undefined,
    )?.one;
}
