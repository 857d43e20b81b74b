import { firstDay, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  date,
  type Field,
  idAmong,
  line,
  newId,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { groups, parties } from '../bodies/model.ts';
import { listMembers } from '../bodies/store.ts';
import { recordsOf, recordsWhere } from '../choices.ts';
import { initiatives } from '../initiatives/model.ts';
import { factorFaults } from '../initiatives/rules/factors.ts';
import { listUnconsidered } from '../initiatives/store.ts';
import { byParty, byPower, powerPermission, recordInitiatives } from '../powers.ts';
import { criteriaSets } from '../programme/model.ts';
import { firstStep, idsIn, openFor, stateOn, stepOf } from '../steps.ts';
import {
  type AssessmentAct,
  type AssessmentState,
  alternatives,
  answerWords,
  assessmentLifecycle,
  assessmentMoments,
  assessments,
  criterionText,
  outcomes,
} from './model.ts';
import { criteriaOf, parseRule } from './rules/criteria.ts';
import {
  expectedOf,
  newestStart,
  submissionFaults,
  unanswered,
  unstated,
  unweighed,
  weigh,
} from './rules/outcome.ts';
import { listAssessmentsOf } from './store.ts';
import { assessmentTexts } from './text/texts.ts';

export const decideAssessments = powerPermission('decide_assessments', 'decide assessments');
export const editCriteria = powerPermission('edit_criteria', 'write sets of criteria');
export const answerAssessments = {
  code: 'assessments.answer',
  audience: 'party',
  summary: 'answer the criteria of an assessment for a party',
} as const;

const textsOf = textsFrom(assessmentTexts);

const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${assessments.name}/${id}`, path: assessments.href(id), changes });

async function findNow(
  tx: Transaction,
  { register, today }: ActionContext,
  id: string,
): Promise<StoredRecord | undefined> {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  return findRecord(tx, { ...known, kind: assessments.name, id });
}

const stateNow = (tx: Transaction, context: ActionContext, id: string) =>
  stateOn(tx, context, assessments, id, context.today);

const openIn =
  (...states: readonly AssessmentState[]) =>
  async (tx: Transaction, context: ActionContext, id: string) => {
    const now = await stateNow(tx, context, id);
    return states.some((state) => state === now);
  };

/** The criteria as the set has them today are copied: they are what was asked, whatever becomes of the set (§4.1). */
export const openAssessment = defineAction({
  name: 'assessments/open',
  permission: recordInitiatives,
  fields: {
    id: newId,
    title: line,
    subject: idAmong(recordsOf(groups, initiatives)),
    moment: oneOf(assessmentMoments, (moment, language) => assessmentTexts(language).moments[moment]),
    // One of which nobody knows the criteria asks nothing (§4.1).
    criteria_set: idAmong(recordsWhere(({ criteria }) => criteria != null, criteriaSets)),
    on: date,
  },
  texts: textsOf('open'),
  about: null,
  back: () => '/assessments',
  object: byPower('record_initiatives'),
  perform: async (tx, context, { id, title, subject: about, moment, criteria_set: setId, on }) => {
    const { register, today, language } = context;
    if (lastDay(on) > today) return fail(problem('date_in_future', 'body.on', { on }));
    const known = { register: register.id, knownAt: knownNow(register, today) };
    if ((await findNow(tx, context, id)) !== undefined) return fail(problem('id_taken', 'body.id', { id }));
    const subjects = await allRecords(tx, { ...known, kinds: [groups.name, initiatives.name], ids: [about] });
    const set = await findRecord(tx, { ...known, kind: criteriaSets.name, id: setId });
    const wanting = [
      ...(subjects.length > 0
        ? []
        : [problem('reference_dangling', 'body.subject', { id: about, kinds: groups.name })]),
      ...(set === undefined
        ? [problem('reference_dangling', 'body.criteria_set', { id: setId, kinds: criteriaSets.name })]
        : Array.isArray(set.body.criteria)
          ? []
          : [problem('criteria_unknown', 'body.criteria_set', { id: setId })]),
      // An initiative goes there when all factors of success and failure were thought of (§15.4).
      ...(moment === 'start' && subjects.some(({ kind }) => kind === initiatives.name)
        ? factorFaults(await listUnconsidered(tx, context, about), 'body.subject')
        : []),
    ];
    if (set === undefined || wanting.length > 0) return fail(...wanting);
    // A group's start may have been that of the initiative that it comes from.
    const origins = subjects.flatMap(({ body }) =>
      typeof body.initiative === 'string' ? body.initiative : [],
    );
    const before = moment === 'start' ? [] : await listAssessmentsOf(tx, context, [about, ...origins]);
    const start = newestStart(before, lastDay(on));
    // What came true can be said of the same questions only (§15.2.2).
    const asked = start?.body.criteria_set;
    if (typeof asked === 'string' && asked !== setId)
      return fail(problem('criteria_not_of_start', 'body.criteria_set', { id: setId, start: asked }));
    const body: RecordBody = {
      id,
      [language === 'en' ? 'title' : language]: title,
      subject: about,
      moment,
      criteria_set: setId,
      ...(set.body.operator == null ? {} : { operator: set.body.operator }),
      criteria: set.body.criteria,
      ...(start === undefined ? {} : { previous: start.id }),
      opened: on,
    };
    return done(id, [{ kind: assessments, id, body, steps: [firstStep('draft', on, {})] }]);
  },
});

/** Changes the form while it is a draft. Problem: `assessment_closed`: what is submitted or decided stands as it is. */
async function edit(
  tx: Transaction,
  context: ActionContext,
  id: string,
  change: (body: RecordBody) => RecordBody,
): Promise<Result<Done>> {
  const found = await findNow(tx, context, id);
  if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const state = await stateNow(tx, context, id);
  if (state !== 'draft') return fail(problem('assessment_closed', 'body.id', { state: state ?? 'unknown' }));
  return done(id, [{ kind: assessments, id, body: change(found.body), steps: [] }]);
}

/** What the form of an assessment says now, for a form that would change it. */
async function saidNow(
  tx: Transaction,
  context: ActionContext,
  id: string | undefined,
  read: (body: RecordBody) => Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string>>> {
  const found = id === undefined ? undefined : await findNow(tx, context, id);
  const said = Object.entries(found === undefined ? {} : read(found.body));
  return Object.fromEntries(
    said.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Every draft with what it still lacks. */
async function drafts(tx: Transaction, context: ActionContext) {
  const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
  const ids = await idsIn(tx, context, assessments, 'draft');
  if (ids.length === 0) return [];
  const members = (await listMembers(tx, known)).map(({ id }) => id);
  const found = await allRecords(tx, { ...known, kinds: [assessments.name], ids });
  return found.map(({ id, body }) => ({
    id,
    silent: unanswered(body, members),
    unstated: unstated(body, members),
    unweighed: unweighed(body),
    isWhole: submissionFaults(body, members).length === 0,
  }));
}

/** The criteria of the assessment that the form is about. */
const criteriaAsked: NonNullable<Field['options']> = async (tx, context, { id = '' }) => {
  const asked = ((await findNow(tx, context, id))?.body.criteria ?? []) as readonly RecordBody[];
  return asked.map((one) => {
    const text = criterionText(one);
    // As its page names it.
    const said = text === null ? '' : `: ${localize(text, context.language, ['en']).text}`;
    return { value: String(one.id), title: `${one.id}${said}` };
  });
};

export const answerAssessment = defineAction({
  name: 'assessments/answer',
  permission: answerAssessments,
  fields: {
    id: subject,
    party: idAmong(recordsOf(parties)),
    criterion: idAmong(criteriaAsked),
    met: oneOf(answerWords, (word, language) => assessmentTexts(language).answers[word]),
    evidence: optional(text),
  },
  texts: textsOf('answer'),
  about: { kind: assessments, isOpen: openIn('draft') },
  waits: async (tx, context, party) =>
    (await drafts(tx, context)).flatMap(({ id, silent }) =>
      silent.some((one) => one.party === party) ? [id] : [],
    ),
  object: byParty,
  prefill: (tx, context, { id, party, criterion }) =>
    saidNow(tx, context, id, ({ answers }) => {
      const given = (answers ?? {}) as Readonly<Record<string, Readonly<Record<string, RecordBody>>>>;
      return given[criterion ?? '']?.[party ?? ''] ?? {};
    }),
  perform: async (tx, context, { id, party, criterion, met, evidence }) => {
    const found = await findNow(tx, context, id);
    const asked = (found?.body.criteria ?? []) as readonly { readonly id: string }[];
    if (found !== undefined && !asked.some((one) => one.id === criterion))
      return fail(
        problem('criterion_unknown', 'body.criterion', {
          id: criterion,
          known: asked.map((one) => one.id).join(', '),
        }),
      );
    return edit(tx, context, id, (body) => {
      const answers = (body.answers ?? {}) as Readonly<Record<string, RecordBody>>;
      const given = { met, ...(evidence === undefined ? {} : { evidence }) };
      return { ...body, answers: { ...answers, [criterion]: { ...answers[criterion], [party]: given } } };
    });
  },
});

export const stateCapacity = defineAction({
  name: 'assessments/capacity',
  permission: answerAssessments,
  fields: { id: subject, party: idAmong(recordsOf(parties)), capacity: text },
  texts: textsOf('capacity'),
  about: { kind: assessments, isOpen: openIn('draft') },
  waits: async (tx, context, party) =>
    (await drafts(tx, context)).flatMap(({ id, unstated: silent }) =>
      party !== null && silent.includes(party) ? [id] : [],
    ),
  object: byParty,
  prefill: (tx, context, { id, party }) =>
    saidNow(tx, context, id, ({ capacity }) => ({
      capacity: ((capacity ?? {}) as RecordBody)[party ?? ''],
    })),
  perform: (tx, context, { id, party, capacity }) =>
    edit(tx, context, id, (body) => ({
      ...body,
      capacity: { ...(body.capacity as RecordBody | undefined), [party]: capacity },
    })),
});

export const weighAlternatives = defineAction({
  name: 'assessments/weigh',
  permission: recordInitiatives,
  fields: {
    id: subject,
    level: oneOf(alternatives, (level, language) => assessmentTexts(language).alternatives[level]),
    finding: text,
  },
  texts: textsOf('weigh'),
  about: { kind: assessments, isOpen: openIn('draft') },
  waits: async (tx, context) =>
    (await drafts(tx, context)).flatMap(({ id, unweighed: open }) => (open.length > 0 ? [id] : [])),
  object: byPower('record_initiatives'),
  prefill: (tx, context, { id, level }) =>
    saidNow(tx, context, id, ({ alternatives: weighed }) => ({
      finding: ((weighed ?? {}) as RecordBody)[level ?? ''],
    })),
  perform: (tx, context, { id, level, finding }) =>
    edit(tx, context, id, (body) => ({
      ...body,
      alternatives: { ...(body.alternatives as RecordBody | undefined), [level]: finding },
    })),
});

async function take(
  tx: Transaction,
  context: ActionContext,
  act: AssessmentAct,
  asked: { readonly id: string; readonly on: Parameters<typeof lastDay>[0] },
  change: Readonly<Record<string, unknown>> | null,
  details: Readonly<Record<string, unknown>> = {},
): Promise<Result<Done>> {
  const { id, on } = asked;
  const found = await findNow(tx, context, id);
  if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const lifecycle = assessmentLifecycle;
  const step = await stepOf(tx, context, { kind: assessments, id, lifecycle, act, on, details });
  if (!step.ok) return step;
  const body = change === null ? {} : { body: { ...found.body, ...change } };
  return done(id, [{ kind: assessments, id, steps: [step.value], ...body }]);
}

const openForAct = (act: AssessmentAct) => openFor(assessments, assessmentLifecycle, act);

/** What brings that for want of which an assessment is not submitted. */
const bringing: Readonly<Record<string, string>> = {
  answers_missing: 'assessments/answer',
  evidence_missing: 'assessments/answer',
  alternatives_missing: 'assessments/weigh',
  capacity_missing: 'assessments/capacity',
};

export const submitAssessment = defineAction({
  name: 'assessments/submit',
  permission: recordInitiatives,
  fields: { id: subject, on: date },
  texts: textsOf('submit'),
  about: { kind: assessments, isOpen: openForAct('submit') },
  waits: async (tx, context) =>
    (await drafts(tx, context)).flatMap(({ id, isWhole }) => (isWhole ? [id] : [])),
  object: byPower('record_initiatives'),
  lacking: async (tx, context, { id }) => {
    const { register, today } = context;
    const found = await findNow(tx, context, id);
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const members = (await listMembers(tx, known)).map((member) => member.id);
    const faults = found === undefined ? [] : submissionFaults(found.body, members);
    return faults.map((one) => {
      const action = bringing[one.code];
      return { problem: one, ...(action === undefined ? {} : { by: { action, given: { id } } }) };
    });
  },
  perform: (tx, context, asked) => take(tx, context, 'submit', asked, null),
});

export const returnAssessment = defineAction({
  name: 'assessments/return',
  permission: decideAssessments,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('return'),
  about: { kind: assessments, isOpen: openForAct('return') },
  object: byPower('decide_assessments'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'return', asked, null, { reason }),
});

/** To decide against what the rule says needs a reason; what is decided is never edited. */
export const decideAssessment = defineAction({
  name: 'assessments/decide',
  permission: decideAssessments,
  fields: {
    id: subject,
    on: date,
    outcome: oneOf(outcomes, (outcome, language) => assessmentTexts(language).outcomes[outcome]),
    reason: optional(text),
    valid_until: optional(date),
  },
  texts: textsOf('decide'),
  about: { kind: assessments, isOpen: openForAct('decide') },
  waits: (tx, context) => idsIn(tx, context, assessments, 'submitted'),
  object: byPower('decide_assessments'),
  perform: async (tx, context, { outcome, reason, valid_until: until, ...asked }) => {
    const { register, today, grant } = context;
    const found = await findNow(tx, context, asked.id);
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const members = (await listMembers(tx, known)).map(({ id }) => id);
    const { all } = weigh(found?.body ?? {}, members);
    const faults = [
      ...(all !== expectedOf(outcome) && reason === undefined
        ? [problem('override_reason_missing', 'body.reason', { all })]
        : []),
      ...(until !== undefined && lastDay(until) < firstDay(asked.on)
        ? [problem('validity_over', 'body.valid_until', { until, on: asked.on })]
        : []),
    ];
    if (faults.length > 0) return fail(...faults);
    return take(tx, context, 'decide', asked, {
      decided: asked.on,
      outcome,
      decided_by: grant?.body ?? null,
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { valid_until: until }),
    });
  },
});

/**
 * A set is written anew under a new id: one that assessments rest on stays what it was. The rule names the criteria as
 * `C1 AND (C2 AND/OR C3)`; a criterion stands on a line of its own, `C1: text`.
 */
export const writeCriteria = defineAction({
  name: 'criteria/write',
  permission: editCriteria,
  fields: { id: newId, name: line, operator: line, criteria: text },
  texts: textsOf('write_criteria'),
  about: null,
  back: () => '/assessments',
  object: byPower('edit_criteria'),
  perform: async (tx, context, { id, name, operator, criteria }) => {
    const { register, today, language } = context;
    const known = { register: register.id, knownAt: knownNow(register, today) };
    // Of one whose criteria nobody knew they can become known; what stands in one stays.
    const before = await findRecord(tx, { ...known, kind: criteriaSets.name, id });
    if (before !== undefined && before.body.criteria != null)
      return fail(problem('id_taken', 'body.id', { id }));
    const lines = criteria.split('\n').filter((one) => one.trim() !== '');
    const read = lines.map((one) => /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*:\s*(\S.*)$/.exec(one));
    const rule = parseRule(operator, 'body.operator');
    const ids = read.flatMap((match) => match?.[1] ?? []);
    const twice = ids.filter((one, index) => ids.indexOf(one) < index);
    const unread = lines.filter((_, index) => read[index] === null);
    const problems = [
      ...unread.map((one) => problem('criterion_line_invalid', 'body.criteria', { line: one.slice(0, 80) })),
      ...[...new Set(twice)].map((one) => problem('criterion_twice', 'body.criteria', { id: one })),
      ...(rule.ok ? [] : rule.problems),
      ...(rule.ok
        ? criteriaOf(rule.value)
            .filter((one) => !ids.includes(one))
            .map((one) => problem('criterion_unknown', 'body.operator', { id: one, known: ids.join(', ') }))
        : []),
    ];
    if (problems.length > 0) return fail(...problems);
    const { content: _content, missing: _missing, ...told } = before?.body ?? {};
    const body = {
      ...told,
      id,
      [language === 'en' ? 'name' : language]: name,
      operator,
      criteria: read.flatMap((match) =>
        match === null
          ? []
          : [{ id: match[1] ?? '', [language === 'en' ? 'text' : language]: match[2] ?? '' }],
      ),
    };
    return ok({
      subject: `${criteriaSets.name}/${id}`,
      path: criteriaSets.href(id),
      changes: [{ kind: criteriaSets, id, body, steps: [] }],
    });
  },
});

export const assessmentActions: readonly Action[] = [
  openAssessment,
  answerAssessment,
  stateCapacity,
  weighAlternatives,
  submitAssessment,
  returnAssessment,
  decideAssessment,
  writeCriteria,
];
export const assessmentPermissions = [recordInitiatives, decideAssessments, editCriteria, answerAssessments];
