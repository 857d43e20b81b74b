import { cases } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { actsFrom } from '#kernel/lifecycle.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import { findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { findFavourable } from '../assessments/store.ts';
import { recordsOf } from '../choices.ts';
import { byPower, recordInitiatives } from '../powers.ts';
import { stopReasons } from '../programme/model.ts';
import { firstStep, idsIn, stateOn, stepOf } from '../steps.ts';
import {
  type InitiativeAct,
  type InitiativeState,
  initiativeForms,
  initiativeLifecycle,
  initiatives,
} from './model.ts';
import { initiativeTexts } from './text/texts.ts';

const textsOf = (act: keyof ReturnType<typeof initiativeTexts>['acts']) => (language: Language) => {
  const { acts, fields } = initiativeTexts(language);
  return { ...acts[act], fields };
};

const object = byPower('record_initiatives');
const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${initiatives.name}/${id}`, path: initiatives.href(id), changes });

const about = (act: InitiativeAct) => ({
  kind: initiatives,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const state = await stateOn(tx, context, initiatives, id, context.today);
    return (
      state !== null &&
      Object.hasOwn(initiativeLifecycle, state) &&
      actsFrom(initiativeLifecycle, state as InitiativeState).includes(act)
    );
  },
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
  waits: (tx, context) => idsIn(tx, context, initiatives, 'idea'),
  object,
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
  perform: async (tx, context, { form, ...asked }) => {
    const favourable = await findFavourable(tx, context, [asked.id], asked.on);
    if (favourable === undefined) return fail(problem('initiative_unassessed', 'body.id'));
    return take(tx, context, 'begin', asked, { form, assessment: favourable.id });
  },
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

export const initiativeActions: readonly Action[] = [
  recordSignal,
  holdSeminar,
  proposeInitiative,
  beginInitiative,
  stopInitiative,
];
