import { cases } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  answersTo,
  date,
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
import { findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { findFavourable, toBeAssessed } from '../assessments/store.ts';
import { recordsOf } from '../choices.ts';
import { dangling } from '../named.ts';
import { byPower, recordInitiatives } from '../powers.ts';
import { stopReasons } from '../programme/model.ts';
import { firstStep, idsIn, openFor, stateOn, stepOf } from '../steps.ts';
import {
  factorAnswers,
  type InitiativeAct,
  initiativeForms,
  initiativeLifecycle,
  initiatives,
} from './model.ts';
import { consideredOf, factorFaults, needsEvidence } from './rules/factors.ts';
import { factorKinds, listUnconsidered } from './store.ts';
import { initiativeTexts } from './text/texts.ts';

const textsOf = textsFrom(initiativeTexts);

const object = byPower('record_initiatives');
const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${initiatives.name}/${id}`, path: initiatives.href(id), changes });

const about = (act: InitiativeAct) => ({
  kind: initiatives,
  isOpen: openFor(initiatives, initiativeLifecycle, act),
});

async function take(
  tx: Transaction,
  context: ActionContext,
  act: InitiativeAct,
  asked: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>>,
): Promise<Result<Done>> {
  const { id, on } = asked;
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  const lifecycle = initiativeLifecycle;
  const step = await stepOf(tx, context, { kind: initiatives, id, lifecycle, act, on, details: said });
  return step.ok ? done(id, [{ kind: initiatives, id, steps: [step.value] }]) : step;
}

export const recordSignal = defineAction({
  name: 'initiatives/record',
  permission: recordInitiatives,
  fields: {
    id: newId,
    name: line,
    signal: text,
    signalled_by: optional(line),
    sector: optional(line),
    dossier: optional(idAmong(recordsOf(cases))),
    on: date,
  },
  texts: textsOf('record'),
  about: null,
  back: () => '/initiatives',
  object,
  perform: async (tx, context, { id, name, signal, signalled_by: by, sector, dossier, on }) => {
    const { register, today, language } = context;
    const known = { register: register.id, knownAt: knownNow(register, today) };
    if (lastDay(on) > today) return fail(problem('date_in_future', 'body.on', { on }));
    if ((await findRecord(tx, { ...known, kind: initiatives.name, id })) !== undefined)
      return fail(problem('id_taken', 'body.id', { id }));
    if (dossier !== undefined && !(await findRecord(tx, { ...known, kind: cases.name, id: dossier })))
      return fail(problem('reference_dangling', 'body.dossier', { id: dossier, kinds: cases.name }));
    const body = {
      id,
      [language === 'en' ? 'name' : language]: name,
      signal,
      ...(by === undefined ? {} : { signalled_by: by }),
      ...(sector === undefined ? {} : { sector }),
      ...(dossier === undefined ? {} : { case: dossier }),
      raised: on,
    };
    const steps = [firstStep('idea', on, {})];
    return done(id, [{ kind: initiatives, id, body, steps }]);
  },
});

export const holdSeminar = defineAction({
  name: 'initiatives/hold_seminar',
  permission: recordInitiatives,
  fields: { id: subject, on: date, report: text },
  texts: textsOf('hold_seminar'),
  about: about('hold_seminar'),
  object,
  perform: (tx, context, { report, ...asked }) => take(tx, context, 'hold_seminar', asked, { report }),
});

export const proposeInitiative = defineAction({
  name: 'initiatives/propose',
  permission: recordInitiatives,
  fields: { id: subject, on: date, text },
  texts: textsOf('propose'),
  about: about('propose'),
  waits: async (tx, context) => [
    ...(await idsIn(tx, context, initiatives, 'idea')),
    ...(await idsIn(tx, context, initiatives, 'seminar')),
  ],
  object,
  lacking: async (tx, context, { id }) => {
    const open = await listUnconsidered(tx, context, id);
    return factorFaults(open, 'body.id').map((one) => ({
      problem: one,
      by: { action: 'initiatives/consider', given: { id } },
    }));
  },
  perform: (tx, context, { text: said, ...asked }) => take(tx, context, 'propose', asked, { text: said }),
});

export const beginInitiative = defineAction({
  name: 'initiatives/begin',
  permission: recordInitiatives,
  fields: {
    id: subject,
    on: date,
    form: oneOf(initiativeForms, (form, language) => initiativeTexts(language).forms[form]),
  },
  texts: textsOf('begin'),
  about: about('begin'),
  waits: async (tx, context) => {
    const ids = await idsIn(tx, context, initiatives, 'proposal');
    const today = context.today;
    const ready = await Promise.all(
      ids.map(async (id) => ((await findFavourable(tx, context, [id], today)) === undefined ? [] : [id])),
    );
    return ready.flat();
  },
  object,
  lacking: async (tx, context, { id, on }) =>
    (await findFavourable(tx, context, [id], on)) === undefined
      ? [await toBeAssessed(tx, context, [id], problem('initiative_unassessed', 'body.id'))]
      : [],
  perform: async (tx, context, { form, ...asked }) => {
    const favourable = await findFavourable(tx, context, [asked.id], asked.on);
    const act = form === 'project' ? 'begin_project' : 'begin';
    return take(tx, context, act, asked, { form, assessment: favourable?.id });
  },
});

export const finishProject = defineAction({
  name: 'initiatives/finish',
  permission: recordInitiatives,
  fields: { id: subject, on: date, result: text },
  texts: textsOf('finish'),
  about: about('finish'),
  object,
  perform: (tx, context, { result, ...asked }) => take(tx, context, 'finish', asked, { result }),
});

export const stopInitiative = defineAction({
  name: 'initiatives/stop',
  permission: recordInitiatives,
  fields: { id: subject, on: date, reason: idAmong(recordsOf(stopReasons)), note: optional(text) },
  texts: textsOf('stop'),
  about: about('stop'),
  object,
  perform: async (tx, context, { reason, note, ...asked }) => {
    const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
    if (!(await findRecord(tx, { ...known, kind: stopReasons.name, id: reason })))
      return fail(problem('reference_dangling', 'body.reason', { id: reason, kinds: stopReasons.name }));
    return take(tx, context, 'stop', asked, { reason, note });
  },
});

/** What made others succeed or fail (§15.4) is thought of before it starts, of all factors at once or of some. */
export const considerFactors = defineAction({
  name: 'initiatives/consider',
  permission: recordInitiatives,
  fields: {
    id: subject,
    factors: answersTo(
      recordsOf(...factorKinds),
      factorAnswers,
      (answer, language) => initiativeTexts(language).factorAnswers[answer],
    ),
  },
  texts: textsOf('consider'),
  about: { kind: initiatives, isOpen: hasNotStarted },
  object,
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findInitiative(tx, context, id);
    const said = Object.entries(consideredOf(found?.body)).map(([factor, { holds, note }]) => [
      factor,
      { answer: holds, ...(note == null ? {} : { evidence: note }) },
    ]);
    return said.length === 0 ? {} : { factors: JSON.stringify(Object.fromEntries(said)) };
  },
  perform: async (tx, context, { id, factors }) => {
    const found = await findInitiative(tx, context, id);
    if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
    if (!(await hasNotStarted(tx, context, id))) return fail(problem('initiative_started', 'body.id'));
    const given = Object.entries(factors);
    const wanting = [
      ...(await dangling(tx, context, 'factors', Object.keys(factors), factorKinds)),
      ...given.flatMap(([factor, { answer, evidence }]) =>
        needsEvidence(answer, evidence)
          ? [problem('factor_without_evidence', `body.factors.${factor}`, { holds: answer })]
          : [],
      ),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const said = given.map(([factor, { answer, evidence }]) => [
      factor,
      { holds: answer, ...(evidence === undefined ? {} : { note: evidence }) },
    ]);
    const body = { ...found.body, factors: { ...consideredOf(found.body), ...Object.fromEntries(said) } };
    return done(id, [{ kind: initiatives, id, body, steps: [] }]);
  },
});

function findInitiative(tx: Transaction, { register, today }: ActionContext, id: string) {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  return findRecord(tx, { ...known, kind: initiatives.name, id });
}

async function hasNotStarted(tx: Transaction, context: ActionContext, id: string): Promise<boolean> {
  const state = await stateOn(tx, context, initiatives, id, context.today);
  return state === 'idea' || state === 'seminar' || state === 'proposal';
}

export const initiativeActions: readonly Action[] = [
  recordSignal,
  holdSeminar,
  proposeInitiative,
  beginInitiative,
  finishProject,
  stopInitiative,
  considerFactors,
];
